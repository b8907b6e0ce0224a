"""Columns of time for many statements: which column each stands in, and the axis that names them."""

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from matplotlib.axes import Axes

from analysis.charts.amounts.statements import Statement
from analysis.charts.axis import TICK
from analysis.charts.look import PALETTE
from analysis.charts.place import figure_of
from analysis.wording.periods import span

YEARS = 20  # columns of years at most: as many as leave room for four marks side by side
QUARTERS = 16  # columns of quarters at most, so that their names do not touch
LANE = 2.0  # columns: the width of the lane for what has no year
WHOLE = 0.99  # years: what is shorter is part of a year; a leap year makes days of it a little uneven
NO_YEAR = "year not stated"


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns of time side by side, each one wide, then perhaps a lane; and the column of each figure_id."""

    names: tuple[str, ...]
    homes: Mapping[str, int]
    lane: Sequence[str] = field(default=())  # what stands in the lane

    @property
    def end(self) -> float:
        """Return where the last column or the lane ends."""
        return len(self.names) + LANE * bool(self.lane)

    def width(self, figure_id: str) -> float:
        """Return how wide the column of a figure is."""
        return LANE if figure_id in self.lane else 1.0

    def middle(self, figure_id: str) -> float:
        """Return where the middle of its column is."""
        return len(self.names) + LANE / 2 if figure_id in self.lane else self.homes[figure_id] + 0.5

    def __contains__(self, figure_id: str) -> bool:
        """Return whether a figure stands in a column or in the lane."""
        return figure_id in self.homes or figure_id in self.lane


def year_of(period: str) -> int | None:
    """Return the year in which a period lies; None where it is not known or covers several.

    >>> year_of("2021"), year_of("2022-H1"), year_of("FY2020-2021"), year_of("2019/2021"), year_of("")
    (2021, 2022, 2021, None, None)
    """
    ends = span(period)
    if not ends or period.endswith("/..") or ends[1] - ends[0] > 1 + 1 / 366:
        return None
    return math.floor(sum(ends) / 2)


def part_of_year(period: str) -> bool:
    """Return whether a period is shorter than a year.

    >>> part_of_year("2022-H1"), part_of_year("2022"), part_of_year("")
    (True, False, False)
    """
    ends = span(period)
    return bool(ends) and ends[1] - ends[0] < WHOLE  # type: ignore[index]


def years_spoken_of(statements: Sequence[Statement]) -> Columns:
    """Return a column for each year spoken of, and a lane for what has no period at all."""
    years = {one.figure_id: year for one in statements if (year := year_of(one.period)) is not None}
    lane = [one.figure_id for one in statements if span(one.period) is None]
    return columns(years, YEARS, str, lane)


def years_said(statements: Sequence[Statement]) -> Columns:
    """Return a column for each year in which statements were made; those without a date stand nowhere."""
    return columns({one.figure_id: int(one.said_on[:4]) for one in statements if one.said_on}, YEARS, str)


def quarters_said(statements: Sequence[Statement]) -> Columns:
    """Return a column for each quarter in which statements were made."""
    quarters = {
        one.figure_id: int(one.said_on[:4]) * 4 + (int(one.said_on[5:7]) - 1) // 3 for one in statements if one.said_on
    }
    found = columns(quarters, QUARTERS, lambda n: f"Q{n % 4 + 1}\n{n // 4}")
    names = (name if not i or name.startswith("Q1") else name[:2] for i, name in enumerate(found.names))
    return Columns(tuple(names), found.homes)


def columns(numbers: Mapping[str, int], most: int, name: Callable[[int], str], lane: Sequence[str] = ()) -> Columns:
    """Return columns for consecutive numbers: of more than `most`, the stretch that holds the most figures."""
    if not numbers:
        return Columns((), {}, lane)
    counts = Counter(numbers.values())
    first, last = min(counts), max(counts)
    if last - first >= most:
        starts = range(last - most + 1, first - 1, -1)  # the latest of several
        first = max(starts, key=lambda start: sum(counts[number] for number in range(start, start + most)))
        last = first + most - 1
    homes = {one: number - first for one, number in numbers.items() if first <= number <= last}
    return Columns(tuple(map(name, range(first, last + 1))), homes, lane)


def mark_columns(axes: Axes, shown: Columns, *, named: bool) -> None:
    """Set the horizontal axis to these columns, with a faint line between them and the lane shaded."""
    axes.set_xlim(0, shown.end)
    inches = axes.bbox.width / figure_of(axes).dpi / shown.end
    step = max(math.ceil(TICK / inches), 1) if not any("Q" in name for name in shown.names) else 1
    ticks = {number + 0.5: name for number, name in enumerate(shown.names) if number % step == 0}
    ticks |= {len(shown.names) + LANE / 2: NO_YEAR.replace(" not", "\nnot")} if shown.lane else {}
    axes.set_xticks(list(ticks), list(ticks.values()) if named else [""] * len(ticks))
    axes.tick_params(axis="x", length=0, pad=4)
    axes.vlines(
        range(1, len(shown.names)),
        0,
        1,
        color=PALETTE["grid"],
        linewidth=0.5,
        transform=axes.get_xaxis_transform(),
        zorder=0,
    )
    if shown.lane:
        axes.axvspan(len(shown.names), shown.end, color=PALETTE["wash"], linewidth=0, zorder=0)
