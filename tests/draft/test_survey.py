from dataclasses import replace
from pathlib import Path

import pytest

from analysis import corpus
from analysis.draft.survey import Survey, spread, survey
from analysis.draft.world import of_the_world
from analysis.study import Study


def test_countries_are_counted_in_articles_and_a_copy_does_not_count(found: Survey) -> None:
    assert found.countries == {"KEN": 4, "UGA": 2, "RWA": 1, "ETH": 1, "TZA": 1}
    assert (found.articles, found.copies, found.stories, len(found.own)) == (6, 1, 5, 5)


def test_a_capital_alone_names_no_country(tmp_path: Path, shipped: Study) -> None:
    (tmp_path / "a.txt").write_text("Wellington scored twice in Athens, the club of Bern said on Monday.\n")
    articles = corpus.read(tmp_path, languages=shipped.languages).articles
    assert not survey(articles, of_the_world(shipped)).countries


@pytest.mark.parametrize(
    ("articles", "of", "often"),
    [(1, 1, True), (1, 5, False), (2, 5, True), (2, 30, False), (3, 30, True), (0, 1, False)],
)
def test_a_matter_of_the_folder_stands_in_two_articles_and_a_tenth_of_them(
    found: Survey, articles: int, of: int, *, often: bool
) -> None:
    assert replace(found, own=(found.own * 6)[:of]).often(articles) is often


def test_groups_and_topics_are_counted_in_articles(found: Survey) -> None:
    assert found.concepts["terrorism"] == 1
    assert found.groups["Africa"] == 2  # "East African leaders", "East African Community"


def test_of_many_stories_some_are_looked_at_that_lie_evenly_spread(folder: Path, shipped: Study) -> None:
    articles = corpus.read(folder, languages=shipped.languages).articles
    some = survey(articles, of_the_world(shipped), most=2)
    stories = sorted(article.article_id for article in articles if not article.duplicate_of)
    assert [article.article_id for article in some.own] == [stories[0], stories[2]]
    assert (some.articles, some.copies, some.stories) == (6, 1, 5)


def test_the_order_of_the_articles_does_not_decide_which_are_looked_at(folder: Path, shipped: Study) -> None:
    articles = tuple(corpus.read(folder, languages=shipped.languages).articles)
    one, other = (survey(given, of_the_world(shipped), most=3) for given in (articles, articles[::-1]))
    assert set(one.own) == set(other.own)
    assert one.countries == other.countries


@pytest.mark.parametrize(("stories", "most"), [(1, 3), (3, 3), (4, 3), (1000, 300)])
def test_as_many_different_ones_are_taken_as_are_wanted(stories: int, most: int) -> None:
    assert len(set(spread(range(stories), most))) == min(stories, most)
