"""How two observations stand to each other: of one statement, of one thing, within another, meeting or apart. Pure."""

from bisect import bisect

from analysis.reconcile.intervals import gap
from analysis.reconcile.points import Interval, Point
from analysis.study import Study

# A speech is reported within days: reports of one speaker that lie closer are of one occasion.
OCCASION_DAYS = 3
TENSION = 1.25  # who knows an amount so many times a bound would hardly state the bound
COUNTED = ("population_or_people", "companies")  # comparable where the same words narrow what is counted


def between_several(one: Point, other: Point) -> bool:
    """Return whether both are amounts between two parties or more: those of one alone are often of some part of it."""
    return min(len(one.parties), len(other.parties)) > 1


def direction(one: Point) -> tuple[str, str]:
    """Return from which party to which an amount goes; both empty where it has no direction."""
    sides = one.figure.from_party, one.figure.to_party
    return sides if all(sides) else ("", "")


def is_copied(one: Point, other: Point) -> bool:
    """Return whether two articles that tell one story give the same words."""
    a, b = one.figure, other.figure
    same_words = one.wording == other.wording and a.value == b.value and a.article_id != b.article_id
    return same_words and not one.stories.isdisjoint(other.stories)


def same_counted(one: Point, other: Point) -> bool:
    """Return whether people or companies are counted in the same words: "labour migrants" twice, not "people" twice."""
    a, b = one.figure, other.figure
    words = {(figure.measure_words.casefold(), figure.definition.casefold()) for figure in (a, b)}
    own = a.measure_words.casefold()
    return a.measure in COUNTED and len(words) == 1 and (" " in own or own not in ("", a.unit.casefold()))


def is_one_statement(one: Point, other: Point) -> bool:
    """Return whether one speaker on one occasion, or one story itself, tells both of one thing."""
    same_thing = one.parties == other.parties and one.figure.period == other.figure.period and one.codes == other.codes
    return same_thing and (told_together(one, other) or is_one_occasion(days_apart(one, other)))


def is_one_occasion(days: int | None) -> bool:
    """Return whether two reports of a speaker that lie so many days apart are of one occasion."""
    return days is not None and days <= OCCASION_DAYS


def days_apart(one: Point, other: Point) -> int | None:
    """Return the fewest days between a speaker's telling the one and the other; None where nobody told both."""
    shared = one.days.keys() & other.days.keys()
    return min((nearest(one.days[name], other.days[name]) for name in shared), default=None)


def nearest(some: list[int], others: list[int]) -> int:
    """Return the least distance between one of these and one of those, both in order.

    >>> nearest([1, 40], [10, 20, 38])
    2
    """
    few, many = sorted((some, others), key=len)
    places = ((day, bisect(many, day)) for day in few)
    return min(abs(day - near) for day, at in places for near in many[max(at - 1, 0) : at + 1])


def told_together(one: Point, other: Point) -> bool:
    """Return whether one story gives both as the words of one speaker."""
    return not one.tellers.isdisjoint(other.tellers)


def contains(whole: frozenset[str], part: frozenset[str], study: Study) -> bool:
    """Return whether each party of the part is one of the whole's, or a member of one, and none of the whole's is left.

    >>> from analysis.study import DEFAULT, load
    >>> contains(frozenset({"IND", "Nordic countries"}), frozenset({"IND", "NOR"}), load(DEFAULT))
    True
    """
    if len(whole) != len(part) or whole == part:
        return False
    homes = {party: {p for p in whole if p == party or party in members(p, study)} for party in part}
    return all(homes.values()) and set().union(*homes.values()) == whole


def members(party: str, study: Study) -> tuple[str, ...]:
    """Return the members of a group; none for a country."""
    group = study.group(party)
    return group.members if group else ()


def within(part: Interval | None, whole: Interval | None) -> bool:
    """Return whether one time lies inside another."""
    return bool(part and whole and whole[0] <= part[0] and part[1] <= whole[1])


def meet(one: Point, other: Point) -> bool:
    """Return whether the words of both allow one amount.

    What rounds to 27 ends where what rounds to 28 begins: two that touch do not meet, unless "up to" holds the end.
    """
    if one.high == other.low or other.high == one.low:
        below, above = (one, other) if one.high == other.low else (other, one)
        return below.figure.qualifier == "up_to" and above.figure.qualifier != "more_than"
    return one.low < other.high and other.low < one.high


def is_odd(bound: Point, other: Point) -> bool:
    """Return whether an amount lies so far beyond a bound that who knew it would hardly have stated the bound."""
    (low, high), (least, most) = size(bound), size(other)
    if bound.figure.qualifier in ("more_than", "at_least"):
        return least > TENSION * low
    if bound.figure.qualifier in ("less_than", "up_to"):
        return most < high / TENSION
    return False


def size(one: Point) -> Interval:
    """Return the interval of an amount without its sign: of a fall, how far it fell."""
    low, high = sorted((abs(one.low), abs(one.high)))
    return low, high


def exceeds(one: Point, other: Point) -> tuple[float, float]:
    """Return by how many percent the higher of two points exceeds the lower, at least and at most.

    A rise and a fall lie as far apart as both are large together, in percent of the smaller.
    """
    low, high = sorted((size(one), size(other)))
    opposite = min(one.high, other.high) <= 0 < max(one.low, other.low) and min(one.low, other.low) < 0
    between = sum(low) if opposite else 0.0
    return gap(low, (high[0] + between, high[1] + between))
