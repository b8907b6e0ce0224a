"""A period is read as the words name it, resolved by the article's date, and left unknown where there is none."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.figures.period_rules import period_rules
from analysis.figures.periods import READERS, periods

SAID_ON = date(2022, 10, 14)


def read(text, said_on=SAID_ON):
    return [(period.value, period.basis) for period in periods(text, said_on)]


@pytest.mark.parametrize(
    ("text", "value", "basis"),
    [
        # Part of a year
        ("in the first half of last year", "2021-H1", "resolved"),
        ("in the third quarter of 2018", "2018-Q3", "stated"),
        ("in Q3 2018", "2018-Q3", "stated"),
        ("in the first nine months of the year", "2022-01/2022-09", "resolved"),
        ("the first eight months of the previous year", "2021-01/2021-08", "resolved"),
        ("in January-September", "2022-01/2022-09", "resolved"),
        ("from July 2014 to March 2015", "2014-07/2015-03", "stated"),
        # Months and days
        ("in December", "2021-12", "resolved"),
        ("in September", "2022-09", "resolved"),
        ("in May of this year", "2022-05", "resolved"),
        ("in May last year", "2021-05", "resolved"),
        ("at the end of August", "2022-08", "resolved"),
        ("on 21 May 2015", "2015-05-21", "stated"),
        ("on May 21st, 2015", "2015-05-21", "stated"),
        ("on 2015-05-21", "2015-05-21", "stated"),
        # Spans of years
        ("between 1989 and 2003", "1989/2003", "stated"),
        ("from 2010 to 2021", "2010/2021", "stated"),
        ("in 2010–2021", "2010/2021", "stated"),
        ("since the spring of 1993", "1993/..", "stated"),
        ("over the past five years", "2017/2022", "resolved"),
        ("in the next 3 years", "2022/2025", "resolved"),
        ("ten years ago", "2012", "resolved"),
        # Fiscal years
        ("in fiscal year 2012/2013", "FY2012-2013", "stated"),
        ("in FY2013", "FY2012-2013", "stated"),
        ("in the financial year 2012-13", "FY2012-2013", "stated"),
        # Years
        ("last year", "2021", "resolved"),
        ("by 2030", "2030", "stated"),
        ("next year", "2023", "resolved"),
    ],
)
def test_a_period_has_its_value_and_how_it_is_known(text, value, basis):
    assert read(text) == [(value, basis)]


@pytest.mark.parametrize(
    "text", ["last year", "in December", "in the first half of the year", "over the past two years"]
)
def test_without_a_date_a_relative_period_is_unknown(text):
    assert read(text, None) == [("", "unknown")]


def test_the_previous_year_is_the_one_before_the_year_just_named():
    assert read("fell in fiscal year 2012/2013 from the previous year") == [
        ("FY2012-2013", "stated"),
        ("FY2011-2012", "resolved"),
    ]
    assert read("rose on the previous year") == [("2021", "resolved")]


def test_a_span_of_which_the_end_is_not_said_keeps_its_length():
    (period,) = periods("trade doubled in five years", SAID_ON)
    assert (period.value, period.years_back) == ("", 5)


@pytest.mark.parametrize(
    "text", ["$2021 a head", "0.2021", "2021%", "may fall", "Expo-2017", "12019 people", "last year's fair", ""]
)
def test_what_only_looks_like_a_period_is_none(text):
    assert read(text) == []


def test_two_years_joined_by_and_are_two_periods():
    assert [value for value, _ in read("in 2019 and 2020")] == ["2019", "2020"]


def test_every_pattern_has_a_reader():
    assert set(READERS) <= set(period_rules("en").any.groupindex)


@given(st.integers(1900, 2099), st.sampled_from(["in {}", "by {}", "({})", "In {},"]))
def test_a_bare_year_is_that_year(year, frame):
    assert read(frame.format(year)) == [(str(year), "stated")]


@given(st.text(alphabet="in of the 1290-/–.,MayDecFYQH first half quarter months years last to", max_size=60))
def test_no_text_of_such_words_is_too_odd(text):
    for period in periods(text, SAID_ON):
        assert text[period.start : period.end].strip()
