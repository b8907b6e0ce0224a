"""What follows from two observations that stand side by side: the first of a row of tests that applies. Pure."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from analysis.reconcile.points import Point, has_period
from analysis.reconcile.relations import (
    COUNTED,
    between_several,
    contains,
    direction,
    is_copied,
    is_odd,
    is_one_statement,
    meet,
    members,
    same_counted,
    told_together,
    within,
)
from analysis.study import Study

SIX_MONTHS = 0.5  # years: positions whose dates lie farther apart are not compared

TRADED = {"goods", "services"}  # codes that add up: goods alone are another thing than goods and services
# Why an amount may lie far beyond a bound: of what holds at a date, and of what is for a period
LOOSE = {False: "tension", True: "bound of a flow"}
# Verdicts that make one observation of two
SAME = ("repeated", "agree")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What follows from a pair, on which conditions, and the reason; all by their keys in the words."""

    name: str
    reason: str = ""
    conditions: tuple[str, ...] = ()
    tension: bool = False


NO_PAIR = Verdict("")
SHRINKS = Verdict("incompatible", "shrinks", ("start",))

# A test of two points, of which the second may be the whole of the first: its verdict, or None where it does not apply.
Test = Callable[[Point, Point, Study], Verdict | None]


def verdict(one: Point, other: Point, study: Study) -> Verdict:
    """Return the verdict on two points; `NO_PAIR` where they are not to be compared. The order does not matter."""
    found = next((found for test in TESTS if (found := test(one, other, study)) is not None), NO_PAIR)
    if not found.name or (told_together(one, other) and not said_of_itself(found)) or foreseen(one, other, found):
        return NO_PAIR
    return conditioned(found, one, other)


def foreseen(one: Point, other: Point, found: Verdict) -> bool:
    """Return whether a verdict would set what was planned or forecast against another amount: both can be meant.

    "Trade will reach $10 billion by 2030" is at odds neither with another plan nor with what trade comes to be.
    """
    if one.ahead != other.ahead:
        return True
    return one.ahead and found.name not in (*SAME, "reports_differ")


def said_of_itself(found: Verdict) -> bool:
    """Return whether a verdict holds between two amounts of one speaker in one story.

    Who gives two amounts for one thing there speaks of two things; a part and its whole, and a sum at two dates, are
    compared all the same.
    """
    return found.name in ("repeated", "part_of_whole") or found.reason in (
        "too large",
        "shrinks",
        "shrinks from one start",
    )


def conditioned(found: Verdict, one: Point, other: Point) -> Verdict:
    """Return a verdict with what it depends on beside: an inferred period, words or a direction that one leaves out."""
    bases = {one.figure.period_basis, other.figure.period_basis}
    compared = found.name in ("incompatible", "compatible_by_bound", "agree", "undetermined")
    further = {
        "period": found.name not in ("repeated", "undetermined") and "inferred" in bases and one.nature == "flow",
        "definition": compared and (one.codes != other.codes or not between_several(one, other)),
        "direction": compared and direction(one) != direction(other),
        "counted": compared and one.figure.measure in COUNTED,
    }
    conditions = dict.fromkeys([*(name for name, holds in further.items() if holds), *found.conditions])
    return replace(found, conditions=tuple(conditions))


def of_other_things(one: Point, other: Point, study: Study) -> Verdict | None:
    """Return that points of other measures, units or directions, and those without parties, are no pair."""
    a, b = one.figure, other.figure
    if (a.measure, a.unit, bool(a.change), has_period(one)) != (b.measure, b.unit, bool(b.change), has_period(other)):
        return NO_PAIR
    if is_copied(one, other):
        return Verdict("repeated")
    if not (one.parties and other.parties and a.unit):
        return NO_PAIR
    turned = any(direction(one)) and direction(one) == direction(other)[::-1]
    return NO_PAIR if turned else None


def of_several_at_once(one: Point, other: Point, study: Study) -> Verdict | None:
    """Return that amounts of which several can be right at once are no pair, unless two articles report one statement.

    So it is with loans, and with the exports of one country in one story: the whole, a province's, those of some goods.
    """
    if not (one.single or same_counted(one, other)):
        reported = (one.low, one.high) == (other.low, other.high) and one.stories.isdisjoint(other.stories)
        return Verdict("repeated") if reported and is_one_statement(one, other) else NO_PAIR
    told_by_one = not one.stories.isdisjoint(other.stories)
    if told_by_one and not between_several(one, other) and not is_one_statement(one, other):
        return NO_PAIR
    return None


def of_one_statement(one: Point, other: Point, study: Study) -> Verdict | None:
    """Return that reports of one statement repeat it where they meet, and are at odds where they do not."""
    if not is_one_statement(one, other):
        return None
    return Verdict("repeated") if meet(one, other) else Verdict("reports_differ", "reports_differ")


def of_stated_parts(one: Point, other: Point, study: Study) -> Verdict | None:
    """Return that what is stated as a part, "of which exports are $9.8 billion", is no pair with a whole.

    People and companies have a noun of their own: of 4 million residents, 160,000 students.
    """
    a, b = one.figure, other.figure
    return NO_PAIR if bool(a.part_of) != bool(b.part_of) and a.measure not in COUNTED else None


def of_part_and_whole(one: Point, other: Point, study: Study) -> Verdict | None:
    """Return that what is between a country and others is a part of what is between its group and them."""
    if one.parties == other.parties:
        return None
    for part, whole in ((one, other), (other, one)):
        if contains(whole.parties, part.parties, study) and within(part.span, whole.span):
            return part_of(part, whole, study)
    return NO_PAIR


def part_of(part: Point, whole: Point, study: Study) -> Verdict:
    """Return that one is a part of the other or, if it is larger, that they cannot both be right."""
    ends = zip(direction(part), direction(whole), strict=True)
    if part.nature == "change" or not all(a == b or a in members(b, study) for a, b in ends):
        return NO_PAIR
    return Verdict("incompatible", "too large") if part.low > whole.high else Verdict("part_of_whole", "part_of_whole")


def of_definitions(one: Point, other: Point, study: Study) -> Verdict | None:
    """Return that words which define an amount in different ways make two things of it."""
    traded, beside = one.codes & TRADED, other.codes & TRADED
    if (one.codes <= other.codes or other.codes <= one.codes) and (traded == beside or not (traded and beside)):
        return None
    return Verdict("different_definition", "different_definition")


def of_changes(one: Point, other: Point, study: Study) -> Verdict | None:
    """Return that changes over different spans, or from different bases, are no pair."""
    a, b = one.figure, other.figure
    bases = {a.compared_with, b.compared_with} - {""}
    same = a.period == b.period and len(bases) < 2
    return None if one.nature != "change" or (same and a.period) else NO_PAIR


def of_flows(one: Point, other: Point, study: Study) -> Verdict | None:
    """Return what follows from the periods of two flows."""
    if one.nature != "flow":
        return None
    if one.span is None or other.span is None:
        return Verdict("undetermined", "undetermined")
    if one.span == other.span:
        return None
    for part, whole in ((one, other), (other, one)):
        if within(part.span, whole.span):
            return part_of(part, whole, study)
    apart = one.span[1] <= other.span[0] or other.span[1] <= one.span[0]
    return NO_PAIR if apart else Verdict("not_comparable", "not_comparable")


def of_positions(one: Point, other: Point, study: Study) -> Verdict | None:
    """Return what follows from the dates of what holds at a date, and of sums since a start."""
    if has_period(one):
        return None
    if one.span is None or other.span is None:
        return Verdict("undetermined", "undetermined")
    earlier, later = sorted((one, other), key=lambda point: point.span or (0.0, 0.0))
    if "cumulative" not in (one.nature, other.nature):
        distance = (later.span or (0.0, 0.0))[0] - (earlier.span or (0.0, 0.0))[1]
        return Verdict("different_date", "different_date") if distance > SIX_MONTHS else None
    starts = [point.figure.period.partition("/")[0] if "/" in point.figure.period else "" for point in (one, other)]
    if all(starts) and len(set(starts)) > 1:
        return Verdict("not_comparable", "other start")
    if earlier.span == later.span:
        return None
    if earlier.low > later.high:
        return Verdict("incompatible", "shrinks from one start") if all(starts) else SHRINKS
    return Verdict("different_date", "grew") if later.low > earlier.high else None


def of_amounts(one: Point, other: Point, study: Study) -> Verdict | None:
    """Return whether two amounts of one thing can both be right."""
    if not meet(one, other):
        return Verdict("incompatible", "incompatible")
    if (one.low, one.high) == (other.low, other.high) or (one.closed and other.closed):
        return Verdict("agree")
    tension = is_odd(one, other) or is_odd(other, one)
    return Verdict("compatible_by_bound", LOOSE[has_period(one)] if tension else "compatible_by_bound", tension=tension)


TESTS: tuple[Test, ...] = (
    of_other_things,
    of_several_at_once,
    of_one_statement,
    of_stated_parts,
    of_part_and_whole,
    of_definitions,
    of_changes,
    of_flows,
    of_positions,
    of_amounts,
)
