"""What joining has added to a page, taken away and done again: numbers, notes, links back, names."""

from collections.abc import Iterator

from bs4 import BeautifulSoup

from analysis.gate.content import content, differences
from analysis.report import notes, page, shortened
from analysis.report.elements import citations, of_class


def faults(soup: BeautifulSoup) -> Iterator[str]:
    """Yield every number of a chart, table or note that is not its own, and every link back that names another place.

    So nothing is taken on trust for standing in an element of their kind. The page is left as it was before joining,
    but that charts and tables know their numbers.
    """
    chapters = of_class(soup, "chapter")
    there = [content(chapter) for chapter in chapters]
    take_apart(soup)
    join(soup)
    for chapter, stood in zip(chapters, there, strict=True):
        yield from (f"{page.chapter_title(chapter)}: {fault}" for _, fault in differences(stood, content(chapter)))
    take_apart(soup)


def take_apart(soup: BeautifulSoup) -> None:
    """Take away what joining has added."""
    shortened.restored(soup)
    for number in (*of_class(soup, "number", notes.REFERENCE), *notes.numbers(soup)):
        number.decompose()
    for back in of_class(soup, "backlinks"):
        back.clear()
    for box in of_class(soup, "plot-scroll"):
        box.unwrap()
    for box in of_class(soup, "table-wrap"):
        box.attrs.clear()
        box["class"] = "table-wrap"
    for link in citations(soup):
        del link["id"]


def join(soup: BeautifulSoup) -> None:
    """Add it anew."""
    for numbered in soup.find_all(["figure", "table"]):
        del numbered["data-number"]
    page.number(soup)
    page.arrange_tables(soup)
    page.link_back(soup)
    notes.annotate(soup)
    notes.refer(soup)
    shortened.shorten(soup)
