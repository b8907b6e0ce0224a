"""Where words and charts come from stands in their HTML."""

import analysis
from analysis import charts, prose
from analysis.workbench import Corpus


def opening(html: str) -> str:
    return html[: html.index(">") + 1]


def test_words_name_their_call_and_the_tables_they_read() -> None:
    shown = prose.comparisons(analysis.read("seeds"))
    assert shown.origin
    assert shown.origin.call == "prose.comparisons"
    assert {"conflicts", "figures", "articles"} <= set(shown.origin.tables)
    assert "mentions" not in shown.origin.tables
    assert 'data-made="prose.comparisons" data-from="' in opening(shown._repr_html_())


def test_words_about_a_country_name_it_too() -> None:
    shown = prose.brief_title(analysis.read("seeds"), "KAZ")
    assert 'data-with="[&quot;KAZ&quot;]"' in opening(shown._repr_html_())


def test_a_chart_names_its_tables_drawn_or_not() -> None:
    found = analysis.read("seeds")
    drawn = charts.topics(found.mentions, found.articles)
    empty = charts.topics(found.mentions.iloc[:0], found.articles)
    for chart in (drawn, empty):
        assert 'data-made="charts.topics" data-from="mentions articles"' in opening(chart._repr_html_())


def test_the_corpus_that_is_watched_is_left_as_it_was() -> None:
    found: Corpus = analysis.read("seeds")
    before = found.frames
    prose.scope(found)
    assert found.frames is before
