import io
import zipfile
from collections.abc import Callable
from typing import Any

import pytest

from analysis.corpus import formats
from analysis.corpus.text import Text
from analysis.records import Rejected, Remark


@pytest.mark.parametrize(
    ("made", "ending", "called"),
    [
        ("pdf", "txt", "a PDF"),
        ("pdf", "docx", "a PDF"),
        ("html", "txt", "a web page"),
        ("html", "pdf", "a web page"),
        ("html", "eml", "a web page"),
        ("html", "xml", "a web page"),
        ("docx", "pdf", "a Word document"),
        ("docx", "zip", "a Word document"),
        ("parquet", "csv", "a Parquet table"),
        ("zip", "txt", "a zip archive"),
        ("txt", "html", "plain text"),
    ],
)
def test_a_file_with_a_wrong_ending_is_read_by_what_it_is_and_that_is_told(
    made: str, ending: str, called: str, stories: tuple[Any, ...], makers: dict[str, Callable[[Any], bytes]]
):
    content = makers[made](stories[0])
    (expected,) = (part for part in formats.texts(content, f"a.{made}") if isinstance(part, Text))
    remark, *_, text = formats.texts(content, f"a.{ending}")
    assert isinstance(remark, Remark)
    assert remark.remark == f"The file is {called}, whatever its name says, and is read as that."
    assert isinstance(text, Text)
    assert text.raw_text == expected.raw_text


def test_a_file_with_its_own_ending_has_no_remark(
    stories: tuple[Any, ...], each_format: tuple[str, Callable[[Any], bytes]]
):
    ending, made = each_format
    parts = formats.texts(made(stories[0]), f"a.{ending}")
    assert not [part for part in parts if isinstance(part, Remark) and "whatever its name says" in part.remark]


@pytest.mark.parametrize("beginning", [b"\n", b"\xef\xbb\xbf", b'<?xml version="1.0"?>\n', b"<!-- saved -->\n"])
def test_a_page_is_known_behind_what_may_stand_before_it(beginning: bytes):
    *_, text = formats.texts(beginning + b"<!doctype html><p>Tea exports rose by 5 percent.", "a.txt")
    assert isinstance(text, Text)
    assert text.raw_text == "Tea exports rose by 5 percent."


@pytest.mark.parametrize("content", [b"Is <html> a tag?", b"PKW sales rose.", b"PDF is a format: %PDF-1.7", b"# <p>"])
def test_a_text_about_formats_is_a_text(content: bytes):
    (text,) = formats.texts(content, "a.txt")
    assert isinstance(text, Text)


@pytest.mark.parametrize("ending", ["txt", "md", "docx", "html"])
def test_what_no_reader_knows_is_not_read_as_an_article(ending: str):
    (rejected,) = formats.texts(b"{\\rtf1\\ansi Tea exports rose.}", f"a.{ending}")
    assert isinstance(rejected, Rejected)
    assert rejected.detail == "is an RTF document; open it in a word processor and save it as .docx"


def test_a_word_document_whose_files_stand_in_another_order_is_one(
    stories: tuple[Any, ...], makers: dict[str, Callable[[Any], bytes]]
):
    content = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(makers["docx"](stories[0]))) as document, zipfile.ZipFile(content, "w") as other:
        for name in reversed(document.namelist()):
            other.writestr(name, document.read(name))
    (text,) = formats.texts(content.getvalue(), "a.docx")
    assert isinstance(text, Text)
