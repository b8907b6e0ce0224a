"""The drawing of trade statements: dots by year, a lane without year, hollow marks, brackets."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.transforms import Bbox

from analysis.charts.amounts.disputes import Dispute
from analysis.charts.amounts.marks import along, around, dodged, draw, ghost, hollow
from analysis.charts.amounts.statements import Statement, most_telling, top_of
from analysis.charts.axis import Years, amounts_axis, mark_years, panel, region, years_around
from analysis.charts.board import Board
from analysis.charts.look import DPI, PALETTE, WIDTH
from analysis.charts.place import Label
from analysis.wording.periods import middle, period_name

HEIGHT = 3.6  # inches
MANY = (
    12  # statements: above it only the newest and the extremes are labelled, and worked-out values stay in the tables
)
SIDE = 0.42  # share of its year, or of the lane, that a mark may move aside to make room
BRACKET = 0.3  # years from two amounts to the bracket that holds them together
WIDE = 0.8  # years: the width of a bar whose year is itself inferred

Places = dict[str, tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Base:
    """A worked-out level, in the chart's scale."""

    x: float
    low: float
    value: float
    high: float
    width: float
    printed: str
    formula: str
    figure_ids: tuple[str, ...]

    @property
    def texts(self) -> tuple[str, str]:
        """Return value and formula, on one line or two."""
        return f"{self.printed} = {self.formula}", f"{self.printed}\n= {self.formula}"

    @classmethod
    def of(cls, row: dict[Any, Any], size: float) -> "Base":
        """Return a row of derived values in multiples of `size`."""
        low, value, high = (float(row[column]) / size for column in ("low", "value", "high"))
        width = WIDE if row["period_basis"] == "inferred" else 0.0
        ids = tuple(row["figure_ids"].split("|"))
        return cls(middle(row["period"]) or 0.0, low, value, high, width, row["printed"], row["formula"], ids)


def plot(
    statements: Sequence[Statement], bases: Sequence[Base], disputes: Sequence[Dispute], word: str
) -> tuple[Board, int]:
    """Return the drawing and how many statements stand without a label."""
    board = Board(Figure(figsize=(WIDTH, HEIGHT), dpi=DPI))
    axes = panel(board.figure, left=0.4, bottom=0.3, right=0.06, top=0.24)
    years = years_spoken_of(statements, bases)
    amounts_axis(axes, max([top_of(statements), *(one.high for one in bases)]) * 1.14, word)
    mark_years(axes, years, lane_words="year not stated")
    rings = {one.figure_id: (x, one.value) for one in statements if one.inferred and (x := middle(one.period))}
    dots = dot_places(axes, statements, years, rings)
    draw_statements(board, axes, statements, dots, rings)
    for one in bases:
        draw_base(board, axes, one, dots | rings)
    by_year, lane = region(axes, years.first, years.last), region(axes, years.last, years.end)
    if len(statements) <= MANY:
        board.labels += [draw_bracket(board, axes, dispute, dots | rings, years) for dispute in disputes]
    chosen = most_telling(statements, MANY)
    board.labels += statement_labels(chosen, dots, rings, by_year, lane)
    board.labels += [Label(one.x + one.width / 2, one.value, one.texts, by_year, PALETTE["muted"]) for one in bases]
    homeless = {(label.x, label.y) for label in board.write_labels(axes)}
    return board, sum(one not in chosen or dots[one.figure_id] in homeless for one in statements)


def years_spoken_of(statements: Sequence[Statement], bases: Sequence[Base]) -> Years:
    """Return the years of the axis, with a lane where a statement has no stated year."""
    times = [time for one in statements if (time := middle(one.period))]
    return years_around([*times, *(one.x for one in bases)], lane=any(map(in_lane, statements)))


def in_lane(one: Statement) -> bool:
    """Return whether the article leaves open which time an amount is for."""
    return one.inferred or middle(one.period) is None


def dot_places(axes: Axes, statements: Sequence[Statement], years: Years, rings: Places) -> Places:
    """Return where each statement stands: at the middle of its stated period, else in the lane, marks side by side."""
    ringed = [around(axes, *ring) for ring in rings.values()]
    in_year = [(middle(one.period) or 0.0, one) for one in statements if not in_lane(one)]
    without = [(years.middle_of_lane, one) for one in statements if in_lane(one)]
    xs = dodged(axes, in_year, SIDE, ringed) | dodged(axes, without, years.lane * SIDE)
    return {one.figure_id: (xs[one.figure_id], one.value) for one in statements}


def draw_statements(board: Board, axes: Axes, statements: Sequence[Statement], dots: Places, rings: Places) -> None:
    """Draw a mark for each statement, and a ring at the year that was inferred for it."""
    for one in statements:
        board.mark(draw(axes, dots[one.figure_id][0], one), one.href, one.sentence)
        if one.figure_id in rings:
            board.mark(ghost(axes, *rings[one.figure_id]), one.href, one.sentence)


def draw_base(board: Board, axes: Axes, one: Base, places: Places) -> None:
    """Draw a worked-out level, with a dotted connector to the amount it rests on."""
    for end in (places[i] for i in one.figure_ids if i in places):
        dotted: dict[str, Any] = {"color": PALETTE["muted"], "linewidth": 0.8, "linestyle": (0, (1, 2)), "zorder": 1}
        axes.plot([one.x, end[0]], [one.value, end[1]], **dotted)
        board.keep_free(along(axes, (one.x, one.value), end))
    box = hollow(axes, one.x, one.low, one.value, one.high, width=one.width)
    board.mark(box, f"#e-{one.figure_ids[0]}", f"Worked out: {one.printed} = {one.formula}")


def draw_bracket(board: Board, axes: Axes, dispute: Dispute, places: Places, years: Years) -> Label:
    """Draw a bracket beside two amounts that lie apart, and return its label: by how much."""
    (left, low), (right, high) = (places[one.figure_id] for one in (dispute.low, dispute.high))
    at, tick = min(max(left, right) + BRACKET, years.end - 0.02), 0.08
    axes.plot([at - tick, at, at, at - tick], [low, low, high, high], color=PALETTE["warm"], linewidth=1)
    board.keep_free(along(axes, (at, low), (at, high)))
    within = region(axes, years.first, years.last) if at < years.last else region(axes, years.last, years.end)
    return Label(at, (low + high) / 2, (str(dispute), str(dispute).replace(" % ", " %\n")), within, PALETTE["warm"])


def statement_labels(
    chosen: Sequence[Statement], dots: Places, rings: Places, by_year: Bbox, lane: Bbox
) -> list[Label]:
    """Return a label for each dot, then one for each ring; each keeps to its side of the lane's edge."""
    places = [(one, dots[one.figure_id]) for one in chosen]
    labels = []
    for one, at in places:
        within, behind = (lane, PALETTE["wash"]) if in_lane(one) else (by_year, PALETTE["paper"])
        labels.append(Label(*at, (one.dated, one.wrapped, one.printed), within, behind=behind))
    ringed = [one for one in chosen if one.figure_id in rings]
    return labels + [
        Label(*rings[one.figure_id], (f"{one.printed}, if {period_name(one.period)}",), by_year, PALETTE["muted"])
        for one in ringed
    ]
