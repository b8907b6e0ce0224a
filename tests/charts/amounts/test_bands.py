from typing import Any

import pytest

from analysis.charts.amounts.bands import BARS, END, band_counts, band_height, draw_bands, filled, longest
from analysis.charts.amounts.columns import years_spoken_of
from analysis.charts.amounts.panels import Row, drawing, rows
from analysis.charts.look import look


@pytest.fixture
def row(statement: Any) -> Row:
    amounts = [(21.0, False), (22.0, False), (23.5, True), (38.0, False), (38.5, False), (39.0, False), (39.9, True)]
    group = [statement(f"f{n}", amount, inferred=inferred) for n, (amount, inferred) in enumerate(amounts)]
    group += [statement("more", 60.0, qualifier="more_than"), statement("later", 50.0, period="2022")]
    return rows({"all": group}, years_spoken_of(group), one_scale=True)[0]


def test_each_level_is_counted_once_and_no_bound(row: Row) -> None:
    counts = band_counts(row.group, row.columns, 5.0)
    assert counts == {(0, 4, False): 2, (0, 4, True): 1, (0, 7, False): 3, (0, 7, True): 1, (1, 10, False): 1}
    assert longest(row, 5.0) == 4


def test_the_longest_bar_fills_its_column_and_inferred_years_begin_where_stated_ones_end(row: Row) -> None:
    stated = {bar[0][1] // 5: (bar[0][0], bar[1][0]) for bar in filled(row.group, row.columns, 5.0, 4)}
    inferred = {bar[0][1] // 5: (bar[0][0], bar[1][0]) for bar in filled(row.group, row.columns, 5.0, 4, inferred=True)}
    assert inferred[7][0] == pytest.approx(stated[7][1])
    assert (stated[7][0], inferred[7][1]) == pytest.approx((BARS, END))
    assert stated[4][1] - stated[4][0] == pytest.approx(2 / 4 * (END - BARS))


def test_lowest_highest_and_newest_open_their_sentences_and_every_column_says_its_number(row: Row) -> None:
    with look():
        board, (axes,) = drawing([row], [""])
        places = draw_bands(board, axes, row, band_height(row.top), 4)
    assert set(places) == {"f0", "f6", "later", "more"}
    assert {link.href for link in board.links} == {f"#e-{one}" for one in places}
    assert [text.get_text() for text in axes.texts if text.get_text()] == ["All: 9 statements", "8", "1"]


@pytest.mark.parametrize("top", [0.3, 1, 9, 45, 60, 512, 9999])
def test_bands_are_few_enough_to_be_seen_and_many_enough_to_tell_two_heaps(top: float) -> None:
    assert 6 <= top / band_height(top) <= 16
