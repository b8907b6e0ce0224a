import random
import re
from typing import Any

import pandas as pd
import pytest

from analysis.charts import Chart, countries, country_map, spoken_together
from analysis.charts.look import PALETTE
from analysis.wording.words import party

REGION = ("KAZ", "KGZ", "TJK", "TKM", "UZB")
UNION = (
    *("AUT", "BEL", "BGR", "HRV", "CYP", "CZE", "DNK", "EST", "FIN", "FRA", "DEU", "GRC", "HUN", "IRL"),
    *("ITA", "LVA", "LTU", "LUX", "MLT", "NLD", "POL", "PRT", "ROU"),
)
OTHERS = (
    *("RUS", "CHN", "AFG", "TUR", "IRN", "USA", "IND", "PAK", "AZE", "BLR", "ARM", "GBR", "JPN", "KOR"),
    *("UKR", "SRB", "MNG", "BIH", "TTO", "CAF"),
)
ROLES = ("spoken_of", "spoken_of", "listed", "venue")
FORMS = (countries, country_map, spoken_together)


def told(tables: Any, number: int) -> pd.DataFrame:
    """Return so many articles, the first of them the newest."""
    dates = [f"{2025 - one % 9}-0{one % 9 + 1}-01" for one in range(number)]
    rows = [
        {"article_id": f"doc/{one:04}", "reference": f"doc {one:04}", "said_on": date, "event_date": date}
        for one, date in enumerate(dates)
    ]
    return tables.articles(*rows)  # type: ignore[no-any-return]


def named(code: str, first: int, last: int, role: str = "spoken_of", start: int = 0) -> list[dict[str, Any]]:
    """Return a mention of a country in each article from `first` up to `last`."""
    row = {"taxonomy": "country", "concept": code, "label": party(code), "role": role, "start": start}
    sentence = {"sentence_start": start, "sentence": f"{role} <{code}> & more."}
    return [row | sentence | {"article_id": f"doc/{one:04}"} for one in range(first, last)]


def made_up_mentions(tables: Any, number: int, members: tuple[str, ...]) -> pd.DataFrame:
    """Return mentions of many countries: the first of the region most often, its last two and others together."""
    pick = random.Random(number)
    rows: list[dict[str, Any]] = []
    codes = [*members, *(code for code in OTHERS if code not in members)]
    for article in range(number):
        together = pick.random() < 0.1
        for place, code in enumerate(codes):
            if pick.random() < 0.5 / (1 + place * 0.4) or (together and place in (1, 4, 6)):
                rows += named(code, article, article + 1, pick.choice(ROLES), place * 100)
    return tables.mentions(*rows)  # type: ignore[no-any-return]


def words_on(chart: Chart) -> list[str]:
    return re.findall(r"<(?:text|tspan)[^>]*>([^<]+)</", chart.svg())


@pytest.mark.parametrize("number", [50, 500, 5000])
@pytest.mark.parametrize("members", [REGION, UNION, ("RUS", "USA", "FJI", "NZL")], ids=["five", "union", "date line"])
def test_a_chart_of_many_countries_is_readable_dark_and_linked(
    overlaps: Any, tables: Any, number: int, members: tuple[str, ...]
) -> None:
    articles, mentions = told(tables, number), made_up_mentions(tables, number, members)
    for chart in (form(mentions, articles, members) for form in FORMS):
        if chart.figure:
            assert overlaps(chart) == []
            assert set(re.findall(r"#[0-9a-f]{6}\b", chart.svg())) <= set(PALETTE.values())
            assert min(len(chart.title), len(chart.subtitle), len(chart.caption), len(chart.alt)) > 10
            for link in chart.links:
                assert re.fullmatch(r"#s-doc \d{4}-\d+", link.href)
                assert 0 <= link.x <= link.x + link.width <= 1.0001
                assert 0 <= link.y <= link.y + link.height <= 1.0001


def test_the_order_of_the_tables_changes_nothing(tables: Any) -> None:
    articles, mentions = told(tables, 500), made_up_mentions(tables, 500, REGION)
    backwards = articles[::-1].reset_index(drop=True), mentions[::-1].reset_index(drop=True)
    for form in FORMS:
        assert form(mentions, articles, REGION)._repr_html_() == form(*backwards[::-1], REGION)._repr_html_()


def test_where_no_country_is_named_a_sentence_says_so(tables: Any) -> None:
    for number in (0, 3, 500):
        for form in FORMS:
            chart = form(tables.mentions(), told(tables, number), REGION)
            assert chart.sentence == "None of the countries of the study is named in these articles."


@pytest.mark.parametrize(
    ("rows", "title"),
    [
        (named("KAZ", 0, 40) + named("UZB", 0, 9), "Kazakhstan is spoken of in most articles: 40 of 60 (67 %)"),
        (named("KAZ", 0, 20) + named("UZB", 0, 9), "Kazakhstan is spoken of in the most articles: 20 of 60 (33 %)"),
        (
            named("KAZ", 0, 9) + named("UZB", 9, 18),
            "Kazakhstan and Uzbekistan are spoken of in the most articles: 9 of 60 (15 %) each",
        ),
        (
            named("KAZ", 0, 40) + named("UZB", 0, 60, "listed"),
            "Kazakhstan is spoken of in most articles: 40 of 60 (67 %); Uzbekistan in none",
        ),
        (
            named("KAZ", 0, 40, "listed"),
            "No country is spoken of: all that are named are only listed, or the venue",
        ),
    ],
)
def test_the_title_of_the_dots_says_what_is_seen(tables: Any, rows: list[dict[str, Any]], title: str) -> None:
    assert countries(tables.mentions(*rows), told(tables, 60), ("KAZ", "UZB")).title == title


def test_countries_of_the_region_stand_first_and_those_never_named_too(tables: Any) -> None:
    rows = [*named("CHN", 0, 30), *named("KAZ", 0, 9), *named("UZB", 0, 12), *named("RUS", 0, 40)]
    words = words_on(countries(tables.mentions(*rows), told(tables, 60), ("KAZ", "TKM", "UZB")))
    names = ("Kazakhstan", "Turkmenistan", "Uzbekistan", "Russia", "China")
    assert [word for word in words if word in names] == ["Uzbekistan", "Kazakhstan", "Turkmenistan", "Russia", "China"]
    assert words.count("not named") == 1
    assert "40 (67 %)" in words


def test_of_more_than_twenty_countries_the_rest_is_counted(tables: Any) -> None:
    codes = [*REGION, *OTHERS]
    rows = [row for place, code in enumerate(codes) for row in named(code, 0, 50 - place)]
    chart = countries(tables.mentions(*rows), told(tables, 60), REGION)
    assert len(chart.links) == 20
    assert "Not drawn: 5 countries (Serbia, Mongolia, Bosnia and Herzegovina" in chart.caption


def test_roles_are_told_apart_without_colour(tables: Any) -> None:
    rows = [*named("KAZ", 0, 30), *named("KAZ", 30, 45, "listed"), *named("KAZ", 45, 50, "venue")]
    chart = countries(tables.mentions(*rows), told(tables, 60), ("KAZ",))
    assert chart.figure is not None
    lines = [line for line in chart.figure.axes[0].lines if line.get_marker() not in ("None", "")]
    assert len({(line.get_marker(), line.get_markerfacecolor() == "none") for line in lines}) == 3
    assert {"spoken of", "only listed", "only the venue"} <= set(words_on(chart))


def test_a_dot_opens_the_oldest_sentence_in_the_strongest_role(tables: Any) -> None:
    # Of articles 0 to 8 the last is the oldest
    rows = [*named("KAZ", 0, 9, "listed", 5), *named("KAZ", 0, 9, start=300), *named("KAZ", 0, 9, start=200)]
    (link,) = countries(tables.mentions(*rows), told(tables, 60), ("KAZ",)).links
    assert link.href == "#s-doc 0008-200"
    assert link.label == "Kazakhstan: spoken of in 9 of 60 (15 %); the first: spoken_of <KAZ> & more."


def test_areas_on_the_map_are_as_the_articles(tables: Any) -> None:
    rows = [*named("KAZ", 0, 400), *named("UZB", 0, 100), *named("TKM", 0, 90, "listed")]
    chart = country_map(tables.mentions(*rows), told(tables, 500), ("KAZ", "UZB", "TKM"))
    assert chart.figure is not None
    sizes = [line.get_markersize() for line in chart.figure.axes[0].lines]
    assert sizes[0] == 2 * sizes[1]
    assert len(chart.links) == 2
    assert {"400 (80 %)", "100 (20 %)", "0"} <= set(words_on(chart))
    assert "ring: none" in chart.caption


def test_no_country_of_the_map_is_shaded_by_its_number(tables: Any) -> None:
    rows = [*named("KAZ", 0, 400), *named("UZB", 0, 100)]
    chart = country_map(tables.mentions(*rows), told(tables, 500), REGION)
    assert chart.figure is not None
    assert len({patch.get_facecolor() for patch in chart.figure.axes[0].patches}) == 1


def test_a_region_across_the_date_line_hangs_together(tables: Any) -> None:
    region = ("RUS", "NZL", "FJI", "USA")
    rows = [row for place, code in enumerate(region) for row in named(code, 0, 90 - place)]
    links = country_map(tables.mentions(*rows), told(tables, 500), region).links
    assert [link.label.partition(":")[0] for link in sorted(links, key=lambda link: link.x)] == [
        "Russia",
        "New Zealand",
        "Fiji",
        "United States",
    ]


def test_each_country_of_a_crowded_map_has_its_number_at_its_disc_or_in_the_caption(tables: Any) -> None:
    rows = [row for place, code in enumerate(UNION) for row in named(code, 0, 130 - place)]
    chart = country_map(tables.mentions(*rows), told(tables, 500), UNION)
    drawn = " ".join(words_on(chart))
    homeless = [code for code in UNION if party(code) not in drawn]
    assert "MLT" in homeless  # without an outline
    assert all(re.search(rf"{party(code)} \(?{130 - UNION.index(code)}", chart.caption) for code in homeless)


def test_a_pair_opens_its_oldest_article(tables: Any) -> None:
    rows = [*named("KAZ", 0, 5, start=70), *named("CHN", 2, 9, start=40), *named("RUS", 0, 2)]
    chart = spoken_together(tables.mentions(*rows), told(tables, 500), REGION)
    (link,) = chart.links
    assert link.href == "#s-doc 0004-40"
    assert link.label.startswith("Kazakhstan and China: 3 of 500 (< 1 %); the first: ")
    assert chart.title.startswith("Kazakhstan and China are most often spoken of together: in 3 of 500")


def test_only_countries_of_a_marked_pair_stand_in_the_matrix(tables: Any) -> None:
    rows = [*named("KAZ", 0, 5), *named("CHN", 0, 5), *named("RUS", 3, 9), *named("IND", 80, 99)]
    chart = spoken_together(tables.mentions(*rows), told(tables, 500), REGION)
    assert words_on(chart) == ["Kazakhstan", "China", "5"]
    assert "Not drawn: 2 pairs in fewer than 3 articles and 2 countries (India and Russia)." in chart.caption


def test_a_number_stands_in_a_disc_where_it_fits(tables: Any) -> None:
    rows = [*named("KAZ", 0, 400), *named("CHN", 0, 400), *named("RUS", 0, 4)]
    words = words_on(spoken_together(tables.mentions(*rows), told(tables, 500), ("KAZ",)))
    assert "400" in words
    assert "4" not in words


def test_pairs_that_chance_explains_are_counted(tables: Any) -> None:
    rows = [*named("KAZ", 0, 1000), *named("CHN", 800, 1800), *named("UZB", 300, 800), *named("RUS", 799, 803)]
    articles = told(tables, 5000)
    assert "1 pair in fewer than 3 articles" in spoken_together(tables.mentions(*rows), articles, REGION).caption
    assert "that chance explains" in spoken_together(tables.mentions(*rows), articles, REGION).caption
    alone = tables.mentions(*named("KAZ", 0, 1000), *named("CHN", 800, 1800))
    assert spoken_together(alone, articles, REGION).sentence == (
        "No two countries are spoken of together in 3 articles or more, and in more than chance gives."
    )


def test_copies_of_an_article_add_to_no_number(tables: Any) -> None:
    articles = told(tables, 510)
    articles.loc[500:, "duplicate_of"] = "doc/0000"
    mentions = tables.mentions(*named("KAZ", 490, 510), *named("UZB", 490, 510))
    for form in FORMS:
        assert "10 of 500 (2 %)" in form(mentions, articles, REGION).title
