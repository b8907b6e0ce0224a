"""Citations against the figures: each leads to its evidence in the same page, in words that the figure allows."""

from collections.abc import Iterator, Mapping
from typing import Any

from bs4 import BeautifulSoup, Tag

from analysis.prose.describe import in_words
from analysis.report.page import place

EVIDENCE = "#e-"  # how links to a figure begin


def is_citation(tag: Tag) -> bool:
    """Return whether an element cites a figure."""
    return tag.name == "a" and "cite" in tag.get_attribute_list("class") and str(tag.get("href")).startswith(EVIDENCE)


def cited(soup: BeautifulSoup) -> set[str]:
    """Return the ids of the figures that a page cites."""
    return {str(link["href"]).removeprefix(EVIDENCE) for link in filter(is_citation, soup.find_all("a"))}


def astray(soup: BeautifulSoup) -> Iterator[str]:
    """Yield every link inside the page that leads nowhere."""
    names = {tag["id"] for tag in soup.select("[id]")}
    for link in soup.select('a[href^="#"]'):
        if link["href"][1:] not in names:
            words = link.get_text() or link.get("aria-label", "")
            yield f"{place(link)}: “{words}” cites {link['href']}, which is gone"


def wrong(soup: BeautifulSoup, by_id: Mapping[str, Any]) -> Iterator[str]:
    """Yield every citation of a figure that is not among the figures, or not in its words.

    `by_id` are the rows of the figures that are cited, whose amounts are read from the texts anew elsewhere.
    """
    for link in filter(is_citation, soup.find_all("a")):
        figure, words = by_id.get(str(link["href"]).removeprefix(EVIDENCE)), " ".join(link.get_text().split())
        if figure is None:
            yield f"{place(link)}: “{words}” cites a figure that data/figures.csv does not have"
        elif words not in wordings(figure):
            yield f"{place(link)}: “{words}” cites {figure.printed}: “{figure.quote}”"


def wordings(figure: Any) -> tuple[str, ...]:
    """Return how the amount of a figure may be printed; in words it may begin a sentence.

    >>> from types import SimpleNamespace as Row
    >>> wordings(Row(printed="≈ $5 bn", qualifier="about"))
    ('≈ $5 bn', 'about $5 bn', 'About $5 bn')
    """
    words = in_words(figure)
    return figure.printed, words, words[:1].upper() + words[1:]
