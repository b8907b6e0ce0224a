"""Dates as pages print them. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from analysis.corpus.language import any_of, words

DAY_FIRST, MONTH_FIRST = "day_first", "month_first"


@cache
def date_pattern() -> str:
    """Return the pattern of a whole date, to be set into other patterns (any case, no groups with a name).

    The shapes: 2025-10-09, 2025/10/9, 12.02.2018, 13/02/2018, 13-02-2018, 9 October 2025, 9-Oct-25, October 9, 2025.
    """
    month = any_of(tuple(words().months))
    year = r"(?:19|20)\d\d(?!\d)"
    return (
        rf"(?<![\d.])(?<!\d[/-])(?:{year}[-/.]\d\d?[-/.]\d\d?(?!\d)|\d{{1,2}}(?:[./]\d{{1,2}}[./]|-\d{{1,2}}-){year}"
        rf"|\d{{1,2}}-{month}-\d\d(?![\d-])"
        rf"|\d{{1,2}}(?:st|nd|rd|th)?[\s-]+(?:of\s+)?{month}\.?,?[\s-]+{year}(?:\s*(?:года|г\.?))?"
        rf"|{month}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+{year})"
    )


# Seen: 15:32 and T13:32:31Z and 10:05 a.m. GMT and 13:32:31 -0500
TIME = r"(?:T?\d{1,2}:\d\d(?::\d\d)?(?:\.\d+)?\s?(?:[ap]\.?m\.?)?\s?(?:Z|[A-Z]{3,4}\b|[+-]\d\d:?\d\d)?)"


@cache
def date_line() -> re.Pattern[str]:
    """Return the pattern of a line with a date and nothing else: "Published: 9 October 2025, 15:32", "On Monday, ...".

    Its group `label` is what stands before the date.
    """
    labels = any_of(words().published_labels + words().updated_labels)
    updated, weekday = any_of(words().updated_labels), any_of(tuple(words().weekdays))
    printed = (
        rf"(?:on\s+)?(?:{weekday}\.?,?\s+)?(?:{TIME}[\s,|–-]*)?{date_pattern()}"
        rf"(?:[\s,|/·–-]*(?:at\s+)?(?:{TIME}|\d\d\.\d\d\b(?:\s[A-Z]{{3,4}}\b)?))?"
    )
    return re.compile(
        rf"[(\[]?(?:(?P<label>{labels})\b\s*:?\s*)?{printed}(?:[\s,|/·–-]*(?:{updated})\s*:?\s*{printed})?[)\]]?\.?",
        re.IGNORECASE,
    )


@dataclass(frozen=True, slots=True)
class Printed:
    """A date as it is printed: two readings, day first and month first, where its numbers allow both."""

    words: str  # with the time behind it: "12.02.2018 15:32"
    readings: tuple[date, ...]
    mark: str = ""  # between the numbers: ".", "/" or "-"

    def read(self, order: str = "") -> date | None:
        """Return the date, of two readings the one that the order (day_first, month_first) says, None without one."""
        if len(self.readings) == 1:
            return self.readings[0]
        return self.readings[(DAY_FIRST, MONTH_FIRST).index(order)] if order else None


_LAST_CENTURY = 70  # years of two digits from here on are of the century before


@cache
def _date() -> re.Pattern[str]:
    return re.compile(rf"(?P<date>{date_pattern()})(?:[\s,|–-]{{0,3}}{TIME})?", re.IGNORECASE)


def printed_dates(text: str) -> Iterator[Printed]:
    """Yield the dates printed in the text, in order; what only looks like one (31.02.2018) is left out.

    >>> [printed.read() for printed in printed_dates("Trade doubles 13.02.2018 15:32")]
    [datetime.date(2018, 2, 13)]
    """
    for match in _date().finditer(text):
        readings, mark = _readings(match["date"])
        if readings:
            yield Printed(match[0].rstrip(), readings, mark)


def _readings(printed: str) -> tuple[tuple[date, ...], str]:
    """Return what a printed date may mean, and the mark between its numbers where the order of these is open."""
    numbers = [int(number) for number in re.findall(r"\d+", printed)]
    if len(numbers) == 2:
        names = re.findall(r"[^\W\d_]+", printed.casefold())
        month = next(number for name in names if (number := words().months.get(name)))
        day, year = sorted(numbers) if max(numbers) > 31 else numbers
        return _valid((_full_year(year), month, day)), ""
    if numbers[0] > 31:
        return _valid((numbers[0], numbers[1], numbers[2])), ""
    first, second, year = numbers
    mark = next(one for one in printed if one in "./-")
    return _valid((year, second, first), (year, first, second)), mark


def _full_year(year: int) -> int:
    """Return the year that is meant by two digits, as in "12-Feb-18" and "12-Feb-97"; others as they are."""
    return year if year > 99 else year + (1900 if year >= _LAST_CENTURY else 2000)


def _valid(*readings: tuple[int, int, int]) -> tuple[date, ...]:
    """Return those of the readings (year, month, day) that are dates, each once."""
    found = []
    for reading in readings:
        try:
            found.append(date(*reading))
        except ValueError:
            continue
    return tuple(dict.fromkeys(found))


# "/2019/11/18/", "/2019/nov/18/", "/2019-11-18-tea"
_ADDRESS_DATE = re.compile(r"/((?:19|20)\d\d)([/-])(\d{1,2}|[a-z]{3,9})\2(\d{1,2})(?=[/-]|\Z)", re.IGNORECASE)


def address_date(url: str) -> date | None:
    """Return the date of publication in an address, as many sites keep their articles by days; None where is none.

    >>> address_date("https://www.example.org/2019/nov/18/tea-exports-rise")
    datetime.date(2019, 11, 18)
    """
    for match in _ADDRESS_DATE.finditer(url):
        month = int(match[3]) if match[3].isdigit() else words().months.get(match[3].casefold(), 0)
        for found in _valid((int(match[1]), month, int(match[4]))):
            return found
    return None


# "2018-02-12-summit.txt", "20180212_summit.txt", "summit 2018.02.12.pdf"; not the digits of "27adc4ccc7347b30"
_NAME_DATE = re.compile(r"(?<![^\W_])((?:19|20)\d\d)([-_.]?)(\d\d)\2(\d\d)(?![^\W_])")


def named_date(source: str) -> tuple[date | None, str]:
    """Return the ISO date in a file's name and how it stands there, or None and nothing. Folders do not count.

    >>> named_date("reports/2018-02-12-summit.txt")
    (datetime.date(2018, 2, 12), '2018-02-12')
    """
    for match in _NAME_DATE.finditer(source.rpartition("/")[2]):
        for found in _valid((int(match[1]), int(match[3]), int(match[4]))):
            return found, match[0]
    return None, ""
