"""Citations against the figures: each leads to its evidence in the same page, in words that the figure allows."""

from collections.abc import Iterator, Mapping
from typing import Any

from bs4 import BeautifulSoup

from analysis.prose.describe import in_words
from analysis.report.page import place
from analysis.wording.words import capital


def astray(soup: BeautifulSoup) -> Iterator[str]:
    """Yield every link inside the page that leads nowhere."""
    names = {tag["id"] for tag in soup.select("[id]")}
    for link in soup.select('a[href^="#"]'):
        if link["href"][1:] not in names:
            words = link.get_text() or link.get("aria-label", "")
            yield f"{place(link)}: “{words}” cites {link['href']}, which is gone"


def wrong(soup: BeautifulSoup, by_id: Mapping[str, Any]) -> Iterator[str]:
    """Yield every citation of a figure that is not among the figures, or not in its words.

    `by_id` are the rows of the table of figures, whose amounts are read from the texts anew elsewhere.
    """
    for link in soup.select('a.cite[href^="#e-"]'):
        figure, words = by_id.get(str(link["href"])[3:]), " ".join(link.get_text().split())
        if figure is None:
            yield f"{place(link)}: “{words}” cites a figure that data/figures.csv does not have"
        elif words not in (figure.printed, in_words(figure), capital(in_words(figure))):
            yield f"{place(link)}: “{words}” cites {figure.printed}: “{figure.quote}”"
