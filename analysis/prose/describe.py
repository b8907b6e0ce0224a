"""How the report words one figure: its amount, its period and how it is known, its parties, and who said it. Pure."""

import re
from datetime import date
from html import escape
from typing import Any

from analysis.charts.words import last_name, month, parties
from analysis.prose.markup import cite

PARTS = {
    "H1": "first half",
    "H2": "second half",
    "Q1": "first quarter",
    "Q2": "second quarter",
    "Q3": "third quarter",
    "Q4": "fourth quarter",
}
PART = re.compile(r"(\d{4})-([HQ]\d)")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
CUMULATIVE = ("cumulative", "accumulated")
QUALIFIERS = {
    "more_than": "more than", "at_least": "at least", "less_than": "less than", "up_to": "up to", "about": "about",
    "nearly": "nearly",
}  # fmt: skip


def day(iso: str) -> str:
    """Return a date as it is printed.

    >>> day("2025-10-09")
    '9 October 2025'
    """
    when = date.fromisoformat(iso)
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def period_name(period: str) -> str:
    """Return a period in words.

    >>> period_name("2022-H1"), period_name("2016/2021"), period_name("1993/.."), period_name("2014-08")
    ('the first half of 2022', '2016 to 2021', 'since 1993', 'August 2014')
    """
    if found := PART.fullmatch(period):
        return f"the {PARTS[found[2]]} of {found[1]}"
    if period.endswith("/.."):
        return f"since {period_name(period[:-3])}"
    if "/" in period:
        return " to ".join(period_name(end) for end in period.split("/"))
    if re.fullmatch(r"\d{4}-\d\d-\d\d", period):
        return day(period)
    if re.fullmatch(r"\d{4}-\d\d", period):
        return f"{MONTHS[int(period[5:]) - 1]} {period[:4]}"
    return period.replace("FY", "fiscal year ")


def is_cumulative(figure: Any) -> bool:
    """Return whether a figure is a sum since some start."""
    return any(word in figure.definition for word in CUMULATIVE)


def period_words(figure: Any, said_on: str) -> str:
    """Return the period of a figure in words, and how it is known.

    >>> from types import SimpleNamespace as Row
    >>> row = Row(period="2024", period_basis="resolved", period_words="last year", change="", definition="", as_of="")
    >>> period_words(row, "2025-10-09")
    '2024 (from “last year”, article of 9 October 2025)'
    """
    name, quoted = period_name(figure.period), escape(" ".join(figure.period_words.split()))
    if figure.period_basis == "inferred":
        if figure.change:
            return f"{quoted} (years not stated; {name} if it ends with that level’s year)"
        return f"year not stated; {name} if, as the sentence suggests, it is the last full year"
    if figure.period_basis == "resolved":
        return f"{name} (from “{quoted}”, article of {day(said_on)})" if said_on else f"{name} (from “{quoted}”)"
    if name:
        return name
    if is_cumulative(figure):
        return "since when is not stated"
    return f"not stated; said {month(said_on)}" if figure.as_of and said_on else "not stated"


def base_words(figure: Any) -> str:
    """Return what a change is compared with; nothing for a level."""
    if figure.change in ("", "multiple"):
        return ""
    return (
        f"compared with {period_name(figure.compared_with)}"
        if figure.compared_with
        else "compared with what, is not stated"
    )


def speaker_words(figure: Any) -> str:
    """Return who said it, and where the sentence itself does not say so."""
    if not figure.speaker:
        return "the article itself"
    return escape(figure.speaker) + (" (not marked in this sentence)" if figure.speaker_basis == "inherited" else "")


def short_source(figure: Any, said_on: str) -> str:
    """Return speaker and month in brackets, for running text: "[Putin, Oct 2025]"."""
    who = last_name(figure.speaker) or f"article {figure.reference}"
    return f"[{escape(', '.join(part for part in (who, month(said_on)) if part))}]"


def between(figure: Any) -> str:
    """Return the parties of a figure, with the direction where it has one.

    >>> from types import SimpleNamespace as Row
    >>> between(Row(parties="RUS|Central Asia", from_party="RUS", to_party="Central Asia"))
    'from Russia to Central Asia'
    """
    if figure.from_party and figure.to_party:
        return escape(f"from {parties(figure.from_party)} to {parties(figure.to_party)}")
    return escape(parties(figure.parties)) or "not stated"


def measure_name(figure: Any, labels: dict[str, str]) -> str:
    """Return what a figure measures, with the article's own words where they differ from the label."""
    label = labels.get(figure.measure, figure.measure)
    own = " ".join(figure.measure_words.split())
    return escape(label) + (f" (“{escape(own)}”)" if own and own.lower() not in label.lower() else "")


def amount_in_words(figure: Any) -> str:
    """Return the amount as running text prints it: "more than $45 bn", each a citation."""
    plain = figure.printed.lstrip("≈<>≥ ").removeprefix("up to ").removeprefix("nearly ")
    qualifier = QUALIFIERS.get(figure.qualifier, "")
    return f"{qualifier} {cite(figure, plain)}".strip()
