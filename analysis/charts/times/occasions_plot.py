"""The drawing of the line of time: occasions as dots above, the periods spoken of as bars below."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.transforms import Bbox

from analysis.charts.amounts.marks import around
from analysis.charts.axis import Years, mark_years, panel, region, years_around
from analysis.charts.board import Board
from analysis.charts.look import DPI, PALETTE, SMALL, WIDTH
from analysis.charts.place import Label, ground, measured, renderer
from analysis.wording.periods import period_name
from analysis.wording.words import count, few, month

ROWS = 12  # rows of periods at most
LINKED = 12  # periods: of more, no lines lead to the occasions
NAMED = 15  # occasions: of more, the newest and the first are named
SILENCE = 1.0  # years without an article that are marked as such
UPPER, DOTS, ROW = 0.9, 0.28, 0.19  # inches: the lane of occasions, its dots above the line, a row of periods


@dataclass(frozen=True, slots=True)
class Occasion:
    """A date on which articles speak."""

    date: str
    x: float
    references: tuple[str, ...]
    stated: bool  # the article's own text gives the date

    @property
    def words(self) -> str:
        """Return month and articles: "Oct 2022: 000, 002"."""
        return f"{month(self.date)}: {few(self.references, 3)}"


@dataclass(frozen=True, slots=True)
class Period:
    """A time that figures are about, with the dates at which it was spoken of."""

    period: str
    start: float
    end: float
    inferred: bool
    printed: tuple[str, ...]
    figure_id: str
    sentence: str
    dates: tuple[str, ...]

    @property
    def words(self) -> str:
        """Return what stands beside its bar: the period, and the first figures about it."""
        return f"{period_name(self.period)}: {few(self.printed, 2)}"


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a period is drawn: its row, and whether its words stand to the left of its bar."""

    row: int
    leftward: bool


def drawing(points: Sequence[Occasion], periods: Sequence[Period]) -> tuple[Board, list[str]]:
    """Return the two lanes drawn, and phrases for what has no room."""
    ends = [end for one in periods for end in (one.start, one.end - 0.01)]
    years = years_around([*(one.x for one in points), *ends], lane=False)
    slots = packed(periods, years)
    depth = max((slot.row + 1 for slot in slots if slot), default=0)
    below = (depth + 1) * ROW if depth else 0.0
    board = Board(Figure(figsize=(WIDTH, UPPER + below + 0.45), dpi=DPI))
    axes = panel(board.figure, left=0.1, bottom=0.3, right=0.1, top=0.05)
    axes.set_ylim(-below - 0.1, UPPER)
    axes.set_yticks([])
    mark_years(axes, years)
    draw_lanes(board, axes, years.first, depth)
    for one, slot in zip(periods, slots, strict=True):
        if slot:
            draw_period(board, axes, one, slot)
            draw_links(axes, one, slot, points if len(periods) <= LINKED else [])
    unnamed = draw_occasions(board, axes, points, years)
    hidden = [period_name(one.period) for one, slot in zip(periods, slots, strict=True) if not slot]
    return board, [
        *([f"periods without room ({few(hidden)})"] if hidden else []),
        *([f"the names of {count(unnamed, 'occasion')}"] if unnamed else []),
    ]


def packed(periods: Sequence[Period], years: Years) -> list[Slot | None]:
    """Return the slot of each period, so that bars and their words stay apart; None where the rows are used up."""
    per_year = (WIDTH - 0.2) / (years.last - years.first)
    ends: list[float] = []
    slots: list[Slot | None] = []
    for one in periods:
        length = (measured(one.words)[0] + 0.15) / per_year
        leftward = one.end + length > years.last
        start, end = (one.start - length, one.end) if leftward else (one.start, one.end + length)
        row = next((number for number, used in enumerate(ends) if used <= start), len(ends))
        if row < ROWS:
            ends[row:] = [end, *ends[row + 1 :]]
        slots.append(Slot(row, leftward) if row < ROWS else None)
    return slots


def draw_lanes(board: Board, axes: Axes, first: float, depth: int) -> None:
    """Name the two lanes, and part them with a line."""
    axes.axhline(0, color=PALETTE["grid"], linewidth=0.6)
    style: dict[str, Any] = {"fontsize": SMALL, "color": PALETTE["muted"], "va": "top"}
    text = axes.text(first, UPPER, "spoken on", **style)
    board.keep_free([text.get_window_extent(renderer(board.figure))])
    if depth:
        axes.annotate("times spoken of", (first, 0), (0, -3), textcoords="offset points", bbox=ground(), **style)


def height_of(slot: Slot) -> float:
    """Return the height at which a row is drawn, below the line between the lanes."""
    return -(slot.row + 1.7) * ROW


def draw_period(board: Board, axes: Axes, one: Period, slot: Slot) -> None:
    """Draw a bar with its words beside it, hollow and dashed where the period is inferred."""
    y, width = height_of(slot), one.end - one.start
    inside: dict[str, Any] = {"facecolor": PALETTE["accent"]}
    if one.inferred:
        inside = {"facecolor": PALETTE["paper"], "linestyle": (0, (2, 1.5))}
    axes.barh([y], [width], 0.085, [one.start], edgecolor=PALETTE["accent"], linewidth=0.9, zorder=3, **inside)
    box = Bbox(axes.transData.transform([(one.start, y - 0.05), (one.end, y + 0.05)]))
    board.mark(box, f"#e-{one.figure_id}", one.sentence)
    x, shift, side = (one.start, -4, "right") if slot.leftward else (one.end, 4, "left")
    style: dict[str, Any] = {"fontsize": SMALL, "ha": side, "va": "center", "bbox": ground()}
    axes.annotate(one.words, (x, y), (shift, 0), textcoords="offset points", **style)


def draw_links(axes: Axes, one: Period, slot: Slot, points: Sequence[Occasion]) -> None:
    """Draw a thin line from a period to each occasion on which it was spoken of."""
    for point in points:
        if point.date in one.dates:
            x = min(max(point.x, one.start), one.end)
            axes.plot([point.x, x], [DOTS, height_of(slot)], color=PALETTE["muted"], linewidth=0.4, zorder=1)


def draw_occasions(board: Board, axes: Axes, points: Sequence[Occasion], years: Years) -> int:
    """Draw a dot for a date that a text gives, a ring for one supplied; return how many stand without a name."""
    for point in points:
        inside = PALETTE["accent"] if point.stated else PALETTE["paper"]
        style: dict[str, Any] = {"markerfacecolor": inside, "markeredgecolor": PALETTE["accent"]}
        axes.plot([point.x], [DOTS], "o", markersize=7, markeredgewidth=1.2, zorder=4, **style)
        board.keep_free([around(axes, point.x, DOTS, 8)])
    for earlier, later in silences(points):
        draw_silence(board, axes, earlier.x + 0.12, later.x - 0.12)
    chosen = [*points[-NAMED:][::-1], *points[:1]] if len(points) > NAMED else points[::-1]
    within = region(axes, years.first, years.last, DOTS - 0.1)
    board.labels += [Label(one.x, DOTS, (one.words, one.words.replace(": ", ":\n")), within) for one in chosen]
    return len(points) - len(chosen) + len(board.write_labels(axes))


def draw_silence(board: Board, axes: Axes, start: float, end: float) -> None:
    """Shade a stretch without an article, and say so where there is room."""
    axes.fill_between([start, end], 0.03, 0.17, color=PALETTE["wash"], linewidth=0, zorder=0)
    style: dict[str, Any] = {"fontsize": SMALL, "color": PALETTE["muted"], "ha": "center", "va": "center"}
    text = axes.text((start + end) / 2, 0.1, "no article", **style)
    box = text.get_window_extent(renderer(board.figure))
    (left, _), (right, _) = axes.transData.transform([(start, 0), (end, 0)])
    if box.width > right - left:
        text.remove()
    else:
        board.keep_free([box])


def silences(points: Sequence[Occasion]) -> list[tuple[Occasion, Occasion]]:
    """Return the pairs of occasions, one after the other, that lie a year or more apart."""
    return [(earlier, later) for earlier, later in pairwise(points) if later.x - earlier.x >= SILENCE]
