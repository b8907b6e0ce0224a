"""Briefs as documents; that of a country of which very much is said still fits on two pages."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import analysis
from analysis import prose, tables
from analysis.records import InputError
from analysis.report import brief, chapters, fonts
from analysis.report.brief import Brief
from analysis.report.document import Heading
from analysis.report.order import PAPERS
from analysis.study import DEFAULT, load
from analysis.workbench import Corpus

NOTEBOOK = Path(__file__).parents[2] / "notebooks" / "country-brief.ipynb"
MOST_PAGES = 2
STUDY = load(DEFAULT)
SENTENCE = "Kazakhstan and its neighbours said of what they had agreed upon that all of it was worth {} and much more"


def chapter(corpus: Corpus, country: str) -> str:
    """Return what the notebook shows of a country, its cells run here and not in a kernel."""
    parts = []
    for cell in json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]:
        source = "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            parts.append(chapters.prose(source))
        elif source.startswith("prose."):
            parts.append(eval(source, {"prose": prose, "found": corpus, "country": country})._repr_html_())
    return "\n".join(parts)


@pytest.fixture(scope="module")
def typefaces() -> str:
    """Return the fonts for all briefs here: cutting them takes a second."""
    seeds = analysis.read("seeds")
    heading = Heading(seeds.study.title, seeds.articles)
    countries = [made_of(seeds, code) for code in ("KAZ", "RUS", "AFG")]
    return fonts.typefaces("".join(brief.rendered(country, heading, "") for country in countries)).print


def made_of(corpus: Corpus, country: str) -> Brief:
    return brief.brief(corpus.study.party_label(country), chapter(corpus, country))


def printed(corpus: Corpus, country: str, typefaces: str, paper: str) -> str:
    heading = Heading(corpus.study.title, corpus.articles)
    return brief.print_version(made_of(corpus, country), heading, typefaces, paper)


def pages(document: str) -> int:
    import weasyprint

    return len(weasyprint.HTML(string=document).render().pages)


def sentence(article: str, number: int, length: int) -> dict[str, Any]:
    """Return the place of a sentence of a length in an article, with the words that name the country."""
    words = f"{SENTENCE.format('$ 27 billion'):.<{length}}"
    place = {"sentence": words, "sentence_start": 1000 * number, "start": 1000 * number, "end": 1000 * number + 10}
    return place | {"article_id": article, "quote": "Kazakhstan", "speaker": f"Speaker {number} of {article}"}


def figures_of(article: str, parties: int) -> Iterator[dict[str, Any]]:
    """Yield the figures of four sentences, and of one that is crowded with them."""
    joined = "|".join(["KAZ", *(country.code for country in STUDY.countries if country.code != "KAZ")][:parties])
    when = {"period": "2021", "period_basis": "resolved", "period_words": "the year before the last one"}
    printed = {"printed": "> $27.125 bn", "kind": "money", "value": 27.125e9, "parties": joined}
    measures = [*["companies"] * 25, "trade_turnover", "exports", "imports", "loan"]
    for number, measure in enumerate(measures):
        what = {"measure": measure, "measure_words": "the value of goods and services of every kind"}
        place = sentence(article, max(number - 24, 0), 220)
        yield place | what | when | printed | {"figure_id": f"{article}-{number}"}


def mentions_of(article: str, length: int) -> Iterator[dict[str, Any]]:
    for number in range(20, 30):
        place = sentence(article, number, length)
        yield place | {"taxonomy": "country", "concept": "KAZ", "role": "spoken_of"}
        for taxonomy, themes in (("topic", STUDY.topics), ("security", STUDY.security)):
            for nth in range(number, number + 6):
                theme, stance = themes[nth % len(themes)], ("threat", "response", "event", "named")[nth % 4]
                named = {"taxonomy": taxonomy, "concept": theme.name, "label": theme.label}
                yield place | named | ({"stance": stance} if taxonomy == "security" else {})


def statements_of(article: str, length: int) -> Iterator[dict[str, Any]]:
    for number, kind in enumerate(["ranking", "agreement", "plan", "proposal", "assessment"], 10):
        yield sentence(article, number, length) | {"type": kind, "parties": "KAZ"}


def much(articles: int, *, parties: int, length: int) -> Corpus:
    """Return a corpus that says very much of one country, and quotes translated articles."""
    names = [f"2022-05-{number:03}" for number in range(articles)]
    told = [{"article_id": name, "reference": name, "said_on": "2022-05-17", "translated": "yes"} for name in names]
    region = {"figure_id": "region", "article_id": names[0], "parties": "RUS|Central Asia"}
    rows = {
        "articles": told,
        "figures": [region, *(row for name in names for row in figures_of(name, parties))],
        "mentions": [row for name in names for row in mentions_of(name, length)],
        "statements": [row for name in names for row in statements_of(name, length)],
    }
    frames = {name: tables.frame(name, rows.get(name, ())) for name in tables.schema()}
    return Corpus(STUDY, frames, dict.fromkeys(names, ""))


@pytest.mark.parametrize(
    ("articles", "parties", "length"),
    [(3, 1, 110), (20, 2, 180), (20, 9, 240), (20, 25, 320), (20, 2, 600)],
    ids=["few articles", "of two", "of nine", "of 25", "long sentences"],
)
@pytest.mark.parametrize("paper", PAPERS)
def test_a_brief_of_much_has_two_pages(articles: int, parties: int, length: int, typefaces: str, paper: str) -> None:
    assert pages(printed(much(articles, parties=parties, length=length), "KAZ", typefaces, paper)) == MOST_PAGES


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("country", ["KAZ", "RUS", "AFG", "CHN"])
def test_briefs_of_the_seeds_have_two_pages_at_most(country: str, typefaces: str, paper: str) -> None:
    assert pages(printed(analysis.read("seeds"), country, typefaces, paper)) <= MOST_PAGES


@pytest.fixture(scope="module")
def kazakhstan(typefaces: str) -> tuple[Brief, str, str]:
    """Return the brief, its web page and its print version."""
    seeds = analysis.read("seeds")
    heading, made = Heading(seeds.study.title, seeds.articles), made_of(seeds, "KAZ")
    return made, brief.web(made, heading, typefaces, "a4"), brief.print_version(made, heading, typefaces, "a4")


def test_a_brief_is_named_after_its_country_and_leads_back_to_the_report(kazakhstan: tuple[Brief, str, str]) -> None:
    made, web, paper = kazakhstan
    assert made.file_name == "kazakhstan"
    assert "<title>Kazakhstan: Russia and Central Asia</title>" in web
    assert '<a href="../report.html">Russia and Central Asia</a>' in web
    assert "../report.html" not in paper
    assert [title.count("Kazakhstan in five articles</h2>") for title in (web, paper)] == [1, 1]


def test_the_title_of_the_notebook_gives_way_to_that_of_the_country(kazakhstan: tuple[Brief, str, str]) -> None:
    titles = re.findall(r"<h2[^>]*>(.*?)</h2>", kazakhstan[0].page.main)
    assert titles == ["Kazakhstan in five articles"]
    assert kazakhstan[0].page.scope.startswith("Spoken of in 2 of 5 articles")


def test_the_web_page_may_fetch_nothing(kazakhstan: tuple[Brief, str, str]) -> None:
    _, web, _ = kazakhstan
    assert "default-src 'none'" in web
    assert not re.search(r"""(?:src|href)=["']?(?:https?:|//)|@import|url\((?!"data:)""", web)


def test_a_notebook_without_a_computed_title_is_named() -> None:
    with pytest.raises(InputError, match="notebook country-brief: no title"):
        brief.brief("Kazakhstan", "<h1>Country brief</h1><p>Nothing computed.</p>")


def test_a_citation_of_a_sentence_that_is_not_in_the_brief_is_named() -> None:
    text = '<h1>Country brief</h1><div class="words"><h1>Kazakhstan</h1></div><a class="cite" href="#e-27">$27 bn</a>'
    with pytest.raises(InputError, match="cites #e-27, which is nowhere"):
        brief.brief("Kazakhstan", text)
