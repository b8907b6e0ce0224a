"""The page runs one script, its own; it reaches for nothing outside, and takes the words of articles as words."""

import base64
import hashlib
import re

import pytest
from bs4 import BeautifulSoup

from analysis.report import brief, document
from analysis.report.brief import Brief
from analysis.report.document import Heading
from analysis.report.page import Page
from analysis.report.script import policy, script
from analysis.tables import frame

CHAPTER = '<section class="chapter" id="a"><h2>A</h2></section>'
PAGE = Page(CHAPTER, CHAPTER, (), "2 articles")
HEADING = Heading("Russia & Central Asia", frame("articles", []))
WEB = {
    "report": document.web(PAGE, HEADING, "", "a4"),
    "brief": brief.web(Brief("Kazakhstan", PAGE), HEADING, "", "a4"),
}
PRINTED = {
    "report": document.print_version(PAGE, HEADING, "", "a4"),
    "brief": brief.print_version(Brief("Kazakhstan", PAGE), HEADING, "", "a4"),
}


def policy_of(html: str) -> list[str]:
    soup = BeautifulSoup(html, "html.parser")
    return str(soup.select_one('meta[http-equiv="Content-Security-Policy"]')["content"]).split("; ")


@pytest.mark.parametrize("html", WEB.values(), ids=WEB)
def test_a_web_page_allows_exactly_the_script_that_it_holds(html: str) -> None:
    (held,) = BeautifulSoup(html, "html.parser").select("script")
    digest = base64.b64encode(hashlib.sha256(str(held.string).encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in policy_of(html)
    assert held.string == script()


@pytest.mark.parametrize("html", [*WEB.values(), *PRINTED.values()])
def test_a_page_fetches_nothing_and_sends_nothing(html: str) -> None:
    parts = policy_of(html)
    assert parts[0] == "default-src 'none'"
    assert {"base-uri 'none'", "form-action 'none'"} <= set(parts)
    assert not re.search(r"https?:|\*", " ".join(parts))


@pytest.mark.parametrize("html", PRINTED.values(), ids=PRINTED)
def test_what_is_printed_holds_no_script_and_allows_none(html: str) -> None:
    assert "<script" not in html
    assert "script-src" not in html


def test_a_policy_without_a_script_allows_none() -> None:
    assert "script-src" not in policy("")


@pytest.mark.parametrize(
    "name",
    ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function(", "fetch(", "XMLHttp",
     "import(", "</script", "WebSocket", "sendBeacon", "localStorage"],
)  # fmt: skip
def test_the_script_makes_no_markup_of_words_and_keeps_to_the_page(name: str) -> None:
    assert name not in script()
