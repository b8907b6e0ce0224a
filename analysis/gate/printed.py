"""A PDF against the page it was printed from: no further number, and every figure leads to its evidence inside it."""

import logging
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from bs4 import BeautifulSoup, Tag
from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdfium2 import PdfDocument, PdfiumError

from analysis.report import shortened
from analysis.report.notes import REFERENCE

NUMBER = re.compile(r"\d+(?:[.,]\d+)*|[≈<>≤≥%$€£¥₽₸]")  # 37.1, 4,000, 2025, and the signs before and behind: > $45 bn

# “News, <b>” behind an Arabic word: the reader of a PDF turns signs round there, and reads “>” for “<”.
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
TURNED = str.maketrans(">≥", "<≤")


def faults(path: Path, soup: BeautifulSoup) -> Iterator[str]:
    """Yield every number of a PDF that its page does not have, or has more often; every figure without its evidence.

    Of the page only what is printed stays.
    """
    shortened.only_printed(soup)
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells of damage without the name of the file
    try:
        reader, sheets = PdfReader(path), texts(path)
        yield from of_another(reader, soup)
        yield from unlike(sheets, on_page(soup) + on_sheets(reader, soup))
        yield from without_evidence(reader, soup)
    except (PyPdfError, PdfiumError, OSError, ValueError, KeyError) as error:
        yield f"is no PDF that can be read ({error}); build the report again"


def of_another(reader: PdfReader, soup: BeautifulSoup) -> Iterator[str]:
    """Yield that a PDF has another title than its page."""
    title, right = reader.metadata and reader.metadata.title, soup.title and soup.title.get_text()
    if title != right:
        yield f"is titled “{title}”, and not “{right}”"


def texts(path: Path) -> list[str]:
    """Return the text of each sheet of a PDF."""
    # Twenty times as fast as pypdf, which on the other hand reads links.
    with PdfDocument(path) as document:
        return [sheet.get_textpage().get_text_range() for sheet in document]


def numbers(text: str) -> Counter[str]:
    """Return the numbers of a text, and how often each stands there.

    >>> numbers("37.1 bn in 2021, 27 in 2021")
    Counter({'2021': 2, '37.1': 1, '27': 1})
    >>> sorted(numbers("> $45 bn"))
    ['$', '45', '>']
    """
    return numbers_of([text])


def numbers_of(texts: Iterable[str]) -> Counter[str]:
    """Return the numbers of some texts together."""
    # Not the sum of their counts, each of which would be copied into the next.
    return Counter(chain.from_iterable(map(NUMBER.findall, texts)))


def on_page(soup: BeautifulSoup) -> Counter[str]:
    """Return the numbers that stand on a page, those before the items of its lists too.

    The text of a drawing for those who cannot see it is not printed, nor is how it is styled.
    """
    words = soup.body.find_all(string=lambda text: text.parent.name not in ("title", "style")) if soup.body else []
    items = [number for ol in soup.select("main ol") for number, _ in enumerate(ol.find_all("li", recursive=False), 1)]
    return numbers_of(chain(words, map(str, items)))


def on_sheets(reader: PdfReader, soup: BeautifulSoup) -> Counter[str]:
    """Return the numbers that printing adds: in head and foot of sheets, in the contents, and where links lead."""
    total, cover = len(reader.pages), soup.select_one("header.cover")
    # The title stands at the head of all sheets but the first; so does that of a brief, which has one chapter.
    heads = [running(soup.h1), *([] if cover else [running(soup.h2)])]
    feet = (f"{number} {total}" for number in range(2 if cover else 1, total + 1))
    named = [str(link["href"])[1:] for link in soup.select("nav.contents a")]
    named += [str(reference["data-to"])[1:] for reference in soup.select(f".{REFERENCE}")]
    targets = reader.named_destinations
    leading = [targets[name] for name in named if name in targets]
    led = (str((reader.get_destination_page_number(target) or 0) + 1) for target in leading)
    return numbers_of(chain(heads * (total - 1), feet, led))


def running(title: Tag | None) -> str:
    """Return what the heads of sheets show of a title, which may be cut there."""
    return str(title.get("data-running", title.get_text())) if title else ""


def unlike(sheets: list[str], expected: Counter[str]) -> Iterator[str]:
    """Yield every number that stands in a PDF more often, or less often, than it should."""
    if any(map(RIGHT_TO_LEFT.search, sheets)):
        sheets = [sheet.translate(TURNED) for sheet in sheets]
        expected = numbers_of(number.translate(TURNED) for number in expected.elements())
    there = numbers_of(sheets)
    for number, times in (there - expected).items():
        first = next(n for n, sheet in enumerate(sheets, 1) if number in numbers(sheet))
        yield f"page {first}: {number} stands more often than on the page it was printed from, by {times}"
    for number, times in (expected - there).items():
        yield f"{number} stands less often than on the page it was printed from, by {times}"


def without_evidence(reader: PdfReader, soup: BeautifulSoup) -> Iterator[str]:
    """Yield every figure that is cited on the page but has no link, or no evidence, in the PDF."""
    links = {str(link.get_object().get("/Dest")) for sheet in reader.pages for link in sheet.get("/Annots", ())}
    cited = {str(link["href"])[1:]: link for link in soup.select('a.cite[href^="#e-"], .mark a[href^="#e-"]')}
    led_to = links & reader.named_destinations.keys()
    for name, link in cited.items():
        if name not in led_to:
            words = link.get_text() or link.get("aria-label", "")
            yield f"“{words}” has no link to its evidence"
