import sys
from importlib.abc import MetaPathFinder
from pathlib import Path

import pytest
from pypdf import PdfReader

from analysis.report import pdf

HTML = """<!doctype html><html lang="en"><head><title>Report</title></head><body>
<h1>Report</h1><p><a href="#e-27">$27 bn</a></p>{0}
<h2 id="e-27" style="break-before: page">Evidence</h2></body></html>"""


def test_a_citation_opens_its_evidence_inside_the_pdf(tmp_path: Path) -> None:
    assert pdf.written(HTML.format(""), tmp_path / "a.pdf")
    reader = PdfReader(tmp_path / "a.pdf")
    (link,) = (annotation.get_object() for annotation in reader.pages[0]["/Annots"])
    assert reader.get_destination_page_number(reader.named_destinations[link["/Dest"]]) == 1
    assert [item.title for item in reader.outline[:1]] == ["Report"]


def test_the_same_page_has_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        pdf.written(HTML.format(""), tmp_path / name)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_nothing_is_read_from_the_disk(tmp_path: Path) -> None:
    (tmp_path / "secret.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>secret</text></svg>'
    )
    image = f'<img alt="kept out" src="file://{tmp_path}/secret.svg">'
    pdf.written(HTML.format(image), tmp_path / "a.pdf")
    text = PdfReader(tmp_path / "a.pdf").pages[0].extract_text()
    assert "secret" not in text
    assert "kept out" in text


class WithoutPango(MetaPathFinder):
    """What Python meets on a system without pango."""

    def find_spec(self, name: str, *_: object) -> None:
        if name == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0'")


def test_without_pango_there_is_no_pdf_and_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.split(".")[0] == "weasyprint"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [WithoutPango(), *sys.meta_path])
    assert not pdf.written(HTML.format(""), tmp_path / "a.pdf")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("system", ["Debian", "Fedora", "macOS", "conda"])
def test_the_message_on_pango_says_how_to_install_it(system: str) -> None:
    assert f"{system}: " in pdf.PANGO_MISSING
    assert "\n" not in pdf.PANGO_MISSING
