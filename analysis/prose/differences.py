"""Where the articles differ: amounts that cannot both be right, and amounts that are not of the same thing. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis.charts.words import capital, month
from analysis.prose.describe import amount_in_words, is_cumulative, period_name, short_source
from analysis.prose.markup import Html, paragraph, table
from analysis.prose.rows import figures_said, labels, named
from analysis.reconcile import gap, interval, outward

if TYPE_CHECKING:
    from analysis.workbench import Corpus

SMALLEST_GAP = 5  # percent: amounts that lie closer together are no news for a first page
TENSION = 1.25  # who knows an amount so many times a bound would hardly state the bound
DEFINITIONS_DIFFER = (
    "a position against a sum of past investment; money through third countries; loans and projects counted or not"
)
INVESTMENT = ("investment_stock",)


@dataclass(frozen=True, slots=True)
class Difference:
    """Amounts that stand side by side, what follows from them, and why it may be so; all HTML."""

    about: str
    amounts: tuple[Any, ...]
    verdict: str
    reason: str
    gap_low: float


def ends(figure: Any) -> tuple[float, float]:
    """Return the interval that a figure's words allow."""
    top = None if pd.isna(figure.value_high) else float(figure.value_high)
    return interval(float(figure.value), top, figure.qualifier, figure.quote, figure.unit)


def levels(figures: pd.DataFrame) -> pd.DataFrame:
    """Return the amounts of money that are no changes."""
    return figures[(figures["kind"] == "money") & (figures["change"] == "")]


def one_digit_apart(low: float, high: float) -> bool:
    """Return whether two amounts, rounded to the coarser one's places, differ in one digit: 27 and 37.1 do.

    >>> one_digit_apart(27e9, 37.1e9), one_digit_apart(27e9, 38.5e9)
    (True, False)
    """
    place = 1.0
    while place * 10 <= low and low % (place * 10) == 0:
        place *= 10
    pair = [str(round(value / place)) for value in (low, high)]
    return len(pair[0]) == len(pair[1]) and sum(a != b for a, b in zip(*pair, strict=True)) == 1


def apart(group: Sequence[Any], name: str) -> Iterator[Difference]:
    """Yield the amounts for one period whose intervals do not meet."""
    for one, other in combinations(sorted(group, key=lambda figure: float(figure.value)), 2):
        low, high = ends(one), ends(other)
        if low[1] >= high[0] or one.article_id == other.article_id:
            continue
        least, most = outward(*gap(low, high))
        if least < SMALLEST_GAP:
            continue
        inferred = "inferred" in (one.period_basis, other.period_basis)
        condition = f" if both are for {period_name(one.period)}" if inferred else ""
        slip = "a slip in one text (one digit apart); " if one_digit_apart(float(one.value), float(other.value)) else ""
        last = "another year" if inferred else "goods against goods and services"
        reason = f"{slip}other coverage or another source; {last}"
        distance = f"{least:.0f} to {most:.0f} % apart" if most != float("inf") else f"at least {least:.0f} % apart"
        about = f"{name}, {period_name(one.period)}"
        yield Difference(about, (one, other), f"cannot both be right{condition}; {distance}", reason, least)


def by_definition(group: Sequence[Any], name: str) -> Iterator[Difference]:
    """Yield amounts of different definitions, and cumulative amounts that are odd side by side."""
    for one, other in combinations(group, 2):
        if one.definition == other.definition and is_cumulative(one) and one.said_on != other.said_on:
            yield from cumulative(one, other, name)
    first_of = {figure.definition: figure for figure in reversed(group) if figure.definition}
    for one, other in combinations(sorted(first_of.values(), key=lambda figure: float(figure.value)), 2):
        yield Difference(
            name,
            (one, other),
            "different things: not comparable",
            DEFINITIONS_DIFFER,
            0.0,
        )


def cumulative(one: Any, other: Any, name: str) -> Iterator[Difference]:
    """Yield two cumulative amounts at two dates: a later one that is lower does not follow from the earlier one."""
    (low, high), (low_then, _) = ends(other), ends(one)
    about = f"{name} (“{one.definition}”), {month(one.said_on)} and {month(other.said_on)}"
    if high < low_then:
        yield Difference(about, (one, other), "cannot both be right: a cumulative amount does not shrink", "", 0.0)
    elif high == float("inf") and float(one.value) > TENSION * low:
        reason = "different starting years; different coverage; a low bound chosen"
        yield Difference(about, (one, other), "both can be true, but are odd side by side", reason, 0.0)


def differences_found(corpus: "Corpus") -> list[Difference]:
    """Return the differences between articles, the widest gap first."""
    names, money = labels(corpus), levels(figures_said(corpus))
    found: list[Difference] = []
    keys = ["measure", "definition", "parties", "unit", "period"]
    for (measure, definition, *_, period), rows in money.groupby(keys, sort=True):
        if period:
            title = names.get(str(measure), str(measure)) + (f" (“{definition}”)" if definition else "")
            found += apart(list(named(rows)), title)
    for (measure, *_), rows in money.groupby(["measure", "parties", "unit"], sort=True):
        if measure in INVESTMENT:
            found += by_definition(list(named(rows)), names.get(str(measure), str(measure)))
    return sorted(found, key=lambda difference: -difference.gap_low)


def statement(figure: Any) -> str:
    """Return an amount with its definition and its source."""
    wording = f" “{figure.definition}”" if figure.definition else ""
    inferred = ", period inferred" if figure.period_basis == "inferred" else ""
    return f"{amount_in_words(figure)}{wording} {short_source(figure, figure.said_on)}{inferred}"


def differences(corpus: "Corpus") -> Html:
    """Return the box that sets amounts side by side which differ: never averaged, never joined."""
    found = differences_found(corpus)
    if not found:
        return Html(paragraph("No two articles give amounts for the same thing that differ.", "note"))
    rows = [
        (capital(one.about), " · ".join(map(statement, one.amounts)), one.verdict, one.reason or "not known")
        for one in found
    ]
    head = ("About", "Statements", "What follows", "Why it may be so")
    return Html(f'<div class="box">{table("Where the articles differ", head, rows, name="differences")}</div>')
