import math
from collections.abc import Callable
from typing import Any

import pytest

Worked = Callable[..., Any]

RUDENKO = {"article_id": "003", "speaker": "Andrey Rudenko", "parties": ("RUS", "Central Asia")}
ASTANA = {"article_id": "000", "speaker": "Vladimir Putin", "parties": ("RUS", "Central Asia"), "sentence_start": 9}
DUSHANBE = {"article_id": "001", "speaker": "Vladimir Putin", "parties": ("RUS", "Central Asia")}

LEVEL_2021 = RUDENKO | {
    "figure_id": "27", "value": 27e9, "quote": "$ 27 billion", "printed": "$27 bn", "period": "2021"
}  # fmt: skip
RISE = RUDENKO | {
    "figure_id": "30", "value": 30, "unit": "%", "quote": "up 30% from 2020", "printed": "+30 %", "period": "2021",
    "change": "increase", "compared_with": "2020",
}  # fmt: skip
LEVEL_INFERRED = ASTANA | {
    "figure_id": "37", "value": 37.1e9, "quote": "$37.1 billion", "printed": "$37.1 bn", "period": "2021",
    "period_basis": "inferred",
}  # fmt: skip
DOUBLED = ASTANA | {
    "figure_id": "2", "value": 2, "unit": "times", "quote": "doubled", "printed": "doubled", "change": "multiple",
    "period": "2016/2021", "period_basis": "inferred",
}  # fmt: skip
ANOTHER = ASTANA | {
    "figure_id": "16", "value": 16, "unit": "%", "quote": "another 16%", "printed": "+16 %", "change": "increase",
    "period": "2022-H1",
}  # fmt: skip
LEVEL_2024 = DUSHANBE | {
    "figure_id": "45", "value": 45e9, "quote": "exceeded $45 billion", "printed": "> $45 bn", "period": "2024",
    "qualifier": "more_than", "period_basis": "resolved",
}  # fmt: skip
RESIDENTS = RUDENKO | {
    "figure_id": "4m", "value": 4e6, "quote": "More than 4 million citizens", "printed": "> 4 m citizens",
    "qualifier": "more_than", "unit": "citizens", "kind": "count", "measure": "population_or_people",
}  # fmt: skip
STUDENTS = RUDENKO | {
    "figure_id": "160", "value": 160_000, "quote": "160,000", "printed": "160,000 students", "unit": "students",
    "kind": "count", "measure": "population_or_people", "part_of": "4m",
}  # fmt: skip


def test_base_of_a_rise_lies_at_the_time_it_is_compared_with(side_by_side: Worked) -> None:
    row = side_by_side(LEVEL_2021, RISE).only("base_from_growth")
    assert (row.period, row.low, row.high, row.value) == ("2020", 20.3e9, 21.3e9, 21e9)
    assert (row.formula, row.printed) == ("$27 bn ÷ 1.30", "≈ $21 bn")
    assert (row.figure_ids, row.status, row.flags, row.period_basis) == (("27", "30"), "derived", (), "stated")


def test_base_of_a_fall_is_higher(side_by_side: Worked) -> None:
    fall = RISE | {"value": 25, "quote": "down 25% from 2020", "change": "decrease"}
    row = side_by_side(LEVEL_2021, fall).only("base_from_growth")
    assert (row.low, row.high, row.formula) == (35e9, 37e9, "$27 bn ÷ 0.75")


def test_base_of_a_multiple_lies_at_the_start_of_its_years_and_says_so(
    side_by_side: Worked,
) -> None:
    row = side_by_side(LEVEL_INFERRED, DOUBLED).only("base_from_multiple")
    assert (row.period, row.low, row.high, row.value) == ("2016", 16e9, 21e9, 19e9)
    assert (row.formula, row.printed, row.flags) == ("$37.1 bn ÷ 2", "≈ $19 bn", ("period inferred",))


@pytest.mark.parametrize(
    ("level", "change"),
    [
        pytest.param(LEVEL_INFERRED, ANOTHER, id="a later half-year is not applied to the year before"),
        pytest.param(LEVEL_2021, RISE | {"compared_with": ""}, id="compared with what is not stated"),
        pytest.param(LEVEL_2021, RISE | {"speaker": "Vladimir Putin"}, id="another speaker"),
        pytest.param(LEVEL_2021, RISE | {"measure": "exports"}, id="another measure"),
        pytest.param(LEVEL_2021, RISE | {"parties": ("RUS", "KAZ")}, id="other parties"),
        pytest.param(LEVEL_2021 | {"period": ""}, RISE | {"period": ""}, id="no period at all"),
        pytest.param(LEVEL_2024, RISE | DUSHANBE | {"period": "2024"}, id="a level without an upper end"),
        pytest.param(LEVEL_INFERRED, DOUBLED | {"sentence_start": 400}, id="a multiple in another sentence"),
    ],
)
def test_nothing_is_side_by_side_where_change_and_level_do_not_belong_together(
    side_by_side: Worked, level: dict[str, Any], change: dict[str, Any]
) -> None:
    assert not side_by_side(level, change).derived


def test_growth_from_a_level_to_a_bound_is_at_least(side_by_side: Worked) -> None:
    table = side_by_side(LEVEL_2021, LEVEL_2024)
    whole, yearly = table.only("growth"), table.only("growth_a_year")
    assert (whole.low, yearly.low, whole.period) == (63, 17.8, "2021/2024")
    assert math.isinf(whole.high)
    assert whole.value is None
    assert (whole.printed, yearly.printed) == ("at least 63 %", "at least 17.8 % a year")
    assert whole.qualifier == "at_least"
    assert whole.flags == ()


def test_growth_from_a_disputed_base_is_given_from_each_amount_and_flagged(side_by_side: Worked) -> None:
    table = side_by_side(LEVEL_2021, LEVEL_INFERRED, LEVEL_2024)
    growth = {one.low: one.flags for one in table.derived if one.rule == "growth"}
    assert growth == {21: ("base in dispute", "period inferred"), 63: ("base in dispute",)}
    assert sorted(one.low for one in table.derived if one.rule == "growth_a_year") == [6.5, 17.8]


def test_growth_between_two_exact_levels_has_two_ends_and_may_be_a_fall(side_by_side: Worked) -> None:
    earlier = LEVEL_2024 | {
        "value": 50e9,
        "quote": "$50 billion",
        "printed": "$50 bn",
        "qualifier": "exact",
        "period": "2020",
    }
    assert side_by_side(LEVEL_2021, earlier).only("growth").printed == "−48 to −44 %"


def test_levels_stated_twice_give_one_growth(side_by_side: Worked) -> None:
    again = LEVEL_2021 | {"figure_id": "27b", "article_id": "005"}
    assert len(side_by_side(LEVEL_2021, again, LEVEL_2024).derived) == 2


@pytest.mark.parametrize("column", ["measure", "unit", "definition", "from_party"])
def test_levels_of_different_things_have_no_growth(side_by_side: Worked, column: str) -> None:
    assert not side_by_side(LEVEL_2021, LEVEL_2024 | {column: "other"}).derived


def test_share_of_a_part_in_an_open_whole_is_a_bound(side_by_side: Worked) -> None:
    row = side_by_side(RESIDENTS, STUDENTS).only("share")
    assert (row.low, row.high, row.unit, row.measure) == (0, 4.2, "%", "share")
    assert (row.printed, row.formula) == ("under 4.2 %", "160,000 students of > 4 m citizens")


def test_share_is_not_side_by_side_for_a_whole_that_is_not_there(side_by_side: Worked) -> None:
    assert not side_by_side(STUDENTS).derived


def test_side_by_side_values_never_rest_on_one_another(side_by_side: Worked) -> None:
    given = [LEVEL_2021, RISE, LEVEL_INFERRED, DOUBLED, ANOTHER, LEVEL_2024, RESIDENTS, STUDENTS]
    found = side_by_side(*given).derived
    stated = {row["figure_id"] for row in given}
    assert len(found) == 7
    assert {one for observation in found for one in observation.figure_ids} <= stated
    assert len({one.observation_id for one in found}) == len(found)


def test_no_figures_make_no_observations(side_by_side: Worked) -> None:
    assert side_by_side() == ((), ())


def test_growth_of_a_sum_since_a_start_is_not_side_by_side(side_by_side: Worked) -> None:
    since = {"measure": "investment_stock", "definition": "cumulative", "period_basis": "stated"}
    assert not side_by_side(LEVEL_2021 | since, LEVEL_2024 | since).derived


def test_growth_to_a_disputed_level_names_the_side(side_by_side: Worked) -> None:
    other = LEVEL_2024 | {"figure_id": "60", "article_id": "009", "speaker": "World Bank", "quote": "$40 billion"}
    other |= {"value": 40e9, "qualifier": "exact", "printed": "$40 bn"}
    growth = [one for one in side_by_side(LEVEL_2021, LEVEL_2024, other).derived if one.rule == "growth"]
    assert {one.flags for one in growth} == {("later amount in dispute",)}
    assert {one.formula for one in growth} == {"$27 bn (2021) to > $45 bn (2024)", "$27 bn (2021) to $40 bn (2024)"}


def test_there_is_no_growth_from_nothing(side_by_side: Worked) -> None:
    nothing = RUDENKO | {"value": 0.0, "quote": "$0", "unit": "USD", "period": "2020"}
    assert not [one for one in side_by_side(nothing, LEVEL_2021).derived if one.rule.startswith("growth")]
