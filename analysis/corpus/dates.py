"""Dates as pages print them. Pure."""

import re
from datetime import date
from functools import cache

from analysis.corpus.language import any_of, words


@cache
def date_pattern() -> str:
    """Return the pattern of a whole date, to be set into other patterns (any case, no groups with a name).

    The shapes: 2025-10-09, 12.02.2018 (day first), 13/02/2018, 9 October 2025, October 9, 2025.
    """
    month = any_of(tuple(words().months))
    year = r"(?:19|20)\d\d(?!\d)"
    return (
        rf"(?<![\d.])(?:{year}[-/.]\d\d[-/.]\d\d(?!\d)|\d{{1,2}}[./]\d{{1,2}}[./]{year}"
        rf"|\d{{1,2}}(?:st|nd|rd|th)?[\s-]+(?:of\s+)?{month}\.?,?[\s-]+{year}(?:\s*(?:года|г\.?))?"
        rf"|{month}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+{year})"
    )


# Seen: 15:32 and T13:32:31Z and 10:05 a.m. GMT and 13:32:31 -0500
TIME = r"(?:T?\d{1,2}:\d\d(?::\d\d)?(?:\.\d+)?\s?(?:[ap]\.?m\.?)?\s?(?:Z|[A-Z]{3,4}\b|[+-]\d\d:?\d\d)?)"


@cache
def date_line() -> re.Pattern[str]:
    """Return the pattern of a line that holds a date and nothing else: "Published: 9 October 2025, 15:32".

    Its group `label` is what stands before the date.
    """
    labels = any_of(words().published_labels + words().updated_labels)
    weekday = any_of(words().weekdays)
    return re.compile(
        rf"[(\[]?(?:(?P<label>{labels})\b\s*:?\s*)?(?:{weekday}\.?,?\s+)?(?:{TIME}[\s,|–-]*)?{date_pattern()}"
        rf"(?:[\s,|–-]*(?:at\s+)?{TIME})?[)\]]?\.?",
        re.IGNORECASE,
    )


@cache
def _date() -> re.Pattern[str]:
    return re.compile(date_pattern(), re.IGNORECASE)


def printed_date(text: str) -> date | None:
    """Return the first date printed in the text, or None. Dates that read either way ("03/04/2018") are no dates.

    >>> printed_date("Moscow discussed cooperation 12.02.2018 15:32")
    datetime.date(2018, 2, 12)
    >>> printed_date("03/04/2018") is None
    True
    """
    for match in _date().finditer(text):
        if found := _as_date(match[0]):
            return found
    return None


def _as_date(printed: str) -> date | None:
    numbers = [int(number) for number in re.findall(r"\d+", printed)]
    if len(numbers) == 2:
        year, day = max(numbers), min(numbers)
        names = re.findall(r"[^\W\d_]+", printed.casefold())
        month = next(number for name in names if (number := words().months.get(name)))
    elif numbers[0] > 31:
        year, month, day = numbers
    else:
        day, month, year = numbers
        if "/" in printed and max(day, month) <= 12 and day != month:
            return None
        if "/" in printed and month > 12:
            day, month = month, day
    try:
        return date(year, month, day)
    except ValueError:
        return None
