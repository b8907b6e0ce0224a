"""What a web page says of its article outside the text: Open Graph, schema.org, meta tags. Pure.

Only what a tag says in so many words. htmldate, which trafilatura asks, finds more dates, by looking for them in the
text, the pictures' addresses and the line of the copyright: those would have no basis here.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from analysis.corpus.formats.linked_data import linked_article, name_said, plain
from analysis.corpus.formats.made import said_date
from analysis.corpus.metadata.dates import Printed
from analysis.corpus.residue.titles import site_in
from analysis.corpus.text import Page

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Tags = Mapping[str, str]
# Of browsers: <!-- saved from url=(0031)https://example.org/tea-exports -->
FIRST_LINES = 1000  # characters
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)")
_SITE = re.compile(r"\s+[|–—·•»-]\s+(?P<site>(?:(?!\s[|–—·•»-]\s).)+)\Z")
_BY = re.compile(r"\ABy\s+", re.IGNORECASE)  # "By Jane Roe"
# Dates of publication in a page's text: <time pubdate>, <time class="entry-date published">
_TIMES = "//time[@pubdate or contains(concat(' ', @class, ' '), ' published ')]"
# The only <time datetime="..."> of a page, where it stands between the only heading and the first paragraph
_TIME_BELOW_HEADING = """//time[@datetime][count(//time) = 1][preceding::h1][count(//h1) = 1]
    [not(preceding::p[preceding::h1] or ancestor::p)]"""
_PUBLISHER = "//*[@itemprop='publisher']//*[@itemprop='name']"
NO_DATES = frozenset({date(1970, 1, 1), date(1900, 1, 1)})  # what data bases hold for "none"
YEARS = range(1600, 2100)  # from the first newspapers on; no clock is asked, so that a report can be made again


def head(tree: "HtmlElement") -> Page:
    """Return what a page says of its article; empty what it does not say."""
    tags, article = _tags(tree), linked_article(tree)
    outlet = _outlet(tree, tags, article)
    named = [title for title in _titles(tree, tags, article) if title.casefold() != outlet.casefold()]
    printed, published_words = _published(tree, tags, article)
    return Page(
        title=_as_heading(without_site(next(iter(named), ""), outlet), tree),
        outlet=outlet,
        url=_url(tree, tags, article),
        author=_author(tags, article),
        language=_language(tree, tags, article),
        published=printed.read() if printed else None,
        printed=printed,
        published_words=published_words,
    )


def titles(tree: "HtmlElement") -> frozenset[str]:
    """Return every title that the page's head names, with and without the site's name, white space and case aside."""
    tags, article = _tags(tree), linked_article(tree)
    outlet = _outlet(tree, tags, article)
    found = list(_titles(tree, tags, article))
    return frozenset(plain(title).casefold() for one in found for title in (one, without_site(one, outlet)))


def saved_from(text: str) -> str:
    """Return the address that a browser noted at the top of a page it saved, empty where there is none."""
    match = _SAVED_FROM.search(text, 0, FIRST_LINES)
    return match[1] if match else ""


@cache
def _names() -> dict[str, list[str]]:
    import yaml

    text = files("analysis.corpus.formats").joinpath("page_head.yml").read_text("utf-8")
    names: dict[str, list[str]] = yaml.safe_load(text)
    return names


def _tags(tree: "HtmlElement") -> Tags:
    found: dict[str, str] = {}
    for tag in tree.iter("meta"):
        content = plain(tag.get("content"))
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            if content and (name := tag.get(attribute)):
                found.setdefault(name.strip().lower(), content)
    return found


def _first(tags: Tags, field: str) -> str:
    return next((tags[name] for name in _names()[field] if name in tags), "")


def _titles(tree: "HtmlElement", tags: Tags, article: Mapping[str, Any]) -> Iterator[str]:
    yield from filter(None, [tags.get("og:title", ""), name_said(article.get("headline")), _first(tags, "title")])
    headings = [plain(heading.text_content()) for heading in tree.iter("h1")]
    if len(headings) == 1 and headings[0]:
        yield headings[0]
    yield from filter(None, (plain(title.text_content()) for title in tree.findall("head/title")))


def _as_heading(title: str, tree: "HtmlElement") -> str:
    """Return the page's one heading where the title goes on behind it: "Tea exports rise | Business"."""
    headings = [plain(heading.text_content()) for heading in tree.iter("h1")]
    behind = title.removeprefix(headings[0]) if len(headings) == 1 and headings[0] else ""
    return headings[0] if re.match(r"\s+[|–—·•»-]\s", behind) else title


def without_site(title: str, outlet: str = "") -> str:
    """Return a title without the name of its site at the end, be it the outlet's or plainly a site's.

    >>> without_site("Tea exports rise - The Lake Courier", "The Lake Courier"), without_site("Tea - a history")
    ('Tea exports rise', 'Tea - a history')
    """
    match = _SITE.search(title)
    if match and (match["site"].casefold() == outlet.casefold() or match["site"] == site_in(title)):
        return title[: match.start()]
    return title


def _outlet(tree: "HtmlElement", tags: Tags, article: Mapping[str, Any]) -> str:
    named = (site_in(plain(title.text_content())) for title in tree.findall("head/title"))
    publishers = (plain(name.get("content") or name.text_content()) for name in tree.xpath(_PUBLISHER))
    return (
        _first(tags, "outlet") or name_said(article.get("publisher")) or next(filter(None, publishers), next(named, ""))
    )


def _url(tree: "HtmlElement", tags: Tags, article: Mapping[str, Any]) -> str:
    links = [link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    candidates = [*links, *(tags.get(name) for name in _names()["url"]), article.get("url")]
    return next((url for url in candidates if isinstance(url, str) and re.match("https?://", url)), "")


def _author(tags: Tags, article: Mapping[str, Any]) -> str:
    author = name_said(article.get("author")) or _first(tags, "author")
    return "" if "://" in author else _BY.sub("", author)  # article:author is often an address


def _language(tree: "HtmlElement", tags: Tags, article: Mapping[str, Any]) -> str:
    said = [tree.get("lang"), tree.get("xml:lang"), name_said(article.get("inLanguage")), _first(tags, "language")]
    codes = (re.match(r"\s*([A-Za-z]{2})(?![A-Za-z])", one or "") for one in said)
    return next((match[1].lower() for match in codes if match), "")


def _published(tree: "HtmlElement", tags: Tags, article: Mapping[str, Any]) -> tuple[Printed | None, str]:
    """Return the date of publication and the words that say so, by the surest tag that holds a date."""
    said = [(name, tags.get(name, "")) for name in _names()["published"]]
    said.insert(1, ("datePublished", name_said(article.get("datePublished"))))
    said += [("datePublished", element.get("datetime") or element.get("content") or element.text_content())
             for element in tree.xpath("//*[@itemprop='datePublished'][not(self::meta)]")]  # fmt: skip
    said += [("time", time.get("datetime") or time.text_content()) for time in tree.xpath(_TIMES)]
    said += [("time", time.get("datetime")) for time in tree.xpath(_TIME_BELOW_HEADING)]
    days = [(day, f"{name} {plain(words)}") for name, words in said if words and (day := _believed(plain(words)))]
    # "03/04/2018" may be followed by a tag that says the same plainly.
    return min(days, key=lambda found: len(found[0].readings), default=(None, ""))


def _believed(words: str) -> Printed | None:
    """Return the date that a tag says, None for what stands there for none."""
    printed = said_date(words)
    return printed if printed and all(day not in NO_DATES and day.year in YEARS for day in printed.readings) else None
