"""The title of a story, and what a page prints with it: its date, the site's name, the title again, others. Pure."""

import re
from collections.abc import Iterator
from functools import cache

from analysis.corpus.language import any_of, words
from analysis.corpus.metadata.dates import TIME, date_line, date_pattern
from analysis.corpus.residue.cuts import LONGEST_FURNITURE, Cut, Lines, is_paragraph, states_amount, whole
from analysis.corpus.story.lines import MARKER, WORD, is_closed, is_headline, may_head

TITLE_WORDS = range(3, 26)  # a title has as many words
HEADLINE_WORDS = range(6, 26)  # the headline of another story has as many
MOST_HEADLINES = 10  # a page's list of other stories is no longer

# " – a new defense order.strategy", " | The Daily Example"
_SITE_IN_TITLE = re.compile(r"\s+(?P<mark>[–—|-])\s+(?P<site>[^–—|]{2,60})\Z")
# "a new defense order.strategy", "News.Example"; not "U.S.", "St.Andrews"
_DOMAIN = re.compile(r"(?<![\w.])[^\W\d_]{3,}\.(?:[a-z]{2,10}|[A-Z][a-z])(?![\w.])")


def is_title(text: str) -> bool:
    """Return whether the line could be a story's title: of a title's length and not closed.

    >>> is_title("Ports of the coast reopen"), is_title("Views: 310")
    (True, False)
    """
    return may_head(text, most_words=TITLE_WORDS[-1]) and len(text.split()) in TITLE_WORDS


def _has_title(lines: Lines) -> bool:
    return len(lines) > 1 and is_title(lines[0].text) and any(is_closed(line.text) for line in lines[1:])


@cache
def _title_date() -> re.Pattern[str]:
    # "Title 12.02.2018 15:32", "Title | 9 October 2025", "Ms ROE — 9 October 2025"; a summit "of 12.02.2018" is its own
    printed, mark = date_pattern(), r"(?:\s*\||\s+[–—])\s*"
    return re.compile(rf"{mark}{printed}(?:[\s,|–-]*{TIME})?\Z|\s+{printed}[\s,|–-]*{TIME}\Z", re.IGNORECASE)


def title_date(lines: Lines) -> Iterator[Cut]:
    """Yield the date printed at the end of the title line, with its time: "Title 12.02.2018 15:32"."""
    if _has_title(lines) and (match := _title_date().search(lines[0].text)):
        yield Cut(0, 0, lines[0].end - len(match[0].lstrip()), lines[0].end, "title_date")


@cache
def _outlet_name() -> re.Pattern[str]:
    return re.compile(rf"(?:[A-Z]\w*\s+){{1,3}}{any_of(words().outlets)}\Z")


def site_in(title: str) -> str:
    """Return the site's name at the end of a title, or nothing where what stands there may be the title's own.

    >>> site_in("Summit opens in Hanoi | Example Daily"), site_in("Coffee Production - Strong and Profitable as Ever")
    ('Example Daily', '')
    """
    match = _SITE_IN_TITLE.search(title)
    if not match or len(match["site"].split()) > 5:
        return ""
    named = match["mark"] == "|" or _DOMAIN.search(match["site"]) or _outlet_name().match(match["site"])
    return match["site"] if named else ""


def site_name(lines: Lines) -> Iterator[Cut]:
    """Yield the site's name at the title's end, with the mark before it: "– a new defense order.strategy"."""
    if _has_title(lines) and site_in(lines[0].text) and (match := _SITE_IN_TITLE.search(lines[0].text)):
        yield Cut(0, 0, lines[0].start + match.start("mark"), lines[0].end, "site_name")


def repeated_title(lines: Lines) -> Iterator[Cut]:
    """Yield the lines that print the title again, be it with a date or the site's name behind it."""
    if not _has_title(lines):
        return
    title = _as_compared(lines[0].text)
    first_word = title.split()[0]
    for at, line in enumerate(lines[1:], start=1):
        if len(line.text) > LONGEST_FURNITURE or first_word not in line.text[: len(title)].casefold():
            continue
        if not _goes_on(lines, at) and (text := _as_compared(line.text)).startswith(title):
            rest = text[len(title) :]
            if not rest or date_line().fullmatch(rest.strip(" |–—-")) or site_in(title + rest):
                yield whole(at, line, "repeated_title")


def _goes_on(lines: Lines, at: int) -> bool:
    """Return whether a line stands directly behind one that is not closed, other than the title: a wrapped sentence."""
    return at > 1 and not lines[at].gap and not is_closed(lines[at - 1].text)


def _as_compared(text: str) -> str:
    marker = MARKER.match(text)
    return " ".join(text[marker.end() if marker else 0 :].split()).casefold()


def related_headlines(lines: Lines) -> Iterator[Cut]:
    """Yield headlines of other stories behind the closing paragraph, as a page lists them."""
    first = len(lines)
    while first and _is_other_headline(lines[first - 1].text):
        first -= 1
    if not 0 < len(lines) - first <= MOST_HEADLINES or not first:
        return
    closing = lines[first - 1].text
    if is_paragraph(closing) and not is_headline(closing):
        for at in range(first, len(lines)):
            yield whole(at, lines[at], "related_headline")


def _is_other_headline(text: str) -> bool:
    # A comma early in the line is a signature's: "Amina Otieno, Permanent Secretary of the Ministry of Trade".
    if not may_head(text, most_words=HEADLINE_WORDS[-1]) or "," in " ".join(text.split()[:4]) or MARKER.match(text):
        return False
    if states_amount(text):  # a box of the story's own: "Tea Exports of Kenya Rose 12 Percent in 2021"
        return False
    found = WORD.findall(text)
    return len(found) in HEADLINE_WORDS and found[0].casefold() not in words().credits and is_headline(text)
