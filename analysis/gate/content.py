"""What stands in a piece of HTML, part by part: its elements, their attributes, its words. Pure."""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from os.path import commonprefix

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement

HEADING = ("h1", "h2", "h3", "h4", "h5", "h6")
# What joining the page adds to an element or changes in it; a heading gets another level, and a name, too.
JOINED = ("data-number", "scope")
# Where a drawing has its lines and a chart its links: compared as numbers, since machines round them differently.
PLACED = ("d", "x", "y", "width", "height", "transform", "viewbox")
# Names of shapes inside a drawing, made of their lines.
SHAPES = ("id", "xlink:href", "clip-path", "aria-labelledby")
NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e[-+]?\d+)?")  # -123.12, 4e-05
NEAR = 0.5  # of a point, or of a hundredth of a drawing: what nobody sees


def parsed(html: str) -> BeautifulSoup:
    """Return a page as elements; of an attribute that stands twice both values, since browsers take the first.

    >>> parsed('<a href="#e-2" href="#e-1">27 bn</a>').a["href"]
    '#e-2 #e-1'
    """
    return BeautifulSoup(html, "html.parser", on_duplicate_attribute=both)


def both(attributes: dict[str, str], name: str, value: str) -> None:
    """Keep a further value of an attribute beside the ones before it, so that it is no value that is expected."""
    attributes[name] = f"{attributes[name]} {value}"


def parts(tag: Tag, without: Container[int] = ()) -> Iterator[PageElement]:
    """Yield elements and texts inside an element in their order; some elements, named by `id()`, are left out."""
    for child in tag.children:
        if id(child) not in without:
            yield child
            if isinstance(child, Tag):
                yield from parts(child, without)


def content(tag: Tag, without: Container[int] = ()) -> list[str]:
    """Return what stands in an element, itself included: names of elements, their attributes, words, comments too.

    >>> content(parsed('<p class="note">Trade: <a href="#e-1">27 bn</a></p>').p)
    ['<p>', 'class="note"', 'Trade:', '<a>', 'href="#e-1"', '27 bn']
    """
    return [piece for piece, _ in spots(tag, without)]


def spots(tag: Tag, without: Container[int] = ()) -> list[tuple[str, PageElement]]:
    """Return what stands in an element, piece by piece, each with the element or the text it is of."""
    drawn: dict[int, dict[str, str]] = {}
    for svg in tag.find_all("svg"):
        drawn |= dict.fromkeys(map(id, (svg, *svg.find_all())), names(svg))
    return [(piece, part) for part in (tag, *parts(tag, without)) for piece in pieces(part, drawn.get(id(part)))]


def names(svg: Tag) -> dict[str, str]:
    """Return the place in a drawing of each of its names: the names themselves are made of lines, and so may differ."""
    named = [part for part in (svg, *svg.find_all()) if part.get("id")]
    return {value(part, "id"): str(place) for place, part in enumerate(named)}


def pieces(part: PageElement, drawn: Mapping[str, str] | None) -> Iterator[str]:
    """Yield what one element is and says, or the words of one text; of one that is `drawn` all but its place.

    `drawn` are the names in the drawing that it is part of.
    """
    if isinstance(part, Tag):
        left_out = {
            *JOINED,
            *(("id",) if part.name in HEADING else ()),
            *((*PLACED, *SHAPES) if drawn is not None else ()),
        }
        if drawn is not None:
            yield from shapes(part, drawn)
        yield "<h>" if part.name in HEADING else f"<{part.name}>"
        for name in sorted(part.attrs.keys() - left_out):
            if not (name == "style" and is_mark(part)):
                yield f'{name}="{value(part, name)}"'
    elif isinstance(part, NavigableString):
        yield from filter(None, [words(part)])


def shapes(part: Tag, drawn: Mapping[str, str]) -> Iterator[str]:
    """Yield which shapes of its drawing an element uses, by their places, and how its lines run but for the numbers."""
    for name in SHAPES[1:]:
        if part.get(name):
            used = [re.sub(r"^url\(|\)$", "", word).removeprefix("#") for word in value(part, name).split()]
            yield f'{name}="{" ".join(drawn.get(one, "nothing") for one in used)}"'
    for name in ("d", "transform"):
        if part.get(name):
            yield f'{name}="{" ".join(NUMBER.sub(" ", value(part, name)).split())}"'


def words(text: NavigableString) -> str:
    """Return a text without its line ends."""
    return " ".join(text.split())


def value(tag: Tag, name: str) -> str:
    """Return an attribute as text."""
    return " ".join(tag.get_attribute_list(name)).strip()


def is_mark(tag: Tag) -> bool:
    """Return whether an element is the link that lies over a mark of a chart."""
    return "mark" in tag.get_attribute_list("class")


def places(tag: Tag) -> list[float]:
    """Return the numbers that say where the lines of a drawing run, and where the links over it lie.

    >>> places(parsed('<div><svg><path d="M 0 1.5"/></svg><span class="mark" style="left:40%"></span></div>').div)
    [0.0, 1.5, 40.0]
    """
    drawn = [(part, PLACED) for svg in tag.find_all("svg") for part in (svg, *svg.find_all())]
    laid = [(part, (*PLACED, "style")) for part in tag.find_all(is_mark)]
    given = (str(part[name]) for part, names in (*drawn, *laid) for name in names if part.get(name))
    return [float(number) for text in given for number in NUMBER.findall(text)]


def alike(there: Sequence[float], expected: Sequence[float]) -> bool:
    """Return whether two drawings have their lines and links in the same places, as far as anybody can see.

    >>> alike([0, 27.01], [0, 27.02]), alike([0, 27], [0, 37]), alike([0], [0, 1])
    (True, False, False)
    """
    return len(there) == len(expected) and all(abs(a - b) <= NEAR for a, b in zip(there, expected, strict=True))


def has_number(words: str) -> bool:
    """Return whether there is a digit, of whatever script.

    >>> has_number("27 bn"), has_number("²"), has_number("٣"), has_number("one")
    (True, True, True, False)
    """
    return any(sign.isdigit() or sign.isnumeric() for sign in words)


def differences(there: Sequence[str], expected: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield where something else stands than should, what it is and what it should be, several in a row joined.

    >>> list(differences(["Trade", "$28 bn"], ["Trade", "$27 bn"]))
    [(1, '“$28 bn” stands where the tables give “$27 bn”')]
    >>> list(differences(["$28 bn"], ["$28 bn", "Otieno"]))
    [(1, '“Otieno” is missing')]
    """
    if list(there) == list(expected):
        return
    for kind, a, b, c, d in SequenceMatcher(None, there, expected, autojunk=False).get_opcodes():
        if kind != "equal":
            stands, right = shortened(" ".join(there[a:b]), " ".join(expected[c:d]))
            given = f"“{right}”" if right else "nothing"
            yield a, f"“{stands}” stands where the tables give {given}" if stands else f"“{right}” is missing"


def shortened(one: str, other: str, longest: int = 160) -> tuple[str, str]:
    """Return two texts as a message shows them: of long ones what stands around the first sign that differs.

    >>> shortened("a" * 200 + " 27 bn", "a" * 200 + " 28 bn", longest=16)
    ('…aaaaaaa 27 bn', '…aaaaaaa 28 bn')
    """
    if max(len(one), len(other)) <= longest:
        return one, other
    start = max(len(commonprefix([one, other])) - longest // 2 - 1, 0)
    cut = [text[start : start + longest] for text in (one, other)]
    ends = ["…" if len(text) > start + longest else "" for text in (one, other)]
    dots = "…" if start else ""
    return f"{dots}{cut[0]}{ends[0]}", f"{dots}{cut[1]}{ends[1]}"
