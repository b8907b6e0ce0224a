"""A period is read as the words name it, resolved by the article's date, and left unknown where there is none."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.figures.period_rules import period_rules
from analysis.figures.periods import READERS, periods, year_begins

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
        ("in the eight-month period of this year", "2022-01/2022-08", "resolved"),
        ("between March 21 and", "2022-03-21", "resolved"),
        ("(March 21-August 22, 2021)", "2021-03/2021-08", "stated"),
        # Spans of years
        ("between 1989 and 2003", "1989/2003", "stated"),
        ("from 2010 to 2021", "2010/2021", "stated"),
        ("in 2010–2021", "2010/2021", "stated"),
        ("since the spring of 1993", "1993/..", "stated"),
        ("over the past five years", "2017/2022", "resolved"),
        ("in the next 3 years", "2022/2025", "resolved"),
        ("ten years ago", "2012", "resolved"),
        ("a year ago", "2021", "resolved"),
        ("over a long period from 2009", "2009/..", "stated"),
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
    ("text", "value"),
    [
        ("tariffs that they plan to impose on Dec. 15", "2022-12-15"),
        ("they will meet in May", "2023-05"),
        ("they met in December", "2021-12"),
        ("it will be more than in December", "2021-12"),
    ],
)
def test_a_day_or_a_month_of_a_plan_is_the_coming_one(text, value):
    assert read(text) == [(value, "resolved")]


def test_the_annual_total_is_of_the_year_of_the_month_before():
    assert read("rose in December, and the annual total reached") == [("2021-12", "resolved"), ("2021", "resolved")]
    assert read("the annual total reached") == []


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


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("the first eight months of the current Iranian calendar year", "2022-03/2022-11"),
        ("the first half of the past Iranian calendar year", "2021-03/2021-09"),
        ("in the third quarter of this year", "2022-09/2022-12"),
        ("the Iranian calendar year 1402", "2023-03/2024-03"),
        ("in the month of Azar", "2021-11/2021-12"),
        ("the first half of 2020", "2020-H1"),
    ],
)
def test_years_of_the_iranian_calendar_begin_in_march(text, value):
    assert [period.value for period in periods(text, SAID_ON, year_begins=3)] == [value]


def test_early_in_the_year_the_iranian_year_is_the_one_before():
    (period,) = periods("the current Iranian calendar year", date(2023, 2, 1), year_begins=3)
    assert period.value == "2022"
    assert (year_begins("In the Iranian calendar, ..."), year_begins("In Iran")) == (3, 1)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("in the same period of the previous year", "2020-01/2020-09"),
        ("in the same period of 2019", "2019-01/2019-09"),
        ("in the previous year's same period", "2020-01/2020-09"),
        ("a year earlier", "2020-01/2020-09"),
        ("during this period", "2021-01/2021-09"),
        ("in the mentioned nine months", "2021-01/2021-09"),
    ],
)
def test_a_period_may_refer_to_the_one_spoken_of_before(text, value):
    assert [period.value for period in periods(text, SAID_ON, before="2021-01/2021-09")] == [value]
    assert list(periods(text.replace("2019", "it"), SAID_ON)) == []


def test_the_period_referred_to_may_stand_in_the_sentence():
    values = [value for value, _ in read("in May 2020, from the same period a year ago to the said period")]
    assert values == ["2020-05", "2019-05", "2020-05"]


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
