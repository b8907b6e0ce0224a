import re
from dataclasses import replace
from typing import Any

import pytest

from analysis.charts import Chart, investment_by_definition


def words_on(chart: Chart) -> list[str]:
    return re.findall(r"<text[^>]*>([^<]*)</text>", chart.svg())


def investment(corpus: Any) -> Chart:
    return investment_by_definition(corpus.figures, corpus.articles, corpus.observations, corpus.conflicts)


@pytest.fixture
def chart(seeds: Any) -> Chart:
    return investment(seeds)


def test_each_definition_has_a_panel_that_says_what_is_not_stated(chart: Chart) -> None:
    words = words_on(chart)
    assert {"“total direct”", "“cumulative”", "as of when: not stated", "since when: not stated"} <= set(words)


def test_each_amount_is_labelled_and_opens_its_figure(chart: Chart) -> None:
    words = words_on(chart)
    assert {"≈ $5 bn, Putin, Oct 2022", "$30.5 bn, Rudenko, May 2022", "&gt; $20 bn, Putin, Oct 2025"} <= set(words)
    assert sorted(link.href for link in chart.links) == ["#e-f20", "#e-f305", "#e-f5"]


def test_amounts_of_one_cumulative_wording_that_do_not_shrink_can_be_true_together(chart: Chart) -> None:
    assert "The two amounts called “cumulative” can both be true." in chart.caption


def test_a_cumulative_amount_that_shrinks_is_not_said_to_be_possible(seeds: Any) -> None:
    figures = seeds.figures.copy()
    figures.loc[figures["figure_id"] == "f20", "qualifier"] = "exact"
    assert "be true" not in investment(replace(seeds, figures=figures)).caption


def test_direction_stands_in_the_title_where_all_share_it(seeds: Any) -> None:
    figures = seeds.figures.assign(from_party="RUS", to_party="Central Asia")
    title = investment(replace(seeds, figures=figures)).title
    assert title.replace("\u00a0", " ") == (
        "Investment from Russia to Central Asia: three amounts under two definitions"
    )


def test_a_stated_start_is_not_said_to_be_missing(seeds: Any) -> None:
    figures = seeds.figures.copy()
    figures.loc[figures["figure_id"] == "f305", "period"] = "2010/2021"
    assert "since when: not stated by 1 of 2" in words_on(investment(replace(seeds, figures=figures)))


def test_amounts_without_a_date_are_named_below(seeds: Any) -> None:
    articles = seeds.articles.copy()
    articles.loc[articles["reference"] == "000", "said_on"] = ""
    chart = investment(replace(seeds, articles=articles))
    assert "Not drawn: 1 amount in articles without a date." in chart.caption


def test_without_any_date_there_is_a_sentence(seeds: Any) -> None:
    assert investment(replace(seeds, articles=seeds.articles.assign(said_on=""))).figure is None


def test_a_long_definition_is_cut_at_the_end_of_its_panel(seeds: Any) -> None:
    figures = seeds.figures.copy()
    figures.loc[figures["figure_id"] == "f5", "definition"] = (
        "direct investment of all companies with state capital " * 2
    )
    chart = investment(replace(seeds, figures=figures))
    assert any(re.fullmatch(r"“direct investment of .*…", words) for words in words_on(chart))


def test_definitions_beyond_the_panels_are_named(seeds: Any, tables: Any) -> None:
    kinds = ["cumulative", "cumulative", "direct", "direct", "portfolio", "portfolio", "real", ""]
    rows = [
        {"figure_id": f"f{n}", "article_id": "001", "value": n * 1e9, "measure": "investment_stock", "definition": kind}
        for n, kind in enumerate(kinds, 1)
    ]
    chart = investment_by_definition(tables.figures(*rows), seeds.articles, tables.observations(), tables.conflicts())
    assert "amounts of other definitions (real and no definition given)" in chart.caption
