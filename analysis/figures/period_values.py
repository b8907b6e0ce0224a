"""What the words of a period stand for: years, months, spans, by the article's date where they are relative. Pure."""

import re
from dataclasses import dataclass
from datetime import date

from analysis.figures.lexicon import key
from analysis.figures.period_rules import Rules
from analysis.wording.periods import is_day

OWN_YEAR = 621  # years between the Iranian calendar and the common one


@dataclass(frozen=True, slots=True)
class Told:
    """What is known before a sentence is read: its date, the month its years begin in, the period spoken of last."""

    said_on: date | None
    year_begins: int = 1
    before: str = ""
    ahead: bool = False  # what is spoken of is yet to come: "they plan to meet in May"

    def year(self, shift: int = 0) -> tuple[str, str]:
        """Return the year that lies `shift` after the one in which the sentence was said, and how it is known."""
        if self.said_on is None:
            return "", "unknown"
        return str(self.said_on.year - (self.said_on.month < self.year_begins) + shift), "resolved"


def number_in(text: str, rules: Rules) -> int:
    """Return a number written in digits or words."""
    return int(text) if text.isdigit() else rules.numbers[key(text)]


def month_in(text: str, rules: Rules) -> int:
    """Return the number of a month's name."""
    return rules.months[text.lower().rstrip(".")]


def four_digits(year: str, like: str) -> str:
    """Return a year in four digits, the century taken from the year before it: 13 after 2012 is 2013."""
    return year if len(year) == 4 else like[:2] + year


def with_year(stated: str | None, relative: str | None, rules: Rules, told: Told) -> tuple[str, str]:
    """Return the year and how it is known: stated, else as far from the article's as the relative words say."""
    return (stated, "stated") if stated else told.year(rules.relative[key(relative)] if relative else 0)


def month_of_year(found: re.Match[str], rules: Rules, told: Told) -> tuple[str, str]:
    """Return a month with the year behind it: "May 2014", "December of last year"."""
    year, basis = with_year(found["my"], found["m_shift"], rules, told)
    return (f"{year}-{month_in(found['m'], rules):02}" if year else ""), basis


def month_value(month: int, stated: str | None, told: Told) -> tuple[str, str]:
    """Return a month with its year; without one, the last such month up to the article's date, or the next one."""
    if stated:
        return f"{stated}-{month:02}", "stated"
    if told.said_on is None:
        return "", "unknown"
    said_in = told.said_on.month
    years = month < said_in if told.ahead else -(month > said_in)
    return f"{told.said_on.year + years}-{month:02}", "resolved"


def own_month(found: re.Match[str], rules: Rules, told: Told) -> tuple[str, str]:
    """Return a month of another calendar, as the two months it lies in: Azar is from 22 November to 21 December."""
    begins = rules.own_months[key(found["own_m"])]
    value, basis = month_value(begins, None, told)
    return (span_of_months(value[:4], begins, begins + 1) if value else ""), basis


def span_of_months(year: str, first: int, last: int) -> str:
    """Return the months from the first to the last, counted from January of a year; past 12 is the next year.

    >>> span_of_months("2023", 3, 15)
    '2023-03/2024-03'
    """
    ends = [f"{int(year) + (month - 1) // 12}-{(month - 1) % 12 + 1:02}" for month in (first, last)]
    return "/".join(ends)


def day_value(day: str, month: int, stated: str | None, told: Told) -> tuple[str, str]:
    """Return a day with its month and year."""
    value, basis = month_value(month, stated, told)
    whole = f"{value}-{int(day):02}"
    return (whole, basis) if is_day(whole) else ("", "unknown")


def part_value(found: re.Match[str], rules: Rules, told: Told) -> tuple[str, str]:
    """Return a half, a quarter or the first months of a year."""
    year, basis = with_year(found["py"], found["p_shift"], rules, told)
    if not year:
        return "", "unknown"
    begins = 1 if found["py"] else told.year_begins
    count = found["n_months"] or found["n_period"]
    if count:
        # Where a year begins within March, its first eight months end within November.
        return span_of_months(year, begins, begins - (begins == 1) + number_in(count, rules)), basis
    part = rules.parts[key(found["which"])]
    if begins == 1:
        return f"{year}-{part}", basis
    months = 6 if part[0] == "H" else 3
    first = begins + (int(part[1]) - 1) * months
    return span_of_months(year, first, first + months), basis


def months_span_value(found: re.Match[str], rules: Rules, told: Told) -> tuple[str, str]:
    """Return a span of months: "January-September", "July 2014-March 2015", "March 21-November 21, 2023"."""
    end_year, basis = with_year(found["my2"], None, rules, told)
    first = month_in(found["m1"], rules)
    if not end_year:
        return "", "unknown"
    return f"{found['my1'] or end_year}-{first:02}/{end_year}-{month_in(found['m2'], rules):02}", basis


def span_value(back: int, ahead: int, told: Told) -> tuple[str, str]:
    """Return the years from `back` before the article's to `ahead` after it."""
    (first, basis), (last, _) = told.year(-back), told.year(ahead)
    return (f"{first}/{last}" if first else ""), basis


def year_before(period: str) -> str:
    """Return the year before the one in which a stated period begins.

    >>> year_before("2013"), year_before("FY2012-2013"), year_before("2013-Q1")
    ('2012', 'FY2011-2012', '2012')
    """
    years = [str(int(year) - 1) for year in re.findall(r"\d{4}", period)]
    return f"FY{'-'.join(years)}" if period.startswith("FY") else years[0]


def year_around(period: str) -> tuple[str, str]:
    """Return the year in which a month, a quarter or a half lies, and how it is known.

    >>> year_around("2019-12"), year_around("2019/2021")
    (('2019', 'resolved'), ('', 'unknown'))
    """
    within = re.fullmatch(r"(\d{4})(?:-\w+)*", period)
    return (within[1], "resolved") if within else ("", "unknown")


def same_value(found: re.Match[str], rules: Rules, told: Told) -> tuple[str, str]:
    """Return the period spoken of before, or its like in another year: "in the same period of the previous year"."""
    if found["s_year"]:
        return in_year(told.before, found["s_year"]), "resolved"
    shift = found["s_shift"] or found["s_lead"]
    years = -1 if found["earlier"] else rules.relative[key(shift)] if shift else 0
    return shifted(told.before, years), "resolved"


def shifted(period: str, years: int) -> str:
    """Return a period moved by years.

    >>> shifted("2023-03/2023-11", -1)
    '2022-03/2022-11'
    """
    return re.sub(r"\d{4}", lambda year: str(int(year[0]) + years), period)


def in_year(period: str, year: str) -> str:
    """Return a period moved into the year given, in which it begins."""
    return shifted(period, int(year) - int(re.findall(r"\d{4}", period)[0]))


def own_year(found: re.Match[str]) -> tuple[str, str]:
    """Return a year of the Iranian calendar, which begins in March: 1402 is 2023-03/2024-03."""
    return span_of_months(str(int(found["own_y"]) + OWN_YEAR), 3, 15), "stated"


def fiscal_value(found: re.Match[str]) -> tuple[str, str]:
    """Return a fiscal year: one that is named by one year ends in it."""
    first, second = found["fy"], found["fy2"]
    years = f"{first}-{four_digits(second, first)}" if second else f"{int(first) - 1}-{first}"
    return f"FY{years}", "stated"
