"""Points that say the same made one: reports of one statement, and statements that agree. Pure.

Agreement is not passed on: "about 30" agrees with 28 and with 32, which lie apart. So points become one only where each
agrees with each, and unconditionally.
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import combinations, groupby
from typing import Any

from analysis.reconcile.points import Point, joined
from analysis.reconcile.verdicts import SAME, verdict
from analysis.study import Study

# In a group of more distinct amounts, only equal ones are made one: comparing each with each would take too long.
MOST = 100


def merged(points: Iterable[Point], study: Study) -> Iterator[Point]:
    """Yield the points, those that say the same as one with all their witnesses; every figure stays in one of them.

    The points are to come in the order of `rank`, by which those that may be of one thing stand together.
    """
    for _, block in groupby(points, key=series):
        for group in alike(block):
            yield from merged_group(group, study)


def series(one: Point) -> Hashable:
    """Return what points that may be of one thing share and are sorted by: measure, unit, parties, period."""
    return one.figure.measure, one.figure.unit, one.parties, one.figure.period


def alike(points: Iterable[Point]) -> Iterable[list[Point]]:
    """Return the points that may be of one thing: beside what is measured, between whom and when, their kind."""
    groups: dict[Any, list[Point]] = {}
    for one in points:
        groups.setdefault((bool(one.figure.change), one.span), []).append(one)
    return groups.values()


def merged_group(group: Sequence[Point], study: Study) -> list[Point]:
    """Return the points of one group with those that say the same made one."""
    fewer = list(group) if len(group) <= MOST else list(equal_ones(group))
    return cliques(fewer, study) if len(fewer) <= MOST else fewer


def equal_ones(group: Iterable[Point]) -> Iterator[Point]:
    """Yield the points of one group, those of one amount in one sense made one without comparing each with each."""
    equal: dict[Any, list[Point]] = {}
    for one in group:
        figure, teller = one.figure, one.witnesses[0]
        sense = (one.low, one.high, one.codes, figure.from_party, figure.to_party, one.nature, figure.period_basis)
        certain = one.single and one.span and figure.period_basis != "inferred"
        by = () if certain else (teller.speaker, teller.spoken, teller.story if not teller.spoken else "")
        equal.setdefault((sense, by), []).append(one)
    yield from (joined(same) if len(same) > 1 else same[0] for same in equal.values())


def cliques(group: Sequence[Point], study: Study) -> list[Point]:
    """Return the points, each set of them in which all say the same made one."""
    links: dict[int, set[int]] = {at: {at} for at in range(len(group))}
    for a, b in combinations(range(len(group)), 2):
        if says_the_same(group[a], group[b], study):
            links[a].add(b)
            links[b].add(a)
    found, seen = list[Point](), set[int]()
    for at, linked in links.items():
        if at in seen:
            continue
        # All that a point is linked to, it is made one with, if each of them is linked to the same ones.
        together = linked if all(links[other] == linked for other in linked) else {at}
        seen |= together
        found.append(joined([group[i] for i in sorted(together)]) if len(together) > 1 else group[at])
    return found


def says_the_same(one: Point, other: Point, study: Study) -> bool:
    """Return whether two points are reports of one statement, or agree on no condition."""
    if (one.high < other.low or other.high < one.low) and one.wording != other.wording:
        return False  # what lies apart says the same in a copy alone; most pairs end here
    found = verdict(one, other, study)
    return found.name in SAME and not found.conditions
