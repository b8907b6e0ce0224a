"""Pairs of observations that cannot both be right, or are not of the same thing. Pure: points in, conflicts out."""

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from analysis.reconcile.candidates import candidates
from analysis.reconcile.hints import hints
from analysis.reconcile.intervals import significant
from analysis.reconcile.points import Point, has_period, words
from analysis.reconcile.relations import contains, direction, exceeds
from analysis.reconcile.verdicts import SAME, Verdict, verdict
from analysis.records import Conflict
from analysis.study import Study
from analysis.wording.periods import period_name

APART = ("incompatible", "reports_differ")  # the verdicts by which two amounts cannot both be right


def observation_id(one: Point) -> str:
    """Return the name of a point: that of the figure that is drawn."""
    return f"o-{one.figure.figure_id}"


def conflicts(points: Iterable[Point], study: Study) -> Iterator[Conflict]:
    """Yield a conflict for each pair of points that is to be compared and does not say the same."""
    yield from (conflict(one, other, study, follows) for one, other, follows in compared(points, study))


def reading_order(one: Conflict) -> tuple[Any, ...]:
    """Return what conflicts are sorted by."""
    return one.conflict_id, one.verdict, one.low, one.high, one.observation_ids


def compared(points: Iterable[Point], study: Study) -> Iterator[tuple[Point, Point, Verdict]]:
    """Yield each pair that has a verdict other than that both say the same."""
    for one, other in candidates(points, study):
        follows = verdict(one, other, study)
        if follows.name and follows.name not in SAME:
            yield one, other, follows


def conflict(one: Point, other: Point, study: Study, follows: Verdict) -> Conflict:
    """Return a pair and what follows from it, the lower first."""
    low, high = sorted((one, other), key=lambda point: (point.low, point.high, point.figure.figure_id))
    whole = other if contains(other.parties, one.parties, study) else one
    period = shared_period(one, other)
    apart, least, most = hints(one, other), *exceeds(one, other)
    return Conflict(
        conflict_id=group_name(whole, period, one, other),
        measure=one.figure.measure,
        parties=tuple(sorted(whole.parties)),
        period=period,
        low=low.figure.value,
        high=high.figure.value,
        gap_low=significant(least, math.floor),
        gap_high=significant(most, math.ceil),
        verdict=follows.name,
        condition=condition_words(follows, period, one),
        tension=follows.tension,
        hints=apart if follows.name in (*APART, "undetermined") else (),
        reasons=reason_words(one, other, follows, apart),
        observation_ids=(observation_id(low), observation_id(high)),
        figure_ids=(low.figure.figure_id, high.figure.figure_id),
    )


def shared_period(one: Point, other: Point) -> str:
    """Return the time both are about: the longer, or the known one; none for what holds at a date."""
    if not has_period(one):
        return ""
    known = [(point.span[1] - point.span[0], point.figure.period) for point in (one, other) if point.span]
    return max(known, default=(0.0, ""))[1]


def group_name(whole: Point, period: str, *pair: Point) -> str:
    """Return the name that pairs of one group share: measure, parties, the direction either has, and period.

    >>> re.sub(r"[^a-z0-9_]+", "-", "trade_turnover IND|East Africa 2021 USD".lower())
    'trade_turnover-ind-east-africa-2021-usd'
    """
    sides = next(filter(any, map(direction, (whole, *pair))), sorted(whole.parties))
    change = "change" if whole.figure.change else ""
    name = " ".join([whole.figure.measure, change, *sides, period, whole.figure.unit])
    return re.sub(r"[^\w]+", "-", name.lower()).strip("-")


def condition_words(follows: Verdict, period: str, one: Point) -> str:
    """Return on what a verdict depends: "if both are for 2021"."""
    fill = {"both": "both", "period": period_name(period), "unit": one.figure.unit}
    keys = ["period", *follows.conditions] if follows.name == "undetermined" and period else follows.conditions
    return "; ".join(str(words()["conditions"][key]).format(**fill) for key in dict.fromkeys(keys))


def reason_words(one: Point, other: Point, follows: Verdict, apart: Sequence[str]) -> str:
    """Return why it may be so, in words."""
    lists: Mapping[str, Mapping[str, str]] = words()
    found = [lists["hints"][hint] for hint in apart] if follows.name in APART else []
    if follows.reason == "different_definition" and ("cumulative" in one.codes) != ("cumulative" in other.codes):
        found.append(lists["reasons"]["position and sum"])
    else:
        found.append(lists["reasons"][follows.reason])
    if follows.name == "different_definition" and one.figure.measure.startswith("investment"):
        found.append(lists["reasons"]["investment"])
    return "; ".join(dict.fromkeys(found))
