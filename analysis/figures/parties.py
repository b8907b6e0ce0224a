"""The countries and groups a figure is between or about, and its direction. Pure: text in, parties out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from analysis.figures.lexicon import key, one_of, words
from analysis.figures.places import Place, places
from analysis.study import Study

# Measures that are between two: one party alone is completed from what was said before.
TWO_SIDED = frozenset(
    {"trade_turnover", "exports", "imports", "investment_stock", "investment_flow", "aid_or_allocation", "loan"}
)
DIRECTED = TWO_SIDED - {"trade_turnover"} | {"population_or_people"}
LOOK_BACK = 48  # characters before a place in which its preposition stands

# "Western countries – 39.7% of experts, Asia-Pacific countries – 38.5%": each figure is of the label before its dash.
LABEL = re.compile(r"(?P<label>[^–—:;]{3,60}?)\s+[-–—]\s+(?:\w+\s+){0,2}$")


@dataclass(frozen=True, slots=True)
class References:
    """What stands for a country or a group without naming it, compiled."""

    any: re.Pattern[str]
    kinds: dict[str, str]  # phrase -> region, both, own, one
    office: re.Pattern[str]
    preposition: re.Pattern[str]
    directions: dict[str, str]
    joint: re.Pattern[str]


@cache
def references(language: str) -> References:
    """Return the compiled references of a language."""
    lists = words(language)
    kinds = {key(phrase): kind for kind, phrases in lists["references"].items() for phrase in phrases}
    directions = {word: side for side, listed in lists["directions"].items() for word in listed}
    prepositions = one_of(word for word in directions if word != "of")
    return References(
        re.compile(rf"(?<!\w){one_of(kinds)}(?!\w)", re.IGNORECASE),
        kinds,
        re.compile(rf"(?:['’]s)?\s+(?:\w+\s+)?{one_of(lists['offices'])}\b", re.IGNORECASE),
        re.compile(rf"\b(?P<word>{prepositions})\s+(?:[\w’'-]+\s+){{0,4}}$", re.IGNORECASE),
        directions,
        re.compile(rf"\b{one_of(lists['joint'])}\b", re.IGNORECASE),
    )


def named(text: str, study: Study, language: str = "en") -> list[Place]:
    """Return the parties a sentence names; the country of an office ("Russian President") is none."""
    office = references(language).office
    return [place for place in places(text, study, language) if not office.match(text, place.end)]


def resolved(text: str, study: Study, before: Sequence[str], language: str = "en") -> list[Place]:
    """Return the parties that a sentence refers to without naming them, given those named before, newest last.

    "the region" is the group spoken of last, else the study's region; "both countries" are the last two named.
    """
    rules, found = references(language), []
    for match in rules.any.finditer(text):
        for party in referred(rules.kinds[key(match[0])], study, before):
            found.append(Place(match.start(), match.end(), party))
    return found


def referred(kind: str, study: Study, before: Sequence[str]) -> list[str]:
    """Return what a kind of reference stands for."""
    countries = [party for party in before if study.country(party)]
    if kind == "region":
        groups = [party for party in before if study.group(party)]
        return [groups[-1] if groups else study.region]
    if kind == "both":
        return list(dict.fromkeys(reversed(countries)))[:2]
    return countries[-1:] if kind == "one" else []


def labelled(text: str, start: int, found: Sequence[Place]) -> list[Place]:
    """Return the parties of the label right before an amount in a list with dashes."""
    begin = max(0, start - 80)
    label = LABEL.search(text[begin:start])
    if label is None:
        return []
    # The label reaches back to the amount before it: digits do not belong to it.
    low = (
        begin + label.start() + max((m.end() for m in re.finditer(r"\d%?(?:\s+of\s+\w+)?", label["label"])), default=0)
    )
    return [place for place in found if low <= place.start and place.end <= start]


def is_code(party: str) -> bool:
    """Return whether a party is a country, named by its ISO 3166 alpha-3 code, and not a group."""
    return len(party) == 3 and party.isupper()


def of_figure(text: str, start: int, measure: str, here: Sequence[Place], before: Sequence[Sequence[str]]) -> list[str]:
    """Return the parties of a figure, countries before groups, each by alphabet.

    `here` are the parties its sentence names or refers to, `before` those of the sentences before it, newest first.
    """
    listed = [place.party for place in labelled(text, start, here)]
    parties = list(dict.fromkeys(listed or (place.party for place in here)))
    wanted = 2 if measure in TWO_SIDED else 1
    for earlier in before:
        if len(parties) >= wanted:
            break
        # Of what was said before, only a pair completes one party: "trade between Russia and the region".
        if not parties or set(parties) & set(earlier) or len(earlier) == 1:
            parties = list(dict.fromkeys([*parties, *earlier]))
    return sorted(parties, key=lambda party: (not is_code(party), party))


def direction(
    text: str, measure: str, here: Sequence[Place], parties: Sequence[str], language: str = "en"
) -> tuple[str, str]:
    """Return from whom and to whom a directed figure goes, each empty where the words leave it open.

    >>> from analysis.study import DEFAULT, load
    >>> text = "Cumulative investment in Central Asian countries is"
    >>> direction(text, "investment_stock", named(text, load(DEFAULT)), ["RUS", "Central Asia"])
    ('RUS', 'Central Asia')
    """
    if measure not in DIRECTED:
        return "", ""
    rules, sides = references(language), {"from": "", "to": ""}
    for place in here:
        lead = rules.preposition.search(text[max(0, place.start - LOOK_BACK) : place.start])
        # Without a preposition a place is whose it is: "Russia's investment". Persons belong to no one.
        side = rules.directions[lead["word"].lower()] if lead else "from" if measure in TWO_SIDED else ""
        if side and place.party in parties and not sides[side]:
            sides[side] = place.party
    if len(parties) == 2 and sides["from"] != sides["to"]:
        rest = {"from": "to", "to": "from"}
        for side, other in rest.items():
            if sides[side] and not sides[other]:
                sides[other] = next(party for party in parties if party != sides[side])
    return (sides["from"], sides["to"]) if sides["from"] != sides["to"] else ("", "")
