"""What a reader sees and hears of a piece of HTML, as a list of words: its text, its drawings', its links. Pure."""

import re
from collections.abc import Iterator, Sequence

from bs4 import BeautifulSoup, Tag
from bs4.element import Comment, Doctype, NavigableString, Stylesheet

# Drawings are most of a page's bytes; of them only the words are looked at: <text x="1">2016</text>
DRAWING = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
WORDS = re.compile(r"<(text|title)\b[^>]*>(.*?)</\1>", re.DOTALL)
TAG = re.compile(r"<[^>]+>")

# What the page adds to words and charts when it joins them, each by its element: the numbers of charts and tables, the
# names of boxes that scroll, and the links back from the evidence.
ADDED = (".number", ".backlinks")
BOXES = ("table-wrap", "plot-scroll")
SAID = ("href", "title", "aria-label", "alt", "content", "value", "placeholder")


def parsed(html: str) -> BeautifulSoup:
    """Return a page as elements; of each drawing its words are left, each as an element of its own."""
    return BeautifulSoup(DRAWING.sub(lambda drawing: words_alone(drawing[0]), html), "html.parser")


def words_alone(drawing: str) -> str:
    """Return a drawing without its lines.

    >>> words_alone('<svg><title>Trade</title><g><path d="M0 1"/><text x="3"><tspan>20</tspan>16</text></g></svg>')
    '<svg><title>Trade</title><text>2016</text></svg>'
    """
    words = (f"<{name}>{TAG.sub('', found)}</{name}>" for name, found in WORDS.findall(drawing))
    return f"<svg>{''.join(words)}</svg>"


def content(tag: Tag) -> list[str]:
    """Return text, links and labels of an element in their order, without what joining the page has added.

    >>> content(parsed('<p><span class="number">Table 1</span> Trade: <a href="#e-1">27 bn</a></p>'))
    ['Trade:', '#e-1', '27 bn']
    """
    added = {id(part) for part in tag.select(", ".join(ADDED))}
    return list(pieces(tag, added))


def pieces(tag: Tag, added: set[int]) -> Iterator[str]:
    """Yield text, links and labels of an element, those of some elements left out."""
    for child in tag.children:
        if isinstance(child, Tag) and id(child) not in added:
            yield from labels(child)
            yield from pieces(child, added)
        elif isinstance(child, NavigableString) and not isinstance(child, (Comment, Doctype, Stylesheet)):
            yield from filter(None, [" ".join(child.split())])


def labels(tag: Tag) -> Iterator[str]:
    """Yield what an element says in its attributes."""
    if set(tag.get_attribute_list("class")).isdisjoint(BOXES):
        yield from (" ".join(str(tag[name]).split()) for name in SAID if tag.get(name))


def has_number(words: str) -> bool:
    """Return whether there is a digit, of whatever script.

    >>> has_number("27 bn"), has_number("²"), has_number("٣"), has_number("one")
    (True, True, True, False)
    """
    return any(sign.isdigit() or sign.isnumeric() for sign in words)


def differences(there: Sequence[str], expected: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield what stands there with what should, each joined where several differ in a row.

    >>> list(differences(["$28 bn", "Putin"], ["$27 bn", "Putin"]))
    [('$28 bn', '$27 bn')]
    """
    from difflib import SequenceMatcher

    for kind, a, b, c, d in SequenceMatcher(None, there, expected, autojunk=False).get_opcodes():
        if kind != "equal":
            yield " ".join(there[a:b]), " ".join(expected[c:d])
