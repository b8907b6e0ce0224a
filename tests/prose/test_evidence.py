import html
import re
from collections import Counter
from inspect import signature
from types import SimpleNamespace

import pandas as pd
import pytest
from bs4 import BeautifulSoup, Tag

import analysis
from analysis import charts, prose
from analysis.prose.evidence import amount_ranks
from analysis.workbench import Corpus

PLACE = re.compile(r'href="#([es]-[^"]+)"')
EVIDENCE = ("figures", "sentences")
# Some are the same for any corpus, or about one country of it.
OF_A_CORPUS = [name for name in prose.__all__ if [*signature(getattr(prose, name)).parameters] == ["corpus"]]
CHAPTERS = [name for name in OF_A_CORPUS if name not in EVIDENCE]


def evidence_ids(corpus: Corpus) -> list[str]:
    shown = prose.figures(corpus).html + prose.sentences(corpus).html
    return [html.unescape(name) for name in re.findall(r' id="([es]-[^"]+)"', shown)]


def cited(corpus: Corpus) -> set[str]:
    words = "".join(getattr(prose, name)(corpus).html for name in CHAPTERS)
    drawn = [
        charts.timeline(corpus.articles, corpus.figures),
        charts.trade_statements(corpus.figures, corpus.articles, corpus.observations, corpus.conflicts),
        charts.investment_by_definition(corpus.figures, corpus.articles, corpus.observations, corpus.conflicts),
        charts.changes(corpus.figures, corpus.articles),
        charts.topics(corpus.mentions, corpus.articles),
        charts.security(corpus.mentions, corpus.articles),
    ]
    places = PLACE.findall(words) + [link.href[1:] for chart in drawn for link in chart.links]
    return {html.unescape(place) for place in places}


def test_every_citation_of_words_and_charts_has_its_place_in_the_evidence(seeds: Corpus) -> None:
    places = cited(seeds)
    assert len(places) > len(seeds.figures)
    assert places <= set(evidence_ids(seeds))


def test_a_story_told_twice_has_its_places_once(tmp_path: object, seeds: Corpus) -> None:
    folder = make_copies(tmp_path, seeds)
    corpus = analysis.read(folder)
    assert sorted(corpus.articles["duplicate_of"])[0] == ""
    ids = evidence_ids(corpus)
    assert max(Counter(ids).values()) == 1
    assert cited(corpus) <= set(ids)
    assert len([name for name in ids if name.startswith("e-")]) == len(seeds.figures)


def make_copies(folder: object, seeds: Corpus) -> object:
    for number, name in enumerate(["a b", "a'b", 'a"b', "a<b>&amp;b", "sub/a b", "статья"]):
        path = folder / f"{name}.txt"  # type: ignore[operator]
        path.parent.mkdir(exist_ok=True)
        path.write_text(list(seeds.texts.values())[number % 5], encoding="utf-8")
    return folder


def test_each_figure_stands_in_the_evidence_with_its_words_marked(seeds: Corpus) -> None:
    shown = prose.figures(seeds).html
    entries = re.findall(r'<tbody class="evidence" id="e-(\w+)".*?<mark>(.*?)</mark>', shown, re.DOTALL)
    quotes = dict(zip(seeds.figures["figure_id"], seeds.figures["quote"], strict=True))
    assert {figure_id: html.unescape(words) for figure_id, words in entries} == quotes


def entry_of(shown: str, anchor: str) -> Tag:
    entry = BeautifulSoup(shown, "html.parser").find(id=anchor)
    assert isinstance(entry, Tag)
    return entry


def test_a_figure_is_sought_by_the_words_that_a_reader_sees(make: SimpleNamespace) -> None:
    row = make.figure("f1", "a", 27e9, "Trade was $27 bn.", parties=("RUS", "Central Asia"), period="2021")
    entry = entry_of(prose.figures(make.corpus([make.article("a", "2022-05-17")], [row])).html, "e-f1")
    assert entry.name == "tbody"
    assert entry["data-parties"] == "Russia|Central Asia"
    assert entry["data-measure"] == "Trade turnover"
    assert entry["data-article"] == "a, 17 May 2022"
    assert entry["data-period"] == "2021"
    assert entry["data-speaker"] == "the article itself"


def test_the_cells_of_a_figure_stand_under_their_heads(seeds: Corpus) -> None:
    table = BeautifulSoup(prose.figures(seeds).html, "html.parser")
    heads = [head.get_text() for head in table.select("thead th")]
    entries = table.select("tbody.evidence")
    assert len(entries) == len(seeds.figures)
    for entry in entries:
        known, sentence = entry.find_all("tr")
        assert [cell.name for cell in known.find_all(["th", "td"])] == ["th"] + ["td"] * (len(heads) - 1)
        assert known.th["scope"] == "rowgroup"
        assert sentence.td["colspan"] == str(len(heads))


def test_amounts_are_ordered_unit_by_unit_and_a_fall_stands_below_a_rise() -> None:
    rows = pd.DataFrame(
        {
            "figure_id": list("abcde"),
            "kind": ["money", "percent", "money", "percent", "percent"],
            "unit": ["USD", "%", "USD", "%", "%"],
            "value": [5e9, 1.0, 3e9, 10.0, 2.0],
            "change": ["", "increase", "", "decrease", "increase"],
        }
    )
    assert sorted(rows["figure_id"], key=amount_ranks(rows).get) == ["c", "a", "d", "b", "e"]


def test_a_sentence_is_sought_by_speaker_article_and_what_it_is_about(make: SimpleNamespace) -> None:
    sentence = "Fear of terror and trade."
    mentions = [
        make.mention("a", "terrorism", sentence, quote="terror", speaker="Vladimir Putin"),
        make.mention("a", "trade", sentence, quote="trade", taxonomy="topic", speaker="Vladimir Putin"),
    ]
    shown = prose.sentences(make.corpus([make.article("a", "2022-05-17")], mentions=mentions)).html
    entry = BeautifulSoup(shown, "html.parser").select_one(".sentence")
    assert entry is not None
    assert (entry["data-speaker"], entry["data-article"]) == ("Vladimir Putin", "a, 17 May 2022")
    assert set(entry["data-about"].split("|")) == {"Terrorism", "Trade"}
    assert entry.select_one(".said").get_text() == sentence


def test_words_of_two_themes_are_marked_once(make: SimpleNamespace) -> None:
    sentence = "Fear of <drug> trafficking & terror."
    mentions = [
        make.mention("a", "drug_trafficking", sentence, quote="trafficking"),
        make.mention("a", "terrorism", sentence, quote="<drug> trafficking"),
        make.mention("a", "terrorism", sentence, quote="terror"),
    ]
    shown = prose.sentences(make.corpus([make.article("a")], mentions=mentions)).html
    assert "Fear of <mark>&lt;drug&gt; trafficking</mark> &amp; <mark>terror</mark>." in shown
    assert "Article a: 1 sentence<" in shown


def test_an_empty_corpus_has_sentences_for_evidence(make: SimpleNamespace) -> None:
    corpus = make.corpus()
    assert repr(prose.figures(corpus)) == "The articles state no figures."
    assert repr(prose.sentences(corpus)) == "No topic, theme or country of the study is named."


HOSTILE = '<script>alert("{{ 1 }}")</script> & $$x$$'


@pytest.mark.parametrize("chapter", [*CHAPTERS, *EVIDENCE])
def test_text_of_articles_is_shown_and_never_run(make: SimpleNamespace, chapter: str) -> None:
    words = {"measure_words": HOSTILE, "definition": HOSTILE, "period_words": HOSTILE, "speaker": HOSTILE}
    figures = [
        make.figure(f"f{name}", name, value, HOSTILE, measure=measure, period="2021", parties=("KAZ", HOSTILE), **words)
        for name, value in (("a", 1e9), ("b", 9e9))
        for measure in ("trade_turnover", "investment_stock")
    ]
    mentions = [
        make.mention(name, concept, f"Of {HOSTILE}", quote=HOSTILE, taxonomy=taxonomy, role="listed", speaker=HOSTILE)
        for name in "ab"
        for taxonomy, concept in (("security", "terrorism"), ("topic", "trade"), ("country", "KAZ"))
    ]
    articles = [
        make.article(name, "2022-05-17", title=HOSTILE, outlet=HOSTILE, url=f"javascript:{HOSTILE}") for name in "ab"
    ]
    shown = getattr(prose, chapter)(make.corpus(articles, figures, mentions)).html
    assert "<script" not in shown
    assert 'href="javascript' not in shown
