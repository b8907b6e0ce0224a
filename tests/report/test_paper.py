"""The report on the project's own articles as it is printed, on either paper: how it is parted into pages."""

import json
from pathlib import Path
from typing import Any

import pytest
from weasyprint import HTML
from weasyprint.document import Document
from weasyprint.formatting_structure.boxes import LineBox

import analysis
from analysis import charts, prose
from analysis.report import chapters, document, fonts, page
from analysis.report.document import Heading
from analysis.report.order import NOTEBOOKS, PAPERS

SHOWN = ("overview", "sources", "trade-and-investment", "security", "evidence", "method")
HEADINGS = ("h1", "h2", "h3", "h4", "caption")


def shown(notebook: Path, **known: Any) -> str:
    """Return what a notebook shows, its cells run here and not in a kernel."""
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    sources = [("".join(cell["source"]), cell["cell_type"]) for cell in cells]
    return "\n".join(
        chapters.prose(source) if kind == "markdown" else eval(source, known)._repr_html_()
        for source, kind in sources
        if kind == "markdown" or source.startswith(("prose.", "charts."))
    )


@pytest.fixture(scope="module", params=PAPERS)
def sheets(request: pytest.FixtureRequest) -> Document:
    """Return the pages of the report."""
    found = analysis.read("seeds")
    known = {"prose": prose, "charts": charts, "found": found}
    joined = page.joined({name: shown(NOTEBOOKS / f"{name}.ipynb", **known) for name in SHOWN})
    heading = Heading(found.study.title, found.articles)
    typefaces = fonts.typefaces(document.rendered(joined, heading, "")).print
    return HTML(string=document.print_version(joined, heading, typefaces, request.param)).render()


def boxes(sheet: Any) -> list[Any]:
    """Return the boxes on a page, without those in its margins."""
    return [box for box in sheet._page_box.children[0].descendants() if box.element is not None]


def elements(sheet: Any, *tags: str) -> list[Any]:
    """Return the elements of some kinds that have a box on a page, each once."""
    return list({id(box.element): box.element for box in boxes(sheet) if box.element_tag in tags}.values())


def lowest(sheet: Any) -> str:
    """Return what the last line of words on a page belongs to, by its tag."""
    blocks = [box for box in boxes(sheet) if any(isinstance(part, LineBox) for part in getattr(box, "children", ()))]
    return str(max(blocks, key=lambda box: box.position_y + box.height).element_tag)


def test_page_one_is_one_page(sheets: Document) -> None:
    with_overview = [sheet for sheet in sheets.pages if "overview" in sheet.anchors]
    (overview,) = with_overview
    assert {"overview-findings", "overview-what-may-not-be-concluded"} <= overview.anchors.keys()
    following = sheets.pages[sheets.pages.index(overview) + 1]
    assert "sources" in following.anchors


def test_a_chart_stands_on_one_page_with_its_title_and_caption(sheets: Document) -> None:
    charts_of_pages = [elements(sheet, "figure") for sheet in sheets.pages]
    assert sum(map(len, charts_of_pages)) >= 5
    assert len({id(chart) for charts in charts_of_pages for chart in charts}) == sum(map(len, charts_of_pages))
    for sheet, there in zip(sheets.pages, charts_of_pages, strict=True):
        assert len(elements(sheet, "figcaption")) == len(there)


def test_no_heading_stands_at_the_foot_of_a_page(sheets: Document) -> None:
    assert not [number for number, sheet in enumerate(sheets.pages, 1) if lowest(sheet) in HEADINGS]


def test_rows_are_whole_and_below_their_heading_on_every_page(sheets: Document) -> None:
    rows = [row for sheet in sheets.pages for row in elements(sheet, "tr") if row.find("td") is not None]
    assert len({id(row) for row in rows}) == len(rows) > 100
    for sheet in sheets.pages:
        tables = [table for table in elements(sheet, "table") if table.find("thead") is not None]
        assert len(elements(sheet, "thead")) == len(tables)
