"""Where a period lies on an axis of years. Pure: period words in, decimal years out."""

import re
from datetime import date

from analysis.charts.words import MONTHS

PARTS = {"H1": "first half", "H2": "second half", "Q1": "first quarter", "Q2": "second quarter"}
PARTS |= {"Q3": "third quarter", "Q4": "fourth quarter"}
HALF, QUARTER, MONTH = 0.5, 0.25, 1 / 12
# Each form of a time in the figures table: 2021, FY2012-2013, 2022-H1, 2018-Q3, 2014-08-21, 2014-08
FORMS = re.compile(
    r"(?P<year>\d{4})$|FY(?P<fiscal>\d{4})-\d{4}$|(?P<h>\d{4})-H(?P<half>[12])$|(?P<q>\d{4})-Q(?P<quarter>[1-4])$"
    r"|(?P<day>\d{4}-\d{2}-\d{2})$|(?P<m>\d{4})-(?P<month>\d{2})$"
)


def span(period: str) -> tuple[float, float] | None:
    """Return start and end of a period in decimal years; None where it is not known. An open end takes its one date.

    >>> span("2021"), span("2022-H1"), span("2019/2021"), span("1993/.."), span("")
    ((2021.0, 2022.0), (2022.0, 2022.5), (2019.0, 2022.0), (1993.0, 1994.0), None)
    """
    ends = [found for part in period.split("/") if (found := simple_span(part))]
    return (min(start for start, _ in ends), max(end for _, end in ends)) if ends else None


def middle(period: str) -> float | None:
    """Return the middle of a period in decimal years; None where it is not known.

    >>> middle("2021"), middle("")
    (2021.5, None)
    """
    ends = span(period)
    return sum(ends) / 2 if ends else None


def simple_span(period: str) -> tuple[float, float] | None:
    """Return start and end of a period without a slash."""
    match = FORMS.match(period)
    if not match:
        return None
    if match["day"]:
        return moment(match["day"]), moment(match["day"]) + 1 / 366
    if match["half"]:
        return piece(match["h"], match["half"], HALF)
    if match["quarter"]:
        return piece(match["q"], match["quarter"], QUARTER)
    if match["month"]:
        return piece(match["m"], match["month"], MONTH)
    # A fiscal year has no month of its start: it is drawn from the middle of one year to the middle of the next.
    return (
        piece(match["year"], "1", 1.0) if match["year"] else (int(match["fiscal"]) + HALF, int(match["fiscal"]) + 1.5)
    )


def piece(year: str, number: str, length: float) -> tuple[float, float]:
    """Return the n-th piece of a year."""
    return int(year) + (int(number) - 1) * length, int(year) + int(number) * length


def moment(iso: str) -> float:
    """Return a date in decimal years.

    >>> moment("2022-01-01"), round(moment("2022-07-02"), 2)
    (2022.0, 2022.5)
    """
    day = date.fromisoformat(iso)
    return day.year + (day.timetuple().tm_yday - 1) / 366


def named(period: str) -> str:
    """Return a period as readers write it.

    >>> named("2022-H1"), named("2016/2021"), named("1993/.."), named("2018-Q3"), named("FY2012-2013")
    ('first half of 2022', '2016 to 2021', 'since 1993', 'third quarter of 2018', 'fiscal year 2012-2013')
    >>> named("2014-08"), named("2015-05-21")
    ('Aug 2014', '21 May 2015')
    """
    if period.startswith("FY"):
        return f"fiscal year {period[2:]}"
    start, slash, end = period.partition("/")
    if slash:
        return f"since {named(start)}" if end == ".." else f"{named(start)} to {named(end)}"
    year, _, part = period.partition("-")
    if part in PARTS:
        return f"{PARTS[part]} of {year}"
    number, _, day = part.partition("-")
    return " ".join([*([day.lstrip("0")] if day else []), *([MONTHS[int(number) - 1]] if number else []), year])
