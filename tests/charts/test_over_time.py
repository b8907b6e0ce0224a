import re
from itertools import combinations
from typing import Any

import pandas as pd
import pytest
from matplotlib.text import Text

from analysis.charts import Chart, security, timeline, topics
from analysis.charts.over_time import finest, fitting, line_allowed, stretches
from analysis.charts.place import renderer
from analysis.wording.sizes import LINE_PERIODS, LINE_STORIES


def words_on(chart: Chart) -> list[str]:
    return re.findall(r"<text[^>]*>([^<]*)</text>", chart.svg())


def articles_of(tables: Any, *dates: str) -> pd.DataFrame:
    rows = [
        {"article_id": f"a{number:04}", "reference": f"a{number:04}", "said_on": date, "event_date": date}
        for number, date in enumerate(dates)
    ]
    return tables.articles(*rows)  # type: ignore[no-any-return]


def mentions_of(tables: Any, articles: pd.DataFrame, **more: Any) -> pd.DataFrame:
    rows = [{"article_id": one, "concept": "water", "label": "Water"} | more for one in articles["article_id"]]
    return tables.mentions(*rows)  # type: ignore[no-any-return]


def spread_evenly(number: int, years: range) -> list[str]:
    months = [f"{year}-{month:02}-15" for year in years for month in range(1, 13)]
    return [months[place % len(months)] for place in range(number)]


def test_a_stretch_without_an_article_stands_between_those_with_one() -> None:
    found = stretches(pd.Series(["2021-02-01", "2021-12-31", "2021-10-01"]), "quarter")
    assert [(one.name, one.articles) for one in found] == [
        ("Q1 2021", 1),
        ("Q2 2021", 0),
        ("Q3 2021", 0),
        ("Q4 2021", 2),
    ]


@pytest.mark.parametrize(
    ("room", "step", "columns"), [(24, "month", 24), (23, "quarter", 8), (7, "year", 2), (1, "year", 1)]
)
def test_the_shortest_stretch_with_room_for_all_is_taken_else_the_newest(room: int, step: str, columns: int) -> None:
    dates = pd.Series(["2020-01-01", "2021-12-31"])
    found = fitting(dates, ("month", "quarter", "year"), room)
    assert (found[0].step, len(found)) == (step, columns)
    assert found[-1].year == 2021


@pytest.mark.parametrize(("articles", "step"), [(499, "year"), (500, "quarter"), (4999, "quarter"), (5000, "month")])
def test_the_more_articles_the_shorter_the_stretches(articles: int, step: str) -> None:
    assert finest(articles) == step


def test_a_line_needs_eight_stretches_of_ten_articles_each() -> None:
    full = [f"{2000 + year}-01-01" for year in range(LINE_PERIODS) for _ in range(LINE_STORIES)]
    assert line_allowed(stretches(pd.Series(full), "year"))
    assert not line_allowed(stretches(pd.Series(full[1:]), "year"))
    assert not line_allowed(stretches(pd.Series(full[LINE_STORIES:]), "year"))


def test_up_to_sixty_articles_stand_in_columns_of_their_own_and_more_are_counted_by_time(tables: Any) -> None:
    for number, title in ((60, "Sentences on each topic; 60"), (61, "Share of the articles of each quarter; 61")):
        articles = articles_of(tables, *spread_evenly(number, range(2021, 2022)))
        assert topics(mentions_of(tables, articles), articles).subtitle.startswith(title)


def test_each_stretch_is_headed_by_its_number_of_articles(tables: Any) -> None:
    articles = articles_of(tables, *["2010-03-01"] * 61, *["2025-03-01"] * 9)
    words = words_on(topics(mentions_of(tables, articles), articles))
    assert {"2010", "2025", "61", "9", "articles", "70 (100 %)"} <= set(words)


def test_a_stretch_without_an_article_is_blank_and_one_in_which_none_speaks_is_a_pale_circle(tables: Any) -> None:
    articles = articles_of(tables, *["2021-02-01"] * 40, *["2021-05-01"] * 30, *["2021-11-01"] * 10)
    chart = topics(mentions_of(tables, articles[articles["said_on"] != "2021-05-01"]), articles)
    assert chart.figure is not None
    circles, discs = chart.figure.axes[0].collections
    assert (len(circles.get_offsets()), len(discs.get_offsets())) == (3, 2)  # type: ignore[arg-type]
    assert "Blank: no article in that quarter." in chart.caption


def test_articles_without_a_date_are_counted_at_the_right_but_have_no_column(tables: Any) -> None:
    articles = articles_of(tables, *["2021-02-01"] * 60, *[""] * 20)
    for chart in (
        topics(mentions_of(tables, articles), articles),
        security(mentions_of(tables, articles, taxonomy="security", stance="threat"), articles),
    ):
        assert "80 (100 %)" in words_on(chart)
        assert "Not drawn: 20 articles without a date" in chart.caption


def test_what_only_articles_without_a_date_speak_of_is_counted_and_its_columns_are_empty(tables: Any) -> None:
    articles = articles_of(tables, *["2021-02-01"] * 60, *[""] * 20)
    undated = articles[articles["said_on"] == ""]
    for chart in (
        topics(mentions_of(tables, undated), articles),
        security(mentions_of(tables, undated, taxonomy="security", stance="threat"), articles),
    ):
        assert "20 (25 %)" in words_on(chart)
        assert not chart.links


def test_a_rate_needs_ten_sentences_in_ten_thousand_words(tables: Any) -> None:
    articles = articles_of(tables, *["2021-02-01"] * 70)  # of 800 words each: 56,000
    few_words = articles.assign(words=pd.array([100] * 70, dtype="Int64"))
    assert "1.2" in words_on(topics(mentions_of(tables, articles), articles))
    assert "10" not in words_on(topics(mentions_of(tables, articles), few_words))
    assert "0.16" not in words_on(topics(mentions_of(tables, articles.head(9)), articles))


def test_lines_take_the_place_of_discs_where_months_are_too_many_for_columns_and_full_enough(tables: Any) -> None:
    articles = articles_of(tables, *spread_evenly(5000, range(2018, 2026)))
    chart = topics(mentions_of(tables, articles.head(3000)), articles)
    assert "articles of each month; 5,000 articles" in chart.subtitle
    assert "Line: share of the articles of a month" in chart.caption
    thin = articles_of(tables, *spread_evenly(4910, range(2018, 2026)), *["2010-01-01"] * 90)
    assert "Dark disc" in topics(mentions_of(tables, thin), thin).caption


def test_copies_are_not_counted_over_time(tables: Any) -> None:
    articles = articles_of(tables, *["2021-02-01"] * 80)
    articles.loc[70:, "duplicate_of"] = "a0000"
    for chart in (
        topics(mentions_of(tables, articles), articles),
        security(mentions_of(tables, articles, taxonomy="security", stance="threat"), articles),
        timeline(articles, tables.figures()),
    ):
        assert "70 articles" in chart.subtitle
        assert "80" not in words_on(chart)


def test_security_over_time_says_that_no_article_reports_an_incident(tables: Any) -> None:
    articles = articles_of(tables, *["2021-02-01"] * 70)
    chart = security(mentions_of(tables, articles, taxonomy="security", stance="alleged"), articles)
    assert chart.title == "Raised in 70 of 70 (100 %) articles: Water; no article reports an incident"
    assert chart.caption.startswith("No article reports an incident. Articles by stance: alleged act in 70.")


def test_security_over_time_counts_articles_by_stance_and_those_that_report_an_incident(tables: Any) -> None:
    articles = articles_of(tables, *["2021-02-01"] * 40, *["2022-02-01"] * 30)
    events = mentions_of(tables, articles.head(3), taxonomy="security", stance="event", start=5)
    threats = mentions_of(tables, articles, taxonomy="security", stance="threat")
    chart = security(pd.concat([threats, events]), articles)
    assert chart.caption.startswith("3 articles report an incident. Articles by stance: threat in 70.")
    assert "reported event: 3 and threat: 40" in chart.links[0].label
    assert "the largest is 100 % (40 of 40: threat, Water, Q1 2021)" in chart.caption


def test_each_stance_keeps_its_shape_and_its_place_in_a_cell(tables: Any) -> None:
    articles = articles_of(tables, *["2021-02-01"] * 70)
    stances = ("threat", "response", "event", "alleged", "named")
    found = pd.concat(mentions_of(tables, articles, taxonomy="security", stance=one) for one in stances)
    chart = security(found, articles)
    assert chart.figure is not None
    shapes = chart.figure.axes[0].collections[: len(stances)]  # those of the key come last
    assert len({tuple(map(tuple, shape.get_offsets())) for shape in shapes}) == len(stances)  # type: ignore[arg-type]
    assert {"reported event", "alleged act", "threat", "response", "only named"} <= set(words_on(chart))


@pytest.mark.parametrize(
    ("years", "articles"), [((2021, 2022), 70), ((1990, 2026), 70), ((2021, 2022), 500), ((2020, 2026), 5000)]
)
def test_no_words_of_a_chart_over_time_cover_others_or_leave_it(
    tables: Any, years: tuple[int, int], articles: int
) -> None:
    told = articles_of(tables, *spread_evenly(articles, range(*years)))
    labels = ["Water", "A long name of a theme that goes on (and on, and on, as some do)"]
    themes = [{"concept": label, "label": label} for label in labels]
    found = {
        taxonomy: pd.concat(
            mentions_of(tables, told, taxonomy=taxonomy, stance=stance).assign(**theme) for theme in themes
        )
        for taxonomy, stance in (("topic", ""), ("security", "threat"))
    }
    for chart in (topics(found["topic"], told), security(found["security"], told), timeline(told, tables.figures())):
        assert chart.figure is not None
        chart.figure.draw_without_rendering()
        shown = [text for text in chart.figure.findobj(Text) if text.get_visible() and text.get_text().strip()]
        boxes = [(text.get_text(), Text.get_window_extent(text, renderer(chart.figure)).extents) for text in shown]
        for words, (left, bottom, right, top) in boxes:
            page = chart.figure.bbox
            assert left >= -1 and bottom >= -1 and right <= page.x1 + 1 and top <= page.y1 + 1, words  # noqa: PT018
        for (one, a), (other, b) in combinations(boxes, 2):
            apart = a[2] <= b[0] + 2 or b[2] <= a[0] + 2 or a[3] <= b[1] + 2 or b[3] <= a[1] + 2
            assert apart, f"{chart.name}: {one!r} and {other!r}"
