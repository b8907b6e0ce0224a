"""Join the chapters to one page: charts, tables and evidence numbered, citations led to their evidence and back."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag

from analysis.records import InputError
from analysis.report import notes, shortened
from analysis.report.elements import citations, classes, links, named, of_class
from analysis.report.notes import words

# Drawings are set aside while the page is put together: they are most of its bytes, and nothing in them is looked at.
DRAWING = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
HELD = re.compile(r'<svg data-drawing="(\d+)"></svg>')

# What a page may not hold if it is to open anywhere, without the web.
FROM_OUTSIDE = ("script", "link", "iframe", "object", "embed")


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents: a chapter with its sections, or a section."""

    anchor: str
    title: str
    sections: tuple["Entry", ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """The body of the report and its contents."""

    main: str
    printed: str  # the same without what is too long to print
    contents: tuple[Entry, ...]
    scope: str  # the line that says what the report is about, in plain text
    numbered: tuple[Entry, ...] = ()  # its charts, then its tables


EMPTY = Page("", "", (), "")


def joined(chapters: Mapping[str, str]) -> Page:
    """Return the page made of chapters, HTML by name, in their order.

    Raises InputError naming the place of a citation without its evidence, of a name given twice, or of something that
    would have to be fetched from elsewhere.
    """
    drawings: list[str] = []

    def hold(match: re.Match[str]) -> str:
        drawings.append(match[0])
        return f'<svg data-drawing="{len(drawings) - 1}"></svg>'

    html = "\n".join(f'<section class="chapter" id="{name}">{text}</section>' for name, text in chapters.items())
    soup = BeautifulSoup(DRAWING.sub(hold, html), "html.parser")
    for chapter in of_class(soup, "chapter"):
        arrange_headings(chapter)
    notes.leave_out_references(soup)
    number(soup)
    arrange_tables(soup)
    link_back(soup)
    notes.annotate(soup)
    notes.refer(soup)
    check(soup)
    charts_and_tables = tuple(numbered(soup))
    shortened.shorten(soup)
    scope, listed, main = soup.find(class_="scope"), tuple(contents(soup)), soup.decode(formatter="minimal")
    shortened.only_printed(soup)
    whole, printed = (
        HELD.sub(lambda match: drawings[int(match[1])], html) for html in (main, soup.decode(formatter="minimal"))
    )
    return Page(whole, printed, listed, words(scope) if scope else "", charts_and_tables)


def slug(title: str) -> str:
    """Return a title as a name for links.

    >>> slug("Where the articles differ: 2021")
    'where-the-articles-differ-2021'
    """
    return "-".join(re.findall(r"\w+", title.lower()))


def arrange_headings(chapter: Tag) -> None:
    """Put a chapter's headings under the title of the report, one level down, each with a name that stays."""
    title = chapter.find("h1")
    if not title:
        raise InputError(f'notebook {chapter["id"]}: no title; begin its first cell with "# Title of the chapter"')
    for level in range(5, 0, -1):
        for heading in chapter.find_all(f"h{level}"):
            heading.name = f"h{level + 1}"
    seen: Counter[str] = Counter()
    for heading in chapter.find_all(["h2", "h3", "h4", "h5", "h6"]):
        name = f"{chapter['id']}-{slug(heading.get_text())}"
        seen[name] += 1
        heading["id"] = name if seen[name] == 1 else f"{name}-{seen[name]}"


def number(soup: BeautifulSoup) -> None:
    """Number charts and captioned tables through the whole report, in the words that backlinks name them by."""
    charts = [figure for figure in soup.find_all("figure") if "chart" in classes(figure)]
    for count, chart in enumerate(charts, 1):
        entitle(chart, f"Chart {count}", chart.find(class_="chart-title"))
        for plot in of_class(chart, "plot"):
            plot.wrap(soup.new_tag("div", attrs=scroller("plot-scroll", f"Chart {count}")))
    for count, caption in enumerate(soup.find_all("caption"), 1):
        entitle(caption.find_parent("table") or caption, f"Table {count}", caption)


def entitle(numbered: Tag, name: str, title: Tag | None) -> None:
    """Give a chart or table its number, and print it before its title."""
    numbered["data-number"] = name
    if title:
        title.insert(0, BeautifulSoup(f'<span class="number">{name}</span> ', "html.parser"))


def scroller(name: str, label: str) -> dict[str, str]:
    """Return the attributes of a box that scrolls sideways on a narrow screen, with the keyboard too."""
    return {"class": name, "tabindex": "0", "role": "region", "aria-label": label}


def arrange_tables(soup: BeautifulSoup) -> None:
    """Let every table scroll in a box of its own, and every heading of a row or column say which it is."""
    for count, table in enumerate(soup.find_all("table"), 1):
        box = table.find_parent(class_="table-wrap") or table.wrap(soup.new_tag("div"))
        box.attrs.update(scroller("table-wrap", str(table.get("data-number", f"Columns {count}"))))
        for heading in table.find_all("th"):
            heading["scope"] = heading.get("scope") or ("col" if heading.find_parent("thead") else "row")


def places(soup: BeautifulSoup) -> dict[int, str]:
    """Return where each link of the chapters stands, as `place` does, by its `id()`."""
    found = {}
    for chapter in of_class(soup, "chapter"):
        title, section = chapter_title(chapter), ""
        # One walk through all: searching back from each of thousands of links would take hours.
        for tag in chapter.find_all(["h2", "h3", "a"]):
            if tag.name == "a":
                found[id(tag)] = said(title, tag, section)
            else:
                section = words(tag) if tag.name == "h3" else ""
    return found


def place(link: Tag) -> str:
    """Return where a link stands, in the reader's words: "Overview, Findings" or "Trade and investment, Chart 3"."""
    section = link.find_previous(["h2", "h3"])
    title = chapter_title(link.find_parent("section", class_="chapter") or link)
    return said(title, link, words(section) if section and section.name == "h3" else "")


def said(chapter: str, link: Tag, section: str) -> str:
    """Return a place: the chapter, and the chart, the table or else the section in it."""
    numbered = link.find_parent(attrs={"data-number": True})
    inside = str(numbered["data-number"]) if numbered else section
    return f"{chapter}, {inside}" if inside else chapter


def chapter_title(chapter: Tag) -> str:
    """Return the title of a chapter."""
    title = chapter.find("h2")
    return words(title) if title else ""


def link_back(soup: BeautifulSoup) -> None:
    """Name every citation and every mark of a chart, and list under each piece of evidence the places that cite it."""
    cited = defaultdict(list)
    for count, link in enumerate(citations(soup), 1):
        link["id"] = f"c-{count}"
        cited[str(link["href"])[1:]].append(link)
    where_is = places(soup)
    for backlinks in of_class(soup, "backlinks"):
        times: Counter[str] = Counter()
        for link in cited[str(backlinks.get("data-for"))]:
            where = where_is[id(link)] if id(link) in where_is else place(link)
            times[where] += 1
            backlinks.extend([" · "] if len(backlinks.contents) else [])
            backlinks.append(backlink(soup, str(link["id"]), where, times[where]))
        if not times:
            backlinks.append("this list alone")


def backlink(soup: BeautifulSoup, anchor: str, where: str, nth: int) -> Tag:
    """Return a link back to a citation, named by its place; the second from the same place is "(2)"."""
    if nth == 1:
        return soup.new_tag("a", attrs={"href": f"#{anchor}"}, string=where)
    label = f"{where}, place {nth}"
    return soup.new_tag("a", attrs={"href": f"#{anchor}", "aria-label": label}, string=f"({nth})")


def check(soup: BeautifulSoup) -> None:
    """Raise InputError where a link leads nowhere, a name is given twice, or something lies outside the page."""
    names = Counter(str(tag["id"]) for tag in named(soup))
    for name, times in names.items():
        if times > 1:
            where = place(soup.find_all(id=name)[1])
            raise InputError(f'{where}: the name "{name}" stands {times} times in the report; each may stand once')
    for link in links(soup):
        if str(link["href"])[1:] not in names:
            text = link.get_text() or link.get("aria-label", "")
            raise InputError(f'{place(link)}: "{text}" cites {link["href"]}, which is nowhere in the report')
    for tag in filter(from_outside, soup.find_all()):
        raise InputError(f"{place(tag)}: <{tag.name}> needs scripts or the web; show text, tables or drawings instead")


def from_outside(tag: Tag) -> bool:
    """Return whether an element would have to be run or fetched."""
    return tag.name in FROM_OUTSIDE or not str(tag.get("src", "data:")).startswith("data:")


def contents(soup: BeautifulSoup) -> Iterator[Entry]:
    """Yield the contents: each chapter with the sections that are not part of a piece of evidence."""
    for chapter in of_class(soup, "chapter"):
        headings = [heading for heading in chapter.find_all("h3") if not heading.find_parent(class_="evidence")]
        sections = tuple(Entry(str(heading["id"]), words(heading)) for heading in headings)
        yield Entry(str(chapter["id"]), chapter_title(chapter), sections)


def numbered(soup: BeautifulSoup) -> Iterator[Entry]:
    """Yield the charts, then the tables, each by its number and title."""
    found = [tag for tag in named(soup) if tag.get("data-number")]
    for tag in sorted(found, key=lambda tag: tag.name != "figure"):
        number, title = str(tag["data-number"]), tag.find(class_="chart-title") or tag.caption
        yield Entry(str(tag["id"]), f"{number}. {words(title).removeprefix(number).strip()}" if title else number)
