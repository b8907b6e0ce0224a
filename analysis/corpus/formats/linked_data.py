"""What a web page's JSON-LD says of its article. Pure."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Kinds of schema.org that are an article: NewsArticle, Report, BlogPosting
_ARTICLE = re.compile(r"(?:Article|Posting|Report)\Z")
_REFERRING = ("author", "publisher")  # fields that may only name what stands elsewhere


def linked_article(tree: "HtmlElement") -> dict[str, Any]:
    """Return the page's article in JSON-LD, empty where it has none; of several the one with the page's own title.

    Its author and publisher may stand elsewhere in the page, with a name to refer to: {"@id": "#publisher"}.
    """
    nodes = list(_linked_data(tree))
    found = [node for node in nodes if _is_article(node)]
    titled = {plain(heading.text_content()).casefold() for heading in tree.iter("h1", "title")}
    article = next(
        (node for node in found if name_said(node.get("headline")).casefold() in titled), next(iter(found), {})
    )
    named = {str(node.get("@id")): node for node in nodes if node.get("@id") and node.get("name")}
    return {key: _referred(value, named) if key in _REFERRING else value for key, value in article.items()}


def _referred(value: object, named: Mapping[str, object]) -> object:
    if isinstance(value, list):
        return [_referred(one, named) for one in value]
    return named.get(str(value.get("@id")), value) if isinstance(value, dict) else value


def _is_article(node: Mapping[str, Any]) -> bool:
    kinds = node.get("@type")
    return any(_ARTICLE.search(str(kind)) for kind in (kinds if isinstance(kinds, list) else [kinds]))


def _linked_data(tree: "HtmlElement") -> Iterator[dict[str, Any]]:
    for script in tree.iter("script"):
        if (script.get("type") or "").lower() == "application/ld+json":
            try:
                data = json.loads(script.text_content(), strict=False)
            except (ValueError, RecursionError):
                continue
            yield from _nodes(data)


def _nodes(data: object) -> Iterator[dict[str, Any]]:
    if isinstance(data, dict):
        yield data
    if isinstance(data, dict | list):
        for value in data.values() if isinstance(data, dict) else data:
            yield from _nodes(value)


def name_said(value: object) -> str:
    """Return the name in {"@type": "Person", "name": "Jane Roe"}, in a list of such, or in plain words.

    >>> name_said([{"name": "Jane Roe"}, "John  Doe", None])
    'Jane Roe, John Doe'
    """
    if isinstance(value, list):
        return ", ".join(filter(None, map(name_said, value)))
    if isinstance(value, dict):
        value = value.get("name")
    return plain(value) if isinstance(value, str) else ""


def plain(text: str | None) -> str:
    """Return the text on one line, empty for None."""
    return " ".join((text or "").split())
