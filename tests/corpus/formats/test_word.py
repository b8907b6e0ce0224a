import io
from datetime import date, datetime
from typing import Any

import docx
import pytest
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from analysis.corpus import formats
from analysis.corpus.text import Text
from analysis.records import Rejected

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


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


def added(document: Any, xml: str, to: str = "Tea rose.") -> Any:
    """Put a piece of XML into a new paragraph behind these words."""
    spaces = "".join(f' xmlns:{name}="{address}"' for name, address in SPACES.items())
    paragraph = document.add_paragraph(to)
    for piece in docx.oxml.parse_xml(f"<w:p{spaces}>{xml}</w:p>"):
        paragraph._p.append(piece)
    return document


SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
}
BOX = (
    "<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>{0}</w:txbxContent></mc:Choice>"
    "<mc:Fallback><w:pict><w:txbxContent>{0}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


def test_what_was_moved_away_or_hidden_is_not_read():
    moved = "<w:moveFrom><w:r><w:t> Moved.</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t> Here.</w:t></w:r></w:moveTo>"
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t> Hidden.</w:t></w:r>"
    shown = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t> Shown.</w:t></w:r>'
    assert text_of(added(docx.Document(), moved + hidden + shown)).raw_text == "Tea rose. Here. Shown."


def test_a_text_box_is_read_once_as_blocks_of_its_own_behind_the_paragraph_it_is_fixed_to():
    box = "<w:p><w:r><w:t>Coffee fell.</w:t></w:r></w:p><w:p><w:r><w:t>By 5%.</w:t></w:r></w:p>"
    document = added(docx.Document(), BOX.format(box) + "<w:r><w:t> So did maize.</w:t></w:r>")
    document.add_paragraph("The end.")
    assert text_of(document).raw_text == "Tea rose. So did maize.\n\nCoffee fell.\n\nBy 5%.\n\nThe end."


def test_a_text_box_may_hold_a_table_and_stand_in_one():
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r>{}</w:p></w:tc>"
    inner = f"<w:tbl><w:tr>{cell.format('Tea', '')}{cell.format('$5', '')}</w:tr></w:tbl>"
    outer = f"<w:tbl><w:tr>{cell.format('Outer', BOX.format(inner))}</w:tr></w:tbl>"
    document = added(docx.Document(), BOX.format(outer))
    assert text_of(document).raw_text == "Tea rose.\n\nOuter\nTea | $5"


@pytest.mark.parametrize("kind", ["footnotes", "endnotes"])
def test_notes_stand_behind_the_text(kind: str):
    note = '<w:{0} w:id="{1}"{2}><w:p><w:r><w:t>{3}</w:t></w:r></w:p></w:{0}>'
    notes = note.format(kind[:-1], 0, ' w:type="separator"', "---") + note.format(kind[:-1], 1, "", "Tea is $5 a kilo.")
    xml = f'<w:{kind} xmlns:w="{SPACES["w"]}">{notes}</w:{kind}>'
    document = docx.Document()
    document.add_paragraph("Tea rose.")
    part = Part(PackURI(f"/word/{kind}.xml"), "application/xml", xml.encode(), document.part.package)
    document.part.relate_to(part, f"{RELATIONS}/{kind}")
    document.add_paragraph("The end.")
    assert text_of(document).raw_text == "Tea rose.\n\nThe end.\n\nTea is $5 a kilo."


def test_an_old_document_under_a_new_name_is_told_from_a_damaged_one():
    (old,) = formats.texts(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "a.docx")
    (damaged,) = formats.texts(b"Tea", "a.docx")
    assert isinstance(old, Rejected)
    assert isinstance(damaged, Rejected)
    assert "an old Word document or has a password; save it as .docx in Word" in old.detail
    assert "is no Word document; open it in Word" in damaged.detail


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
