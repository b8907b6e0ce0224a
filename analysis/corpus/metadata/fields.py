"""The title, outlet and address of an article with their basis, and what its text says of its publication. Pure."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple
from urllib.parse import urlsplit

from analysis.corpus.language import any_of, words
from analysis.corpus.manifest import Entry
from analysis.corpus.metadata.dates import Printed, date_line, printed_dates
from analysis.corpus.residue.masthead import outlet_in, web_site_in
from analysis.corpus.residue.titles import site_in
from analysis.corpus.story.lines import MARKER
from analysis.corpus.text import Page
from analysis.records import Residue, Sentence

# Residue in which a page prints the date of publication.
DATED_RULES = ("masthead", "widget", "date_line", "title_date", "repeated_title", "front_matter", "byline", "dateline")
# "title: Socio-economic Plan" among the settings of a page
_TITLE_SETTING = re.compile(r"^title:\s*[\"']?(?P<title>.+?)[\"']?\s*$", re.MULTILINE)


class Known(NamedTuple):
    """A value and how it is known: manifest, page, text, file; unknown where it is empty."""

    value: str = ""
    basis: str = "unknown"


def first_known(**said: str) -> Known:
    """Return the first value that is not empty, with its name as the basis.

    What the manifest says as another source does is known by that: a manifest may be drafted from the articles.

    >>> first_known(manifest="", page="Trade doubles", text="Trade doubles again")
    Known(value='Trade doubles', basis='page')
    >>> first_known(manifest="Trade doubles", page="Trade doubles")
    Known(value='Trade doubles', basis='page')
    """
    value = next(filter(None, said.values()), "")
    bases = [basis for basis, other in said.items() if other == value]
    return Known(value, next((basis for basis in bases if basis != "manifest"), "manifest")) if value else Known()


def title(entry: Entry, page: Page, sentences: Sequence[Sentence], removed: Iterable[Residue]) -> Known:
    """Return the title and how it is known.

    >>> title(Entry(), Page(title="# Tea exports rise"), (), ())
    Known(value='Tea exports rise', basis='page')
    """
    shown = page.title[marker.end() :] if (marker := MARKER.match(page.title)) and marker["heading"] else page.title
    return first_known(manifest=entry.title, page=shown, text=text_title(sentences, removed))


def address(entry: Entry, page: Page) -> Known:
    """Return where the article was published and how that is known."""
    return first_known(manifest=entry.url, page=page.url)


def outlet(entry: Entry, page: Page, raw_text: str, removed: Sequence[Residue]) -> Known:
    """Return who published the article and how that is known: by its address only where nothing names it better.

    >>> outlet(Entry(), Page(url="https://www.example.org/tea"), "Tea was sold.", ())
    Known(value='example.org', basis='page')
    """
    named = first_known(manifest=entry.outlet, page=page.outlet, text=text_outlet(raw_text, removed))
    url = address(entry, page)
    site = Known(host(url.value), url.basis) if host(url.value) else Known()
    return site if not named.value or (named.value, named.basis) == (site.value, "manifest") else named


def host(url: str) -> str:
    """Return the site of an address, without "www."; empty for what is no address.

    >>> host("https://www.example.org/tea"), host("unknown")
    ('example.org', '')
    """
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:  # "http://[example"
        return ""


def text_title(sentences: Sequence[Sentence], removed: Iterable[Residue]) -> str:
    """Return the title the text begins with, or the one in the page's settings; empty where there is none.

    >>> text_title([Sentence(0, 15, "Gas deal struck", 0, True, False)], ())
    'Gas deal struck'
    """
    for residue in removed:
        if residue.rule == "front_matter" and (match := _TITLE_SETTING.search(residue.text)):
            return match["title"]
    return " ".join(sentences[0].text.split()) if sentences and sentences[0].heading else ""


def text_published(removed: Iterable[Residue]) -> Printed | None:
    """Return the date of publication the page prints, never a date of the story and never that of an update.

    The first that has one meaning, else the first that reads day first or month first; None where there is none.

    >>> text_published([Residue(1, 27, "date 2025-10-09 + ↺ − 16 px", "widget")]).read()
    datetime.date(2025, 10, 9)
    """
    dated = [residue for residue in removed if residue.rule in DATED_RULES and not _is_update(residue)]
    found = [printed for residue in dated if (printed := next(printed_dates(residue.text), None))]
    return min(found, key=lambda printed: len(printed.readings), default=None)


def _is_update(residue: Residue) -> bool:
    match = date_line().fullmatch(residue.text) if residue.rule == "date_line" else None
    return bool(match and match["label"] and match["label"].casefold() in words().updated_labels)


def _named_in(residue: Residue) -> str:
    if residue.rule == "site_name":
        return site_in(f"Title {residue.text}")
    if residue.rule == "masthead":
        return outlet_in(residue.text)
    return web_site_in(residue.text) if residue.rule == "credit" else ""


# "Daily" of "Daily.Ke": at least three letters, and no part of an address
_SITE_NAME = re.compile(r"(?<![\w.@/])[A-Z]\w{2,}\Z")
_LONGEST_SITE_NAME = 30  # characters


@cache
def _reporting() -> re.Pattern[str]:
    # ".Ke reports citing ANSA": a site's address as a name. "ANSA reports" may be anybody's source.
    return re.compile(rf"\.[A-Za-z]{{2,4}}(?= {any_of(words().reporting)}\b)")


def text_outlet(raw_text: str, removed: Sequence[Residue]) -> str:
    """Return the outlet where the text names it in so many words: beside its title or date, "Daily.Ke reports".

    >>> text_outlet("Talks ended, Daily.Ke reports.", ())
    'Daily.Ke'
    """
    for residue in removed:
        if named := _named_in(residue):
            return named
    for match in _reporting().finditer(raw_text):
        name = _SITE_NAME.search(raw_text[max(0, match.start() - _LONGEST_SITE_NAME) : match.start()])
        if name and not any(residue.start <= match.start() < residue.end for residue in removed):
            return name[0] + match[0]
    return ""
