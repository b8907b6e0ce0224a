"""A page against the tables: what is computed is computed anew, and nowhere else stands a number."""

from collections import Counter
from collections.abc import Iterator, Mapping

from bs4 import BeautifulSoup, Tag

from analysis.gate import citations
from analysis.gate.anew import computed_anew
from analysis.gate.content import ADDED, content, differences, has_number, pieces
from analysis.prose.rows import named
from analysis.records import InputError
from analysis.report.page import place
from analysis.workbench import Corpus

# Checked in another way than number by number: computed, or equal to the headings that it lists.
ELSEWHERE = ("[data-made]", "nav.contents", "header.cover")


def faults(soup: BeautifulSoup, corpus: Corpus) -> Iterator[str]:
    """Yield everything on a page that its tables do not give."""
    for block in soup.select("[data-made]"):
        yield from changed(block, corpus)
    yield from typed(soup)
    yield from misnamed(soup)
    yield from misplaced(soup)
    yield from citations.astray(soup)
    yield from citations.wrong(soup, {row.figure_id: row for row in named(corpus.figures)})


def changed(block: Tag, corpus: Corpus) -> Iterator[str]:
    """Yield where a computed block is not what its tables give."""
    try:
        expected = computed_anew(block, corpus)
    except (InputError, ValueError) as error:
        yield f"{place(block)}: cannot be computed anew: {error}"
        return
    for there, right in differences(content(block), expected):
        if not there:
            yield f"{place(block)}: “{shortened(right)}” is missing"
        else:
            yield f"{place(block)}: “{shortened(there)}” stands where the tables give “{shortened(right)}”"


def shortened(words: str, longest: int = 160) -> str:
    """Return words as a message shows them."""
    return words if len(words) <= longest else words[: longest - 1] + "…"


def typed(soup: BeautifulSoup) -> Iterator[str]:
    """Yield every number that stands in words nobody computed."""
    checked = {id(part) for part in soup.select(", ".join((*ADDED, *ELSEWHERE)))}
    for words in pieces(soup.body, checked) if soup.body else ():
        if has_number(words) and not words.startswith("#"):
            yield f"{whereabouts(soup, words)}: “{shortened(words)}” is typed: cite a figure, or compute the number"


def whereabouts(soup: BeautifulSoup, words: str) -> str:
    """Return where words stand that nobody computed."""
    found = soup.find(string=lambda text: bool(text) and " ".join(text.split()) == words)
    return place(found.parent) if found and found.parent else "a label"


def misnamed(soup: BeautifulSoup) -> Iterator[str]:
    """Yield every line of the contents that is not the heading it leads to."""
    for link in soup.select("nav.contents a"):
        target = soup.find(id=link["href"][1:])
        heading = target.find(["h2", "h3"]) if target and target.name == "section" else target
        if heading is None or heading.get_text() != link.get_text():
            yield f"Contents: “{link.get_text()}” is not the title that it leads to"


def misplaced(soup: BeautifulSoup) -> Iterator[str]:
    """Yield every number of a chart or a table that is not its own, and every link back that names another place.

    So nothing is taken on trust for standing in an element of their kind.
    """
    for kind, selector in (("Chart", "figure.chart"), ("Table", "table:has(> caption)")):
        for count, numbered in enumerate(soup.select(selector), 1):
            numbered["data-number"] = f"{kind} {count}"
    for number in soup.select(".number"):
        owner = number.find_parent(attrs={"data-number": True})
        if owner is None or number.get_text() != owner["data-number"]:
            yield f"{place(number)}: “{number.get_text()}” is not the number of the chart or table"
    names = {str(tag["id"]): tag for tag in soup.select("[id]")}
    for back in soup.select(".backlinks"):
        yield from misled(back, names)


def misled(back: Tag, names: Mapping[str, Tag]) -> Iterator[str]:
    """Yield every link back from a piece of evidence that names another place than the one it leads to."""
    times: Counter[str] = Counter()
    for link in back.find_all("a"):
        target = names.get(str(link["href"])[1:])
        where = place(target) if target else ""
        times[where] += 1
        if link.get_text() not in (where, f"({times[where]})"):
            yield f"{place(back)}: the link back “{link.get_text()}” leads to {where or 'nowhere'}"
    for text in back.find_all(string=True, recursive=False):
        if has_number(text):
            yield f"{place(back)}: “{text}” is typed"
