"""The rows of the tables that words are computed from: figures with what is known of their article. Pure."""

from collections import namedtuple
from collections.abc import Iterable
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis.computed import once
from analysis.study import Study
from analysis.wording.words import stories

if TYPE_CHECKING:
    from analysis.workbench import Corpus


def told(corpus: "Corpus") -> pd.DataFrame:
    """Return the articles that count: analysed, and no copy of another."""
    return stories(corpus.articles)


def occasion_dates(articles: pd.DataFrame) -> int:
    """Return on how many dates the articles speak, that of the occasion before that of publication."""
    dates = articles["event_date"].where(articles["event_date"] != "", articles["published"])
    return dates[dates != ""].nunique()


@once
def figures_said(corpus: "Corpus") -> pd.DataFrame:
    """Return the figures of all stories with reference and date of their article, oldest first."""
    return of_stories(corpus, corpus.figures)


@once
def mentions_said(corpus: "Corpus", taxonomy: str) -> pd.DataFrame:
    """Return the mentions of one taxonomy in all stories with reference and date of their article, oldest first."""
    return of_stories(corpus, corpus.mentions[corpus.mentions["taxonomy"] == taxonomy])


def of_stories(corpus: "Corpus", found: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of all stories with what is known of their article, oldest first, undated ones last."""
    rows = found.merge(told(corpus)[["article_id", "reference", "said_on", "translated"]], on="article_id")
    return rows.sort_values(["said_on", "article_id", "start"], kind="stable", key=undated_last)


def undated_last(column: pd.Series) -> pd.Series:
    """Return a column as it sorts: an empty text after all dates."""
    return column.replace("", "9999") if column.name == "said_on" else column


def named(table: pd.DataFrame) -> Iterable[Any]:
    """Return the rows of a table, each with its columns as attributes; six times as fast as `itertuples`."""
    return map(row_type(tuple(table.columns))._make, zip(*(table[name].tolist() for name in table), strict=True))


@cache
def row_type(columns: tuple[str, ...]) -> Any:
    """Return the type of a row of these columns; one that cannot be an attribute gets another name."""
    return namedtuple("Row", columns, rename=True)


def grouped(rows: Iterable[Any], *columns: str) -> dict[Any, list[Any]]:
    """Return rows by what stands in a column, or in several; quicker than `groupby` where the groups are many."""
    groups: dict[Any, list[Any]] = {}
    key = attrgetter(*columns)
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    return groups


def labels(corpus: "Corpus") -> dict[str, str]:
    """Return how each measure is printed."""
    return {measure.name: measure.label for measure in corpus.study.measures}


def inside(label: str, study: Study) -> str:
    """Return a label as it stands inside a sentence: in lower case unless it is a name.

    A label is a name if it begins with a country or group of the study, has an inner capital, or is all capitals.

    >>> from analysis.study import DEFAULT, load
    >>> study = load(DEFAULT)
    >>> [inside(label, study) for label in ("Terrorism", "Afghanistan and its authorities", "Islamic State", "AIDS")]
    ['terrorism', 'Afghanistan and its authorities', 'Islamic State', 'AIDS']
    """
    names = [country.name for country in study.countries] + [group.name for group in study.groups]
    is_name = any(letter.isupper() for letter in label.partition(" (")[0][1:]) or label.startswith(tuple(names))
    return label if is_name else label[:1].lower() + label[1:]
