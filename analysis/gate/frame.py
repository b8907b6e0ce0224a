"""What stands around the chapters of a page, against what the tables and the headings give: head, cover, contents."""

import re
from collections.abc import Iterator
from pathlib import Path

from bs4 import BeautifulSoup

from analysis.gate.content import content, differences, parsed
from analysis.prose.spoken import with_brief
from analysis.report import brief, document, page
from analysis.report import pages as report_pages
from analysis.report.brief import Brief
from analysis.report.notes import words
from analysis.report.order import PAPERS
from analysis.report.page import EMPTY, Page
from analysis.workbench import Corpus

# The rules that stand before the style sheets: of a typeface, and the one that names them all.
FACES = re.compile(
    r'(?:@font-face \{ font-family: "[^"]*"; font-weight: \d+; font-style: \w+;\n'
    r'  src: url\("data:font/woff2;base64,[^")]*"\) format\("woff2"\);\n\}\n)*'
    r':root \{ --serif: [\w", -]+; --sans: [\w", -]+; \}\n'
)
STYLE, SCRIPT = "head style", "head script"


def of_report(soup: BeautifulSoup, corpus: Corpus) -> Iterator[str]:
    """Yield what is wrong around the chapters of a report."""
    yield from around(soup, document.web(frame(soup), report_pages.heading(corpus), "", paper(soup)))


def of_brief(soup: BeautifulSoup, corpus: Corpus, name: str) -> Iterator[str]:
    """Yield what is wrong around a brief, and where it is not of the country whose name its file has."""
    countries = {Brief(country, EMPTY).file_name: (code, country) for code, country in with_brief(corpus)}
    if name not in countries:
        yield "is the brief of no country that the articles speak of"
        return
    code, country = countries[name]
    yield from around(soup, brief.web(Brief(country, frame(soup)), report_pages.heading(corpus), "", paper(soup)))
    for block in soup.select("[data-made]"):
        if block.get("data-with") != f'["{code}"]':
            yield f"{page.place(block)}: {block['data-made']} is not of {country}"


def of_listing(soup: BeautifulSoup, corpus: Corpus, folder: Path) -> Iterator[str]:
    """Yield where the list of what is there is not what the tables give."""
    styles = "\n".join([document.palette(dark=True), document.sheet("base"), document.sheet("screen")])
    listing = report_pages.listing(report_pages.heading(corpus), corpus, folder)
    right = parsed(listing.replace(document.STYLES, styles))
    yield from compared(soup, right, apart=STYLE)
    yield from styled(soup, right)


def paper(soup: BeautifulSoup) -> str:
    """Return the size of paper that a page is made for: the one whose style sheet it has."""
    styles = "".join(style.get_text() for style in soup.select(STYLE))
    return next((name for name in PAPERS if document.sheet(name) in styles), PAPERS[0])


def frame(soup: BeautifulSoup) -> Page:
    """Return a page without its chapters, its contents being the headings that it has."""
    scope = soup.select_one("main .scope")
    contents, numbered = tuple(page.contents(soup)), tuple(page.numbered(soup))
    return Page("", "", contents, words(scope) if scope else "", numbered)


def around(soup: BeautifulSoup, expected: str) -> Iterator[str]:
    """Yield where a page is not what is expected of it, its chapters left out."""
    right = parsed(expected)
    yield from compared(soup, right, apart=f"section.chapter, {STYLE}, {SCRIPT}")
    yield from styled(soup, right)
    yield from scripted(soup, right)


def compared(soup: BeautifulSoup, right: BeautifulSoup, *, apart: str) -> Iterator[str]:
    """Yield where two pages differ; some elements, named by a selector, are left out."""
    there, expected = (content(one, {id(part) for part in one.select(apart)}) for one in (soup, right))
    yield from (f"Title, cover or contents: {fault}" for _, fault in differences(there, expected))


def styled(soup: BeautifulSoup, right: BeautifulSoup) -> Iterator[str]:
    """Yield where a style sheet is another one: it could hide words, or print some. The fonts before it say nothing."""
    there, expected = ("".join(style.get_text() for style in one.select(STYLE)).strip() for one in (soup, right))
    if not there.endswith(expected) or not FACES.fullmatch(there.removesuffix(expected)):
        yield "the style sheet is not that of a report"


def scripted(soup: BeautifulSoup, right: BeautifulSoup) -> Iterator[str]:
    """Yield that a page has another script, or one more: it could change every number while the page is read."""
    if [str(script) for script in soup.select("script")] != [str(script) for script in right.select("script")]:
        yield "the script is not that of a report"
    for tag in soup.find_all(lambda tag: any(name.startswith("on") for name in tag.attrs)):
        yield f"{page.place(tag)}: <{tag.name}> has a script of its own"
