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


@pytest.mark.parametrize("written", ["31.02.2018", "03/04/2018", "yesterday", "1518449520"])
def test_a_date_that_is_none_is_left_out_and_said(written: str):
    _, remark, text = read(lines({"text": "Tea rose.", "date": written}))
    assert remark.about == "date"
    assert written in remark.remark
    assert text.entry.published is None


@pytest.mark.parametrize("written", ["2018-02-12", "12 February 2018", "Mon, 12 Feb 2018 15:32:00 +0500", "20180212"])
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
