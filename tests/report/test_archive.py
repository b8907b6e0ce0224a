from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader

from analysis.report import pdf
from analysis.report.pdf import Attachment, Manuscript

HTML = """<!doctype html><html lang="en"><head><title>Russia &amp; Central Asia</title>
<meta name="author" content="A desk"><meta name="description" content="5 articles">
<meta name="dcterms.created" content="2025-10-09"><meta name="dcterms.modified" content="2025-10-09"></head><body>
<h1>Russia</h1>
<p><a href="#e-27">$27 <mark>bn</mark><sup>3</sup></a>, <a href="#e-27" aria-label="Putin, 2022: $37.1 bn"></a></p>
<svg role="img" width="90" height="20"><title>Trade rose from 20 to 27.</title><text y="15">27</text></svg>
<table><thead><tr><th scope="col">Amount</th><th scope="col">Year</th></tr></thead>
<tbody><tr><th scope="row">$27 bn</th><td>2021</td></tr></tbody></table>
<h2 id="e-27" style="break-before: page">Evidence</h2></body></html>"""

FILES = (
    Attachment("articles.csv", "The articles", "article_id\n002\nрост\n", "Data"),
    Attachment("datapackage.json", "What the tables hold", "{}\n", "Supplement"),
)


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("papers")
    assert pdf.written({folder / f"{name}.pdf": Manuscript(HTML, FILES) for name in ("one", "two")})
    return folder / "one.pdf"


@pytest.fixture(scope="module")
def reader(paper: Path) -> PdfReader:
    return PdfReader(paper)


def tags(part: Any) -> Iterator[Any]:
    """Yield the tags below one, itself included, in the order of reading."""
    part = part.get_object()
    if isinstance(part, list):
        for one in part:
            yield from tags(one)
    elif hasattr(part, "get"):
        yield part
        yield from tags(part["/K"]) if "/K" in part else ()


def tagged(reader: PdfReader, kind: str) -> list[Any]:
    return [tag for tag in tags(reader.root_object["/StructTreeRoot"]) if tag.get("/S") == kind]


def test_a_document_declares_both_standards(reader: PdfReader) -> None:
    metadata = ElementTree.fromstring(reader.root_object["/Metadata"].get_data())
    (rdf,) = metadata
    said = {name: value for part in rdf for name, value in part.attrib.items()}
    assert said["{http://www.aiim.org/pdfa/ns/id/}part"] == "3"
    assert said["{http://www.aiim.org/pdfa/ns/id/}conformance"] == "A"
    assert [part.text for part in rdf.iter("{http://www.aiim.org/pdfua/ns/id/}part")] == ["1"]


def test_title_author_subject_and_dates_are_those_of_the_page(reader: PdfReader) -> None:
    about = reader.metadata
    assert about
    assert (about.title, about.author, about.subject) == ("Russia & Central Asia", "A desk", "5 articles")
    assert about["/CreationDate"] == about["/ModDate"] == "D:20251009"
    assert reader.root_object["/Lang"] == "en"


def test_headings_are_bookmarks(reader: PdfReader) -> None:
    assert [item.title if hasattr(item, "title") else [one.title for one in item] for item in reader.outline] == [
        "Russia", ["Evidence"],
    ]  # fmt: skip


def test_headings_of_columns_and_rows_say_which_they_are(reader: PdfReader) -> None:
    assert [tag["/A"]["/Scope"] for tag in tagged(reader, "/TH")] == ["/Column", "/Column", "/Row"]


def test_a_drawing_says_what_it_shows(reader: PdfReader) -> None:
    assert [tag["/Alt"] for tag in tagged(reader, "/Figure")] == ["Trade rose from 20 to 27."]


def test_a_link_says_its_label_or_its_words_and_has_a_place_in_the_structure(reader: PdfReader) -> None:
    annotations = [one.get_object() for one in reader.pages[0]["/Annots"]]
    assert [one["/Contents"] for one in annotations] == ["$27 bn 3", "Putin, 2022: $37.1 bn"]
    inside = [tag["/Obj"] for link in tagged(reader, "/Link") for tag in tags(link) if tag.get("/Type") == "/OBJR"]
    assert inside == annotations


def test_files_stand_inside_with_what_they_are_to_the_document(reader: PdfReader) -> None:
    files = [one.get_object() for one in reader.root_object["/AF"]]
    assert [(one["/UF"], one["/Desc"], one["/AFRelationship"]) for one in files] == [
        ("articles.csv", "The articles", "/Data"),
        ("datapackage.json", "What the tables hold", "/Supplement"),
    ]
    assert [one["/EF"]["/F"]["/Subtype"] for one in files] == ["/text/csv", "/application/json"]
    assert {one["/EF"]["/F"]["/Params"]["/ModDate"] for one in files} == {"D:20251009000000Z"}
    assert dict(reader.attachments) == {one.name: [one.text.encode()] for one in FILES}


def test_the_same_document_has_the_same_bytes(paper: Path) -> None:
    assert paper.read_bytes() == paper.with_name("two.pdf").read_bytes()


def test_parts_of_a_letter_are_no_numbers_in_the_text(tmp_path: Path) -> None:
    from analysis.report import fonts

    words = "رئیسی تهران"
    style = f"<style>{fonts.typefaces(words).print} p {{ font-family: var(--serif) }}</style>"
    assert pdf.written({tmp_path / "a.pdf": Manuscript(f'<html lang="fa"><title>x</title>{style}<p>{words}</p>')})
    from analysis.gate import printed

    assert printed.numbers("".join(printed.texts(tmp_path / "a.pdf"))) == {}
