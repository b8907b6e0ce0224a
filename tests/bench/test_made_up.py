"""Made-up articles: as many figures as asked for, and what makes them like those of life."""

import made_up
import pytest

import analysis


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    folder = tmp_path_factory.mktemp("made up") / "articles"
    made_up.write(600, folder)
    return analysis.read(folder)


def test_about_as_many_figures_are_found_as_were_asked_for(corpus):
    assert len(corpus.articles) == 60
    assert 540 <= len(corpus.figures) <= 660


def test_some_articles_are_copies_and_are_recognised(corpus):
    copies = corpus.articles[corpus.articles["duplicate_of"] != ""]
    assert not copies.empty
    assert set(copies["duplicate_of"]) < set(corpus.articles["article_id"])


def test_articles_agree_and_contradict_each_other(corpus):
    assert {"incompatible", "compatible_by_bound"} <= set(corpus.conflicts["verdict"])
    assert corpus.observations["figure_ids"].str.contains("|", regex=False).any()


def test_the_manifest_is_believed(corpus):
    assert set(corpus.articles["published_basis"]) == {"manifest"}
    assert corpus.articles["outlet"].nunique() > 10


def test_the_same_number_gives_the_same_articles():
    assert list(made_up.articles(200)) == list(made_up.articles(200))
    assert list(made_up.articles(200)) != list(made_up.articles(210))[:20]
