"""What holds for dots, map and network of countries, however they are drawn."""

import re
from typing import Any

import pandas as pd
import pytest

from analysis.charts import countries, country_map, spoken_together
from analysis.charts.region.outlines import BOUNDARIES
from analysis.wording.words import party

REGION = ("KAZ", "KGZ", "TJK", "TKM", "UZB")
LONG_NAMES = ("BIH", "TTO", "CAF", "COD", "MKD", "STP", "VCT", "GBR", "ARE")
FORMS = (countries, country_map, spoken_together)


def named(
    tables: Any, articles: pd.DataFrame, code: str, first: int, last: int, role: str = "spoken_of"
) -> pd.DataFrame:
    rows = [
        {"taxonomy": "country", "concept": code, "label": party(code), "article_id": one, "role": role}
        for one in articles["article_id"].iloc[first:last]
    ]
    return tables.mentions(*rows)  # type: ignore[no-any-return]


def told(tables: Any, number: int) -> pd.DataFrame:
    rows = [
        {"article_id": f"a{one:04}", "reference": f"a{one:04}", "said_on": "2021-02-01", "event_date": "2021-02-01"}
        for one in range(number)
    ]
    return tables.articles(*rows)  # type: ignore[no-any-return]


def some_mentions(tables: Any, articles: pd.DataFrame) -> pd.DataFrame:
    """Kazakhstan in all, Uzbekistan in half, China in a fifth of the articles, Turkmenistan only in lists."""
    half, fifth = len(articles) // 2, len(articles) // 5
    return pd.concat(
        [
            named(tables, articles, "KAZ", 0, len(articles)),
            named(tables, articles, "UZB", 0, half),
            named(tables, articles, "CHN", half - 1, half - 1 + fifth),
            named(tables, articles, "TKM", 0, half, "listed"),
            named(tables, articles, "TJK", 0, 1, "venue"),
        ]
    )


@pytest.mark.parametrize(("number", "drawn"), [(1, 0), (5, 0), (49, 0), (50, 1), (499, 1), (500, 3)])
def test_each_form_has_its_number_of_articles_and_a_sentence_below_it(tables: Any, number: int, drawn: int) -> None:
    articles = told(tables, number)
    charts = [form(some_mentions(tables, articles), articles, REGION) for form in FORMS]
    assert [chart.figure is not None for chart in charts] == [place < drawn for place in range(3)]
    assert all(re.fullmatch(r"[A-Z].+\.", chart.sentence) for chart in charts if chart.figure is None)


def test_the_map_has_the_countries_of_the_region_and_no_others(tables: Any) -> None:
    articles = told(tables, 500)
    chart = country_map(some_mentions(tables, articles), articles, REGION)
    assert all(party(code) in chart.alt for code in REGION)
    assert "China" not in chart._repr_html_() + chart.alt
    assert BOUNDARIES in chart.caption


def test_a_country_without_an_outline_is_named(tables: Any) -> None:
    articles = told(tables, 500)
    chart = country_map(some_mentions(tables, articles), articles, ("KAZ", "SGP"))
    assert "Singapore" in chart.caption
    assert country_map(some_mentions(tables, articles), articles, ()).figure is None


@pytest.mark.parametrize(("together", "marks"), [(2, 0), (3, 1), (4, 1)])
def test_two_countries_need_three_articles_to_be_joined(tables: Any, together: int, marks: int) -> None:
    articles = told(tables, 500)
    found = pd.concat([named(tables, articles, "KAZ", 0, 50), named(tables, articles, "CHN", 50 - together, 90)])
    assert len(spoken_together(found, articles, REGION).links) == marks


def test_lists_do_not_join_countries(tables: Any) -> None:
    articles = told(tables, 500)
    found = pd.concat([named(tables, articles, "KAZ", 0, 50), named(tables, articles, "CHN", 0, 50, "listed")])
    assert spoken_together(found, articles, REGION).figure is None


def test_among_masses_of_articles_only_what_exceeds_chance_is_joined(tables: Any) -> None:
    for number, marks in ((4999, 2), (5000, 1)):
        articles = told(tables, number)
        found = [
            named(tables, articles, "KAZ", 0, 1000),
            named(tables, articles, "CHN", 800, 1800),  # 200 together, as chance gives
            named(tables, articles, "UZB", 300, 800),  # 500 together with Kazakhstan, 100 by chance
        ]
        chart = spoken_together(pd.concat(found), articles, REGION)
        assert len(chart.links) == marks
        assert ("chance" in chart.caption) == (number == 5000)


def test_copies_are_not_counted(tables: Any) -> None:
    articles = told(tables, 510)
    articles.loc[500:, "duplicate_of"] = "a0000"
    for form in FORMS:
        assert "500 articles" in form(some_mentions(tables, articles), articles, REGION).subtitle
    assert countries(some_mentions(tables, articles), articles.head(505), REGION).figure is not None
    assert country_map(some_mentions(tables, articles), articles.iloc[1:], REGION).figure is None


def test_an_article_counts_once_by_the_weightiest_way_it_names_a_country(tables: Any) -> None:
    articles = told(tables, 60)
    listed = named(tables, articles, "KAZ", 0, 60, "listed").assign(start=0)
    chart = countries(pd.concat([listed, named(tables, articles, "KAZ", 0, 20)]), articles, ("KAZ",))
    assert len(chart.links) == 2
    assert re.search(r"Kazakhstan: .*\b20\b.*\b40\b", chart.alt)


@pytest.mark.parametrize(
    "region", [REGION, ("EST", "LVA", "LTU"), ("RUS", "BLR", "KAZ", "KGZ", "ARM"), ("USA", "FJI", "JPN")]
)
@pytest.mark.parametrize("number", [50, 500])
def test_no_words_of_countries_cover_others_or_leave_the_page(
    overlaps: Any, tables: Any, region: tuple[str, ...], number: int
) -> None:
    articles = told(tables, number)
    codes = [*region, *LONG_NAMES, "RUS", "CHN", "AFG", "IRN", "TUR", "USA", "DEU", "IND", "PAK", "KOR", "PRK"]
    found = pd.concat(
        named(tables, articles, code, place, number * (place % 3 + 1) // 4)
        for place, code in enumerate(dict.fromkeys(codes))
    )
    for form in FORMS:
        chart = form(found, articles, region)
        assert chart.figure is None or overlaps(chart) == []
