"""Web pages: the story as trafilatura finds it, what the page's head says of it. Pure."""

import logging
import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any, BinaryIO

from analysis.corpus.formats.blocks import block_text
from analysis.corpus.formats.declared import page_text
from analysis.corpus.formats.made import Part, UnreadableError, made_text
from analysis.corpus.formats.page_head import head, saved_from, titles
from analysis.corpus.formats.shown import as_shown
from analysis.limits import Limits
from analysis.records import Remark

if TYPE_CHECKING:
    from lxml.html import HtmlElement

STORY = 100  # words: a shorter <article> may be the teaser of another page
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")  # 38.1 and 20,000


def texts(file: BinaryIO, source: str, _: Limits) -> Iterator[Part]:
    """Yield the article of a page's file. Raises UnreadableError."""
    yield from page_texts(file.read(), source)


def page_texts(content: bytes, source: str, *, charset: str = "", url: str = "") -> Iterator[Part]:
    """Yield the article of a page; `charset` and `url` are what is said beside the page. Raises UnreadableError."""
    text, broken = page_text(content, charset)
    if broken:
        yield Remark(source, "text", f"{broken} characters are not in the page's encoding and stand as \ufffd.")
    tree = parsed(text)
    if is_cut_off(tree):
        yield Remark(source, "text", "The page's parts lie so deep in each other that some of its text may be missing.")
    page = head(tree)
    if (stories := _stories(tree)) > 1:
        yield Remark(source, "text", f"The page holds {stories} articles, read as one at best: save each by itself.")
    url = page.url or url or saved_from(text)
    yield made_text(source, _titled(page.title, story(tree)), content=content, page=replace(page, url=url))


def parsed(text: str) -> "HtmlElement":
    """Return the tree of a page. Raises UnreadableError where there is none."""
    from lxml.etree import ParserError
    from lxml.html import HTMLParser, document_fromstring

    try:
        # Old pages leave each <font> open, and unless told the parser drops what lies 256 deep, and long texts.
        parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
        # As bytes: a str that says <?xml encoding="..."?> is refused.
        return document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except ParserError:
        raise UnreadableError("empty", "holds no page; remove the file or save the page anew") from None


def is_cut_off(tree: "HtmlElement") -> bool:
    """Return whether the parser gave up on a part of a page, since it lies too deep in others."""
    from lxml.etree import ErrorTypes

    return any(fault.type == ErrorTypes.ERR_RESOURCE_LIMIT for fault in tree.getroottree().parser.error_log)


def story(tree: "HtmlElement") -> str:
    """Return the story of a page: no navigation, no comments, and no title where the page's head has it too.

    The tree is changed: what is hidden is taken out of it.
    """
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it reports every page without a story as an error
    named = titles(tree)
    body = as_shown(tree).find("body")
    found: Any = bare_extraction(tree, include_comments=False, favor_precision=True)
    if found is not None and found.body is not None and (text := block_text(found.body)):
        return _untitled(text, named)
    return _untitled(block_text(body), named) if body is not None else ""


def _stories(tree: "HtmlElement") -> int:
    """Return how many articles a page holds by its tags."""
    articles = tree.xpath("//article[not(ancestor::article)]")
    return sum(len(article.text_content().split()) >= STORY for article in articles)


def _titled(title: str, text: str) -> str:
    """Return the text, under its title where that states a number that the text does not: it would be lost."""
    stated = set(_NUMBER.findall(title)) - set(_NUMBER.findall(text))
    return f"# {title}\n\n{text}" if text and stated else text


def _untitled(text: str, named: Collection[str]) -> str:
    first, _, rest = text.partition("\n\n")
    while rest and " ".join(first.removeprefix("# ").split()).casefold() in named:
        text = rest
        first, _, rest = text.partition("\n\n")
    return text
