"""The level before a change that is stated with the level after it: "$27 billion, up 30% from 2020". Pure."""

import math
import re
from collections.abc import Iterable, Iterator, Sequence

from analysis.reconcile.intervals import NUMBER, outward
from analysis.reconcile.worked_out import Derived, Stated, thing

# A time that a change can be measured against: "2020", "2021-H1", "2018-Q3", "2014-08"
TIME = re.compile(r"\d{4}(-(H[12]|Q[1-4]|\d{2}))?")
# What stands before a printed amount: "≈ $5 bn", "nearly $30 bn"
QUALIFIER = re.compile(r"^(?:[≈<>≥≤]|nearly|up to)\s+")


def bases(stated: Iterable[Stated], levels: Iterable[Stated]) -> Iterator[Derived]:
    """Yield the level before each change that one speaker states together with the level after it."""
    told: dict[tuple[object, ...], list[Stated]] = {}
    for level in levels:
        told.setdefault((thing(level.figure), level.figure.article_id, level.figure.speaker), []).append(level)
    for change in stated:
        figure = change.figure
        beside = told.get((thing(figure), figure.article_id, figure.speaker), ()) if figure.change else ()
        for level in beside:
            if level.figure.value and level.high < math.inf:
                yield from base_before(level, change)


def base_before(level: Stated, change: Stated) -> Iterator[Derived]:
    """Yield the level before a change, where the two belong together."""
    a, b = level.figure, change.figure
    if b.unit == "%" and a.period == b.period and a.period:
        yield from base_from_growth(level, change)
    elif b.unit == "times" and a.sentence_start == b.sentence_start:
        yield from base_from_multiple(level, change)


def base_from_growth(level: Stated, change: Stated) -> Iterator[Derived]:
    """Yield the base of "$27 billion, up 30% from 2020"; nothing where the text does not say against what."""
    if not TIME.fullmatch(change.figure.compared_with) or math.isinf(change.high):
        return
    sign = -1 if change.figure.change == "decrease" else 1
    ends = sorted((1 + sign * change.low / 100, 1 + sign * change.high / 100))
    if ends[0] > 0:
        factor = format(1 + sign * change.figure.value / 100, ".12g")
        factor += "0" * (2 - len(factor.partition(".")[2])) if "." in factor else ""
        yield base("base_from_growth", level, change, ends, float(factor), factor, change.figure.compared_with)


def base_from_multiple(level: Stated, change: Stated) -> Iterator[Derived]:
    """Yield the base of "in five years doubled to reach $37.1 billion", at the start of the years the change took."""
    start, _, end = change.figure.period.partition("/")
    if change.low > 0 and math.isfinite(change.high):
        factor = format(change.figure.value, ".12g")
        period = start if end and end == level.figure.period else ""
        yield base("base_from_multiple", level, change, (change.low, change.high), float(factor), factor, period)


def base(
    rule: str, level: Stated, change: Stated, ends: Sequence[float], factor: float, written: str, period: str
) -> Derived:
    """Return the level divided by a factor between two ends."""
    low, high = level.low / ends[1], level.high / ends[0]
    digits = -math.floor(math.log10(high - low))
    low, high = outward(low, high, digits)
    value = plain(level.figure.value / factor, low, high)
    return Derived(
        rule,
        (level, change),
        level.figure.unit,
        period,
        low,
        high,
        f"{level.printed} ÷ {written}",
        f"≈ {restated(level, value)}",
        value,
    )


def plain(value: float, low: float, high: float) -> float:
    """Return the value with the fewest significant figures, two at least, that keep it inside its interval.

    >>> plain(18.55, 16, 21), plain(20.777, 20.77, 20.79)
    (19.0, 20.78)
    """
    candidates = (float(format(value, f".{figures}g")) for figures in range(2, 13))
    return next((one for one in candidates if low <= one <= high), value)


def restated(level: Stated, value: float) -> str:
    """Return another value in the manner in which a level is printed: 21e9 as "$21 bn" beside "$27 bn"."""
    plainly = QUALIFIER.sub("", level.printed).partition("–")[0]
    written = NUMBER.search(plainly)
    if not written:
        return format(value, ",.12g")
    scale = level.figure.value / float(re.sub(r"[,  ]", "", written[0]))
    return plainly.replace(written[0], format(value / scale, ",.12g"), 1)
