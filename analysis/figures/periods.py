"""The periods a sentence names, resolved by the article's date where they are relative. Pure: text in, periods out."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from analysis.figures.lexicon import key, small
from analysis.figures.period_rules import Rules, period_rules


@dataclass(frozen=True, slots=True)
class Period:
    """A period named in a sentence; offsets count from the sentence's start."""

    start: int
    end: int
    value: str  # 2021, 2022-H1, 2018-Q3, 2014-08, 2015-05-21, 2019/2021, 1993/.., FY2012-2013; empty: not known
    basis: str  # stated, resolved, unknown
    part_of_year: bool = False
    years_back: int = 0  # "in five years": the span's length where its end is not said


def number_in(text: str, rules: Rules) -> int:
    """Return a number written in digits or words."""
    return int(text) if text.isdigit() else rules.numbers[key(text)]


def month_in(text: str, rules: Rules) -> int:
    """Return the number of a month's name."""
    return rules.months[text.lower().rstrip(".")]


def four_digits(year: str, like: str) -> str:
    """Return a year in four digits, the century taken from the year before it: 13 after 2012 is 2013."""
    return year if len(year) == 4 else like[:2] + year


def with_year(stated: str | None, said_on: date | None, shift: int = 0) -> tuple[str, str]:
    """Return the year and how it is known: stated, else `shift` years after the article's."""
    if stated:
        return stated, "stated"
    return (str(said_on.year + shift), "resolved") if said_on else ("", "unknown")


def month_of_year(found: re.Match[str], rules: Rules, said_on: date | None) -> tuple[str, str]:
    """Return a month with the year behind it: "May 2014", "December of last year"."""
    shift = rules.relative[key(found["m_shift"])] if found["m_shift"] else 0
    year, basis = with_year(found["my"], said_on, shift)
    return (f"{year}-{month_in(found['m'], rules):02}" if year else ""), basis


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
    shift = rules.relative[key(found["p_shift"])] if found["p_shift"] else 0
    year, basis = with_year(found["py"], said_on, shift)
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


def year_before(period: str) -> str:
    """Return the year before the one in which a stated period begins.

    >>> year_before("2013"), year_before("FY2012-2013"), year_before("2013-Q1")
    ('2012', 'FY2011-2012', '2012')
    """
    years = [str(int(year) - 1) for year in re.findall(r"\d{4}", period)]
    return f"FY{'-'.join(years)}" if period.startswith("FY") else years[0]


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
    "month": month_of_year,
    "years_span": lambda f, r, s: (f"{f['y1'] or f['y3']}/{f['y2'] or f['y4']}", "stated"),
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
    rules, stated = period_rules(language), ""
    for found in rules.any.finditer(small(text)):
        name = found.lastgroup if found.lastgroup in READERS else next(name for name in READERS if found[name])
        value, basis = READERS[name](found, rules, said_on)
        if name == "relative" and stated and key(found[0]) in rules.anaphoric:
            value, basis = year_before(stated), "resolved"
        stated = value if basis == "stated" else stated
        back = number_in(found["n_plain"], rules) if name == "plain" else 0
        yield Period(found.start(), found.end(), value, basis, name in ("part", "code"), back)
