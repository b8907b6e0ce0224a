"""The periods a sentence names, resolved by the article's date where they are relative. Pure: text in, periods out."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from analysis.figures.lexicon import key, one_of, words

YEAR = r"(?:1[89]|20)\d\d"


@dataclass(frozen=True, slots=True)
class Period:
    """A period named in a sentence; offsets count from the sentence's start."""

    start: int
    end: int
    value: str  # 2021, 2022-H1, 2018-Q3, 2014-08, 2015-05-21, 2019/2021, 1993/.., FY2012-2013; empty: not known
    basis: str  # stated, resolved, unknown
    part_of_year: bool = False
    years_back: int = 0  # "in five years": the span's length where its end is not said


@dataclass(frozen=True, slots=True)
class Rules:
    """The compiled period patterns of a language, each with the function that reads it, and its word values."""

    any: re.Pattern[str]
    months: dict[str, int]
    parts: dict[str, str]  # "first half" -> H1, "third quarter" -> Q3
    relative: dict[str, int]
    numbers: dict[str, int]


def period_patterns(lists: dict[str, Any]) -> list[str]:
    """Return the period patterns of a language in the order in which they are tried; each has a group that names it."""
    months = one_of([*lists["months"], *lists["months_short"]])
    parts = one_of([*lists["halves"], *lists["quarters"]])
    number = rf"(?:\d{{1,3}}|{one_of(lists['numbers'])})"
    year_of = rf"(?:,?\s+(?:of\s+)?(?:the\s+year\s+)?(?P<{{}}>{YEAR})\b)"
    nth_months = rf"(?:first\s+(?P<n_months>{number})\s+months)"
    return [
        rf"(?P<iso>{YEAR}-\d\d-\d\d)\b",
        rf"(?P<fiscal>\b(?:{one_of(lists['fiscal'])})\s*(?P<fy>{YEAR})(?:\s?[-–/]\s?(?P<fy2>\d{{4}}|\d\d))?)\b",
        rf"(?P<day>\b(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<dm1>{months})\b\.?{year_of.format('dy1')}?)",
        rf"(?P<day2>\b(?P<dm2>{months})\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\s?[-–]\s?\d)(?:,?\s+(?P<dy2>{YEAR})\b)?)",
        rf"(?P<months_span>\b(?P<m1>{months})\.?(?:\s+(?P<my1>{YEAR}))?\s?(?:[-–—]|\s+to\s+|\s+through\s+)\s?(?P<m2>{months})\b\.?{year_of.format('my2')}?)",
        rf"(?P<part>\b(?:the\s+)?(?:(?P<which>{parts})|{nth_months})(?:{year_of.format('py')}|\s+(?P<pthe>{one_of(lists['the_year'])})\b)?)",
        rf"(?P<code>\b(?P<ph>[HQ][1-4])\s+(?:of\s+)?(?P<phy>{YEAR})\b)",
        rf"(?P<month>\b(?P<m>{months})\b\.?{year_of.format('my')})",
        rf"(?P<years_span>\b(?:from\s+|between\s+)?(?P<y1>{YEAR})\s?(?:[-–—/]|\s+to\s+|\s+and\s+|\s+until\s+)\s?(?P<y2>{YEAR})\b)",
        rf"(?P<since>\b{one_of(lists['since'])}\s+(?:the\s+\w+\s+of\s+)?(?P<since_year>{YEAR})\b)",
        rf"(?P<back>\b{one_of(lists['spans_back'])}\s+(?P<n_back>{number})\s+years)\b",
        rf"(?P<ahead>\b{one_of(lists['spans_ahead'])}\s+(?P<n_ahead>{number})\s+years)\b",
        rf"(?P<ago>\b(?P<n_ago>{number})\s+years\s+{one_of(lists['ago'])})\b",
        rf"(?P<plain>\b{one_of(lists['spans_plain'])}\s+(?P<n_plain>{number})\s+years)\b",
        rf"(?P<relative>\b(?:{one_of(lists['relative_years'])}))\b(?!['’]s)",
        rf"(?P<bare_month>\b(?:in|during|by)\s+(?:early\s+|late\s+|mid-?)?(?P<bm>{one_of(lists['months'])})\b(?!\s+\d|\s?[-–—]))",
        rf"(?P<year>(?<![\w.,/$£€-])(?P<y>{YEAR})(?![\w%]|[.,]\d|-\d))",
    ]


@cache
def period_rules(language: str) -> Rules:
    """Return the compiled period patterns of a language."""
    lists = {**words(language)["periods"], "numbers": words(language)["numbers"]}
    months = {name: position for position, name in enumerate(lists["months"], start=1)}
    parts = {key(k): f"H{v}" for k, v in lists["halves"].items()} | {
        key(k): f"Q{v}" for k, v in lists["quarters"].items()
    }
    return Rules(
        re.compile("|".join(period_patterns(lists)), re.IGNORECASE),
        months | {k: int(v) for k, v in lists["months_short"].items()},
        parts,
        {key(k): int(v) for k, v in lists["relative_years"].items()},
        {key(k): int(v) for k, v in lists["numbers"].items()},
    )


def number_in(text: str, rules: Rules) -> int:
    """Return a number written in digits or words."""
    return int(text) if text.isdigit() else rules.numbers[key(text)]


def month_in(text: str, rules: Rules) -> int:
    """Return the number of a month's name."""
    return rules.months[text.lower().rstrip(".")]


def four_digits(year: str, like: str) -> str:
    """Return a year in four digits, the century taken from the year before it: 13 after 2012 is 2013."""
    return year if len(year) == 4 else like[:2] + year


def with_year(stated: str | None, said_on: date | None) -> tuple[str, str]:
    """Return the year and how it is known: stated, else the article's."""
    if stated:
        return stated, "stated"
    return (str(said_on.year), "resolved") if said_on else ("", "unknown")


def month_value(month: int, stated: str | None, said_on: date | None) -> tuple[str, str]:
    """Return a month with its year; without one, the last such month up to the article's date."""
    if stated:
        return f"{stated}-{month:02}", "stated"
    if said_on is None:
        return "", "unknown"
    return f"{said_on.year - (month > said_on.month)}-{month:02}", "resolved"


def day_value(day: str, month: int, stated: str | None, said_on: date | None) -> tuple[str, str]:
    """Return a day with its month and year."""
    value, basis = month_value(month, stated, said_on)
    return (f"{value}-{int(day):02}" if value else "", basis)


def part_value(found: re.Match[str], rules: Rules, said_on: date | None) -> tuple[str, str]:
    """Return a half, a quarter or the first months of a year."""
    year, basis = with_year(found["py"], said_on)
    if not year:
        return "", "unknown"
    if found["which"]:
        return f"{year}-{rules.parts[key(found['which'])]}", basis
    return f"{year}-01/{year}-{number_in(found['n_months'], rules):02}", basis


def months_span_value(found: re.Match[str], rules: Rules, said_on: date | None) -> tuple[str, str]:
    """Return a span of months: "January-September", "July 2014-March 2015"."""
    end_year, basis = with_year(found["my2"], said_on)
    first = month_in(found["m1"], rules)
    if not end_year:
        return "", "unknown"
    return f"{found['my1'] or end_year}-{first:02}/{end_year}-{month_in(found['m2'], rules):02}", basis


def span_value(back: int, ahead: int, said_on: date | None) -> tuple[str, str]:
    """Return the years from `back` before the article's to `ahead` after it."""
    if said_on is None:
        return "", "unknown"
    return f"{said_on.year - back}/{said_on.year + ahead}", "resolved"


def shifted_year(years: int, said_on: date | None) -> tuple[str, str]:
    """Return the year that lies `years` after the article's."""
    return (str(said_on.year + years), "resolved") if said_on else ("", "unknown")


def fiscal_value(found: re.Match[str]) -> tuple[str, str]:
    """Return a fiscal year: one that is named by one year ends in it."""
    first, second = found["fy"], found["fy2"]
    years = f"{first}-{four_digits(second, first)}" if second else f"{int(first) - 1}-{first}"
    return f"FY{years}", "stated"


Read = Callable[[re.Match[str], Rules, date | None], tuple[str, str]]

# Each named pattern with the function that reads its match.
READERS: dict[str, Read] = {
    "iso": lambda f, r, s: (f["iso"], "stated"),
    "fiscal": lambda f, r, s: fiscal_value(f),
    "day": lambda f, r, s: day_value(f["d1"], month_in(f["dm1"], r), f["dy1"], s),
    "day2": lambda f, r, s: day_value(f["d2"], month_in(f["dm2"], r), f["dy2"], s),
    "months_span": months_span_value,
    "part": part_value,
    "code": lambda f, r, s: (f"{f['phy']}-{f['ph'].upper()}", "stated"),
    "month": lambda f, r, s: (f"{f['my']}-{month_in(f['m'], r):02}", "stated"),
    "years_span": lambda f, r, s: (f"{f['y1']}/{f['y2']}", "stated"),
    "since": lambda f, r, s: (f"{f['since_year']}/..", "stated"),
    "back": lambda f, r, s: span_value(number_in(f["n_back"], r), 0, s),
    "ahead": lambda f, r, s: span_value(0, number_in(f["n_ahead"], r), s),
    "ago": lambda f, r, s: shifted_year(-number_in(f["n_ago"], r), s),
    "plain": lambda f, r, s: ("", "unknown"),
    "relative": lambda f, r, s: shifted_year(r.relative[key(f["relative"])], s),
    "bare_month": lambda f, r, s: month_value(month_in(f["bm"], r), None, s),
    "year": lambda f, r, s: (f["y"], "stated"),
}


def periods(text: str, said_on: date | None, language: str = "en") -> Iterator[Period]:
    """Yield every period a sentence names, in reading order; `said_on` resolves the relative ones.

    >>> [(p.value, p.basis) for p in periods("exceeded $45 billion last year", date(2025, 10, 9))]
    [('2024', 'resolved')]
    >>> [(p.value, p.basis) for p in periods("in the first half of the year", date(2022, 10, 14))]
    [('2022-H1', 'resolved')]
    >>> [p.value for p in periods("between 1989 and 2003, up from 2020", None)]
    ['1989/2003', '2020']
    """
    rules = period_rules(language)
    for found in rules.any.finditer(text):
        name = next(name for name in READERS if found[name])
        value, basis = READERS[name](found, rules, said_on)
        back = number_in(found["n_plain"], rules) if name == "plain" else 0
        yield Period(found.start(), found.end(), value, basis, name in ("part", "code"), back)
