"""The evidence: every figure with its sentence, the words marked, and every sentence that is cited. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis.computed import computed
from analysis.prose.articles import APPROXIMATE
from analysis.prose.corrections import said_of_figures
from analysis.prose.describe import between, measure_name, speaker_words, when_words
from analysis.prose.markup import Html, corrected_mark, marked, paragraph, sentence_id
from analysis.prose.rows import figures_said, labels, mentions_said, named, of_stories
from analysis.wording.periods import day
from analysis.wording.words import count, party

if TYPE_CHECKING:
    from analysis.workbench import Corpus


THE_ARTICLE = "the article itself"  # who speaks where nobody is named
# The columns of the figures, each with what a reader sorts it by.
COLUMNS = {
    "Amount": "amount", "What": "measure", "Period": "period", "Between": "parties", "Said by": "speaker",
    "Article": "article",
}  # fmt: skip


@computed
def figures(corpus: "Corpus") -> Html:
    """Return the table of figures: each with its sentence, the words marked, and how each part of it is known."""
    found, names = figures_said(corpus), labels(corpus)
    if found.empty:
        return Html(paragraph("The articles state no figures.", "note"))
    analyst, ranks = said_of_figures(corpus), amount_ranks(found)
    head = "".join(f'<th scope="col" data-key="{key}">{name}</th>' for name, key in COLUMNS.items())
    entries = [entry(row, names, ranks[row.figure_id], analyst.get(row.figure_id, [])) for row in named(found)]
    return Html(
        '<div class="table-wrap"><table class="table" id="table-figures"><caption>The figures, each with its sentence'
        f"</caption><thead><tr>{head}</tr></thead>{''.join(entries)}</table></div>"
    )


def amount_ranks(found: pd.DataFrame) -> dict[str, int]:
    """Return the place of each figure in the order of its amounts, one unit after the other; a fall is below zero."""
    signed = found["value"].where(found["change"] != "decrease", -found["value"])
    order = found.assign(signed=signed).sort_values(["kind", "unit", "signed"], kind="stable")
    return {figure_id: rank for rank, figure_id in enumerate(order["figure_id"])}


def entry(figure: Any, names: dict[str, str], rank: int, analyst: Iterable[tuple[str, str]]) -> str:
    """Return one figure's evidence: what is known of it in a row, and its sentence in a second one."""
    start = figure.start - figure.sentence_start
    sentence = marked(figure.sentence, start, start + len(figure.quote))
    anchor = f"e-{figure.figure_id}"
    cells = (measure_name(figure, names), when_words(figure), between(figure), speaker_words(figure))
    known = "".join(f"<td>{words}</td>" for words in (*cells, escape(article_name(figure))))
    remarks = "".join(paragraph(f"<b>{name}:</b> {words}", "small") for name, words in analyst)
    return (
        f'<tbody class="evidence" id="{anchor}"{data(sought_by(figure, names, rank))}>'
        f'<tr><th scope="rowgroup">{escape(figure.printed)}{corrected_mark(figure)}</th>{known}</tr>'
        f'<tr><td colspan="{len(COLUMNS)}"><blockquote dir="auto"><p>{sentence}</p></blockquote>{remarks}'
        f'<p class="small">Characters {figure.start} to {figure.end}{approximate(figure) or "."} {shown_in(anchor)}</p>'
        "</td></tr></tbody>"
    )


def sought_by(figure: Any, names: Mapping[str, str], rank: int) -> dict[str, str]:
    """Return what a figure is sorted and chosen by, in the words of the report."""
    return {
        "amount": str(rank),
        "measure": names.get(figure.measure, figure.measure),
        "period": figure.period,
        "parties": "|".join(party(code) for code in figure.parties.split("|") if code),
        "speaker": figure.speaker or THE_ARTICLE,
        "article": article_name(figure),
    }


def data(sought: Mapping[str, str]) -> str:
    """Return what an entry is sorted and chosen by as attributes of HTML.

    >>> data({"speaker": "Amina Otieno", "parties": "India|East Africa"})
    ' data-speaker="Amina Otieno" data-parties="India|East Africa"'
    """
    return "".join(f' data-{name}="{escape(value)}"' for name, value in sought.items())


def article_name(row: Any) -> str:
    """Return an article's reference with its day.

    >>> from types import SimpleNamespace as Row
    >>> article_name(Row(reference="003", said_on="2022-05-17"))
    '003, 17 May 2022'
    """
    return f"{row.reference}, {day(row.said_on)}" if row.said_on else str(row.reference)


def shown_in(anchor: str) -> str:
    """Return the place for links back to wherever a piece of evidence is cited."""
    return f'Shown in: <span class="backlinks" data-for="{anchor}"></span>'


def approximate(row: Any) -> str:
    """Return a remark on the words of a translated article; nothing for others."""
    return f". {APPROXIMATE}" if row.translated else ""


def cited(corpus: "Corpus") -> pd.DataFrame:
    """Return the rows whose sentences are opened: mentions of topics and themes, statements, and of each country one.

    A statement is labelled by its type.
    """
    security = mentions_said(corpus, "security")
    topics = mentions_said(corpus, "topic")
    countries = mentions_said(corpus, "country").drop_duplicates(["article_id", "concept", "role"])
    mentions = pd.concat([security, topics, countries])[list(corpus.mentions.columns)]
    said = corpus.statements.assign(label=corpus.statements["type"])
    return of_stories(corpus, pd.concat([mentions, said[[name for name in said if name in mentions]]]).fillna(""))


@computed
def sentences(corpus: "Corpus") -> Html:
    """Return every cited sentence once, in the order of its article, with the words of each theme marked."""
    mentions = cited(corpus)
    if mentions.empty:
        return Html(paragraph("No topic, theme or country of the study is named.", "note"))
    return Html("".join(section(of_article) for _, of_article in mentions.groupby("article_id", sort=False)))


def section(mentions: pd.DataFrame) -> str:
    """Return the cited sentences of one article."""
    rows = sorted(named(mentions), key=lambda row: row.sentence_start)
    first = rows[0]
    entries = [sentence_entry(list(of_one)) for _, of_one in groupby(rows, key=lambda row: row.sentence_start)]
    title = f"Article {escape(article_name(first))}: {count(len(entries), 'sentence')}{approximate(first)}"
    return f'<section class="sentences"><h3>{title}</h3>{"".join(entries)}</section>'


def sentence_entry(mentions: Sequence[Any]) -> str:
    """Return one sentence with its marked words, speaker and concepts."""
    first = mentions[0]
    anchor = sentence_id(first)
    concepts = list(dict.fromkeys(mention.label for mention in mentions))
    who = f"{first.speaker}: " if first.speaker else ""
    words = all_marked(first.sentence, first.sentence_start, mentions)
    sought = {"speaker": first.speaker or THE_ARTICLE, "article": article_name(first), "about": "|".join(concepts)}
    return (
        f'<div class="sentence" id="{anchor}"{data(sought)}>'
        f'<p class="quote">{escape(who)}<span class="said" dir="auto">{words}</span></p>'
        f'<p class="small">{escape(", ".join(concepts))}. {shown_in(anchor)}</p></div>'
    )


def all_marked(sentence: str, offset: int, mentions: Iterable[Any]) -> str:
    """Return a sentence with all words of its mentions marked; words of several concepts are marked once."""
    parts, at = [], 0
    for row in sorted(mentions, key=lambda row: (row.start, -row.end)):
        start, end = row.start - offset, row.end - offset
        if start >= at:
            parts.append(f"{escape(sentence[at:start])}<mark>{escape(sentence[start:end])}</mark>")
            at = end
    return "".join(parts) + escape(sentence[at:])
