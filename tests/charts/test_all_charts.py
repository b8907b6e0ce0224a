"""What holds for every chart, at every size of corpus."""

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from html.parser import HTMLParser
from itertools import combinations
from typing import Any
from xml.etree import ElementTree

import pytest
from matplotlib.text import Text

from analysis.charts import Chart, changes, investment_by_definition, security, timeline, topics, trade_statements
from analysis.charts.look import PALETTE
from analysis.charts.place import renderer

SIZES = (1, 2, 5, 12, 50, 70, 500)


def charts(corpus: Any) -> Iterator[Chart]:
    yield trade_statements(corpus.figures, corpus.articles, corpus.observations, corpus.conflicts)
    yield investment_by_definition(corpus.figures, corpus.articles, corpus.observations, corpus.conflicts)
    yield changes(corpus.figures, corpus.articles)
    yield timeline(corpus.articles, corpus.figures)
    yield topics(corpus.mentions, corpus.articles)
    yield security(corpus.mentions, corpus.articles)


@pytest.fixture(params=[*SIZES, -50, -500], ids=lambda size: f"{abs(size)} articles", scope="module")
def drawn(request: pytest.FixtureRequest, made_up: Callable[[int], Any], crowded: Callable[[int], Any]) -> list[Chart]:
    corpus = made_up(request.param) if request.param > 0 else crowded(-request.param)
    return [chart for chart in charts(corpus) if chart.figure]


def texts(chart: Chart) -> list[tuple[str, tuple[float, float, float, float]]]:
    assert chart.figure is not None
    chart.figure.draw_without_rendering()
    shown = [text for text in chart.figure.findobj(Text) if text.get_visible() and text.get_text().strip()]
    return [(text.get_text(), Text.get_window_extent(text, renderer(chart.figure)).extents) for text in shown]


def test_no_words_of_a_chart_cover_others(drawn: list[Chart]) -> None:
    for chart in drawn:
        for (one, a), (other, b) in combinations(texts(chart), 2):
            apart = a[2] <= b[0] + 2 or b[2] <= a[0] + 2 or a[3] <= b[1] + 2 or b[3] <= a[1] + 2
            assert apart, f"{chart.name}: {one!r} and {other!r}"


def test_no_words_of_a_chart_are_cut_off_at_its_edge(drawn: list[Chart]) -> None:
    for chart in drawn:
        assert chart.figure is not None
        page = chart.figure.bbox
        for words, (left, bottom, right, top) in texts(chart):
            inside = left >= -1 and bottom >= -1 and right <= page.x1 + 1 and top <= page.y1 + 1
            assert inside, f"{chart.name}: {words!r}"


def test_words_in_a_wider_typeface_than_measured_are_not_cut_off_either(drawn: list[Chart]) -> None:
    for chart in drawn:
        assert "overflow: visible" in ElementTree.fromstring(chart.svg()).get("style", "")


def test_links_lie_inside_the_drawing_and_open_evidence(drawn: list[Chart]) -> None:
    for chart in drawn:
        for link in chart.links:
            assert 0 <= link.x <= link.x + link.width <= 1.0001
            assert 0 <= link.y <= link.y + link.height <= 1.0001
            assert re.fullmatch(r"#e-f\d+-\d|#s-doc \d{3}-\d+", link.href)
            assert link.label


def test_only_colours_of_the_palette_are_drawn_so_that_all_turn_dark(drawn: list[Chart]) -> None:
    for chart in drawn:
        assert set(re.findall(r"#[0-9a-f]{6}\b", chart.svg())) <= set(PALETTE.values())


@pytest.mark.parametrize("size", [12, 60, 500])
def test_the_same_tables_give_the_same_bytes(made_up: Callable[[int], Any], size: int) -> None:
    corpus = made_up(size)
    first, second = ([chart._repr_html_() for chart in charts(corpus)] for _ in range(2))
    assert first == second


def test_ids_of_a_drawing_carry_the_name_of_its_chart(drawn: list[Chart]) -> None:
    for chart in drawn:
        root = ElementTree.fromstring(chart.svg())
        ids = [element.get("id", "") for element in root.iter() if element.get("id")]
        references = re.findall(r'(?:href="#|url\(#)([^")]+)', chart.svg())
        assert all(chart.name in one for one in ids)
        assert set(references) <= set(ids)
        assert len(ids) == len(set(ids))


class Tags(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.seen.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_html_is_well_formed_whatever_the_sentences_hold(drawn: list[Chart]) -> None:
    for chart in drawn:
        tags = Tags(chart._repr_html_())
        assert not tags.open
        assert tags.seen[:2] == ["figure", "p"]
        assert "b" not in tags.seen
        assert tags.seen.count("a") == len(chart.links)


def test_every_chart_says_in_words_what_it_shows(drawn: list[Chart]) -> None:
    for chart in drawn:
        assert min(len(chart.title), len(chart.subtitle), len(chart.caption), len(chart.alt)) > 10
        assert "  " not in chart.title + chart.subtitle + chart.caption


def test_with_nothing_to_draw_a_chart_is_a_sentence(made_up: Callable[[int], Any]) -> None:
    for chart in charts(made_up(0)):
        assert chart.figure is None
        origin = r'data-made="[^"]+" data-from="[^"]+"'
        assert re.fullmatch(rf'<p class="chart-empty" {origin}>[A-Z][^<]+\.</p>', chart._repr_html_())


def test_articles_without_figures_or_mentions_still_have_a_line_of_time(
    made_up: Callable[[int], Any],
) -> None:
    corpus = made_up(3)
    nothing = replace(corpus, figures=corpus.figures.iloc[:0], mentions=corpus.mentions.iloc[:0])
    assert [chart.name for chart in charts(nothing) if chart.figure] == ["timeline"]


def test_copies_of_a_story_are_not_counted(made_up: Callable[[int], Any]) -> None:
    corpus = made_up(6)
    copied = corpus.articles.assign(duplicate_of=["", "", "", "", "doc/000", "doc/000"])
    assert "4 articles" in topics(corpus.mentions, copied).subtitle
    assert "4 articles" in security(corpus.mentions, copied).subtitle
    assert "4 articles" in timeline(copied, corpus.figures).subtitle


def test_importing_the_charts_loads_no_matplotlib_and_drawing_no_pyplot() -> None:
    code = (
        "import sys, analysis.charts, analysis.charts.look\n"
        "assert 'matplotlib' not in sys.modules\n"
        "import analysis.charts.amounts.trade, analysis.charts.times.occasions\n"
        "assert 'matplotlib.pyplot' not in sys.modules\n"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
