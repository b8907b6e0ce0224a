"""Statements of one sentence, and of the five articles."""

from collections.abc import Callable
from pathlib import Path

import pytest

from analysis import corpus, figures, themes
from analysis.records import Article, Sentence, Statement
from analysis.statements import find
from analysis.study import DEFAULT, load


def one_article(*sentences: str) -> Article:
    """Return an article of these sentences, in one paragraph."""
    starts = [sum(len(before) + 1 for before in sentences[:at]) for at in range(len(sentences))]
    spans = [(start, start + len(text), text) for start, text in zip(starts, sentences, strict=True)]
    read = tuple(Sentence(start, end, text, 0, heading=False, repeats=False) for start, end, text in spans)
    return Article("made", "made.txt", "", " ".join(sentences), read, language="en")


def statements_of(article: Article) -> tuple[Statement, ...]:
    """Return the statements of an article under the default study."""
    study, speakers = load(DEFAULT), figures.attributions(article)
    return find(article, study, speakers, themes.find(article, study, speakers))


@pytest.fixture
def said() -> Callable[..., tuple[Statement, ...]]:
    """Return the statements of an article made of some sentences."""
    return lambda *sentences: statements_of(one_article(*sentences))


@pytest.fixture
def in_article() -> Callable[[Article], tuple[Statement, ...]]:
    """Return the statements of an article."""
    return statements_of


@pytest.fixture(scope="session")
def seeds() -> dict[str, tuple[Statement, ...]]:
    """The statements of each of the five articles, by the first three characters of its name."""
    articles = corpus.read(Path("seeds"), languages=load(DEFAULT).languages).articles
    return {article.article_id[:3]: statements_of(article) for article in articles}
