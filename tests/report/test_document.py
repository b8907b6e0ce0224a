import re
import string
from dataclasses import replace

import pytest

from analysis import tables
from analysis.charts import look
from analysis.report import document, fonts
from analysis.report.document import Heading
from analysis.report.order import PAPERS
from analysis.report.page import Entry, Page
from analysis.study import DEFAULT, load
from analysis.workbench import Corpus

CHAPTER = '<section class="chapter" id="a"><h2>A</h2></section>'
PAGE = Page(CHAPTER, CHAPTER, (Entry("a", "A", (Entry("a-b", "B"),)),), "Scope.")
MM = 25.4 / 96  # millimetres in a pixel


def heading(*articles: dict[str, object], title: str = "Russia and Central Asia") -> Heading:
    return Heading(title, tables.frame("articles", articles))


@pytest.fixture(scope="module")
def typefaces() -> str:
    return fonts.typefaces(string.printable + "…").print


@pytest.fixture(scope="module")
def documents(typefaces: str) -> tuple[str, str]:
    row = {
        "article_id": "a",
        "reference": "000",
        "title": "Trade <grows>",
        "outlet": "News.Az",
        "said_on": "2025-10-09",
    }
    looks = PAGE, heading(row), typefaces, "a4"
    return document.web(*looks), document.print_version(*looks)


@pytest.mark.parametrize("number", [0, 1])
def test_documents_say_their_language_title_and_contents(documents: tuple[str, str], number: int) -> None:
    text = documents[number]
    assert text.startswith('<!doctype html>\n<html lang="en">')
    assert "<title>Russia and Central Asia</title>" in text
    assert '<a href="#a-b">B</a>' in text
    assert PAGE.main in text


def test_the_list_of_charts_and_tables_is_left_out_where_there_are_none() -> None:
    listed = document.rendered(replace(PAGE, numbered=(Entry("chart-trade", "Chart 1. Trade <2025>"),)), heading(), "")
    assert '<li><a href="#chart-trade">Chart 1. Trade &lt;2025&gt;</a></li>' in listed
    assert "Charts and tables" not in document.rendered(PAGE, heading(), "")


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


def test_a_long_title_is_whole_on_the_cover_and_cut_in_the_heads_of_pages() -> None:
    title = "Trade " * 66 + "<end>"
    text = document.cover(heading(title=title), "")
    assert f'class="long">{"Trade " * 66}&lt;end&gt;</h1>' in text
    assert re.search(r'<h1 data-running="(Trade )+T?[a-z]*…"', text)
    assert len(heading(title=title).running) <= document.LONGEST


@pytest.mark.parametrize("title", ["Russia and Central Asia", "T" * document.LONGEST])
def test_a_title_that_fits_is_shown_everywhere_as_it_is(title: str) -> None:
    assert f'<h1 data-running="{title}">{title}</h1>' in document.cover(heading(title=title), "")


def test_the_cover_says_up_to_which_day_and_by_whom() -> None:
    about = replace(heading({"said_on": "2025-10-09"}), author="The desk & others")
    text = document.cover(about, "")
    assert "Articles up to 9 October 2025" in text
    assert "The desk &amp; others" in text
    assert "cover-date" not in document.cover(heading(), "")


@pytest.mark.parametrize(("paper", "size"), [("a4", (210, 297)), ("letter", (216, 279))])
def test_sheets_have_the_size_that_is_asked_for_and_text_of_the_width_of_a_chart(
    paper: str, size: tuple[int, int], typefaces: str
) -> None:
    import weasyprint

    sheets = weasyprint.HTML(
        string=document.print_version(PAGE, heading({"said_on": "2025-10-09"}), typefaces, paper)
    ).render()
    assert len(sheets.pages) == 3
    for sheet in sheets.pages:
        assert (round(sheet.width * MM), round(sheet.height * MM)) == size
    box = sheets.pages[-1]._page_box
    assert round(box.width * MM, 1) == 170


def test_the_cover_is_one_page_however_long_its_title_and_however_many_its_articles(typefaces: str) -> None:
    import weasyprint

    article = {"title": "Trade " * 40, "outlet": "News.Az", "published": "2025-10-09", "said_on": "2025-10-09"}
    many = heading(*(article | {"article_id": str(number)} for number in range(15)), title="Trade and " * 40)
    for paper in PAPERS:
        text = document.print_version(replace(PAGE, scope="Five articles, " * 25), many, typefaces, paper)
        sheets = weasyprint.HTML(string=text).render()
        assert len(sheets.pages) == 3


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
    assert (
        "Without a brief, since only named or spoken of in one article without an amount: Tajikistan and Turkmenistan."
        in without
    )
    assert re.search(r"figures\.parquet\"[^>]*>Parquet</a></td><td>[^<]+</td><td[^>]*>1</td>", with_pdf)
    assert '<a href="data/tables.xlsx">' in with_pdf
