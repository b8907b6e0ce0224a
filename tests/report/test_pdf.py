import shutil
import subprocess
import sys
from pathlib import Path

import fontpkg
import psutil
import pytest
from pypdf import PdfReader

from analysis.records import InputError
from analysis.report import pdf
from analysis.report.pdf import Manuscript

HTML = """<!doctype html><html lang="en"><head><title>Report</title></head><body>
<h1>Report</h1><p><a href="#e-27">$27 bn</a></p>{0}
<h2 id="e-27" style="break-before: page">Evidence</h2></body></html>"""

# What stands in WeasyPrint's place: a system without pango, one short of memory, and a document that is never done.
WITHOUT_PANGO = "print('install the libraries')\nraise OSError('cannot load libpango')"
ENDING = "import os\nos._exit(9)"
ENDLESS = "import time\ntime.sleep(600)"


def documents(folder: Path, count: int = 3) -> dict[Path, Manuscript]:
    return {folder / f"{number}.pdf": manuscript(f"<p>{'again ' * number}</p>") for number in range(count)}


def manuscript(words: str = "") -> Manuscript:
    return Manuscript(HTML.format(words))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder to print to."""
    (tmp_path / "out").mkdir()
    return tmp_path / "out"


def replace_weasyprint(source: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder.parent / "weasyprint.py").write_text(source)
    monkeypatch.setenv("PYTHONPATH", str(folder.parent))


def test_a_citation_opens_its_evidence_inside_the_pdf(folder: Path) -> None:
    assert pdf.written({folder / "a.pdf": manuscript()})
    reader = PdfReader(folder / "a.pdf")
    (link,) = (annotation.get_object() for annotation in reader.pages[0]["/Annots"])
    assert reader.get_destination_page_number(reader.named_destinations[link["/Dest"]]) == 1
    assert [item.title for item in reader.outline[:1]] == ["Report"]


def test_the_same_page_has_the_same_bytes_whatever_is_printed_before_it(folder: Path) -> None:
    among = documents(folder, 5)
    shortest = min(among, key=lambda target: len(among[target].html))
    alone = folder / "alone.pdf"
    assert pdf.written(among)
    assert pdf.written({alone: among[shortest]})
    assert shortest.read_bytes() == alone.read_bytes()
    assert len({target.read_bytes() for target in among}) == len(among)


def test_what_is_printed_in_the_background_is_whole_at_the_end(folder: Path) -> None:
    with pdf.printing(documents(folder)):
        seen_meanwhile = 27
    assert seen_meanwhile == 27
    assert sorted(path.name for path in folder.iterdir()) == ["0.pdf", "1.pdf", "2.pdf"]
    assert not psutil.Process().children()


def test_nothing_to_print_is_no_failure() -> None:
    assert pdf.written({})


def test_without_pango_there_is_no_pdf_and_no_error(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    replace_weasyprint(WITHOUT_PANGO, folder, monkeypatch)
    assert not pdf.written(documents(folder))
    assert list(folder.iterdir()) == []
    assert capfd.readouterr() == ("", "")


def test_a_process_that_is_ended_is_one_line_and_leaves_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    replace_weasyprint(ENDING, folder, monkeypatch)
    with pytest.raises(InputError, match=r"^\d\.pdf: could not be printed as PDF: its process ended early") as raised:
        pdf.written(documents(folder))
    assert "\n" not in str(raised.value)
    assert list(folder.iterdir()) == []
    assert capfd.readouterr() == ("", "")


def test_a_document_that_cannot_be_written_is_named_and_the_others_are_removed(folder: Path) -> None:
    lost = folder / "missing" / "lost.pdf"
    with pytest.raises(InputError, match=r"lost\.pdf: could not be printed as PDF: FileNotFoundError"):
        pdf.written({**documents(folder), lost: manuscript()})
    assert list(folder.iterdir()) == []


def test_an_interrupt_ends_the_processes_and_leaves_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace_weasyprint(ENDLESS, folder, monkeypatch)

    def interrupted() -> None:
        with pdf.printing(documents(folder)):
            assert len(psutil.Process().children()) == pdf.AT_A_TIME
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert not psutil.Process().children()
    assert list(folder.iterdir()) == []


def test_processes_end_when_the_one_that_started_them_is_killed(folder: Path) -> None:
    code = f"""if True:
        import time
        from pathlib import Path
        from analysis.report import pdf
        with pdf.printing({{Path({str(folder / "a.pdf")!r}): pdf.Manuscript("<p>Report</p>")}}) as outcome:
            outcome.result()
            print("printed", flush=True)
            time.sleep(600)"""
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stdout.readline() == b"printed\n"
        children = psutil.Process(process.pid).children()
        process.kill()
    assert len(children) == 1
    assert not psutil.wait_procs(children, timeout=10)[1]


@pytest.mark.parametrize("system", ["Debian", "Fedora", "macOS", "conda"])
def test_the_message_on_pango_says_how_to_install_it(system: str) -> None:
    assert f"{system}: " in pdf.PANGO_MISSING
    assert "\n" not in pdf.PANGO_MISSING


def test_no_font_of_the_system_is_used(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    system = folder.parent / "fonts"
    system.mkdir()
    shutil.copy(fontpkg.path("IBM Plex Serif"), system)
    (folder.parent / "fonts.conf").write_text(f"<fontconfig><dir>{system}</dir></fontconfig>")
    monkeypatch.setenv("FONTCONFIG_FILE", str(folder.parent / "fonts.conf"))
    html = HTML.format('<p style="font-family: IBM Plex Serif, serif">27 bn</p>')
    assert pdf.written({folder / "a.pdf": Manuscript(html)})
    used = {
        str(font.get_object()["/BaseFont"])
        for font in PdfReader(folder / "a.pdf").pages[0]["/Resources"]["/Font"].values()
    }
    assert used
    assert all("+DejaVu-" in font for font in used)
