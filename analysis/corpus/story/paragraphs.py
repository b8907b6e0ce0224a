"""Paragraphs, headings and list items: which lines of a story belong together. Pure."""

from collections.abc import Sequence
from typing import NamedTuple

from analysis.corpus.story.lines import MARKER, Line, ends_open, is_closed, is_headline, may_head, starts_low

TITLE_WORDS = 25  # a first line of more words is a paragraph
SUBHEADING_WORDS = 15  # and so is a later one, unless it is written as a headline
WIDEST_WRAP = 120  # characters: longer lines are paragraphs, not lines broken at a margin
WRAP_SHARE = 0.25  # share of line ends inside a sentence from which a text counts as broken at a margin
FULL_LINE = 0.7  # of the margin: a shorter line that closes its sentence ends the paragraph


class Block(NamedTuple):
    """A stretch of text in which sentences are looked for: a heading, a list item or a paragraph."""

    start: int
    end: int
    paragraph: int
    heading: bool


class Row(NamedTuple):
    """A line past its marker, with what the marker says of it."""

    start: int
    end: int
    text: str
    gap: bool
    item: bool
    marked: bool  # as a heading: "# Title"
    closed: bool


def blocks(lines: Sequence[Line]) -> list[Block]:
    """Return the blocks of a story in reading order; markers ("#", "1.", "-") stand outside them."""
    rows = [_row(line) for line in lines]
    margin = _margin(rows)
    last_closed = max((at for at, row in enumerate(rows) if row.closed), default=-1)
    found: list[Block] = []
    for at, row in enumerate(rows):
        before = found[-1] if found else None
        heading = at < last_closed and _is_heading(rows, at, margin)
        if before and not heading and not before.heading and _goes_on(rows[at - 1], row, margin):
            found[-1] = before._replace(end=row.end)
        else:
            same_list = before and row.item and rows[at - 1].item and not row.gap
            paragraph = before.paragraph + (not same_list) if before else 0
            found.append(Block(row.start, row.end, paragraph, heading))
    return found


def _row(line: Line) -> Row:
    marker = MARKER.match(line.text)
    skip = marker.end() if marker else 0
    text = line.text[skip:]
    kind = marker.lastgroup if marker else ""
    return Row(line.start + skip, line.end, text, line.gap, kind == "item", kind == "heading", is_closed(text))


def _margin(rows: Sequence[Row]) -> int:
    """Return the width at which the text's lines are broken, 0 where each line is a paragraph."""
    breaks = [(before, row) for before, row in zip(rows, rows[1:], strict=False) if not row.gap]
    inside = sum(not before.closed and not row.item and starts_low(row.text) for before, row in breaks)
    widths = sorted(len(before.text) for before, _ in breaks)
    if inside < 2 or inside < WRAP_SHARE * len(breaks) or widths[len(widths) * 9 // 10] > WIDEST_WRAP:
        return 0
    return widths[len(widths) * 9 // 10]


def _is_heading(rows: Sequence[Row], at: int, margin: int) -> bool:
    row, after = rows[at], rows[at + 1]
    if row.marked:
        return True
    if row.closed or row.item or after.item or not may_head(row.text, most_words=TITLE_WORDS):
        return False
    if at > 0 and not may_head(row.text, most_words=SUBHEADING_WORDS) and not is_headline(row.text):
        return False
    if after.gap:
        return row.gap or at == 0 or rows[at - 1].closed or not margin
    # Nothing but a line break before the next line: in a text broken at a margin only a headline stands out.
    stands_alone = at == 0 or row.gap or rows[at - 1].closed
    return not starts_low(after.text) and (not margin or (stands_alone and is_headline(row.text)))


def _goes_on(before: Row, row: Row, margin: int) -> bool:
    """Return whether a line goes on in the next, with nothing but a line break between them."""
    if row.gap or (row.item and not (margin and not before.closed and starts_low(row.text))):
        return False
    if before.closed:
        return margin > 0 and len(before.text) >= FULL_LINE * margin
    if before.text[-1] in ":;":
        return margin > 0
    return margin > 0 or starts_low(row.text) or ends_open(before.text)
