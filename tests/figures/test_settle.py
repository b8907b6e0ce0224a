"""Figures of one sentence tell each other their whole, their period, and what they measure."""

from datetime import date

import pytest

from analysis.figures.settle import carried, settled, statement_id


def by_quote(found):
    return {figure.quote: figure for figure in found}


def test_a_part_points_at_its_whole(figures_of):
    whole, part = figures_of("More than 9 million Chinese citizens live there, of which 250,000 study.")
    assert (part.part_of, part.unit, part.measure, part.parties) == (
        whole.figure_id,
        "Chinese citizens",
        whole.measure,
        whole.parties,
    )
    assert whole.part_of == ""


def test_a_level_beside_the_growth_of_a_later_part_year_is_of_the_full_year_before(figures_of):
    text = "Trade tripled in four years to reach $8 billion, and in the first half of the year it grew by another 5%."
    found = by_quote(figures_of(text, date(2022, 10, 14)))
    assert (found["$8 billion"].period, found["$8 billion"].period_basis) == ("2021", "inferred")
    assert (found["tripled"].period, found["tripled"].period_basis) == ("2017/2021", "inferred")
    assert (found["another 5%"].period, found["another 5%"].period_basis) == ("2022-H1", "resolved")


def test_without_a_date_nothing_is_inferred(figures_of):
    text = "Trade tripled in four years to reach $8 billion, and in the first half of the year it grew by another 5%."
    assert {figure.period for figure in figures_of(text, None)} == {""}


@pytest.mark.parametrize(
    ("second", "measure"),
    [
        ("At the end of 2013, it stood at $66 billion.", "trade_turnover"),
        ("In 2012 the figure was $40 billion.", "trade_turnover"),
        ("Debt is high, but it reached $40 billion in 2012.", "trade_turnover"),
        ("It rose 5%.", "trade_turnover"),
        ("The bridge cost $4 million.", "other"),
    ],
)
def test_it_is_what_the_sentence_before_is_about(figures_of, second, measure):
    assert figures_of(f"Trade with Turkey reached $70 billion. {second}")[-1].measure == measure


@pytest.mark.parametrize(
    ("second", "definition"),
    [
        ("That figure has continued to drop, with exports at $1 billion in 2018.", "farm"),
        ("That figure has continued to drop to $1 billion in 2018.", "farm"),
        ("Those exports fell, and exports were $1 billion in 2018.", "farm"),
        ("All exports were $10 billion.", ""),
        ("That figure dropped, but tea exports were $1 billion.", "tea"),
    ],
)
def test_that_figure_is_of_the_goods_of_the_one_before(figures_of, second, definition):
    found = figures_of(f"Kenyan farm exports to Norway were $2 billion in 2017. {second}")[-1]
    assert (found.measure, found.definition) == ("exports", definition)


def test_it_is_also_what_the_clause_before_is_about(figures_of):
    text = "In 2003 foreign investment was $4 million; it increased to $9 million in 2004 because of a debt deal."
    assert [figure.measure for figure in figures_of(text)] == ["investment_flow", "investment_flow"]


def test_only_the_sentence_right_before_is_meant(figures_of):
    assert figures_of("Trade reached $7 billion. The fair opened. It stood at $4 billion.")[-1].measure == "other"


@pytest.mark.parametrize(
    ("text", "change", "printed"),
    [
        ("Exports rose by 27 percent in weight, and 2 percent in value.", "increase", "+2 %"),
        ("Exports fell by 27 percent and 2 percent of firms closed.", "", "2 %"),
    ],
)
def test_two_percentages_may_share_a_verb(figures_of, text, change, printed):
    second = figures_of(text)[-1]
    assert (second.change, second.printed) == (change, printed)


@pytest.mark.parametrize(
    ("text", "period", "basis"),
    [
        ("Exports were $5 billion in 2013. Imports were $3 billion.", "2013", "inferred"),
        ("Exports were $5 billion in 2013. Imports fell by $3 billion.", "", "unknown"),
        ("Exports were $5 billion in 2013. The bridge cost $3 billion.", "", "unknown"),
        ("Exports were $5 billion in 2013.\n\nImports were $3 billion.", "", "unknown"),
    ],
)
def test_levels_of_trade_in_one_paragraph_are_of_one_period(figures_of, text, period, basis):
    last = figures_of(text)[-1]
    assert (last.period, last.period_basis) == (period, basis)


def test_the_first_figure_of_an_article_carries_nothing(figures_of):
    (figure,) = figures_of("In 2012 the figure was $40 billion.")
    assert carried(figure, None, "en") == figure
    assert settled([figure], None) == [figure]


@pytest.mark.parametrize(
    ("text", "as_of", "basis"),
    [
        ("Total direct investment in Kazakhstan is $5 billion.", "2024-06-03", "said_on"),
        ("By 2019 total direct investment in Kazakhstan was $5 billion.", "2019", "stated"),
        ("Trade with Kazakhstan is $5 billion.", "", "unknown"),
    ],
)
def test_a_position_holds_at_its_own_period_else_on_the_day_it_was_said(figures_of, text, as_of, basis):
    (figure,) = figures_of(text)
    assert (figure.as_of, figure.as_of_basis) == (as_of, basis)


def test_a_statement_is_one_speaker_one_day_one_measure(figures_of, article):
    text = (
        "Asel Toktogulova said trade was $5 billion and trade with Turkey $2 billion. She noted exports of $1 billion."
    )
    ids = [statement_id(figure, article("")) for figure in figures_of(text)]
    assert ids[0] == ids[1] == "asel-toktogulova-2024-06-03-trade_turnover"
    assert ids[2] == "asel-toktogulova-2024-06-03-exports"
