"""Rows of panels under one axis of columns: each group of many statements has its own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Literal

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.transforms import Bbox

from analysis.charts.amounts.columns import Columns, mark_columns
from analysis.charts.amounts.statements import Statement, most_telling, top_of
from analysis.charts.axis import amounts_axis, panel
from analysis.charts.board import Board
from analysis.charts.fit import BOLD, cut, width_of
from analysis.charts.look import DPI, PALETTE, SMALL, WIDTH
from analysis.charts.place import Label, figure_of, renderer
from analysis.wording.sizes import MANY, SOME
from analysis.wording.words import capital, count, joined

ALL_LABELLED = 12  # statements: so few can each be labelled, whatever the number of stories
ROWS = 3  # groups at most, each a row; the others are counted below
HEIGHTS = {1: 3.0, 2: 2.2, 3: 1.8}  # inches of a row, by their number
LEAST_HEIGHT = 1.6  # inches of a row, of more rows than those
ABOVE, BELOW, FOOT = 0.42, 0.06, 0.36  # inches: for the heading of a row, under it, for the names of the columns
HEADROOM = 1.35  # of the highest amount: room for the arrow and the label of a bound

Form = Literal["each", "strip", "bands"]


def form(stories: int, statements: int) -> Form:
    """Return how statements are drawn: each with its words, as a strip of marks, or counted in bands.

    >>> form(5, 3), form(50, 60), form(500, 600), form(500, 9)
    ('each', 'strip', 'bands', 'each')
    """
    if stories < SOME or statements <= ALL_LABELLED:
        return "each"
    return "strip" if stories < MANY else "bands"


@dataclass(frozen=True, slots=True)
class Row:
    """A group of statements with its name and its columns."""

    name: str
    group: Sequence[Statement]
    columns: Columns
    top: float  # the highest amount on its axis

    @property
    def heading(self) -> str:
        """Return its name with the number of its statements."""
        return f"{capital(self.name)}: {count(len(self.group), 'statement')}"


def rows(groups: Mapping[str, Sequence[Statement]], columns: Columns, *, one_scale: bool) -> list[Row]:
    """Return a row for each group, all on one scale or each on its own."""
    tops = {name: top_of(group) for name, group in groups.items()}
    return [
        Row(name, group, columns, max(tops.values()) if one_scale else tops[name]) for name, group in groups.items()
    ]


def drawing(panels: Sequence[Row], notes: Sequence[str]) -> tuple[Board, list[Axes]]:
    """Return a figure with an empty panel for each row, and these; columns are named below the last row of them.

    Each heading is followed by its note.
    """
    height = HEIGHTS.get(len(panels), LEAST_HEIGHT)
    named = [*(row.columns is not after.columns for row, after in pairwise(panels)), True]
    board = Board(Figure(figsize=(WIDTH, height * len(named) + sum(named) * FOOT), dpi=DPI))
    left_below, found = float(board.figure.get_size_inches()[1]), []
    for row, last, note in zip(panels, named, notes, strict=True):
        above = float(board.figure.get_size_inches()[1]) - left_below
        left_below -= height + FOOT * last
        axes = panel(board.figure, left=0.4, bottom=left_below + BELOW + FOOT * last, right=0.06, top=above + ABOVE)
        amounts_axis(axes, row.top * HEADROOM)
        mark_columns(axes, row.columns, named=last)
        board.keep_free([headline(axes, joined((row.heading, note), "; "))])
        found.append(axes)
    return board, found


def headline(axes: Axes, words: str) -> Bbox:
    """Write the heading of a panel over its left end, cut where the panel ends, and return its box."""
    style: dict[str, Any] = {"xycoords": "axes fraction", "textcoords": "offset points", "fontsize": SMALL}
    words = cut(words, BOLD * width_of(axes))
    text = axes.annotate(words, (0, 1), (0, 14), weight=700, color=PALETTE["ink"], **style)
    return text.get_window_extent(renderer(figure_of(axes)))


def telling_labels(axes: Axes, group: Sequence[Statement], places: Mapping[str, tuple[float, float]]) -> list[Label]:
    """Return labels for the newest, the highest and the lowest statement of a panel."""
    return [Label(*places[one.figure_id], one.texts, Bbox(axes.bbox.get_points())) for one in most_telling(group, 0)]
