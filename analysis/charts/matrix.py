"""The frame of a matrix of rows by articles: names at the left, dates above, remarks at the right. Cells are drawn by its users."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.transforms import Bbox

from analysis.charts.board import Board
from analysis.charts.look import DPI, PALETTE, SMALL, TEXT, WIDTH
from analysis.charts.place import measured
from analysis.charts.words import by_date, joined, month

ROOMY = 0.5  # inches: from this width on a column has its date, words and name above it
READABLE = 0.17  # inches: narrower columns are named by year only
MOST = 60  # columns: of more articles only the newest are drawn
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
    ordered = by_date(articles)
    rest = len(ordered) - MOST
    if rest <= 0:
        return ordered, []
    return by_date(ordered[ordered["said_on"] != ""].tail(MOST)), [f"articles other than the {MOST} newest"]


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
    texts = [wrapped(name, NAMES) for name in names]
    left = min(max(measured(text, TEXT)[0] for text in texts), NAMES) + GUTTER
    column = (WIDTH - left - remark - GUTTER) / len(articles)
    top = heading_height(column)
    height = top + row * len(names) + foot
    board = Board(Figure(figsize=(WIDTH, height), dpi=DPI))
    axes = board.figure.add_axes((0, 0, 1, 1), xlim=(0, WIDTH), ylim=(height, 0))
    axes.set_axis_off()
    frame = Matrix(board, axes, left, top, column, row)
    draw_rows(frame, texts, remarks, len(articles))
    draw_headings(frame, articles)
    return frame


def draw_rows(frame: Matrix, names: Sequence[str], remarks: Sequence[str], columns: int) -> None:
    """Write name and remark of each row, with a thin line above it."""
    right = frame.left + columns * frame.column
    for number, (name, remark) in enumerate(zip(names, remarks, strict=True)):
        y = frame.top + number * frame.row
        frame.axes.plot([0, WIDTH], [y, y], color=PALETTE["grid"], linewidth=0.6, zorder=0)
        middle = y + frame.row / 2
        frame.axes.text(0, middle, name, fontsize=TEXT, va="center", linespacing=1.05)
        frame.axes.text(
            right + GUTTER, middle, remark, fontsize=SMALL, va="center", color=PALETTE["muted"], linespacing=1.05
        )


def heading_height(column: float) -> float:
    """Return the inches that the headings of columns of this width take."""
    return 0.55 if column >= ROOMY else 1.1 if column >= READABLE else 0.22


def draw_headings(frame: Matrix, articles: pd.DataFrame) -> None:
    """Write date, reference and number of words over each column; in narrow ones upright, in narrower ones the year only."""
    last_year = ""
    for number, article in enumerate(articles.to_dict("records")):
        x = frame.left + (number + 0.5) * frame.column
        date, words = (
            month(article["said_on"]) or "no date",
            f"{article['words']:,} words" if pd.notna(article["words"]) else "",
        )
        if frame.column >= ROOMY:
            lines = joined((date, fitting(article["reference"], frame.column), words), "\n")
            frame.axes.text(x, frame.top - 0.05, lines, ha="center", va="bottom", fontsize=SMALL, linespacing=1.1)
        elif frame.column >= READABLE:
            line = fitting(joined((date, article["reference"]), " · "), frame.top - 0.1)
            frame.axes.text(x, frame.top - 0.05, line, ha="center", va="bottom", fontsize=SMALL, rotation=90)
        elif date[-4:] != last_year:
            last_year = date[-4:]
            draw_year(frame, x - frame.column / 2, "no date" if date == "no date" else last_year)


def draw_year(frame: Matrix, x: float, words: str) -> None:
    """Write a year over its first column, with a line down; left out where the one before takes its room."""
    frame.axes.plot([x, x], [frame.top - 0.18, frame.top], color=PALETTE["muted"], linewidth=0.6)
    text = frame.axes.text(x + 0.03, frame.top - 0.08, words, fontsize=SMALL, color=PALETTE["muted"], va="center")
    box = text.get_window_extent()
    if any(box.overlaps(other) for other in frame.board.taken):
        text.remove()
    else:
        frame.board.keep_free([box])


def fitting(words: str, inches: float) -> str:
    """Return the words, cut with an ellipsis where they are wider than so many inches.

    >>> fitting("a very long reference indeed", 0.6)
    'a very lo…'
    """
    cut = words
    while cut and measured(cut if cut == words else cut + "…")[0] > inches:
        cut = cut[:-1].rstrip()
    return words if cut == words else f"{cut}…"


def wrapped(words: str, inches: float, size: float = TEXT, lines: int = 2) -> str:
    """Return the words on as many lines as they need, the last cut where there are more than `lines`."""
    found = [""]
    for word in words.split():
        longer = f"{found[-1]} {word}".strip()
        if found[-1] and measured(longer, size)[0] > inches:
            found.append(word)
        else:
            found[-1] = longer
    if len(found) > lines:
        found[lines - 1 :] = [fitting(" ".join(found[lines - 1 :]), inches * SMALL / size)]
    return "\n".join(found)
