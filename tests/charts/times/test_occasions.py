import re
from typing import Any

import pytest

from analysis.charts import Chart, timeline


def words_on(chart: Chart) -> list[str]:
    return re.findall(r"<text[^>]*>([^<]*)</text>", chart.svg())


@pytest.fixture
def chart(seeds: Any) -> Chart:
    return timeline(seeds.articles, seeds.figures)


def test_articles_of_one_date_are_one_occasion(chart: Chart) -> None:
    assert chart.subtitle == "5 articles, 4 occasions, 3 periods spoken of"
    assert "Oct 2022: 000 and 002" in words_on(chart)


def test_long_stretches_without_an_article_are_marked(chart: Chart) -> None:
    assert words_on(chart).count("no article") == 2
    assert chart.title == "Five articles, Feb 2018 to Oct 2025; none between Feb 2018 and May 2022"


def test_a_stated_and_an_inferred_amount_of_one_year_have_bars_of_their_own(chart: Chart) -> None:
    words = words_on(chart)
    assert "2021: $27 bn and +30 %" in words
    assert "2021: $37.1 bn" in words
    assert "Dashed: inferred." in chart.caption


def test_each_bar_opens_a_figure(chart: Chart) -> None:
    assert sorted(link.href for link in chart.links) == ["#e-f2", "#e-f27", "#e-f37", "#e-f45"]


@pytest.mark.parametrize(("basis", "words"), [("text", "Filled dot"), ("manifest", "Ring"), ("page", "Filled dot")])
def test_a_date_from_the_text_is_told_from_one_supplied(seeds: Any, basis: str, words: str) -> None:
    caption = timeline(seeds.articles.assign(event_date_basis=basis), seeds.figures).caption
    assert words in caption
    assert ("Filled dot" in caption) != ("Ring" in caption)


def test_articles_without_a_date_are_named(seeds: Any) -> None:
    articles = seeds.articles.copy()
    articles.loc[articles["reference"] == "004", ["said_on", "event_date"]] = ""
    assert "Not drawn: 1 article without a date." in timeline(articles, seeds.figures).caption


def test_times_long_ago_are_named_and_do_not_press_the_rest_together(seeds: Any) -> None:
    figures = seeds.figures.copy()
    figures.loc[figures["figure_id"] == "f5", ["period", "period_basis"]] = ["1917", "stated"]
    chart = timeline(seeds.articles, figures)
    assert "periods long before (1917)" in chart.caption
    assert "1920" not in words_on(chart)
