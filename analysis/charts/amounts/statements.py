"""Which amounts of money a chart draws, what it calls them, and what it leaves out. Pure: tables in, records out."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from analysis.reconcile.intervals import interval
from analysis.wording.words import count, joined, last_name, month, stories, words


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
    origins: int

    @property
    def href(self) -> str:
        """Return the place of its evidence."""
        return f"#e-{self.figure_id}"

    @property
    def dated(self) -> str:
        """Return amount, who said it and when: "$27 bn, Mwangi, May 2022"."""
        return joined((self.printed, self.source, month(self.said_on)))

    @property
    def wrapped(self) -> str:
        """Return the same on two lines."""
        return joined((self.printed, joined((self.source, month(self.said_on)))), ",\n")

    @property
    def texts(self) -> tuple[str, str, str]:
        """Return the words of its label, the first of which has room: on one line, on two, or the amount alone."""
        return self.dated, self.wrapped, self.printed


@dataclass(frozen=True, slots=True)
class Amounts:
    """The amounts of one measure in one currency, and what was left for that."""

    measure: str
    unit: str
    rows: pd.DataFrame
    articles: pd.DataFrame
    origins: Mapping[str, int]  # of each figure that stands for its observation
    left_out: tuple[str, ...]

    def reports(self, size: float) -> list[Statement]:
        """Return every report of an amount in multiples of `size`, newest first, then by value."""
        table = self.rows.merge(self.articles[["article_id", "said_on", "reference", "outlet"]], on="article_id")
        found = [statement(row, size, self.origins.get(row["figure_id"], 1)) for row in table.to_dict("records")]
        return sorted(found, key=lambda one: (one.said_on, one.value, one.figure_id), reverse=True)

    def statements(self, size: float) -> list[Statement]:
        """Return one report of each statement, the others being its witnesses."""
        return [one for one in self.reports(size) if one.figure_id in self.origins]


def amounts(
    figures: pd.DataFrame, articles: pd.DataFrame, observations: pd.DataFrame, measures: Sequence[str]
) -> Amounts | None:
    """Return the amounts of the commonest of `measures`, the first of several, in their commonest currency, if any."""
    articles = stories(articles)
    money = figures[(figures["kind"] == "money") & (figures["change"] == "") & figures["value"].notna()]
    levels = money[money["measure"].isin(measures) & money["article_id"].isin(set(articles["article_id"]))]
    if levels.empty:
        return None
    measure = max(measures, key=lambda one: int((levels["measure"] == one).sum()))
    of_measure = levels[levels["measure"] == measure]
    unit = str(of_measure["unit"].value_counts().sort_index().sort_values(ascending=False, kind="stable").index[0])
    rows = of_measure[of_measure["unit"] == unit]
    origins = independent_origins(rows["figure_id"], observations)
    left_out = [
        *others(levels[levels["measure"] != measure], "measure", "for"),
        *others(of_measure[of_measure["unit"] != unit], "unit", "in"),
        *([f"{count(more, 'further report')} of the same amounts"] if (more := len(rows) - len(origins)) else []),
    ]
    return Amounts(measure, unit, rows, articles, origins, tuple(left_out))


def independent_origins(figure_ids: Iterable[str], observations: pd.DataFrame) -> dict[str, int]:
    """Return the number of independent origins of each figure that stands for its observation: the first that is there.

    A figure of no observation stands for itself.
    """
    found = dict.fromkeys(figure_ids, 1)
    stated = observations[observations["status"] == "stated"]
    for joined_ids, origins in zip(stated["figure_ids"], stated["origins"], strict=True):
        first, *witnesses = [one for one in joined_ids.split("|") if one in found] or [""]
        if first:
            found[first] = 1 if pd.isna(origins) else int(origins)
        for one in witnesses:
            del found[one]
    return found


def others(left_out: pd.DataFrame, column: str, preposition: str) -> list[str]:
    """Return a phrase for each kind of amount that one chart has no room for: "2 amounts in EUR"."""
    counts = left_out[column].value_counts().sort_index()
    names = words()["measures"]
    return [f"{count(n, 'amount')} {preposition} {names.get(name, name)}" for name, n in counts.items()]


def statement(row: dict[Any, Any], size: float, origins: int) -> Statement:
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
        origins=origins,
    )


def top_of(statements: Sequence[Statement]) -> float:
    """Return the highest end that is drawn: the bound itself where an interval is open."""
    return max(one.value if math.isinf(one.high) else max(one.high, one.value) for one in statements)


def most_telling(statements: Sequence[Statement], many: int) -> list[Statement]:
    """Return the statements to label: all where there are few, else the newest, the highest and the lowest."""
    if len(statements) <= many:
        return list(statements)
    by_value = sorted(statements, key=lambda one: one.value)
    return list(dict.fromkeys((statements[0], by_value[-1], by_value[0])))
