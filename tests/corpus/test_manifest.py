import os
from datetime import date
from pathlib import Path

import pytest

from analysis.corpus.manifest import Entry, entry_of, manifest_entries, merged, not_there, read_manifest
from analysis.records import InputError


def test_columns_are_read_and_the_further_ones_kept_in_order():
    entry = manifest_entries(
        "file, title ,published,event_date,translated,licence,source,note\n"
        ' a.txt ,"Trade, doubled", 2018-02-12 ,unknown,Yes,CC0,page 5,\n'
    )["a.txt"]
    assert (entry.title, entry.published, entry.event_date, entry.translated) == (
        "Trade, doubled",
        date(2018, 2, 12),
        None,
        True,
    )
    assert entry.further == (("licence", "CC0"), ("source", "page 5"), ("note", ""))


def test_unknown_and_empty_are_not_known():
    entry = manifest_entries(
        "file,title,outlet,url,published,language,translated\na.txt,unknown,Unknown,,UNKNOWN,unknown,unknown\n"
    )["a.txt"]
    assert (entry.title, entry.outlet, entry.url, entry.published, entry.language, entry.translated) == (
        "",
        "",
        "",
        None,
        "",
        None,
    )


def test_short_rows_blank_rows_and_paths_of_other_systems_are_read():
    assert list(manifest_entries("file,title\r\n2018\\a.txt\r\n\r\n ,\r\n./b.txt,B\r\n")) == ["2018/a.txt", "b.txt"]


WRONG = {
    "no column file": ("title\na\n", "line 1: no column `file`"),
    "nothing": ("", "line 1: no column `file`"),
    "semicolons": ("file;title\na.txt;A\n", "line 1: no column `file`"),
    "a column twice": ("file,title,title\n", "line 1: the column `title` stands there twice"),
    "a date that is none": (
        "file,published\na.txt,2018-02-12\nb.txt,2018-02-30\n",
        "line 3: published '2018-02-30' is no date",
    ),
    "a date day first": ("file,event_date\na.txt,12.02.2018\n", "line 2: event_date '12.02.2018' is no date"),
    "a comma too many": ("file,title\na.txt,Trade, doubled\n", "line 2: 3 cells for 2 columns"),
    "no file": ("file,title\n,A\n", "line 2: the column `file` is empty"),
    "a file twice": ("file\na.txt\na.txt\n", "line 3: a.txt is listed a second time"),
    "a quote left open": ('file,title\na.txt,"A\n', "line 2: unexpected end of data"),
}


@pytest.mark.parametrize(("text", "message"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_named_with_its_line(text: str, message: str):
    with pytest.raises(InputError) as caught:
        manifest_entries(text)
    assert f"articles.csv, {message}" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_byte_order_mark_is_no_part_of_the_first_column(tmp_path: Path):
    (tmp_path / "articles.csv").write_bytes(b"\xef\xbb\xbffile\na.txt\n")
    assert list(read_manifest(tmp_path)) == ["a.txt"]


def test_another_encoding_is_named_with_its_byte(tmp_path: Path):
    (tmp_path / "articles.csv").write_bytes("file,title\na.txt,Ташкент\n".encode("cp1251"))
    with pytest.raises(InputError, match=r"articles\.csv is not UTF-8 at byte 17"):
        read_manifest(tmp_path)


def test_a_folder_in_its_place_is_named(tmp_path: Path):
    (tmp_path / "articles.csv").mkdir()
    with pytest.raises(InputError, match="cannot be read"):
        read_manifest(tmp_path)


def test_a_pipe_in_its_place_is_named_and_not_waited_for(tmp_path: Path):
    os.mkfifo(tmp_path / "articles.csv")
    with pytest.raises(InputError, match=r"articles\.csv is a pipe or a device"):
        read_manifest(tmp_path)


def test_no_manifest_has_no_entries(tmp_path: Path):
    assert read_manifest(tmp_path) == {}


def test_manifests_of_sub_folders_hold_for_what_lies_there_and_the_outer_goes_first(tmp_path: Path):
    for folder, rows in (("", "file,title\npress/a.txt,Outer\n"), ("press", "file,title,outlet\na.txt,Inner,Daily\n"),
                         (".git", "nothing")):  # fmt: skip
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / "articles.csv").write_text(rows, "utf-8")
    entries = read_manifest(tmp_path)
    assert list(entries) == ["press/a.txt"]
    assert (entries["press/a.txt"].title, entries["press/a.txt"].outlet) == ("Outer", "Daily")


@pytest.mark.parametrize("source", [" tea.txt", "2018\\tea.txt", "press.zip/ tea.txt", " press.zip/tea.txt"])
def test_a_files_name_may_hold_what_a_manifest_writes_otherwise(source: str):
    entries = manifest_entries(f'file,title\n"{source}",Tea\n')
    assert entry_of(source, Entry(), entries).title == "Tea"
    assert list(not_there(entries, [source])) == []


def test_that_nothing_is_said_of_translation_is_not_a_no():
    entries = manifest_entries("file,translated\na.txt,yes\nb.txt,No\nc.txt,\nd.txt,perhaps\n")
    assert [entry.translated for entry in entries.values()] == [True, False, None, None]


def test_of_two_entries_the_first_goes_before_the_second():
    first = Entry(line=2, title="Tea", translated=False, further=(("note", "a"),))
    second = Entry(title="Coffee", outlet="Daily", translated=True, further=(("note", "b"), ("licence", "CC0")))
    assert merged(first, second) == Entry(
        line=2, title="Tea", outlet="Daily", translated=False, further=(("note", "a"), ("licence", "CC0"))
    )
    assert merged(Entry(), second) == second
