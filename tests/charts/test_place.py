from collections.abc import Sequence
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from analysis.charts.look import PALETTE, look
from analysis.charts.place import Label, figure_of, place, renderer


def empty_axes() -> Axes:
    axes = Figure(figsize=(4, 3), dpi=144).add_axes((0.1, 0.1, 0.8, 0.8))
    axes.set_xlim(0, 10)
    axes.set_ylim(0, 10)
    return axes


def dot(axes: Axes, x: float, y: float) -> Bbox:
    middle = axes.transData.transform((x, y))
    return Bbox.from_extents(*(middle - 6), *(middle + 6))


def boxes(texts: Sequence[Text]) -> list[Bbox]:
    # Without the leader, which is part of an annotation's own extent.
    for text in texts:
        figure_of(text.axes).draw_without_rendering()  # type: ignore[arg-type]
    return [Text.get_window_extent(text, renderer(figure_of(text.axes))) for text in texts]  # type: ignore[arg-type]


POINTS = st.lists(st.tuples(st.floats(0, 10), st.floats(0, 10)), min_size=1, max_size=25)


@settings(max_examples=25, deadline=None)
@given(POINTS)
def test_no_label_covers_a_label_or_a_mark_or_leaves_its_area(points: list[tuple[float, float]]) -> None:
    with look():
        axes = empty_axes()
        marks = [dot(axes, *point) for point in points]
        labels = [Label(*point, ("$27 bn, Rudenko, May 2022", "$27 bn,\nRudenko"), axes.bbox) for point in points]
        texts, homeless = place(axes, labels, marks, [])
        found = boxes(texts)
    assert len(texts) + len(homeless) == len(points)
    assert not any(one.overlaps(other) for one, other in combinations(found, 2))
    assert not any(box.overlaps(mark) for box in found for mark in marks)
    assert all(axes.bbox.padded(1).containsx(x) for box in found for x in box.intervalx)
    assert all(axes.bbox.padded(1).containsy(y) for box in found for y in box.intervaly)


@pytest.mark.parametrize("behind", [PALETTE["paper"], PALETTE["wash"], "none"])
def test_lines_of_the_grid_end_at_the_ground_that_a_label_stands_on(behind: str) -> None:
    axes = empty_axes()
    (text,), _ = place(axes, [Label(5, 5, ("words",), axes.bbox, behind=behind)], [dot(axes, 5, 5)], [])
    (words,), ground = boxes([text]), text.get_bbox_patch()
    assert ground is not None
    assert ground.get_facecolor() == to_rgba(behind)
    assert ground.get_window_extent().padded(0.01).containsx(words.x0)
    assert ground.get_window_extent().padded(0.01).containsx(words.x1)


def test_a_lone_label_stands_right_of_its_mark() -> None:
    axes = empty_axes()
    (text,), homeless = place(axes, [Label(5, 5, ("words",), axes.bbox)], [dot(axes, 5, 5)], [])
    assert text.get_horizontalalignment() == "left"
    assert not homeless


def test_a_label_at_the_right_edge_goes_to_the_left() -> None:
    axes = empty_axes()
    (text,), _ = place(axes, [Label(10, 5, ("words of a label",), axes.bbox)], [dot(axes, 10, 5)], [])
    assert text.get_horizontalalignment() == "center" or text.get_horizontalalignment() == "right"


def test_the_shorter_words_are_taken_where_the_longer_find_no_room() -> None:
    axes = empty_axes()
    narrow = Bbox.from_bounds(*axes.transData.transform((4.5, 0)), 120, 300)
    texts, homeless = place(axes, [Label(5, 5, ("a label far too long for this", "short"), narrow)], [], [])
    assert [text.get_text() for text in texts] == ["short"]
    assert not homeless


def test_a_label_without_room_is_handed_back() -> None:
    axes = empty_axes()
    label = Label(5, 5, ("words",), axes.bbox)
    assert place(axes, [label], [], [axes.bbox]) == ([], [label])


@pytest.mark.parametrize("first", ["important", "less so"])
def test_the_first_label_takes_the_best_spot(first: str) -> None:
    axes = empty_axes()
    labels = [
        Label(5, 5, (words,), axes.bbox) for words in sorted(["important", "less so"], key=lambda one: one != first)
    ]
    texts, _ = place(axes, labels, [], [])
    assert texts[0].get_text() == first
    assert texts[0].get_horizontalalignment() == "left"
