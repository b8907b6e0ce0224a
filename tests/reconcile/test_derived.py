from typing import Any

import pandas as pd
import pytest

from analysis.reconcile import derived
from analysis.tables import frame, schema

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


def worked_out(*rows: dict[str, Any]) -> pd.DataFrame:
    empty = dict.fromkeys(schema()["figures"]["columns"])
    defaults = {"kind": "money", "unit": "USD", "qualifier": "exact", "measure": "trade_turnover"}
    return derived(frame("figures", [empty | defaults | {"period_basis": "stated"} | row for row in rows]))


def only(table: pd.DataFrame, rule: str) -> dict[Any, Any]:
    (row,) = table[table["rule"] == rule].to_dict("records")
    return row


def test_base_of_a_rise_lies_at_the_time_it_is_compared_with() -> None:
    row = only(worked_out(LEVEL_2021, RISE), "base_from_growth")
    assert (row["period"], row["low"], row["high"], row["value"]) == ("2020", 20.3e9, 21.3e9, 21e9)
    assert (row["formula"], row["printed"]) == ("$27 bn ÷ 1.30", "≈ $21 bn")
    assert (row["figure_ids"], row["status"], row["flags"], row["period_basis"]) == ("27|30", "derived", "", "stated")


def test_base_of_a_fall_is_higher() -> None:
    fall = RISE | {"value": 25, "quote": "down 25% from 2020", "change": "decrease"}
    row = only(worked_out(LEVEL_2021, fall), "base_from_growth")
    assert (row["low"], row["high"], row["formula"]) == (35e9, 37e9, "$27 bn ÷ 0.75")


def test_base_of_a_multiple_lies_at_the_start_of_its_years_and_says_that_they_are_inferred() -> None:
    row = only(worked_out(LEVEL_INFERRED, DOUBLED), "base_from_multiple")
    assert (row["period"], row["low"], row["high"], row["value"]) == ("2016", 16e9, 21e9, 19e9)
    assert (row["formula"], row["printed"], row["flags"]) == ("$37.1 bn ÷ 2", "≈ $19 bn", "period inferred")


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
def test_nothing_is_worked_out_where_change_and_level_do_not_belong_together(
    level: dict[str, Any], change: dict[str, Any]
) -> None:
    assert worked_out(level, change).empty


def test_growth_from_a_level_to_a_bound_is_at_least() -> None:
    table = worked_out(LEVEL_2021, LEVEL_2024)
    whole, yearly = only(table, "growth"), only(table, "growth_a_year")
    assert (whole["low"], yearly["low"], whole["period"]) == (63, 17.8, "2021/2024")
    assert pd.isna(whole["high"])
    assert pd.isna(whole["value"])
    assert (whole["printed"], yearly["printed"]) == ("at least 63 %", "at least 17.8 % a year")
    assert whole["qualifier"] == "at_least"
    assert whole["flags"] == ""


def test_growth_from_a_disputed_base_is_given_from_each_amount_and_flagged() -> None:
    table = worked_out(LEVEL_2021, LEVEL_INFERRED, LEVEL_2024)
    growth = table[table["rule"] == "growth"].sort_values("low")
    assert growth["low"].tolist() == [21, 63]
    assert growth["flags"].tolist() == ["base in dispute|period inferred", "base in dispute"]
    assert sorted(table.loc[table["rule"] == "growth_a_year", "low"]) == [6.5, 17.8]


def test_growth_between_two_exact_levels_has_two_ends_and_may_be_a_fall() -> None:
    earlier = LEVEL_2024 | {
        "value": 50e9,
        "quote": "$50 billion",
        "printed": "$50 bn",
        "qualifier": "exact",
        "period": "2020",
    }
    assert only(worked_out(LEVEL_2021, earlier), "growth")["printed"] == "−48 to −44 %"


def test_levels_stated_twice_give_one_growth() -> None:
    again = LEVEL_2021 | {"figure_id": "27b", "article_id": "005"}
    assert len(worked_out(LEVEL_2021, again, LEVEL_2024)) == 2


@pytest.mark.parametrize("column", ["measure", "unit", "definition", "from_party"])
def test_levels_of_different_things_have_no_growth(column: str) -> None:
    assert worked_out(LEVEL_2021, LEVEL_2024 | {column: "other"}).empty


def test_share_of_a_part_in_an_open_whole_is_a_bound() -> None:
    row = only(worked_out(RESIDENTS, STUDENTS), "share")
    assert (row["low"], row["high"], row["unit"], row["measure"]) == (0, 4.2, "%", "share")
    assert (row["printed"], row["formula"]) == ("under 4.2 %", "160,000 students of > 4 m citizens")


def test_share_is_not_worked_out_for_a_whole_that_is_not_there() -> None:
    assert worked_out(STUDENTS).empty


def test_worked_out_values_never_rest_on_one_another() -> None:
    given = [LEVEL_2021, RISE, LEVEL_INFERRED, DOUBLED, ANOTHER, LEVEL_2024, RESIDENTS, STUDENTS]
    table = worked_out(*given)
    stated = {row["figure_id"] for row in given}
    assert len(table) == 7
    assert {one for ids in table["figure_ids"] for one in ids.split("|")} <= stated
    assert table["observation_id"].is_unique


def test_no_figures_give_an_empty_table_of_observations() -> None:
    assert set(schema()["observations"]["columns"]) <= set(worked_out().columns)
    assert worked_out().empty
