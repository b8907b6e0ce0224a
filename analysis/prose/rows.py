"""The rows of the tables that words are computed from: figures with what is known of their article. Pure."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis.charts.words import stories

if TYPE_CHECKING:
    from analysis.workbench import Corpus

LEVEL = ""  # the change of a figure that is a level


def told(corpus: "Corpus") -> pd.DataFrame:
    """Return the articles that are no copies of another."""
    return stories(corpus.articles)


def figures_said(corpus: "Corpus") -> pd.DataFrame:
    """Return the figures of all stories with reference, outlet and date of their article, oldest first."""
    known = told(corpus)[["article_id", "reference", "outlet", "said_on"]]
    return corpus.figures.merge(known, on="article_id").sort_values(["said_on", "article_id", "start"], kind="stable")


def mentions_said(corpus: "Corpus", taxonomy: str) -> pd.DataFrame:
    """Return the mentions of one taxonomy in all stories with reference and date of their article, oldest first."""
    known = told(corpus)[["article_id", "reference", "said_on"]]
    found = corpus.mentions[corpus.mentions["taxonomy"] == taxonomy]
    return found.merge(known, on="article_id").sort_values(["said_on", "article_id", "start"], kind="stable")


def named(table: pd.DataFrame) -> Iterable[Any]:
    """Return the rows of a table, each with its columns as attributes."""
    return table.itertuples(index=False)


def labels(corpus: "Corpus") -> dict[str, str]:
    """Return how each measure is printed."""
    return {measure.name: measure.label for measure in corpus.study.measures}
