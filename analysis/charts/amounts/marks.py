"""The marks that stand for amounts: each qualifier has its own shape, told apart without colour."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from matplotlib.axes import Axes
from matplotlib.transforms import Bbox

from analysis.charts.amounts.statements import Statement
from analysis.charts.look import PALETTE
from analysis.charts.place import POINT, figure_of

DOT = 6.0  # points across
CAP = 9.6  # points across: the line of a bound, the ends of a whisker
ARROW = 17.0  # points from a bound to the head of its arrow
INK, MUTED, PAPER = PALETTE["accent"], PALETTE["muted"], PALETTE["paper"]
UPWARD, DOWNWARD = ("more_than", "at_least"), ("less_than", "up_to")


def draw(axes: Axes, x: float, one: Statement) -> Bbox:
    """Draw a statement at `x`, and return the box it fills in pixels.

    Filled dot: the amount. Arrow: more or less than it. Dashed whisker: about. Bar: from one amount to another.
    """
    if one.qualifier in UPWARD + DOWNWARD:
        arrow(axes, x, one)
    elif one.qualifier == "range":
        axes.plot([x, x], [one.low, one.high], color=INK, linewidth=3, solid_capstyle="butt", clip_on=False)
    else:
        about = one.qualifier in ("about", "nearly")
        if about:
            whisker(axes, x, one.low, one.high, INK)
        axes.plot([x], [one.value], "o", color=INK, markersize=DOT * 0.6 if about else DOT, clip_on=False)
    return room(axes, x, one)


def room(axes: Axes, x: float, one: Statement) -> Bbox:
    """Return the box that a statement's mark fills at `x`, in pixels."""
    if one.qualifier in UPWARD + DOWNWARD:
        box = around(axes, x, one.value, CAP)
        end = box.y0 + DOT / 2 * figure_of(axes).dpi / POINT + reach(axes, one)
        return Bbox.from_extents(box.x0, min(box.y0, end), box.x1, max(box.y1, end))
    if one.qualifier in ("range", "about", "nearly"):
        return Bbox.union([around(axes, x, one.low, CAP), around(axes, x, one.high, CAP)])
    return around(axes, x, one.value)


def arrow(axes: Axes, x: float, one: Statement) -> None:
    """Draw a bound with an open arrow that leads away from it."""
    points = reach(axes, one) * POINT / figure_of(axes).dpi
    head = "<-,head_length=0.35,head_width=0.2"
    style: dict[str, Any] = {"arrowstyle": head, "color": INK, "linewidth": 1.3, "shrinkA": 0, "shrinkB": 0}
    axes.annotate("", (x, one.value), (0, points), textcoords="offset points", arrowprops=style, annotation_clip=False)
    axes.plot([x], [one.value], "_", color=INK, markersize=CAP, markeredgewidth=1.5, clip_on=False)


def reach(axes: Axes, one: Statement) -> float:
    """Return how many pixels up a bound's arrow leads: below 0 is down, and never past the axis."""
    pixels = ARROW * figure_of(axes).dpi / POINT
    if one.qualifier in UPWARD:
        return pixels
    return -min(pixels, float(axes.transData.transform((0, one.value))[1] - axes.bbox.y0))


def whisker(axes: Axes, x: float, low: float, high: float, color: str) -> None:
    """Draw a dashed line between the ends of an interval, with caps wider than a dot."""
    axes.plot([x, x], [low, high], color=color, linewidth=1, linestyle=(0, (2, 1.5)), clip_on=False)
    axes.plot([x, x], [low, high], "_", color=color, markersize=CAP, markeredgewidth=0.9, clip_on=False)


def ghost(axes: Axes, x: float, y: float) -> Bbox:
    """Draw the place that an amount would have if what was inferred of it holds."""
    axes.plot([x], [y], "o", color=PAPER, markersize=DOT + 1, markeredgewidth=0)
    theta = axes.scatter([x], [y], s=(DOT + 1) ** 2, facecolors="none", edgecolors=INK, linewidths=1)
    theta.set_linestyle([(0, (1.6, 1.2))])
    return around(axes, x, y)


def hollow(axes: Axes, x: float, low: float, value: float, high: float, *, width: float) -> Bbox:
    """Draw a value worked out: a hollow diamond on its whisker or, `width` years wide, a hollow bar."""
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


def dodged(
    axes: Axes, homes: Iterable[tuple[float, Statement]], side: float, taken: Iterable[Bbox] = ()
) -> dict[str, float]:
    """Return an x for each statement, by figure_id, so that marks do not cover each other or what is `taken`.

    None moves farther than `side` from its home, or off the axis; one that finds no free place stays at home.
    """
    occupied, found = list(taken), dict[str, float]()
    left, right = axes.get_xlim()
    step = (DOT + 1.5) * figure_of(axes).dpi / POINT / pixels_per_x(axes)
    for home, one in homes:
        shifts = [0.0, *(way * n * step for n in range(1, int(side / step) + 1) for way in (1, -1))]
        xs = [home + shift for shift in shifts if left <= home + shift <= right]
        x = next((x for x in xs if clear(room(axes, x, one), occupied)), home)
        occupied.append(room(axes, x, one))
        found[one.figure_id] = x
    return found


def clear(box: Bbox, taken: Sequence[Bbox]) -> bool:
    """Return whether a box covers none of the others."""
    return not any(box.overlaps(other) for other in taken)


def pixels_per_x(axes: Axes) -> float:
    """Return how many pixels one unit of the horizontal axis takes."""
    left, right = axes.transData.transform([(0, 0), (1, 0)])
    return float(right[0] - left[0])
