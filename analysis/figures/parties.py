"""The countries and groups a figure is between or about, and its direction. Pure: text in, parties out."""

import re
from bisect import bisect
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from analysis.figures.earlier import Earlier
from analysis.figures.lexicon import key, one_of, small, word_of, words
from analysis.figures.places import Place, places
from analysis.study import Study

# Measures that are between two: one party alone is completed from what was said before.
TWO_SIDED = frozenset(
    {"trade_turnover", "exports", "imports", "investment_stock", "investment_flow", "aid_or_allocation", "loan"}
)
DIRECTED = TWO_SIDED - {"trade_turnover"} | {"population_or_people"}
# Of these a sentence may speak with one country in mind, without saying to or from whom.
OF_ONE_COUNTRY = frozenset({"exports", "imports"})
BOTH = 2
LOOK_BACK = 48  # characters before a place in which its preposition stands

# "Western countries – 39.7% of experts, Asia-Pacific countries – 38.5%": each figure is of the label before its dash.
LABEL = 80  # characters of the longest label
DASH = re.compile(r"\s[-–—]\s+(?:\w+\s+){0,2}\Z")
BEFORE_LABEL = re.compile(r"[–—:;]|\d%?")


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
        re.compile(rf"\)?(?:\s*\([^()]{{1,20}}\))?,?\s+{one_of(lists['list_words'])}\s+(?:[a-z]+\s+){{0,2}}"),
        re.compile(rf"{one_of(lists['speech']['according'])}\s+(?:{the}\s+)?$"),
    )


def named(text: str, study: Study, language: str = "en") -> list[Place]:
    """Return the parties a sentence names; "Russian President" (an office) and "according to the IMF" name none."""
    rules, lower = references(language), small(text)
    return [
        place
        for place in places(text, study, language)
        if not rules.office.match(lower, place.end)
        and not rules.source.search(lower[max(0, place.start - LOOK_BACK) : place.start])
    ]


def resolved(text: str, study: Study, before: Sequence[str], main: str = "", language: str = "en") -> list[Place]:
    """Return the parties that a sentence refers to without naming them, given those named before, newest last.

    "the region" is the group spoken of last, else the study's region; "both countries" are the last two named; "the
    country" is the one that the article is mostly about, else the last named.
    """
    rules, found = references(language), []
    for match in rules.any.finditer(small(text)):
        for party in referred(rules.kinds[key(match[0])], study, before, main):
            found.append(Place(match.start(), match.end(), party))
    return found


def referred(kind: str, study: Study, before: Sequence[str], main: str) -> list[str]:
    """Return what a kind of reference stands for."""
    countries = [party for party in before if study.country(party)]
    if kind == "region":
        groups = [party for party in before if study.group(party)]
        return [groups[-1] if groups else study.region]
    if kind == "both":
        return list(dict.fromkeys(reversed(countries)))[:2]
    return [main] if main else countries[-1:]


def item(text: str, start: int, found: Sequence[Place], language: str = "en") -> list[Place]:
    """Return the place that an amount belongs to in a list of such pairs: "Iraq with $6 billion, Turkey with"."""
    before = [place for place in found if place.end <= start][-1:]
    is_item = before and references(language).listed.fullmatch(small(text[before[0].end : start]))
    return before if is_item else []


def runs(text: str, found: Sequence[Place], language: str = "en") -> list[list[Place]]:
    """Return places that are listed together in one run each: "Kazakhstan, Kyrgyzstan and Tajikistan".

    >>> from analysis.study import DEFAULT, load
    >>> text = "sent to Kazakhstan, Tajikistan and China by Russia"
    >>> [[place.party for place in run] for run in runs(text, named(text, load(DEFAULT)))]
    [['KAZ', 'TJK', 'CHN'], ['RUS']]
    """
    glue, together = references(language).list_glue, list[list[Place]]()
    for place in found:
        if together and glue.fullmatch(small(text[together[-1][-1].end : place.start])):
            together[-1].append(place)
        else:
            together.append([place])
    return together


def labelled(text: str, start: int, found: Sequence[Place]) -> list[Place]:
    """Return the parties of the label right before an amount in a list with dashes."""
    begin = max(0, start - LABEL)
    dash = DASH.search(text, begin, start)
    if dash is None:
        return []
    # The label does not reach back over the amount before it.
    low = max((cut.end() for cut in BEFORE_LABEL.finditer(text, begin, dash.start())), default=begin)
    listed = runs(text, [place for place in found if low <= place.start and place.end <= dash.end()])
    return listed[-1] if listed else []


def governing(text: str, start: int, found: Sequence[Place], language: str = "en") -> list[Place]:
    """Return the places of the amount's own part of the sentence, else those of the nearest part before it, or behind.

    "It employs 50,000 staff in Kazakhstan, and has operations in Romania": of Kazakhstan.
    """
    cuts = [cut.start() for cut in references(language).part.finditer(small(text))]
    own = bisect(cuts, start)
    parts: dict[int, list[Place]] = defaultdict(list)
    for run in runs(text, found):
        # A list that is cut by its own commas stands where its end nearest to the amount stands.
        parts[bisect(cuts, run[-1].start if run[-1].start < start else run[0].start)] += run
    nearest = min(parts, key=lambda part: (part > own, abs(part - own)), default=None)
    return [] if nearest is None else parts[nearest]


def narrowest(parties: Sequence[str], study: Study) -> list[str]:
    """Return the parties without groups of which a member is named: "Central Asia’s only plant, in Tashkent"."""
    members = {name: set(group.members) for name in parties if (group := study.group(name))}
    return [party for party in parties if not members.get(party, set()) & set(parties)]


def of_figure(text: str, start: int, measure: str, here: Sequence[Place], earlier: Earlier, study: Study) -> list[str]:
    """Return the parties of a figure, countries before groups, each by alphabet.

    `here` are the parties its sentence names or refers to.
    """
    listed = labelled(text, start, here) or item(text, start, here)
    if measure in TWO_SIDED:
        sides = [*listed[:1], *here[:1]] if listed else here
        parties = two_sided([place.party for place in sides], measure, earlier)
    else:
        own = [place.party for place in listed or governing(text, start, here)]
        parties = narrowest(list(dict.fromkeys(own)), study) or earlier.one()
    return sorted(set(parties), key=lambda party: (study.country(party) is None, party))


def two_sided(parties: Sequence[str], measure: str, earlier: Earlier) -> list[str]:
    """Return both sides of trade, investment or aid: one that is named alone is completed from what was said before."""
    sides = list(dict.fromkeys(parties))
    if not sides and measure in OF_ONE_COUNTRY and earlier.main in earlier.one():
        return earlier.one()
    for before in earlier.near:
        if len(sides) >= BOTH:
            break
        # Of what was said before, only a pair completes one party: "trade between Russia and the region".
        if not sides or set(sides) & set(before) or len(before) == 1:
            sides = list(dict.fromkeys([*sides, *before]))
    if len(sides) < BOTH and earlier.main and measure not in OF_ONE_COUNTRY:
        sides = list(dict.fromkeys([*sides, earlier.main]))
    return sides


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
        lead = rules.preposition.search(small(text[max(0, place.start - LOOK_BACK) : place.start]))
        # Without a preposition a place is whose it is: "Russia's investment". Persons belong to no one.
        side = rules.directions[lead["word"]] if lead else "from" if measure in TWO_SIDED else ""
        if side and place.party in parties and not sides[side]:
            sides[side] = place.party
    if len(parties) == 2 and sides["from"] != sides["to"]:
        rest = {"from": "to", "to": "from"}
        for side, other in rest.items():
            if sides[side] and not sides[other]:
                sides[other] = next(party for party in parties if party != sides[side])
    return (sides["from"], sides["to"]) if sides["from"] != sides["to"] else ("", "")
