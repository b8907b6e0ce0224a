"""What a rule of cleaning sees and says: the lines that are left of a text, and the cut it makes in them. Pure."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from analysis.corpus.language import any_of, words
from analysis.corpus.story.lines import Line, is_closed

LONGEST_FURNITURE = 300  # characters of a line that a page prints around a story
HEAD_LINES = 8  # lines at the top of the story among which a bare date is that of publication
BODY_WORDS = 15  # a paragraph of the story has at least so many

Lines = Sequence[Line]


class Cut(NamedTuple):
    """From `start` in line `first` to `end` in line `last`: what a rule takes."""

    first: int
    last: int
    start: int
    end: int
    rule: str


def whole(at: int, line: Line, rule: str) -> Cut:
    """Return the cut that takes one line from end to end."""
    return Cut(at, at, line.start, line.end, rule)


def is_paragraph(text: str) -> bool:
    """Return whether the line is a paragraph of a story: of some length, and closed as a sentence is.

    >>> is_paragraph("Comments (3)"), is_paragraph("Trade " * 15 + "grew.")
    (False, True)
    """
    return is_closed(text) and len(text.split()) >= BODY_WORDS


@cache
def _amount() -> re.Pattern[str]:
    # "5%", "$ 27", "160,000", "3 million", "2.4 bn", "12 per cent"; neither "Page 3" nor "2018"
    return re.compile(rf"\d\s?%|[$€£¥₽₸₹]\s?\d|\d[.,]\d|\d[\s-]?{any_of(words().amount_words)}\b", re.IGNORECASE)


def states_amount(text: str) -> bool:
    """Return whether the line states an amount: digits with a percent sign, a currency, a scale or decimals.

    >>> states_amount("Trade grew by 12 per cent"), states_amount("Page 3 of 7")
    (True, False)
    """
    return _amount().search(text) is not None
