"""The text of a piece of a web page, block by block. Pure."""

import html
import re
from typing import TYPE_CHECKING

from analysis.corpus.formats.shown import as_shown

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Tags of HTML, and those of TEI by which trafilatura says the same: head, item, row, cell, quote, lb.
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "head"})
ITEMS = frozenset({"li", "item"})
ROWS = frozenset({"tr", "row"})
CELLS = frozenset({"td", "th", "cell"})
BREAKS = frozenset({"br", "lb"})
BLOCKS = frozenset({"p", "div", "section", "article", "main", "body", "header", "footer", "aside", "blockquote", "pre"})
BLOCKS |= {"ul", "ol", "dl", "dt", "dd", "table", "figure", "figcaption", "form", "hr", "list", "quote"}
HIDDEN = frozenset(
    {"script", "style", "noscript", "template", "iframe", "object", "svg", "nav", "button", "select", "title"}
)
_SPACE = re.compile("[ \t\r\n\f]+")  # not the no-break space: "$5 billion" is held together by one
_BLANK_LINE = re.compile(r"\n\s*\n")
_ENTITY = re.compile(r"&(?:[a-z]+\d*|#\d+|#x[\da-f]+);", re.IGNORECASE)  # "AT&amp;T", "$5&nbsp;billion"
_MARKUP = re.compile(r"</?(?:p|div|br|li|ul|h[1-6]|span|strong|em|a)\b[^<>]*>", re.IGNORECASE)


def block_text(element: "HtmlElement") -> str:
    r"""Return the text: blank lines between blocks, headings marked "# ", list items "- ", a line for each row.

    >>> from lxml.html import fromstring
    >>> block_text(fromstring("<div><h2>Plans</h2><p>Tea,<br>coffee</p><ul><li>maize</li><li>rice</li></ul></div>"))
    '# Plans\n\nTea,\ncoffee\n\n- maize\n- rice'
    """
    text = re.sub(r"[ \v]*\v[ \v]*", "\n", re.sub(" {2,}", " ", _inner(element)))
    return re.sub(r"\n{3,}", "\n\n", re.sub(r" *\n *", "\n", text)).strip()


def plain_text(text: str) -> str:
    """Return the text of a field that may hold markup, as exports and feeds have it; without any, as it is.

    >>> plain_text("<p>Tea &amp; coffee</p>"), plain_text("Tea &amp; coffee"), plain_text("Fees < 5 %")
    ('Tea & coffee', 'Tea & coffee', 'Fees < 5 %')
    """
    # What has blank lines between its paragraphs is plain text in which a tag or two was left, as in a .txt file.
    if not _MARKUP.search(text) or (_BLANK_LINE.search(text) and not text.lstrip().startswith("<")):
        return _ENTITY.sub(lambda match: html.unescape(match[0]), text)
    from lxml.html import fromstring

    return block_text(as_shown(fromstring(f"<div>{text}</div>")))


# Breaks are "\n", the ends of blocks "\n\n", and the ends of what is a line in a block "\v": two of these are one.
def _inner(element: "HtmlElement") -> str:
    pieces = [_SPACE.sub(" ", element.text or "")]
    for child in element:
        pieces += _outer(child), _SPACE.sub(" ", child.tail or "")
    return "".join(pieces)


def _outer(element: "HtmlElement") -> str:
    tag = element.tag
    if not isinstance(tag, str) or tag in HIDDEN:  # a comment has a function for its tag
        return ""
    if tag in BREAKS:
        return "\n"
    if tag in ROWS:
        return _row([_inner(cell).strip() for cell in element if cell.tag in CELLS])
    inner = _inner(element)
    if tag in HEADINGS:
        heading = " ".join(inner.split())
        return f"\n\n# {heading}\n\n" if heading else "\n\n"
    if tag in ITEMS:
        return f"\v- {inner.strip()}\v" if inner.strip() else "\v"
    return f"\n\n{inner}\n\n" if tag in BLOCKS else inner


def _row(cells: list[str]) -> str:
    filled = [" ".join(cell.split()) for cell in cells if cell]
    if len(filled) == 1 and "\n" in (only := "".join(cells)):  # a table for the layout, as mails have it
        return f"\n\n{only}\n\n"
    return f"\v{' | '.join(filled)}\v"
