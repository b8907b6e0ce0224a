import re
from dataclasses import replace
from typing import Any

import pytest

from analysis.charts import Chart, trade_statements


def words_on(chart: Chart) -> str:
    return " | ".join(re.findall(r"<text[^>]*>([^<]*)</text>", chart.svg()))


def hrefs(chart: Chart) -> list[str]:
    return [link.href for link in chart.links]


def trade(corpus: Any) -> Chart:
    return trade_statements(corpus.figures, corpus.articles, corpus.observations, corpus.conflicts)


def alone(tables: Any, articles: Any, figures: Any) -> Chart:
    """The chart of amounts that nothing has been reconciled with."""
    return trade_statements(figures, articles, tables.observations(), tables.conflicts())


def changed(corpus: Any, figure_id: str, **values: Any) -> Any:
    figures = corpus.figures.copy()
    figures.loc[figures["figure_id"] == figure_id, list(values)] = list(values.values())
    return replace(corpus, figures=figures)


@pytest.fixture
def chart(seeds: Any) -> Chart:
    return trade(seeds)


def test_title_says_how_far_two_amounts_for_one_year_lie_apart(chart: Chart) -> None:
    assert chart.title == (
        "Trade between Russia and Central Asia: two amounts for what is probably one year, 34 to 41 % apart"
    )


def test_subtitle_says_the_unit_and_where_the_amounts_come_from(chart: Chart) -> None:
    assert chart.subtitle == (
        "Billion US dollars, nominal, as stated, by year spoken of; 3 of 5 articles, 3 occasions, 2 speakers"
    )


@pytest.mark.parametrize(
    "words",
    [
        "$27 bn, Rudenko, May 2022",
        "$37.1 bn, Putin, Oct 2022",
        "$37.1 bn, if 2021",
        "&gt; $45 bn, Putin, Oct 2025",
        "≈ $21 bn = $27 bn ÷ 1.30",
        "≈ $19 bn = $37.1 bn ÷ 2",
        "34 to 41 % apart",
        "year not stated",
    ],
)
def test_every_mark_is_labelled(chart: Chart, words: str) -> None:
    assert words in words_on(chart)


def test_every_mark_opens_its_figure_and_an_inferred_one_twice(chart: Chart) -> None:
    assert sorted(hrefs(chart)) == ["#e-f27", "#e-f27", "#e-f37", "#e-f37", "#e-f37", "#e-f45"]
    assert sum(link.label.startswith("Worked out: ") for link in chart.links) == 2


def test_an_inferred_year_is_drawn_in_the_lane_and_as_a_ring(chart: Chart) -> None:
    marks = [link for link in chart.links if link.href == "#e-f37" and not link.label.startswith("Worked out")]
    ring, lane = sorted(marks, key=lambda link: link.x)
    assert lane.x > 0.75
    assert 0.3 < ring.x < 0.7
    assert lane.y == pytest.approx(ring.y)


def test_the_picture_is_told_in_words(chart: Chart) -> None:
    assert "2021: $27 bn, Rudenko, May 2022." in chart.alt
    assert "Year not stated: $37.1 bn, Putin, Oct 2022." in chart.alt


def test_caption_explains_the_marks_that_are_there_only(chart: Chart) -> None:
    assert "Arrow upward" in chart.caption
    assert "hollow marks are computed" in chart.caption
    assert "Arrow downward" not in chart.caption
    assert "Not drawn" not in chart.caption


def test_one_currency_is_drawn_and_the_others_are_named(tables: Any) -> None:
    articles = tables.articles({"article_id": "a", "reference": "a", "said_on": "2022-05-01"})
    row = {"article_id": "a", "value": 5e6, "period": "2021"}
    rows = [row | {"figure_id": f"f{n}", "unit": unit} for n, unit in enumerate(["KZT", "KZT", "EUR"])]
    figures = tables.figures(*rows, rows[0] | {"figure_id": "f9", "measure": "exports"})
    chart = alone(tables, articles, figures)
    assert chart.subtitle.startswith("Million tenge, nominal, as stated")
    assert "Not drawn: 1 amount for exports and 1 amount in EUR." in chart.caption


def test_a_figure_without_year_parties_speaker_or_date_is_drawn_all_the_same(tables: Any) -> None:
    articles = tables.articles({"article_id": "a", "reference": "a"})
    figures = tables.figures({"article_id": "a", "figure_id": "f1", "value": 5e9, "quote": "$5 billion", "parties": ()})
    chart = alone(tables, articles, figures)
    assert chart.title == "Trade: one statement, year not stated"
    assert "$5 billion, article a" in words_on(chart)


@pytest.mark.parametrize("period", ["2022-H1", "2019/2021", "FY2020-2021", "2021-03", "2018-Q3", "2015-05-21"])
def test_every_form_of_a_period_has_its_place(tables: Any, period: str) -> None:
    articles = tables.articles({"article_id": "a", "reference": "a", "said_on": "2022-05-01"})
    figures = tables.figures({"article_id": "a", "figure_id": "f1", "value": 5e9, "period": period, "printed": "$5 bn"})
    assert "year not stated" not in words_on(alone(tables, articles, figures))


def test_caption_says_what_differs_and_who_says_it(chart: Chart) -> None:
    assert chart.caption.startswith(
        "Two amounts for what is probably one year. Three statements by two speakers on trade between Russia and "
        "Central Asia, nominal, as stated; hollow marks are computed"
    )
    assert chart.caption.endswith("3 articles.")


def test_only_what_the_table_of_conflicts_sets_apart_is_set_apart(seeds: Any, tables: Any) -> None:
    chart = trade_statements(seeds.figures, seeds.articles, seeds.observations, tables.conflicts())
    assert "apart" not in chart.title + words_on(chart)
    assert "two statements for 2021 to 2024, one without a stated year" in chart.title


def test_a_conflict_with_an_amount_that_is_not_drawn_is_left_to_the_table(seeds: Any) -> None:
    absent = seeds.conflicts.replace("f27|f37", "f27|f99")
    assert "apart" not in words_on(trade_statements(seeds.figures, seeds.articles, seeds.observations, absent))


@pytest.mark.parametrize("verdict", ["undetermined", "compatible_by_bound", "part_of_whole", "not_comparable"])
def test_amounts_that_may_both_be_right_have_no_bracket(seeds: Any, verdict: str) -> None:
    softer = seeds.conflicts.assign(verdict=verdict)
    assert "apart" not in words_on(trade_statements(seeds.figures, seeds.articles, seeds.observations, softer))


def test_two_reports_of_one_statement_without_a_year_are_set_apart_in_the_lane(seeds: Any) -> None:
    differing = seeds.conflicts.assign(verdict="reports_differ", period="", condition="")
    figures = seeds.figures.assign(period="", period_basis="unknown")
    chart = trade_statements(figures, seeds.articles, seeds.observations, differing)
    assert "two reports of one statement, 34 to 41 % apart" in chart.title
    assert "34 to 41" in words_on(chart)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        (
            {"value": 37.1e9, "quote": "more than $37.1 billion", "qualifier": "more_than"},
            "two amounts for what is probably one year, at least 34 % apart",
        ),
        ({"value": 270e9, "quote": "$270 billion"}, "one 9.8 to 11 times the other"),
        ({"value": 28e9, "quote": "$28 billion", "qualifier": "about"}, "to 2024, one without a stated year"),
        ({"period_basis": "stated"}, "two amounts for 2021, 34 to 41 % apart"),
    ],
    ids=["one end open", "manifold", "the two meet", "year stated"],
)
def test_title_says_how_far_apart_only_where_the_amounts_cannot_be_the_same(
    seeds: Any, values: dict[str, Any], words: str
) -> None:
    assert trade(changed(seeds, "f37", **values)).title.endswith(words)


def test_reports_of_one_statement_are_one_mark_and_the_others_are_counted(seeds: Any) -> None:
    chart = trade(changed(seeds, "f37", value=27.2e9, quote="$27.2 billion", period_basis="stated"))
    assert "1 further report of the same amounts" in chart.caption
    assert "$27 bn, Rudenko" not in words_on(chart)
    assert "two statements" in chart.title


def test_of_many_statements_the_newest_and_the_extremes_are_labelled(made_up: Any) -> None:
    corpus = made_up(50)
    chart = trade(corpus)
    assert re.search(r"the words of \d+ statements \(each mark opens its sentence\)", chart.caption)
    assert "worked-out value" in chart.caption or "=" not in words_on(chart)
