"""What the pages of a document print at their top and bottom: running titles and page numbers. Pure."""

import re
from bisect import bisect
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby

from analysis.corpus.language import any_of, words
from analysis.corpus.residue.cuts import Cut, Lines, is_paragraph, states_amount, whole
from analysis.corpus.residue.titles import is_title
from analysis.corpus.story.lines import starts_low

LEAST_PAGES = 3  # pages with the same line at the edge make it a header; in a shorter document most pages do
LONGEST_HEADER = 200  # characters
_NUMBER = re.compile(r"(?<!\d)(?!(?:19|20)\d\d\b)\d+")  # a year counts no pages


def page_headers(lines: Lines, *, breaks: Sequence[int]) -> Iterator[Cut]:
    """Yield the outermost line of each page where other pages have the same but for digits: "Page 3 of 7".

    `breaks` are the offsets at which a new page begins. The running title stays on the first page where no other
    line there could be the title.
    """
    pages = [list(page) for _, page in groupby(range(len(lines)), lambda at: bisect(breaks, lines[at].start))]
    found: set[int] = set()
    for edge in (0, -1):
        keys = [_key(lines[page[edge]].text) for page in pages]
        count = Counter(keys)
        for page, key in zip(pages, keys, strict=True):
            if key and _is_common(count[key], len(pages)) and not (edge == 0 and _is_only_title(lines, page)):
                found.add(page[edge])
    for at in sorted(found):
        yield whole(at, lines[at], "page_header")


def _key(text: str) -> str:
    """Return the line with its numbers alike; empty for a paragraph, for the row or the head of a table."""
    if len(text) > LONGEST_HEADER or is_paragraph(text) or states_amount(text) or starts_low(text):
        return ""
    if _numbered_item().match(text):
        return ""
    return _NUMBER.sub("0", " ".join(text.split()).casefold())


@cache
def _numbered_item() -> re.Pattern[str]:
    # Begins "Table 1: Exports of tea"
    return re.compile(rf"{any_of(words().numbered_items)}\b\.?\s*\d", re.IGNORECASE)


def _is_common(count: int, pages: int) -> bool:
    return count >= LEAST_PAGES or (count > 1 and count * 2 > pages)


def _is_only_title(lines: Lines, page: Sequence[int]) -> bool:
    """Return whether the first line of all is a title, and the line behind it is none."""
    return page[0] == 0 and is_title(lines[0].text) and not (len(page) > 1 and is_title(lines[1].text))
