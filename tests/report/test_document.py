import re
import string

import pytest

from analysis import tables
from analysis.charts import look
from analysis.report import document, fonts
from analysis.report.document import Heading
from analysis.report.page import Entry, Page
from analysis.study import DEFAULT, load
from analysis.workbench import Corpus

PAGE = Page('<section class="chapter" id="a"><h2>A</h2></section>', (Entry("a", "A", (Entry("a-b", "B"),)),), "Scope.")


def heading(*articles: dict[str, object], title: str = "Russia and Central Asia") -> Heading:
    return Heading(title, tables.frame("articles", articles))


@pytest.fixture(scope="module")
def documents() -> tuple[str, str]:
    row = {
        "article_id": "a",
        "reference": "000",
        "title": "Trade <grows>",
        "outlet": "News.Az",
        "said_on": "2025-10-09",
    }
    typefaces = fonts.style_sheet(string.printable)
    return document.web(PAGE, heading(row), typefaces), document.print_version(PAGE, heading(row), typefaces)


@pytest.mark.parametrize("number", [0, 1])
def test_documents_say_their_language_title_and_contents(documents: tuple[str, str], number: int) -> None:
    text = documents[number]
    assert text.startswith('<!doctype html>\n<html lang="en">')
    assert "<title>Russia and Central Asia</title>" in text
    assert '<a href="#a-b">B</a>' in text
    assert PAGE.main in text


def test_the_web_page_may_fetch_nothing(documents: tuple[str, str]) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', documents[0])
    assert policy
    assert policy[1].startswith("default-src 'none'")
    assert not re.search(r"""(?:src|href)=["']?(?:https?:|//)|@import|url\((?!"data:)""", documents[0])


def test_what_articles_say_stays_text(documents: tuple[str, str]) -> None:
    assert "<cite>Trade &lt;grows&gt;</cite>" in documents[0]


def test_only_the_web_page_has_dark_colours(documents: tuple[str, str]) -> None:
    assert [look.DARK["paper"] in text for text in documents] == [True, False]


def test_the_date_of_a_report_is_the_latest_of_its_articles() -> None:
    assert heading({"said_on": "2022-10-14"}, {"said_on": ""}, {"said_on": "2025-10-09"}).latest == "2025-10-09"
    assert heading().latest == ""


def test_the_cover_lists_what_fits_and_counts_the_rest() -> None:
    many = heading(*({"article_id": str(number), "title": f"Title {number}"} for number in range(15)))
    text = document.rendered(PAGE, many, styles="")
    assert text.count("<cite>") == document.ON_THE_COVER
    assert "and 3 more" in text


def test_the_list_of_a_folder_names_briefs_tables_and_the_pdf_where_there_is_one() -> None:
    frames = {name: tables.frame(name, []) for name in tables.schema()}
    frames["figures"] = tables.frame("figures", [{"figure_id": "x"}])
    corpus = Corpus(load(DEFAULT), frames, {})
    briefs, others = {"Kazakhstan": "kazakhstan"}, ["Tajikistan", "Turkmenistan"]
    with_pdf, without = (
        document.listing(heading(), corpus, briefs=briefs, others=others, printed=printed) for printed in (True, False)
    )
    assert ["report.pdf" in text for text in (with_pdf, without)] == [True, False]
    assert ["countries/kazakhstan.pdf" in text for text in (with_pdf, without)] == [True, False]
    assert '<a href="countries/kazakhstan.html">Kazakhstan</a>' in without
    assert "and so without a brief: Tajikistan and Turkmenistan." in without
    assert re.search(r"figures\.csv</a></th><td>[^<]+</td><td[^>]*>1</td>", with_pdf)
