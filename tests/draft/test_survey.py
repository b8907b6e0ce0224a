from dataclasses import replace
from pathlib import Path

import pytest

from analysis import corpus
from analysis.draft.survey import Survey, survey
from analysis.draft.world import of_the_world
from analysis.study import Study


def test_countries_are_counted_in_articles_and_a_copy_does_not_count(found: Survey) -> None:
    assert found.countries == {"KEN": 4, "UGA": 2, "RWA": 1, "ETH": 1, "TZA": 1}
    assert (len(found.articles), len(found.own)) == (6, 5)


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
