import base64
import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from importlib.abc import MetaPathFinder
from pathlib import Path

import pytest
from pypdf import PdfReader

from analysis.report import pdf, press
from analysis.report.pdf import Manuscript

MARKER = "only in the file on the disk"
DRAWING = f'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="20"><text y="15">{MARKER}</text></svg>'
STYLES = f'h1::after {{ content: "{MARKER}" }}'
# Every way in which a document can ask for a drawing, a style sheet, or anything at all, {0} being where it is.
FOR_A_DRAWING = (
    '<img alt="" src="{0}">',
    '<object data="{0}"></object>',
    '<embed src="{0}">',
    '<ul style="list-style-image: url({0})"><li>words</li></ul>',
    "<style>p::before {{ content: url({0}) }}</style><p>words</p>",
    '<svg width="90" height="20"><image href="{0}" width="90" height="20"/></svg>',
    '<a rel="attachment" href="{0}">words</a>',
)
FOR_STYLES = ('<link rel="stylesheet" href="{0}">', '<style>@import url("{0}");</style>')
FOR_PATTERN_AND_FONT = (
    '<p style="background: url({0})">words</p><style>@font-face {{ font-family: x; src: url("{0}") }}</style>'
)
PAGE = '<!doctype html><html lang="en"><head><title>Report</title></head><body><h1>Report</h1>{0}</body></html>'


class WithoutPango(MetaPathFinder):
    """What Python meets on a system without pango."""

    def find_spec(self, name: str, *_: object) -> None:
        if name == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0'")


@pytest.fixture
def server() -> Iterator[tuple[str, list[str]]]:
    """Yield the address of a server of this machine, and the list of what it is asked for."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as listening:
        threading.Thread(target=listening.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{listening.server_port}/asked", asked
        listening.shutdown()


def test_without_pango_there_is_no_pdf_and_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.split(".")[0] == "weasyprint"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [WithoutPango(), *sys.meta_path])
    assert press.answer(json.dumps([str(tmp_path / "a.pdf"), "<p>Report</p>", []])) is False
    assert list(tmp_path.iterdir()) == []


def test_the_program_ends_with_its_input_though_it_is_at_work(tmp_path: Path) -> None:
    long = json.dumps([str(tmp_path / "a.pdf"), f"<p>{'Trade grew. ' * 200_000}</p>", []])
    command = [sys.executable, "-m", "analysis.report.press"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, text=True) as process:
        assert process.stdin
        process.stdin.write(f"{long}\n")
        process.stdin.close()
        assert process.wait(timeout=20) == 0
    assert list(tmp_path.iterdir()) == []


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # it leaves a colour profile open
def test_a_document_that_fails_is_answered_with_the_reason(tmp_path: Path) -> None:
    reason = press.answer(json.dumps([str(tmp_path / "missing" / "a.pdf"), "<p>Report</p>", []]))
    assert str(reason).startswith("FileNotFoundError: ")


def printed(folder: Path, *bodies: str) -> list[PdfReader]:
    documents = {folder / f"{number}.pdf": Manuscript(PAGE.format(body)) for number, body in enumerate(bodies)}
    assert pdf.written(documents)
    return [PdfReader(path) for path in documents]


def says(reader: PdfReader) -> str:
    return " ".join([*(page.extract_text() for page in reader.pages), *reader.attachments])


def test_a_document_that_asks_for_a_file_does_not_get_it(tmp_path: Path) -> None:
    drawing, styles = tmp_path / "secret.svg", tmp_path / "secret.css"
    drawing.write_text(DRAWING)
    styles.write_text(STYLES)
    asking = [body.format(drawing.as_uri()) for body in FOR_A_DRAWING] + [
        body.format(styles.as_uri()) for body in FOR_STYLES
    ]
    for body, reader in zip(asking, printed(tmp_path, *asking), strict=True):
        assert MARKER not in says(reader), body
        assert "secret" not in says(reader), body


def test_a_document_that_asks_the_web_asks_nobody(tmp_path: Path, server: tuple[str, list[str]]) -> None:
    address, asked = server
    printed(tmp_path, *(body.format(address) for body in (*FOR_A_DRAWING, *FOR_STYLES, FOR_PATTERN_AND_FONT)))
    assert asked == []


def test_what_stands_in_the_document_itself_is_printed(tmp_path: Path) -> None:
    drawing, styles = (
        f"data:{kind};base64,{base64.b64encode(content.encode()).decode()}"
        for kind, content in (("image/svg+xml", DRAWING), ("text/css", STYLES))
    )
    bodies = [body.format(drawing) for body in FOR_A_DRAWING[:-1]] + [body.format(styles) for body in FOR_STYLES]
    assert [
        body for body, reader in zip(bodies, printed(tmp_path, *bodies), strict=True) if MARKER not in says(reader)
    ] == []
