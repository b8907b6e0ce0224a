"""The drawing of the line of time for many articles: bars of articles upward, of figures downward."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator
from matplotlib.transforms import Bbox

from analysis.charts.axis import Years, mark_years, panel
from analysis.charts.board import Board
from analysis.charts.look import DPI, PALETTE, SMALL, WIDTH
from analysis.charts.over_time import PER_YEAR, Stretch
from analysis.charts.place import measured
from analysis.wording.words import count

UPPER, BETWEEN, LOWER = 1.5, 0.3, 0.95  # inches: bars of articles, names of years, bars of figures
LEFT, RIGHT, TOP, FOOT = 0.5, 0.1, 0.3, 0.3  # inches
SILENCE = 1  # years without an article that are marked as such
QUIET = "no article"


def drawing(
    years: Years,
    times: Sequence[Stretch],
    stated: Sequence[int],
    about: pd.DataFrame,
    first: Mapping[int, Mapping[Any, Any]],
) -> Board:
    """Return the bars drawn: articles upward, figures downward, the names of the years between.

    The bar of a year of articles opens the `first` figure said in it.
    """
    depth = BETWEEN + LOWER if len(about) else 0.0
    board = Board(Figure(figsize=(WIDTH, TOP + UPPER + depth + FOOT), dpi=DPI))
    upper = panel(board.figure, left=LEFT, bottom=depth + FOOT, right=RIGHT, top=TOP)
    mark_years(upper, years)
    draw_articles(upper, times, stated, years)
    if times[0].step == "year":  # the bars of quarters and months are many, and what is said first in one is chance
        draw_openings(board, upper, times, first)
    if len(about):
        lower = panel(board.figure, left=LEFT, bottom=FOOT, right=RIGHT, top=TOP + UPPER + BETWEEN)
        draw_figures(board, lower, about, years)
    return board


def draw_openings(board: Board, axes: Axes, times: Sequence[Stretch], first: Mapping[int, Mapping[Any, Any]]) -> None:
    """Note for each bar of articles what it opens: the first figure said in its stretch, if there is one."""
    for one in times:
        if row := first.get(one.number):
            ends = [(one.start, 0), (one.start + 1 / PER_YEAR[one.step], one.articles)]
            words = f"{one.name}: {count(one.articles, 'article')}; the first figure: {row['sentence']}"
            board.mark(Bbox(axes.transData.transform(ends)), f"#e-{row['figure_id']}", words)


def draw_articles(axes: Axes, times: Sequence[Stretch], stated: Sequence[int], years: Years) -> None:
    """Draw a bar for each stretch: filled for dates that the texts give, hollow above for those supplied."""
    width = 1 / PER_YEAR[times[0].step]
    inches = axes.bbox.width / DPI * width / (years.last - years.first)
    bars: dict[str, Any] = {"width": width * 0.82, "edgecolor": PALETTE["accent"], "linewidth": min(0.6, inches * 5)}
    xs, numbers = [one.start + width / 2 for one in times], [one.articles for one in times]
    supplied = [number - given for number, given in zip(numbers, stated, strict=True)]
    axes.bar(xs, stated, color=PALETTE["accent"], **bars)
    axes.bar(xs, supplied, bottom=stated, color=PALETTE["paper"], **bars)
    amounts(axes, max(numbers), "articles")
    if max(measured(f"{number:,}")[0] for number in numbers) < inches - 0.02:
        axes.set_yticks([])
        for x, number in zip(xs, numbers, strict=True):
            write(axes, x, number, f"{number:,}" if number else "", 2)
    for first, last in silences(times):
        draw_silence(axes, first.start, last.start + width)


def amounts(axes: Axes, top: int, words: str) -> None:
    """Set the vertical axis from 0 to a little above `top`, in whole numbers, and say what they count."""
    axes.set_ylim(0, top * 1.15)
    ticks = [tick for tick in MaxNLocator(4, integer=True, steps=[1, 2, 5, 10]).tick_values(0, top) if 0 <= tick <= top]
    axes.set_yticks(ticks, [f"{tick:,.0f}" for tick in ticks])
    style: dict[str, Any] = {"fontsize": SMALL, "color": PALETTE["muted"], "va": "bottom"}
    axes.annotate(words, (0, 1), (-LEFT * 72, 4), "axes fraction", "offset points", **style)


def write(axes: Axes, x: float, y: float, words: str, points: float) -> None:
    """Write the number of a bar at its end."""
    side = "bottom" if points > 0 else "top"
    axes.annotate(words, (x, y), (0, points), textcoords="offset points", fontsize=SMALL, ha="center", va=side)


def silences(times: Sequence[Stretch]) -> Iterator[tuple[Stretch, Stretch]]:
    """Yield first and last stretch of each time without an article, of SILENCE years or more."""
    for silent, run in groupby(times, key=lambda one: one.articles == 0):
        found = list(run)
        if silent and len(found) >= SILENCE * PER_YEAR[found[0].step]:
            yield found[0], found[-1]


def draw_silence(axes: Axes, start: float, end: float) -> None:
    """Shade a time without an article, and say so where there is room."""
    axes.axvspan(start, end, color=PALETTE["wash"], linewidth=0, zorder=0)
    (left, _), (right, _) = axes.transData.transform([(start, 0), (end, 0)])
    width, height = (length * DPI for length in measured(QUIET))
    if right - left > height:
        style: dict[str, Any] = {"rotation": 0 if right - left > width else 90, "ha": "center", "va": "center"}
        style |= {"fontsize": SMALL, "color": PALETTE["muted"]}
        axes.text((start + end) / 2, sum(axes.get_ylim()) / 2, QUIET, **style)


def draw_figures(board: Board, axes: Axes, about: pd.DataFrame, years: Years) -> None:
    """Draw a bar downward for each year that figures are about, hollow for those inferred; it opens the first."""
    axes.set_xlim(years.first, years.last)
    axes.set_xticks([])
    axes.spines["bottom"].set_visible(False)
    amounts(axes, int(about["figures"].max()), "")
    axes.invert_yaxis()
    axes.axhline(0, color=PALETTE["grid"], linewidth=0.8)
    style: dict[str, Any] = {"fontsize": SMALL, "color": PALETTE["muted"], "va": "bottom"}
    axes.annotate("figures about the year", (0, 0), (-LEFT * 72, -14), "axes fraction", "offset points", **style)
    inches = axes.bbox.width / DPI / (years.last - years.first)
    legible = measured(f"{about['figures'].max():,}")[0] < inches - 0.02
    if legible:
        axes.set_yticks([])
    for year, row in about.iterrows():
        x, number = float(str(year)) + 0.5, int(row["figures"])
        bars: dict[str, Any] = {"width": 0.82, "edgecolor": PALETTE["cool"], "linewidth": 0.6}
        stated = number - int(row["inferred"])
        axes.bar([x], [stated], color=PALETTE["cool"], **bars)
        axes.bar([x], [number - stated], bottom=[stated], color=PALETTE["paper"], **bars)
        write(axes, x, number, f"{number:,}" if legible else "", -2)
        box = Bbox(axes.transData.transform([(x - 0.41, number), (x + 0.41, 0)]))
        words = f"{year}: {count(number, 'figure')}; the first: {row['sentence']}"
        board.mark(box, f"#e-{row['figure_id']}", words)
