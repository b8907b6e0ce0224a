"""Who is put first in a ranking or comparison, before whom, and where that holds. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.figures.lexicon import small
from analysis.figures.parties import runs
from analysis.figures.places import Place
from analysis.figures.references import LOOK_BACK
from analysis.statements.lexicon import Hit, Lexicon, any_of

POSSESSIVE = re.compile(r"['’]s?\s+(?:\w+[\s-]+)?")  # "Kenya’s [second] largest trading partner"
POSSESSED = re.compile(r"['’]s?\s+\w")  # "ahead of India’s elections" is before nobody


@dataclass(frozen=True, slots=True)
class Sides:
    """The party that is put first, the one it is put before, and where: each empty where the words do not tell."""

    leader: str = ""
    over: str = ""
    area: tuple[str, ...] = ()


NOBODY = Sides()


def ranked(text: str, hit: Hit, places: Sequence[Place], words: Lexicon) -> Sides | None:
    """Return who is first and where, None where no party has the rank: "China is Kenya’s largest trading partner".

    Only a party that is linked to its rank has it: "Kenya sold it to the largest investor" ranks nobody. One of
    several, or a second, is ranked, but not first.
    """
    owner = [place for place in places if place.end <= hit.start and POSSESSIVE.fullmatch(text, place.end, hit.start)]
    rank = owner[0].start if owner else hit.start
    before = [place for place in places if place.end <= rank and linked(text, place.end, rank, words)]
    first = before[-1].party if before else named_behind(text, hit.end, places, words)
    if not first:
        return None
    alone = not any_of(words.not_first).search(text, before[-1].end if before else rank, hit.end)
    area = owner or behind(text, hit.end, places, words)
    return Sides(first if alone else "", area=tuple(place.party for place in area if place.party != first))


def linked(text: str, start: int, end: int, words: Lexicon) -> bool:
    """Return whether nothing but linking words stands between two places: ", by far ", " has become the "."""
    return bool(words.linking.fullmatch(text, start, end))


def behind(text: str, start: int, places: Sequence[Place], words: Lexicon) -> Sequence[Place]:
    """Return the first list of places behind an offset if they say where: "... in the economies of the five"."""
    lists = runs(text, [place for place in places if place.start >= start])
    return lists[0] if lists and words.at_a_place.fullmatch(small(text[start : lists[0][0].start])) else []


def named_behind(text: str, start: int, places: Sequence[Place], words: Lexicon) -> str:
    """Return who is named behind its rank, empty where nobody is: "the largest investor in the region is China"."""
    for place in places:
        if place.start >= start and words.link_behind.search(small(text[start : place.start])):
            return place.party
    return ""


def compared(text: str, hit: Hit, places: Sequence[Place], words: Lexicon) -> Sides | None:
    """Return who is before whom, None where it is not one party before another: "exceeds that of India".

    The other party stands right behind the cue, the first is the last before it of which a preposition does not make
    the place where that holds: "China’s investment in the republic".
    """
    lower, head = small(text), [place for place in places if place.end <= hit.start]
    tail = [place for place in places if place.start >= hit.end]
    if not tail or not words.compared.fullmatch(lower, hit.end, tail[0].start) or POSSESSED.match(text, tail[0].end):
        return None
    where = [place for place in head if words.where.search(lower[max(0, place.start - LOOK_BACK) : place.start])]
    subjects = runs(text, [place for place in head if place not in where]) or runs(text, head)
    if not subjects or len(subjects[-1]) > 1 or subjects[-1][0].party == tail[0].party:
        return None
    pair = (subjects[-1][0].party, tail[0].party)
    area = dict.fromkeys(place.party for place in where or behind(text, tail[0].end, places, words))
    leader, over = pair[::-1] if hit.group.order == "under" else pair
    return Sides(leader, over, tuple(party for party in area if party not in pair))
