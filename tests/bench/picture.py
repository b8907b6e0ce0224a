"""The picture of a bench run: how well, and how fast, each reader beside the others."""

from collections.abc import Sequence
from math import ceil, floor, log10
from pathlib import Path

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import NullFormatter

from analysis.charts.look import DPI, PALETTE, WIDTH, look

MARKS = {"ours": ("o", "accent"), "quantulum3": ("s", "warm"), "duckling": ("^", "cool")}
ROW = 0.3  # inches

Row = tuple[str, dict[str, float]]


def draw(rows: Sequence[Row], path: Path) -> None:
    """Write a picture of what several readers were measured in: F1 by set, and sentences a second."""
    shared = [row for row in rows if len(row[1]) > 1 or row[0].startswith("sentences")]
    scores, speeds = [row for row in shared if row[0].startswith("F1")], [row for row in shared if row[0][0] != "F"]
    with look():
        figure = Figure(figsize=(WIDTH, ROW * (len(shared) + 5)), facecolor=PALETTE["paper"], layout="constrained")
        above, below = figure.subplots(2, 1, height_ratios=[max(len(scores), 1), len(speeds) + 0.5])
        dots(above, scores, "F1: value and unit")
        dots(below, speeds, "On one core; each step is ten times as fast")
        below.set_xscale("log")
        speeds_found = [value for _, result in speeds for value in result.values()]
        below.set_xlim(10 ** floor(log10(min(speeds_found))), 10 ** ceil(log10(max(speeds_found))))
        below.xaxis.set_major_formatter("{x:,.0f}")
        below.xaxis.set_minor_formatter(NullFormatter())
        above.set_xlim(0, 1.02)
        figure.legend(*above.get_legend_handles_labels(), loc="outside upper right", ncols=3, frameon=False)
        path.parent.mkdir(parents=True, exist_ok=True)
        figure.savefig(path, dpi=DPI)


def dots(axes: Axes, rows: Sequence[Row], label: str) -> None:
    """Draw a line of marks for each row, a shape for each reader."""
    names = [name.removeprefix("F1, ") for name, _ in rows]
    for reader, (shape, colour) in MARKS.items():
        points = [(row[1][reader], at) for at, row in enumerate(rows) if reader in row[1]]
        axes.plot(*zip(*points, strict=True) if points else ([], []), shape, color=PALETTE[colour], label=reader)
    axes.set_yticks(range(len(rows)), names)
    axes.set_ylim(max(len(rows), 1) - 0.5, -0.5)
    axes.grid(visible=True, axis="both")
    axes.set_xlabel(label)
