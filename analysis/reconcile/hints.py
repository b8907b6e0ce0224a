"""Slips and coverage that would explain why two amounts lie apart, looked for at the coarser one's precision. Pure."""

import math
import re
from collections.abc import Iterator

from analysis.reconcile.intervals import last_place
from analysis.reconcile.points import Point
from analysis.reconcile.relations import days_apart, is_one_occasion
from analysis.records import TRADE

DECIMAL = re.compile(r"\d[.,]\d{1,2}(?!\d)")


def hints(one: Point, other: Point) -> tuple[str, ...]:
    """Return what would explain that two points lie apart, by the keys of the words: "one digit apart", "factor 10"."""
    return tuple(dict.fromkeys([*slips(one, other), *coverage(one, other)]))


def slips(one: Point, other: Point) -> Iterator[str]:
    """Yield the slips of pen or translation that make one amount of the other."""
    low, high = sorted((abs(one.figure.value), abs(other.figure.value)))
    if not low or low == high:
        return
    digits = rounded_digits(low, high, max(place(one), place(other)))
    if is_one_digit_apart(*digits):
        yield "one digit apart"
    if is_swapped(*digits):
        yield "digits swapped"
    yield from powers_of_ten(one, other, math.log10(high / low))


def powers_of_ten(one: Point, other: Point, power: float) -> Iterator[str]:
    """Yield what makes one amount ten or a thousand times the other: "16,1" read as 161, million for billion."""
    whole = round(power)
    if not math.isclose(power, whole, abs_tol=1e-9):
        return
    if whole == 3:
        yield "factor 1,000"
    elif any(DECIMAL.search(point.figure.quote) for point in (one, other)):
        yield "decimal mark"
    elif whole == 1:
        yield "factor 10"


def place(one: Point) -> float:
    """Return the last place that an amount is written to, in base units."""
    return last_place(one.figure.value, one.figure.quote, one.figure.unit)


def rounded_digits(low: float, high: float, to: float) -> tuple[str, str]:
    """Return the digits of two amounts, rounded to a place, without the zeros that both end on.

    >>> rounded_digits(27e9, 37.1e9, 1e9)
    ('27', '37')
    """
    a, b = (str(math.floor(value / to + 0.5)) for value in (low, high))
    shared = min(len(a) - len(a.rstrip("0")), len(b) - len(b.rstrip("0")))
    return a[: len(a) - shared], b[: len(b) - shared]


def is_one_digit_apart(a: str, b: str) -> bool:
    """Return whether two numbers differ in one digit before the last, in which any two close amounts differ.

    >>> is_one_digit_apart("27", "37"), is_one_digit_apart("27", "38"), is_one_digit_apart("45", "44")
    (True, False, False)
    """
    return len(a) == len(b) and a[-1:] == b[-1:] and sum(x != y for x, y in zip(a, b, strict=True)) == 1


def is_swapped(a: str, b: str) -> bool:
    """Return whether two digits that stand side by side are swapped.

    >>> is_swapped("273", "237"), is_swapped("27", "37")
    (True, False)
    """
    apart = [i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y]
    return len(a) == len(b) and len(apart) == 2 and apart[1] - apart[0] == 1 and sorted(a) == sorted(b)


def coverage(one: Point, other: Point) -> Iterator[str]:
    """Yield what two amounts may differ in though their words are alike: the year, the goods, whose records."""
    if one.nature == "flow" and {one.figure.period_basis, other.figure.period_basis} & {"inferred", "resolved"}:
        yield "another year"
    if is_later(one, other):
        yield "revised"
    if one.figure.measure in TRADE:
        if one.codes != other.codes and {"goods", "services"} & (one.codes | other.codes):
            yield "goods and services"
        if one.parties == other.parties and of_two_partners(one, other):
            yield "reporter and partner"


def is_later(one: Point, other: Point) -> bool:
    """Return whether one speaker gives the one amount on a later occasion than the other."""
    days = days_apart(one, other)
    return days is not None and not is_one_occasion(days)


def of_two_partners(one: Point, other: Point) -> bool:
    """Return whether the two amounts come from officials of two of the countries they are between."""
    sides = [point.officials & point.parties for point in (one, other)]
    return all(sides) and not sides[0] & sides[1]
