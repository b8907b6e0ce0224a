"""Weekdays that do not fit the date they stand beside. Pure."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache

from analysis.corpus.language import any_of, words
from analysis.corpus.metadata.dates import date_pattern, printed_dates
from analysis.records import Sentence
from analysis.wording.periods import day

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WEEK = 7  # days
LEAD = 2  # sentences at the top that tell when the story happened
LONGEST_SHORT = 4  # letters of a shortened name: "Tues"
NEAR = 40  # characters that a date takes, with what stands between it and the weekday


def misfits(raw_text: str) -> Iterator[str]:
    """Yield a remark for each date printed with a weekday that was not its own.

    Dates with two readings, and those without a year, are passed over.

    >>> list(misfits("They met on Friday, 13 October 2022, in Hanoi."))
    ['"Friday, 13 October 2022": that day was a Thursday.']
    """
    for weekday in _weekday().finditer(raw_text):
        pair = _with_date(raw_text, weekday)
        printed = next(printed_dates(pair), None)
        found = printed and printed.read()
        if found and found.isoweekday() != words().weekdays[weekday[0].casefold()]:
            yield f'"{" ".join(pair.split())}": that day was a {DAYS[found.weekday()]}.'


@cache
def _weekday() -> re.Pattern[str]:
    # In small letters and in capitals whole names only: "sun" and "sat" are words.
    whole = tuple(name for name in words().weekdays if len(name) > LONGEST_SHORT)
    names = any_of((*(name.capitalize() for name in words().weekdays), *whole, *map(str.upper, whole)))
    return re.compile(rf"\b{names}\b(?!['’])")  # "Friday's" is not the day of the date before it


def _with_date(raw_text: str, weekday: re.Match[str]) -> str:
    """Return a weekday and the date printed with it; nothing where there is none, or the weekday is a paper's name."""
    if _paper_name().search(raw_text, max(0, weekday.start() - NEAR), weekday.end()):
        return ""
    behind, before = _around()
    if match := behind.match(raw_text[weekday.end() : weekday.end() + NEAR]):
        is_sentence_end = match[0][0] == "." and len(weekday[0]) > LONGEST_SHORT
        return "" if is_sentence_end else weekday[0] + match[0]
    if match := before.search(raw_text[max(0, weekday.start() - NEAR) : weekday.start()]):
        after = raw_text[weekday.end() : weekday.end() + 1]
        return f"{match[0]}{weekday[0]}{after.strip(',.;|')}" if after in ",.;)|\n" else ""
    return ""


@cache
def _around() -> tuple[re.Pattern[str], re.Pattern[str]]:
    # Behind it: "Friday night, 14 October 2022", "Tuesday (November 23, 2010)". Before it: "14.10.2022 (Friday)"
    behind = rf"(?:\.|\s{any_of(words().day_parts)}\b)?(?:,?\s+(?:the\s+)?{date_pattern()}|\s?\({date_pattern()}\)?)"
    before = rf"{date_pattern()}(?:,?\s+|\s?\()\Z"
    return re.compile(behind, re.IGNORECASE), re.compile(before, re.IGNORECASE)


@cache
def _paper_name() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(words().weekday_papers)}\Z")


def lead_misfit(sentences: Sequence[Sentence], event_date: date | None, published: date | None) -> str:
    """Return a remark where the only weekday that the lead names is none from the occasion to the publication.

    Nothing without the date of the occasion: within a week of its publication an article may speak of any weekday.
    Nothing of what the lead says will be.

    >>> lead_misfit([Sentence(0, 24, "They met in Oslo on Friday.", 0, False, False)], date(2022, 10, 13), None)
    '"on Friday" stands at the top, but the occasion, 13 October 2022, was on a Thursday.'
    """
    if not event_date:
        return ""
    lead = [sentence.text for sentence in sentences if not sentence.heading][:LEAD]
    named = {words().weekdays[match[0].casefold()] for text in lead for match in _weekday().finditer(text)}
    said = next(filter(None, map(_on_weekday().search, lead)), None)
    if not said or len(named) != 1 or named & _weekdays_between(event_date, published or event_date):
        return ""
    if _future().search(said.string):
        return ""
    when = f"{day(event_date.isoformat())}, was on a {DAYS[event_date.weekday()]}"
    return f'"{said[0]}" stands at the top, but the occasion, {when}.'


@cache
def _on_weekday() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(words().day_prepositions)}\s{_weekday().pattern}", re.IGNORECASE)


@cache
def _future() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(words().future)}\b", re.IGNORECASE)


def _weekdays_between(one: date, other: date) -> set[int]:
    first, days = min(one, other), min(abs((one - other).days) + 1, WEEK)
    return {(first + timedelta(days=more)).isoweekday() for more in range(days)}
