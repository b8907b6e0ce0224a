"""The countries and groups a figure is between or about, and its direction. Pure: text in, parties out."""

import re
from bisect import bisect
from collections import defaultdict
from collections.abc import Sequence

from analysis.figures.earlier import Earlier
from analysis.figures.lexicon import small
from analysis.figures.places import Place
from analysis.figures.references import LOOK_BACK, references
from analysis.study import Study

# Measures that are between two: one party alone is completed from what was said before.
TWO_SIDED = frozenset(
    {"trade_turnover", "exports", "imports", "investment_stock", "investment_flow", "aid_or_allocation", "loan"}
)
DIRECTED = TWO_SIDED - {"trade_turnover"} | {"population_or_people"}
# What somebody gives: of these a body that speaks may well be a side.
GIVEN = frozenset({"investment_stock", "investment_flow", "aid_or_allocation", "loan"})
# Of these a sentence may speak with one country in mind, without saying to or from whom: and the side it is on.
OF_ONE_COUNTRY = {"exports": "from", "imports": "to"}
BOTH = 2
A_LIST = 2  # "Iraq with $6 billion" alone is none

# "Western countries – 39.7% of experts, Asia-Pacific countries – 38.5%": each figure is of the label before its dash.
LABEL = 80  # characters of the longest label
DASH = re.compile(r"\s[-–—]\s+(?:\w+\s+){0,2}\Z")
BEFORE_LABEL = re.compile(r"[–—:;]|\s-\s|\d%?")


def listing(text: str, found: Sequence[Place], language: str = "en") -> dict[int, Place]:
    """Return where each amount of a list of places with amounts starts, and its place; empty where there is no list.

    >>> from analysis.figures.references import named
    >>> from analysis.study import DEFAULT, load
    >>> text = "Iraq with $6 billion, Turkey with over $3 billion"
    >>> {at: place.party for at, place in listing(text, named(text, load(DEFAULT))).items()}
    {10: 'IRQ', 39: 'TUR'}
    """
    if len(found) < A_LIST:
        return {}
    rules, lower = references(language), small(text)
    pairs = [(hit.end(), place) for place in found if (hit := rules.listed.match(lower, place.end))]
    return dict(pairs) if len(pairs) >= A_LIST else {}


def runs(text: str, found: Sequence[Place], language: str = "en") -> list[list[Place]]:
    """Return places that are listed together in one run each: "Kenya, Uganda and Tanzania".

    >>> from analysis.figures.references import named
    >>> from analysis.study import DEFAULT, load
    >>> text = "sent to Kenya, Tanzania and China by India"
    >>> [[place.party for place in run] for run in runs(text, named(text, load(DEFAULT)))]
    [['KEN', 'TZA', 'CHN'], ['IND']]
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

    "It employs 50,000 staff in Kenya, and has operations in Romania": of Kenya.
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
    """Return the parties without groups of which a member is named: "Africa’s only plant, in Kampala"."""
    members = {name: set(group.members) for name in parties if (group := study.group(name))}
    return [party for party in parties if not members.get(party, set()) & set(parties)]


def concerned(places: Sequence[Place], speaker: str, measure: str) -> Sequence[Place]:
    """Return the places that a figure may be about: who only speaks of trade is no side of it.

    "Trade between India and Kenya reached $28 billion, the World Bank said"
    """
    return places if measure in GIVEN else [place for place in places if place.party != speaker]


def of_figure(text: str, start: int, measure: str, here: Sequence[Place], earlier: Earlier, study: Study) -> list[str]:
    """Return the parties of a figure, countries before groups, each by alphabet.

    `here` are the parties its sentence names or refers to.
    """
    items = listing(text, here)
    listed = labelled(text, start, here) or ([items[start]] if start in items else [])
    if measure in TWO_SIDED:
        sides = [*listed[:1], *here[:1]] if listed else governing(text, start, here)
        whole = len(sides) == 1 and is_whole(text, sides[0], measure, study)
        parties = [sides[0].party] if whole else two_sided([place.party for place in sides], measure, earlier)
    else:
        own = [place.party for place in listed or governing(text, start, here)]
        parties = narrowest(list(dict.fromkeys(own)), study) or earlier.one()
    return sorted(set(parties), key=lambda party: (study.country(party) is None, party))


def is_whole(text: str, place: Place, measure: str, study: Study, language: str = "en") -> bool:
    """Return whether one place is all that a figure of trade is about: "China's exports", "trade within the EU"."""
    rules = references(language)
    lead = rules.preposition.search(small(text[max(0, place.start - LOOK_BACK) : place.start]))
    word = lead["word"] if lead else ""
    if measure in OF_ONE_COUNTRY:
        return not word or rules.directions[word] == OF_ONE_COUNTRY[measure]
    return study.group(place.party) is not None and word in rules.inside


def two_sided(parties: Sequence[str], measure: str, earlier: Earlier) -> list[str]:
    """Return both sides of trade, investment or aid: one that is named alone is completed from what was said before."""
    sides = list(dict.fromkeys(parties))
    if not sides and measure in OF_ONE_COUNTRY and earlier.main in earlier.one():
        return earlier.one()
    for before in earlier.near:
        if len(sides) >= BOTH:
            break
        # Of what was said before, only a pair completes one party: "trade between India and the region".
        if not sides or set(sides) & set(before) or len(before) == 1:
            sides = list(dict.fromkeys([*sides, *before]))
    if len(sides) < BOTH and earlier.main and measure not in OF_ONE_COUNTRY:
        sides = list(dict.fromkeys([*sides, earlier.main]))
    return sides


def direction(
    text: str, measure: str, here: Sequence[Place], parties: Sequence[str], language: str = "en"
) -> tuple[str, str]:
    """Return from whom and to whom a directed figure goes, each empty where the words leave it open.

    >>> from analysis.figures.references import named
    >>> from analysis.study import DEFAULT, load
    >>> text = "Cumulative investment in African countries is"
    >>> direction(text, "investment_stock", named(text, load(DEFAULT)), ["CHN", "Africa"])
    ('CHN', 'Africa')
    """
    if measure not in DIRECTED:
        return "", ""
    rules, sides = references(language), {"from": "", "to": ""}
    leads = [rules.preposition.search(small(text[max(0, place.start - LOOK_BACK) : place.start])) for place in here]
    # Without a preposition a place is whose it is: "India's investment". Persons belong to no one.
    whose = OF_ONE_COUNTRY.get(measure, "from") if measure in TWO_SIDED else ""
    # What a preposition says goes first: "Uganda is our best partner, exports to Uganda grew".
    for place, lead in sorted(zip(here, leads, strict=True), key=lambda pair: pair[1] is None):
        side = rules.directions[lead["word"]] if lead else whose
        if side and place.party in parties and not sides[side] and (lead or place.party not in sides.values()):
            sides[side] = place.party
    if len(parties) == 2 and sides["from"] != sides["to"]:
        rest = {"from": "to", "to": "from"}
        for side, other in rest.items():
            if sides[side] and not sides[other]:
                sides[other] = next(party for party in parties if party != sides[side])
    return (sides["from"], sides["to"]) if sides["from"] != sides["to"] else ("", "")
