"""The periods a sentence names, resolved by the article's date where they are relative. Pure: text in, periods out."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from analysis.figures.lexicon import key, small
from analysis.figures.outlook import is_coming
from analysis.figures.period_rules import Rules, calendar_pattern, period_rules
from analysis.figures.period_values import (
    Told,
    day_value,
    fiscal_value,
    month_in,
    month_of_year,
    month_value,
    months_span_value,
    number_in,
    own_month,
    own_year,
    part_value,
    same_value,
    span_value,
    year_around,
    year_before,
)


@dataclass(frozen=True, slots=True)
class Period:
    """A period named in a sentence; offsets count from the sentence's start."""

    start: int
    end: int
    value: str  # 2021, 2022-H1, 2018-Q3, 2014-08, 2015-05-21, 2019/2021, 1993/.., FY2012-2013; empty: not known
    basis: str  # stated, resolved, unknown
    kind: str = ""  # the pattern that found it
    years_back: int = 0  # "in five years": the span's length where its end is not said


Read = Callable[[re.Match[str], Rules, Told], tuple[str, str]]

# Each named pattern with the function that reads its match.
READERS: dict[str, Read] = {
    "iso": lambda f, r, t: (f["iso"], "stated"),
    "fiscal": lambda f, r, t: fiscal_value(f),
    "months_span": months_span_value,
    "day": lambda f, r, t: day_value(f["d1"], month_in(f["dm1"], r), f["dy1"], t),
    "day2": lambda f, r, t: day_value(f["d2"], month_in(f["dm2"], r), f["dy2"], t),
    "same": same_value,
    "whole_year": lambda f, r, t: year_around(t.before),
    "own_year": lambda f, r, t: own_year(f),
    "own_month": own_month,
    "part": part_value,
    "code": lambda f, r, t: (f"{f['phy']}-{f['ph'].upper()}", "stated"),
    "month": month_of_year,
    "years_span": lambda f, r, t: (f"{f['y1'] or f['y3']}/{f['y2'] or f['y4']}", "stated"),
    "since": lambda f, r, t: (f"{f['since_year']}/..", "stated"),
    "back": lambda f, r, t: span_value(number_in(f["n_back"], r), 0, t),
    "ahead": lambda f, r, t: span_value(0, number_in(f["n_ahead"], r), t),
    "ago": lambda f, r, t: t.year(-number_in(f["n_ago"], r)),
    "plain": lambda f, r, t: ("", "unknown"),
    "relative": lambda f, r, t: t.year(r.relative[key(f["relative"])]),
    "bare_month": lambda f, r, t: month_value(month_in(f["bm"], r), None, t),
    "year": lambda f, r, t: (f["y"], "stated"),
}


def year_begins(text: str, language: str = "en") -> int:
    """Return the month in which the years of an article begin: March where it speaks of the Iranian calendar.

    >>> year_begins("exports in the current Iranian calendar year"), year_begins("exports this year")
    (3, 1)
    """
    return 3 if calendar_pattern(language).search(small(text)) else 1


def periods(
    text: str, said_on: date | None, language: str = "en", *, before: str = "", year_begins: int = 1
) -> Iterator[Period]:
    """Yield every period a sentence names, in reading order.

    `said_on` resolves the relative ones ("last year"), `before`, the period spoken of last, those that refer to it
    ("in the same period of the previous year"); `year_begins` is the month in which years begin.

    >>> [(p.value, p.basis) for p in periods("exceeded $45 billion last year", date(2025, 10, 9))]
    [('2024', 'resolved')]
    >>> [(p.value, p.basis) for p in periods("in the first half of the year", date(2022, 10, 14))]
    [('2022-H1', 'resolved')]
    >>> [p.value for p in periods("between 1989 and 2003, up from 2020", None)]
    ['1989/2003', '2020']
    """
    rules, told, stated = period_rules(language), Told(said_on, year_begins, before), ""
    lower = small(text)
    for found in rules.any.finditer(lower):
        name = found.lastgroup if found.lastgroup in READERS else next(name for name in READERS if found[name])
        if name == "same" and not told.before:
            continue
        coming = name in ("day", "day2", "bare_month") and is_coming(lower[: found.start()], language)
        value, basis = READERS[name](found, rules, replace(told, ahead=coming))
        if name == "whole_year" and not value:
            continue
        if name == "relative" and stated and key(found[0]) in rules.anaphoric:
            value, basis = year_before(stated), "resolved"
        stated = value if basis == "stated" else stated
        if value and name != "same":  # of "the same period a year ago" nothing is spoken on
            told = Told(said_on, year_begins, value)
        back = number_in(found["n_plain"], rules) if name == "plain" else 0
        yield Period(found.start(), found.end(), value, basis, name, back)
