"""Values that follow from what figures state: bases, growth between levels, shares. Pure: a table in, a table out.

Each is one step from stated figures, carries its formula, and is rounded outward. None is worked out from another.
"""

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise, product
from typing import Any

import pandas as pd

from analysis.reconcile.intervals import NUMBER, interval, outward
from analysis.tables import frame

YEAR = re.compile(r"\d{4}")
# A time that a change can be measured against: "2020", "2021-H1", "2018-Q3", "2014-08"
TIME = re.compile(r"\d{4}(-(H[12]|Q[1-4]|\d{2}))?")
# What stands before a printed amount: "≈ $5 bn", "nearly $30 bn"
QUALIFIER = re.compile(r"^(?:[≈<>≥≤]|nearly|up to)\s+")
# What two figures must share before one is worked out with the other
SAME = ("measure", "definition", "parties", "from_party", "to_party")


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure of the table with the interval its words allow."""

    row: dict[str, Any]
    low: float
    high: float

    def __getitem__(self, column: str) -> Any:
        """Return the figure's value in a column."""
        return self.row[column]

    @property
    def printed(self) -> str:
        """Return the figure as the report prints it."""
        return str(self["printed"] or self["quote"])


@dataclass(frozen=True, slots=True)
class Derived:
    """One value worked out from stated figures; its interval is rounded outward."""

    rule: str
    inputs: tuple[Stated, ...]
    unit: str
    period: str
    low: float
    high: float
    formula: str
    printed: str
    value: float | None = None
    measure: str = ""
    flags: tuple[str, ...] = ()

    @property
    def record(self) -> dict[str, object]:
        """Return the value as a row of the observations table, with `rule` and `printed` beside it."""
        first, ids = self.inputs[0], tuple(str(one["figure_id"]) for one in self.inputs)
        inferred = any(one["period_basis"] == "inferred" for one in self.inputs)
        return {
            "observation_id": "-".join((self.rule, *ids)),
            **{column: first[column] for column in SAME},
            **({"measure": self.measure} if self.measure else {}),
            "period": self.period,
            "period_basis": "inferred" if inferred else "stated" if self.period else "unknown",
            "value": self.value,
            "low": self.low,
            "high": None if math.isinf(self.high) else self.high,
            "unit": self.unit,
            "qualifier": "at_least" if math.isinf(self.high) else "about" if self.value is not None else "",
            "status": "derived",
            "formula": self.formula,
            "figure_ids": ids,
            "speaker": tuple(dict.fromkeys(str(one["speaker"]) for one in self.inputs if one["speaker"])),
            "flags": (*self.flags, *(("period inferred",) if inferred else ())),
            "rule": self.rule,
            "printed": self.printed,
        }


def derived(figures: pd.DataFrame) -> pd.DataFrame:
    """Return what follows from a table of figures: observations of status "derived".

    Two columns more than the table has: `printed` and `rule` (base_from_growth, base_from_multiple, growth,
    growth_a_year, share). Amounts are in base units, growth and shares in percent. Figures are only combined where
    measure, definition, parties and unit are the same.

    >>> columns = {"measure": "trade_turnover", "parties": "RUS|Central Asia", "period": "2021", "article_id": "a"}
    >>> level = {"figure_id": "1", "value": 27e9, "unit": "USD", "quote": "$ 27 billion", "printed": "$27 bn"}
    >>> rise = {"figure_id": "2", "value": 30, "unit": "%", "quote": "30%", "change": "increase"}
    >>> table = derived(frame("figures", [columns | level, columns | rise | {"compared_with": "2020"}]))
    >>> table[["period", "printed", "formula", "low", "high"]].values.tolist()
    [['2020', '≈ $21 bn', '$27 bn ÷ 1.30', 20300000000.0, 21300000000.0]]
    """
    stated = [stated_figure(row) for row in figures.to_dict("records") if pd.notna(row["value"])]
    levels = [one for one in stated if one["unit"] not in ("%", "times") and not one["change"]]
    found = [*bases(stated, levels), *growths(levels), *shares(stated)]
    return frame("observations", [one.record for one in found])


def stated_figure(row: dict[Any, Any]) -> Stated:
    """Return a row of the figures table with its interval."""
    top = None if pd.isna(row["value_high"]) else float(row["value_high"])
    low, high = interval(float(row["value"]), top, row["qualifier"], row["quote"], row["unit"])
    return Stated(row, low, high)


def same(one: Stated, other: Stated, *columns: str) -> bool:
    """Return whether two figures agree in these columns."""
    return all(one[column] == other[column] for column in columns)


def bases(stated: Iterable[Stated], levels: Sequence[Stated]) -> Iterator[Derived]:
    """Yield the level before each change that one speaker states together with the level after it."""
    changes = [one for one in stated if one["change"]]
    for change, level in product(changes, levels):
        if not (same(change, level, *SAME, "article_id", "speaker") and math.isfinite(level.high)):
            continue
        if change["unit"] == "%" and same(change, level, "period") and level["period"]:
            yield from base_from_growth(level, change)
        elif change["unit"] == "times" and same(change, level, "sentence_start"):
            yield from base_from_multiple(level, change)


def base_from_growth(level: Stated, change: Stated) -> Iterator[Derived]:
    """Yield the base of "$27 billion, up 30% from 2020"; nothing where the text does not say against what."""
    if not TIME.fullmatch(change["compared_with"]) or math.isinf(change.high):
        return
    sign = -1 if change["change"] == "decrease" else 1
    ends = sorted((1 + sign * change.low / 100, 1 + sign * change.high / 100))
    if ends[0] > 0:
        factor = format(1 + sign * float(change["value"]) / 100, ".12g")
        factor += "0" * (2 - len(factor.partition(".")[2])) if "." in factor else ""
        yield base("base_from_growth", level, change, ends, float(factor), factor, change["compared_with"])


def base_from_multiple(level: Stated, change: Stated) -> Iterator[Derived]:
    """Yield the base of "in five years doubled to reach $37.1 billion", at the start of the years the change took."""
    start, _, end = change["period"].partition("/")
    if change.low > 0 and math.isfinite(change.high):
        factor = format(float(change["value"]), ".12g")
        period = start if end and end == level["period"] else ""
        yield base("base_from_multiple", level, change, (change.low, change.high), float(factor), factor, period)


def base(
    rule: str, level: Stated, change: Stated, ends: Sequence[float], factor: float, written: str, period: str
) -> Derived:
    """Return the level divided by a factor between two ends."""
    low, high = level.low / ends[1], level.high / ends[0]
    digits = -math.floor(math.log10(high - low))
    low, high = outward(low, high, digits)
    value = plain(float(level["value"]) / factor, low, high)
    return Derived(
        rule,
        (level, change),
        level["unit"],
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
    scale = float(level["value"]) / float(re.sub(r"[,  ]", "", written[0]))
    return plainly.replace(written[0], format(value / scale, ",.12g"), 1)


def growths(levels: Iterable[Stated]) -> Iterator[Derived]:
    """Yield the growth from each year's levels to those of the next year that is spoken of, as bounds."""
    series: dict[tuple[str, ...], dict[int, list[Stated]]] = {}
    for level in levels:
        if YEAR.fullmatch(level["period"]):
            key = tuple(str(level[column]) for column in (*SAME, "unit"))
            series.setdefault(key, {}).setdefault(int(level["period"]), []).append(level)
    for years in series.values():
        for earlier, later in pairwise(sorted(years)):
            flags = ("base in dispute",) if disputed(years[earlier]) or disputed(years[later]) else ()
            for start, end in product(distinct(years[earlier]), distinct(years[later])):
                yield from growth(start, end, later - earlier, flags)


def distinct(levels: Iterable[Stated]) -> list[Stated]:
    """Return one level of each interval: the first that states it."""
    return list({(level.low, level.high): level for level in reversed(list(levels))}.values())[::-1]


def disputed(levels: Iterable[Stated]) -> bool:
    """Return whether two levels of one period lie apart."""
    return any(one.high < other.low or other.high < one.low for one, other in combinations(levels, 2))


def growth(start: Stated, end: Stated, years: int, flags: tuple[str, ...]) -> Iterator[Derived]:
    """Yield the growth between two levels, in all and, over several years, a year; nothing where both ends are open."""
    least = end.low / start.high if start.high else math.inf
    most = end.high / start.low if start.low else math.inf
    if not 0 < least < math.inf and math.isinf(most):
        return
    period = f"{start['period']}/{end['period']}"
    formula = f"{start.printed} ({start['period']}) to {end.printed} ({end['period']})"
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


def shares(stated: Sequence[Stated]) -> Iterator[Derived]:
    """Yield the share of each figure that is stated as part of another: "more than 4 million, of which 160,000"."""
    by_id = {one["figure_id"]: one for one in stated}
    for part in stated:
        whole = by_id.get(part["part_of"])
        # Of people the part may have its own noun: students of citizens.
        if whole and same(part, whole, "measure", "kind") and (part["kind"] == "count" or same(part, whole, "unit")):
            yield from share(part, whole)


def share(part: Stated, whole: Stated) -> Iterator[Derived]:
    """Yield the percent that a part is of its whole; nothing where the words leave it open at the top."""
    least, most = (part.low / whole.high, part.high / whole.low if whole.low else math.inf)
    low, high = outward(least * 100, min(most, 1.0) * 100, 1)
    if most < 1:
        printed = f"under {high:.12g} %" if low == 0 else f"{bounds(low, high)} %"
        formula = f"{part.printed} of {whole.printed}"
        yield Derived("share", (part, whole), "%", part["period"], low, high, formula, printed, measure="share")
