"""What stands around the chapters of a page, against what the tables and the headings give: head, cover, contents."""

from collections.abc import Iterator
from pathlib import Path

from bs4 import BeautifulSoup

from analysis.gate.content import content, differences, parsed
from analysis.prose.spoken import spoken_of
from analysis.report import brief, document, page
from analysis.report import pages as report_pages
from analysis.report.brief import Brief
from analysis.report.document import Heading
from analysis.report.page import EMPTY, Page
from analysis.workbench import Corpus

FACE = "@font-face {"
STYLE = "head style"


def of_report(soup: BeautifulSoup, corpus: Corpus) -> Iterator[str]:
    """Yield what is wrong around the chapters of a report."""
    yield from around(soup, document.web(frame(soup), heading(corpus), ""))


def of_brief(soup: BeautifulSoup, corpus: Corpus, name: str) -> Iterator[str]:
    """Yield what is wrong around a brief, and where it is not of the country whose name its file has."""
    countries = {Brief(country, EMPTY).file_name: (code, country) for code, country in spoken_of(corpus)}
    if name not in countries:
        yield "is the brief of no country that the articles speak of"
        return
    code, country = countries[name]
    yield from around(soup, brief.web(Brief(country, frame(soup)), heading(corpus), ""))
    for block in soup.select("[data-made]"):
        if block.get("data-with") != f'["{code}"]':
            yield f"{page.place(block)}: {block['data-made']} is not of {country}"


def of_listing(soup: BeautifulSoup, corpus: Corpus, folder: Path) -> Iterator[str]:
    """Yield where the list of what is there is not what the tables give."""
    styles = "\n".join([document.palette(dark=True), document.sheet("base"), document.sheet("screen")])
    listing = report_pages.listing(heading(corpus), corpus, folder)
    right = parsed(listing.replace(document.STYLES, styles))
    yield from compared(soup, right, apart=STYLE)
    yield from styled(soup, right)


def heading(corpus: Corpus) -> Heading:
    """Return what a cover says."""
    return Heading(corpus.study.title, corpus.articles)


def frame(soup: BeautifulSoup) -> Page:
    """Return a page without its chapters, its contents being the headings that it has."""
    scope = soup.select_one("main .scope")
    return Page("", tuple(page.contents(soup)), " ".join(scope.get_text().split()) if scope else "")


def around(soup: BeautifulSoup, expected: str) -> Iterator[str]:
    """Yield where a page is not what is expected of it, its chapters left out."""
    right = parsed(expected)
    yield from compared(soup, right, apart=f"section.chapter, {STYLE}")
    yield from styled(soup, right)


def compared(soup: BeautifulSoup, right: BeautifulSoup, *, apart: str) -> Iterator[str]:
    """Yield where two pages differ; some elements, named by a selector, are left out."""
    there, expected = (content(one, {id(part) for part in one.select(apart)}) for one in (soup, right))
    yield from (f"Title, cover or contents: {fault}" for _, fault in differences(there, expected))


def styled(soup: BeautifulSoup, right: BeautifulSoup) -> Iterator[str]:
    """Yield where a style sheet is another one: it could hide words, or print some. The fonts before it say nothing."""
    there, expected = ("".join(style.get_text() for style in one.select(STYLE)).strip() for one in (soup, right))
    faces = there.removesuffix(expected).split("}")
    if not there.endswith(expected) or any(rule.strip() and not rule.strip().startswith(FACE) for rule in faces):
        yield "the style sheet is not that of a report"
