"""The table of values that follow from the figures by arithmetic: stated by nobody. Pure."""

from html import escape
from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis.computed import computed
from analysis.figures.printed import number
from analysis.prose.cuts import cut, first
from analysis.prose.markup import Html, cite, paragraph, table
from analysis.prose.rows import labels, named
from analysis.wording.periods import period_name
from analysis.wording.words import listed

if TYPE_CHECKING:
    from analysis.workbench import Corpus

RULES = {
    "base_from_growth": "the amount before the change",
    "base_from_multiple": "the amount before it multiplied",
    "growth": "growth between two amounts",
    "growth_a_year": "growth between two amounts, a year",
    "share": "a part as a share of its whole",
}


@computed
def worked_out(corpus: "Corpus") -> Html:
    """Return the values that follow from the figures, each with its formula; never mixed with those stated."""
    found = corpus.derived
    if found.empty:
        return Html(paragraph("Nothing follows from the figures by arithmetic alone.", "note"))
    names = labels(corpus)
    shown = first(found, corpus)
    ids = {one for joined in shown["figure_ids"] for one in joined.split("|")}
    by_id = {figure.figure_id: figure for figure in named(corpus.figures[corpus.figures["figure_id"].isin(ids)])}
    rows = [worked_out_row(row, by_id, names) for row in named(shown)]
    head = ("Value", "At least and at most", "What", "From", "Formula", "Beware")
    all_told = cut(len(shown), len(found), "first", "observations")
    return Html(table("Worked-out values (computed, not stated by anybody)", head, rows, name="worked-out") + all_told)


def worked_out_row(row: Any, by_id: dict[str, Any], names: dict[str, str]) -> tuple[str, ...]:
    """Return one worked-out value as a row; its inputs are citations."""
    inputs = listed([cite(by_id[figure_id]) for figure_id in row.figure_ids.split("|")])
    period = f", {period_name(row.period)}" if row.period else ""
    what = escape(f"{names.get(row.measure, row.measure)}: {RULES[row.rule]}{period}")
    beware = escape(row.flags.replace("|", "; ")) or "—"
    return escape(row.printed), escape(ends(row)), what, inputs, escape(row.formula), beware


def ends(row: Any) -> str:
    """Return the interval of a worked-out value, in the scale of its amount; an open end is said to be open.

    >>> from types import SimpleNamespace as Row
    >>> ends(Row(low=16e9, high=21e9)), ends(Row(low=63.0, high=None)), ends(Row(low=-0.5, high=4.2))
    ('16 bn to 21 bn', '63, no upper end', '−0.5 to 4.2')
    """
    low, high = ("" if pd.isna(end) else signed(float(end)) for end in (row.low, row.high))
    return f"{low} to {high}" if high else f"{low}, no upper end"


def signed(value: float) -> str:
    """Return an end of an interval, which of a growth may lie below zero.

    >>> signed(16e9), signed(-12.5)
    ('16 bn', '−12.5')
    """
    return ("−" if value < 0 else "") + number(abs(value), f"{abs(value):.12g}")
