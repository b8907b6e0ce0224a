"""Make the pictures that the README shows, of pages of a built report: python tests/publication/preview.py reports."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pypdfium2
from PIL import Image

HERE = Path(__file__).parent

WIDTH = 900  # pixels; drawn at twice that, so that type is smooth
COLOURS = 48  # enough for type and charts, and a fifth of the bytes
# Each picture: the document, and the bookmark of the page that it shows; without one, the first.
SHEETS = {
    "preview": ("report.pdf", "Findings"),
    "preview-trade": ("report.pdf", "Trade and investment"),
    "preview-brief": ("countries/kazakhstan.pdf", ""),
}
SCREEN = ("#evidence-figures", 1180, 800)  # the part of the web page, and the size of the screen


def page_number(document: pypdfium2.PdfDocument, title: str) -> int:
    """Return the number, from 0, of the first page whose bookmark has a title; without a title, of the first page."""
    pages = (mark.get_dest().get_index() for mark in document.get_toc() if mark.get_title() == title)
    return next(pages) if title else 0


def sheet(path: Path, title: str) -> Image.Image:
    """Return a page of a PDF as a picture."""
    with pypdfium2.PdfDocument(path) as document:
        page = document[page_number(document, title)]
        return page.render(scale=2 * WIDTH / page.get_width()).to_pil()


def screen(path: Path, target: Path) -> Image.Image | None:
    """Return a web page as a picture, kept in `target` on the way; None where there is no browser."""
    node, chromium = shutil.which("node"), shutil.which("chromium")
    if not (node and chromium and (HERE / "node_modules").exists()):
        print("no picture of the web page: it needs chromium, node and make validators", file=sys.stderr)
        return None
    command = [node, HERE / "picture.mjs", path, *SCREEN, target]
    environment = {**os.environ, "CHROMIUM": chromium}
    subprocess.run(list(map(str, command)), check=True, stdout=subprocess.DEVNULL, env=environment)
    return Image.open(target).convert("RGB")


def save(picture: Image.Image, target: Path) -> None:
    """Write a picture small, the same bytes each time."""
    height = round(picture.height * WIDTH / picture.width)
    picture.resize((WIDTH, height), Image.Resampling.BOX).quantize(COLOURS).save(target, optimize=True)
    print(target)


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    for name, (document, title) in SHEETS.items():
        save(sheet(folder / document, title), folder / f"{name}.png")
    if web := screen(folder / "report.html", folder / "preview-web.png"):
        save(web, folder / "preview-web.png")
