"""Counted bands: in each column of time, bars that count the statements by amount, between the lowest and the highest.

No middle value is drawn, since statements that do not count the same have none.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection
from matplotlib.ticker import MaxNLocator
from matplotlib.transforms import Bbox

from analysis.charts.amounts.columns import Columns
from analysis.charts.amounts.marks import DOWNWARD, INK, MUTED, PAPER, UPWARD, around
from analysis.charts.amounts.panels import Row
from analysis.charts.amounts.statements import Statement, most_telling
from analysis.charts.amounts.strip import bound
from analysis.charts.board import Board
from analysis.charts.look import PALETTE, SMALL
from analysis.charts.place import figure_of, renderer

BANDS = 16  # at most, between 0 and the highest amount: enough to see two heaps of statements as two
SPINE, BARS, END, BOUNDS = 0.1, 0.16, 0.76, 0.86  # of a column's width: its line, where bars begin and end, its bounds
DOT = 3.6  # points across

By = Mapping[int, Sequence[Statement]]
Counts = dict[tuple[int, int, bool], int]  # by column, band and whether the year is inferred


def band_height(top: float) -> float:
    """Return how much of an amount one band covers.

    >>> band_height(60), band_height(9)
    (5.0, 1.0)
    """
    ticks = MaxNLocator(BANDS, steps=[1, 2, 2.5, 5, 10]).tick_values(0, top)
    return float(ticks[1] - ticks[0])


def band_counts(group: Sequence[Statement], shown: Columns, height: float) -> Counts:
    """Return how many statements of an amount, no bounds, each band of each column holds."""
    return Counter(
        (shown.homes[one.figure_id], int(one.value // height), one.inferred)
        for one in group
        if not bound(one) and one.figure_id in shown.homes
    )


def draw_bands(board: Board, axes: Axes, row: Row, height: float, most: int) -> dict[str, tuple[float, float]]:
    """Draw a row as bars whose longest, of `most` statements, fills its column; return the places of single marks.

    Single marks are the lowest and the highest of a column and the newest of all.
    """
    group, shown = row.group, row.columns
    bars = [*filled(group, shown, height, most)]
    axes.add_collection(PolyCollection(bars, facecolors=INK, edgecolors="none"))
    hollow = [*filled(group, shown, height, most, inferred=True)]
    axes.add_collection(PolyCollection(hollow, facecolors=PAPER, edgecolors=INK, linewidths=0.7))
    places: dict[str, tuple[float, float]] = {}
    for column, there in by_column(group, shown).items():
        numbered(board, axes, column, len(there))
        levels = sorted((one for one in there if not bound(one)), key=lambda one: one.value)
        if levels:
            x = column + SPINE
            axes.plot([x, x], [levels[0].value, levels[-1].value], color=INK, linewidth=0.9)
            places |= {one.figure_id: (x, one.value) for one in (levels[0], levels[-1])}
    places |= {one.figure_id: place(one, shown) for one in most_telling(group, 0)}
    by_id = {one.figure_id: one for one in group}
    for figure_id, (x, y) in places.items():
        if not bound(by_id[figure_id]):
            axes.plot([x], [y], "o", color=INK, markersize=DOT, clip_on=False)
        board.mark(around(axes, x, y), by_id[figure_id].href, by_id[figure_id].sentence)
    carets(axes, group, shown)
    board.keep_free(around(axes, *place(one, shown), DOT) for one in group if bound(one))
    board.keep_free(Bbox(axes.transData.transform([bar[0], bar[2]])) for bar in [*bars, *hollow])
    return places


def place(one: Statement, shown: Columns) -> tuple[float, float]:
    """Return where a statement is in its column: a bound at the right, else on the line at the left."""
    return shown.homes[one.figure_id] + (BOUNDS if bound(one) else SPINE), one.value


def by_column(group: Sequence[Statement], shown: Columns) -> By:
    """Return the statements of each column."""
    found: dict[int, list[Statement]] = {}
    for one in group:
        found.setdefault(shown.homes[one.figure_id], []).append(one)
    return found


def filled(
    group: Sequence[Statement], shown: Columns, height: float, most: int, *, inferred: bool = False
) -> Iterator[list[tuple[float, float]]]:
    """Yield the corners of each bar; those of inferred years begin where those of stated years end."""
    counts = band_counts(group, shown, height)
    unit = (END - BARS) / most
    for (column, band, kind), number in counts.items():
        if kind == inferred:
            start = column + BARS + (unit * counts.get((column, band, False), 0) if inferred else 0)
            bottom, top = (band + 0.06) * height, (band + 0.94) * height
            end = start + unit * number
            yield [(start, bottom), (end, bottom), (end, top), (start, top)]


def longest(row: Row, height: float) -> int:
    """Return the number of statements in the fullest band of a row; 1 where there is none."""
    in_band: Counter[tuple[int, int]] = Counter()
    for (column, band, _), number in band_counts(row.group, row.columns, height).items():
        in_band[column, band] += number
    return max(in_band.values(), default=1)


def numbered(board: Board, axes: Axes, column: int, number: int) -> None:
    """Write over a column how many statements it holds."""
    text = axes.annotate(
        f"{number:,}",
        (column + 0.5, 1),
        (0, 2),
        xycoords=axes.get_xaxis_transform(),
        textcoords="offset points",
        fontsize=SMALL,
        color=PALETTE["muted"],
        ha="center",
    )
    board.keep_free([text.get_window_extent(renderer(figure_of(axes)))])


def carets(axes: Axes, group: Sequence[Statement], shown: Columns) -> None:
    """Draw the bounds, which no bar counts: a caret upward for more, downward for less."""
    for qualifiers, marker in ((UPWARD, "^"), (DOWNWARD, "v")):
        places = [place(one, shown) for one in group if one.qualifier in qualifiers]
        if places:
            xs, ys = zip(*places, strict=True)
            axes.plot(xs, ys, marker, color="none", markeredgecolor=MUTED, markersize=DOT, markeredgewidth=0.7)
