"""Values that follow from what figures state: bases, growth between levels, shares. Pure: points in, observations out.

Each is one step from stated figures, carries its formula, and is rounded outward. None is worked out from another, and
where the articles differ on an input, a value is worked out from each side, which its formula names. Figures are only
combined where measure, definition, parties and unit are the same. Amounts are in base units, growth and shares in
percent.
"""

import math
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace

from analysis.reconcile.bases import bases
from analysis.reconcile.growths import bounds, growths
from analysis.reconcile.intervals import outward
from analysis.reconcile.ordering import in_order
from analysis.reconcile.points import Point
from analysis.reconcile.worked_out import Derived, Stated, stated_figure
from analysis.records import Figure, Observation


def from_one_article(figures: Iterable[Figure]) -> Iterator[Derived]:
    """Yield what follows by one step from figures that one article states together: bases and shares."""
    stated = [stated_figure(figure) for figure in figures]
    yield from bases(stated, [one for one in stated if is_level(one.figure)])
    yield from shares(stated)


def from_levels(points: Iterable[Point], disputed: Set[str]) -> Iterator[Derived]:
    """Yield the growth between the levels of points, flagged where the articles differ on an input.

    Of reports of one statement it is worked out from the one that is drawn.
    """
    yield from growths((stated_figure(one.figure) for one in points if in_series(one)), disputed)


def derived(found: Iterable[Derived], disputed: Set[str]) -> Iterator[Observation]:
    """Yield what was worked out as observations of status "derived", in order."""
    return in_order((in_dispute(one, disputed).record for one in found), key=lambda one: one.observation_id)


def in_dispute(one: Derived, disputed: Set[str]) -> Derived:
    """Return a value, flagged where the articles differ on an input; growth says itself on which."""
    known = one.flags or not disputed & {stated.figure.figure_id for stated in one.inputs}
    return one if known else replace(one, flags=("amount in dispute",))


def in_series(one: Point) -> bool:
    """Return whether growth is worked out from a point: from no plan, no part of another amount, no sum of years."""
    told = one.single and one.nature != "cumulative" and not one.ahead
    return told and is_level(one.figure) and not one.figure.part_of


def is_level(figure: Figure) -> bool:
    """Return whether a figure is an amount, no change and no multiple."""
    return figure.unit not in ("%", "times") and not figure.change


def shares(stated: Sequence[Stated]) -> Iterator[Derived]:
    """Yield the share of each figure that is stated as part of another: "more than 4 million, of which 160,000"."""
    by_id = {one.figure.figure_id: one for one in stated}
    for part in stated:
        whole = by_id.get(part.figure.part_of)
        if whole and same_thing(part.figure, whole.figure):
            yield from share(part, whole)


def same_thing(part: Figure, whole: Figure) -> bool:
    """Return whether a part may be divided by its whole; of people the part may have its own noun."""
    counted = part.kind == "count" or part.unit == whole.unit
    return (part.measure, part.kind) == (whole.measure, whole.kind) and counted


def share(part: Stated, whole: Stated) -> Iterator[Derived]:
    """Yield the percent that a part is of its whole; nothing where the words leave it open at the top."""
    least, most = (part.low / whole.high, part.high / whole.low if whole.low else math.inf)
    low, high = outward(least * 100, min(most, 1.0) * 100, 1)
    if most < 1:
        printed = f"under {high:.12g} %" if low == 0 else f"{bounds(low, high)} %"
        formula = f"{part.printed} of {whole.printed}"
        yield Derived("share", (part, whole), "%", part.figure.period, low, high, formula, printed, measure="share")
