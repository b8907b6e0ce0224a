"""What a period is called, and where it lies on an axis of years. Pure."""

import re
from datetime import date

PARTS = {"H1": "first half", "H2": "second half", "Q1": "first quarter", "Q2": "second quarter"}
PARTS |= {"Q3": "third quarter", "Q4": "fourth quarter"}
PART = re.compile(r"(\d{4})-([HQ]\d)")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
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
        return (moment(match["day"]), moment(match["day"]) + 1 / 366) if is_day(match["day"]) else None
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


def is_day(iso: str) -> bool:
    """Return whether a text is a day that there is; no text is kept from saying "31 June".

    >>> is_day("2023-06-30"), is_day("2023-06-31"), is_day("2021")
    (True, False, False)
    """
    try:
        return len(iso) == len("2023-06-30") and bool(date.fromisoformat(iso))
    except ValueError:
        return False


def moment(iso: str) -> float:
    """Return a date in decimal years.

    >>> moment("2022-01-01"), round(moment("2022-07-02"), 2)
    (2022.0, 2022.5)
    """
    day = date.fromisoformat(iso)
    return day.year + (day.timetuple().tm_yday - 1) / 366


def day(iso: str) -> str:
    """Return a date as it is printed.

    >>> day("2025-10-09")
    '9 October 2025'
    """
    when = date.fromisoformat(iso)
    return f"{when.day} {month_name(iso)}"


def month_name(iso: str) -> str:
    """Return month and year of a date or a month.

    >>> month_name("2025-10-09"), month_name("2014-08")
    ('October 2025', 'August 2014')
    """
    return f"{MONTHS[int(iso[5:7]) - 1]} {iso[:4]}"


def period_name(period: str) -> str:
    """Return a period in words; what is no period, as it is.

    >>> period_name("2022-H1"), period_name("2016/2021"), period_name("1993/.."), period_name("2014-08")
    ('the first half of 2022', '2016 to 2021', 'since 1993', 'August 2014')
    >>> period_name("FY2012-2013"), period_name("$ 40 billion")
    ('fiscal year 2012-2013', '$ 40 billion')
    """
    if found := PART.fullmatch(period):
        return f"the {PARTS.get(found[2], found[2])} of {found[1]}"
    start, slash, end = period.partition("/")
    if slash and re.match(r"(FY)?\d{4}", start):
        return f"since {period_name(start)}" if end == ".." else f"{period_name(start)} to {period_name(end)}"
    if is_day(period):
        return day(period)
    return (
        month_name(period) if re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", period) else period.replace("FY", "fiscal year ")
    )
