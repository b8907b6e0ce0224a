"""Copies: articles that tell the same story in the same words. Pure."""

from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256

from analysis.corpus.lines import WORD
from analysis.records import Article


def copies_named(articles: Iterable[Article]) -> tuple[Article, ...]:
    """Return the articles with `duplicate_of` set where an earlier one has the same words, whatever their capitals."""
    first: dict[bytes, str] = {}
    named = []
    for article in articles:
        original = first.setdefault(_wording(article), article.article_id) if article.sentences else article.article_id
        named.append(article if original == article.article_id else replace(article, duplicate_of=original))
    return tuple(named)


def _wording(article: Article) -> bytes:
    text = " ".join(sentence.text for sentence in article.sentences).casefold()
    return sha256(" ".join(WORD.findall(text)).encode("utf-8", "surrogatepass")).digest()
