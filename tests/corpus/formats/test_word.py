import io
from datetime import date, datetime
from typing import Any

import docx
import pytest

from analysis.corpus import formats
from analysis.corpus.text import Text
from analysis.records import Rejected


def saved(document: Any) -> bytes:
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def text_of(document: Any) -> Any:
    (text,) = formats.texts(saved(document), "a.docx")
    assert isinstance(text, Text)
    return text


def test_paragraphs_headings_items_and_rows_stand_in_their_order():
    document = docx.Document()
    document.add_paragraph("Tea exports rise", style="Title")
    document.add_paragraph("Tea rose\u00a0by 5%.\nSo did coffee.")
    document.add_heading("What is sold", level=2)
    document.add_paragraph("tea", style="List Bullet")
    document.add_paragraph("coffee", style="List Number")
    table = document.add_table(rows=2, cols=2)
    for cell, words in zip(
        (cell for row in table.rows for cell in row.cells), ["Tea", "$5", "Coffee", ""], strict=True
    ):
        cell.text = words
    document.add_paragraph("")
    document.add_paragraph("The end.")
    assert text_of(document).raw_text == (
        "# Tea exports rise\n\nTea rose\u00a0by 5%.\nSo did coffee.\n\n# What is sold\n\n- tea\n- coffee\nTea | $5"
        "\nCoffee\n\nThe end."
    )


def test_what_was_inserted_is_read_and_what_was_deleted_is_not():
    document = docx.Document()
    paragraph = document.add_paragraph("Tea rose ")
    namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    for kind, text in (("ins", "t"), ("del", "delText")):
        words = {"ins": "fast", "del": "slowly"}[kind]
        xml = f'<w:{kind} {namespace} w:id="1" w:author="A"><w:r><w:{text}>{words}</w:{text}></w:r></w:{kind}>'
        paragraph._p.append(docx.oxml.parse_xml(xml))
    assert text_of(document).raw_text == "Tea rose fast"


@pytest.mark.parametrize(
    ("title", "expected"),
    [("Tea exports rise", "Tea exports rise"), ("Microsoft Word - tea.docx", ""), ("tea.doc", ""), ("", "")],
)
def test_properties_say_what_the_file_is(title: str, expected: str):
    document = docx.Document()
    document.add_paragraph("Tea rose.")
    document.core_properties.title, document.core_properties.author = title, "Jane Roe"
    document.core_properties.created = datetime(2018, 2, 12, 15, 32)
    page = text_of(document).page
    assert (page.title, page.author, page.published) == (expected, "Jane Roe", None)
    assert (page.made, page.made_words) == (date(2018, 2, 12), "created 2018-02-12")


def test_what_the_library_itself_writes_is_no_property():
    document = docx.Document()
    document.add_paragraph("Tea rose.")
    page = text_of(document).page
    assert (page.title, page.author, page.made) == ("", "", None)


def test_another_archive_is_no_document(zip_of: Any):
    (rejected,) = formats.texts(zip_of({"a.txt": b"Tea"}), "a.docx")
    assert isinstance(rejected, Rejected)
    assert rejected.reason == "format"
