"""The evidence: every figure with its sentence, the words marked, and every sentence that is cited. Pure.

Of very many a page has only those that it cites, and some figures to be checked by hand.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis.computed import computed
from analysis.prose.articles import APPROXIMATE
from analysis.prose.corrections import said_of_figures
from analysis.prose.cuts import is_long
from analysis.prose.describe import between, measure_name, speaker_words, when_words
from analysis.prose.markup import Html, corrected_mark, marked, paragraph, sentence_id
from analysis.prose.rows import figures_said, labels, named, of_stories, told
from analysis.wording.periods import day
from analysis.wording.words import count, party

if TYPE_CHECKING:
    from analysis.workbench import Corpus


AUDIT = 200  # of very many figures, those that a page has to be checked by hand
DRAWN = ("Drawn", "to be checked by hand")
FIGURES_SHOWN = (
    "Of {all} this page has those that it cites, and {drawn} to be checked by hand, marked as drawn: compare what is "
    "read with the words that are marked. They are drawn by their ids, so that nobody has chosen them. "
    "All figures are in data/figures.csv."
)
SENTENCES_SHOWN = (
    "Of {all} this page has the sentences that it cites; all are in data/mentions.csv and data/statements.csv."
)
UNNAMED = "No topic, theme or country of the study is named."
THE_ARTICLE = "the article itself"  # who speaks where nobody is named
# The columns of the figures, each with what a reader sorts it by.
COLUMNS = {
    "Amount": "amount", "What": "measure", "Period": "period", "Between": "parties", "Said by": "speaker",
    "Article": "article",
}  # fmt: skip


@computed
def figures(corpus: "Corpus") -> Html:
    """Return the table of figures: each with its sentence, the words marked, and how each part of it is known.

    Of very many those to be checked by hand; `cited_figures` gives those that a page cites as well.
    """
    return figures_with(corpus, ())


@computed
def cited_figures(corpus: "Corpus", cited: str) -> Html:
    """Return the table of very many figures: those cited, ids parted by blanks, and those to be checked by hand."""
    return figures_with(corpus, cited.split())


def figures_with(corpus: "Corpus", cited: Collection[str]) -> Html:
    """Return the table of figures; of very many those that are cited, and those to be checked by hand."""
    found = figures_said(corpus)
    if found.empty:
        return Html(paragraph("The articles state no figures.", "note"))
    analyst = said_of_figures(corpus)
    if len(found) <= AUDIT or not is_long(len(found), corpus):
        return figure_table(corpus, found, analyst)
    drawn = set(drawn_by_id(found["figure_id"]))
    for figure_id in drawn:
        analyst.setdefault(figure_id, []).append(DRAWN)
    shown = found[found["figure_id"].isin(drawn | set(cited))]
    note = paragraph(FIGURES_SHOWN.format(all=count(len(found), "figure"), drawn=len(drawn)), "note")
    return Html(note + figure_table(corpus, shown, analyst).html)


def drawn_by_id(ids: Iterable[str]) -> list[str]:
    """Return the figures to be checked by hand: always the same of the same figures, and without a choice of ours."""
    return sorted(ids, key=lambda one: sha256(one.encode()).digest())[:AUDIT]


def figure_table(corpus: "Corpus", found: pd.DataFrame, analyst: Mapping[str, Sequence[tuple[str, str]]]) -> Html:
    """Return figures as a table, `analyst` being what is remarked on some of them."""
    names, ranks = labels(corpus), amount_ranks(found)
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


def entry(figure: Any, names: dict[str, str], rank: int, analyst: Sequence[tuple[str, str]]) -> str:
    """Return one figure's evidence: what is known of it in a row, and its sentence in a second one."""
    start = figure.start - figure.sentence_start
    sentence = marked(figure.sentence, start, start + len(figure.quote))
    anchor = f"e-{figure.figure_id}"
    cells = (measure_name(figure, names), when_words(figure), between(figure), speaker_words(figure))
    known = "".join(f"<td>{words}</td>" for words in (*cells, escape(article_name(figure))))
    kind = "evidence drawn" if DRAWN in analyst else "evidence"
    remarks = "".join(paragraph(f"<b>{name}:</b> {words}", "small") for name, words in analyst)
    return (
        f'<tbody class="{kind}" id="{anchor}"{data(sought_by(figure, names, rank))}>'
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


def cited(corpus: "Corpus", mentions: pd.DataFrame, statements: pd.DataFrame) -> pd.DataFrame:
    """Return the rows whose sentences are opened: mentions of topics and themes, statements, and of each country one.

    A statement is labelled by its type.
    """
    of = {name: of_stories(corpus, mentions[mentions["taxonomy"] == name]) for name in ("security", "topic", "country")}
    of["country"] = of["country"].drop_duplicates(["article_id", "concept", "role"])
    found = pd.concat(of.values())[list(mentions.columns)]
    said = statements.assign(label=statements["type"])
    return of_stories(corpus, pd.concat([found, said[[name for name in said if name in found]]]).fillna(""))


def at(corpus: "Corpus", rows: pd.DataFrame, names: Iterable[str]) -> pd.DataFrame:
    """Return the rows of the sentences that have these names in the evidence."""
    places = {name.partition("-")[2].rpartition("-")[::2] for name in names}
    articles = corpus.articles[corpus.articles["reference"].isin([reference for reference, _ in places])]
    ids = dict(zip(articles["article_id"], articles["reference"], strict=True))
    near = rows[rows["article_id"].isin(ids)]
    there = [
        (ids[name], str(start)) in places
        for name, start in zip(near["article_id"], near["sentence_start"], strict=True)
    ]
    return near[pd.Series(there, near.index, dtype=bool)]


@computed
def sentences(corpus: "Corpus") -> Html:
    """Return every cited sentence once, in the order of its article, with the words of each theme marked.

    Of very many none; `cited_sentences` gives those that a page cites.
    """
    return sentences_with(corpus, ())


@computed
def cited_sentences(corpus: "Corpus", cited: str) -> Html:
    """Return those of very many sentences that are cited, by their names in the evidence parted by blanks."""
    return sentences_with(corpus, cited.split())


def sentences_with(corpus: "Corpus", names: Collection[str]) -> Html:
    """Return the sentences that mention something, by article; of very many those that are named."""
    mentions, statements = (own(corpus, table) for table in (corpus.mentions, corpus.statements))
    number = int((mentions["taxonomy"] != "organisation").sum()) + len(statements)
    if not is_long(number, corpus):
        found = cited(corpus, mentions, statements)
        return Html("".join(sections(found)) or paragraph(UNNAMED, "note"))
    note = paragraph(SENTENCES_SHOWN.format(all=f"{number:,} mentions and statements"), "note")
    found = cited(corpus, at(corpus, mentions, names), at(corpus, statements, names))
    return Html(note + "".join(sections(found)))


def own(corpus: "Corpus", found: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of all stories: what a copy says again counts once."""
    return found[found["article_id"].isin(told(corpus)["article_id"])]


def sections(mentions: pd.DataFrame) -> Iterator[str]:
    """Yield the cited sentences of each article."""
    for _, of_article in mentions.groupby("article_id", sort=False):
        yield section(of_article)


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
