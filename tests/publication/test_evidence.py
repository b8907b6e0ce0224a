"""The table of figures can be searched, chosen from, sorted and cited; without scripts it is all there."""

import csv
from itertools import pairwise

import pytest

WORDS = ("PUTIN", "billion trade", "zzz")


@pytest.fixture(scope="module")
def answers(browse, report):
    return browse("evidence", report / "report.html", *WORDS)


@pytest.fixture(scope="module")
def figures(report):
    """Return the rows of figures.csv by the name of their evidence."""
    with (report / "data" / "figures.csv").open(encoding="utf-8", newline="") as file:
        return {f"e-{row['figure_id']}": row for row in csv.DictReader(file)}


def chosen(figures, column, value):
    return {entry for entry, row in figures.items() if value in row[column].split("|")}


def test_without_scripts_every_figure_is_there_and_no_tool_that_would_do_nothing(answers, figures):
    assert sorted(answers["plain"]["entries"]) == sorted(figures)
    assert answers["plain"]["tools"] == 0


def test_at_first_all_figures_are_shown(answers, figures):
    assert answers["first"] == {
        "entries": answers["plain"]["entries"],
        "count": f"{len(figures)} of {len(figures)} figures",
    }


def test_a_search_shows_the_figures_with_all_its_words_and_counts_them(answers, figures):
    found = {word: set(shown["entries"]) for word, shown in answers["searched"].items()}
    assert found["PUTIN"] >= chosen(figures, "speaker", "Vladimir Putin")
    trade = {entry for entry, row in figures.items() if {"billion", "trade"} <= set(row["sentence"].split())}
    assert set(figures) > found["billion trade"] >= trade
    assert found["zzz"] == set()


@pytest.mark.parametrize(
    ("name", "option", "column", "value"),
    [
        ("Speaker", "Vladimir Putin", "speaker", "Vladimir Putin"),
        ("Speaker", "the article itself", "speaker", ""),
        ("Measure", "Trade turnover", "measure", "trade_turnover"),
        ("Country", "Russia", "parties", "RUS"),
        ("Country", "Central Asia", "parties", "Central Asia"),
    ],
)
def test_a_choice_shows_the_figures_that_have_it(answers, figures, name, option, column, value):
    assert set(answers["chosen"][name][option]["entries"]) == chosen(figures, column, value)


def test_every_figure_belongs_to_one_article(answers, figures):
    shown = [entry for article in answers["chosen"]["Article"].values() for entry in article["entries"]]
    assert sorted(shown) == sorted(figures)


def test_what_is_shown_is_counted_each_time(answers, figures):
    shown = [*answers["searched"].values(), *(each for name in answers["chosen"].values() for each in name.values())]
    assert len(shown) > 10
    assert [each["count"] for each in shown] == [f"{len(each['entries'])} of {len(figures)} figures" for each in shown]


def test_clearing_shows_all_again(answers):
    assert answers["cleared"] == answers["first"]


def test_a_column_sorts_up_and_then_down(answers, figures):
    for up, down in answers["sorted"].values():
        assert sorted(up["entries"]) == sorted(down["entries"]) == sorted(figures)
        assert (up["said"], down["said"]) == ("ascending", "descending")
    dollars = [[float(figures[each]["value"]) for each in order["entries"] if figures[each]["unit"] == "USD"]
               for order in answers["sorted"]["Amount"]]  # fmt: skip
    assert all(low <= high for low, high in pairwise(dollars[0]))
    assert all(high >= low for high, low in pairwise(dollars[1]))
    assert dollars[0] != dollars[1]


def test_figures_without_a_period_come_last_both_ways(answers, figures):
    for order in answers["sorted"]["Period"]:
        periods = [figures[entry]["period"] for entry in order["entries"]]
        assert periods == [each for each in periods if each] + [""] * periods.count("")


def test_a_citation_holds_the_sentence_and_who_said_it_when_and_where(answers, figures):
    row = figures[answers["copied"]["entry"]]
    words = answers["copied"]["words"]
    assert " ".join(row["sentence"].split()) in words
    assert row["speaker"] in words
    assert f"{row['start']} to {row['end']}" in words
    assert row["article_id"].split("_")[0] in words


def test_none_of_it_fails(answers):
    assert answers["errors"] == []
