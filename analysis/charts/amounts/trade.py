"""What articles say trade amounts to, by the year they speak of. Points are never joined: each is one statement."""

from collections.abc import Sequence

import pandas as pd

from analysis.charts.amounts.captions import (
    conflicts_words,
    described,
    mark_key,
    of_parties,
    silent_words,
    spoken_title,
    told_by,
)
from analysis.charts.amounts.disputes import Dispute, disputes
from analysis.charts.amounts.panels import form
from analysis.charts.amounts.statements import Amounts, Statement, amounts
from analysis.charts.amounts.trade_crowd import trade_of_many
from analysis.charts.amounts.trade_plot import MANY, Base, plot
from analysis.charts.chart import Chart, not_drawn
from analysis.charts.look import look
from analysis.computed import computed
from analysis.records import TRADE
from analysis.wording.periods import middle, period_name
from analysis.wording.words import capital, count, joined, scale, scope, unit_words, words


@computed
def trade_statements(
    figures: pd.DataFrame, articles: pd.DataFrame, observations: pd.DataFrame, conflicts: pd.DataFrame
) -> Chart:
    """Return amounts of trade by the year spoken of; those without a stated year stand in a lane of their own.

    Of few stories each statement is drawn with its words, with what follows from it as hollow marks; of many there are
    strips of marks, of very many counted bands.
    """
    found = amounts(figures, articles, observations, TRADE)
    if found is None:
        return Chart("trade", sentence="No article states an amount of money for trade.")
    size, word = scale(float(found.rows["value"].max()))
    everything = found.statements(size)
    statements = [one for one in everything if not one.period.endswith("/..")]
    if not statements:
        return Chart(
            "trade", sentence="Amounts of trade are stated only for times without an end, such as since a year."
        )
    left_out = [*found.left_out, *endless_words(len(everything) - len(statements))]
    kind = form(len(found.articles), len(statements))
    many = trade_of_many(found, statements, conflicts, kind, size, left_out) if kind != "each" else None
    return many or trade_of_few(
        found, statements, bases(observations, found, size), disputes(conflicts, statements), word, left_out
    )


def trade_of_few(
    found: Amounts,
    statements: Sequence[Statement],
    followed: Sequence[Base],
    apart: Sequence[Dispute],
    word: str,
    left_out: Sequence[str],
) -> Chart:
    """Return each statement with its words, and hollow marks for what follows from them.

    An amount whose year is inferred is drawn in the lane, with a dashed ring at that year. Up to twelve statements are
    all labelled; of more, the newest and the extremes.
    """
    drawn = followed if len(statements) <= MANY else []
    with look():
        board, silent = plot(statements, drawn, apart, word)
    left_out = [*left_out, *silent_words(silent), *worked_out_words(len(followed) - len(drawn))]
    measure = words()["measures"][found.measure]
    return Chart(
        "trade",
        title=spoken_title(measure, statements, apart),
        subtitle=f"{unit_words(word, found.unit)}, by year spoken of; {scope(found.rows, found.articles)}",
        caption=joined((caption(of_parties(measure, statements), statements, drawn, apart), not_drawn(left_out)), " "),
        alt=alternative(statements),
        figure=board.figure,
        links=tuple(board.links),
    )


def bases(observations: pd.DataFrame, found: Amounts, size: float) -> list[Base]:
    """Return the worked-out levels that rest on an amount drawn and have a year."""
    levels = observations[(observations["measure"] == found.measure) & (observations["unit"] == found.unit)]
    rows = levels[(levels["status"] == "derived") & levels["value"].notna()]
    return [
        Base.of(row, size)
        for row in rows.to_dict("records")
        if middle(row["period"]) and not found.origins.keys().isdisjoint(row["figure_ids"].split("|"))
    ]


def caption(subject: str, statements: Sequence[Statement], drawn: Sequence[Base], apart: Sequence[Dispute]) -> str:
    """Return what the reader must know of the amounts, and of the marks that are there."""
    ring = any(one.inferred and middle(one.period) for one in statements)
    hollow = "; hollow marks are computed, each tied by dots to what it rests on" if drawn else ""
    lines = [
        f"{capital(apart[0].subject)}." if apart else "",
        conflicts_words(apart),
        f"{capital(told_by(subject, statements))}, nominal, as stated{hollow}.",
        "No line joins them, since nothing says that they count the same." if len(statements) > 1 else "",
        "Dashed ring: the amount in the lane, at the year it is probably for." if ring else "",
        *mark_key(statements),
        f"{count(len({one.article_id for one in statements}), 'article')}.",
    ]
    return joined(lines, " ")


def endless_words(hidden: int) -> list[str]:
    """Return a phrase for the amounts since a start, which are of no year, if there are any."""
    return [f"{count(hidden, 'amount')} since a start"] if hidden else []


def worked_out_words(hidden: int) -> list[str]:
    """Return a phrase for the worked-out values that are not drawn, if there are any."""
    return [count(hidden, "worked-out value")] if hidden else []


def alternative(statements: Sequence[Statement]) -> str:
    """Return the statements by year, in words."""
    by_year: dict[str, list[Statement]] = {}
    for one in sorted(statements, key=lambda one: (not one.period or one.inferred, one.period)):
        by_year.setdefault("year not stated" if one.inferred or not one.period else period_name(one.period), []).append(
            one
        )
    parts = [f"{capital(year)}: {described(group, 6)}." for year, group in by_year.items()]
    return "Amounts by the year spoken of. " + " ".join(parts)
