"""Elements of a page by their classes, each in one walk: on a large page selectors take ten times as long. Pure."""

from bs4 import Tag


def classes(tag: Tag | None) -> list[str]:
    """Return the classes of an element."""
    return " ".join(tag.get_attribute_list("class")).split() if tag and tag.get("class") else []


def of_class(soup: Tag, *names: str) -> list[Tag]:
    """Return the elements that have one of these classes, in the order of the page.

    >>> from bs4 import BeautifulSoup
    >>> soup = BeautifulSoup('<p class="note small">one</p><p class="small">two</p><p>three</p>', "html.parser")
    >>> [tag.get_text() for tag in of_class(soup, "small", "quote")]
    ['one', 'two']
    """
    wanted = set(names)
    return [tag for tag in soup.find_all() if tag.get("class") and not wanted.isdisjoint(classes(tag))]


def named(soup: Tag) -> list[Tag]:
    """Return the elements that have a name."""
    return [tag for tag in soup.find_all() if tag.get("id")]


def links(soup: Tag) -> list[Tag]:
    """Return the links that lead to a place in the page itself."""
    return [link for link in soup.find_all("a") if str(link.get("href")).startswith("#")]


def cites(link: Tag) -> bool:
    """Return whether a link is a citation, or lies over a mark of a chart."""
    return "cite" in classes(link) or "mark" in classes(link.parent)


def citations(soup: Tag) -> list[Tag]:
    """Return the citations and the links over marks of charts.

    >>> from bs4 import BeautifulSoup
    >>> page = '<a class="cite" href="#e-1">27</a><span class="mark"><a href="#e-2"></a></span><a href="#e-3">back</a>'
    >>> [link["href"] for link in citations(BeautifulSoup(page, "html.parser"))]
    ['#e-1', '#e-2']
    """
    return [link for link in links(soup) if cites(link)]
