"""A line of time: when the articles speak, and which times they speak of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.transforms import Bbox

from analysis.charts.axis import mark_years, panel, region, years_around
from analysis.charts.board import Board
from analysis.charts.chart import Chart
from analysis.charts.look import DPI, PALETTE, SMALL, WIDTH, look
from analysis.charts.marks import around
from analysis.charts.periods import moment, named, span
from analysis.charts.place import Label, measured, renderer
from analysis.charts.statements import not_drawn
from analysis.charts.words import by_date, capital, count, few, joined, listed, month, number_word, occasions, stories

ROWS = 12  # periods at most below one another
LINKED = 12  # bars: of more, no lines lead to the occasions
LONG_AGO = 30  # years before the first article: earlier periods would press the rest together
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


def timeline(articles: pd.DataFrame, figures: pd.DataFrame) -> Chart:
    """Return two lanes on one axis of years: the occasions of the articles, and the periods their figures are about.

    A dot is filled where the article's own text gives its date, a ring where the date was supplied.
    """
    told = stories(articles)
    dated = by_date(told[told["said_on"] != ""])
    if dated.empty:
        return Chart("timeline", sentence="No article has a date.")
    points = occasions_of(dated)
    periods, left_out = periods_of(figures, dated, points[0].x)
    undated = len(told) - len(dated)
    left_out += [f"{count(undated, 'article')} without a date"] if undated else []
    with look():
        board, unplaced = drawing(points, periods)
    return Chart(
        "timeline",
        title=title(points, len(dated)),
        subtitle=f"{count(len(told), 'article')}, {count(occasions(told), 'occasion')}; {count(len(periods), 'period')} spoken of",
        caption=joined((caption(points, periods), not_drawn([*left_out, *unplaced])), " "),
        alt=alternative(points, periods),
        figure=board.figure,
        links=tuple(board.links),
    )


def occasions_of(dated: pd.DataFrame) -> list[Occasion]:
    """Return the dates on which articles speak, the earliest first."""
    found: dict[str, list[dict[str, str]]] = {}
    for row in dated.to_dict("records"):
        found.setdefault(row["event_date"] or row["said_on"], []).append(row)  # type: ignore[arg-type]
    return [
        Occasion(date, moment(date), tuple(row["reference"] for row in rows), any(stated(row) for row in rows))
        for date, rows in sorted(found.items())
    ]


def stated(article: Mapping[str, str]) -> bool:
    """Return whether the text of an article, or its page, gives its date."""
    return {article["published_basis"], article["event_date_basis"]} & {"text", "page"} != set()


def periods_of(figures: pd.DataFrame, dated: pd.DataFrame, first: float) -> tuple[list[Period], list[str]]:
    """Return the periods that figures are about, the earliest first, and phrases for those that have no room."""
    rows = figures[figures["period"].map(span).notna()].merge(
        dated[["article_id", "said_on", "event_date"]], on="article_id"
    )
    found = sorted((period_of(str(period), group) for period, group in rows.groupby("period")), key=order)
    recent = [one for one in found if one.start >= first - LONG_AGO]
    earlier = [named(one.period) for one in found if one.start < first - LONG_AGO]
    return recent, [f"periods long before ({few(earlier)})"] if earlier else []


def order(one: Period) -> tuple[float, float, str]:
    """Return what periods are sorted by: start, then the longest."""
    return one.start, -one.end, one.period


def period_of(period: str, rows: pd.DataFrame) -> Period:
    """Return the figures about one period as a bar."""
    start, end = span(period) or (0.0, 0.0)
    first = rows.iloc[0]
    dates = tuple(dict.fromkeys(rows["event_date"].where(rows["event_date"] != "", rows["said_on"])))
    inferred = bool((rows["period_basis"] == "inferred").all())
    printed = tuple(dict.fromkeys(rows["printed"].where(rows["printed"] != "", rows["quote"])))
    return Period(period, start, end, inferred, printed, first["figure_id"], first["sentence"], dates)


def drawing(points: Sequence[Occasion], periods: Sequence[Period]) -> tuple[Board, list[str]]:
    """Return the two lanes drawn, and phrases for the periods without room."""
    years = years_around(
        [one.x for one in points] + [end for one in periods for end in (one.start, one.end - 0.01)], lane=False
    )
    per_year = (WIDTH - 0.2) / (years.last - years.first)
    lengths = [(measured(bar_words(one))[0] + 0.15) / per_year for one in periods]
    rows = packed(periods, lengths, years.last)
    depth = max([row for row in rows if row is not None], default=-1) + 1
    height = UPPER + (depth + bool(depth)) * ROW + 0.45
    board = Board(Figure(figsize=(WIDTH, height), dpi=DPI))
    axes = panel(board.figure, left=0.1, bottom=0.3, right=0.1, top=0.05)
    axes.set_ylim(-(height - 0.35 - UPPER), UPPER)
    axes.set_yticks([])
    mark_years(axes, years)
    draw_lanes(axes, years.first, depth)
    for one, row in zip(periods, rows, strict=True):
        if row is not None:
            draw_period(board, axes, one, -(row + 1.7) * ROW, points if len(periods) <= LINKED else [])
    for point in points:
        draw_occasion(board, axes, point)
    for earlier, later in silences(points):
        mark_silence(board, axes, earlier.x + 0.12, later.x - 0.12)
    upper = region(axes, years.first, years.last, DOTS - 0.1)
    named_first = [*reversed(points[-NAMED:]), *points[:1]] if len(points) > NAMED else list(reversed(points))
    board.labels += [Label(one.x, DOTS, (one.words, one.words.replace(": ", ":\n")), upper) for one in named_first]
    unlabelled = len(points) - len(named_first) + len(board.write_labels(axes))
    hidden = [named(one.period) for one, row in zip(periods, rows, strict=True) if row is None]
    return board, [
        *([f"periods without room ({few(hidden)})"] if hidden else []),
        *([f"the names of {count(unlabelled, 'occasion')}"] if unlabelled else []),
    ]


def packed(periods: Sequence[Period], lengths: Sequence[float], last: float) -> list[int | None]:
    """Return the row of each period, so that bars and their words, to the right or left, stay apart; None beyond the last row."""
    ends: list[float] = []
    rows: list[int | None] = []
    for one, length in zip(periods, lengths, strict=True):
        start = one.start if one.end + length <= last else one.start - length
        end = one.end + (length if start == one.start else 0.0)
        row = next((number for number, used in enumerate(ends) if used <= start), len(ends))
        if row == len(ends) < ROWS:
            ends.append(end)
        elif row < len(ends):
            ends[row] = end
        rows.append(row if row < len(ends) else None)
    return rows


def bar_words(one: Period) -> str:
    """Return what stands beside a bar: its period, and the first figures about it."""
    return f"{named(one.period)}: {few(one.printed, 2)}"


def draw_lanes(axes: Axes, first: float, depth: int) -> None:
    """Name the two lanes, and part them with a line."""
    axes.axhline(0, color=PALETTE["grid"], linewidth=0.6)
    style: dict[str, Any] = {"fontsize": SMALL, "color": PALETTE["muted"], "va": "top"}
    axes.text(first, UPPER, "spoken on", **style)
    if depth:
        behind: dict[str, Any] = {"facecolor": PALETTE["paper"], "edgecolor": "none", "pad": 0.5}
        axes.annotate("times spoken of", (first, 0), (0, -3), textcoords="offset points", bbox=behind, **style)


def draw_period(board: Board, axes: Axes, one: Period, y: float, points: Sequence[Occasion]) -> None:
    """Draw a bar with its words beside it, hollow and dashed where the period is inferred, and thin lines to its occasions."""
    left, right = axes.get_xlim()
    width = max(one.end - one.start, (right - left) * 0.006)
    style: dict[str, Any] = (
        {"facecolor": PALETTE["paper"], "linestyle": (0, (2, 1.5))}
        if one.inferred
        else {"facecolor": PALETTE["accent"]}
    )
    axes.barh([y], [width], 0.085, [one.start], edgecolor=PALETTE["accent"], linewidth=0.9, zorder=3, **style)
    box = Bbox(axes.transData.transform([(one.start, y - 0.05), (one.start + width, y + 0.05)]))
    board.mark(box, f"#e-{one.figure_id}", one.sentence)
    for point in points:
        if point.date in one.dates:
            x = min(max(point.x, one.start), one.start + width)
            axes.plot([point.x, x], [DOTS, y], color=PALETTE["muted"], linewidth=0.4, zorder=1)
    behind: dict[str, Any] = {
        "facecolor": PALETTE["paper"],
        "edgecolor": "none",
        "pad": 0.5,
    }  # the thin lines run below the words
    text = axes.annotate(
        bar_words(one),
        (one.start + width, y),
        (4, 0),
        textcoords="offset points",
        fontsize=SMALL,
        va="center",
        bbox=behind,
    )
    if text.get_window_extent(renderer(board.figure)).x1 > board.figure.bbox.x1:
        text.set(ha="right")
        text.xy = (one.start, y)
        text.set_position((-4, 0))


def draw_occasion(board: Board, axes: Axes, point: Occasion) -> None:
    """Draw a dot for a date that a text gives, a ring for one that was supplied."""
    face = PALETTE["accent"] if point.stated else PALETTE["paper"]
    style: dict[str, Any] = {"markerfacecolor": face, "markeredgecolor": PALETTE["accent"], "markeredgewidth": 1.2}
    axes.plot([point.x], [DOTS], "o", markersize=7, zorder=4, **style)
    board.keep_free([around(axes, point.x, DOTS, 8)])


def mark_silence(board: Board, axes: Axes, start: float, end: float) -> None:
    """Shade a stretch without an article, and say so where there is room."""
    axes.fill_between([start, end], 0.02, 0.5, color=PALETTE["wash"], linewidth=0, zorder=0)
    style: dict[str, Any] = {"fontsize": SMALL, "color": PALETTE["muted"], "ha": "center", "va": "center"}
    text = axes.text((start + end) / 2, DOTS - 0.12, "no article", **style)
    box = text.get_window_extent(renderer(board.figure))
    if box.width > axes.transData.transform((end, 0))[0] - axes.transData.transform((start, 0))[0]:
        text.remove()
    else:
        board.keep_free([box])


def silences(points: Sequence[Occasion]) -> list[tuple[Occasion, Occasion]]:
    """Return the pairs of occasions, one after the other, that lie a year or more apart."""
    return [(earlier, later) for earlier, later in pairwise(points) if later.x - earlier.x >= SILENCE]


def title(points: Sequence[Occasion], articles: int) -> str:
    """Return from when to when the articles speak, and the longest time without one."""
    ends = list(dict.fromkeys((month(points[0].date), month(points[-1].date))))
    spoken = f"{capital(number_word(articles))} {'article' if articles == 1 else 'articles'}, {' to '.join(ends)}"
    if not (gaps := silences(points)):
        return spoken
    earlier, later = max(gaps, key=lambda gap: gap[1].x - gap[0].x)
    return f"{spoken}; none between {month(earlier.date)} and {month(later.date)}"


def caption(points: Sequence[Occasion], periods: Sequence[Period]) -> str:
    """Return how to read the two lanes, and where no article speaks."""
    gaps = [f"{month(earlier.date)} and {month(later.date)}" for earlier, later in silences(points)]
    kinds = {point.stated for point in points}
    parts = [
        f"Nothing between {listed(gaps)}." if len(gaps) == 1 else f"Nothing between {'; '.join(gaps)}." if gaps else "",
        "Filled dot: the text gives the date." if True in kinds else "",
        "Ring: the date was supplied." if False in kinds else "",
        "Bars: times that figures are about." if periods else "No figure has a stated time.",
        "Dashed: inferred." if any(one.inferred for one in periods) else "",
    ]
    return joined(parts, " ")


def alternative(points: Sequence[Occasion], periods: Sequence[Period]) -> str:
    """Return occasions and periods in words."""
    spoken = few([f"{point.date} ({listed(point.references)})" for point in points], 20)
    about = f" Times spoken of: {few([bar_words(one) for one in periods], 20)}." if periods else ""
    return f"Articles speak on: {spoken}.{about}"
