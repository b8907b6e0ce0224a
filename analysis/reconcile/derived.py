"""Values that follow from what figures state: bases, growth between levels, shares. Pure: points in, observations out.

Each is one step from stated figures, carries its formula, and is rounded outward. None is worked out from another, and
where the articles differ on an input, a value is worked out from each side, which its formula names.
"""

import math
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace

from analysis.reconcile.bases import bases
from analysis.reconcile.conflicts import APART
from analysis.reconcile.growths import bounds, growths
from analysis.reconcile.intervals import outward
from analysis.reconcile.points import Point
from analysis.reconcile.worked_out import Derived, Stated, stated_figure
from analysis.records import Conflict, Figure, Observation


def derived(points: Sequence[Point], conflicts: Iterable[Conflict]) -> list[Observation]:
    """Return what follows from points by one step: observations of status "derived".

    Their `rule` is base_from_growth, base_from_multiple, growth, growth_a_year or share. Amounts are in base units,
    growth and shares in percent. Figures are only combined where measure, definition, parties and unit are the same.
    """
    stated = [stated_figure(figure) for one in points for figure in originals(one)]
    levels = [one for one in stated if is_level(one.figure)]
    # Of reports of one statement growth is worked out from the one that is drawn; a sum since a start has none.
    series = [one.figure for one in points if in_series(one)]
    disputed = {figure_id for one in conflicts if one.verdict in APART for figure_id in one.figure_ids}
    found = [*bases(stated, levels), *growths(map(stated_figure, series), disputed), *shares(stated)]
    return sorted((in_dispute(one, disputed).record for one in found), key=lambda one: one.observation_id)


def in_dispute(one: Derived, disputed: Set[str]) -> Derived:
    """Return a value, flagged where the articles differ on an input; growth says itself on which."""
    known = one.flags or not disputed & {stated.figure.figure_id for stated in one.inputs}
    return one if known else replace(one, flags=("amount in dispute",))


def originals(one: Point) -> Iterator[Figure]:
    """Yield the figures of a point that stand in no copy of another article."""
    told = zip(one.figures, one.witnesses, strict=True)
    yield from (figure for figure, witness in told if figure.article_id == witness.story)


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
