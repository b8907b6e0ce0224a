"""The pairs of points that are worth a verdict, found without setting each beside each. Pure."""

import math
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, reduce
from itertools import combinations, product
from operator import and_, or_
from typing import TypeVar

from analysis.reconcile.points import Interval, Point, has_period
from analysis.reconcile.relations import contains, members
from analysis.study import Study

K = TypeVar("K", bound=Hashable)
Parties = frozenset[str]
# Pairs of one group, about 25 amounts: of more, each amount is compared with the lowest and the highest only.
ALL_PAIRS = 300
# Times under way at once that a time is compared with, those that begin last: "2019 to 2021" with "2018 to 2023".
TIMES = 25


@dataclass(frozen=True)
class Cell:
    """Points that share something, and the place of their cell among others."""

    place: int
    points: list[Point]

    @cached_property
    def ends(self) -> tuple[Point, Point]:
        """Return the point that ends lowest and the one that begins highest."""
        lowest = min(self.points, key=lambda one: (one.high, one.low))
        return lowest, max(self.points, key=lambda one: (one.low, one.high))


def cells(points: Iterable[Point], key: Callable[[Point], K]) -> dict[K, Cell]:
    """Return the points in cells by what they share."""
    found: dict[K, Cell] = {}
    for one in points:
        found.setdefault(key(one), Cell(len(found), [])).points.append(one)
    return found


def candidates(points: Iterable[Point], study: Study) -> Iterator[tuple[Point, Point]]:
    """Yield the pairs worth a verdict: of one measure and unit, between the same parties or a group and its member."""
    comparable = (one for one in points if one.parties and one.figure.unit)
    for series in cells(comparable, key=sense).values():
        by_parties = cells(series.points, key=lambda one: one.parties)
        for cell in by_parties.values():
            yield from pairs_in_time(cell) if has_period(cell.points[0]) else pairs_within(cell)
        for some, others in parts_and_wholes(by_parties, study):
            yield from pairs_between(some, others)


def sense(one: Point) -> Hashable:
    """Return what two points must share before they are compared."""
    return one.figure.measure, one.figure.unit, bool(one.figure.change), one.ahead, has_period(one)


def pairs_in_time(cell: Cell) -> Iterator[tuple[Point, Point]]:
    """Yield the pairs of flows whose times touch, or of which one has none."""
    by_time = cells(cell.points, key=lambda one: one.span)
    for same_time in by_time.values():
        yield from pairs_within(same_time)
    undated = by_time.pop(None, None)
    touching = overlapping({time: cell for time, cell in by_time.items() if time})
    beside = ((undated, other) for other in by_time.values() if undated)
    for pair in (*touching, *beside):
        yield from pairs_between(*pair)


def overlapping(by_time: Mapping[Interval, Cell]) -> Iterator[tuple[Cell, Cell]]:
    """Yield each two cells whose times overlap, by going through them by their starts; of many, the nearest."""
    under_way: list[Interval] = []
    for time in sorted(by_time):
        under_way = [earlier for earlier in under_way if time[0] < earlier[1]][-TIMES:]
        yield from ((by_time[earlier], by_time[time]) for earlier in under_way if earlier[0] < time[1])
        under_way.append(time)


def pairs_within(cell: Cell) -> Iterator[tuple[Point, Point]]:
    """Yield each pair of a cell; of a large one, each point with the lowest and the highest."""
    if math.comb(len(cell.points), 2) <= ALL_PAIRS:
        yield from combinations(cell.points, 2)
        return
    lowest, highest = cell.ends
    yield cell.ends
    yield from product((one for one in cell.points if one is not lowest and one is not highest), cell.ends)


def pairs_between(*two: Cell) -> Iterator[tuple[Point, Point]]:
    """Yield each pair of a point of one cell and one of the other; of many, the lowest and the highest of each."""
    some, others = sorted(two, key=lambda cell: cell.place)
    if len(some.points) * len(others.points) <= ALL_PAIRS:
        yield from product(some.points, others.points)
    else:
        yield from product(some.ends, others.ends)


def parts_and_wholes(by_parties: Mapping[Parties, Cell], study: Study) -> Iterator[tuple[Cell, Cell]]:
    """Yield the cells of each two sets of parties of which one contains the other.

    The sets that each party stands in are the bits of one number: what contains a set has, for each of its parties,
    that party or a group of it, and a few operations on numbers tell which do.
    """
    sets = list(by_parties)
    standing: dict[tuple[int, str], int] = defaultdict(int)
    for at, parties in enumerate(sets):
        for party in parties:
            standing[len(parties), party] |= 1 << at
    groups = {party: members(party, study) for _, party in standing if members(party, study)}
    for part in sets if groups else ():
        homes = ([party, *(group for group in groups if party in groups[group])] for party in part)
        having = (reduce(or_, (standing.get((len(part), home), 0) for home in some)) for some in homes)
        wholes = (sets[at] for at in bits(reduce(and_, having)))
        yield from ((by_parties[part], by_parties[whole]) for whole in wholes if contains(whole, part, study))


def bits(number: int) -> Iterator[int]:
    """Yield the places of the bits that are set, the highest first.

    >>> list(bits(0b1010))
    [3, 1]
    """
    while number:
        last = number.bit_length() - 1
        yield last
        number ^= 1 << last
