from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.charts.amounts.columns import years_spoken_of
from analysis.charts.amounts.panels import drawing, rows
from analysis.charts.amounts.strip import ARROW, CAP, arrow, diameter, draw_strip
from analysis.charts.look import look


def drawn(group: list[Any]) -> Any:
    with look():
        row = rows({"all": group}, years_spoken_of(group), one_scale=True)[0]
        board, (axes,) = drawing([row], [""])
        return board, draw_strip(board, axes, group, row.columns)


AMOUNTS = st.lists(st.integers(10, 60), min_size=1, max_size=40)


@settings(max_examples=25, deadline=None)
@given(AMOUNTS)
def test_no_mark_of_a_column_covers_another_while_there_is_room(statement: Any, amounts: list[int]) -> None:
    group = [statement(f"f{n}", float(amount)) for n, amount in enumerate(amounts)]
    board, places = drawn(group)
    assert len(places) == len(board.marks) == len(group)
    assert not any(one.padded(-0.1).overlaps(other.padded(-0.1)) for one, other in combinations(board.marks, 2))


def test_a_mark_stands_at_its_amount_in_the_column_of_its_year(statement: Any) -> None:
    amounts = {"2021": 27.0, "2019-H1": 30.0, "": 9.0}
    _, places = drawn([statement(period, value, period=period) for period, value in amounts.items()])
    assert places == {"2021": (2.5, 27.0), "2019-H1": (0.5, 30.0), "": (4.0, 9.0)}


def test_bounds_stand_at_the_right_end_of_their_column(statement: Any) -> None:
    levels = [statement(f"f{n}", 20.0 + n / 5) for n in range(9)]
    _, places = drawn(
        [*levels, statement("more", 21.0, qualifier="more_than"), statement("less", 5.0, qualifier="up_to")]
    )
    furthest = max(places[one.figure_id][0] for one in levels)
    assert furthest < min(places["more"][0], places["less"][0]) < 1


def test_the_more_independent_origins_the_larger_the_mark_up_to_a_limit(statement: Any) -> None:
    sizes = [diameter(statement("f", 1.0, origins=n)) for n in (1, 2, 3, 4, 40, 400)]
    assert sizes[0] < sizes[1] < sizes[2] < sizes[3]
    assert sizes[1] ** 2 == pytest.approx(2 * sizes[0] ** 2)
    assert sizes[-1] == sizes[-2]


def test_an_arrow_downward_ends_on_the_axis(statement: Any) -> None:
    low, high = statement("a", 2.0, qualifier="less_than"), statement("b", 50.0, qualifier="less_than")
    assert (arrow(low, 3.0), arrow(high, 3.0)) == (6.0, ARROW)
    assert arrow(statement("c", 0.1, qualifier="less_than"), 3.0) == CAP


def test_marks_without_room_are_drawn_all_the_same(statement: Any) -> None:
    group = [statement(f"f{n}", 30.0) for n in range(60)]
    board, places = drawn(group)
    assert len(board.links) == len(places) == 60
