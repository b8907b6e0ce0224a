"""What of a web page's tree its reader sees: no hidden parts, no marks of notes. It changes the tree it is given."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# The mark of a note: "1", "[2]", "3, 4", "*", "[a]"
_NOTE = re.compile(r"\s*(?:(?:\[[a-z\d]{1,3}\]|\d{1,3}|[*†‡]+)(?:\s*[,;]\s*|\s*\Z))+")
_UNIT = re.compile(r"(?:(?:\b|\d)(?:[kcm]?m|ft|in|mi|yd)|[×·]\s*10)\s*\Z")  # 300 km<sup>2</sup>, 5 × 10<sup>6</sup>
# What the page itself hides; a whole page that is hidden is shown by its script.
_HIDDEN = """.//*[@hidden or contains(translate(@style, ' ', ''), 'display:none')]
    [not(self::html or self::body or self::main or self::article)]"""
# A paragraph that is parted by two breaks in a row
_PARTED = ".//br[following-sibling::node()[not(self::text()[not(normalize-space())])][1][self::br]]/ancestor::p[1]"


def as_shown(tree: "HtmlElement") -> "HtmlElement":
    """Return the tree as a browser shows it: without what is hidden and marks of notes, quotations in their marks.

    >>> from lxml.html import fromstring
    >>> page = fromstring("<p>$5 billion<sup>1</sup> in <q>2017</q><sup>[2]</sup>: 300 km<sup>2</sup></p>")
    >>> as_shown(page).text_content()
    '$5 billion in “2017”: 300 km2'
    """
    for hidden in tree.xpath(_HIDDEN):
        hidden.drop_tree()
    for raised in list(tree.iter("sup")):
        if _NOTE.fullmatch(raised.text_content()) and not _UNIT.search(_before(raised)):
            raised.drop_tree()
    for quotation in list(tree.iter("q")):
        quotation.text, quotation.tail = f"“{quotation.text or ''}", f"”{quotation.tail or ''}"
        quotation.drop_tag()
    for paragraph in set(tree.xpath(_PARTED)):
        paragraph.tag = "div"
    return tree


def _before(element: "HtmlElement") -> str:
    previous = element.getprevious()
    if previous is None:
        return str(element.getparent().text or "")
    return str(previous.tail or previous.text_content())
