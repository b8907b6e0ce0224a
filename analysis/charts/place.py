"""A greedy placer of labels: each takes the first free spot around its mark. None covers another, a mark, or the edge.

The same input gives the same places; nothing is left to chance or to the clock.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg, RendererAgg
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from analysis.charts.look import DPI, FALLBACK, FAMILY, PALETTE, SMALL, any_script, register_fonts

# Sides of a mark, best first: how far to the right and up, as shares of the distance
SIDES = ((1, 0), (0, 1), (-1, 0), (0, -1), (0.7, 0.7), (0.7, -0.7), (-0.7, 0.7), (-0.7, -0.7))
DISTANCES = (8.0, 13.0, 22.0, 34.0)  # points from the middle of the mark to the label
LEADER_FROM = 22.0  # from here on a thin line leads from the mark to its label
AIR = 1.5  # points kept free around a label
APART = 6.0  # points between a label and the mark of another, lest they seem to belong together
GROUND = 0.5  # points that the ground of a label is wider than its words
POINT = 72  # points of type in an inch


@dataclass(frozen=True, slots=True)
class Label:
    """Words for the mark at (x, y), in data coordinates: the first `texts` that find room inside `within` (pixels)."""

    x: float
    y: float
    texts: tuple[str, ...]
    within: Bbox
    color: str = PALETTE["ink"]
    behind: str = PALETTE["paper"]  # the ground the words stand on, which hides lines below them


@dataclass(frozen=True, slots=True)
class Spot:
    """A place for a label: the offset from its mark in points, and the box it would fill in pixels."""

    right: float
    up: float
    distance: float
    box: Bbox
    leader: tuple[Bbox, ...]  # little boxes along the line to the mark, if there is one

    @property
    def alignment(self) -> tuple[str, str]:
        """Return how the text is aligned at its offset, so that it grows away from the mark."""
        across = "left" if self.right > 0 else "right" if self.right < 0 else "center"
        along = "bottom" if self.up > 0 else "top" if self.up < 0 else "center"
        return across, along


def place(
    axes: Axes, labels: Iterable[Label], marks: Sequence[Bbox], taken: Iterable[Bbox]
) -> tuple[list[Text], list[Label]]:
    """Write the labels, in order of importance, where they cover nothing; return the texts, and labels without room.

    `marks` are the boxes of what labels may belong to: none comes close to the mark of another. `taken` are boxes of
    what else is drawn. Both in pixels of the figure.
    """
    occupied, texts, homeless = list(taken), list[Text](), list[Label]()
    for label in labels:
        found = free_spot(axes, label, marks, occupied)
        if found is None:
            homeless.append(label)
        else:
            words, spot = found
            occupied += [spot.box, *spot.leader]
            texts.append(written(axes, label, words, spot))
    return texts, homeless


def free_spot(axes: Axes, label: Label, marks: Iterable[Bbox], occupied: Sequence[Bbox]) -> tuple[str, Spot] | None:
    """Return the words of the label that find room, and where; None where none do."""
    x, y = axes.transData.transform((label.x, label.y))
    air = APART * DPI / POINT
    around = [box if box.contains(x, y) else box.padded(air) for box in marks]
    for words in label.texts:
        for spot in spots((x, y), measured(words)):
            boxes = (spot.box, *spot.leader)
            if all(free(box, [*occupied, *around], label.within) for box in boxes):
                return words, spot
    return None


def spots(mark: tuple[float, float], size: tuple[float, float]) -> Iterator[Spot]:
    """Yield the spots around a mark (pixels) for a text of this size (inches), nearest first."""
    width, height = (length * DPI + 2 * AIR * DPI / POINT for length in size)
    for distance in DISTANCES:
        for right, up in SIDES:
            x, y = mark[0] + right * distance * DPI / POINT, mark[1] + up * distance * DPI / POINT
            left = x if right > 0 else x - width if right < 0 else x - width / 2
            bottom = y if up > 0 else y - height if up < 0 else y - height / 2
            box = Bbox.from_bounds(left, bottom, width, height)
            yield Spot(right * distance, up * distance, distance, box, leader(mark, (x, y), distance))


def leader(mark: Sequence[float], end: Sequence[float], distance: float) -> tuple[Bbox, ...]:
    """Return little boxes along the line from a mark to its label, from where the mark's own room ends."""
    if distance < LEADER_FROM:
        return ()
    shares = [share / distance for share in range(int(DISTANCES[0]), int(distance), 3)]
    middles = [(mark[0] + (end[0] - mark[0]) * share, mark[1] + (end[1] - mark[1]) * share) for share in shares]
    return tuple(Bbox.from_extents(x - 1, y - 1, x + 1, y + 1) for x, y in middles)


def free(box: Bbox, occupied: Iterable[Bbox], within: Bbox) -> bool:
    """Return whether the box lies inside the area and covers nothing."""
    inside = within.x0 <= box.x0 and box.x1 <= within.x1 and within.y0 <= box.y0 and box.y1 <= within.y1
    return inside and not any(box.overlaps(other) for other in occupied)


def written(axes: Axes, label: Label, words: str, spot: Spot) -> Text:
    """Write a label at its spot, with a thin line to its mark where that is far."""
    across, along = spot.alignment
    air = (AIR * (spot.right > 0) - AIR * (spot.right < 0), AIR * (spot.up > 0) - AIR * (spot.up < 0))
    leader: dict[str, Any] = {
        "arrowstyle": "-",
        "linewidth": 0.5,
        "color": PALETTE["muted"],
        "shrinkA": 1,
        "shrinkB": 5,
    }
    return axes.annotate(
        words,
        (label.x, label.y),
        (spot.right + air[0], spot.up + air[1]),
        textcoords="offset points",
        fontsize=SMALL,
        color=label.color,
        ha=across,
        va=along,
        annotation_clip=False,
        arrowprops=leader if spot.distance >= LEADER_FROM else None,
        bbox=ground(label.behind),
    )


def ground(color: str = PALETTE["paper"]) -> dict[str, Any]:
    """Return the box behind words, without an edge: lines of a grid end at the words."""
    return {"facecolor": color, "edgecolor": "none", "pad": GROUND}


def figure_of(axes: Axes) -> Figure:
    """Return the figure that the axes stand in."""
    figure = axes.get_figure(root=True)
    if figure is None:
        raise ValueError("these axes stand in no figure")
    return figure


def renderer(figure: Figure) -> RendererAgg:
    """Return what measures the figure's text."""
    canvas = figure.canvas if isinstance(figure.canvas, FigureCanvasAgg) else FigureCanvasAgg(figure)
    found: RendererAgg = canvas.get_renderer()  # type: ignore[no-untyped-call]
    return found


@cache
def scratch() -> Figure:
    """Return a figure to measure words with."""
    register_fonts()
    return Figure(figsize=(1, 1), dpi=DPI)


@lru_cache(maxsize=4096)
def measured(words: str, size: float = SMALL) -> tuple[float, float]:
    """Return width and height of some words in inches, in the charts' own type."""
    text = Text(0, 0, words, fontsize=size, fontfamily=[FAMILY, FALLBACK], parse_math=False)
    text.set_figure(scratch())
    with any_script():
        box = text.get_window_extent(renderer(scratch()))
    return box.width / DPI, box.height / DPI
