"""Axes of years, placed by inches, with a lane beside them for what has no year."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.markers import TICKDOWN
from matplotlib.ticker import MaxNLocator
from matplotlib.transforms import Bbox

from analysis.charts.look import PALETTE, SMALL
from analysis.charts.place import figure_of

LANE = 0.25  # share of the width for what has no year
FEWEST = 3  # years: a single year is not drawn as wide as the page
TICK = 0.4  # inches between the names of years, lest they touch


@dataclass(frozen=True, slots=True)
class Years:
    """The years on an axis, from the start of `first` to the start of `last`, then a lane of `lane` years' width."""

    first: int
    last: int
    lane: float = 0.0

    @property
    def end(self) -> float:
        """Return where the axis ends."""
        return self.last + self.lane

    @property
    def middle_of_lane(self) -> float:
        """Return where what has no year stands."""
        return self.last + self.lane / 2


def years_around(times: Sequence[float], *, lane: bool) -> Years:
    """Return the years that hold these times, and a lane if asked for; without any time there is nothing but the lane.

    >>> years_around([2021.5, 2024.5], lane=False)
    Years(first=2021, last=2025, lane=0.0)
    >>> years_around([], lane=True)
    Years(first=0, last=0, lane=1.0)
    """
    if not times:
        return Years(0, 0, 1.0)
    first, last = math.floor(min(times)), math.floor(max(times)) + 1
    spare = max(FEWEST - (last - first), 0)
    first, last = first - spare // 2, last + spare - spare // 2
    return Years(first, last, (last - first) * LANE / (1 - LANE) if lane else 0.0)


def panel(figure: Figure, left: float, bottom: float, right: float, top: float) -> Axes:
    """Return axes that leave so many inches free at each side of the figure."""
    width, height = figure.get_size_inches()
    return figure.add_axes((left / width, bottom / height, 1 - (left + right) / width, 1 - (bottom + top) / height))


def mark_years(axes: Axes, years: Years, *, lane_words: str = "") -> None:
    """Set the horizontal axis to these years, each named under its middle, and shade the lane."""
    axes.set_xlim(years.first, years.end)
    inches = axes.bbox.width / figure_of(axes).dpi / (years.end - years.first)
    step = max(math.ceil(TICK / inches), 1)
    named = range(years.first, years.last, step)
    ticks = {year + 0.5: str(year) for year in named} | ({years.middle_of_lane: lane_words} if years.lane else {})
    axes.set_xticks(list(ticks), list(ticks.values()))
    axes.tick_params(axis="x", length=0, pad=5)
    edges = range(years.first, years.last + 1)
    style: dict[str, Any] = {"color": PALETTE["muted"], "markersize": 4, "markeredgewidth": 0.6, "clip_on": False}
    axes.plot(edges, [0] * len(edges), linestyle="none", marker=TICKDOWN, transform=axes.get_xaxis_transform(), **style)
    if years.lane:
        axes.axvspan(years.last, years.end, color=PALETTE["wash"], linewidth=0, zorder=0)


def amounts_axis(axes: Axes, top: float, word: str = "") -> None:
    """Set the vertical axis from 0 to `top`, with the word for its unit above it."""
    axes.set_ylim(0, top)
    ticks = [tick for tick in MaxNLocator(6, steps=[1, 2, 5, 10]).tick_values(0, top) if 0 <= tick <= top]
    axes.set_yticks(ticks, [format(tick, ",.12g") for tick in ticks])
    style: dict[str, Any] = {"fontsize": SMALL, "color": PALETTE["muted"], "va": "bottom"}
    axes.annotate(word, (0, 1), (0, 3), "axes fraction", "offset points", **style)


def region(axes: Axes, start: float, end: float, bottom: float = 0.0) -> Bbox:
    """Return the pixels between two places on the horizontal axis, from `bottom` up to the figure's edge."""
    figure = figure_of(axes)
    (left, low), (right, _) = axes.transData.transform([(start, bottom), (end, bottom)])
    return Bbox.from_extents(left, low, min(right, figure.bbox.x1), figure.bbox.y1)
