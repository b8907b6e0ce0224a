"""Investment amounts by the source's own definition: a panel for each, since they do not count the same."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.transforms import Bbox, ScaledTranslation

from analysis.charts.amounts.captions import (
    NO_DEFINITION,
    definition_words,
    described,
    mark_key,
    of_parties,
    silent_words,
    under,
)
from analysis.charts.amounts.crowd import sifted
from analysis.charts.amounts.disputes import all_can_be_true
from analysis.charts.amounts.investment_crowd import investment_of_many
from analysis.charts.amounts.marks import dodged, draw
from analysis.charts.amounts.panels import form
from analysis.charts.amounts.statements import Amounts, Statement, amounts, most_telling, top_of
from analysis.charts.axis import Years, amounts_axis, mark_years, panel, region, years_around
from analysis.charts.board import Board
from analysis.charts.chart import Chart, not_drawn
from analysis.charts.fit import BOLD, cut, width_of
from analysis.charts.look import DPI, PALETTE, SMALL, WIDTH, look
from analysis.charts.place import POINT, Label, figure_of, renderer
from analysis.computed import computed
from analysis.records import INVESTMENT
from analysis.wording.periods import moment
from analysis.wording.words import capital, few, joined, number_word, scale, scope, unit_words, words

HEIGHT = 2.6  # inches
SIDE = 0.3  # years that a dot may move aside to make room
PANELS = 3  # definitions at most; further ones are named below
MANY = 8  # statements in a panel: above it only the newest and the extremes are labelled
BROKEN = 4  # dates: of more, the axis is not broken between them

Panels = dict[str, list[Statement]]


@computed
def investment_by_definition(
    figures: pd.DataFrame, articles: pd.DataFrame, observations: pd.DataFrame, conflicts: pd.DataFrame
) -> Chart:
    """Return amounts of investment by the date they were said, a panel for each definition, all on one scale.

    The date is not a year for which the amount holds, so nothing is joined, and there are no bars to add up. Of many
    stories each panel is a strip of marks, of very many counted bands.
    """
    found = amounts(figures, articles, observations, INVESTMENT)
    if found is None:
        return Chart("investment", sentence="No article states an amount of money for investment.")
    size, word = scale(float(found.rows["value"].max()))
    dated, undated = sifted(found.statements(size), lambda one: bool(one.said_on), "in articles without a date")
    if not dated:
        return Chart("investment", sentence="The articles that state an amount of investment have no date.")
    kind = form(len(found.articles), len(dated))
    if kind == "each":
        return investment_of_few(found, dated, conflicts, word, undated)
    return investment_of_many(found, dated, kind, word, undated)


def investment_of_few(
    found: Amounts, statements: Sequence[Statement], conflicts: pd.DataFrame, word: str, undated: Sequence[str]
) -> Chart:
    """Return each statement with its words, the panels of the definitions side by side."""
    panels, left_out = by_definition(statements)
    with look():
        board, silent = plot(panels)
    left_out = [*found.left_out, *undated, *left_out, *silent_words(silent)]
    return Chart(
        "investment",
        title=title(panels, of_parties(words()["measures"][found.measure], statements)),
        subtitle=f"{unit_words(word, found.unit)}, by date said; {scope(found.rows, found.articles)}",
        caption=joined((caption(panels, conflicts), not_drawn(left_out)), " "),
        alt=alternative(panels),
        figure=board.figure,
        links=tuple(board.links),
    )


def by_definition(statements: Sequence[Statement]) -> tuple[Panels, list[str]]:
    """Return the statements of the commonest definitions, by definition, and a phrase for the others."""
    panels: Panels = {}
    for one in statements:
        panels.setdefault(one.definition.lower() or NO_DEFINITION, []).append(one)
    order = sorted(panels, key=lambda name: (name == NO_DEFINITION, -len(panels[name]), name))
    chosen, others = sorted(order[:PANELS], key=lambda name: (top_of(panels[name]), name)), order[PANELS:]
    left_out = [f"amounts of other definitions ({few(others)})"] if others else []
    return {name: panels[name] for name in chosen}, left_out


def plot(panels: Panels) -> tuple[Board, int]:
    """Return the drawing and how many statements stand without a label."""
    board = Board(Figure(figsize=(WIDTH, HEIGHT), dpi=DPI))
    everything = [one for group in panels.values() for one in group]
    years = years_around([moment(one.said_on) for one in everything], lane=False)
    top = top_of(everything) * 1.22
    width = (WIDTH - 0.4 - 0.06) / len(panels)
    silent = 0
    for number, (definition, group) in enumerate(panels.items()):
        left, right = 0.4 + number * width, 0.06 + (len(panels) - 1 - number) * width
        axes = panel(board.figure, left=left + 0.14 * bool(number), bottom=0.3, right=right, top=0.42)
        amounts_axis(axes, top)
        if number:
            axes.tick_params(axis="y", labelleft=False)
        mark_years(axes, years)
        silent += draw_panel(board, axes, definition, group, years)
    return board, silent


def draw_panel(board: Board, axes: Axes, definition: str, group: Sequence[Statement], years: Years) -> int:
    """Draw the statements of one definition, and return how many stand without a label."""
    times = [moment(one.said_on) for one in group]
    xs = dodged(axes, zip(times, group, strict=True), SIDE)
    for one in group:
        board.mark(draw(axes, xs[one.figure_id], one), one.href, one.sentence)
    board.keep_free(heading(axes, definition, group))
    within = region(axes, years.first, years.last)
    chosen = most_telling(group, MANY)
    board.labels += [Label(xs[one.figure_id], one.value, one.texts, within) for one in chosen]
    dates = sorted(set(times))
    if len(dates) <= BROKEN:
        for earlier, later in pairwise(dates):
            gap_mark(axes, (earlier + later) / 2)
    return len(group) - len(chosen) + len(board.write_labels(axes))


def heading(axes: Axes, definition: str, group: Sequence[Statement]) -> list[Bbox]:
    """Write the definition over its panel, and what the articles leave open about its time; return the boxes."""
    lines = (
        (16, cut(definition_words(definition), BOLD * width_of(axes)), PALETTE["ink"], 700),
        (4, open_time(definition, group), PALETTE["muted"], 400),
    )
    style: dict[str, Any] = {"xycoords": "axes fraction", "textcoords": "offset points", "fontsize": SMALL}
    texts = [
        axes.annotate(text, (0, 1), (4, up), color=color, weight=weight, **style) for up, text, color, weight in lines
    ]
    return [text.get_window_extent(renderer(figure_of(axes))) for text in texts]


def cumulative(definition: str) -> bool:
    """Return whether a definition is of a sum since some start."""
    return any(word in definition for word in words()["cumulative"])


def open_time(definition: str, group: Sequence[Statement]) -> str:
    """Return what is not stated of the time that the amounts cover; nothing where all state it."""
    unknown = sum(not one.since_known for one in group)
    times = "since when" if cumulative(definition) else "as of when"
    some = f" by {unknown} of {len(group)}" if unknown < len(group) else ""
    return f"{times}: not stated{some}" if unknown else ""


def gap_mark(axes: Axes, x: float) -> None:
    """Break the axis between two dates: what stands on either side is no series."""
    transform = axes.get_xaxis_transform()
    axes.plot([x], [0], "s", color=PALETTE["paper"], markersize=5, transform=transform, clip_on=False, zorder=3)
    for side in (-1, 1):
        shift = ScaledTranslation(side * 2 / POINT, 0, figure_of(axes).dpi_scale_trans)
        line = axes.plot(
            [x], [0], marker=[(-0.4, -1), (0.4, 1)], color=PALETTE["muted"], markersize=7, clip_on=False, zorder=4
        )
        line[0].set_transform(transform + shift)


def title(panels: Panels, subject: str) -> str:
    """Return what is seen: how many amounts under how many definitions."""
    everything = [one for group in panels.values() for one in group]
    if len(everything) == 1:
        return f"{subject}: one amount, {everything[0].printed}"
    return f"{subject}: {number_word(len(everything))} amounts {under(len(panels))}"


def caption(panels: Panels, conflicts: pd.DataFrame) -> str:
    """Return what may be read from the panels, and what their marks mean."""
    everything = [one for group in panels.values() for one in group]
    wordings = f"{capital(number_word(len(panels)))} {'wording' if len(panels) == 1 else 'wordings'}"
    lines = [
        f"{wordings}, {number_word(len(everything))} {'statement' if len(everything) == 1 else 'statements'}; "
        "the date is when it was said, not a year for which it holds.",
        "Nothing says that the amounts count the same." if len(everything) > 1 else "",
        *(can_be_true_words(name, group) for name, group in panels.items() if all_can_be_true(conflicts, group)),
        *mark_key(everything),
    ]
    return joined(lines, " ")


def can_be_true_words(definition: str, group: Sequence[Statement]) -> str:
    """Return that all amounts of one definition can be true."""
    every = "both" if len(group) == 2 else "all"
    return f"The {number_word(len(group))} amounts called {definition_words(definition)} can {every} be true."


def alternative(panels: Panels) -> str:
    """Return the panels in words."""
    parts = [f"{capital(definition_words(name))}: {described(group, 6)}." for name, group in panels.items()]
    return "Amounts by the date they were said, by definition. " + " ".join(parts)
