"""Growth between levels of two years, as bounds: from each level where the articles differ on one. Pure."""

import math
import re
from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise, product

from analysis.reconcile.intervals import outward
from analysis.reconcile.worked_out import Derived, Stated, thing

YEAR = re.compile(r"\d{4}")


def growths(levels: Iterable[Stated], disputed: Collection[str]) -> Iterator[Derived]:
    """Yield the growth from each year's levels to those of the next year that is spoken of, as bounds."""
    series: dict[tuple[object, ...], dict[int, list[Stated]]] = {}
    for level in levels:
        figure = level.figure
        if YEAR.fullmatch(figure.period) and figure.parties:
            # What two articles call the exports of one country may be of the whole and of some goods.
            within = figure.article_id if len(figure.parties) == 1 else ""
            series.setdefault((thing(figure), figure.unit, within), {}).setdefault(int(figure.period), []).append(level)
    for years in series.values():
        for earlier, later in pairwise(sorted(years)):
            for start, end in product(extremes(years[earlier]), extremes(years[later])):
                yield from growth(start, end, later - earlier, sides(start, end, disputed))


def extremes(levels: Iterable[Stated]) -> list[Stated]:
    """Return one level of each interval, the first that states it; of more than two the lowest and the highest."""
    distinct = list({(level.low, level.high): level for level in reversed(list(levels))}.values())[::-1]
    lowest, highest = min(distinct, key=lambda one: one.high), max(distinct, key=lambda one: one.low)
    return distinct if len(distinct) < 3 else [lowest, highest]


def sides(start: Stated, end: Stated, disputed: Collection[str]) -> tuple[str, ...]:
    """Return which of two levels the articles differ on."""
    ends = {"base in dispute": start, "later amount in dispute": end}
    return tuple(flag for flag, level in ends.items() if level.figure.figure_id in disputed)


def growth(start: Stated, end: Stated, years: int, flags: tuple[str, ...]) -> Iterator[Derived]:
    """Yield the growth between two levels, in all and, over several years, a year.

    There is none from nothing, and none where both ends are open.
    """
    least = end.low / start.high if start.high else math.inf
    most = end.high / start.low if start.low else math.inf
    if not start.figure.value or (not 0 < least < math.inf and math.isinf(most)):
        return
    period = f"{start.figure.period}/{end.figure.period}"
    formula = f"{start.printed} ({start.figure.period}) to {end.printed} ({end.figure.period})"
    for rule, unit, root, digits in (("growth", "%", 1, 0), ("growth_a_year", "% a year", years, 1)):
        if rule == "growth" or years > 1:
            low, high = outward((least ** (1 / root) - 1) * 100, (most ** (1 / root) - 1) * 100, digits)
            printed = f"{bounds(low, high)} {unit}"
            yield Derived(rule, (start, end), unit, period, low, high, formula, printed, flags=flags)


def bounds(low: float, high: float) -> str:
    """Return an interval in words.

    >>> bounds(63, math.inf), bounds(-2.5, 4), bounds(0, 4.2)
    ('at least 63', '−2.5 to 4', '0 to 4.2')
    """
    ends = [format(end, ".12g").replace("-", "−") for end in (low, high)]
    return f"at least {ends[0]}" if math.isinf(high) else " to ".join(ends)
