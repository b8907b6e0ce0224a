"""How each country is named in all stories: which are spoken of, which only stand in a list or lend a place. Pure."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import pandas as pd

from analysis.prose.rows import figures_said, mentions_said

if TYPE_CHECKING:
    from analysis.workbench import Corpus


MANY = 20  # countries spoken of: from more on, one that a single article speaks of without an amount has no brief
ARTICLES = 2  # that speak of a country: then it has a brief in any case


def spoken_of(corpus: "Corpus") -> list[tuple[str, str]]:
    """Return code and name of each country that some article speaks of, those of the region first, then by name.

    >>> import analysis
    >>> ("CHN", "China") in spoken_of(analysis.read("seeds"))
    True
    """
    mentions = mentions_said(corpus, "country")
    return in_order(corpus, mentions.loc[mentions["role"] == "spoken_of", "concept"])


def with_brief(corpus: "Corpus") -> list[tuple[str, str]]:
    """Return in the same order the countries that have a brief: all that are spoken of.

    Where those are many, one that has no amount of its own and is spoken of in one article alone has none.

    >>> import analysis
    >>> ("CHN", "China") in with_brief(analysis.read("seeds"))
    True
    """
    spoken = spoken_of(corpus)
    if len(spoken) <= MANY:
        return spoken
    mentions = mentions_said(corpus, "country")
    articles = mentions[mentions["role"] == "spoken_of"].groupby("concept")["article_id"].nunique()
    stated = {party for parties in figures_said(corpus)["parties"] for party in parties.split("|")}
    return [(code, name) for code, name in spoken if code in stated or articles[code] >= ARTICLES]


def only_named(corpus: "Corpus") -> list[tuple[str, str]]:
    """Return in the same order the countries that no article speaks of: they stand in lists, or lend a place.

    >>> import analysis
    >>> ("CHN", "China") in only_named(analysis.read("seeds"))
    False
    """
    named = mentions_said(corpus, "country")["concept"]
    return in_order(corpus, set(named) - {code for code, _ in spoken_of(corpus)})


def in_order(corpus: "Corpus", codes: Iterable[str]) -> list[tuple[str, str]]:
    """Return code and name of countries, each once, those of the region first, then by name."""
    found = [(code, corpus.study.party_label(code)) for code in set(codes)]
    return sorted(found, key=lambda country: (country[0] not in corpus.members, country[1]))


def mentions_of(corpus: "Corpus", country: str, role: str = "") -> pd.DataFrame:
    """Return the mentions of a country, in one role if that is given."""
    mentions = corpus.mentions
    chosen = (mentions["taxonomy"] == "country") & (mentions["concept"] == country)
    return mentions[chosen & (mentions["role"] == role)] if role else mentions[chosen]
