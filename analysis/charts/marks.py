"""The marks that stand for amounts: each qualifier has its own shape, told apart without colour."""

from collections.abc import Iterable, Iterator, Sequence

from matplotlib.axes import Axes
from matplotlib.transforms import Bbox

from analysis.charts.look import PALETTE
from analysis.charts.place import POINT, figure_of
from analysis.charts.statements import Statement

DOT = 6.0  # points across
ARROW = 17.0  # points from a bound to the head of its arrow
INK, MUTED, PAPER = PALETTE["accent"], PALETTE["muted"], PALETTE["paper"]
UPWARD, DOWNWARD = ("more_than", "at_least"), ("less_than", "up_to")


def draw(axes: Axes, x: float, one: Statement) -> Bbox:
    """Draw a statement at `x`, and return the box it fills in pixels.

    Filled dot: the amount. Arrow: more or less than it. Dashed whisker: about. Bar: from one amount to another.
    """
    if one.qualifier in UPWARD or one.qualifier in DOWNWARD:
        return arrow(axes, x, one.value, up=one.qualifier in UPWARD)
    if one.qualifier == "range":
        axes.plot([x, x], [one.low, one.high], color=INK, linewidth=3, solid_capstyle="butt")
        return vertical(axes, x, one.low, one.high)
    if one.qualifier in ("about", "nearly"):
        whisker(axes, x, one.low, one.high, INK)
        axes.plot([x], [one.value], "o", color=INK, markersize=DOT * 0.6)
        return vertical(axes, x, one.low, one.high)
    axes.plot([x], [one.value], "o", color=INK, markersize=DOT)
    return around(axes, x, one.value)


def arrow(axes: Axes, x: float, y: float, *, up: bool) -> Bbox:
    """Draw a bound with an open arrow that leads away from it."""
    reach = ARROW if up else -ARROW
    style = {"arrowstyle": "<-,head_length=0.35,head_width=0.2", "color": INK, "linewidth": 1.3, "shrinkA": 0, "shrinkB": 0}
    axes.annotate("", (x, y), (0, reach), textcoords="offset points", arrowprops=style, annotation_clip=False)
    axes.plot([x], [y], "_", color=INK, markersize=DOT * 1.6, markeredgewidth=1.5)
    box = around(axes, x, y)
    pixels = reach * figure_of(axes).dpi / POINT
    return Bbox.from_extents(box.x0, min(box.y0, box.y0 + pixels), box.x1, max(box.y1, box.y1 + pixels))


def whisker(axes: Axes, x: float, low: float, high: float, color: str) -> None:
    """Draw a dashed line between the ends of an interval, with caps wider than a dot."""
    axes.plot([x, x], [low, high], color=color, linewidth=1, linestyle=(0, (2, 1.5)))
    axes.plot([x, x], [low, high], "_", color=color, markersize=DOT * 1.5, markeredgewidth=0.9)


def ghost(axes: Axes, x: float, y: float) -> Bbox:
    """Draw the place that an amount would have if what was inferred of it holds."""
    axes.plot([x], [y], "o", color=PAPER, markersize=DOT + 1, markeredgewidth=0)
    theta = axes.scatter([x], [y], s=(DOT + 1) ** 2, facecolors="none", edgecolors=INK, linewidths=1)
    theta.set_linestyle([(0, (1.6, 1.2))])  # type: ignore[list-item]
    return around(axes, x, y)


def hollow(axes: Axes, x: float, low: float, value: float, high: float, *, width: float) -> Bbox:
    """Draw a value worked out: a hollow diamond on its whisker, or, `width` years wide, a hollow bar from end to end."""
    if width:
        axes.bar([x], [high - low], width, [low], facecolor=PAPER, edgecolor=MUTED, linewidth=1)
        corners = axes.transData.transform([(x - width / 2, low), (x + width / 2, high)])
        return Bbox(corners)
    whisker(axes, x, low, high, MUTED)
    axes.plot([x], [value], "D", color=PAPER, markeredgecolor=MUTED, markersize=DOT * 0.9, markeredgewidth=1.1)
    return vertical(axes, x, low, high)


def around(axes: Axes, x: float, y: float, points: float = DOT) -> Bbox:
    """Return the box of a mark of so many points across."""
    middle, half = axes.transData.transform((x, y)), points * figure_of(axes).dpi / POINT / 2
    return Bbox.from_extents(middle[0] - half, middle[1] - half, middle[0] + half, middle[1] + half)


def vertical(axes: Axes, x: float, low: float, high: float) -> Bbox:
    """Return the box of a mark that runs from one amount to another."""
    return Bbox.union([around(axes, x, low), around(axes, x, high)])


def along(axes: Axes, start: tuple[float, float], end: tuple[float, float]) -> Iterator[Bbox]:
    """Yield small boxes along a line, so that labels keep off it."""
    first, last = axes.transData.transform([start, end])
    steps = max(int(abs(last - first).max() // 8), 1)
    for step in range(steps + 1):
        x, y = first + (last - first) * step / steps
        yield Bbox.from_extents(x - 2, y - 2, x + 2, y + 2)


def dodged(axes: Axes, points: Iterable[tuple[float, float]], room: float) -> list[float]:
    """Return an x for each point so that dots side by side do not cover each other, at most `room` from its own.

    A point that finds no free place stays where it is.
    """
    figure, taken, found = figure_of(axes), list[Bbox](), list[float]()
    for x, y in points:
        step = (DOT + 1.5) * figure.dpi / POINT / pixels_per_x(axes)
        shifts = [0.0, *(side * n * step for n in range(1, int(room / step) + 1) for side in (1, -1))]
        boxes = ((x + shift, around(axes, x + shift, y)) for shift in shifts)
        spot, box = next(((at, box) for at, box in boxes if clear(box, taken)), (x, around(axes, x, y)))
        taken.append(box)
        found.append(spot)
    return found


def clear(box: Bbox, taken: Sequence[Bbox]) -> bool:
    """Return whether a box covers none of the others."""
    return not any(box.overlaps(other) for other in taken)


def pixels_per_x(axes: Axes) -> float:
    """Return how many pixels one unit of the horizontal axis takes."""
    left, right = axes.transData.transform([(0, 0), (1, 0)])
    return float(right[0] - left[0])
