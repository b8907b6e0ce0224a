"""The last look at what a reader made: no article too long, and its broken letters mended. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from analysis.corpus.formats.encodings import mended
from analysis.corpus.formats.made import Part
from analysis.corpus.text import Text
from analysis.limits import Limits
from analysis.records import Rejected, Remark


def checked(parts: Iterable[Part], limits: Limits) -> Iterator[Part]:
    """Yield the parts of a file, each text with its letters mended and a remark on that, or rejected as too long."""
    for part in parts:
        if not isinstance(part, Text):
            yield part
        elif len(part.raw_text) > limits.article_characters:
            yield Rejected(part.source, "unreadable", too_long(limits))
        else:
            yield from _mended(part)


def too_long(limits: Limits) -> str:
    """Return what to say of a text that is too long for an article.

    >>> too_long(Limits(article_characters=1000))
    'has more than 1,000 characters, too many for an article; split it, or raise article_characters'
    """
    most = f"{limits.article_characters:,}"
    return f"has more than {most} characters, too many for an article; split it, or raise article_characters"


def _mended(text: Text) -> Iterator[Part]:
    raw_text, remark = mended(text.raw_text)
    title, outlet = mended(text.page.title)[0], mended(text.page.outlet)[0]
    if (title, outlet) != (text.page.title, text.page.outlet):
        text = replace(text, page=replace(text.page, title=title, outlet=outlet))
    if remark:
        yield Remark(text.source, "text", remark)
        text = replace(text, raw_text=raw_text)
    yield text
