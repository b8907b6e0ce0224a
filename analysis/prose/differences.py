"""Where the articles differ: amounts that cannot both be right, and amounts that are not of the same thing. Pure.

Amounts are only compared where measure, definition, parties, direction and unit are the same and the parties are known.
Each group of amounts gives one difference, with all its members: nothing is averaged, and no pair stands twice.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis.prose.describe import amount_in_words, is_cumulative, short_source
from analysis.prose.markup import Html, paragraph, table
from analysis.prose.rows import figures_said, labels, named
from analysis.reconcile import gap, interval, outward
from analysis.wording.periods import period_name
from analysis.wording.words import capital, month

if TYPE_CHECKING:
    from analysis.workbench import Corpus

SMALLEST_GAP = 5  # percent: amounts that lie closer together are no news for a first page
TENSION = 1.25  # who knows an amount so many times a bound would hardly state the bound
# Measures of which a country has one amount a period: of loans or projects several can be right at once.
TRADE = ("trade_turnover", "exports", "imports")
ONE_AT_A_TIME = (*TRADE, "gdp")
POSITIONS = ("investment_stock",)
THING = ["measure", "parties", "from_party", "to_party", "unit"]


@dataclass(frozen=True, slots=True)
class Difference:
    """Amounts that stand side by side, what follows from them, and why it may be so; the words are HTML."""

    about: str
    amounts: tuple[Any, ...]
    verdict: str
    reason: str
    gap_low: float = 0.0


def ends(figure: Any) -> tuple[float, float]:
    """Return the interval that a figure's words allow."""
    top = None if pd.isna(figure.value_high) else float(figure.value_high)
    return interval(float(figure.value), top, figure.qualifier, figure.quote, figure.unit)


def levels(figures: pd.DataFrame) -> pd.DataFrame:
    """Return the amounts of money that are no changes."""
    return figures[(figures["kind"] == "money") & (figures["change"] == "")]


def distinct(figures: Sequence[Any]) -> list[Any]:
    """Return the figures, the lowest first; of several by one speaker on one day that say the same, the first."""
    said = {(ends(figure), figure.speaker, figure.said_on): figure for figure in reversed(figures)}
    return sorted(said.values(), key=lambda figure: float(figure.value))


def apart(one: Any, other: Any) -> float:
    """Return by how many percent the higher of two figures of different articles exceeds the lower, at least."""
    low, high = sorted((ends(one), ends(other)))
    return 0.0 if one.article_id == other.article_id else outward(*gap(low, high))[0]


def one_digit_apart(low: float, high: float) -> bool:
    """Return whether two amounts, rounded to the coarser one's places, differ in one digit: 27 and 37.1 do.

    >>> one_digit_apart(27e9, 37.1e9), one_digit_apart(27e9, 38.5e9), one_digit_apart(5e9, 6e9)
    (True, False, False)
    """
    place = 1.0
    while place * 10 <= low and low % (place * 10) == 0:
        place *= 10
    pair = [str(round(value / place)) for value in (low, high)]
    # Any two numbers of one digit differ in one digit: that is no sign of a slip.
    return 1 < len(pair[0]) == len(pair[1]) and sum(a != b for a, b in zip(*pair, strict=True)) == 1


def cannot_all_be_right(figures: Sequence[Any], name: str) -> Iterator[Difference]:
    """Yield the amounts for one period that lie apart, as one difference."""
    group = distinct(figures)
    pairs = [(apart(one, other), one, other) for one, other in combinations(group, 2)]
    least, low, high = max(pairs, key=lambda pair: pair[0], default=(0.0, None, None))
    if low is None or least < SMALLEST_GAP:
        return
    amounts = tuple(one for one in group if any(apart(one, other) for other in group))
    most = outward(*gap(*sorted((ends(low), ends(high)))))[1]
    distance = f"at least {least:.0f} % apart" if math.isinf(most) else f"{least:.0f} to {most:.0f} % apart"
    about = f"{name}, {escape(period_name(low.period))}"
    yield Difference(about, amounts, f"{verdict(amounts)}; {distance}", reason(amounts, low, high), least)


def verdict(amounts: Sequence[Any]) -> str:
    """Return what follows from amounts for one period that lie apart."""
    both = "both" if len(amounts) == 2 else "all"
    if len({(figure.statement_id, figure.speaker) for figure in amounts}) == 1 and amounts[0].speaker:
        return "the articles give different amounts for one statement"
    inferred = any(figure.period_basis == "inferred" for figure in amounts)
    condition = f" if {both} are for {escape(period_name(amounts[0].period))}" if inferred else ""
    return f"cannot {both} be right{condition}"


def reason(amounts: Sequence[Any], low: Any, high: Any) -> str:
    """Return what may explain amounts that lie apart."""
    reasons = ["a slip in one text (one digit apart)"] if one_digit_apart(float(low.value), float(high.value)) else []
    reasons.append("other coverage or another source")
    if any(figure.period_basis == "inferred" for figure in amounts):
        reasons.append("another year")
    elif low.measure in TRADE:
        reasons.append("goods against goods and services")
    return "; ".join(reasons)


def cumulative(figures: Sequence[Any], name: str) -> Iterator[Difference]:
    """Yield cumulative amounts at two dates of which the later one may be lower, one date after the other."""
    dated = [figure for figure in figures if is_cumulative(figure) and figure.said_on]
    for one, other in pairwise(dated):
        (low, high), (least_before, _) = ends(other), ends(one)
        if one.said_on == other.said_on or one.article_id == other.article_id:
            continue
        about = f"{name} (“{escape(other.definition)}”), {month(one.said_on)} and {month(other.said_on)}"
        if high < least_before:
            follows = "a cumulative amount does not shrink: cannot both be right if both count from one start"
            yield Difference(about, (one, other), follows, "different starting years; different coverage")
        elif math.isinf(high) and float(one.value) > TENSION * low:
            why = "different starting years; different coverage; a low bound chosen"
            yield Difference(about, (one, other), "both can be true, but are odd side by side", why)


def by_definition(figures: Sequence[Any], name: str) -> Iterator[Difference]:
    """Yield the first amount of each definition, as one difference, where several articles define differently."""
    first = {definition(figure): figure for figure in reversed(figures) if figure.definition}
    amounts = sorted(first.values(), key=lambda figure: float(figure.value))
    if len({figure.article_id for figure in amounts}) > 1:
        sums = {is_cumulative(figure) for figure in amounts}
        why = "a position against a sum of past investment; " if len(sums) > 1 else ""
        why += "money through third countries; loans and projects counted or not"
        yield Difference(name, tuple(amounts), "different things: not comparable", why)


def definition(figure: Any) -> str:
    """Return the definition of a figure; all words for a sum since some start are one."""
    return "cumulative" if is_cumulative(figure) else figure.definition.lower()


def groups(figures: pd.DataFrame, *further: str) -> Iterator[list[Any]]:
    """Yield the figures of one thing, and of one of what stands in further columns, oldest first."""
    for _, rows in figures.groupby([*THING, *further]):
        yield list(named(rows))


def differences_found(corpus: "Corpus") -> list[Difference]:
    """Return the differences between articles, the widest gap first."""
    names, money = labels(corpus), levels(figures_said(corpus))
    known = money[money["parties"] != ""]
    found: list[Difference] = []
    for rows in groups(known[known["measure"].isin(ONE_AT_A_TIME) & (known["period"] != "")], "definition", "period"):
        wording = f" (“{escape(rows[0].definition)}”)" if rows[0].definition else ""
        found += cannot_all_be_right(rows, escape(names.get(rows[0].measure, rows[0].measure)) + wording)
    for rows in groups(known[known["measure"].isin(POSITIONS)]):
        name = escape(names.get(rows[0].measure, rows[0].measure))
        found += [*cumulative(rows, name), *by_definition(rows, name)]
    return sorted(found, key=lambda difference: -difference.gap_low)


def statement(figure: Any) -> str:
    """Return an amount with its definition and its source."""
    wording = f" “{escape(figure.definition)}”" if figure.definition else ""
    inferred = ", period inferred" if figure.period_basis == "inferred" else ""
    return f"{amount_in_words(figure)}{wording} {short_source(figure)}{inferred}"


def differences(corpus: "Corpus") -> Html:
    """Return the box that sets amounts side by side which differ: never averaged, never joined."""
    found = differences_found(corpus)
    if not found:
        return Html(paragraph("No two articles give amounts that can be compared and lie apart.", "note"))
    rows = [(capital(one.about), " · ".join(map(statement, one.amounts)), one.verdict, one.reason) for one in found]
    head = ("About", "Statements", "What follows", "Why it may be so")
    return Html(f'<div class="box">{table("Where the articles differ", head, rows, name="differences")}</div>')
