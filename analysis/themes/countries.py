"""Where countries stand in a text, and whether they are spoken of, only listed, or only the venue. Pure."""

import re
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import groupby
from typing import NamedTuple

from analysis.cue_index import CueIndex, Hit, longest, uncovered
from analysis.cues import pattern
from analysis.records import Sentence
from analysis.study import Study
from analysis.themes.lexicon import word_index, words

LISTED = 3  # countries in one enumeration
JOINT = re.compile(r"(?:['’]s)?[\s,;/–—-]*")  # what is left between "India’s" and "China" of "India’s, and China"
DATELINE = re.compile(r"[,.]?[^“”\"—–]{0,30}(?:\s--?|\s?[–—])\s")  # "NAIROBI, Oct 14 (Reuters) - "
REACH = 40  # "in the capital [Nairobi]"
NEAR = re.compile(r"[^,;:]{0,30}")  # "the forum [held last week] in Kenya"


class Name(NamedTuple):
    """A country by one of its words: name, demonym, capital, or not (a longer phrase that is something else)."""

    code: str
    kind: str


class Place(NamedTuple):
    """A country in a text with its role there: spoken_of, listed, venue."""

    start: int
    end: int
    code: str
    role: str


@lru_cache(maxsize=16)
def country_index(study: Study, languages: tuple[str, ...]) -> CueIndex[Name]:
    """Return the index of all countries' words in these languages."""
    return CueIndex(_names(study, languages))


def _names(study: Study, languages: tuple[str, ...]) -> Iterator[tuple[str, Name]]:
    for country in study.countries:
        kinds = {"name": country.names, "demonym": country.demonyms, "capital": country.capitals}
        for kind, cues in kinds.items():
            for language in languages:
                yield from ((cue, Name(country.code, kind)) for cue in cues.get(language, ()))
        yield from ((cue, Name(country.code, "not")) for cue in country.exclude)


def places(text: str, sentence: Sentence, study: Study, languages: tuple[str, ...]) -> list[Place]:
    """Return the countries of a sentence in reading order, each with its role."""
    named = _named(text, country_index(study, languages).hits(text, sentence.start, sentence.end))
    if not named:
        return []
    found = []
    for chain in _chains(text, named, languages):
        listed = len({hit.owner.code for hit in chain}) >= LISTED
        for spot in _spots(chain):
            role = "listed" if listed else _role(text, sentence, spot, languages)
            found += [Place(hit.start, hit.end, hit.owner.code, role) for hit in spot]
    return found


def _named(text: str, hits: Iterable[Hit[Name]]) -> list[Hit[Name]]:
    """Return the countries without what only looks like one."""
    by_code: dict[str, dict[bool, list[Hit[Name]]]] = defaultdict(lambda: {True: [], False: []})
    for hit in hits:
        if text[hit.end : hit.end + 1] != "$":  # "US$339 million" is an amount
            by_code[hit.owner.code][hit.owner.kind == "not"].append(hit)
    return longest(hit for of_code in by_code.values() for hit in uncovered(of_code[False], of_code[True]))


def _chains(text: str, hits: list[Hit[Name]], languages: tuple[str, ...]) -> list[list[Hit[Name]]]:
    """Return runs of countries with only commas and conjunctions between: "Tanzania, Kenya and Uganda"."""
    chains: list[list[Hit[Name]]] = []
    for hit in hits:
        if chains and _joined(text[chains[-1][-1].end : hit.start], languages):
            chains[-1].append(hit)
        else:
            chains.append([hit])
    return chains


def _joined(between: str, languages: tuple[str, ...]) -> bool:
    return bool(between.strip() and JOINT.fullmatch(_words(languages, "joint").sub("", between)))


@cache
def _words(languages: tuple[str, ...], role: str) -> re.Pattern[str]:
    return pattern(cue for language in languages for cue in words(language).get(role, ()))


def _spots(chain: list[Hit[Name]]) -> Iterator[list[Hit[Name]]]:
    """Yield the places of a chain: "Dodoma, Tanzania" is one."""
    for _, spot in groupby(chain, key=lambda hit: hit.owner.code):
        yield list(spot)


def _role(text: str, sentence: Sentence, spot: list[Hit[Name]], languages: tuple[str, ...]) -> str:
    """Return venue for a capital in a dateline or beside an occasion, for a country right after one; else spoken_of."""
    start, kind = spot[0].start, spot[0].owner.kind
    if kind == "capital" and start == sentence.start and DATELINE.match(text, spot[-1].end):
        return "venue"
    # "in Nairobi": the preposition stands right before it.
    prepositions = _words(languages, "place").finditer(text, max(sentence.start, start - REACH), start)
    last = next((word for word in prepositions if not text[word.end() : start].strip()), None)
    if last is None or kind == "demonym":
        return "spoken_of"
    words_here = word_index(languages).hits(text, sentence.start, sentence.end)
    occasions = [hit for hit in words_here if hit.owner == "occasion"]
    # "in Kenya, where talks began" is about Kenya: its name needs the occasion right before it.
    i = bisect(occasions, last.start(), key=lambda occasion: occasion.end)
    near = any(NEAR.fullmatch(text, occasion.end, last.start()) for occasion in occasions[max(i - 1, 0) : i])
    return "venue" if near or (kind == "capital" and occasions) else "spoken_of"
