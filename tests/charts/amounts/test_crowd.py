"""The forms that charts of amounts take as the number of stories grows."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from matplotlib.lines import Line2D

from analysis.charts import Chart, investment_by_definition, trade_statements
from analysis.charts.amounts.columns import years_spoken_of
from analysis.charts.amounts.crowd import FULL, fullest, marks_of, on_scale
from analysis.charts.amounts.panels import ALL_LABELLED, form, rows
from analysis.wording.sizes import MANY, MASSES, SOME

STRIP, BANDS, REVISIONS = "Each mark is one statement", "Each bar counts the statements", "by the quarter in which"


def words_on(chart: Chart) -> str:
    return " | ".join(re.findall(r"<text[^>]*>([^<]*)</text>", chart.svg()))


@pytest.fixture(scope="module")
def trade(crowded: Callable[[int], Any], tables: Any) -> Callable[[int], Chart]:
    """Return what draws so many articles before anything is reconciled."""
    return cache(lambda size: plain(trade_statements, crowded(size), tables))


@pytest.fixture(scope="module")
def investment(crowded: Callable[[int], Any], tables: Any) -> Callable[[int], Chart]:
    return cache(lambda size: plain(investment_by_definition, crowded(size), tables))


def plain(draw: Callable[..., Chart], corpus: Any, tables: Any) -> Chart:
    return draw(corpus.figures, corpus.articles, tables.observations(), tables.conflicts())


@pytest.mark.parametrize(
    ("stories", "statements", "drawn"),
    [
        (SOME - 1, 200, "each"),
        (SOME, 200, "strip"),
        (SOME, ALL_LABELLED, "each"),
        (SOME, ALL_LABELLED + 1, "strip"),
        (MANY - 1, 900, "strip"),
        (MANY, 900, "bands"),
        (MASSES, ALL_LABELLED, "each"),
    ],
)
def test_stories_decide_the_form_unless_statements_are_few(stories: int, statements: int, drawn: str) -> None:
    assert form(stories, statements) == drawn


@pytest.mark.parametrize("measure", ["trade", "investment"])
def test_from_fifty_stories_on_there_are_strips_and_from_five_hundred_on_bands(
    measure: str, request: pytest.FixtureRequest
) -> None:
    draw = request.getfixturevalue(measure)
    told = {size: draw(size).caption for size in (SOME - 1, SOME, MANY - 1, MANY)}
    assert [STRIP in told[size] for size in told] == [False, True, True, False]
    assert [BANDS in told[size] for size in told] == [False, False, False, True]


def test_from_five_thousand_stories_on_one_year_is_shown_by_the_date_it_was_spoken_of(
    trade: Callable[[int], Chart],
) -> None:
    assert REVISIONS in trade(MASSES).alt
    assert re.search(r"Of 20\d\d, by the quarter in which it was said", words_on(trade(MASSES)))
    assert REVISIONS not in trade(MASSES - 1).alt


def test_copies_do_not_make_a_corpus_large(crowded: Callable[[int], Any], tables: Any) -> None:
    corpus = crowded(SOME)
    copied = corpus.articles["duplicate_of"].mask(corpus.articles.index == 1, "doc/0000")
    chart = plain(trade_statements, replace(corpus, articles=corpus.articles.assign(duplicate_of=copied)), tables)
    assert STRIP not in chart.caption


def test_every_mark_of_a_strip_opens_its_sentence(trade: Callable[[int], Chart]) -> None:
    number = int(re.search(r"(\d+) statements by", trade(MANY - 1).caption)[1])  # type: ignore[index]
    assert len({link.href for link in trade(MANY - 1).links}) == number


def test_a_strip_names_the_newest_and_the_extremes_only(trade: Callable[[int], Chart]) -> None:
    labels = re.findall(r"\$[\d.]+ bn", words_on(trade(SOME)))
    assert 1 <= len(labels) <= 9
    assert "the words of" in trade(SOME).caption


@pytest.mark.parametrize("size", [SOME, MANY, MASSES])
def test_no_line_leads_from_one_amount_to_another_in_time(trade: Callable[[int], Chart], size: int) -> None:
    figure = trade(size).figure
    assert figure is not None
    lines = [line for line in figure.findobj(Line2D) if line.get_linestyle() != "None" and len(line.get_xdata()) > 1]
    across = [line for axes in figure.axes for line in lines if line in axes.lines and len(set(line.get_xdata())) > 1]
    assert not across


def test_strips_of_trade_are_by_parties_and_bands_by_origin(trade: Callable[[int], Chart]) -> None:
    strips, bands = words_on(trade(SOME)), words_on(trade(MANY))
    assert "Russia and Central Asia: " in strips
    assert "between other parties" in trade(SOME).caption
    assert re.search(r"All: \d+ statements; the longest bar counts \d+", bands)
    assert re.search(r"Vladimir Putin: \d+ statements|World Bank: \d+ statements", bands)


def test_rows_of_investment_are_by_definition_and_parties(investment: Callable[[int], Chart]) -> None:
    assert "“cumulative”, Russia and Central Asia: " in words_on(investment(SOME))
    assert "under three definitions" in investment(MANY).title
    assert "of other definitions or parties" in investment(MANY).caption


def test_long_names_of_rows_are_cut_at_the_edge(crowded: Callable[[int], Any], tables: Any) -> None:
    corpus = crowded(SOME)
    many = "|".join(["CHN", "IND", "IRN", "KAZ", "KGZ", "PAK", "RUS", "TJK", "UZB", "TKM", "MNG", "AFG", "TUR", "AZE"])
    chart = plain(trade_statements, replace(corpus, figures=corpus.figures.assign(parties=many)), tables)
    assert re.search(r"China, India, Iran[^|]*…", words_on(chart))


def test_what_lies_far_above_the_others_is_told_in_words(statement: Any) -> None:
    group = [statement(f"f{n}", 20.0 + n) for n in range(30)]
    kept, words = on_scale([*group, statement("slip", 370.0)], lambda one: one.parties)
    assert kept == group
    assert words == ["1 amount far above the scale ($370 bn, Putin, Oct 2022)"]
    assert on_scale(group, lambda one: one.parties) == (group, [])


def test_bands_are_drawn_only_where_one_has_enough_to_count(statement: Any) -> None:
    few, many = ([statement(f"f{n}", 20.0 + n / 100) for n in range(number)] for number in (FULL - 1, FULL))
    for group, drawn in ((few, "strip"), (many, "bands")):
        panels = rows({"all": group}, years_spoken_of(group), one_scale=True)
        assert fullest(panels) == len(group)
        assert marks_of(panels, "bands") == drawn
    assert marks_of(panels, "strip") == "strip"


def test_independent_origins_are_read_from_the_observations(crowded: Callable[[int], Any], tables: Any) -> None:
    corpus = crowded(SOME)
    first, second = corpus.figures.loc[corpus.figures["parties"] == "RUS|Central Asia", "figure_id"][::2][:2]
    observations = tables.observations({"figure_ids": (first, second), "origins": 2})
    chart = trade_statements(corpus.figures, corpus.articles, observations, tables.conflicts())
    assert "here up to two" in chart.caption
    assert "1 further report of the same amounts" in chart.caption
    assert f"#e-{second}" not in {link.href for link in chart.links}


def test_amounts_for_several_years_or_of_other_years_are_counted(crowded: Callable[[int], Any], tables: Any) -> None:
    corpus = crowded(SOME)
    trade_rows = corpus.figures.index[corpus.figures["measure"] == "trade_turnover"]
    figures = corpus.figures.copy()
    figures.loc[trade_rows[:2], "period"] = "2019/2021"
    figures.loc[trade_rows[2], ["period", "parties"]] = ["1913", "RUS|Central Asia"]
    chart = plain(trade_statements, replace(corpus, figures=figures), tables)
    assert "2 amounts for several years" in chart.caption
    assert "1 amount for other years" in chart.caption


def test_with_amounts_of_several_years_alone_each_is_drawn(crowded: Callable[[int], Any], tables: Any) -> None:
    corpus = crowded(SOME)
    chart = plain(trade_statements, replace(corpus, figures=corpus.figures.assign(period="2019/2021")), tables)
    assert chart.figure is not None
    assert STRIP not in chart.caption
