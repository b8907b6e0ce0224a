"""News feeds, RSS and Atom: each entry is an article. Pure."""

from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from analysis.corpus.formats.blocks import plain_text
from analysis.corpus.formats.made import Part, UnreadableError, made_text, said_date
from analysis.corpus.text import Page
from analysis.limits import Limits
from analysis.records import Rejected, Remark


def texts(file: BinaryIO, source: str, _: Limits) -> Iterator[Part]:
    """Yield the articles of a feed's file; nothing is fetched. Raises UnreadableError."""
    import feedparser

    feed = feedparser.parse(file)  # given a name or the bytes themselves, it would look for a file of that name
    if not feed.get("version"):  # it has none at all for an empty file
        raise UnreadableError("format", "is no RSS or Atom feed; save the article as .html or .txt")
    for number, entry in enumerate(feed.entries, start=1):
        try:
            yield from _article(entry, feed.feed, feed.version, f"{source}/{number}")
        except UnreadableError as fault:
            yield Rejected(f"{source}/{number}", fault.reason, fault.detail)


def _article(entry: Mapping[str, Any], feed: Mapping[str, Any], version: str, source: str) -> Iterator[Part]:
    whole = [content["value"] for content in entry.get("content", []) if content.get("value")]
    if not whole and entry.get("summary"):
        yield Remark(source, "text", "The feed gives its summary only, not the whole article.")
    yield made_text(
        source, plain_text(max(whole, key=len, default=entry.get("summary", ""))), page=_page(entry, feed, version)
    )


def _page(entry: Mapping[str, Any], feed: Mapping[str, Any], version: str) -> Page:
    # RSS has no date of an update: dc:date, which the library calls one, is that of publication.
    said = str(entry.get("published") or (entry.get("updated", "") if version.startswith("rss") else ""))
    day = said_date(said) if said else None
    outlet = entry.get("source", {}).get("title") or feed.get("title", "")
    return Page(
        title=" ".join(plain_text(entry.get("title", "")).split()),
        outlet=" ".join(plain_text(outlet).split()),
        url=entry.get("link", ""),
        author=entry.get("author", ""),
        language=str(feed.get("language", ""))[:2].lower(),
        published=day.read() if day else None,
        printed=day,
        published_words=f"published {said}" if day else "",
    )
