"""Rises, falls and multiples as the spans of time they cover. Their sizes share no axis: one year is not like five."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from analysis.charts.amounts.captions import of_parties
from analysis.charts.amounts.change_plot import Change, plot, recent_years
from analysis.charts.amounts.statements import statement
from analysis.charts.chart import Chart, not_drawn
from analysis.charts.look import look
from analysis.computed import computed
from analysis.wording.periods import middle, moment, period_name, span
from analysis.wording.words import capital, count, joined, listed, number_word, parties, scope, stories, words

ROWS = 20  # changes that are drawn, each in a row, the newest: as many as fill a page
TOLD = 5  # changes without a time that are told in words; the rest are counted
ALIKE = 1  # decimals of a year to which two spans must agree to be called equally long


@computed
def changes(figures: pd.DataFrame, articles: pd.DataFrame) -> Chart:
    """Return the changes that articles state of trade and investment, each as a bar as long as the time it covers.

    One row a statement, by the start of its span; of many, the newest. A change without a time is told in words.
    """
    articles = stories(articles)
    every = figures[(figures["change"] != "") & figures["article_id"].isin(set(articles["article_id"]))]
    rows = every[every["measure"].isin(list(words()["measures"]))]
    if rows.empty:
        return Chart("changes", sentence="No article states by how much trade or investment changed.")
    told = once(rows.merge(articles[["article_id", "said_on", "reference", "outlet"]], on="article_id"))
    timed = [one for one in told if one.span]
    timeless = [one for one in told if not one.span]
    if not timed:
        return Chart("changes", sentence=f"Changes are stated without the time they cover: {listing(timeless)}.")
    shown = sorted(timed[:ROWS], key=lambda one: (one.span, one.said.printed))
    left_out = [
        *counted_out(len(every) - len(rows), "change", "of other things than trade and investment"),
        *counted_out(len(rows) - len(told), "further report", "of the same changes"),
        *counted_out(len(timed) - len(shown), "older change", ""),
    ]
    with look():
        board = plot(shown, prefixes(shown))
    scoped = rows[rows["figure_id"].isin({one.said.figure_id for one in shown})]
    lines = [caption(shown), without_time(timeless), not_drawn(left_out)]
    return Chart(
        "changes",
        title=title(shown),
        subtitle=f"Length is the time covered, not the size of the change; {scope(scoped, articles)}",
        caption=joined(lines, " "),
        alt=alternative(shown),
        figure=board.figure,
        links=tuple(board.links),
    )


def once(rows: pd.DataFrame) -> list[Change]:
    """Return each change once, the newest first: reports of one statement with one wording are one change."""
    found: dict[tuple[str, ...], Change] = {}
    for row in rows.sort_values(["said_on", "figure_id"], ascending=False).to_dict("records"):
        key = (row["statement_id"] or row["figure_id"], row["measure"], row["printed"], row["period"])
        found.setdefault(key, change(row))
    return list(found.values())


def change(row: dict[Any, Any]) -> Change:
    """Return a row of figures and articles as a change with its span."""
    covered = time_covered(row["period"], row["compared_with"], row["said_on"])
    return Change(statement(row, 1.0, 1), row["measure"], row["compared_with"], covered)


def time_covered(period: str, compared_with: str, said_on: str) -> tuple[float, float] | None:
    """Return start and end of the time a change covers in decimal years; None where it is not known.

    Between two times it runs from the middle of one to the middle of the other: from 2016 to 2021 it takes five years.

    >>> time_covered("2016/2021", "", ""), time_covered("2021", "2020", ""), time_covered("2022-H1", "", "")
    ((2016.5, 2021.5), (2020.5, 2021.5), (2022.0, 2022.5))
    """
    start, slash, end = period.partition("/")
    ends = (middle(start), moment(said_on) if said_on else None) if end == ".." else (middle(start), middle(end))
    if not slash:
        ends = (middle(compared_with), middle(period))
    if ends[0] is not None and ends[1] is not None and ends[0] < ends[1]:
        return ends[0], ends[1]
    return span(period) if end != ".." else None


def counted_out(number: int, thing: str, what: str) -> list[str]:
    """Return a phrase for what is left out, if anything is."""
    return [joined((count(number, thing), what), " ")] if number else []


def prefixes(shown: Sequence[Change]) -> dict[str, str]:
    """Return what stands before the words of each change, by figure_id: measure and parties, where they differ."""
    measures, pairs = ({one.measure for one in shown}, {one.said.parties for one in shown})
    names = words()["measures"]
    return {
        one.said.figure_id: joined(
            (
                names[one.measure] if len(measures) > 1 else "",
                parties(one.said.parties) if len(pairs) > 1 else "",
            )
        )
        for one in shown
    }


def title(shown: Sequence[Change]) -> str:
    """Return what is seen: how many changes over how many different spans."""
    subject = listed(list(dict.fromkeys(words()["measures"][one.measure] for one in shown)))
    return f"{of_parties(subject, [one.said for one in shown])}: {spans_words(shown)}"


def spans_words(shown: Sequence[Change]) -> str:
    """Return how many changes there are, and over how many spans of different length."""
    if len(shown) == 1:
        return f"one change, {shown[0].said.printed}"
    lengths = {round(one.length, ALIKE) for one in shown}
    over = f"{number_word(len(lengths))} different lengths of time" if len(lengths) > 1 else "equally long times"
    return f"{number_word(len(shown))} changes over {over}"


def caption(shown: Sequence[Change]) -> str:
    """Return what may be read from the spans, and what their marks mean."""
    baseless = [one for one in shown if not one.base_known]
    none = f"{baseless[0].said.printed} may" if len(baseless) == 1 else "Changes whose base is not stated may"
    why = ", since its base is not stated" if len(baseless) == 1 else ""
    leading = any(one.leads for one in shown)
    lines = [
        f"{capital(spans_words(shown))}." if len(shown) > 1 else "",
        "They are not added up or compared in percent." if len(shown) > 1 else "",
        f"{none} not be applied to any amount{why}." if baseless else "",
        "Open circle: the time a change is measured from; filled: the time it reached." if leading else "",
        "Triangle: it is measured from a time before the first year shown." if cut_short(shown) else "",
        "Bar: the time in which it took place." if not all(one.leads for one in shown) else "",
        "Dashed: the years are inferred." if any(one.said.inferred for one in shown) else "",
    ]
    return joined(lines, " ")


def cut_short(shown: Sequence[Change]) -> bool:
    """Return whether a change began before the first year of the axis."""
    return any(one.span and one.span[0] < recent_years(shown).first for one in shown)


def without_time(timeless: Sequence[Change]) -> str:
    """Return the changes without a time, in words."""
    return f"Without a time: {listing(timeless)}." if timeless else ""


def listing(several: Sequence[Change]) -> str:
    """Return changes in words, the newest first."""
    more = [f"{len(several) - TOLD} more"] if len(several) > TOLD else []
    return "; ".join([*(one.said.dated for one in several[:TOLD]), *more])


def alternative(shown: Sequence[Change]) -> str:
    """Return the rows in words."""
    parts = [
        f"{joined((period_name(one.said.period), 'inferred' if one.said.inferred else ''))}: {one.words}"
        for one in shown
    ]
    return f"Changes by the time they cover. {'. '.join(map(capital, parts))}."
