"""The frame of a matrix of rows by articles: names at the left, dates above, remarks at the right, cells for others."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.transforms import Bbox

from analysis.charts.board import Board
from analysis.charts.fit import cut, two_lines
from analysis.charts.look import DPI, PALETTE, SMALL, TEXT, WIDTH
from analysis.charts.place import measured
from analysis.wording.words import by_date, count, few, joined, month

ROOMY = 0.5  # inches: from this width on a column has its date, words and name above it
READABLE = 0.17  # inches: narrower columns are named by year only
MOST = 60  # columns: of more articles only the newest are drawn
FEW, ROWS = 12, 15  # of more than so many articles, only so many rows are drawn
NAMES = 2.15  # inches at most for the names of rows
GUTTER = 0.1  # inches


@dataclass(frozen=True, slots=True)
class Matrix:
    """A frame to draw cells in. All lengths are inches from the left and the top of the figure."""

    board: Board
    axes: Axes
    left: float
    top: float
    column: float
    row: float

    def middle(self, row: int, column: int) -> tuple[float, float]:
        """Return the middle of a cell."""
        return self.left + (column + 0.5) * self.column, self.top + (row + 0.5) * self.row

    def box(self, row: int, column: int) -> Bbox:
        """Return the pixels of a cell."""
        x, y = self.left + column * self.column, self.top + row * self.row
        return Bbox(self.axes.transData.transform([(x, y + self.row), (x + self.column, y)]))


def newest(articles: pd.DataFrame) -> tuple[pd.DataFrame, list[str]]:
    """Return the articles that a matrix has room for, in order of date, and a phrase for the rest."""
    newest_last = articles.sort_values(["said_on", "article_id"])  # those without a date come first
    rest = len(articles) - MOST
    return by_date(newest_last.tail(MOST)), [
        f"{count(rest, 'article')} other than the {MOST} newest"
    ] if rest > 0 else []


def matrix(
    names: Sequence[str],
    articles: pd.DataFrame,
    remarks: Sequence[str],
    *,
    row: float,
    remark: float,
    foot: float = 0.05,
) -> Matrix:
    """Return the frame: `names` of the rows, the articles as columns, `remarks` at the right on `remark` inches."""
    frame = grid(names, len(articles), row=row, remark=remark, foot=foot, heading=heading_height)
    draw_remarks(frame, remarks, frame.left + len(articles) * frame.column + GUTTER)
    draw_headings(frame, articles)
    return frame


def grid(
    names: Sequence[str], columns: int, *, row: float, remark: float, foot: float, heading: Callable[[float], float]
) -> Matrix:
    """Return a frame with its rows named; `heading` gives the height of the headings for the width of a column."""
    texts = [two_lines(name, NAMES) for name in names]
    left = min(max(measured(text, TEXT)[0] for text in texts), NAMES) + GUTTER
    column = (WIDTH - left - remark - GUTTER) / columns
    top = heading(column)
    height = top + row * len(names) + foot
    board = Board(Figure(figsize=(WIDTH, height), dpi=DPI))
    axes = board.figure.add_axes((0, 0, 1, 1), xlim=(0, WIDTH), ylim=(height, 0))
    axes.set_axis_off()
    frame = Matrix(board, axes, left, top, column, row)
    draw_rows(frame, texts)
    return frame


def draw_rows(frame: Matrix, names: Sequence[str]) -> None:
    """Write the name of each row, with a thin line above it."""
    for number, name in enumerate(names):
        y = frame.top + number * frame.row
        frame.axes.plot([0, WIDTH], [y, y], color=PALETTE["grid"], linewidth=0.6, zorder=0)
        frame.axes.text(0, y + frame.row / 2, name, fontsize=TEXT, va="center", linespacing=1.05)


def draw_remarks(frame: Matrix, remarks: Sequence[str], x: float, *, heading: str = "") -> None:
    """Write a remark beside each row, and what they are above them."""
    style: dict[str, Any] = {"fontsize": SMALL, "color": PALETTE["muted"], "linespacing": 1.05}
    for number, remark in enumerate(remarks):
        frame.axes.text(x, frame.top + (number + 0.5) * frame.row, remark, va="center", **style)
    if heading:
        frame.axes.text(x, frame.top - 0.05, heading, va="bottom", **style)


def heading_height(column: float) -> float:
    """Return the inches that the headings of columns of this width take."""
    return 0.55 if column >= ROOMY else 1.1 if column >= READABLE else 0.22


def draw_headings(frame: Matrix, articles: pd.DataFrame) -> None:
    """Write date, reference and words over each column; upright over a narrow one, the year alone over a narrower."""
    if frame.column < READABLE:
        draw_years(frame, [month(date)[-4:] or "no date" for date in articles["said_on"]])
        return
    for number, article in enumerate(articles.to_dict("records")):
        x = frame.left + (number + 0.5) * frame.column
        date, words = (
            month(article["said_on"]) or "no date",
            f"{article['words']:,} words" if pd.notna(article["words"]) else "",
        )
        if frame.column >= ROOMY:
            lines = joined((date, cut(article["reference"], frame.column), words), "\n")
            frame.axes.text(x, frame.top - 0.05, lines, ha="center", va="bottom", fontsize=SMALL, linespacing=1.1)
        else:
            line = cut(joined((date, article["reference"]), " · "), frame.top - 0.1)
            frame.axes.text(x, frame.top - 0.05, line, ha="center", va="bottom", fontsize=SMALL, rotation=90)


def draw_years(frame: Matrix, years: Sequence[str]) -> None:
    """Write each year over its first column; "no date" is written first: without it those articles seem the newest."""
    for year in sorted(dict.fromkeys(years), key=lambda year: year != "no date"):
        draw_year(frame, frame.left + years.index(year) * frame.column, year)


def draw_year(frame: Matrix, x: float, words: str) -> None:
    """Write a year over its first column, with a line down; left out where the one before takes its room."""
    frame.axes.plot([x, x], [frame.top - 0.06, frame.top], color=PALETTE["muted"], linewidth=0.6)
    text = frame.axes.text(x, frame.top - 0.13, words, fontsize=SMALL, color=PALETTE["muted"], va="center")
    box = text.get_window_extent()
    if any(box.overlaps(other) for other in frame.board.taken):
        text.remove()
    else:
        frame.board.keep_free([box])


def ranked(mentions: pd.DataFrame) -> pd.DataFrame:
    """Return the concepts mentioned, with label and number of articles: those of most articles first, then by name."""
    rows = mentions.groupby("concept", as_index=False).agg(label=("label", "first"), articles=("article_id", "nunique"))
    rows["label"] = rows["label"].where(rows["label"] != "", rows["concept"].str.replace("_", " "))
    return rows.sort_values(["articles", "label"], ascending=[False, True], ignore_index=True)


def with_room(rows: pd.DataFrame, columns: int) -> tuple[pd.DataFrame, list[str]]:
    """Return the rows that are drawn, all where there are few articles, and a phrase for the rest."""
    if columns <= FEW or len(rows) <= ROWS:
        return rows, []
    return rows.head(ROWS), [f"what fewer articles speak of ({few(list(rows['label'][ROWS:]), 8)})"]
