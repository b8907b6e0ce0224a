"""What any chart of countries must bear: no words on others, none off the page."""

from collections.abc import Callable
from itertools import combinations

import pytest
from matplotlib.text import Text

from analysis.charts import Chart
from analysis.charts.place import renderer


def words_on_words(chart: Chart) -> list[tuple[str, str]]:
    assert chart.figure is not None
    chart.figure.draw_without_rendering()
    shown = [text for text in chart.figure.findobj(Text) if text.get_visible() and text.get_text().strip()]
    boxes = [(text.get_text(), Text.get_window_extent(text, renderer(chart.figure)).extents) for text in shown]
    page = chart.figure.bbox
    for words, (left, bottom, right, top) in boxes:
        assert min(left, bottom, page.x1 - right, page.y1 - top) >= -1, words
    return [
        (one, other)
        for (one, a), (other, b) in combinations(boxes, 2)
        if not (a[2] <= b[0] + 2 or b[2] <= a[0] + 2 or a[3] <= b[1] + 2 or b[3] <= a[1] + 2)
    ]


@pytest.fixture(scope="session")
def overlaps() -> Callable[[Chart], list[tuple[str, str]]]:
    """Return what gives the words of a chart that cover others; none may leave the page."""
    return words_on_words
