"""Word documents: their paragraphs, list items and rows of tables in order. Pure."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, BinaryIO
from zipfile import BadZipFile, ZipFile

from analysis.corpus.formats.made import Part, UnreadableError, made_text
from analysis.corpus.formats.unpacking import check_size
from analysis.corpus.text import Page
from analysis.limits import Limits

if TYPE_CHECKING:
    from docx.document import Document

# A text box stands twice in the file, the second time as a fallback for old programs.
_READ = "[not(ancestor::*[local-name()='Fallback'])]"
# Paragraphs outside tables and rows of tables, in the text or in a text box: what stands nearest around decides.
_BLOCKS = (
    f".//w:p{_READ}[not(ancestor::*[self::w:tbl or self::w:txbxContent][1][self::w:tbl])] | "
    f".//w:tr{_READ}[not(ancestor::*[self::w:tr or self::w:txbxContent][1][self::w:tr])]"
)
_BOX = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}txbxContent"
# What is deleted stands in w:delText, what was moved away in w:moveFrom.
_HIDDEN = "w:rPr/w:vanish[not(@w:val='0' or @w:val='false')]"
_SHOWN = f"{_READ}[not(ancestor::w:moveFrom or ancestor::w:r/{_HIDDEN})]"
_RUNS = " | ".join(f".//w:{kind}{_SHOWN}" for kind in ("t", "tab", "br", "cr", "noBreakHyphen"))
_CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_NOTES = ("footnotes", "endnotes")  # the last part of the name of what holds them
_NOTE = "./*[not(@w:type) or @w:type='normal']"  # others are the lines that part notes from the text
_OLD_WORD = b"\xd0\xcf\x11\xe0"  # a .doc, and any document with a password
# "Microsoft Word - tea.docx", "Word Document", "tea.docx": names that programs give
_PROGRAMS_TITLE = re.compile(r"Microsoft Word\b.*|Word Document|.*\.docx?", re.IGNORECASE)
_PROGRAMS_NAME = "python-docx"
_TEMPLATES_DAY = date(2013, 12, 23)  # of the template from which that program makes its documents


def texts(file: BinaryIO, source: str, limits: Limits) -> Iterator[Part]:
    """Yield the article of a Word document. Raises UnreadableError."""
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    content = file.read()
    if content.startswith(_OLD_WORD):
        raise UnreadableError(
            "format", "is an old Word document or has a password; save it as .docx in Word, without one"
        )
    try:
        check_size(ZipFile(file), limits)
        document = docx.Document(file)
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError):
        raise UnreadableError("format", "is no Word document; open it in Word and save it as .docx") from None
    yield made_text(source, _story(document), content=content, page=_page(document))


def _story(document: "Document") -> str:
    """Return the text block by block, and behind it the notes at the foot of its pages and at its end."""
    names = {style.style_id: style.name or "" for style in document.styles}
    text, in_list = "", False
    for root in (document.element.body, *_notes(document)):
        for element in _found(root, _BLOCKS):
            line, joins = _row(element) if element.tag.endswith("}tr") else _paragraph(element, names)
            if line.strip():
                text += ("\n" if joins and in_list else "\n\n") + line.strip()
                in_list = joins
    return text.strip()


def _notes(document: "Document") -> Iterator[Any]:
    from docx.oxml import parse_xml

    for kind in _NOTES:
        for relation in document.part.rels.values():
            if relation.reltype.endswith(f"/{kind}") and not relation.is_external:
                yield from _found(parse_xml(relation.target_part.blob), _NOTE)


def _found(element: Any, path: str) -> list[Any]:
    return list(_compiled(path)(element))


@cache
def _compiled(path: str) -> Any:
    from docx.oxml.ns import nsmap
    from lxml.etree import XPath

    return XPath(path, namespaces=nsmap)


def _row(row: Any) -> tuple[str, bool]:
    cells = [" ".join(_characters(cell).split()) for cell in _found(row, "./w:tc | ./w:sdt//w:tc")]
    return " | ".join(filter(None, cells)), True


def _paragraph(paragraph: Any, names: dict[str, str]) -> tuple[str, bool]:
    """Return the paragraph with its mark, and whether it goes with the one before: the item of a list."""
    style = names.get("".join(_found(paragraph, "./w:pPr/w:pStyle/@w:val")), "")
    text = _characters(paragraph)
    if style == "Title" or style.startswith("Heading"):
        return f"# {' '.join(text.split())}" if text.strip() else "", False
    if style.startswith("List") or _found(paragraph, "./w:pPr/w:numPr"):
        return f"- {text.strip()}" if text.strip() else "", True
    return text, False


def _characters(element: Any) -> str:
    """Return the characters of a paragraph or cell, without those of a text box that is fixed to it."""
    own = [one for one in _found(element, _RUNS) if _box(one) is _box(element)]
    kinds = ((one.tag.rpartition("}")[2], one.text or "") for one in own)
    return "".join(_CHARACTERS.get(kind, text) for kind, text in kinds)


def _box(element: Any) -> Any:
    return next(element.iterancestors(_BOX), None)


def _page(document: "Document") -> Page:
    properties = document.core_properties
    title = " ".join(properties.title.split())
    made = properties.created.date() if properties.created and properties.author != _PROGRAMS_NAME else None
    made = None if made == _TEMPLATES_DAY else made
    return Page(
        title="" if _PROGRAMS_TITLE.fullmatch(title) else title,
        author="" if properties.author == _PROGRAMS_NAME else properties.author,
        made=made,
        made_words=f"created {made}" if made else "",
    )
