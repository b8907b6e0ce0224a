"""Which amounts of money a chart draws, what it calls them, and what it leaves out. Pure: tables in, records out."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from analysis.reconcile import gap, interval, outward
from analysis.wording.words import capital, count, few, joined, last_name, listed, month, parties, party, stories, words

MANIFOLD = 200  # percent: from here on two amounts are said to be so many times each other


@dataclass(frozen=True, slots=True)
class Statement:
    """One amount as a chart draws it: its interval in the chart's scale, and its words."""

    figure_id: str
    value: float
    low: float
    high: float
    qualifier: str
    printed: str
    definition: str
    parties: str
    direction: tuple[str, str]
    period: str
    inferred: bool
    since_known: bool
    speaker: str
    said_on: str
    article_id: str
    sentence: str
    source: str

    @property
    def href(self) -> str:
        """Return the place of its evidence."""
        return f"#e-{self.figure_id}"

    @property
    def dated(self) -> str:
        """Return amount, who said it and when: "$27 bn, Rudenko, May 2022"."""
        return joined((self.printed, self.source, month(self.said_on)))

    @property
    def wrapped(self) -> str:
        """Return the same on two lines."""
        return joined((self.printed, joined((self.source, month(self.said_on)))), ",\n")


@dataclass(frozen=True, slots=True)
class Amounts:
    """The amounts of one measure in one currency, and what was left for that."""

    measure: str
    unit: str
    rows: pd.DataFrame
    articles: pd.DataFrame
    left_out: tuple[str, ...]

    def statements(self, size: float) -> list[Statement]:
        """Return the amounts in multiples of `size`, newest first, then by value."""
        table = self.rows.merge(self.articles[["article_id", "said_on", "reference", "outlet"]], on="article_id")
        found = [statement(row, size) for row in table.to_dict("records")]
        return sorted(found, key=lambda one: (one.said_on, one.value, one.figure_id), reverse=True)


def amounts(figures: pd.DataFrame, articles: pd.DataFrame, measures: Sequence[str]) -> Amounts | None:
    """Return the amounts of the commonest of `measures`, the first of several, in their commonest currency, if any."""
    articles = stories(articles)
    money = figures[(figures["kind"] == "money") & (figures["change"] == "") & figures["value"].notna()]
    levels = money[money["measure"].isin(measures) & money["article_id"].isin(set(articles["article_id"]))]
    if levels.empty:
        return None
    measure = max(measures, key=lambda one: int((levels["measure"] == one).sum()))
    of_measure = levels[levels["measure"] == measure]
    unit = str(of_measure["unit"].value_counts().sort_index().sort_values(ascending=False, kind="stable").index[0])
    left_out = [
        *others(levels[levels["measure"] != measure], "measure", "for"),
        *others(of_measure[of_measure["unit"] != unit], "unit", "in"),
    ]
    return Amounts(measure, unit, of_measure[of_measure["unit"] == unit], articles, tuple(left_out))


def others(left_out: pd.DataFrame, column: str, preposition: str) -> list[str]:
    """Return a phrase for each kind of amount that one chart has no room for: "2 amounts in EUR"."""
    counts = left_out[column].value_counts().sort_index()
    names = words()["measures"]
    return [f"{count(n, 'amount')} {preposition} {names.get(name, name)}" for name, n in counts.items()]


def statement(row: dict[Any, Any], size: float) -> Statement:
    """Return a row of figures and articles as a statement in multiples of `size`."""
    text = {key: str(value) for key, value in row.items()}
    value = float(row["value"])
    top = None if pd.isna(row["value_high"]) else float(row["value_high"])
    low, high = interval(value, top, text["qualifier"], text["quote"], text["unit"])
    return Statement(
        figure_id=text["figure_id"],
        value=value / size,
        low=low / size,
        high=high / size,
        qualifier="range" if top else text["qualifier"] or "exact",
        printed=text["printed"] or text["quote"],
        definition=text["definition"],
        parties=text["parties"],
        direction=(text["from_party"], text["to_party"]),
        period=text["period"],
        inferred=text["period_basis"] == "inferred",
        since_known=bool(text["period"] or (text["as_of"] and text["as_of_basis"] != "said_on")),
        speaker=text["speaker"],
        said_on=text["said_on"],
        article_id=text["article_id"],
        sentence=text["sentence"],
        source=last_name(text["speaker"]) or text["outlet"] or f"article {text['reference']}",
    )


@dataclass(frozen=True, slots=True)
class Apart:
    """The two amounts for one period that lie farthest apart, and how many there are in all."""

    period: str
    low: Statement
    high: Statement
    amounts: int

    @property
    def gap(self) -> tuple[float, float]:
        """Return by how many percent the higher exceeds the lower, rounded outward."""
        return outward(*gap((self.low.low, self.low.high), (self.high.low, self.high.high)))

    @property
    def inferred(self) -> bool:
        """Return whether the period of either was inferred."""
        return self.low.inferred or self.high.inferred

    def __str__(self) -> str:
        """Return how far they lie apart in words."""
        least, most = self.gap
        if least >= MANIFOLD:
            return f"one at least {math.floor(least / 100 + 1):,} times the other"
        return f"at least {least:.0f} % apart" if math.isinf(most) else f"{least:.0f} to {most:.0f} % apart"


def apart(statements: Sequence[Statement]) -> list[Apart]:
    """Return the periods for which amounts of the same things lie apart, the widest gap first.

    Compared are amounts of one definition and direction between the same two or more parties: a country's imports
    of grain and its imports of cars, both "imports in 2021", are no conflict.
    """
    groups: dict[tuple[object, ...], list[Statement]] = {}
    for one in statements:
        if "|" in one.parties and one.period and not one.period.endswith("/.."):
            same = (one.period, frozenset(one.parties.split("|")), one.direction, one.definition)
            groups.setdefault(same, []).append(one)
    found = []
    for group in groups.values():
        low, high = min(group, key=lambda one: one.high), max(group, key=lambda one: one.low)
        if low.high < high.low:
            found.append(Apart(low.period, low, high, len({(one.low, one.high) for one in group})))
    return sorted(found, key=lambda one: (-one.gap[0], one.period))


def top_of(statements: Sequence[Statement]) -> float:
    """Return the highest end that is drawn: the bound itself where an interval is open."""
    return max(one.value if math.isinf(one.high) else max(one.high, one.value) for one in statements)


def of_parties(subject: str, statements: Sequence[Statement]) -> str:
    """Return the subject of a title, with the parties where all statements share them: "Trade between A and B"."""
    directions = {one.direction for one in statements}
    if len(directions) == 1 and all(start_end := directions.pop()):
        return f"{capital(subject)} from {party(start_end[0])} to {party(start_end[1])}"
    distinct = {frozenset(one.parties.split("|")) for one in statements}
    theirs = parties(statements[0].parties) if len(distinct) == 1 else ""
    return joined((capital(subject), "between" if " and " in theirs else "of" if theirs else "", theirs), " ")


def mark_key(statements: Sequence[Statement]) -> list[str]:
    """Return what each shape means, for the shapes that are there."""
    there = {one.qualifier for one in statements}
    return [
        *(["Arrow upward: more than the amount."] if there & {"more_than", "at_least"} else []),
        *(["Arrow downward: less than the amount."] if there & {"less_than", "up_to"} else []),
        *(["Dashed whisker: about the amount."] if there & {"about", "nearly"} else []),
        *(["Bar: from one amount to another."] if "range" in there else []),
    ]


def described(statements: Sequence[Statement], most: int = 20) -> str:
    """Return the statements in words, for those who cannot see the chart."""
    return few([one.dated for one in statements], most)


def most_telling(statements: Sequence[Statement], many: int) -> list[Statement]:
    """Return the statements to label: all where there are few, else the newest, the highest and the lowest."""
    if len(statements) <= many:
        return list(statements)
    by_value = sorted(statements, key=lambda one: one.value)
    return list(dict.fromkeys((statements[0], by_value[-1], by_value[0])))


def silent_words(silent: int) -> list[str]:
    """Return a phrase for the statements that stand without a label, if any do."""
    return [f"the words of {count(silent, 'statement')} (each mark opens its sentence)"] if silent else []


def not_drawn(left_out: Sequence[str]) -> str:
    """Return what a chart leaves out as a sentence; nothing where it draws all."""
    return f"Not drawn: {listed(left_out)}." if left_out else ""
