from collections.abc import Callable
from typing import Any

import pytest

from analysis.charts.amounts.columns import (
    QUARTERS,
    YEARS,
    part_of_year,
    quarters_said,
    year_of,
    years_said,
    years_spoken_of,
)


@pytest.mark.parametrize(
    ("period", "year", "part"),
    [
        ("2021", 2021, False),
        ("2020", 2020, False),
        ("2022-H1", 2022, True),
        ("2022-Q4", 2022, True),
        ("2022-12", 2022, True),
        ("2022-12-31", 2022, True),
        ("2023-03/2023-11", 2023, True),
        ("FY2020-2021", 2021, False),
        ("2019/2021", None, False),
        ("1993/..", None, False),
        ("", None, False),
    ],
)
def test_a_period_has_a_column_if_it_lies_within_one_year(period: str, year: int | None, part: bool) -> None:  # noqa: FBT001
    assert year_of(period) == year
    assert part_of_year(period) == part


def test_each_year_has_a_column_even_if_nothing_is_said_of_it(statement: Callable[..., Any]) -> None:
    found = years_spoken_of([statement("a", 1.0, period="2019"), statement("b", 2.0, period="2021-H1")])
    assert found.names == ("2019", "2020", "2021")
    assert (found.middle("a"), found.middle("b")) == (0.5, 2.5)
    assert found.end == 3


def test_what_has_no_period_stands_in_a_lane_beside_the_years(statement: Callable[..., Any]) -> None:
    found = years_spoken_of(
        [statement("a", 1.0), statement("b", 2.0, period=""), statement("c", 2.0, period="2019/2021")]
    )
    assert "b" in found
    assert found.middle("b") > found.middle("a") + 1
    assert "c" not in found


def test_of_many_years_the_stretch_with_the_most_statements_has_columns(statement: Callable[..., Any]) -> None:
    lone, many = (
        [statement("old", 1.0, period="1913")],
        [statement(f"n{n}", 1.0, period=str(2010 + n)) for n in range(9)],
    )
    found = years_spoken_of([*lone, *many])
    assert len(found.names) == YEARS
    assert found.names[-1] == "2018"
    assert "old" not in found
    assert all(one.figure_id in found for one in many)


def test_years_of_saying_leave_out_what_has_no_date(statement: Callable[..., Any]) -> None:
    found = years_said([statement("a", 1.0, said_on="2022-05-17"), statement("b", 1.0, said_on="")])
    assert found.names == ("2022",)
    assert "b" not in found


def test_quarters_name_their_year_once(statement: Callable[..., Any]) -> None:
    dates = ["2021-08-01", "2021-12-31", "2022-01-01", "2022-06-30"]
    found = quarters_said([statement(date, 1.0, said_on=date) for date in dates])
    assert found.names == ("Q3\n2021", "Q4", "Q1\n2022", "Q2")
    far = quarters_said([statement("a", 1.0, said_on="2001-01-01"), statement("b", 1.0, said_on="2022-01-01")])
    assert len(far.names) == QUARTERS
