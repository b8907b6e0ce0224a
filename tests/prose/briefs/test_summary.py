import re
from types import SimpleNamespace
from typing import Any

import pytest
from bs4 import BeautifulSoup

from analysis import prose
from analysis.prose.spoken import spoken_of
from analysis.workbench import Corpus

PARTS = ("title", "summary", "figures", "statements", "mentions", "themes", "speakers", "limits")


def part(corpus: Corpus, name: str, country: str) -> Any:
    return getattr(prose, f"brief_{name}")(corpus, country)


def html(corpus: Corpus, country: str) -> str:
    return "".join(part(corpus, name, country)._repr_html_() for name in PARTS)


def spoken(make: SimpleNamespace, sentence: str, country: str = "KAZ", quote: str = "Kazakhstan", **given: Any) -> Any:
    return make.mention("a", country, sentence, quote=quote, taxonomy="country", role="spoken_of", stance="", **given)


@pytest.mark.parametrize(
    ("country", "name", "expected"),
    [
        ("KAZ", "title", "Kazakhstan in five articles"),
        ("KAZ", "summary", "Spoken of in 2 of 5 articles, in 6 sentences. Only listed in 001 and 004."),
        ("KAZ", "summary", "Place of the occasion in 000 and 002."),
        ("KAZ", "summary", "2 figures have Kazakhstan among the parties, each with several others: ≈ 40 experts and"),
        ("RUS", "summary", "16 figures have Russia among the parties: > $20 bn,"),
        (
            "KAZ",
            "limits",
            "Amounts about Central Asia as a whole are not amounts about Kazakhstan; they are not repeated",
        ),
        ("AFG", "figures", "No amount in these articles is about Afghanistan itself."),
        ("KAZ", "statements", "Experts. Proposal; Sanctions and export controls."),
        ("KAZ", "speakers", "Kassym-Zhomart Tokayev (President, Kazakhstan): 1 sentence"),
        ("KAZ", "speakers", "The articles themselves, nobody named: 3 sentences"),
        ("RUS", "mentions", "more sentences about it, in data/mentions.csv."),
        ("AFG", "themes", "Drug trafficking (response 2, threat 1) | 3 | 2 of 5 articles | 001"),
        ("SYR", "summary", "Spoken of in 1 of 5 articles, in 1 sentence."),
    ],
)
def test_briefs_of_the_seeds(seeds: Corpus, country: str, name: str, expected: str) -> None:
    assert expected in repr(part(seeds, name, country))


def test_a_country_s_brief_does_not_repeat_the_region_s_amounts(seeds: Corpus) -> None:
    shown = repr(prose.brief_figures(seeds, "KAZ")) + repr(prose.brief_summary(seeds, "KAZ"))
    regional = set(seeds.figures.loc[~seeds.figures["parties"].str.contains("KAZ"), "printed"])
    assert not [printed for printed in regional if printed in shown]


def test_of_a_country_without_a_group_nothing_is_said_about_groups(seeds: Corpus) -> None:
    assert "as a whole" not in repr(prose.brief_limits(seeds, "AFG"))


def test_every_number_opens_its_sentence_in_the_brief_itself(seeds: Corpus) -> None:
    for country, _ in spoken_of(seeds):
        page = BeautifulSoup(html(seeds, country), "html.parser")
        names = [tag["id"] for tag in page.select("[id]")]
        assert len(names) == len(set(names))
        assert {str(link["href"])[1:] for link in page.select("a.cite")} <= set(names)


def test_the_amounts_are_marked_in_their_sentence(seeds: Corpus) -> None:
    page = BeautifulSoup(prose.brief_figures(seeds, "RUS").html, "html.parser")
    for sentence in page.select(".sentence"):
        ids = [str(entry["id"])[2:] for entry in sentence.select(".evidence")]
        quotes = list(seeds.figures.set_index("figure_id").loc[ids, "quote"])
        assert [mark.get_text() for mark in sentence.select("mark")] == quotes


@pytest.mark.parametrize("country", ["TJK", "XXX", "<b>", ""])
def test_a_country_nobody_speaks_of_gets_sentences_that_say_so(seeds: Corpus, country: str) -> None:
    shown = html(seeds, country)
    assert "No article speaks of" in shown
    assert "Nobody speaks of it." in shown
    assert "Spoken of in" not in shown
    assert "nan" not in shown
    assert BeautifulSoup(shown, "html.parser").select("h1")


def test_no_articles_at_all(make: SimpleNamespace) -> None:
    shown = html(make.corpus(), "KAZ")
    assert "Kazakhstan in no articles" in shown
    assert "No article speaks of Kazakhstan." in shown


def test_what_articles_say_stays_text(make: SimpleNamespace) -> None:
    sentence = "Kazakhstan <script>alert(1)</script> & paid $ 27 billion."
    mention = spoken(make, sentence, speaker="A <i>speaker</i>")
    place = {"sentence": sentence, "quote": "$ 27 billion", "start": 46, "end": 58, "parties": ("KAZ",)}
    figure = make.figure("27", "a", 27e9, "$27 bn", **place, speaker="A <i>speaker</i>", measure_words="<u>sum</u>")
    bare = make.corpus([make.article("a", "2022-05-17", raw_text=sentence)], mentions=[mention])
    stated = make.corpus([make.article("a", "2022-05-17", raw_text=sentence)], [figure], [mention])
    for corpus in (bare, stated):
        shown = html(corpus, "KAZ")
        assert not re.search("<script|<i>|<u>", shown)
        assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; paid" in shown
        assert "A &lt;i&gt;speaker&lt;/i&gt;" in shown


def test_a_sentence_that_does_not_fit_is_counted_not_cut(make: SimpleNamespace) -> None:
    long = "Kazakhstan " + "and on " * 400 + "it went."
    mentions = [spoken(make, long), spoken(make, "Kazakhstan grew.", sentence_start=5000)]
    shown = repr(prose.brief_mentions(make.corpus([make.article("a")], mentions=mentions), "KAZ"))
    assert shown.startswith("Kazakhstan grew.")
    assert shown.endswith("And 1 more sentence about it, in data/mentions.csv.")


def test_amounts_that_differ_are_set_side_by_side_with_what_follows(seeds: Corpus) -> None:
    shown = repr(prose.brief_summary(seeds, "RUS")).splitlines()
    differing = [line for line in shown if line.startswith("Side by side.")]
    assert differing[0] == (
        "Side by side. Trade turnover, 2021: $27 bn [Rudenko, May 2022] · $37.1 bn [Putin, Oct 2022], period inferred: "
        "cannot both be right if both are for 2021; 34 to 41 % apart."
    )
    assert len(differing) == 3
    assert "Side by side" not in repr(prose.brief_summary(seeds, "KAZ"))
