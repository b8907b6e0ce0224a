"""The countries and groups an article names, each with its place. Pure: text in, places out."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from analysis.cue_index import CueIndex, longest
from analysis.study import Study


@dataclass(frozen=True, slots=True)
class Place:
    """One country or group as named; offsets count from the start of the text that was searched."""

    start: int
    end: int
    party: str  # ISO 3166 alpha-3 code, or the group's name


@cache
def party_index(study: Study, language: str) -> CueIndex[str]:
    """Return the index of all words for countries and groups; phrases that only look like one belong to nobody."""
    owned: list[tuple[str, str]] = []
    for country in study.countries:
        for listed in (country.names, country.demonyms, country.capitals):
            owned += [(cue, country.code) for cue in listed.get(language, ())]
        owned += [(cue, "") for cue in country.exclude]
    for group in study.groups:
        owned += [(cue, group.name) for cue in group.cues.get(language, ())]
        owned += [(cue, "") for cue in group.exclude]
    return CueIndex(owned)


def places(text: str, study: Study, language: str = "en") -> Iterator[Place]:
    """Yield every country and group that a text names, in reading order.

    >>> from analysis.study import DEFAULT, load
    >>> [p.party for p in places("trade between India and the Nordic states", load(DEFAULT))]
    ['IND', 'Nordic countries']
    """
    for hit in longest(party_index(study, language).hits(text, 0, len(text))):
        if hit.owner and text[hit.end : hit.end + 1] != "$":  # "US$339 million" is no country
            yield Place(hit.start, hit.end, hit.owner)
