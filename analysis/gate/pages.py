"""The chapters of a page against the tables: what is computed is computed anew, and nowhere else stands a number."""

import re
from collections import Counter
from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement

from analysis.gate import citations
from analysis.gate.anew import computed_anew
from analysis.gate.content import alike, content, differences, has_number, parts, places, spots, value, words
from analysis.gate.sources import read_anew
from analysis.prose.rows import named
from analysis.report.page import place
from analysis.workbench import Corpus

# What a notebook's own words may be made of; anything else could show a number, or hide one, where nobody looks.
ELEMENTS = (
    "section", "h1", "h2", "h3", "h4", "h5", "h6", "p", "br", "hr", "div", "span", "blockquote", "pre",
    "ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td",
    "a", "em", "strong", "b", "i", "code", "kbd", "sub", "sup", "q", "cite", "abbr", "small",
)  # fmt: skip
UNSAID = ("href", "id", "class", "style")  # attributes that nobody sees or hears
ALIGNED = re.compile(
    r"text-align: ?(?:left|right|center);?"
)  # all that Markdown says of style: in the cells of a table
SPELLED_OUT = ("money", "percent", "quantity", "count")  # kinds of figures: “twenty-seven billion dollars”


def faults(soup: BeautifulSoup, corpus: Corpus) -> Iterator[str]:
    """Yield everything in the chapters of a page that its tables do not give; links back are not looked at here."""
    for block in soup.select("[data-made]"):
        yield from (f"{place(part)}: {fault}" for part, fault in changed(block, corpus))
    for part in written(soup):
        yield from (f"{place(part.parent or soup)}: {fault}" for fault in typed(part, corpus))
    yield from twice(soup)
    yield from citations.astray(soup)
    cited = corpus.figures[corpus.figures["figure_id"].isin(citations.cited(soup))]
    yield from citations.wrong(soup, {row.figure_id: row for row in named(cited)})


def changed(block: Tag, corpus: Corpus) -> Iterator[tuple[Tag, str]]:
    """Yield the element in which a computed block is not what its tables give, and what stands there."""
    try:
        expected = computed_anew(block, corpus)
    except Exception as error:  # tables that were changed may break whatever is computed from them
        yield block, f"{block['data-made']} cannot be computed anew: {error!r}"
        return
    there = spots(block)
    for at, fault in differences([piece for piece, _ in there], content(expected)):
        part = there[min(at, len(there) - 1)][1]
        yield part if isinstance(part, Tag) else part.parent or block, fault
    if not alike(places(block), places(expected)):
        yield block.find() or block, "the drawing, or a link over it, is not where the tables put it"


def written(soup: BeautifulSoup) -> Iterator[PageElement]:
    """Yield every element and every text of the chapters that nobody computed; citations are checked as such."""
    checked = {id(part) for part in soup.select("[data-made]")}
    for chapter in soup.select("section.chapter"):
        yield chapter
        yield from parts(chapter, checked)


def typed(part: PageElement, corpus: Corpus) -> Iterator[str]:
    """Yield what is wrong with one element, or one text, of the words that nobody computed."""
    if isinstance(part, Tag) and part.name not in ELEMENTS:
        yield f"<{part.name}> shows what cannot be checked: show words, tables and charts of this project"
    if isinstance(part, Tag) and (
        part.has_attr("hidden") or not ALIGNED.fullmatch(value(part, "style") or "text-align:left")
    ):
        yield f"<{part.name}> has a style of its own, or is hidden: neither can be checked"
    for said in spoken(part):
        if has_number(said) or any(one.kind in SPELLED_OUT for one in read_anew(said, "en", corpus.study)):
            yield f"“{said}” is typed: cite a figure, or compute the number"


def spoken(part: PageElement) -> Iterator[str]:
    """Yield what an element says in its attributes, or the words of a text but those of a citation."""
    if isinstance(part, Tag):
        # The names of boxes were given by joining, and checked with it.
        names = () if "table-wrap" in part.get_attribute_list("class") else sorted(part.attrs.keys() - set(UNSAID))
        yield from (value(part, name) for name in names)
    elif isinstance(part, NavigableString) and not (part.parent and citations.is_citation(part.parent)):
        yield words(part)


def twice(soup: BeautifulSoup) -> Iterator[str]:
    """Yield every name that several elements have: a link opens the first of them."""
    for name, times in Counter(str(tag["id"]) for tag in soup.select("[id]")).items():
        if times > 1:
            yield f"{place(soup.find_all(id=name)[1])}: the name “{name}” stands {times} times"
