"""How many articles of each year, quarter or month speak of which topics: for more articles than a matrix holds."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
from matplotlib.transforms import Bbox

from analysis.charts.chart import Chart, not_drawn
from analysis.charts.look import PALETTE, look
from analysis.charts.matrix import Matrix, with_room
from analysis.charts.over_time import fitting, line_allowed, stretches
from analysis.charts.place import POINT
from analysis.charts.shares import percent, rate, share
from analysis.charts.themes.time_matrix import Spread, left_over, room, spread, steps, time_matrix
from analysis.wording.words import count, few, joined, occasions, titled

ROW = 0.31  # inches: two lines of a name
DISC = 0.23  # inches across: all articles of a stretch
COLUMN = 0.2  # inches at least
RATES = 0.45  # inches for the rate of each topic
TIGHT = 0.06  # inches between a line at its top and the row above


def topics_over_time(mentions: pd.DataFrame, told: pd.DataFrame, rows: pd.DataFrame) -> Chart:
    """Return a matrix of topics by stretches of time: the area of a disc is the share of the articles of a stretch.

    A line takes the place of the discs where the stretches are too many for columns, and each has articles enough.
    """
    shown, without_room = with_room(rows, len(told))
    dates = told.loc[told["said_on"] != "", "said_on"]
    times = fitting(dates, steps(len(told)), room(list(shown["label"]), COLUMN, RATES))
    short = stretches(dates, steps(len(told))[0])
    lines = len(short) > len(times) and line_allowed(short)
    found = spread(mentions, told, shown, short if lines else times)
    with look():
        frame = time_matrix(found, rates(mentions, found), RATES, row=ROW, foot=0.05)
        draw_lines(frame, found) if lines else draw_discs(frame, found)
    return Chart(
        "topics",
        title=f"Most widely spoken of, in {share(int(rows['articles'].max()), len(told))} articles: {leaders(rows)}",
        subtitle=joined(
            (f"Share of the articles of each {found.times[0].step}; {count(len(told), 'article')}", occasions(told))
        ),
        caption=joined((caption(found, lines=lines), not_drawn([*left_over(told, found.times), *without_room])), " "),
        alt=alternative(found),
        figure=frame.board.figure,
        links=tuple(frame.board.links),
    )


def leaders(rows: pd.DataFrame) -> str:
    """Return the topics of the most articles."""
    return titled(list(rows["label"][rows["articles"] == rows["articles"].max()]))


def rates(mentions: pd.DataFrame, found: Spread) -> list[str]:
    """Return a heading and, for each topic, its sentences per 1,000 words of all articles, where they allow a rate."""
    words = int(found.told["words"].fillna(0).sum())
    sentences = mentions.drop_duplicates(["article_id", "concept", "sentence_start"])["concept"].value_counts()
    return ["per\n1,000\nwords", *(rate(int(sentences.get(one, 0)), words) for one in found.rows["concept"])]


def draw_discs(frame: Matrix, found: Spread) -> None:
    """Draw a disc in each cell, inside a circle for all articles of its stretch; nothing where there are none."""
    full = (min(DISC, frame.column * 0.92) * POINT) ** 2
    spoken = [(row, place) for row in range(len(found.rows)) for place, one in enumerate(found.times) if one.articles]
    scatter(frame, spoken, [full] * len(spoken), facecolors=PALETTE["wash"], edgecolors=PALETTE["grid"])
    sizes = [full * found.share(cell) for cell in found.cells]
    scatter(frame, [(cell.row, cell.column) for cell in found.cells], sizes, facecolors=PALETTE["accent"])
    for cell in found.cells:
        frame.board.mark(frame.box(cell.row, cell.column), cell.href, found.words(cell))


def scatter(frame: Matrix, places: Sequence[tuple[int, int]], sizes: Sequence[float], **style: Any) -> None:
    """Draw a disc of each size, in square points, in the middle of each cell."""
    middles = [frame.middle(*place) for place in places]
    frame.axes.scatter([x for x, _ in middles], [y for _, y in middles], s=sizes, linewidths=0.5, **style)


def draw_lines(frame: Matrix, found: Spread) -> None:
    """Draw for each topic a line of its share, all on one scale from the bottom of a row to its top."""
    top = max((found.share(cell) for cell in found.cells), default=1.0)
    xs = [frame.middle(0, place)[0] for place in range(len(found.times))]
    for row in range(len(found.rows)):
        of_topic = {cell.column: cell for cell in found.cells if cell.row == row}
        shares = [found.share(of_topic[place]) if place in of_topic else 0.0 for place in range(len(found.times))]
        bottom = frame.top + (row + 1) * frame.row
        heights = [bottom - one / top * (frame.row - TIGHT) for one in shares]
        frame.axes.plot(xs, heights, color=PALETTE["accent"], linewidth=1)
        frame.axes.fill_between(xs, heights, bottom, color=PALETTE["wash"], linewidth=0, zorder=0)
        if of_topic:
            first = of_topic[min(of_topic)]
            whole = Bbox.union([frame.box(row, 0), frame.box(row, len(found.times) - 1)])
            frame.board.mark(whole, first.href, f"The first: {first.sentence}")


def caption(found: Spread, *, lines: bool) -> str:
    """Return how to read discs or lines, and how many articles a stretch has."""
    numbers = [one.articles for one in found.times if one.articles]
    step, some = found.times[0].step, f"{min(numbers):,} to {max(numbers):,}"
    if lines:
        parts = [(cell.articles, found.times[cell.column].articles) for cell in found.cells]
        top = percent(*max(parts, key=ratio, default=(1, 1)))
        how = f"Line: share of the articles of a {step}, all on one scale from 0 to {top}; {some} articles a {step}."
    else:
        how = f"Dark disc: the articles that speak of a topic, as part of the pale circle: all articles of the {step}."
        how += f" Blank: no article in that {step}." if len(numbers) < len(found.times) else ""
    return f"{how} At the right: all articles. Presence, not weight; not a sample."


def ratio(parts: tuple[int, int]) -> float:
    """Return a part as a share of the whole."""
    return parts[0] / parts[1]


def alternative(found: Spread) -> str:
    """Return each topic with its number of articles, and the stretch with the most of them, in words."""
    told = f"Topics by number of articles, of {len(found.told):,} in all, by {found.times[0].step}"
    parts = [f"{row.label}: {row.articles:,}{most(found, place)}" for place, row in enumerate(found.rows.itertuples())]
    return f"{told} from {found.times[0].name} to {found.times[-1].name}. {few(parts, 20)}."


def most(found: Spread, row: int) -> str:
    """Return the stretch in which the most articles speak of a topic."""
    top = max((cell for cell in found.cells if cell.row == row), key=lambda cell: cell.articles, default=None)
    stretch = found.times[top.column] if top else None
    return f" (most in {stretch.name}: {top.articles:,} of {stretch.articles:,})" if top and stretch else ""
