import math
from collections.abc import Callable
from typing import Any

import pytest

from analysis.charts.amounts.disputes import all_can_be_true, disputes


def pair(low: str, high: str, gap: tuple[float, float | None], **values: Any) -> dict[str, Any]:
    row = {"conflict_id": "c", "period": "2021", "gap_low": gap[0], "gap_high": gap[1], "figure_ids": (low, high)}
    return row | {"observation_ids": (f"o-{low}", f"o-{high}")} | values


@pytest.fixture
def three(statement: Callable[..., Any]) -> list[Any]:
    return [statement("a", 27.0), statement("b", 37.0), statement("c", 45.0)]


def test_of_one_conflict_the_widest_pair_is_told_with_the_number_of_different_amounts(three: Any, tables: Any) -> None:
    rows = tables.conflicts(pair("a", "b", (30, 40)), pair("a", "c", (60, 70)), pair("b", "c", (18, 25)))
    (found,) = disputes(rows, three)
    assert (found.low.figure_id, found.high.figure_id, found.amounts) == ("a", "c", 3)
    assert found.news == "three amounts for 2021, the farthest 60 to 70 % apart"
    assert str(found) == "60 to 70 % apart"


def test_the_widest_gap_comes_first(three: Any, tables: Any) -> None:
    rows = tables.conflicts(pair("b", "c", (18, 25), conflict_id="x"), pair("a", "b", (30, 40), conflict_id="y"))
    assert [one.gap for one in disputes(rows, three)] == [(30.0, 40.0), (18.0, 25.0)]


@pytest.mark.parametrize("open_end", [None, math.inf])
def test_a_gap_without_an_upper_end_is_a_least_gap(three: Any, tables: Any, open_end: Any) -> None:
    (found,) = disputes(tables.conflicts(pair("a", "b", (34, open_end))), three)
    assert str(found) == "at least 34 % apart"


@pytest.mark.parametrize("verdict", ["compatible_by_bound", "different_definition", "undetermined", "part_of_whole"])
def test_only_verdicts_of_incompatibility_set_amounts_apart(three: Any, tables: Any, verdict: str) -> None:
    assert not disputes(tables.conflicts(pair("a", "b", (34, 41), verdict=verdict)), three)


@pytest.mark.parametrize(
    ("values", "subject"),
    [
        ({}, "two amounts for 2021"),
        ({"condition": "if both are 2021"}, "two amounts for what is probably one year"),
        ({"condition": "if both", "period": "2021-H1"}, "two amounts for what is probably one period"),
        ({"verdict": "reports_differ"}, "two reports of one statement"),
        ({"period": ""}, "two amounts for one period"),
    ],
)
def test_what_lies_apart_is_said_with_its_condition(three: Any, tables: Any, values: Any, subject: str) -> None:
    (found,) = disputes(tables.conflicts(pair("a", "b", (34, 41), **values)), three)
    assert found.subject == subject


def test_statements_can_all_be_true_only_if_every_two_of_them_can(three: Any, tables: Any) -> None:
    both = {"verdict": "compatible_by_bound"}
    rows = tables.conflicts(pair("b", "a", (0, None), **both), pair("a", "c", (0, None), **both))
    assert all_can_be_true(rows, three[:2])
    assert not all_can_be_true(rows, three)
    assert not all_can_be_true(rows, three[:1])
