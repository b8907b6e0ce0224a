"""What of long tables and lists is printed: the web page has all of it, paper has what can be read. Pure."""

from collections.abc import Sequence

from bs4 import BeautifulSoup, Tag

from analysis.report.elements import citations, classes, links, named, of_class

# Rows of a table, and pieces of evidence, that are printed. Typesetting a thousand rows takes about five seconds.
ROWS, EVIDENCE = 100, 300
UNPRINTED, NOTE = "unprinted", "printed-part"  # classes of what is left out, and of the words that say so


def shorten(soup: BeautifulSoup) -> None:
    """Mark what is not printed, and say beside it how much that is; what a printed link opens is printed."""
    for table in soup.find_all("table"):
        bodies = [body for body in table.find_all("tbody") if "evidence" not in classes(body)]
        rows = [row for body in bodies for row in body.find_all("tr")]
        leave_out(soup, rows[ROWS:], of=rows, beside=box(table))
    figures = [body for body in soup.find_all("tbody") if "evidence" in classes(body)]
    # Of very many figures the evidence of marks in charts would fill twenty sheets: it opens on the web page.
    opened = printed_targets(soup, marks=not any("drawn" in classes(figure) for figure in figures))
    sections = of_class(soup, "sentences")
    for entries in (figures, [sentence for section in sections for sentence in of_class(section, "sentence")]):
        kept = chosen(entries, opened)
        left_out = [entry for entry in entries if id(entry) not in kept]
        leave_out(soup, left_out, of=entries, beside=box(entries[0]) if entries else None)
    for section in sections:
        if all(UNPRINTED in classes(sentence) for sentence in of_class(section, "sentence")):
            mark(section)


def printed_targets(soup: BeautifulSoup, *, marks: bool = True) -> set[str]:
    """Return the names that links outside the evidence lead to, in what is printed; those of marks only if asked."""
    cites = [link for link in citations(soup) if marks or "mark" not in classes(link.parent)]
    return {str(link["href"])[1:] for link in cites if not link.find_parent(class_=UNPRINTED)}


def chosen(entries: Sequence[Tag], opened: set[str]) -> set[int]:
    """Return the pieces of evidence that are printed, by `id()`: the opened ones, and up to the limit the first.

    Where some are drawn to be checked by hand, there are very many: then no more than the opened ones.
    """
    needed = [entry for entry in entries if entry.get("id") in opened]
    if any("drawn" in classes(entry) for entry in entries):
        return set(map(id, needed))
    free = max(EVIDENCE - len(needed), 0)
    return {id(entry) for entry in (*needed, *[one for one in entries if one.get("id") not in opened][:free])}


def box(part: Tag) -> Tag:
    """Return what stands as one block around a row or an entry: the box of its table, or its section."""
    return part.find_parent(class_=["table-wrap", "sentences"]) or part


def leave_out(soup: BeautifulSoup, parts: Sequence[Tag], *, of: Sequence[Tag], beside: Tag | None) -> None:
    """Mark rows or entries as not printed, and say before the box they stand in how many are."""
    if not parts or not beside:
        return
    for part in parts:
        mark(part)
    said = words(len(of) - len(parts), len(of))
    beside.insert_before(soup.new_tag("p", attrs={"class": f"note {NOTE}"}, string=said))


def mark(part: Tag) -> None:
    """Mark one element as not printed."""
    part["class"] = " ".join([*classes(part), UNPRINTED])


def words(printed: int, total: int) -> str:
    """Return the note on what is printed.

    >>> words(300, 5000).partition(". ")[0]
    'Printed here: 300 of 5,000'
    """
    rest = (
        "The web page shows all; all are in the tables, too, and the most important of those are attached to this file."
    )
    return f"Printed here: {printed:,} of {total:,}. {rest}"


def restored(soup: BeautifulSoup) -> None:
    """Take away again what `shorten` has added."""
    for note in of_class(soup, NOTE):
        note.decompose()
    for part in of_class(soup, UNPRINTED):
        part["class"] = " ".join(name for name in classes(part) if name != UNPRINTED)
        if not part["class"]:
            del part["class"]


def only_printed(soup: BeautifulSoup) -> None:
    """Take away what is not printed, and links to it; their words stay."""
    for part in of_class(soup, UNPRINTED):
        if not part.decomposed:
            part.decompose()
    there = {str(tag["id"]) for tag in named(soup)}
    for link in links(soup):
        if str(link["href"])[1:] not in there:
            link.unwrap()
