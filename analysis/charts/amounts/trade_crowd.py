"""Trade as many statements say it: strips for each pair of parties, or bands for each origin, by year spoken of."""

from collections import Counter
from collections.abc import Sequence

import pandas as pd

from analysis.charts.amounts.captions import conflicts_words, of_parties, silent_words, spoken_title, told_by
from analysis.charts.amounts.columns import part_of_year, quarters_said, year_of, years_spoken_of
from analysis.charts.amounts.crowd import alternative, commonest, key, marks_of, on_scale, plot, sifted, theirs
from analysis.charts.amounts.disputes import disputes
from analysis.charts.amounts.panels import ALL_LABELLED, Form, Row, rows
from analysis.charts.amounts.statements import Amounts, Statement
from analysis.charts.chart import Chart, not_drawn
from analysis.charts.look import look
from analysis.wording.periods import span
from analysis.wording.sizes import MASSES
from analysis.wording.words import capital, joined, scale, scope, unit_words, words

REVISED = 2  # quarters in which one year must be spoken of before its amounts are drawn by the date they were said
SEVERAL = "for several years"

Panels = tuple[list[Row], Form, list[str]]


def trade_of_many(
    found: Amounts,
    statements: Sequence[Statement],
    conflicts: pd.DataFrame,
    form: Form,
    size: float,
    left_out: Sequence[str],
) -> Chart | None:
    """Return the chart of many statements; None where too few are of a year."""
    panels, form, others = bands_by_origin(statements) if form == "bands" else strips_by_parties(statements)
    if not panels:
        return None
    shown = {one.figure_id: one for row in panels for one in row.group}
    drawn = list(shown.values())
    told = found.rows[found.rows["figure_id"].isin(shown)]
    if form == "bands" and len(found.articles) >= MASSES:
        panels += revisions(found, drawn[0], size)
    word = scale(size)[1]
    apart = disputes(conflicts, drawn)
    marks = marks_of(panels, form)
    with look():
        board, silent = plot(panels, marks)
    measure = words()["measures"][found.measure]
    silence = silent_words(silent) if marks == "strip" else []
    lines = [
        conflicts_words(apart),
        f"{capital(told_by(of_parties(measure, drawn), drawn))}, nominal, as stated.",
        *key(panels, marks, word),
        not_drawn([*left_out, *others, *silence]),
    ]
    return Chart(
        "trade",
        title=spoken_title(measure, drawn, apart),
        subtitle=f"{unit_words(word, found.unit)}, by year spoken of; {scope(told, found.articles)}",
        caption=joined(lines, " "),
        alt=alternative("Amounts by the year spoken of", panels),
        figure=board.figure,
        links=tuple(board.links),
    )


def strips_by_parties(statements: Sequence[Statement]) -> Panels:
    """Return a strip for each of the commonest parties, and phrases for what is left out."""
    single, several = sifted(statements, lambda one: bool(year_of(one.period) or not span(one.period)), SEVERAL)
    named = {one.figure_id for group in commonest(single, theirs).values() for one in group}
    kept, other_parties = sifted(single, lambda one: one.figure_id in named, "between other parties")
    columns = years_spoken_of(kept)
    kept, far = sifted(kept, lambda one: one.figure_id in columns, "for other years")
    kept, high = on_scale(kept, theirs)
    return rows(commonest(kept, theirs), columns, one_scale=False), "strip", [*several, *other_parties, *far, *high]


def bands_by_origin(statements: Sequence[Statement]) -> Panels:
    """Return bands for all statements of the commonest parties, then for the commonest origins of these."""
    whole, others = sifted(statements, of_whole_year, "for no whole year or for several")
    if len(whole) <= ALL_LABELLED:
        return strips_by_parties(statements)
    first = next(iter(commonest(whole, theirs, 1)))
    kept, other_parties = sifted(whole, lambda one: theirs(one) == first, "between other parties")
    columns = years_spoken_of(kept)
    kept, far = sifted(kept, lambda one: one.figure_id in columns, "for other years")
    kept, high = on_scale(kept, theirs)
    groups = commonest(kept, origin)
    groups = groups if len(groups) == 1 else {"All": kept} | groups
    return rows(groups, columns, one_scale=True), "bands", [*others, *other_parties, *far, *high]


def of_whole_year(one: Statement) -> bool:
    """Return whether an amount is for one whole year."""
    return year_of(one.period) is not None and not part_of_year(one.period)


def origin(one: Statement) -> str:
    """Return who said it, as a heading names it."""
    return one.speaker or "No speaker named"


def revisions(found: Amounts, like: Statement, size: float) -> list[Row]:
    """Return a row of what was said of one year, the one most spoken of, by the quarter in which it was said."""
    of_a_year = [one for one in found.reports(size) if one.said_on and of_whole_year(one)]
    reports = [one for one in of_a_year if theirs(one) == theirs(like)]
    years = Counter(year_of(one.period) or 0 for one in reports)
    if not years:
        return []
    year = max(years, key=lambda one: (years[one], one))
    group = [one for one in reports if year_of(one.period) == year]
    columns = quarters_said(group)
    there, _ = on_scale([one for one in group if one.figure_id in columns], theirs)
    name = f"Of {year}, by the quarter in which it was said, all reports"
    return rows({name: there}, columns, one_scale=True) if len(columns.names) >= REVISED else []
