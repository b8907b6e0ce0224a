import shutil
from collections import Counter
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from analysis import gate
from analysis.gate import printed
from analysis.report import pdf
from analysis.report.pdf import Manuscript

HTML = """<!doctype html><html lang="en"><head><title>Report</title>
<style>@page {{ @bottom-right {{ content: counter(page) " of " counter(pages) }} }}</style></head>
<body><header><h1>Report</h1></header><main id="main"><section class="chapter" id="a"><h2>A</h2>
<p>Trade reached <a class="cite" href="#e-27">{0}</a> in 2021.</p><ol><li>First</li><li>Second</li></ol>
<svg width="90" height="20"><title>20 marks</title><text y="15">2016</text></svg>
<h3 id="{1}">Evidence</h3></section></main></body></html>"""
PAGE = HTML.format("$37.1 bn", "e-27")


def soup(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a page as printed, and with what was printed of spoilt ones."""
    folder = tmp_path_factory.mktemp("papers")
    kinds = {
        "right": PAGE,
        "digit": HTML.format("$37.2 bn", "e-27"),
        "more": PAGE.replace("<ol>", "<p>Again: 37.1.</p><ol>"),
        "fewer": PAGE.replace("2016", "then"),
        "lost": HTML.format("$37.1 bn", "e-28"),
        "unlinked": PAGE.replace('href="#e-27"', ""),
    }
    assert pdf.written({folder / f"{name}.pdf": Manuscript(html) for name, html in kinds.items()})
    return folder


def test_a_page_as_it_was_printed_has_no_fault(papers: Path) -> None:
    assert list(printed.faults(papers / "right.pdf", soup(PAGE))) == []


def test_what_printing_adds_at_links_and_at_the_heads_of_sheets_is_expected(tmp_path: Path) -> None:
    sheets = "@top-left { content: string(title) } } @page :first { @top-left { content: none } }"
    page = ".reference-to::after { content: target-counter(attr(data-to), page) }"
    styles = f"h1 {{ string-set: title attr(data-running) }} {page}"
    html = (
        PAGE.replace("}</style>", f"{sheets} {styles} h3 {{ break-before: page }}</style>")
        .replace("<h1>Report</h1>", '<h1 data-running="Report of 2…">Report of 2018 to 2025</h1>')
        .replace("<ol>", '<p><a href="#e-27">See<span class="reference-to" data-to="#e-27">Chart 3 </span></a></p><ol>')
    )
    assert pdf.written({tmp_path / "a.pdf": Manuscript(html)})
    assert list(printed.faults(tmp_path / "a.pdf", soup(html))) == []


@pytest.mark.parametrize(
    ("name", "faults"),
    [
        (
            "digit",
            ["page 1: 37.2 stands more often than on the page it was printed from, by 1",
             "37.1 stands less often than on the page it was printed from, by 1"],
        ),
        ("more", ["page 1: 37.1 stands more often than on the page it was printed from, by 1"]),
        ("fewer", ["2016 stands less often than on the page it was printed from, by 1"]),
        ("lost", ["“$37.1 bn” has no link to its evidence"]),
        ("unlinked", ["“$37.1 bn” has no link to its evidence"]),
    ],
)  # fmt: skip
def test_a_pdf_that_is_not_as_its_page_is_named_with_what_differs(papers: Path, name: str, faults: list[str]) -> None:
    assert list(printed.faults(papers / f"{name}.pdf", soup(PAGE))) == faults


@pytest.mark.parametrize("content", [b"", b"no PDF", b"%PDF-1.7\n%%EOF"])
def test_a_file_that_is_no_pdf_is_a_fault_of_one_line(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "report.pdf").write_bytes(content)
    (fault,) = printed.faults(tmp_path / "report.pdf", soup(PAGE))
    assert fault.startswith("is no PDF that can be read")
    assert "\n" not in fault


def test_half_a_pdf_is_a_fault(papers: Path, tmp_path: Path) -> None:
    whole = (papers / "right.pdf").read_bytes()
    (tmp_path / "half.pdf").write_bytes(whole[: len(whole) // 2])
    assert list(printed.faults(tmp_path / "half.pdf", soup(PAGE)))


def test_numbers_are_counted_with_their_decimals() -> None:
    assert printed.numbers("37.1 bn, 4,000 and 27, 27.") == Counter({"27": 2, "37.1": 1, "4,000": 1})


def test_a_fresh_report_with_its_pdfs_passes(printed_report: Path) -> None:
    assert (printed_report / "countries/kazakhstan.pdf").exists()
    assert gate.faults(printed_report) == []


def test_a_pdf_of_another_page_is_a_fault(printed_report: Path) -> None:
    shutil.copyfile(printed_report / "countries/uzbekistan.pdf", printed_report / "report.pdf")
    assert any(line.startswith("report.pdf: ") for line in gate.faults(printed_report))


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("report.pdf", "report.pdf: is missing, though other PDFs are there; build the report again"),
        (
            "countries/russia.pdf",
            "countries/russia.pdf: is missing, though other PDFs are there; build the report again",
        ),
        ("countries/russia.html", "countries/russia.pdf: there is no page that it was printed from"),
    ],
)
def test_a_pdf_without_its_page_or_a_page_without_its_pdf_is_named(printed_report: Path, name: str, fault: str) -> None:
    (printed_report / name).unlink()
    assert fault in gate.faults(printed_report)


def test_a_pdf_of_another_page_with_the_same_numbers_is_named(printed_report: Path) -> None:
    countries = printed_report / "countries"
    (countries / "russia.pdf").write_bytes((countries / "kazakhstan.pdf").read_bytes())
    assert any(line.startswith("countries/russia.pdf: is titled “Kazakhstan: ") for line in gate.faults(printed_report))
