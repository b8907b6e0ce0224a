from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.corpus import sentences
from analysis.corpus.metadata.weekdays import DAYS, lead_misfit, misfits


@pytest.mark.parametrize(
    ("raw_text", "remark"),
    [
        ("They met on Friday, 13 October 2022, in Hanoi.", '"Friday, 13 October 2022": that day was a Thursday.'),
        ("It came on Tuesday (November 24, 2010).", '"Tuesday (November 24, 2010)": that day was a Wednesday.'),
        ("Published: Fri, 9 October 2025", '"Fri, 9 October 2025": that day was a Thursday.'),
        ("Signed on 13.10.2022 (Friday)", '"13.10.2022 (Friday)": that day was a Thursday.'),
        ("Signed on 13 October 2022, Friday.", '"13 October 2022, Friday": that day was a Thursday.'),
        ("It came on Sunday night, 14 October 2022.", '"Sunday night, 14 October 2022": that day was a Friday.'),
        ("TUESDAY, OCTOBER 14, 2022", '"TUESDAY, OCTOBER 14, 2022": that day was a Friday.'),
        ("Published: Tue. 14 October 2022", '"Tue. 14 October 2022": that day was a Friday.'),
        ("Встреча в пятницу, 13 октября 2022 года.", '"пятницу, 13 октября 2022 года": that day was a Thursday.'),
    ],
)  # fmt: skip
def test_a_weekday_that_is_not_the_dates_own_is_named(raw_text: str, remark: str):
    assert list(misfits(raw_text)) == [remark]


@pytest.mark.parametrize(
    "raw_text",
    [
        "They met on Friday, 14 October 2022.",
        "Friday prayers began on 13 October 2022.",
        "The talks of 13 October 2022, Friday's vote and the budget were discussed.",
        "On Friday 03/04/2018 the port reopened.",  # may be either day
        "On Friday, 14 October, they met.",
        "The ships left on 13 October 2022. Friday was a holiday.",
        "They met from Monday, 10 October 2022, Tuesday, 11 October 2022, to Wednesday.",
        "The sun 13 October 2022 rose.",
        "He arrived on Tuesday. March 5, 2023 is the next date.",
        "The Mail on Sunday, 14 October 2022",
        "It stood in The Sun, 14 October 2022.",
        "THE SUN, 14 OCTOBER 2022",
        "They came on Friday night, 14 October 2022.",
    ],
)
def test_weekdays_that_fit_or_tell_nothing_are_passed_over(raw_text: str):
    assert list(misfits(raw_text)) == []


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.integers(0, 6))
def test_a_weekday_is_named_exactly_where_it_is_wrong(day: date, weekday: int):
    raw_text = f"They met on {DAYS[weekday]}, {day.day} {day:%B} {day.year}, in Hanoi."
    assert bool(list(misfits(raw_text))) == (weekday != day.weekday())


THURSDAY = date(2022, 10, 13)


@pytest.mark.parametrize(
    ("raw_text", "event", "published", "named"),
    [
        ("The leaders met in Nairobi on Friday. They agreed.", THURSDAY, None, "on Friday"),
        ("They agreed. The leaders met late on Friday.", THURSDAY, THURSDAY, "on Friday"),
        ("The leaders met in Nairobi on Thursday.", THURSDAY, None, ""),
        # said on the day of publication, after the occasion
        ("Trade doubled, the ministry said on Friday.", THURSDAY, THURSDAY + timedelta(days=1), ""),
        ("The leaders will meet on Thursday.", THURSDAY, THURSDAY - timedelta(days=3), ""),
        ("The leaders met on Friday.", THURSDAY, THURSDAY + timedelta(days=30), ""),
        ("The leaders met on Friday.", None, THURSDAY, ""),
        # said of another day, before the occasion
        ("They will meet on Monday to prepare the summit.", THURSDAY, THURSDAY - timedelta(days=1), ""),
        ("Envoys are to meet on Monday. They agreed on tea.", THURSDAY, THURSDAY, ""),
        ("The leaders met in Nairobi on Friday. They will meet again.", THURSDAY, None, "on Friday"),
        ("The leaders met on Friday, said the ministry on Monday.", THURSDAY, None, ""),
        ("They met. They agreed. The vote is on Friday.", THURSDAY, None, ""),
        ("Friday prayers were held as the leaders met.", THURSDAY, None, ""),
    ],
)
def test_the_weekday_of_the_lead_lies_between_the_occasion_and_the_publication(
    raw_text: str, event: date | None, published: date | None, named: str
):
    remark = lead_misfit(sentences(raw_text, ()), event, published)
    assert bool(remark) == bool(named)
    if named:
        assert named in remark
        assert remark.endswith("13 October 2022, was on a Thursday.")
