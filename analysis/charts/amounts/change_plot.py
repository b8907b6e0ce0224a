"""The drawing of changes: a row for each, its words above a bar as long as the time it covers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.transforms import Bbox

from analysis.charts.amounts.marks import INK, PAPER, around
from analysis.charts.amounts.statements import Statement
from analysis.charts.axis import Years, mark_years, panel, years_around
from analysis.charts.board import Board
from analysis.charts.fit import cut
from analysis.charts.look import DPI, PALETTE, SMALL, WIDTH
from analysis.charts.place import ground, measured
from analysis.wording.periods import period_name, span
from analysis.wording.words import capital, joined

ROW, FOOT, SIDE = 0.42, 0.3, 0.08  # inches: a row, the names of the years, left and right of the axis
BAR = 0.26  # of a row's height, from its bottom: where the bar lies, its words above
DOT = 5.5  # points across
LINE, THICK = 1.4, 3.4  # points: the line between two times, the bar over one
DASH = 2.4  # points: a dash and the gap after it
LONGEST = 15  # years before the last end: what began earlier is cut there, lest half a year be too short to see


@dataclass(frozen=True, slots=True)
class Change:
    """A change with the time it covers."""

    said: Statement
    measure: str
    compared_with: str
    span: tuple[float, float] | None

    @property
    def length(self) -> float:
        """Return how many years it covers."""
        return self.span[1] - self.span[0] if self.span else 0.0

    @property
    def base_known(self) -> bool:
        """Return whether the article says what the change is measured against."""
        return bool(self.compared_with) or "/" in self.said.period

    @property
    def words(self) -> str:
        """Return the change with speaker, month and base: "+30 %, Mwangi, May 2022; compared with 2020"."""
        if self.compared_with:
            return f"{self.said.dated}; compared with {period_name(self.compared_with)}"
        if self.said.period.endswith("/.."):
            return f"{self.said.dated}; {period_name(self.said.period)}"
        return self.said.dated if self.base_known else f"{self.said.dated}; base not stated"

    @property
    def leads(self) -> bool:
        """Return whether it leads from one time to another, not over one."""
        return bool(span(self.compared_with)) or "/" in self.said.period


def plot(shown: Sequence[Change], prefixes: Mapping[str, str]) -> Board:
    """Return the drawing: changes from top to bottom, each with its words and what is set before them."""
    board = Board(Figure(figsize=(WIDTH, ROW * len(shown) + FOOT), dpi=DPI))
    axes = panel(board.figure, left=SIDE, bottom=FOOT, right=SIDE, top=0)
    years = recent_years(shown)
    axes.set_ylim(len(shown), 0)
    axes.set_yticks([])
    mark_years(axes, years)
    lines = range(years.first, years.last + 1)
    axes.vlines(lines, 0, 1, PALETTE["grid"], linewidth=0.5, transform=axes.get_xaxis_transform(), zorder=0)
    for number, one in enumerate(shown):
        start, end = one.span or (0.0, 0.0)
        start = max(start, years.first)
        draw_span(axes, start, end, number + 1 - BAR, one)
        write(axes, years, start, number, joined((capital(prefixes[one.said.figure_id]), one.words), ": "))
        board.mark(box(axes, start, end, number + 1 - BAR), one.said.href, one.said.sentence)
    return board


def recent_years(shown: Sequence[Change]) -> Years:
    """Return the years of the axis: of a longer time only the last."""
    ends = [end for one in shown for end in one.span or ()]
    return years_around([max(end, max(ends) - LONGEST) for end in ends], lane=False)


def draw_span(axes: Axes, start: float, end: float, y: float, one: Change) -> None:
    """Draw a bar from start to end: between two circles if it leads from one time to another."""
    width = LINE if one.leads else THICK
    dashes = (0, (DASH / width, DASH / width)) if one.said.inferred else "solid"
    axes.plot([start, end], [y, y], color=INK, linewidth=width, linestyle=dashes, solid_capstyle="butt")
    if one.leads:
        earlier = one.span is not None and one.span[0] < start
        style: dict[str, Any] = {"markeredgecolor": INK, "markersize": DOT, "clip_on": False}
        axes.plot([start], [y], "<" if earlier else "o", color=PAPER, **style)
        axes.plot([end], [y], "o", color=INK, **style)


def write(axes: Axes, years: Years, start: float, number: int, words: str) -> None:
    """Write the words of a row over the start of its bar, or as far to the right as they still fit."""
    inches = WIDTH - 2 * SIDE
    words = cut(words, inches)
    latest = years.end - measured(words)[0] / inches * (years.end - years.first)
    place = (max(min(start, latest), years.first), number + 1 - BAR)
    up = (0, DOT / 2 + 2.5)
    style: dict[str, Any] = {"fontsize": SMALL, "va": "bottom", "annotation_clip": False, "bbox": ground()}
    axes.annotate(words, place, up, textcoords="offset points", **style)


def box(axes: Axes, start: float, end: float, y: float) -> Bbox:
    """Return the box of a bar in pixels."""
    return Bbox.union([around(axes, start, y, DOT), around(axes, end, y, DOT)])
