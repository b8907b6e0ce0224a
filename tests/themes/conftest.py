"""What the tests of themes share: the study of the project, and mentions of a single sentence or of the articles."""

from pathlib import Path

import pytest

from analysis import corpus, study, themes
from analysis.records import Article, Attribution, Sentence

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="session")
def the_study():
    return study.load(study.DEFAULT)


@pytest.fixture(scope="session")
def mentions(the_study):
    """Return the mentions of a text that is one sentence."""

    def found(text, *, language="en", speaker="", repeats=False):
        sentence = Sentence(0, len(text), text, paragraph=0, heading=repeats, repeats=repeats)
        article = Article("a", "a.txt", "", text, (sentence,), language=language)
        return themes.find(article, the_study, [Attribution(speaker, "direct" if speaker else "narrator")])

    return found


@pytest.fixture(scope="session")
def seed_mentions(the_study):
    """Return the mentions of the five articles, by the first three characters of their ids."""

    def of(article):
        return themes.find(article, the_study, [Attribution("", "narrator")] * len(article.sentences))

    return {article.article_id[:3]: of(article) for article in corpus.read(SEEDS).articles}
