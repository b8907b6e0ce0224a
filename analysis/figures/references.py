"""What a sentence calls countries and groups by: their names, and words that stand for them. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from analysis.figures.lexicon import key, one_of, small, word_of, words
from analysis.figures.places import Place, places
from analysis.study import Study

LOOK_BACK = 48  # characters before a place in which its preposition stands


@dataclass(frozen=True, slots=True)
class References:
    """What stands for a country or a group without naming it, compiled."""

    any: re.Pattern[str]
    kinds: dict[str, str]  # phrase -> region, both, own, one
    office: re.Pattern[str]
    preposition: re.Pattern[str]
    directions: dict[str, str]
    part: re.Pattern[str]  # what cuts a sentence into parts
    list_glue: re.Pattern[str]  # between the places of a list
    listed: re.Pattern[str]
    source: re.Pattern[str]
    inside: frozenset[str]  # "trade within the union" is among its members


@cache
def references(language: str) -> References:
    """Return the compiled references of a language."""
    lists = words(language)
    kinds = {key(phrase): kind for kind, phrases in lists["references"].items() for phrase in phrases}
    directions = {word: side for side, listed in lists["directions"].items() for word in listed}
    pair, the = lists["between_numbers"]["pair"], one_of(lists["speech"]["the"])
    prepositions = one_of(word for word in directions if word != "of")
    return References(
        re.compile(rf"{word_of(kinds)}(?!\w)"),
        kinds,
        re.compile(rf"(?:['’]s)?\s+(?:\w+\s+)?{one_of(lists['offices'])}\b"),
        re.compile(rf"\b(?P<word>{prepositions})\s+(?:[\w’'-]+\s+){{0,4}}$"),
        directions,
        re.compile(rf"[;:—–]|,\s+{one_of(lists['clause_words'])}\s"),
        re.compile(rf"(?:['’]s)?\s*(?:,|,?\s*{one_of(pair)})\s+(?:{the}\s+)?"),
        # as in: followed by Iraq with $6 billion, the United Arab Emirates (UAE) with over $4 billion
        re.compile(
            rf"\)?(?:\s*\([^()]{{1,20}}\))?,?\s+{one_of(lists['list_words'])}\s+(?:[a-z]+\s+){{0,2}}(?=\S{{0,4}}\d)"
        ),
        re.compile(rf"{one_of(lists['speech']['according'])}\s+(?:{the}\s+)?$"),
        frozenset(lists["inside"]),
    )


@lru_cache(maxsize=256)  # figures, themes and statements ask for the sentences of one article in turn
def named(text: str, study: Study, language: str = "en") -> tuple[Place, ...]:
    """Return the parties a sentence names; "Indian President" (an office) and "according to the IMF" name none."""
    rules, lower = references(language), small(text)
    return tuple(
        place
        for place in places(text, study, language)
        if not rules.office.match(lower, place.end)
        and not rules.source.search(lower[max(0, place.start - LOOK_BACK) : place.start])
    )


def resolved(
    text: str, study: Study, before: Sequence[str], main: str = "", here: Sequence[Place] = (), language: str = "en"
) -> list[Place]:
    """Return the parties that a sentence refers to without naming them, given those named before, newest last.

    `here` are those it names. "the region" is the group spoken of last, else the main country, else the study's region;
    "both countries" are the last two named; "the country" is the one that the article is mostly about, else the last
    named.
    """
    rules, found = references(language), list[Place]()
    for match in rules.any.finditer(small(text)):
        named_before = [*before, *(place.party for place in here if place.end <= match.start())]
        for party in referred(rules.kinds[key(match[0])], study, named_before, main):
            found.append(Place(match.start(), match.end(), party))
    return found


def referred(kind: str, study: Study, before: Sequence[str], main: str) -> list[str]:
    """Return what a kind of reference stands for."""
    countries = [party for party in before if study.country(party)]
    if kind == "region":
        groups = [party for party in before if study.group(party)]
        return [groups[-1] if groups else main or study.region]
    if kind == "both":
        return list(dict.fromkeys(reversed(countries)))[:2]
    return [main] if main else countries[-1:]
