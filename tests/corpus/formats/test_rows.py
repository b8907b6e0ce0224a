import io
import json
from datetime import date, datetime
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from analysis.corpus import formats
from analysis.corpus.text import Text
from analysis.records import Rejected, Remark


def read(content: bytes | str, name: str = "export.jsonl") -> list[Any]:
    return list(formats.texts(content.encode() if isinstance(content, str) else content, name))


def lines(*rows: object) -> str:
    return "".join(f"{json.dumps(row)}\n" for row in rows)


def parquet(rows: list[dict[str, Any]]) -> bytes:
    content = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows), content)
    return content.getvalue()


def test_columns_are_guessed_by_their_names_and_told():
    remark, text = read(lines({"Headline": "Tea", "body": "Tea rose.", "source": {"name": "Courier"}, "desk": "trade"}))
    assert remark == Remark(
        "export.jsonl",
        "columns",
        'Columns by their names: text from "body", title from "Headline", outlet from "source.name"; '
        'kept as they are: "desk".',
    )
    assert text.source == "export.jsonl/1"
    assert (text.raw_text, text.entry.title, text.entry.outlet) == ("Tea rose.", "Tea", "Courier")
    assert text.entry.further == (("desk", "trade"),)


def test_everything_the_manifest_knows_may_stand_in_a_row():
    row = {"text": "Tea rose.", "published": "2018-02-12T15:32:00Z", "event_date": "2018-02-11", "lang": "EN"}
    _, text = read(lines(row | {"translated": True, "link": "https://courier.example/tea", "publisher": "unknown"}))
    entry = text.entry
    assert (entry.published, entry.event_date, entry.language) == (date(2018, 2, 12), date(2018, 2, 11), "en")
    assert (entry.translated, entry.url, entry.outlet) == (True, "https://courier.example/tea", "")
    _, silent = read(lines(row))
    assert silent.entry.translated is None


@pytest.mark.parametrize(
    ("ids", "names"),
    [
        (["a", "b"], ["a", "b"]),
        (["2018/a", "../b"], ["2018_a", "b"]),
        (["7", "7"], ["1", "2"]),
        (["a", "A"], ["1", "2"]),
        (["a", ""], ["1", "2"]),
        (["a/b", "a:b"], ["1", "2"]),
    ],
)
def test_a_row_is_called_by_its_id_where_that_is_its_own(ids: list[str], names: list[str]):
    parts = read(lines(*({"id": one, "text": f"Tea {one}."} for one in ids)))
    assert [part.source for part in parts[1:]] == [f"export.jsonl/{name}" for name in names]


def test_a_wrong_row_is_named_and_the_others_are_read():
    content = lines({"text": "One."}) + "{broken\n[1]\n\n" + lines({"text": " "}, {"title": "Tea"}, {"text": "Six."})
    _, *parts = read(content)
    assert [(part.source, getattr(part, "reason", "")) for part in parts] == [
        ("export.jsonl/1", ""),
        ("export.jsonl/2", "format"),
        ("export.jsonl/3", "format"),
        ("export.jsonl/4", "empty"),
        ("export.jsonl/5", "empty"),
        ("export.jsonl/6", ""),
    ]
    assert "line 2 is no JSON" in parts[1].detail


@pytest.mark.parametrize("written", ["31.02.2018", "yesterday", "151844952", "43143"])
def test_a_date_that_is_none_is_left_out_and_said(written: str):
    _, remark, text = read(lines({"text": "Tea rose.", "date": written}))
    assert remark.about == "date"
    assert written in remark.remark
    assert text.entry.published is None


@pytest.mark.parametrize(
    "written",
    [
        "2018-02-12",
        "12 February 2018",
        "Mon, 12 Feb 2018 15:32:00 +0500",
        "20180212",
        "1518449520",
        "1518449520000",
        "1518449520.0",
    ],
)
def test_a_date_in_any_clear_way_is_read(written: str):
    _, text = read(lines({"text": "Tea rose.", "date": written}))
    assert text.entry.published == date(2018, 2, 12)


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_cells_may_be_parted_by_comma_semicolon_or_tab(mark: str):
    content = f'\ufefftitle{mark}text\r\nTea{mark}"One{mark}\r\n""two"""\r\n\r\n'
    _, text = read(content, "export.csv")
    assert text.raw_text == f'One{mark}\r\n"two"'
    assert text.entry.title == "Tea"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("a,b\n1,2\n", 'no column that could be the text, only "a", "b"'),
        ("text,text\n1,2\n", "the same name"),
        ('text\n"One\n', "line 2"),
    ],
)
def test_a_table_that_is_none_says_why(content: str, words: str):
    (rejected,) = read(content, "export.csv")
    assert isinstance(rejected, Rejected)
    assert words in rejected.detail


def test_a_row_with_too_many_cells_is_named():
    _, rejected, text = read("title,text\nTea,One,two\nTea,Three\n", "export.csv")
    assert (rejected.source, rejected.reason) == ("export.csv/1", "format")
    assert text.raw_text == "Three"


def test_a_very_long_cell_is_read():
    _, text = read(f"text\n{'tea ' * 100_000}\n", "export.csv")
    assert len(text.raw_text) >= 399_999


def test_cells_of_a_parquet_table_keep_their_kind():
    row = {"text": "Tea.", "date": datetime(2018, 2, 12, 15, 32), "tags": ["tea", "trade"], "pages": 3, "note": None}
    _, text = read(parquet([row]), "export.parquet")
    assert text.entry.published == date(2018, 2, 12)
    assert text.entry.further == (("tags", "tea, trade"), ("pages", "3"), ("note", ""))


def test_markup_in_a_cell_is_read_as_a_page_is():
    _, text = read(lines({"text": "<p>Tea &amp; coffee</p><p>rose <b>fast</b>.</p>"}))
    assert text.raw_text == "Tea & coffee\n\nrose fast."


def test_half_a_character_becomes_one_that_can_be_written():
    _, text = read('{"text": "Tea \\ud83d rose"}')
    assert isinstance(text, Text)
    assert text.raw_text == "Tea \ufffd rose"


def test_an_empty_table_holds_no_article():
    assert [part.reason for part in read(b"")] == ["empty"]
    assert [part.reason for part in read(b"title,text\n", "export.csv")] == ["empty"]


@pytest.mark.parametrize(
    "head",
    [
        "sep=;\r\ntitle;text\r\n",
        '"sep=;"\ntitle;text\n',
        '"Tea, maize, rice";text\n',
        '"title";"text, whole"\n',
        "\ufefftitle;text\n",
    ],
)
def test_the_mark_between_cells_is_the_one_that_excel_names_or_the_first_line_has_outside_quotes(head: str):
    parts = read(f'{head}Tea;"One, two, three."\n', "export.csv")
    if "whole" in head:
        assert 'only "title", "text, whole"' in parts[0].detail
    else:
        assert parts[1].raw_text == "One, two, three."


def test_lines_are_counted_as_the_file_has_them():
    parts = read("sep=;\ntitle;text\nTea;One;Two\n", "export.csv")
    assert [part.detail for part in parts if isinstance(part, Rejected)] == [
        "line 3: 3 cells for 2 columns; put quotes around a cell with a comma"
    ]


@pytest.mark.parametrize("first", ["Tea rose,2018-02-12,One.", f"Tea rose,today,{'One. ' * 20}"])
def test_a_table_without_names_of_columns_is_told_from_one_without_a_text(first: str):
    (rejected,) = read(f"{first}\n", "export.csv")
    assert isinstance(rejected, Rejected)
    assert "the first line must name the columns" in rejected.detail


def test_empty_cells_behind_the_names_of_columns_are_no_columns():
    remark, text = read("text,title,,\nTea rose.,Tea,,\n", "export.csv")
    assert remark.remark == 'Columns by their names: text from "text", title from "title".'
    assert text.entry.further == ()


def test_a_table_as_excel_saves_it_in_western_countries_is_read_and_that_is_said():
    content = "title,text\nCafé – “Tea”,Fees of €5 for Señor Núñez’s café\n".encode("cp1252")
    remark, _, text = read(content, "export.csv")
    assert isinstance(remark, Remark)
    assert (remark.about, "Windows-1252" in remark.remark) == ("text", True)
    assert (text.entry.title, text.raw_text) == ("Café – “Tea”", "Fees of €5 for Señor Núñez’s café")


@pytest.mark.parametrize(
    ("words", "encoding"),
    [("Товарооборот вырос", "cp1251"), ("Café", "mac_roman"), ("Wałęsa", "cp1250"), ("Ataşehir", "cp1254")],
)
def test_a_table_in_another_encoding_is_not_misread(words: str, encoding: str):
    (rejected,) = read(f"title,text\n{words},Tea\n".encode(encoding), "export.csv")
    assert isinstance(rejected, Rejected)
    assert rejected.reason == "encoding"


def test_a_broken_place_does_not_turn_all_of_a_table_into_other_letters():
    (rejected,) = read("text\nCafé au lait ".encode() + b"\xff\n", "export.csv")
    assert isinstance(rejected, Rejected)
    assert rejected.detail == "not UTF-8 at byte 19; save it as UTF-8"


def test_of_several_columns_for_a_field_each_row_takes_the_first_that_it_has_filled():
    remark, first, second = read(
        lines({"text": "One.", "body": ""}, {"text": "", "body": "Two.", "summary": "In short."})
    )
    assert 'text from "text" or "body"' in remark.remark
    assert (first.raw_text, second.raw_text) == ("One.", "Two.")
    assert dict(second.entry.further)["summary"] == "In short."


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (["Tea rose.", "Coffee fell."], "Tea rose.\n\nCoffee fell."),
        (["tea", "coffee"], "tea, coffee"),
        ({"text": "Tea rose."}, "Tea rose."),
    ],
)
def test_a_text_may_be_a_list_of_paragraphs_or_stand_deeper(content: object, text: str):
    _, found = read(lines({"content": content}))
    assert found.raw_text == text


def test_bytes_in_a_cell_are_read_as_text():
    _, text = read(parquet([{"text": "Tea – rose.".encode()}]), "export.parquet")
    assert text.raw_text == "Tea – rose."


def test_a_table_of_wrong_rows_only_names_each_of_them():
    parts = read("{broken\n[1]\n")
    assert [(part.source, part.reason) for part in parts] == [
        ("export.jsonl/1", "format"),
        ("export.jsonl/2", "format"),
    ]


def test_half_a_character_in_the_name_of_a_column_or_in_another_cell_can_be_written_too():
    _, text = read('{"text": "Tea", "no\\ud83dte": "\\ud83d"}')
    assert text.entry.further == (("no\ufffdte", "\ufffd"),)


def test_entities_and_markup_in_the_title_are_read():
    _, text = read(
        lines({"text": "AT&amp;T sold tea.", "title": "AT&amp;T &mdash; <em>tea</em>", "source": "Tea &amp; Co"})
    )
    assert (text.raw_text, text.entry.title, text.entry.outlet) == ("AT&T sold tea.", "AT&T — tea", "Tea & Co")


def test_a_table_of_which_there_is_something_to_say_but_no_row_is_empty():
    remark, rejected = read("title,text,café\n".encode("cp1252"), "export.csv")
    assert (remark.about, rejected.reason) == ("text", "empty")


def test_of_very_many_columns_the_first_are_named():
    header = ",".join(["text", *(f"poll {number}" for number in range(5_000))])
    remark, _ = formats.texts(f"{header}\nTea exports rose by 12 percent.{',' * 5_000}\n".encode(), "tea.csv")
    assert isinstance(remark, Remark)
    assert remark.remark.endswith('"poll 39" and 4,960 further.')


def test_a_table_of_more_columns_than_articles_can_have_is_rejected():
    header = ",".join(["text", *(f"poll {number}" for number in range(10_000))])
    (rejected,) = formats.texts(f"{header}\nTea exports rose by 12 percent.{',' * 10_000}\n".encode(), "tea.csv")
    assert isinstance(rejected, Rejected)
    assert rejected.detail == "has 10,001 columns; keep those that tell of the articles"
