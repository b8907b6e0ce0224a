"""What leads somebody with the paper alone: numbers of notes at citations, numbers of charts and tables at links."""

from bs4 import BeautifulSoup, Tag

EVIDENCE = ".evidence[id], .sentence[id]"
NOTES = "sup.note, .note-number"  # the numbers of evidence, at citations and before the evidence itself
REFERENCE = "reference-to"  # the class of what is put behind a link in prose


def words(tag: Tag) -> str:
    """Return the words of an element, without the numbers of notes.

    >>> words(BeautifulSoup('<p>Trade: <a>$27 bn<sup class="note">1</sup></a>.</p>', "html.parser"))
    'Trade: $27 bn.'
    """
    marks = {id(text) for mark in tag.select(NOTES) for text in mark.strings}
    return " ".join("".join(text for text in tag.strings if id(text) not in marks).split())


def leave_out_references(soup: BeautifulSoup) -> None:
    """Take away each remark that refers to a chart or table which is not there: it had no data, or no chapter."""
    names = {f"#{tag['id']}" for tag in soup.select("[id]")}
    for link in soup.select('a[href^="#chart-"], a[href^="#table-"]'):
        if not link.decomposed and link["href"] not in names:
            (link.find_parent(["p", "li"]) or link).decompose()


def annotate(soup: BeautifulSoup) -> None:
    """Number evidence as notes are, and each citation with the number of its note, for readers of the paper alone."""
    numbers = {}
    for count, evidence in enumerate(soup.select(EVIDENCE), 1):
        numbers[f"#{evidence['id']}"] = str(count)
        first = evidence.find(["th", "p"]) or evidence
        first.insert(0, soup.new_tag("span", attrs={"class": "note-number"}, string=str(count)))
    for link in soup.select('a.cite[href^="#"]'):
        if number := numbers.get(str(link["href"])):
            link.append(soup.new_tag("sup", attrs={"class": "note"}, string=number))


def refer(soup: BeautifulSoup) -> None:
    """Put the number of a chart or table behind each link to it in prose; print adds the page to all such links."""
    numbers = {f"#{tag['id']}": str(tag["data-number"]) for tag in soup.select("[data-number][id]")}
    for link in soup.select('a[href^="#"]:not(.cite, .mark a, .backlinks a)'):
        target = str(link["href"])
        where = {"class": REFERENCE, "data-to": target}
        link.append(soup.new_tag("span", attrs=where, string=numbers.get(target, "")))
