import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from analysis.records import InputError
from analysis.report import page

CHART = '<figure class="chart" id="chart-{0}"><p class="chart-title">Trade</p><div class="plot">{1}</div></figure>'
MARK = '<span class="mark"><a href="#e-27" aria-label="27 bn"></a></span>'
EVIDENCE = (
    '<h1>Evidence</h1><article class="evidence" id="e-27"><span class="backlinks" data-for="e-27"></span></article>'
)


def soup(**chapters: str) -> BeautifulSoup:
    return BeautifulSoup(page.joined(chapters).main, "html.parser")


def test_headings_go_one_level_down_and_get_names_that_stay() -> None:
    text = soup(overview="<h1>Overview</h1><h2>What differs: 2021</h2><h3>Why</h3><h3>Why</h3>")
    names = [(tag.name, tag["id"]) for tag in text.find_all(["h1", "h2", "h3", "h4"])]
    assert names == [
        ("h2", "overview-overview"),
        ("h3", "overview-what-differs-2021"),
        ("h4", "overview-why"),
        ("h4", "overview-why-2"),
    ]


def test_a_chapter_without_a_title_is_named() -> None:
    with pytest.raises(InputError, match="notebook topics: no title"):
        page.joined({"topics": "<p>What are they about?</p>"})


def test_charts_and_tables_are_numbered_through_the_report() -> None:
    table = "<table><caption>Trade</caption><tr><td>27</td></tr></table>"
    text = soup(
        sources=f"<h1>Sources</h1>{CHART.format('a', '')}{table}",
        topics=f"<h1>Topics</h1>{table}{CHART.format('b', '')}",
    )
    assert [title.get_text() for title in text.select(".chart-title")] == ["Chart 1 Trade", "Chart 2 Trade"]
    assert [title.get_text() for title in text.select("caption")] == ["Table 1 Trade", "Table 2 Trade"]


def test_evidence_lists_every_place_that_cites_it() -> None:
    cite = '<a class="cite" href="#e-27">$27 bn</a>'
    table = f"<table><caption>All</caption><tr><td>{cite}</td></tr></table>"
    text = soup(
        overview=f"<h1>Overview</h1>{cite}<h2>Findings</h2>{cite}{cite}",
        trade=f"<h1>Trade</h1><h2>By year</h2>{CHART.format('a', MARK)}{table}",
        evidence=EVIDENCE,
    )
    links = text.select(".backlinks a")
    labels = ["Overview", "Overview, Findings", "(2)", "Trade, Chart 1", "Trade, Table 1"]
    assert [link.get_text() for link in links] == labels
    assert links[2]["aria-label"] == "Overview, Findings, place 2"
    for link in links:
        assert text.find(id=link["href"][1:])["href"] == "#e-27"


def test_evidence_that_nobody_cites_says_so() -> None:
    backlinks = soup(evidence=EVIDENCE).select_one(".backlinks")
    assert backlinks.get_text() == "this list alone"
    assert backlinks.find("a") is None


@pytest.mark.parametrize(
    ("html", "message"),
    [
        ('<a class="cite" href="#e-9">$9 bn</a>', r'Overview, Findings: "\$9 bn" cites #e-9, which is nowhere'),
        (CHART.format("a", MARK), 'Overview, Chart 1: "27 bn" cites #e-27, which is nowhere'),
        ('<p id="a">1</p><p id="a">2</p>', 'Overview, Findings: the name "a" stands 2 times'),
        ('<script src="https://cdn.example/plot.js"></script>', "Overview, Findings: <script> needs"),
        ('<img src="https://example.org/a.png">', "Overview, Findings: <img> needs"),
    ],
)
def test_what_would_break_the_page_is_named_with_its_place(html: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        page.joined({"overview": f"<h1>Overview</h1><h2>Findings</h2>{html}"})


def test_links_to_the_articles_themselves_are_kept() -> None:
    text = soup(sources='<h1>Sources</h1><a href="https://tashkenttimes.uz/national/9805">000</a>')
    assert text.a["href"] == "https://tashkenttimes.uz/national/9805"


def test_tables_scroll_by_themselves_and_name_their_rows_and_columns() -> None:
    rows = "<thead><tr><th>Year<th>Sum</thead><tbody><tr><th>2021<td>27</tbody>"
    text = soup(
        sources=f"<h1>S</h1><table>{rows}</table>",
        topics=f'<h1>T</h1><div class="table-wrap"><table><caption>C</caption>{rows}</table></div>',
    )
    assert [box["aria-label"] for box in text.select("div.table-wrap[tabindex='0']")] == ["Columns 1", "Table 1"]
    assert [heading["scope"] for heading in text.table.find_all("th")] == ["col", "col", "row"]
    assert all(len(table.find_parents("div", class_="table-wrap")) == 1 for table in text.find_all("table"))


def test_the_contents_leave_out_the_headings_of_single_pieces_of_evidence() -> None:
    text = '<h1>Evidence</h1><h2>Figures</h2><article class="evidence"><h2>27</h2></article>'
    (entry,) = page.joined({"evidence": text}).contents
    assert (entry.anchor, entry.title) == ("evidence", "Evidence")
    assert [section.title for section in entry.sections] == ["Figures"]


def test_charts_and_then_tables_are_listed_by_number_and_title() -> None:
    table = '<table id="table-trade"><caption>Amounts of <i>trade</i></caption><tr><td>27</td></tr></table>'
    made = page.joined({"trade": f"<h1>Trade</h1>{table}{CHART.format('a', '')}"})
    assert [(entry.anchor, entry.title) for entry in made.numbered] == [
        ("chart-a", "Chart 1. Trade"),
        ("table-trade", "Table 1. Amounts of trade"),
    ]


def test_the_scope_of_the_report_is_the_first_line_that_says_it() -> None:
    text = '<h1>O</h1><p class="scope">Five articles,\n <a class="cite" href="#o">18 figures</a>.</p><p id="o"></p>'
    assert page.joined({"o-": text}).scope == "Five articles, 18 figures."


# Attributes with capitals and elements that close themselves: a parser of HTML would change both.
@given(
    st.text(alphabet="<>/&;\"'= gViewBox\n", max_size=40).filter(
        lambda text: "</svg" not in text and "<svg" not in text
    )
)
def test_drawings_come_through_byte_for_byte(inside: str) -> None:
    drawing = f'<svg viewBox="0 0 1 1"><clipPath id="c"/>{inside}</svg>'
    assert drawing in page.joined({"sources": f"<h1>Sources</h1><p>{drawing}</p>"}).main
