"""PDF files: their lines, page by page. Pure."""

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, BinaryIO

from analysis.corpus.formats.made import Part, UnreadableError, made_text, said_date
from analysis.corpus.formats.page_head import without_site
from analysis.corpus.formats.pdf_lines import pages_text
from analysis.corpus.residue.titles import site_in
from analysis.corpus.text import Page
from analysis.limits import Limits
from analysis.records import Remark

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

# "Microsoft Word - tea.docx", "untitled", "tea.pdf": names that programs give
_PROGRAMS_TITLE = re.compile(r"Microsoft \w+ - .*|untitled|.*\.(?:docx?|pdf|html?|odt|rtf|indd)", re.IGNORECASE)


def texts(file: BinaryIO, source: str, _: Limits) -> Iterator[Part]:
    """Yield the article of a PDF file. Raises UnreadableError."""
    from pypdfium2 import PdfDocument, PdfiumError

    content = file.read()
    try:
        document = PdfDocument(content)
    except PdfiumError as error:
        if "password" in str(error).lower():
            raise UnreadableError("unreadable", "is locked with a password; save it without one") from None
        raise UnreadableError("format", "is no PDF file; save the article anew") from None
    try:
        text = pages_text(document)
        pictures = _pictures(document)
        if not text.strip():
            what = "its pages are pictures" if pictures else "its pages hold no text, pictures of it at best"
            raise UnreadableError("empty", f"{what}; run text recognition (OCR) and save it with its text")
        if pictures:
            what = f"Page {pictures[0]} holds" if len(pictures) == 1 else f"Pages {', '.join(map(str, pictures))} hold"
            yield Remark(source, "text", f"{what} pictures and no text, and may be pictures of text: that is not read.")
        yield made_text(source, text, content=content, page=_page(document))
    finally:
        document.close()


def _pictures(document: "PdfDocument") -> list[int]:
    """Return the numbers, from 1, of the pages that hold pictures and no text."""
    from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

    return [
        number
        for number, page in enumerate(document, start=1)
        if not page.get_textpage().get_text_range().strip()
        and next(page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE]), None) is not None
    ]


def _page(document: "PdfDocument") -> Page:
    properties = document.get_metadata_dict()
    title = " ".join(properties["Title"].split())
    title = "" if _PROGRAMS_TITLE.fullmatch(title) else title
    made = _made(properties["CreationDate"])
    return Page(
        title=without_site(title),
        outlet=site_in(title),
        author=properties["Author"].strip(),
        made=made,
        made_words=f"created {made}" if made else "",
    )


def _made(words: str) -> date | None:
    # D:20180212153200+05'00'
    match = re.match(r"D:(\d{8})", words)
    said = said_date(match[1]) if match else None
    return said.read() if said else None
