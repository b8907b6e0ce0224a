"""Strips: in each column of time every statement as a mark at its amount, side by side where they would overlap."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.path import Path
from matplotlib.transforms import Bbox

from analysis.charts.amounts.columns import Columns, part_of_year
from analysis.charts.amounts.marks import DOWNWARD, INK, PAPER, UPWARD
from analysis.charts.amounts.statements import Statement
from analysis.charts.board import Board
from analysis.charts.place import POINT, figure_of

SMALLEST, LARGEST = 4.4, 9.0  # points across: the mark of one origin, and of as many as are told apart
STEP = 1.5  # points by which a mark moves aside
ARROW = 11.0  # points: the length of a bound's arrow
CAP = 3.2  # points: half the line of a bound
EDGE = 0.92  # share of its half column that marks may fill
LEVELS_END = 0.25  # share of its half column where the levels end and the bounds begin, if there are any

# An arrow that stands on a line: drawn twice its size, since Matplotlib scales a marker to half
UP = Path([(-0.3, 0), (0.3, 0), (0, 0), (0, 1), (-0.22, 0.7), (0, 1), (0.22, 0.7)], [1, 2, 1, 2, 1, 2, 2])
DOWN = Path(UP.vertices * [1, -1], UP.codes)  # type: ignore[operator]

Places = dict[str, tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Shape:
    """The mark of a statement in points: how far it reaches to each side of its amount."""

    one: Statement
    half: float
    below: float
    above: float


def draw_strip(board: Board, axes: Axes, group: Sequence[Statement], shown: Columns) -> Places:
    """Draw the statements of a group, each in its column, and return their places."""
    per_x, per_y = points_per_unit(axes)
    shapes = [shape(one, per_y) for one in group]
    bounds = any(map(bound, group))
    by_column: dict[float, list[Shape]] = {}
    for one in shapes:
        by_column.setdefault(shown.middle(one.one.figure_id), []).append(one)
    places: Places = {}
    for middle, column in by_column.items():
        half = shown.width(column[0].one.figure_id) * per_x / 2
        for one, aside in swarm(column, half, bounds=bounds, per_y=per_y):
            places[one.one.figure_id] = (middle + aside / per_x, one.one.value)
    draw_marks(axes, group, places, per_y)
    for one in shapes:
        board.mark(pixels(axes, one, places[one.one.figure_id]), one.one.href, one.one.sentence)
    return places


def bound(one: Statement) -> bool:
    """Return whether a statement only says more or less than an amount."""
    return one.qualifier in UPWARD + DOWNWARD


def diameter(one: Statement) -> float:
    """Return how large the mark of a statement is: its area grows with the number of independent origins."""
    return min(SMALLEST * math.sqrt(one.origins), LARGEST)


def arrow(one: Statement, per_y: float) -> float:
    """Return how long the arrow of a bound is: one that points down ends on the axis."""
    return ARROW if one.qualifier in UPWARD else min(ARROW, max(one.value * per_y, CAP))


def shape(one: Statement, per_y: float) -> Shape:
    """Return the room that the mark of a statement takes."""
    if bound(one):
        up = one.qualifier in UPWARD
        return Shape(one, CAP, 1.0 if up else ARROW, ARROW if up else 1.0)
    radius = diameter(one) / 2
    reach = (one.high - one.value) * per_y if one.qualifier == "range" else 0.0
    return Shape(one, radius, radius, max(radius, reach))


def swarm(column: Iterable[Shape], half: float, *, bounds: bool, per_y: float) -> Iterator[tuple[Shape, float]]:
    """Yield each mark of a column and how many points it stands aside, so that none covers another while there is room.

    Bounds stand at the right end of the column. A mark without room stands over others, one by one through the column.
    """
    taken: list[tuple[float, float, float, float]] = []
    levels_end = LEVELS_END if bounds else EDGE
    for number, one in enumerate(column):
        left, right = (levels_end * half, EDGE * half) if bound(one.one) else (-EDGE * half, levels_end * half)
        asides = list(steps(left + one.half, right - one.half))
        y = one.one.value * per_y
        boxes = ((aside - one.half, y - one.below, aside + one.half, y + one.above) for aside in asides)
        free = next(((aside, box) for aside, box in zip(asides, boxes, strict=True) if clear(box, taken)), None)
        aside, box = free or (asides[number % len(asides)], None)
        taken += [box] if box else []
        yield one, aside


def steps(left: float, right: float) -> Iterator[float]:
    """Yield places from the middle of a stretch outward to both sides.

    >>> list(steps(-2, 2))
    [0.0, 1.5, -1.5]
    """
    middle, most = (left + right) / 2, int(max(right - left, 0) / 2 / STEP)
    yield middle
    for number in range(1, most + 1):
        yield from (middle + number * STEP, middle - number * STEP)


def clear(box: Sequence[float], taken: Iterable[Sequence[float]]) -> bool:
    """Return whether a box covers none of the others."""
    return not any(box[0] < b[2] and b[0] < box[2] and box[1] < b[3] and b[1] < box[3] for b in taken)


def draw_marks(axes: Axes, group: Sequence[Statement], places: Mapping[str, tuple[float, float]], per_y: float) -> None:
    """Draw all marks of one shape at a time."""
    for one in group:
        if one.qualifier == "range":
            x, y = places[one.figure_id]
            axes.plot([x, x], [y, one.high], color=INK, linewidth=1.4, solid_capstyle="butt", clip_on=False)
    for square in (False, True):
        for inferred in (False, True):
            there = [
                one
                for one in group
                if not bound(one) and one.inferred == inferred and part_of_year(one.period) == square
            ]
            sizes = [(diameter(one) * (0.85 if square else 1)) ** 2 for one in there]
            scatter(axes, there, places, "s" if square else "o", sizes, PAPER if inferred else INK)
    for words, marker in ((UPWARD, UP), (DOWNWARD, DOWN)):
        there = [one for one in group if one.qualifier in words]
        scatter(axes, there, places, marker, [(2 * arrow(one, per_y)) ** 2 for one in there], "none")


def scatter(
    axes: Axes,
    there: Sequence[Statement],
    places: Mapping[str, tuple[float, float]],
    marker: str | Path,
    sizes: Sequence[float],
    inside: str,
) -> None:
    """Draw statements by one marker."""
    if there:
        xs, ys = zip(*(places[one.figure_id] for one in there), strict=True)
        axes.scatter(
            xs,
            ys,
            s=sizes,
            marker=marker,
            facecolors=inside,
            edgecolors=INK,
            linewidths=0.9,
            clip_on=False,
            zorder=3,
        )


def points_per_unit(axes: Axes) -> tuple[float, float]:
    """Return how many points one unit of each axis takes."""
    (x0, y0), (x1, y1) = axes.transData.transform([(0, 0), (1, 1)])
    dpi = figure_of(axes).dpi
    return float(x1 - x0) * POINT / dpi, float(y1 - y0) * POINT / dpi


def pixels(axes: Axes, one: Shape, place: tuple[float, float]) -> Bbox:
    """Return the box of a mark in pixels."""
    x, y = axes.transData.transform(place)
    per_point = figure_of(axes).dpi / POINT
    half, below, above = one.half * per_point, one.below * per_point, one.above * per_point
    return Bbox.from_extents(x - half, y - below, x + half, y + above)
