"""Investment as many statements say it: for each definition and its parties, strips or bands by the year of saying."""

from collections.abc import Sequence
from dataclasses import replace

from analysis.charts.amounts.captions import (
    NO_DEFINITION,
    counted,
    definition_words,
    of_parties,
    silent_words,
    told_by,
    under,
)
from analysis.charts.amounts.columns import years_said
from analysis.charts.amounts.crowd import alternative, commonest, key, marks_of, on_scale, plot, sifted, theirs
from analysis.charts.amounts.panels import Form, rows
from analysis.charts.amounts.statements import Amounts, Statement
from analysis.charts.chart import Chart, not_drawn
from analysis.charts.look import look
from analysis.wording.words import capital, joined, scope, unit_words, words


def investment_of_many(
    found: Amounts, statements: Sequence[Statement], form: Form, word: str, undated: Sequence[str]
) -> Chart:
    """Return a row for each of the commonest definitions and parties, strips or bands in columns of the years said."""
    timeless = [replace(one, period="", inferred=False) for one in statements]  # here marks tell nothing of periods
    named = {one.figure_id for group in commonest(timeless, counted_alike).values() for one in group}
    kept, others = sifted(timeless, lambda one: one.figure_id in named, "of other definitions or parties")
    columns = years_said(kept)
    kept, far = sifted(kept, lambda one: one.figure_id in columns, "said in other years")
    kept, high = on_scale(kept, counted_alike)
    panels = rows(commonest(kept, counted_alike), columns, one_scale=True)
    marks = marks_of(panels, form)
    with look():
        board, silent = plot(panels, marks)
    subject = of_parties(words()["measures"][found.measure], kept)
    silence = silent_words(silent) if marks == "strip" else []
    lines = [
        f"{capital(told_by(subject, kept))}, nominal, as stated, by the year in which they were said, which is not a "
        "year for which they hold.",
        *key(panels, marks, word),
        not_drawn([*found.left_out, *undated, *others, *far, *high, *silence]),
    ]
    told = found.rows[found.rows["figure_id"].isin({one.figure_id for one in kept})]
    kinds = len({one.definition.lower() for one in kept})
    return Chart(
        "investment",
        title=f"{subject}: {counted(len(kept))} {under(kinds)}",
        subtitle=f"{unit_words(word, found.unit)}, by year said; {scope(told, found.articles)}",
        caption=joined(lines, " "),
        alt=alternative("Amounts by the year in which they were said, by definition", panels),
        figure=board.figure,
        links=tuple(board.links),
    )


def counted_alike(one: Statement) -> str:
    """Return definition and parties of a statement, as the heading of its row."""
    return f"{definition_words(one.definition.lower() or NO_DEFINITION)}, {theirs(one)}"
