from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup

from analysis.report import shortened
from analysis.report.shortened import EVIDENCE, ROWS, only_printed, restored, shorten


def rows(count: int, *, cites: Callable[[int], str] = lambda n: "") -> str:
    lines = "".join(f"<tr><th>{cites(n)}row {n}</th></tr>" for n in range(count))
    return f'<div class="table-wrap"><table class="table"><tbody>{lines}</tbody></table></div>'


def evidence(count: int) -> str:
    bodies = "".join(
        f'<tbody class="evidence" id="e-{n}"><tr><th>{n}</th></tr><tr><td>said {n}</td></tr></tbody>'
        for n in range(count)
    )
    return f'<div class="table-wrap"><table class="table">{bodies}</table></div>'


def sentences(count: int) -> str:
    lines = "".join(f'<div class="sentence" id="s-{n}"><p>said {n}</p></div>' for n in range(count))
    return f'<section class="sentences"><h3>Article</h3>{lines}</section>'


def parsed(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


def printed_names(soup: BeautifulSoup) -> list[str]:
    only_printed(soup)
    return [str(tag["id"]) for tag in soup.select("[id]")]


@pytest.mark.parametrize("html", [rows(ROWS), evidence(EVIDENCE), sentences(EVIDENCE)])
def test_short_tables_and_lists_are_printed_whole(html: str) -> None:
    soup = parsed(html)
    shorten(soup)
    assert str(soup) == str(parsed(html))


def test_of_a_long_table_the_first_rows_are_printed_and_the_note_says_how_many() -> None:
    soup = parsed(rows(2134))
    shorten(soup)
    assert soup.select_one(".printed-part").get_text().startswith(f"Printed here: {ROWS} of 2,134.")
    assert len(soup.select("tr")) == 2134
    only_printed(soup)
    assert [row.get_text() for row in soup.select("tr")] == [f"row {n}" for n in range(ROWS)]


@pytest.mark.parametrize("many", [evidence, sentences])
def test_evidence_that_a_printed_row_opens_is_printed_wherever_it_stands(many: Callable[[int], str]) -> None:
    name = parsed(many(1)).select_one("[id]")["id"][:2]
    soup = parsed(f'<p><a class="cite" href="#{name}4999">27 bn</a></p>{many(5000)}')
    shorten(soup)
    assert soup.select_one(".printed-part").get_text().startswith(f"Printed here: {EVIDENCE} of 5,000.")
    assert printed_names(soup) == [*(f"{name}{n}" for n in range(EVIDENCE - 1)), f"{name}4999"]


def test_a_row_that_is_not_printed_asks_for_no_evidence() -> None:
    table = rows(ROWS + 1, cites=lambda n: f'<a class="cite" href="#e-{n + 1000}">27 bn</a>')
    soup = parsed(table + evidence(2000))
    shorten(soup)
    names = printed_names(soup)
    assert f"e-{ROWS + 999}" in names
    assert f"e-{ROWS + 1000}" not in names


def test_all_that_is_opened_is_printed_even_beyond_the_limit() -> None:
    links = "".join(f'<a class="cite" href="#e-{n}">27 bn</a>' for n in range(EVIDENCE + 50))
    soup = parsed(links + evidence(EVIDENCE + 60))
    shorten(soup)
    assert len(printed_names(soup)) == EVIDENCE + 50


def test_a_section_of_which_nothing_is_printed_leaves_no_heading_behind() -> None:
    soup = parsed(sentences(EVIDENCE) + sentences(2).replace('id="s-', 'id="t-'))
    shorten(soup)
    only_printed(soup)
    assert len(soup.select("h3")) == 1


def test_links_back_to_what_is_not_printed_become_words() -> None:
    back = '<p class="backlinks"><a href="#c-1">Table 1</a> <a href="#c-2">Table 2</a></p>'
    marked = '<p><span id="c-1">there</span></p><p class="unprinted"><span id="c-2">gone</span></p>'
    soup = parsed(back + marked)
    only_printed(soup)
    assert [link["href"] for link in soup.select("a")] == ["#c-1"]
    assert soup.p.get_text() == "Table 1 Table 2"


@pytest.mark.parametrize("html", [rows(ROWS + 5), evidence(EVIDENCE + 5), sentences(EVIDENCE + 5)])
def test_marks_can_be_taken_away_again(html: str) -> None:
    soup = parsed(html)
    shorten(soup)
    assert soup.select(f".{shortened.UNPRINTED}")
    restored(soup)
    assert str(soup) == str(parsed(html))


def test_of_very_many_figures_only_those_that_words_open_are_printed():
    entry = '<tbody class="evidence{}" id="e-{}"><tr><td>27 bn</td></tr></tbody>'
    entries = "".join(entry.format(kind, name) for kind, name in [("", 1), ("", 2), (" drawn", 3)])
    cites = '<p><a class="cite" href="#e-1">27</a><span class="mark"><a href="#e-2"></a></span></p>'
    soup = BeautifulSoup(f"{cites}<table>{entries}</table>", "html.parser")
    shorten(soup)
    only_printed(soup)
    assert [tag["id"] for tag in soup.find_all("tbody")] == ["e-1"]
