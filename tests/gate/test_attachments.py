from collections.abc import Mapping
from pathlib import Path

import pytest
from pypdf import PdfWriter

from analysis import gate
from analysis.gate import attachments
from analysis.report import data, pages, pdf
from analysis.report.pdf import Attachment, Manuscript

HTML = '<!doctype html><html lang="en"><head><title>Report</title></head><body><h1>Report</h1></body></html>'
FILE = Attachment("figures.csv", "Amounts", "figure_id\n27\n", "Data")


@pytest.mark.parametrize(
    ("inside", "faults"),
    [
        ({"figures.csv": b"figure_id\n27\n"}, []),
        ({"figures.csv": b"figure_id\n28\n"}, ["figures.csv inside it is not what the tables beside it give"]),
        ({}, ["figures.csv is not inside it"]),
        ({"figures.csv": b"figure_id\n27\n", "a.exe": b""}, ["a.exe is inside it, and should not be"]),
    ],
)
def test_files_inside_are_compared_one_by_one(inside: Mapping[str, bytes], faults: list[str]) -> None:
    assert list(attachments.compared(inside, [FILE])) == faults


def test_what_was_printed_is_read_again(tmp_path: Path) -> None:
    assert pdf.written({tmp_path / "a.pdf": Manuscript(HTML, (FILE,))})
    assert list(attachments.faults(tmp_path / "a.pdf", [FILE])) == []
    changed = FILE._replace(text="figure_id\n28\n")
    assert list(attachments.faults(tmp_path / "a.pdf", [changed])) == [
        "figures.csv inside it is not what the tables beside it give"
    ]


def test_a_second_file_of_the_same_name_is_not_passed_over(tmp_path: Path) -> None:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    for text in ("figure_id\n28\n", FILE.text):
        writer.add_attachment(FILE.name, text.encode())
    writer.write(tmp_path / "a.pdf")
    assert list(attachments.faults(tmp_path / "a.pdf", [FILE])) == [
        "figures.csv inside it is not what the tables beside it give"
    ]


def test_a_pdf_that_carries_other_data_than_stand_beside_it_is_named(printed_report: Path) -> None:
    corpus = data.load(printed_report)
    html = (printed_report / "countries/uzbekistan.html").read_text(encoding="utf-8")
    others = pages.attached(corpus, {})["countries/kazakhstan"]
    assert pdf.written({printed_report / "countries/uzbekistan.pdf": Manuscript(html, others)})
    found = gate.faults(printed_report)
    assert "countries/uzbekistan.pdf: datapackage.json inside it is not what the tables beside it give" in found
    assert "countries/uzbekistan.pdf: figures.csv inside it is not what the tables beside it give" in found
