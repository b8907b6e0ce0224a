"""Where words and charts come from stands in their HTML."""

from dataclasses import replace

import analysis
from analysis import charts, prose
from analysis.computed import once
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


def test_what_is_computed_once_is_computed_anew_for_other_tables() -> None:
    found = analysis.read("seeds")
    times: list[str] = []

    @once
    def amounts(corpus: Corpus, kind: str) -> int:
        times.append(kind)
        return int((corpus.figures["kind"] == kind).sum())

    assert [amounts(found, "money"), amounts(found, "money"), amounts(found, "percent")] == [7, 7, 5]
    assert times == ["money", "percent"]
    fewer = replace(found, frames={**found.frames, "figures": found.figures.iloc[:0]})
    assert amounts(fewer, "money") == 0


def test_who_uses_what_was_computed_before_has_read_its_tables_too() -> None:
    found = analysis.read("seeds")
    first, second = prose.brief_figures(found, "RUS").origin, prose.brief_figures(found, "RUS").origin
    assert first
    assert first == second
