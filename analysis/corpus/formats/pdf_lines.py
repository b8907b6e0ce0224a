"""The lines of PDF pages: blank lines between paragraphs, words at line ends joined. Pure.

By pdfium, which keeps the width of spaces and expands ligatures; a page's text comes as lines, their place from it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, takewhile
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from analysis.corpus.story.lines import MARKER, starts_low

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

WIDER = 0.35  # of a line's height: by so much more than most lines stand apart do paragraphs stand apart
BULLETS = "•▪●◦"  # an item's beginning, be it with a small letter
MOST_RUNNING = 4  # lines at the edge of a page
INDENT = 36  # points by which lines of one column begin further in or out
ROOM = 1.3  # times what the next word takes: so much room left means that the line was ended, not filled
# What browsers print at the edges: "14/10/2022, 10:32 Tea exports rise", "https://example.org/tea 1/3"
_BROWSERS = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}:\d\d.*|(?:https?|file)://\S+(?: \d+/\d+)?")
# A line of pdfium's, which writes the hyphen of a broken word as U+FFFE and joins the two lines
_LINE = re.compile("[^\r\n\ufffe]+\ufffe?")
# "cross-bor‐" and "der": by the hyphen that programs put in, or by a plain one, which may be the word's own
_BROKEN = re.compile(
    "(?P<first>\\w+)(?P<hyphen>[\u2010\u00ad-])(?P<end>[\n\f])(?P<rest>\\w+)(?P<tail>\\S*)(?P<space> |)"
)


class Line(NamedTuple):
    """A line of a page and where it stands, in points from the page's left and lower edge."""

    text: str
    left: float
    bottom: float
    right: float
    top: float


def pages_text(document: "PdfDocument") -> str:
    """Return the text of all pages, a form feed between two of them, without what all pages print at their edges."""
    drawn = [list(_lines(page)) for page in document]
    running = _running(drawn)
    pages = [page for lines in drawn if (page := _in_rows(_between(lines, running)))]
    usual = _usual_gap(pages)
    text = "".join(_page_text(page, usual) + _page_end(page, after) for page, after in pairwise([*pages, []]))
    return joined_words(text)


def _lines(page: "PdfPage") -> Iterator[Line]:
    text_page = page.get_textpage()
    text = text_page.get_text_range()
    for match in _LINE.finditer(text):
        line = match[0].replace("\ufffe", "-").rstrip()
        if line:
            first, after = match.end() - len(match[0].lstrip()), match.start() + len(line)
            left, bottom, _, top = text_page.get_charbox(_units(text[:first]), loose=True)
            _, _, right, _ = text_page.get_charbox(_units(text[:after]) - 1, loose=True)
            yield Line(line.strip(" "), left, bottom, right, top)


def _units(text: str) -> int:
    """Return the length as pdfium counts it, in units of UTF-16: an emoji is two."""
    return len(text.encode("utf-16-le")) // 2


def _running(pages: Sequence[Sequence[Line]]) -> frozenset[tuple[str, int]]:
    """Return what stands in the same words, numbers aside, at the same height of every second page at least."""
    count = Counter(key for page in pages for key in {_key(line) for line in page})
    return frozenset(key for key, found in count.items() if found > 1 and found * 2 >= len(pages))


def _key(line: Line) -> tuple[str, int]:
    return re.sub(r"\d+", "0", line.text), round(line.bottom)


def _between(lines: Sequence[Line], running: frozenset[tuple[str, int]]) -> list[Line]:
    """Return the lines between running titles and page numbers: above and below those there is nothing else."""
    upwards = sorted(lines, key=lambda line: line.bottom)
    edges = (upwards[:MOST_RUNNING], upwards[::-1][:MOST_RUNNING])
    left_out = {line for edge in edges for line in takewhile(lambda line: _is_running(line, running), edge)}
    return [line for line in lines if line not in left_out]


def _is_running(line: Line, running: frozenset[tuple[str, int]]) -> bool:
    return _key(line) in running or _BROWSERS.fullmatch(line.text) is not None


def _in_rows(lines: Sequence[Line]) -> list[Line]:
    """Return the lines, each marker before the line it stands beside: some programs draw all bullets at the end."""
    markers = [line for line in lines if _is_marker(line.text)]
    marked: dict[Line, Line] = {}
    for line in lines:
        beside = [one for one in markers if one not in marked.values() and _same_row(one, line)]
        if beside and line not in markers:
            marked[line] = beside[0]
    return [
        line._replace(text=f"{marked[line].text} {line.text}") if line in marked else line
        for line in lines
        if line not in marked.values()
    ]


def _is_marker(text: str) -> bool:
    match = MARKER.match(f"{text} x")
    return match is not None and match.end() == len(text) + 1


def _same_row(one: Line, other: Line) -> bool:
    return min(one.top, other.top) - max(one.bottom, other.bottom) > 0.5 * min(
        one.top - one.bottom, other.top - other.bottom
    )


def _gap(above: Line, below: Line) -> float:
    """Return the white between two lines in heights of a line; less than zero where the second stands higher."""
    return (above.bottom - below.top) / max(below.top - below.bottom, 1)


def _usual_gap(pages: Iterable[Sequence[Line]]) -> float:
    gaps = [_gap(*pair) for page in pages for pair in pairwise(page)]
    return median([gap for gap in gaps if -1 < gap < 3] or [0])


def _page_text(lines: Sequence[Line], usual: float) -> str:
    text = lines[0].text
    for above, below in pairwise(lines):
        apart = _gap(above, below) > usual + WIDER or below.text[0] in BULLETS or _is_ended(above, below, lines)
        text += ("\n\n" if apart else "\n") + below.text
    return text


def _page_end(lines: Sequence[Line], after: Sequence[Line]) -> str:
    """Return what parts a page from the next: a form feed, after a line end where a paragraph seems to end with it."""
    if not after:
        return ""
    last, first = lines[-1], after[0]
    may_end = _is_ended(last, first, lines) or (MARKER.match(last.text) and not starts_low(first.text))
    return "\n\f" if may_end else "\f"


def _is_ended(line: Line, after: Line, page: Sequence[Line]) -> bool:
    """Return whether the next line's first word had room in a line: the end of a paragraph or of an item."""
    # A title over two columns begins where the first of them does, in larger type.
    column = max(one.right for one in page if abs(one.left - line.left) < INDENT and _same_type(one, line))
    word = len(after.text.split()[0]) / len(after.text) * (after.right - after.left)
    return column - line.right > ROOM * word + INDENT / 4


def _same_type(one: Line, other: Line) -> bool:
    return abs((one.top - one.bottom) - (other.top - other.bottom)) < 1


def joined_words(text: str) -> str:
    r"""Return the text with the words joined that a line end broke; the line ends after them.

    A plain hyphen goes where the whole word stands elsewhere in the text, and stays where it does not.

    >>> joined_words("the cross-bor‐\nder road, the pro-\ngramme, a programme of self-\nhelp")
    'the cross-border\nroad, the programme,\na programme of self-help'
    """
    known = frozenset(re.findall(r"\w+", text.casefold()))

    def joined(match: re.Match[str]) -> str:
        whole = match["first"] + match["rest"]
        if match["hyphen"] == "-" and whole.casefold() not in known:
            whole = f"{match['first']}-{match['rest']}"
        return whole + match["tail"] + (match["end"] if match["space"] else "")

    return _BROKEN.sub(joined, text)
