from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from bs4 import BeautifulSoup

from analysis.gate import citations

Spoilt = Callable[..., list[str]]
FIGURE = SimpleNamespace(figure_id="b2ff", printed="> $45 bn", qualifier="more_than", quote="more than $ 45 billion")


def wrong(html: str, *figures: Any) -> list[str]:
    soup = BeautifulSoup(f'<section class="chapter"><h2>Overview</h2>{html}</section>', "html.parser")
    return list(citations.wrong(soup, {figure.figure_id: figure for figure in figures}))


@pytest.mark.parametrize("words", ["&gt; $45 bn", "more than $45 bn", "More than\n $45 bn"])
def test_a_citation_is_in_the_words_of_its_figure(words: str) -> None:
    assert wrong(f'<a class="cite" href="#e-b2ff">{words}</a>', FIGURE) == []


@pytest.mark.parametrize(
    "words", ["$45 bn", "more than $46 bn", "at least $45 bn", "more than 45 bn", "", "> $45 bn in all"]
)
def test_a_citation_in_other_words_is_named_beside_those_of_the_article(words: str) -> None:
    (fault,) = wrong(f'<a class="cite" href="#e-b2ff">{words}</a>', FIGURE)
    assert fault == f"Overview: “{words}” cites > $45 bn: “more than $ 45 billion”"


def test_a_citation_of_a_figure_that_was_removed_is_named() -> None:
    (fault,) = wrong('<a class="cite" href="#e-b2ff">$45 bn</a>')
    assert fault == "Overview: “$45 bn” cites a figure that data/figures.csv does not have"


def test_a_piece_of_evidence_that_is_gone_is_named_wherever_it_is_cited(spoilt: Spoilt) -> None:
    found = spoilt('id="e-e865b0df78"', 'id="e-0000000000"')
    for where in ("Overview, Findings", "Overview, Table 1", "Trade, Chart 1", "Trade, Table 2"):
        assert any(f"{where}: “" in line and "cites #e-e865b0df78, which is gone" in line for line in found)


def test_two_citations_that_are_exchanged_are_noticed(spoilt: Spoilt) -> None:
    found = spoilt('href="#e-2746adf8b5" id="c-1">$20 bn', 'href="#e-e865b0df78" id="c-1">$20 bn')
    assert any("“$20 bn” cites > $27 bn: “more than $ 27 billion”" in line for line in found)
