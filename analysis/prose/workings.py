"""The table of values that follow from the figures by arithmetic: stated by nobody. Pure."""

from html import escape
from typing import TYPE_CHECKING, Any

from analysis.prose.markup import Html, cite, paragraph, table
from analysis.prose.rows import labels, named
from analysis.wording.periods import period_name
from analysis.wording.words import listed

if TYPE_CHECKING:
    from analysis.workbench import Corpus

RULES = {
    "base_from_growth": "level before the change",
    "base_from_multiple": "level before the multiple",
    "growth": "growth between two levels",
    "growth_a_year": "growth between two levels, a year",
    "share": "share of the whole",
}


def worked_out(corpus: "Corpus") -> Html:
    """Return the values that follow from the figures, each with its formula; never mixed with those stated."""
    found = corpus.derived
    if found.empty:
        return Html(paragraph("Nothing follows from the figures by arithmetic alone.", "note"))
    names = labels(corpus)
    by_id = {figure.figure_id: figure for figure in named(corpus.figures)}
    rows = [worked_out_row(row, by_id, names) for row in named(found)]
    head = ("Value", "What", "From", "Formula", "Beware")
    return Html(table("Worked-out values (computed, not stated by anybody)", head, rows, name="worked-out"))


def worked_out_row(row: Any, by_id: dict[str, Any], names: dict[str, str]) -> tuple[str, ...]:
    """Return one worked-out value as a row; its inputs are citations."""
    inputs = listed([cite(by_id[figure_id]) for figure_id in row.figure_ids.split("|")])
    period = f", {period_name(row.period)}" if row.period else ""
    what = escape(f"{names.get(row.measure, row.measure)}: {RULES[row.rule]}{period}")
    return escape(row.printed), what, inputs, escape(row.formula), escape(row.flags.replace("|", "; ")) or "—"
