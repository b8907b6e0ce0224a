"""Periods are moved and joined as calendars go."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.figures.period_values import Told, in_year, shifted, span_of_months, year_before

PERIODS = ["2021", "2022-H1", "2018-Q3", "2014-08", "2019/2021", "2023-03/2023-11", "1993/..", "FY2012-2013"]


@pytest.mark.parametrize(
    ("first", "last", "span"),
    [(1, 8, "2023-01/2023-08"), (3, 15, "2023-03/2024-03"), (12, 13, "2023-12/2024-01")],
)
def test_months_past_december_are_of_the_next_year(first, last, span):
    assert span_of_months("2023", first, last) == span


@pytest.mark.parametrize("period", PERIODS)
@given(years=st.integers(-50, 50))
def test_a_period_that_is_moved_there_and_back_is_itself(period, years):
    assert shifted(shifted(period, years), -years) == period


def test_a_period_is_moved_into_the_year_in_which_it_begins():
    assert in_year("2023-11/2024-02", "2020") == "2020-11/2021-02"
    assert year_before("2014-08") == "2013"


@pytest.mark.parametrize(
    ("said_on", "begins", "year"),
    [(date(2024, 2, 1), 1, "2024"), (date(2024, 2, 1), 3, "2023"), (date(2024, 3, 25), 3, "2024")],
)
def test_this_year_is_the_one_that_has_begun(said_on, begins, year):
    assert Told(said_on, begins).year() == (year, "resolved")
    assert Told(None, begins).year() == ("", "unknown")
