"""What the tests of figures share: the study of the project, figures of a text, and figures of the articles."""

from datetime import date
from pathlib import Path

import pytest

from analysis import corpus, figures, study
from analysis.corpus.story.sentences import sentences
from analysis.records import Article

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="session")
def the_study():
    return study.load(study.DEFAULT)


@pytest.fixture(scope="session")
def article():
    """Return an article made of a text, said on a day."""

    def made(text, said_on=date(2024, 6, 3), article_id="a"):
        return Article(article_id, f"{article_id}.txt", "", text, sentences(text, ()), published=said_on, language="en")

    return made


@pytest.fixture(scope="session")
def figures_of(the_study, article):
    """Return the figures of a text."""

    def found(text, said_on=date(2024, 6, 3), article_id="a"):
        made = article(text, said_on, article_id)
        return figures.find(made, the_study, figures.attributions(made))

    return found


@pytest.fixture(scope="session")
def seed_articles():
    return corpus.read(SEEDS).articles


@pytest.fixture(scope="session")
def seed_figures(the_study, seed_articles):
    """Return the figures of the five articles."""
    found = (figures.find(article, the_study, figures.attributions(article)) for article in seed_articles)
    return [figure for of_article in found for figure in of_article]
