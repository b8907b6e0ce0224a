"""The single lines that pages and mails print around a story: menus, share buttons, notices, credits. Pure."""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import pairwise

from analysis.corpus.language import words
from analysis.corpus.metadata.dates import date_line
from analysis.corpus.residue.bylines import names_pattern
from analysis.corpus.residue.cuts import HEAD_LINES, LONGEST_FURNITURE, Cut, Lines, whole
from analysis.corpus.story.lines import WORD, is_closed, starts_low

LONGEST_DATE_LINE = 120  # characters, with label, weekday and time
LONGEST_CREDIT = 3  # lines over which a credit may be broken
_LABELS = ("read_more", "credit", "caption")  # rules whose lines hold a headline or names behind a label

# "<br><br>", "***", "---": tags or a rule and nothing else
_MARKUP = r"(?:</?[A-Za-z][^<>]{0,200}>\s*)++|(?:[-=_*~#•·]\s*){3,}+|&nbsp;"
# A line like "> Source: https://www.example.org/news.htm"
_LINK = r"(?:>\s*)?(?:[^\W\d_]{1,20}\s*:\s*)?<?(?:https?://|www\.)\S+"
# A line like "jane.roe@example.org" or "E-mail: jane.roe@example.org", "@janeroe", "twitter.com/janeroe"
_CONTACT = (
    r"(?:[^\W\d_]{1,10}(?:-[^\W\d_]{1,10})?\s*:\s*)?<?"
    r"(?:[\w.+-]{1,60}@[\w-]+(?:\.[\w-]+)+|@\w{2,30}|(?:[\w-]{2,30}\.){1,3}[a-z]{2,6}/\S*)>?"
)
# The weather: "Nairobi 24°C", "24 °C | Port Louis"
_PLACES = r"(?:[A-ZÀ-ÞА-Я][^\W\d_]*[ ,|-]*){0,4}"
_TEMPERATURE = re.compile(rf"{_PLACES}[-−+]?\d{{1,2}}(?:[.,]\d)? ?° ?[CF]?[ ,|]*{_PLACES}")
# Ends "The ministers met in Hanoi on Fri… [+2314 chars]"
_CUT_SHORT = re.compile(r"\[\+\d+ char(?:acter)?s\]\Z")


@cache
def _furniture_pattern() -> re.Pattern[str]:
    return _any_rule({"markup": (_MARKUP,), "link": (_LINK,), "contact": (_CONTACT,), **words().residue})


@cache
def _inside_pattern() -> re.Pattern[str]:
    return _any_rule(words().residue_inside)


def _any_rule(rules: Mapping[str, tuple[str, ...]]) -> re.Pattern[str]:
    pattern = "|".join(f"(?P<{rule}>{'|'.join(patterns)})" for rule, patterns in rules.items())
    return re.compile(pattern.replace("{names}", names_pattern()), re.IGNORECASE | re.DOTALL)


@lru_cache(maxsize=4096)
def _furniture_rule(text: str) -> str:
    match = _furniture_pattern().fullmatch(text)
    if not match and _holds_keyword(text.casefold()):
        match = _inside_pattern().fullmatch(text)
    return str(match.lastgroup) if match and not _is_told(text, str(match.lastgroup)) else ""


def _is_told(text: str, rule: str) -> bool:
    """Return whether the line is a sentence of the story, for all its first words.

    Somebody says something in it ("Photo: a new word, the judge said."), or it goes on with a small letter or a number
    behind what would be a label ("Related: the ministry dropped its plan."), as notices do, but no headline or name.
    """
    if not is_closed(text):
        return False
    is_said = not frozenset(WORD.findall(text.casefold())).isdisjoint(words().saying)
    rest = text.partition(":")[2].strip()
    return is_said or rule in _LABELS and (starts_low(rest) or rest[:1].isdigit())


def _holds_keyword(text: str) -> bool:
    return any(keyword in text for keyword in words().residue_keywords)


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


def temperature(lines: Lines) -> Iterator[Cut]:
    """Yield the weather that a page shows, "Nairobi 24°C"; several such lines are a table of the story, and stay."""
    found = [(at, line) for at, line in enumerate(lines) if "°" in line.text and _TEMPERATURE.fullmatch(line.text)]
    if len(found) == 1:
        yield whole(*found[0], "widget")


def cut_short(lines: Lines) -> Iterator[Cut]:
    """Yield the mark of a collection that keeps only the beginning of each text: "... [+2314 chars]"."""
    if lines and (match := _CUT_SHORT.search(lines[-1].text)):
        last = len(lines) - 1
        yield Cut(last, last, lines[last].start + match.start(), lines[last].end, "cut_short")


def date_lines(lines: Lines) -> Iterator[Cut]:
    """Yield the lines that hold a date alone: anywhere with a label ("Published: ..."), at the top without one.

    Several with lines between them are a chronology, and stay.
    """
    short = ((at, line) for at, line in enumerate(lines) if len(line.text) <= LONGEST_DATE_LINE)
    found = [(at, match) for at, line in short if (match := date_line().fullmatch(line.text))]
    bare = [at for at, match in found if not match["label"]]
    is_calendar = any(after - before > 1 for before, after in pairwise(bare))
    for number, (at, match) in enumerate(found):
        if match["label"] or at - number < HEAD_LINES and not is_calendar:
            yield whole(at, lines[at], "date_line")
