"""The box on page one: where the articles differ, amounts first, then statements without a number. Pure.

Each group of amounts gives one row with all its members: nothing is averaged, and no pair stands twice.
"""

import math
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis.computed import computed, once
from analysis.prose.describe import amount_in_words, between, short_source
from analysis.prose.disagreements import disagreement_rows
from analysis.prose.markup import Html, paragraph, table
from analysis.prose.rows import figures_said, grouped, labels, named, told
from analysis.reconcile.conflicts import APART
from analysis.wording.gaps import apart
from analysis.wording.periods import period_name
from analysis.wording.sizes import MANY, SOME
from analysis.wording.words import capital, count, listed, month, words

if TYPE_CHECKING:
    from analysis.workbench import Corpus

SMALLEST_GAP = 5  # percent: amounts that lie closer together are no news for a first page
MOST_ROWS = 5  # differences between amounts on page one, of fifty stories or more
MOST_AMOUNTS, MOST_ENDS = 8, 4  # amounts of one difference that are all named; of more, so many of the outermost
MOST_WITNESSES = 8  # of one amount, that are named
ORDER = (*APART, "different_definition", "compatible_by_bound")
HEAD = ("About", "Statements", "What follows", "Why it may be so")
NONE = f"No amounts that surely count the same lie {SMALLEST_GAP} % or more apart."


@dataclass(frozen=True, slots=True)
class Difference:
    """Amounts that stand side by side, what follows from them, and why it may be so; the words are HTML."""

    name: str  # of the verdict
    measure: str
    about: str
    amounts: tuple[Any, ...]
    verdict: str
    reason: str
    gap_low: float = 0.0


@once
def differences_found(corpus: "Corpus") -> list[Difference]:
    """Return the differences that belong on page one, the widest gap first."""
    by_id = compared_figures(corpus)
    found = [one for rows in groups(corpus.conflicts) if (one := difference(rows, by_id, corpus))]
    return sorted(found, key=lambda one: (ORDER.index(one.name), -one.gap_low, one.about))


@once
def compared_figures(corpus: "Corpus") -> dict[str, Any]:
    """Return the figures of all stories that are compared with another, by their ids."""
    compared = {one for ids in corpus.conflicts["figure_ids"] for one in ids.split("|")}
    return by_ids(corpus, compared)


def by_ids(corpus: "Corpus", ids: Collection[str]) -> dict[str, Any]:
    """Return those figures of all stories that have these ids, by their ids."""
    figures = figures_said(corpus)
    return {figure.figure_id: figure for figure in named(figures[figures["figure_id"].isin(ids)])}


def groups(conflicts: pd.DataFrame) -> Iterator[list[Any]]:
    """Yield the pairs of each group that have one verdict, if page one tells of it: the most telling pair first."""
    kept = (row for row in named(conflicts) if row.verdict in ORDER and tells_of(row))
    for _, rows in sorted(grouped(kept, "conflict_id", "verdict").items()):
        yield sorted(rows, key=lambda row: -row.gap_low)


def tells_of(row: Any) -> bool:
    """Return whether page one tells of a pair.

    Amounts that lie a little apart, or of which it is not known whether they count the same, are left to the table.
    """
    if row.verdict == "incompatible":
        return bool(row.gap_low >= SMALLEST_GAP and "count the same" not in row.condition)
    return bool(row.gap_low >= SMALLEST_GAP if row.verdict == "reports_differ" else row.tension or is_defined(row))


def is_defined(row: Any) -> bool:
    """Return whether two amounts are defined in different words."""
    return bool(row.verdict == "different_definition")


def difference(rows: Sequence[Any], by_id: dict[str, Any], corpus: "Corpus") -> Difference | None:
    """Return the pairs of a group as one difference; None where its figures stand in no story of the corpus."""
    shown = rows if rows[0].verdict in APART else [nearest(rows, by_id)]
    ids = dict.fromkeys(one for row in shown for one in row.figure_ids.split("|"))
    amounts = sorted((by_id[one] for one in ids if one in by_id), key=lambda figure: float(figure.value))
    if len(amounts) < 2:
        return None
    first = shown[0]
    return Difference(
        name=first.verdict,
        measure=first.measure,
        about=about(first, amounts, labels(corpus)),
        amounts=tuple(amounts),
        verdict=follows(first, amounts),
        reason=escape("; ".join(dict.fromkeys(why for row in shown for why in row.reasons.split("; ")))),
        gap_low=float(first.gap_low),
    )


def nearest(rows: Sequence[Any], by_id: dict[str, Any]) -> Any:
    """Return the pair whose two statements were made closest in time."""
    return min(rows, key=lambda row: days_between(*(by_id.get(one) for one in row.figure_ids.split("|"))))


def days_between(one: Any, other: Any) -> float:
    """Return the days between two statements; without end where one has no date."""
    if not (one and other and one.said_on and other.said_on):
        return math.inf
    return abs((date.fromisoformat(one.said_on) - date.fromisoformat(other.said_on)).days)


def about(row: Any, amounts: Sequence[Any], names: dict[str, str]) -> str:
    """Return what a difference is about: measure, wording where all share it, and period or dates."""
    wordings = {figure.definition for figure in amounts}
    wording = f" (“{escape(wordings.pop())}”)" if len(wordings) == 1 and "" not in wordings else ""
    when = period_name(row.period) if row.period else held_at(amounts) or said_in(amounts)
    return f"{escape(names.get(row.measure, row.measure))}{wording}" + (f", {escape(when)}" if when else "")


def said_in(amounts: Sequence[Any]) -> str:
    """Return the months in which amounts are stated; of many the first and the last."""
    months = [month(said) for said in sorted({figure.said_on for figure in amounts} - {""})]
    return f"{months[0]} to {months[-1]}" if len(months) > MOST_AMOUNTS else listed(months)


def held_at(amounts: Sequence[Any]) -> str:
    """Return the time at which all amounts are stated to hold; nothing where one states none or another."""
    held = {"" if one.as_of_basis == "said_on" or one.as_of.endswith("..") else one.as_of for one in amounts}
    return period_name(held.pop()) if len(held) == 1 else ""


def follows(row: Any, amounts: Sequence[Any]) -> str:
    """Return what follows from amounts that stand side by side."""
    every = "both" if len(amounts) == 2 else "all"
    condition = f" {escape(row.condition.replace('both', every))}" if row.condition else ""
    verdict = words()["verdicts"][row.verdict].format(all=every) + condition
    # Between two changes in percent, a distance in percent would be taken for a change.
    far = distance(row, amounts) if row.gap_low and amounts[0].unit != "%" else ""
    if row.verdict in APART:
        return f"{verdict}; {far}" if far else verdict
    if is_defined(row):
        return f"{verdict} (as if they were the same: {far})" if far else verdict
    bound = loose_bound(amounts)
    other = next(figure for figure in amounts if figure is not bound)
    return f"{verdict}; but who knew of {amount_in_words(other)} would hardly say {amount_in_words(bound)}"


def loose_bound(amounts: Sequence[Any]) -> Any:
    """Return the amount of which the words allow too much: the lowest "more than", else the highest "up to"."""
    lower = [figure for figure in amounts if figure.qualifier in ("more_than", "at_least")]
    upper = [figure for figure in amounts if figure.qualifier in ("less_than", "up_to")]
    return lower[0] if lower else upper[-1]


def distance(row: Any, amounts: Sequence[Any]) -> str:
    """Return how far the pair that lies farthest apart does."""
    most = math.inf if pd.isna(row.gap_high) else float(row.gap_high)
    return apart(float(row.gap_low), most, amounts=len(amounts))


def own(figure: Any, amounts: Sequence[Any]) -> str:
    """Return in brackets whose an amount is and for when, where those beside it are of others or for other times."""
    whose = between(figure) if len({one.parties for one in amounts}) > 1 else ""
    when = escape(period_name(figure.period)) if len({one.period for one in amounts}) > 1 else ""
    told = ", ".join(part for part in (whose, when) if part)
    return f" ({told})" if told else ""


def statement(figure: Any, witnesses: Sequence[Any], beside: Sequence[Any] = ()) -> str:
    """Return an amount with its definition and its sources: all who state it, each with the words it was given in."""
    wording = f" “{escape(figure.definition)}”" if figure.definition else ""
    inferred = ", period inferred" if figure.period_basis == "inferred" else ""
    others = (f", as {amount_in_words(one)}" if one.printed != figure.printed else "" for one in witnesses)
    sources = [f"{short_source(one)}{other}" for one, other in zip(witnesses, others, strict=True)]
    return f"{amount_in_words(figure)}{wording}{own(figure, beside)} {', '.join(dict.fromkeys(sources))}{inferred}"


def witnesses(corpus: "Corpus") -> dict[str, list[Any]]:
    """Return for each amount of a difference all figures of its observation, in their order."""
    amounts = {amount.figure_id for found in differences_found(corpus) for amount in found.amounts}
    stated = corpus.observations[corpus.observations["status"] == "stated"]["figure_ids"].str.split("|")
    told = [ids for ids in stated if ids[0] in amounts]
    by_id = by_ids(corpus, {one for ids in told for one in ids})
    return {ids[0]: [by_id[one] for one in ids if one in by_id] for ids in told}


def heading(one: Difference, *, several: bool) -> str:
    """Return what a difference is about and, in a box about several, between whom where all its amounts share it."""
    shared = several and len({amount.parties for amount in one.amounts}) == 1
    return capital(one.about) + (f"; {between(one.amounts[0])}" if shared else "")


def statements(one: Difference, seen: dict[str, list[Any]]) -> str:
    """Return the amounts of a difference with their sources, the least first."""
    amounts = ends(one.amounts) if len(one.amounts) > MOST_AMOUNTS else one.amounts
    told = [statement(amount, seen[amount.figure_id][:MOST_WITNESSES], one.amounts) for amount in amounts]
    middle = [f"{len(one.amounts) - len(amounts):,} amounts between"] if len(amounts) < len(one.amounts) else []
    return " · ".join([*told[: len(told) // 2], *middle, *told[len(told) // 2 :]])


def ends(amounts: Sequence[Any]) -> tuple[Any, ...]:
    """Return the lowest and the highest of many amounts that stand in order."""
    return *amounts[: MOST_ENDS // 2], *amounts[-MOST_ENDS // 2 :]


@computed
def differences(corpus: "Corpus") -> Html:
    """Return the box that sets side by side what differs: never averaged, never joined."""
    found, worded = differences_found(corpus), disagreement_rows(corpus)
    if not found and not worded:
        return Html(paragraph(NONE, "note"))
    stories = len(told(corpus))
    shown = found[:MOST_ROWS] if stories >= SOME else found
    where = "in data/conflicts.csv" if stories >= MANY else "in the chapter on trade and investment"
    seen = witnesses(corpus)
    several = len({one.amounts[0].parties for one in shown}) > 1
    rows = [(heading(one, several=several), statements(one, seen), one.verdict, one.reason) for one in shown]
    box = table("Where the articles differ", HEAD, [*rows, *worded], name="differences")
    return Html(f'<div class="box">{box}</div>' + left_over(len(found) - len(shown), where))


def left_over(number: int, where: str) -> str:
    """Return how many more differences there are, if any, and where."""
    if not number:
        return ""
    stand = "stands" if number == 1 else "stand"
    return paragraph(f"{count(number, 'further difference')} {stand} {where}.", "note")
