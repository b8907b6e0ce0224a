"""Which of the amounts drawn lie apart: rows of the conflicts table. Pure: a table and statements in, records out."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

import pandas as pd

from analysis.charts.amounts.statements import Statement
from analysis.reconcile.conflicts import APART
from analysis.wording.gaps import apart
from analysis.wording.periods import period_name
from analysis.wording.words import number_word

BOTH_TRUE = ("compatible_by_bound", "different_date")


@dataclass(frozen=True, slots=True)
class Dispute:
    """The two amounts of one conflict that lie farthest apart, and how many different ones there are in all."""

    period: str
    low: Statement
    high: Statement
    gap: tuple[float, float]  # percent; the end is infinite where it is open
    amounts: int
    verdict: str
    condition: str

    def __str__(self) -> str:
        """Return how far the two lie apart in words."""
        return apart(*self.gap)

    @property
    def news(self) -> str:
        """Return what lies apart, and how far: "two amounts for 2021, 34 to 41 % apart"."""
        return f"{self.subject}, {apart(*self.gap, amounts=self.amounts)}"

    @property
    def subject(self) -> str:
        """Return what lies apart: "two amounts for 2021"."""
        many = number_word(self.amounts)
        if self.verdict == "reports_differ":
            return f"{many} reports of one statement"
        unit = "year" if self.period.isdigit() else "period"
        sure = period_name(self.period) if self.period else f"one {unit}"
        if self.condition and self.amounts > 2:
            return f"{many} amounts for {sure}, which is inferred for some"
        return f"{many} amounts for {f'what is probably one {unit}' if self.condition else sure}"


def disputes(conflicts: pd.DataFrame, statements: Sequence[Statement]) -> list[Dispute]:
    """Return the conflicts between amounts that are both drawn, the widest gap first."""
    drawn = {one.figure_id: one for one in statements}
    groups: dict[str, list[Dispute]] = {}
    for row in conflicts[conflicts["verdict"].isin(APART)].to_dict("records"):
        ends = [drawn[one] for one in str(row["figure_ids"]).split("|") if one in drawn]
        if len(ends) == 2:
            groups.setdefault(row["conflict_id"], []).append(dispute(row, *ends))
    return sorted(map(widest, groups.values()), key=lambda one: (-one.gap[0], one.period, one.low.figure_id))


def dispute(row: dict[Any, Any], low: Statement, high: Statement) -> Dispute:
    """Return a row of conflicts as a dispute of two amounts."""
    least, most = (math.inf if pd.isna(row[column]) else float(row[column]) for column in ("gap_low", "gap_high"))
    return Dispute(row["period"], low, high, (least, most), 2, row["verdict"], row["condition"])


def widest(group: Sequence[Dispute]) -> Dispute:
    """Return the dispute of a group with the widest gap, with the number of different amounts in the group."""
    amounts = {(end.low, end.high) for one in group for end in (one.low, one.high)}
    return replace(max(group, key=lambda one: one.gap[0]), amounts=len(amounts))


def all_can_be_true(conflicts: pd.DataFrame, statements: Sequence[Statement]) -> bool:
    """Return whether every two of the statements can both be true: one is a bound, or they hold at different dates."""
    rows = conflicts[conflicts["verdict"].isin(BOTH_TRUE)]
    pairs = {frozenset(str(ids).split("|")) for ids in rows["figure_ids"]}
    ids = [one.figure_id for one in statements]
    return len(ids) > 1 and all(frozenset(pair) in pairs for pair in combinations(ids, 2))
