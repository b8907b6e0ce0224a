import re
from typing import Any

import pandas as pd
import pytest

from analysis.charts import Chart, timeline


def words_on(chart: Chart) -> list[str]:
    return re.findall(r"<text[^>]*>([^<]*)</text>", chart.svg())


@pytest.fixture
def articles(tables: Any) -> pd.DataFrame:
    """Sixty articles: forty of 2018, none of the two years after, twenty of 2021."""
    dates = ["2018-05-01"] * 40 + ["2021-05-01"] * 20
    rows = [
        {"article_id": f"a{number:02}", "reference": f"a{number:02}", "said_on": date, "event_date": date}
        for number, date in enumerate(dates)
    ]
    return tables.articles(*rows)  # type: ignore[no-any-return]


def figure(number: int, period: str, **more: Any) -> dict[str, Any]:
    return {"figure_id": f"f{number}", "article_id": f"a{number:02}", "period": period, "value": 1e9} | more


def test_fewer_than_fifty_articles_are_dots_and_more_are_bars_by_year(articles: pd.DataFrame, tables: Any) -> None:
    assert "Articles by year" not in timeline(articles.head(49), tables.figures()).subtitle
    chart = timeline(articles.head(50), tables.figures())
    assert chart.subtitle.startswith("Articles by year")
    assert "50 articles" in chart.subtitle


def test_years_carry_their_number_of_articles_and_empty_ones_are_marked(articles: pd.DataFrame, tables: Any) -> None:
    chart = timeline(articles, tables.figures())
    assert {"40", "20", "no article"} <= set(words_on(chart))
    assert chart.title.endswith("articles, 2018 to 2021; most in 2018: 40 of 60 (67 %)")
    assert "No article in 2019 to 2020." in chart.caption


def test_a_figure_about_several_years_counts_in_each(articles: pd.DataFrame, tables: Any) -> None:
    figures = tables.figures(figure(1, "2016/2017"), figure(2, "2017"), figure(3, "2017-H1"), figure(4, ""))
    chart = timeline(articles, figures)
    assert "Figures by the year they are about: 2016: 1 and 2017: 3." in chart.alt
    assert "1 figure of no stated time" in chart.caption
    assert {link.href for link in chart.links if link.label.startswith(("2016", "2017"))} == {"#e-f1"}


def test_what_is_inferred_is_hollow(articles: pd.DataFrame, tables: Any) -> None:
    for basis, hollow in (("inferred", True), ("stated", False)):
        chart = timeline(articles, tables.figures(figure(1, "2017", period_basis=basis)))
        assert ("hollow: the year is inferred" in chart.caption) == hollow


def test_years_far_away_are_named_and_do_not_press_the_rest_together(articles: pd.DataFrame, tables: Any) -> None:
    chart = timeline(articles, tables.figures(figure(1, "1917"), figure(2, "2060"), figure(3, "2017")))
    assert "periods far away (1917 and 2060)" in chart.caption
    assert not {"1917", "1950", "2060"} & set(words_on(chart))


def test_figures_of_copies_are_not_counted(articles: pd.DataFrame, tables: Any) -> None:
    articles.loc[articles["article_id"] == "a02", "duplicate_of"] = "a01"
    chart = timeline(articles, tables.figures(figure(1, "2017"), figure(2, "2017")))
    assert "Figures by the year they are about: 2017: 1." in chart.alt


def test_dates_of_the_text_are_filled_and_supplied_ones_hollow(articles: pd.DataFrame, tables: Any) -> None:
    supplied = timeline(articles, tables.figures()).caption
    given = timeline(articles.assign(event_date_basis="text"), tables.figures()).caption
    assert ("Hollow" in supplied, "Filled" in supplied) == (True, False)
    assert ("Hollow" in given, "Filled" in given) == (False, True)


def test_a_bar_opens_the_first_figure_said_in_its_stretch_and_none_where_there_is_no_figure(
    articles: pd.DataFrame, tables: Any
) -> None:
    figures = tables.figures(figure(3, ""), figure(2, "2017"), figure(1, "2016/2017"))
    links = {link.label.partition(":")[0]: link.href for link in timeline(articles, figures).links}
    assert links == {"2018": "#e-f1", "2016": "#e-f1", "2017": "#e-f1"}


@pytest.mark.parametrize(("number", "step"), [(499, "year"), (500, "quarter"), (4999, "quarter"), (5000, "month")])
def test_the_more_articles_the_shorter_the_stretches_of_the_bars(tables: Any, number: int, step: str) -> None:
    rows = [{"article_id": f"a{one}", "reference": f"a{one}", "said_on": "2021-05-01"} for one in range(number)]
    assert timeline(tables.articles(*rows), tables.figures()).subtitle.startswith(f"Articles by {step}, ")


def test_bars_too_narrow_to_be_told_apart_are_counted_by_a_longer_stretch(tables: Any) -> None:
    years = [1940 + one % 86 for one in range(500)]
    rows = [{"article_id": f"a{one}", "reference": f"a{one}", "said_on": f"{y}-05-01"} for one, y in enumerate(years)]
    assert timeline(tables.articles(*rows), tables.figures()).subtitle.startswith("Articles by year, ")


def test_articles_without_a_date_are_counted_as_not_drawn(articles: pd.DataFrame, tables: Any) -> None:
    articles.loc[:9, ["said_on", "event_date"]] = ""
    chart = timeline(articles, tables.figures())
    assert chart.title.startswith("50 dated articles, 2018 to 2021; most in 2018: 30 of 50")
    assert "Not drawn: 10 articles without a date." in chart.caption
