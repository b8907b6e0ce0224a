"""The evidence: every figure with its sentence, the words marked, and every sentence that is cited. Pure."""

from collections.abc import Iterable, Sequence
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
from analysis.wording.words import count

if TYPE_CHECKING:
    from analysis.workbench import Corpus


@computed
def figures(corpus: "Corpus") -> Html:
    """Return an entry for each figure: its sentence with the words marked, and how each part of it is known."""
    found, names = figures_said(corpus), labels(corpus)
    if found.empty:
        return Html(paragraph("The articles state no figures.", "note"))
    analyst = said_of_figures(corpus)
    return Html("".join(entry(figure, names, analyst.get(figure.figure_id, [])) for figure in named(found)))


def entry(figure: Any, names: dict[str, str], analyst: Iterable[tuple[str, str]]) -> str:
    """Return one figure's evidence, and behind it what the analyst corrected or noted."""
    start = figure.start - figure.sentence_start
    sentence = marked(figure.sentence, start, start + len(figure.quote))
    said = f", {day(figure.said_on)}" if figure.said_on else ""
    details = [
        ("What", measure_name(figure, names)),
        ("For", when_words(figure)),
        ("About", between(figure)),
        ("Said by", speaker_words(figure)),
        (
            "Article",
            f"{escape(figure.reference)}{said}; characters {figure.start} to {figure.end}{approximate(figure)}",
        ),
        *analyst,
    ]
    listed = "".join(f"<dt>{name}</dt><dd>{words}</dd>" for name, words in details)
    anchor = f"e-{figure.figure_id}"
    return (
        f'<article class="evidence" id="{anchor}"><h3>{escape(figure.printed)}{corrected_mark(figure)}</h3>'
        f'<blockquote class="quote"><p>{sentence}</p></blockquote><dl>{listed}</dl>'
        f'<p class="small">Shown in: <span class="backlinks" data-for="{anchor}"></span></p></article>'
    )


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
    dated = f", {day(first.said_on)}" if first.said_on else ""
    title = f"Article {escape(first.reference)}{dated}: {count(len(entries), 'sentence')}{approximate(first)}"
    return f'<section class="sentences"><h3>{title}</h3>{"".join(entries)}</section>'


def sentence_entry(mentions: Sequence[Any]) -> str:
    """Return one sentence with its marked words, speaker and concepts."""
    first = mentions[0]
    anchor = sentence_id(first)
    concepts = ", ".join(dict.fromkeys(mention.label for mention in mentions))
    who = f"{first.speaker}: " if first.speaker else ""
    words = all_marked(first.sentence, first.sentence_start, mentions)
    return (
        f'<div class="sentence" id="{anchor}"><p class="quote">{escape(who)}{words}</p>'
        f'<p class="small">{escape(concepts)}. Shown in: <span class="backlinks" data-for="{anchor}"></span></p></div>'
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
