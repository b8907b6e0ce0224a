"""What articles say trade amounts to, by the year they speak of. Points are never joined: each is one statement."""

import math
from collections.abc import Sequence

import pandas as pd

from analysis.charts.chart import Chart
from analysis.charts.look import look
from analysis.charts.statements import (
    Amounts,
    Apart,
    Statement,
    amounts,
    apart,
    described,
    mark_key,
    not_drawn,
    of_parties,
    silent_words,
)
from analysis.charts.trade_plot import MANY, Base, plot
from analysis.wording.periods import middle, period_name, span
from analysis.wording.words import capital, count, joined, number_word, scale, scope, unit_words, words

MEASURES = ("trade_turnover", "exports", "imports")  # the commonest is drawn, the first of several


def trade_statements(figures: pd.DataFrame, articles: pd.DataFrame, derived: pd.DataFrame) -> Chart:
    """Return amounts of trade by the year spoken of; those without a stated year stand in a lane of their own.

    Hollow marks are values worked out, rows of `analysis.reconcile.derived`. An amount whose year is inferred is drawn
    in the lane, with a dashed ring at that year. Up to twelve statements are all labelled; of more, the newest and the
    extremes.
    """
    found = amounts(figures, articles, MEASURES)
    if found is None:
        return Chart("trade", sentence="No article states an amount of money for trade.")
    size, word = scale(float(found.rows["value"].max()))
    everything = found.statements(size)
    statements = [one for one in everything if not one.period.endswith("/..")]
    if not statements:
        return Chart(
            "trade", sentence="Amounts of trade are stated only for times without an end, such as since a year."
        )
    followed = bases(derived, found, size)
    disputes = apart(statements)
    drawn = followed if len(statements) <= MANY else []
    with look():
        board, silent = plot(statements, drawn, disputes, word)
    left_out = [
        *found.left_out,
        *endless_words(len(everything) - len(statements)),
        *silent_words(silent),
        *worked_out_words(len(followed) - len(drawn)),
    ]
    return Chart(
        "trade",
        title=title(found, statements, disputes),
        subtitle=f"{unit_words(word, found.unit)}, by year spoken of; {scope(found.rows, found.articles)}",
        caption=joined((caption(statements, drawn, disputes), not_drawn(left_out)), " "),
        alt=alternative(statements),
        figure=board.figure,
        links=tuple(board.links),
    )


def bases(derived: pd.DataFrame, found: Amounts, size: float) -> list[Base]:
    """Return the worked-out levels that rest on an amount drawn and have a year."""
    drawn = set(found.rows["figure_id"])
    rows = derived[(derived["measure"] == found.measure) & (derived["unit"] == found.unit) & derived["value"].notna()]
    return [
        Base.of(row, size)
        for row in rows.to_dict("records")
        if middle(row["period"]) and drawn.intersection(row["figure_ids"].split("|"))
    ]


def title(found: Amounts, statements: Sequence[Statement], disputes: Sequence[Apart]) -> str:
    """Return what is seen: the widest gap for one period, else how many statements there are and on which years."""
    subject = of_parties(words()["measures"][found.measure], statements)
    if disputes:
        widest = disputes[0]
        period = "what is probably one year" if widest.inferred else period_name(widest.period)
        return f"{subject}: {number_word(widest.amounts)} amounts for {period}, {widest}"
    ends = [year for one in statements if not one.inferred for year in span(one.period) or ()]
    first, last = (math.floor(min(ends)), math.ceil(max(ends)) - 1) if ends else (0, 0)
    about = f" for {first}{f' to {last}' if last > first else ''}" if ends else ", year not stated"
    return f"{subject}: {counted(len(statements))}{about}"


def counted(statements: int) -> str:
    """Return a number of statements in words."""
    return f"{number_word(statements)} {'statement' if statements == 1 else 'statements'}"


def caption(statements: Sequence[Statement], drawn: Sequence[Base], disputes: Sequence[Apart]) -> str:
    """Return what the reader must know of the amounts, and of the marks that are there."""
    ring = any(one.inferred and middle(one.period) for one in statements)
    lines = [
        f"{capital(counted(len(statements)))}, as made.",
        "No line joins them, since nothing says that they count the same." if len(statements) > 1 else "",
        f"Amounts lie apart for {count(len(disputes), 'period')}." if len(disputes) > 1 else "",
        "Dashed ring: the amount in the lane, at the year it is probably for." if ring else "",
        *mark_key(statements),
        "Hollow: worked out from a stated amount and its change, to which it is tied by dots." if drawn else "",
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
