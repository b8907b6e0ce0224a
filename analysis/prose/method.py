"""The tables of the method: what was counted, where lines are drawn, and how well figures are read. Pure."""

from collections import Counter
from html import escape
from math import floor
from typing import TYPE_CHECKING

import pandas as pd

from analysis.asked import ROOT
from analysis.computed import computed
from analysis.prose.markup import Html, paragraph, table
from analysis.prose.rows import told
from analysis.scores import FIELDS, Score, lower_end, of_seeds, score
from analysis.scores.rates import CONFIDENCE
from analysis.wording.words import count, listed, number_word
from analysis.workbench import read

if TYPE_CHECKING:
    from analysis.workbench import Corpus

KINDS = {
    "money": "amount of money", "percent": "percentage", "count": "count", "quantity": "physical quantity",
    "multiple": "multiple",
}  # fmt: skip
TAXONOMIES = {
    "topic": "Mentions of topics",
    "security": "Mentions of security themes",
    "country": "Mentions of countries",
    "organisation": "Mentions of organisations",
}
QUESTIONS = {
    "qualifier": "How exact it is (exact, about, more than …)",
    "measure": "What it is an amount of",
    "change": "Whether it is itself a rise or a fall",
    "period": "Which period it is about",
    "parties": "Which countries or groups it is between or about (by overlap)",
    "speaker": "Who says it",
}
INTERVAL = (
    "The rate that a number still allows is the lower end of its Wilson interval "
    f"(two-sided, {100 * CONFIDENCE:g} %, rounded down), were these figures a random sample. "
    "They are not: the rules were written with these texts at hand."
)


@computed
def counted(corpus: "Corpus") -> Html:
    """Return what was counted in the articles, and how many there are of each."""
    articles = told(corpus)
    kinds = Counter(of_these(corpus.figures, articles)["kind"])
    concepts = Counter(of_these(corpus.mentions, articles)["taxonomy"])
    stated = listed([count(kinds[kind], name, plural(name)) for kind, name in KINDS.items() if kinds[kind]])
    numbers = {
        "Articles, each story once": len(articles),
        "Words, page residue left out": int(articles["words"].sum()),
        "Sentences and headings": int(articles["sentences"].sum()),
        f"Figures{f': {stated}' if stated else ''}": kinds.total(),
        **{label: concepts[taxonomy] for taxonomy, label in TAXONOMIES.items()},
    }
    rows = [(label, f"{number:,}") for label, number in numbers.items()]
    return Html(table("What was counted", ("What", "How many"), rows, name="counted"))


def of_these(found: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Return the rows that stand in one of the articles."""
    return found[found["article_id"].isin(articles["article_id"])]


def plural(name: str) -> str:
    """Return the plural of a kind of figure.

    >>> plural("amount of money"), plural("physical quantity"), plural("multiple")
    ('amounts of money', 'physical quantities', 'multiples')
    """
    first, of, rest = name.partition(" of ")
    return (f"{first[:-1]}ies" if first.endswith("y") else f"{first}s") + of + rest


@computed
def scores() -> Html:
    """Return how well the figures of the project's own labelled articles are read, anew."""
    return scores_of(read(ROOT / "seeds"))


def scores_of(corpus: "Corpus") -> Html:
    """Return how well the figures of the labelled articles are read, `corpus` being these articles."""
    labels = of_seeds()
    result = score(labels, corpus.found.figures)
    text = f"{found_words(result)}, on the {number_word(len(labels))} texts used to write the rules; {bound(result)}."
    wrong = [
        *(f"missed “{escape(label.quote)}” (article {escape(label.article_id)})" for label in result.missed),
        *(f"extra “{escape(figure.quote)}” (article {escape(figure.article_id)})" for figure in result.extra),
    ]
    words = paragraph(text) + (paragraph(f"Not read as labelled: {listed(wrong)}.", "note") if wrong else "")
    return Html(words + (field_table(result) if result.found else "") + paragraph(escape(INTERVAL), "note"))


def found_words(result: Score) -> str:
    """Return how many labelled figures are found, and how many others."""
    extra = f"{len(result.extra):,}" if result.extra else "none"
    return f"{len(result.found):,} of {count(result.labelled, 'figure')} found, {extra} extra"


def bound(result: Score) -> str:
    """Return what the number of figures found leaves open."""
    n, of = len(result.found), result.labelled
    return f"{n:,} of {of:,} still allows a true rate of {percent(n, of)}"


def percent(right: float, of: int) -> str:
    """Return the lower end of a rate's interval, rounded down.

    >>> percent(18, 18)
    '82 %'
    """
    return f"{floor(100 * lower_end(right, of))} %"


def field_table(result: Score) -> str:
    """Return what is right of the figures found, with the rate that the number still allows."""
    n = len(result.found)
    right = {field: (result.fields[field] or 0.0) * n for field in FIELDS}
    rows = [(QUESTIONS[field], f"{right[field]:.12g} of {n:,}", percent(right[field], n)) for field in FIELDS]
    head = ("What is read of a figure", "Right", "Still allows")
    return table("How well the figures found are read, on the same texts", head, rows, name="scores")
