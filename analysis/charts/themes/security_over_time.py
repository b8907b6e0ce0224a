"""How many articles of each year, quarter or month raise which security themes, and in which stance."""

import math
from collections.abc import Sequence
from typing import Any

import pandas as pd

from analysis.charts.chart import Chart, not_drawn
from analysis.charts.look import PALETTE, SMALL, look
from analysis.charts.matrix import Matrix, with_room
from analysis.charts.over_time import fitting
from analysis.charts.place import POINT, measured
from analysis.charts.shares import percent, share
from analysis.charts.themes.security_plot import GLYPHS, KEY
from analysis.charts.themes.time_matrix import Cell, Spread, left_over, room, spread, steps, time_matrix
from analysis.wording.words import count, joined, listed, occasions

ROW = 0.43  # inches
COLUMN = 0.25  # inches at least: two shapes side by side
INCIDENTS = 0.55  # inches for the number of articles that report an incident
# Where each stance stands in a cell: how far to the right and down, in steps of PITCH
SLOTS = {"event": (-0.5, -1), "alleged": (0.5, -1), "threat": (-0.5, 0), "response": (0.5, 0), "named": (-0.5, 1)}
PITCH = 0.122  # inches from one place to the next
LARGEST = 0.083  # inches: the side of a square with the area of the largest share
SMALLEST = 1.8  # points: the same of the smallest, else it could not be told from another
# How much larger than its area Matplotlib's measure of a shape is: the square that a disc or a triangle stands in
BOX = {"o": 4 / math.pi, "s": 1.0, "^": 2.0, "d": 1 / 0.6}


def security_over_time(mentions: pd.DataFrame, told: pd.DataFrame, rows: pd.DataFrame, title: str) -> Chart:
    """Return a matrix of security themes by stretches of time, a shape for each stance, its area a share of articles.

    At the right: how many of all articles raise a theme, and how many report an incident.
    """
    shown, without_room = with_room(rows, len(told))
    dates = told.loc[told["said_on"] != "", "said_on"]
    times = fitting(dates, steps(len(told)), room(list(shown["label"]), COLUMN, INCIDENTS))
    found = spread(mentions, told, shown, times, by_stance=True)
    with look():
        frame = time_matrix(found, incidents(mentions, found), INCIDENTS, row=ROW, foot=0.35)
        draw_shapes(frame, found)
        draw_names(frame, [stance for stance in GLYPHS if (mentions["stance"] == stance).any()])
    speakers = mentions.loc[mentions["speaker"] != "", "speaker"].nunique()
    return Chart(
        "security",
        title=title,
        subtitle=joined(
            (
                f"Share of the articles of each {times[0].step} by stance; {count(len(told), 'article')}",
                occasions(told),
                count(speakers, "speaker") if speakers else "",
            )
        ),
        caption=joined((caption(mentions, found), not_drawn([*left_over(told, times), *without_room])), " "),
        alt=alternative(mentions, found),
        figure=frame.board.figure,
        links=tuple(frame.board.links),
    )


def reporting(mentions: pd.DataFrame, concept: str) -> int:
    """Return the number of articles that report an incident of one theme."""
    of_theme = mentions[(mentions["concept"] == concept) & (mentions["stance"] == "event")]
    return int(of_theme["article_id"].nunique())


def incidents(mentions: pd.DataFrame, found: Spread) -> list[str]:
    """Return a heading and, for each theme, the number of articles that report an incident."""
    return ["report an\nincident", *(f"{reporting(mentions, concept):,}" for concept in found.rows["concept"])]


def draw_shapes(frame: Matrix, found: Spread) -> None:
    """Draw the shape of each stance at its own place in the cells, and a link over each cell."""
    for stance, (right, down) in SLOTS.items():
        cells = [cell for cell in found.cells if cell.stance == stance]
        middles = [frame.middle(cell.row, cell.column) for cell in cells]
        places = [(x + right * PITCH, y + down * PITCH) for x, y in middles]
        draw_shape(frame, stance, places, areas(found, cells))
    for (row, column), cells in by_place(found).items():
        links = [f"{KEY[cell.stance]}: {cell.articles:,}" for cell in cells]
        stretch = found.times[column]
        words = f"{count(stretch.articles, 'article')}, {stretch.name}; {listed(links)}; the first: {cells[0].sentence}"
        frame.board.mark(frame.box(row, column), cells[0].href, words)


def draw_shape(frame: Matrix, stance: str, places: Sequence[tuple[float, float]], areas: Sequence[float]) -> None:
    """Draw the shape of a stance at each place, of so many square points."""
    _, inside, edge = GLYPHS[stance]
    style: dict[str, Any] = {"facecolors": PALETTE[inside], "edgecolors": PALETTE[edge], "linewidths": 0.6}
    sizes = [area * BOX[marker(stance)] for area in areas]
    frame.axes.scatter([x for x, _ in places], [y for _, y in places], s=sizes, marker=marker(stance), **style)


def draw_names(frame: Matrix, stances: Sequence[str]) -> None:
    """Name the shapes that are there below the matrix, all of the largest share."""
    x, y = 0.08, frame.axes.get_ylim()[0] - 0.12
    for stance in stances:
        draw_shape(frame, stance, [(x, y)], [(LARGEST * POINT) ** 2])
        frame.axes.text(x + 0.1, y, KEY[stance], fontsize=SMALL, va="center", color=PALETTE["muted"])
        x += 0.1 + measured(KEY[stance])[0] + 0.25


def marker(stance: str) -> str:
    """Return the shape of a stance; a point, which Matplotlib draws at half its size, as a disc."""
    return GLYPHS[stance][0].replace(".", "o")


def areas(found: Spread, cells: Sequence[Cell]) -> list[float]:
    """Return the area of each shape in square points, as its share of the largest."""
    top = found.share(largest(found)) if cells else 1.0
    return [max((LARGEST * POINT) ** 2 * found.share(cell) / top, SMALLEST**2) for cell in cells]


def largest(found: Spread) -> Cell:
    """Return the cell with the largest share of the articles of its stretch."""
    return max(found.cells, key=lambda cell: (found.share(cell), cell.articles))


def by_place(found: Spread) -> dict[tuple[int, int], list[Cell]]:
    """Return the stances of each cell, the gravest first."""
    places: dict[tuple[int, int], list[Cell]] = {}
    for cell in sorted(found.cells, key=lambda cell: list(GLYPHS).index(cell.stance)):
        places.setdefault((cell.row, cell.column), []).append(cell)
    return places


def caption(mentions: pd.DataFrame, found: Spread) -> str:
    """Return in how many articles each stance is found, how many report an incident, and how to read the shapes."""
    counts = mentions.groupby("stance")["article_id"].nunique()
    others = [f"{KEY[stance]} in {counts[stance]:,}" for stance in GLYPHS if stance in counts and stance != "event"]
    events = int(counts.get("event", 0))
    reported = (
        f"{count(events, 'article')} {'reports' if events == 1 else 'report'}" if events else "No article reports"
    )
    parts = [
        f"{reported} an incident.",
        f"Articles by stance: {listed(others)}." if others else "",
        scale(found),
        "Each stance keeps its place in a cell. Stances are read from the words around each mention.",
    ]
    return joined(parts, " ")


def scale(found: Spread) -> str:
    """Return what the area of a shape stands for."""
    if not found.cells:
        return ""
    top = largest(found)
    stretch, theme = found.times[top.column], found.rows["label"].iloc[top.row]
    shares = percent(top.articles, stretch.articles)
    whose = f"{shares} ({top.articles:,} of {stretch.articles:,}: {KEY[top.stance]}, {theme}, {stretch.name})"
    least = (SMALLEST / (LARGEST * POINT)) ** 2 * found.share(top)
    small = any(found.share(one) < least for one in found.cells)
    alike = f" Below {100 * least:.0f} % shapes are of one size." if small else ""
    return f"Area: share of the articles of a {stretch.step}; the largest is {whose}.{alike}"


def alternative(mentions: pd.DataFrame, found: Spread) -> str:
    """Return each theme with the number of its articles, and of those in each stance, in words."""
    parts = []
    for row in found.rows.to_dict("records"):
        counts = mentions[mentions["concept"] == row["concept"]].groupby("stance")["article_id"].nunique()
        stances = listed([f"{KEY[stance]} {counts[stance]:,}" for stance in GLYPHS if stance in counts])
        parts.append(f"{row['label']}: {share(row['articles'], len(found.told))}, {stances}")
    span = f"{found.times[0].name} to {found.times[-1].name}"
    return f"Security themes by number of articles and stance, by {found.times[0].step}, {span}. {'; '.join(parts)}."
