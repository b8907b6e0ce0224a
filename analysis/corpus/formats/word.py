"""Word documents: their paragraphs, list items and rows of tables in order. Pure."""

import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from analysis.corpus.formats.made import Part, UnreadableError, made_text
from analysis.corpus.text import Page

if TYPE_CHECKING:
    from docx.document import Document

# Paragraphs outside tables and rows of tables; a text box stands twice in the file, the second time as a fallback.
_BLOCKS = (
    ".//w:p[not(ancestor::w:tbl or ancestor::w:txbxContent)] | .//w:tr[not(ancestor::w:tr or ancestor::w:txbxContent)]"
)
# What is deleted stands in w:delText, what was moved away in w:moveFrom.
_SHOWN = "[not(ancestor::w:txbxContent or ancestor::w:moveFrom or ancestor::w:r/w:rPr/w:vanish)]"
_RUNS = " | ".join(f".//w:{kind}{_SHOWN}" for kind in ("t", "tab", "br", "cr", "noBreakHyphen"))
_CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
# "Microsoft Word - tea.docx", "Word Document", "tea.docx": names that programs give
_PROGRAMS_TITLE = re.compile(r"Microsoft Word\b.*|Word Document|.*\.docx?", re.IGNORECASE)
_PROGRAMS_NAME = "python-docx"


def texts(content: bytes, source: str) -> Iterator[Part]:
    """Yield the article of a Word document. Raises UnreadableError."""
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    try:
        document = docx.Document(io.BytesIO(content))
    except (PackageNotFoundError, KeyError, ValueError):
        raise UnreadableError(
            "format", "is no Word document; open it in Word and save it as .docx, without a password"
        ) from None
    yield made_text(source, _story(document), content=content, page=_page(document))


def _story(document: "Document") -> str:
    names = {style.style_id: style.name or "" for style in document.styles}
    text, in_list = "", False
    for element in document.element.body.xpath(_BLOCKS):
        line, joins = _row(element) if element.tag.endswith("}tr") else _paragraph(element, names)
        if line.strip():
            text += ("\n" if joins and in_list else "\n\n") + line.strip()
            in_list = joins
    return text.strip()


def _row(row: Any) -> tuple[str, bool]:
    cells = [" ".join(_characters(cell).split()) for cell in row.xpath("./w:tc | ./w:sdt//w:tc")]
    return " | ".join(filter(None, cells)), True


def _paragraph(paragraph: Any, names: dict[str, str]) -> tuple[str, bool]:
    """Return the paragraph with its mark, and whether it goes with the one before: the item of a list."""
    style = names.get("".join(paragraph.xpath("./w:pPr/w:pStyle/@w:val")), "")
    text = _characters(paragraph)
    if style == "Title" or style.startswith("Heading"):
        return f"# {' '.join(text.split())}" if text.strip() else "", False
    if style.startswith("List") or paragraph.xpath("./w:pPr/w:numPr"):
        return f"- {text.strip()}" if text.strip() else "", True
    return text, False


def _characters(element: Any) -> str:
    kinds = ((one.tag.rpartition("}")[2], one.text or "") for one in element.xpath(_RUNS))
    return "".join(_CHARACTERS.get(kind, text) for kind, text in kinds)


def _page(document: "Document") -> Page:
    properties = document.core_properties
    title = " ".join(properties.title.split())
    made = properties.created.date() if properties.created and properties.author != _PROGRAMS_NAME else None
    return Page(
        title="" if _PROGRAMS_TITLE.fullmatch(title) else title,
        author="" if properties.author == _PROGRAMS_NAME else properties.author,
        made=made,
        made_words=f"created {made}" if made else "",
    )
