"""The frame of a matrix of rows by stretches of time: each with its number of articles above it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from analysis.charts.look import PALETTE, SMALL, TEXT, WIDTH
from analysis.charts.matrix import GUTTER, NAMES, Matrix, draw_remarks, grid
from analysis.charts.over_time import Stretch, numbered
from analysis.charts.place import measured
from analysis.charts.shares import part
from analysis.wording.sizes import MASSES
from analysis.wording.words import count

LINE = 0.15  # inches from one line of a heading to the next
REMARK = 0.52  # inches: the three lines of "per 1,000 words"
SHARE = 0.75  # inches for the share of all articles
NUMBERS = "articles"


@dataclass(frozen=True, slots=True)
class Cell:
    """How many articles of a stretch speak of a concept (in one stance, if told apart), and the first sentence."""

    row: int
    column: int
    stance: str
    articles: int
    href: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Spread:
    """What is drawn: the concepts, the stretches, and how many articles speak of the one in the other."""

    rows: pd.DataFrame  # concept, label, articles
    times: list[Stretch]
    cells: list[Cell]
    told: pd.DataFrame  # all articles, those without a date too

    def share(self, cell: Cell) -> float:
        """Return the share of the articles of a stretch."""
        return cell.articles / self.times[cell.column].articles

    def words(self, cell: Cell) -> str:
        """Return what a cell shows, and its first sentence."""
        stretch = self.times[cell.column]
        return f"{cell.articles:,} of {count(stretch.articles, 'article')}, {stretch.name}; the first: {cell.sentence}"


def spread(
    mentions: pd.DataFrame, told: pd.DataFrame, rows: pd.DataFrame, times: list[Stretch], *, by_stance: bool = False
) -> Spread:
    """Return how many articles of each stretch speak of each concept, its stances together or apart."""
    places = {concept: place for place, concept in enumerate(rows["concept"])}
    dated = told.loc[told["said_on"] != "", ["article_id", "reference", "said_on"]]
    found = mentions[mentions["concept"].isin(set(places))].merge(dated, on="article_id")
    found["column"] = numbered(found["said_on"], times[0].step) - times[0].number
    found = found[found["column"] >= 0].sort_values(["said_on", "article_id", "sentence_start"])
    found["stance"] = found["stance"] if by_stance else ""
    groups = found.groupby(["concept", "column", "stance"], as_index=False).agg(
        articles=("article_id", "nunique"),
        reference=("reference", "first"),
        start=("sentence_start", "first"),
        sentence=("sentence", "first"),
    )
    return Spread(rows, times, [cell(row, places) for row in groups.to_dict("records")], told)


def cell(row: Mapping[Any, Any], places: Mapping[str, int]) -> Cell:
    """Return the articles of one concept, stretch and stance as a cell."""
    href = f"#s-{row['reference']}-{row['start']}"
    return Cell(places[row["concept"]], row["column"], row["stance"], row["articles"], href, row["sentence"])


def time_matrix(found: Spread, remarks: Sequence[str] = (), remark: float = 0.0, *, row: float, foot: float) -> Matrix:
    """Return the frame: concepts as rows, stretches as columns, at the right the share of all articles, and remarks.

    The first of `remarks` is their heading.
    """
    names, times = list(found.rows["label"]), found.times
    lines = remarks[0].count("\n") + 1 if remarks else 1
    frame = grid(
        names,
        len(times),
        row=row,
        remark=SHARE + remark,
        foot=foot,
        heading=lambda column: max(heading_height(times, column), 0.1 + lines * 0.13),
    )
    right = frame.left + len(times) * frame.column + GUTTER
    shares = [part(one, len(found.told)) for one in found.rows["articles"]]
    draw_remarks(frame, shares, right, heading=f"of {len(found.told):,}")
    if remarks:
        draw_remarks(frame, remarks[1:], right + SHARE, heading=remarks[0])
    draw_times(frame, times)
    return frame


def steps(articles: int) -> tuple[str, ...]:
    """Return the stretches that the columns may be, the shortest first: the first that has room is drawn."""
    return ("month", "quarter", "year") if articles >= MASSES else ("quarter", "year")


def room(names: Sequence[str], column: float, remark: float = 0.0) -> int:
    """Return how many columns of so many inches stand beside these names."""
    left = min(max(measured(name, TEXT)[0] for name in names), NAMES) + GUTTER
    return int((WIDTH - left - SHARE - remark - GUTTER) / column)


def upright(times: Sequence[Stretch], column: float) -> bool:
    """Return whether the numbers of articles are wider than a column, and so written upwards."""
    return max(measured(f"{one.articles:,}")[0] for one in times) > column - 0.03


def readable(times: Sequence[Stretch], column: float) -> bool:
    """Return whether a column has room for its number of articles at all."""
    return column >= LINE


def heading_height(times: Sequence[Stretch], column: float) -> float:
    """Return the inches that years, parts of years and numbers of articles take above columns of this width."""
    if not readable(times, column):
        return REMARK
    numbers = max(measured(f"{one.articles:,}")[0] for one in times) if upright(times, column) else LINE
    return max(0.1 + LINE * (1 if times[0].step == "year" else 2) + numbers, REMARK)


def draw_times(frame: Matrix, times: Sequence[Stretch]) -> None:
    """Write the years over their columns and, where there is room, the part of the year and the number of articles."""
    year = times[0].step == "year"
    last = None
    for place, one in enumerate(times):
        left = frame.left + place * frame.column
        if year and readable(times, frame.column):
            words = next((text for text in (one.name, f"’{one.name[2:]}") if fits(text, frame.column)), "")
            write(frame, left + frame.column / 2, LINE / 2, words)
        elif one.year != last:
            draw_year(frame, left, str(one.year))
        last = one.year
        if readable(times, frame.column):
            write(frame, left + frame.column / 2, 1.5 * LINE, short(one, frame.column))
    if readable(times, frame.column):
        draw_numbers(frame, times)


def fits(text: str, column: float) -> bool:
    """Return whether a text stands in a column with some air."""
    return measured(text)[0] <= column - 0.02


def short(one: Stretch, column: float) -> str:
    """Return the part of the year as a column has room for it: "Q3" or "3", "Mar" or "M"."""
    initial = one.part[-1:] if one.step == "quarter" else one.part[:1]
    return one.part if fits(one.part, column) else initial


def write(frame: Matrix, x: float, y: float, words: str) -> None:
    """Write a word of the headings."""
    frame.axes.text(x, y, words, fontsize=SMALL, color=PALETTE["muted"], ha="center", va="center")


def draw_year(frame: Matrix, x: float, words: str) -> None:
    """Write a year from the left edge of its first column on, where the year before leaves room."""
    text = frame.axes.text(x + 0.03, LINE / 2, words, fontsize=SMALL, color=PALETTE["muted"], va="center")
    box = text.get_window_extent()
    if any(box.overlaps(other) for other in frame.board.taken):
        text.remove()
        return
    frame.board.keep_free([box])
    frame.axes.plot([x, x], [0.02, frame.top - 0.03], color=PALETTE["grid"], linewidth=0.6, zorder=0)


def draw_numbers(frame: Matrix, times: Sequence[Stretch]) -> None:
    """Write the number of articles of each stretch over its column, and what it is at the left."""
    style: dict[str, Any] = {"fontsize": SMALL, "va": "bottom"}
    frame.axes.text(0, frame.top - 0.05, NUMBERS, color=PALETTE["muted"], **style)
    rotation = 90 if upright(times, frame.column) else 0
    for place, one in enumerate(times):
        x = frame.left + (place + 0.5) * frame.column
        frame.axes.text(x, frame.top - 0.05, f"{one.articles:,}", ha="center", rotation=rotation, **style)


def left_over(told: pd.DataFrame, times: Sequence[Stretch]) -> list[str]:
    """Return phrases for the articles that no column holds."""
    undated = int((told["said_on"] == "").sum())
    earlier = len(told) - undated - sum(one.articles for one in times)
    return [
        *([f"{count(undated, 'article')} without a date"] if undated else []),
        *([f"{count(earlier, 'article')} before {times[0].name}"] if earlier else []),
    ]
