"""From an amount and its words to the interval the words allow. Pure: numbers and words in, numbers out.

An exact amount stands for all that rounds to it: half of the last place written, either way. "About" allows a tenth.
Bounds are open: "more than 20" begins at 20 and has no end.
"""

import math
import re
from collections.abc import Callable
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

# Either way of "about", below "nearly", and for a multiple in one word: "doubled" is 1.8 to 2.2. A convention of ours.
ABOUT = 0.10

# A written number with its marks for thousands and decimals: "37.1", "160,000", "16,1", "309 000"
NUMBER = re.compile(r"\d+(?:[.,  ]\d+)*")


def interval(
    value: float, value_high: float | None = None, qualifier: str = "exact", quote: str = "", unit: str = ""
) -> tuple[float, float]:
    """Return the least and the most that the words of a figure allow, in its base units; an open end is infinite.

    >>> interval(37.1e9, quote="$37.1 billion", unit="USD")
    (37050000000.0, 37150000000.0)
    >>> interval(160_000, quote="160,000", unit="people"), interval(5e9, None, "about", "about $5 billion", "USD")
    ((155000.0, 165000.0), (4500000000.0, 5500000000.0))
    >>> interval(20e9, None, "more_than", "surpassed $20 billion", "USD")
    (20000000000.0, inf)
    """
    value, top = sorted((value, value if value_high is None else value_high))
    if qualifier in ("more_than", "at_least"):
        return float(value), math.inf
    if qualifier in ("less_than", "up_to"):
        return 0.0, float(top)
    if qualifier == "nearly":
        return value * (1 - ABOUT), float(top)
    if unit == "times":
        return value * (1 - ABOUT), top * (1 + ABOUT)
    tenth = ABOUT if qualifier == "about" else 0.0
    below = max(value * tenth, last_place(value, quote, unit) / 2)
    above = max(top * tenth, last_place(top, quote, unit) / 2)
    return min(plain(max(value - below, 0.0)), value), max(plain(top + above), top)


def plain(value: float) -> float:
    """Return a number without the noise of binary fractions: 39.65 for 39.650000000000006."""
    return float(format(value, ".12g"))


def last_place(value: float, quote: str, unit: str = "") -> float:
    """Return the size of the last place written, in base units: a tenth of a billion for "$37.1 billion".

    A number without scale word, decimals or per cent is taken to be rounded at its last digit that is not zero.

    >>> last_place(27e9, "$ 27 billion"), last_place(160_000, "160,000"), last_place(30, "up 30% from 2020", "%")
    (1000000000.0, 10000.0, 1.0)
    """
    for match in NUMBER.finditer(quote):
        place = place_written(value, match[0])
        if place and (place != 1 or unit == "%"):
            return place
    return min(last_digit(value), 1.0) if unit == "%" else last_digit(value)


def place_written(value: float, written: str) -> float | None:
    """Return the size of the last place of a written number that stands for `value`; None where it stands for another.

    >>> place_written(16.1e9, "16,1"), place_written(16.1e9, "2020")
    (100000000.0, None)
    """
    digits = int(re.sub(r"\D", "", written))
    if not digits or value <= 0:
        return None
    power = math.log10(value / digits)
    return 10.0 ** round(power) if math.isclose(power, round(power), abs_tol=1e-9) else None


def last_digit(value: float) -> float:
    """Return the size of the last digit of `value` that is not zero.

    >>> last_digit(160_000), last_digit(0.25), last_digit(0)
    (10000.0, 0.01, 1.0)
    """
    exponent = Decimal(format(value, ".12g")).normalize().as_tuple().exponent if value else 0
    return float(f"1e{exponent}")


def gap(low_interval: tuple[float, float], high_interval: tuple[float, float]) -> tuple[float, float]:
    """Return by how many percent the higher amount exceeds the lower: the least, 0 where the two meet, and the most.

    Of a lower amount that is nothing at all, there are no percent.

    >>> outward(*gap((26.5, 27.5), (37.05, 37.15)))
    (34.0, 41.0)
    """
    least = (high_interval[0] / low_interval[1] - 1) * 100 if low_interval[1] else 0.0
    most = (high_interval[1] / low_interval[0] - 1) * 100 if low_interval[0] else math.inf
    return max(least, 0.0), max(most, 0.0)


def outward(low: float, high: float, digits: int = 0) -> tuple[float, float]:
    """Return the interval, its lower end rounded down and its upper end up, at `digits` decimals (below 0: tens).

    >>> outward(20.306, 21.236, 1), outward(16.84, 20.64), outward(63.6, math.inf)
    ((20.3, 21.3), (16.0, 21.0), (63.0, inf))
    """
    return rounded(low, digits, ROUND_FLOOR), rounded(high, digits, ROUND_CEILING)


def significant(value: float, towards: Callable[[float], int]) -> float:
    """Return a number with two figures, rounded down or up (`math.floor`, `math.ceil`).

    >>> significant(34.7, math.floor), significant(40.19, math.ceil), significant(1.69, math.floor)
    (34.0, 41.0, 1.6)
    """
    if not value or math.isinf(value):
        return value
    digits = 1 - math.floor(math.log10(abs(value)))
    return rounded(value, digits, ROUND_FLOOR if towards is math.floor else ROUND_CEILING)


def rounded(value: float, digits: int, direction: str) -> float:
    """Return a number rounded in one direction; the noise of binary fractions (0.1 + 0.2) does not tip it over."""
    if math.isinf(value):
        return value
    return float(Decimal(repr(plain(value))).quantize(Decimal(1).scaleb(-digits), rounding=direction))
