"""What leads somebody with the paper alone: numbers of notes at citations, numbers of charts and tables at links."""

from bs4 import BeautifulSoup, Tag

from analysis.report.elements import cites, classes, links, named, of_class

EVIDENCE = ("evidence", "sentence")
REFERENCE = "reference-to"  # the class of what is put behind a link in prose


def words(tag: Tag) -> str:
    """Return the words of an element, without the numbers of notes.

    >>> words(BeautifulSoup('<p>Trade: <a>$27 bn<sup class="note">1</sup></a>.</p>', "html.parser"))
    'Trade: $27 bn.'
    """
    marks = {id(text) for mark in numbers(tag) for text in mark.strings}
    return " ".join("".join(text for text in tag.strings if id(text) not in marks).split())


def numbers(tag: Tag) -> list[Tag]:
    """Return the numbers of notes in an element, at citations and before the evidence itself."""
    return [mark for mark in of_class(tag, "note", "note-number") if mark.name in ("sup", "span")]


def leave_out_references(soup: BeautifulSoup) -> None:
    """Take away each remark that refers to a chart or table which is not there: it had no data, or no chapter."""
    names = {f"#{tag['id']}" for tag in named(soup)}
    for link in links(soup):
        if not link.decomposed and str(link["href"]).startswith(("#chart-", "#table-")) and link["href"] not in names:
            (link.find_parent(["p", "li"]) or link).decompose()


def annotate(soup: BeautifulSoup) -> None:
    """Number evidence as notes are, and each citation with the number of its note, for readers of the paper alone."""
    numbered = {}
    for count, evidence in enumerate((tag for tag in of_class(soup, *EVIDENCE) if tag.get("id")), 1):
        numbered[f"#{evidence['id']}"] = str(count)
        first = evidence.find(["th", "p"]) or evidence
        first.insert(0, soup.new_tag("span", attrs={"class": "note-number"}, string=str(count)))
    for link in links(soup):
        if "cite" in classes(link) and (number := numbered.get(str(link["href"]))):
            link.append(soup.new_tag("sup", attrs={"class": "note"}, string=number))


def refer(soup: BeautifulSoup) -> None:
    """Put the number of a chart or table behind each link to it in prose; print adds the page to all such links."""
    numbered = {f"#{tag['id']}": str(tag["data-number"]) for tag in named(soup) if tag.get("data-number")}
    for link in links(soup):
        if cites(link) or "backlinks" in classes(link.parent):
            continue
        target = str(link["href"])
        where = {"class": REFERENCE, "data-to": target}
        link.append(soup.new_tag("span", attrs=where, string=numbered.get(target, "")))
