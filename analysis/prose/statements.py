"""The tables of the amounts that are stated, each amount a citation: trade, investment, changes, all others. Pure."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis.computed import computed
from analysis.prose.caveats import list_notes, share_notes
from analysis.prose.cuts import cut, first, newest
from analysis.prose.describe import article_words, between, measure_name, speaker_words, when_words
from analysis.prose.markup import Html, cite, paragraph, table
from analysis.prose.rows import figures_said, labels, named
from analysis.records import TRADE

if TYPE_CHECKING:
    from analysis.workbench import Corpus

INVESTMENT = ("investment_stock", "investment_flow", "aid_or_allocation", "loan")
HEAD = ("Amount", "What", "For", "About", "Who says so", "Article")


@computed
def trade(corpus: "Corpus") -> Html:
    """Return every amount of trade that is stated."""
    return statements(corpus, levels_of(corpus, TRADE), "Amounts of trade", "trade")


@computed
def investment(corpus: "Corpus") -> Html:
    """Return every amount of investment, loans and allocations that is stated."""
    figures = levels_of(corpus, INVESTMENT)
    return statements(corpus, figures, "Amounts of investment, loans and allocations", "investment")


@computed
def changes(corpus: "Corpus") -> Html:
    """Return every change that is stated, with what it is compared with."""
    figures = figures_said(corpus)
    return statements(corpus, figures[figures["change"] != ""], "Changes", "changes")


@computed
def others(corpus: "Corpus") -> Html:
    """Return every other figure: people, companies, shares, physical quantities; with what to beware of."""
    figures = figures_said(corpus)
    rest = figures[~figures["measure"].isin([*TRADE, *INVESTMENT]) & (figures["change"] == "")]
    shown = statements(corpus, rest, "People, companies, shares and other amounts", "others")
    notes = [*share_notes(rest), *list_notes(rest)]
    told = "".join(paragraph(note, "note") for note in first(notes, corpus))
    return Html(shown.html + told + cut(len(first(notes, corpus)), len(notes), "first such notes", "figures"))


def levels_of(corpus: "Corpus", measures: Sequence[str]) -> pd.DataFrame:
    """Return the figures of some measures that are no changes."""
    figures = figures_said(corpus)
    return figures[figures["measure"].isin(measures) & (figures["change"] == "")]


def statements(corpus: "Corpus", figures: pd.DataFrame, caption: str, name: str) -> Html:
    """Return figures as a table of statements, the newest where they are many; a sentence where there are none."""
    if figures.empty:
        return Html(paragraph(f"{caption}: the articles state none.", "note"))
    shown = newest(figures, corpus)
    return Html(statement_table(corpus, shown, caption, name) + cut(len(shown), len(figures), "newest", "figures"))


def statement_table(corpus: "Corpus", figures: pd.DataFrame, caption: str, name: str) -> str:
    """Return figures as a table of statements."""
    names, said = labels(corpus), figures_said(corpus)
    wholes = {figure.figure_id: figure for figure in named(said[said["figure_id"].isin(figures["part_of"])])}
    return table(caption, HEAD, (statement_row(figure, names, wholes) for figure in named(figures)), name=name)


def statement_row(figure: Any, names: dict[str, str], wholes: dict[str, Any]) -> tuple[str, ...]:
    """Return one figure as a row: amount, measure, period, parties, speaker, article."""
    whole = wholes.get(figure.part_of)
    part = f" (stated as part of {cite(whole)})" if whole else ""
    what = measure_name(figure, names) + part
    return (
        cite(figure),
        what,
        when_words(figure),
        between(figure),
        speaker_words(figure),
        article_words(figure),
    )
