import zipfile
from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any

import pytest

from analysis.corpus import formats
from analysis.corpus.formats import unpacking
from analysis.corpus.text import Text
from analysis.limits import Limits
from analysis.records import Remark

Zip = Callable[[dict[str, bytes]], bytes]


def read(content: bytes) -> list[Any]:
    return list(formats.texts(content, "press.zip"))


def sources(content: bytes) -> list[str]:
    return [part.source for part in read(content) if isinstance(part, Text)]


def rejected(content: bytes) -> dict[str, str]:
    return {part.source: part.reason for part in read(content) if not isinstance(part, Text)}


def test_files_are_read_in_order_of_their_path_and_others_passed_over_as_in_a_folder(zip_of: Zip):
    names = [
        "2018/b.txt",
        "2018/a.txt",
        ".hidden.txt",
        "README.md",
        "study.yml",
        "__MACOSX/a.txt",
        ".git/c.txt",
        "c.md",
    ]
    assert read(zip_of(dict.fromkeys(names, b"Tea.")))[0].raw_text == "Tea."
    assert sources(zip_of(dict.fromkeys(names, b"Tea."))) == [
        "press.zip/2018/a.txt", "press.zip/2018/b.txt", "press.zip/c.md",
    ]  # fmt: skip
    assert rejected(zip_of(dict.fromkeys(names, b"Tea."))) == {}


def test_what_is_saved_with_a_page_is_passed_over(zip_of: Zip):
    page = b"<p>Tea exports of Kenya rose by 5 percent."
    assert sources(zip_of({"Tea.html": page, "Tea_files/ad.html": page, "My_files/b.html": page})) == [
        "press.zip/My_files/b.html",
        "press.zip/Tea.html",
    ]


def test_a_manifest_says_of_the_files_beside_it(zip_of: Zip):
    manifest = b"file,published,desk\na.txt,2018-02-12,trade\nrows.jsonl/1,2018-02-13,\ngone.txt,,\n"
    rows = b'{"text": "One."}\n'
    parts = read(
        zip_of({"press/articles.csv": manifest, "press/a.txt": b"Tea.", "a.txt": b"Tea.", "press/rows.jsonl": rows})
    )
    found = {part.source: part.entry.published for part in parts if isinstance(part, Text)}
    assert found == {
        "press.zip/press/a.txt": date(2018, 2, 12),
        "press.zip/press/rows.jsonl/1": date(2018, 2, 13),
        "press.zip/a.txt": None,
    }
    (missing,) = (part for part in parts if getattr(part, "reason", "") == "missing")
    assert missing.source == "press.zip/press/gone.txt"


def test_a_wrong_manifest_is_named(zip_of: Zip):
    (part,) = read(zip_of({"articles.csv": b"file,published\na.txt,soon\n", "a.txt": b"Tea."}))
    assert "articles.csv, line 2" in part.detail


@pytest.mark.parametrize(
    "name", ["../a.txt", "/etc/a.txt", "C:/a.txt", "b/../../a.txt", "a\x07.txt", f"{'a' * 248}.txt"]
)
def test_a_path_that_leads_elsewhere_is_rejected_and_the_others_are_read(name: str, zip_of: Zip):
    content = zip_of({name: b"Tea.", "good.txt": b"Tea."})
    assert sources(content) == ["press.zip/good.txt"]
    assert list(rejected(content).values()) == ["unreadable"]


def test_an_archive_in_an_archive_is_read_and_no_deeper_one(zip_of: Zip):
    inner = zip_of({"a.txt": b"Tea."})
    assert sources(zip_of({"inner.zip": inner})) == ["press.zip/inner.zip/a.txt"]
    assert rejected(zip_of({"middle.zip": zip_of({"inner.zip": inner})})) == {
        "press.zip/middle.zip/inner.zip": "format"
    }


def test_a_file_larger_than_the_limit_is_not_unpacked(zip_of: Zip):
    content = zip_of({"a.txt": b"Tea. " * 250_000, "b.txt": b"Tea."})
    large, good = formats.texts(content, "press.zip", Limits(file_mb=1))
    assert good.source == "press.zip/b.txt"
    assert (large.source, large.detail) == ("press.zip/a.txt", unpacking.too_large(Limits(file_mb=1)))


@pytest.mark.parametrize(
    ("limits", "detail"),
    [
        (Limits(archive_files=3), "holds more than 3 files; split it, or raise archive_files in study.yml"),
        (Limits(unpacked_mb=3), "is larger than 3 MB unpacked; split it, or raise unpacked_mb in study.yml"),
    ],
)
def test_an_archive_of_more_files_or_more_bytes_than_the_limit_is_not_unpacked(
    zip_of: Zip, limits: Limits, detail: str
):
    content = zip_of({f"{name}.txt": b"Tea. " * 200_000 for name in "abcd"})
    (rejected,) = formats.texts(content, "press.zip", limits)
    assert (rejected.reason, rejected.detail) == ("unreadable", detail)


def packed(files: dict[str, bytes]) -> bytes:
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, file in files.items():
            archive.writestr(name, file)
    return content.getvalue()


def test_an_archive_made_to_fill_the_memory_is_not_unpacked_be_it_in_another_or_a_word_document():
    bomb = packed({"a.txt": bytes(30_000_000)})
    for content, name in ((bomb, "a.zip"), (packed({"b.zip": bomb}), "a.zip"), (bomb, "a.docx")):
        (rejected,) = formats.texts(content, name)
        assert "200 times its size unpacked" in rejected.detail


def test_an_archive_whose_files_lie_over_each_other_is_not_unpacked():
    """A small one may then hold much: bamsoftware.com/hacks/zipbomb."""
    content = BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("a.txt", b"Tea exports rose.")
        archive.filelist += archive.filelist * 9
    (rejected,) = formats.texts(content.getvalue(), "press.zip")
    assert "lie over each other" in rejected.detail


def test_a_locked_file_is_named(zip_of: Zip):
    content = bytearray(zip_of({"a.txt": b"Tea."}))
    with zipfile.ZipFile(BytesIO(content)) as found:
        start = found.start_dir
    content[start + 8] |= 1
    (part,) = read(bytes(content))
    assert "password" in part.detail


def test_files_of_no_known_kind_and_empty_archives_are_named(zip_of: Zip):
    assert rejected(zip_of({"a.jpg": b"Tea.", "b": b"Tea."})) == {"press.zip/a.jpg": "format", "press.zip/b": "format"}
    assert rejected(zip_of({})) == {"press.zip": "empty"}


def test_a_damaged_file_in_an_archive_is_named_and_the_others_are_read(zip_of: Zip):
    content = zip_of({"a.txt": b"Tea exports rose.", "b.txt": b"Tea."}).replace(b"exports rose", b"exports fell")
    assert sources(content) == ["press.zip/b.txt"]
    assert rejected(content) == {"press.zip/a.txt": "unreadable"}


def test_of_several_files_of_one_name_the_last_is_read_and_that_is_said():
    content = BytesIO()
    with zipfile.ZipFile(content, "w") as made:
        made.writestr("a.txt", "Tea rose.")
        with pytest.warns(UserWarning, match="Duplicate name"):
            made.writestr("a.txt", "Tea fell.")
    remark, text = read(content.getvalue())
    assert isinstance(remark, Remark)
    assert (remark.source, remark.about) == ("press.zip/a.txt", "text")
    assert text.raw_text == "Tea fell."


def test_a_row_for_a_table_or_a_folder_says_of_each_article_in_it_what_its_own_row_does_not(zip_of: Zip):
    manifest = b"file,outlet,title\nrows.jsonl,The Daily,Press\n2018,The Weekly,\n"
    rows = b'{"text": "One.", "title": "Tea"}\n{"text": "Two."}\n'
    parts = read(zip_of({"articles.csv": manifest, "rows.jsonl": rows, "2018/a.txt": b"Tea."}))
    assert [(part.entry.outlet, part.entry.title) for part in parts if isinstance(part, Text)] == [
        ("The Weekly", ""),
        ("The Daily", "Tea"),
        ("The Daily", "Press"),
    ]
    assert not [part for part in parts if getattr(part, "reason", "") == "missing"]


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        ("café.txt", "utf-8"),
        ("чай.txt", "utf-8"),
        ("чай и кофе.txt", "cp866"),
        ("café.txt", "cp437"),
        ("Über.txt", "cp437"),
    ],
)
def test_names_are_read_in_the_encoding_they_are_written_in(name: str, encoding: str, zip_of: Zip):
    written = name.encode(encoding)
    stem = "x" * (len(written) - len(".txt"))
    content = zip_of({f"{stem}.txt": b"Tea."}).replace(f"{stem}.txt".encode(), written)
    assert sources(content) == [f"press.zip/{name}"]
