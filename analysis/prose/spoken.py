"""How each country is named in all stories: which are spoken of, which only stand in a list or lend a place. Pure."""

from typing import TYPE_CHECKING

import pandas as pd

from analysis.prose.rows import mentions_said

if TYPE_CHECKING:
    from analysis.workbench import Corpus

# Best first: a country is what it is at its best.
ROLES = ("spoken_of", "listed", "venue")


def spoken_of(corpus: "Corpus") -> list[tuple[str, str]]:
    """Return code and name of each country that some article speaks of, those of the region first, then by name.

    >>> import analysis
    >>> spoken_of(analysis.read("seeds"))[:4]
    [('KAZ', 'Kazakhstan'), ('KGZ', 'Kyrgyzstan'), ('UZB', 'Uzbekistan'), ('AFG', 'Afghanistan')]
    """
    return named_at_best(corpus, "spoken_of")


def only_named(corpus: "Corpus") -> dict[str, list[tuple[str, str]]]:
    """Return by role, `listed` or `venue`, code and name of the countries that no article speaks of.

    >>> import analysis
    >>> only_named(analysis.read("seeds"))["listed"][:2]
    [('TJK', 'Tajikistan'), ('TKM', 'Turkmenistan')]
    """
    return {role: named_at_best(corpus, role) for role in ROLES[1:]}


def named_at_best(corpus: "Corpus", role: str) -> list[tuple[str, str]]:
    """Return code and name of the countries that are named in a role and in none before it."""
    mentions = mentions_said(corpus, "country")
    best = mentions["role"].map(ROLES.index).groupby(mentions["concept"]).min()
    codes = [str(code) for code, place in best.items() if ROLES[place] == role]
    found = [(code, corpus.study.party_label(code)) for code in codes]
    return sorted(found, key=lambda country: (country[0] not in corpus.members, country[1]))


def mentions_of(corpus: "Corpus", country: str, role: str = "") -> pd.DataFrame:
    """Return the mentions of a country, in one role if that is given."""
    mentions = corpus.mentions
    chosen = (mentions["taxonomy"] == "country") & (mentions["concept"] == country)
    return mentions[chosen & (mentions["role"] == role)] if role else mentions[chosen]
