"""An amount is of the period of its own statement, and not of what it is compared with."""

import pytest


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("Exports were $3 billion ($1bn; £2bn) in 2019.", ["2019", "2019", "2019"]),
        ("In 2020 it paid $3 billion, compared with $2 billion in 2019.", ["2020", "2019"]),
        ("It pays $3 billion; in 2019 it paid $2 billion.", ["", "2019"]),
        ("Sales rose 21% on the previous year in 2019.", ["2019"]),
        # Nothing parts the first amount from its period, though another amount follows.
        ("Peru paid $12 million for wells and roads in Chile in 2017 after $7 million in 2016.", ["2017", "2016"]),
        ("It paid $12 million and in 2016 it paid $7 million.", ["", "2016"]),
        # A change from one level to another: the first is not of the time of the second.
        ("It rose from $4 billion to $6 billion by 2013.", ["", "2013"]),
        ("It rose from $4 billion in 2012 to $6 billion in 2013.", ["2012", "2013"]),
        # "ten years ago" belongs to the amount right before it alone.
        ("GDP is $130 billion, against $20 billion ten years ago, and exports $80 billion.", ["", "2014", ""]),
        ("In 2013 prices were 30% higher than they were in 2004.", ["2013"]),
        ("Prices are $30 higher than in 2004.", [""]),
        ("By 2030 it will invest $5 billion.", ["2030"]),
        ("Over the next 5 years it will invest $3 billion.", ["2024/2029"]),
    ],
)
def test_a_figure_is_of_the_period_of_its_own_statement(figures_of, text, periods):
    assert [figure.period for figure in figures_of(text)] == periods


def test_a_period_is_remembered_for_the_sentences_that_refer_to_it(figures_of):
    text = "Exports were $5 billion in January-April. The fair opened. In the same period of 2020 they were $4 billion."
    assert [figure.period for figure in figures_of(text)] == ["2024-01/2024-04", "2020-01/2020-04"]


def test_in_an_article_of_the_iranian_calendar_this_year_began_in_march(figures_of):
    text = "Exports rose 5% in the first two months of this year. The Iranian calendar year ends in March."
    assert figures_of(text)[0].period == "2024-03/2024-05"
