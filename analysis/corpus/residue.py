"""What a web page left in the text that is not the story, with the rule that found it. Pure.

Each rule looks at the lines that are left and says what to cut: whole lines, or the beginning or end of one. The rules
run in turn until none of them finds anything more, so what cleaning leaves is left alone when it is cleaned again.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from analysis.corpus.dates import TIME, date_line, date_pattern
from analysis.corpus.language import any_of, words
from analysis.corpus.lines import MARKER, WORD, Line, is_closed, is_headline, may_head, text_lines, trimmed
from analysis.records import Residue

LONGEST_FURNITURE = 300  # characters of a line that a page prints around a story
LONGEST_BLOCK = 60  # lines of a page's settings
HEAD_LINES = 8  # lines at the top of the story among which a bare date is that of publication
TITLE_WORDS = range(3, 26)  # a title has as many words
BODY_WORDS = 15  # a paragraph of the story has at least so many
HEADLINE_WORDS = range(6, 26)  # the headline of another story has as many
LONGEST_CREDIT = 3  # lines over which a credit may be broken
MOST_HEADLINES = 10  # a page's list of other stories is no longer

# "<br><br>", "***", "---": tags or a rule and nothing else
_MARKUP = r"(?:</?[A-Za-z][^<>]{0,200}>\s*)++|(?:[-=_*~#•·]\s*){3,}+|&nbsp;"
# A line like "> Source: https://www.example.org/news.htm"
_LINK = r"(?:>\s*)?(?:[^\W\d_]{1,20}\s*:\s*)?<?(?:https?://|www\.)\S+"
# A line like "layout: post"
_SETTING = re.compile(r"[\w-]+:(?:\s.*)?|\s*-\s.*")
# Begins "(function(d, s, id) {" or "<script>" or "window.dataLayer = []"
_SCRIPT_START = re.compile(r"[!(;]*function\s*\w*\(|<script\b|window\.\w+\s*=|var \w+\s*[=,]|jQuery\(|\$\(document\)")
# Reads "if (d.getElementById(id)) {return;}" or "}(document, ‘script’, ‘facebook-jssdk’)); Title"
_SCRIPT_LINE = re.compile(r"[{})]|</?script\b|.*?(?:\w\(|[={}]).*[;{}]\Z", re.DOTALL)
# As in "jssdk’));" where the story goes on in the script's last line
_SCRIPT_END = re.compile(r"\)+;|</script>")
# " – a new defense order.strategy", " | Eurasianet"
_SITE_IN_TITLE = re.compile(r"\s+(?P<mark>[–—|-])\s+(?P<site>[^–—|]{2,60})\Z")
# "a new defense order.strategy", "News.Az"; not "U.S.", "St.Petersburg"
_DOMAIN = re.compile(r"(?<![\w.])[^\W\d_]{3,}\.(?:[a-z]{2,10}|[A-Z][a-z])(?![\w.])")


class Cut(NamedTuple):
    """From `start` in line `first` to `end` in line `last`: what a rule takes."""

    first: int
    last: int
    start: int
    end: int
    rule: str


Lines = Sequence[Line]


def clean(raw_text: str) -> tuple[Residue, ...]:
    r"""Return the residue of a text in reading order; what is left is the story.

    >>> [(residue.rule, residue.text) for residue in clean("« Back\n\nTrade grew by a third in a year.")]
    [('navigation', '« Back')]
    """
    lines, removed = text_lines(raw_text), []
    found = True
    while found:
        found = False
        for rule in RULES:
            if cuts := list(rule(lines)):
                found = True
                removed += [Residue(cut.start, cut.end, raw_text[cut.start : cut.end], cut.rule) for cut in cuts]
                lines = _without(raw_text, lines, cuts)
    return tuple(_outermost(removed))


def _outermost(removed: list[Residue]) -> Iterator[Residue]:
    """Yield the residue in reading order, without what a block taken later, such as a script, holds already."""
    end = 0
    for residue in sorted(removed, key=lambda residue: (residue.start, -residue.end)):
        if residue.start >= end:
            yield residue
            end = residue.end


def _without(raw_text: str, lines: Lines, cuts: list[Cut]) -> list[Line]:
    kept: list[Line] = []
    at = 0
    for cut in cuts:
        kept += lines[at : cut.first]
        rests = (trimmed(raw_text, lines[cut.first].start, cut.start), trimmed(raw_text, cut.end, lines[cut.last].end))
        kept += [rest for rest in rests if rest.text]
        at = cut.last + 1
    return [*kept, *lines[at:]]


def _whole(at: int, line: Line, rule: str) -> Cut:
    return Cut(at, at, line.start, line.end, rule)


def front_matter(lines: Lines) -> Iterator[Cut]:
    """Yield the settings a site generator keeps at the top: "layout: post" and the like between two lines "---"."""
    if not lines or lines[0].text != "---":
        return
    for at, line in enumerate(lines[1:LONGEST_BLOCK], start=1):
        if line.text == "---" and at > 1:
            yield Cut(0, at, lines[0].start, line.end, "front_matter")
        if not _SETTING.fullmatch(line.text):
            return


def script(lines: Lines) -> Iterator[Cut]:
    """Yield the program text of buttons and counters: from "(function(d, s, id) {" to "facebook-jssdk’));"."""
    at = 0
    while at < len(lines):
        first = at
        if _SCRIPT_START.match(lines[at].text):
            while at < len(lines) and _SCRIPT_LINE.match(lines[at].text):
                at += 1
        if at > first:
            yield Cut(first, at - 1, lines[first].start, _script_end(lines[at - 1]), "script")
        at = max(at, first + 1)


def _script_end(last: Line) -> int:
    if last.text[-1] in ";{}>" or not (match := _SCRIPT_END.search(last.text)):
        return last.end
    return last.start + match.end()


@cache
def _furniture_pattern() -> re.Pattern[str]:
    rules = {"markup": (_MARKUP,), "link": (_LINK,), **words().residue}
    return re.compile(
        "|".join(f"(?P<{rule}>{'|'.join(patterns)})" for rule, patterns in rules.items()), re.IGNORECASE | re.DOTALL
    )


@lru_cache(maxsize=4096)
def _furniture_rule(text: str) -> str:
    match = _furniture_pattern().fullmatch(text)
    return str(match.lastgroup) if match else ""


def furniture(lines: Lines) -> Iterator[Cut]:
    """Yield whole lines that pages print around a story: navigation, share buttons, notices, credits."""
    at = 0
    while at < len(lines):
        last, rule = _furniture_at(lines, at)
        if rule:
            yield Cut(at, last, lines[at].start, lines[last].end, rule)
        at = last + 1


def _furniture_at(lines: Lines, at: int) -> tuple[int, str]:
    """Return the last line of the furniture that begins at a line, and its rule, empty where there is none."""
    text = ""
    for last in range(at, min(at + LONGEST_CREDIT, len(lines))):
        text = f"{text} {lines[last].text}".strip()
        if len(text) > LONGEST_FURNITURE:
            break
        if rule := _furniture_rule(text):
            return last, rule
        if not _is_open_credit(text):
            break
    return at, ""


def _is_open_credit(text: str) -> bool:
    """Return whether the text begins a credit that goes on in the next line: "from", "(Photo: U.S. Navy Petty"."""
    if " " in text and text[0] != "(":
        return False
    word = text.lstrip("(").split(maxsplit=1)[0].rstrip(":").casefold() if text.strip("(") else ""
    return word in words().credits and (text.casefold() == word or (text[0] == "(" and ")" not in text))


def date_lines(lines: Lines) -> Iterator[Cut]:
    """Yield the lines that hold a date alone: anywhere with a label ("Published: ..."), at the top without one."""
    story_lines = 0
    for at, line in enumerate(lines):
        match = date_line().fullmatch(line.text) if len(line.text) <= LONGEST_FURNITURE else None
        if match and (match["label"] or story_lines < HEAD_LINES):
            yield _whole(at, line, "date_line")
        else:
            story_lines += 1


def _has_title(lines: Lines) -> bool:
    """Return whether the first line is a title: not closed, of a title's length, and a story follows."""
    return (
        len(lines) > 1
        and may_head(lines[0].text, most_words=TITLE_WORDS[-1])
        and len(lines[0].text.split()) in TITLE_WORDS
        and any(is_closed(line.text) for line in lines[1:])
    )


@cache
def _title_date() -> re.Pattern[str]:
    # "Title 12.02.2018 15:32", "Title | 9 October 2025"; a summit "of 12.02.2018" is the title's own
    printed = date_pattern()
    return re.compile(rf"\s*\|\s*{printed}(?:[\s,|–-]*{TIME})?\Z|\s+{printed}[\s,|–-]*{TIME}\Z", re.IGNORECASE)


def title_date(lines: Lines) -> Iterator[Cut]:
    """Yield the date printed at the end of the title line, with its time: "Title 12.02.2018 15:32"."""
    if _has_title(lines) and (match := _title_date().search(lines[0].text)):
        yield Cut(0, 0, lines[0].end - len(match[0].lstrip()), lines[0].end, "title_date")


@cache
def _outlet_name() -> re.Pattern[str]:
    return re.compile(rf"(?:[A-Z]\w*\s+){{1,3}}{any_of(words().outlets)}\Z")


def site_in(title: str) -> str:
    """Return the site's name at the end of a title, or nothing where what stands there may be the title's own.

    >>> site_in("Summit opens in Astana | Eurasianet"), site_in("Opium Production - Strong and Corrupt as Ever")
    ('Eurasianet', '')
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
    for at, line in enumerate(lines[1:], start=1):
        if len(line.text) <= LONGEST_FURNITURE and (text := _as_compared(line.text)).startswith(title):
            rest = text[len(title) :]
            if not rest or date_line().fullmatch(rest.strip(" |–—-")) or site_in(title + rest):
                yield _whole(at, line, "repeated_title")


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
    if is_closed(closing) and len(closing.split()) >= BODY_WORDS and not is_headline(closing):
        for at in range(first, len(lines)):
            yield _whole(at, lines[at], "related_headline")


def _is_other_headline(text: str) -> bool:
    # A comma early in the line is a signature's: "Vladimir Putin, President of the Russian Federation".
    if not may_head(text, most_words=HEADLINE_WORDS[-1]) or "," in " ".join(text.split()[:4]) or MARKER.match(text):
        return False
    found = WORD.findall(text)
    return len(found) in HEADLINE_WORDS and found[0].casefold() not in words().credits and is_headline(text)


RULES: tuple[Callable[[Lines], Iterator[Cut]], ...] = (
    front_matter,
    script,
    furniture,
    date_lines,
    title_date,
    site_name,
    repeated_title,
    related_headlines,
)
