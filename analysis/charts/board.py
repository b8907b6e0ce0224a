"""What a chart has drawn so far: its marks with their links, the room they take, and the labels still to be placed."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.transforms import Bbox

from analysis.charts.chart import Link, link_over
from analysis.charts.place import Label, place, renderer


@dataclass
class Board:
    """A figure being drawn. Marks come first, labels last, so that no label covers a mark."""

    figure: Figure
    links: list[Link] = field(default_factory=list)
    marks: list[Bbox] = field(default_factory=list)
    taken: list[Bbox] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)

    def mark(self, box: Bbox, href: str, label: str) -> None:
        """Note a mark: the room it takes and what it opens."""
        self.marks.append(box)
        self.links.append(link_over(self.figure, box, href, label))

    def keep_free(self, boxes: Iterable[Bbox]) -> None:
        """Note room that labels may not take."""
        self.taken.extend(boxes)

    def write_labels(self, axes: Axes) -> list[Label]:
        """Write the labels, the most important first, and return those that found no room."""
        texts, homeless = place(axes, self.labels, self.marks, self.taken)
        self.taken += [text.get_window_extent(renderer(self.figure)) for text in texts]
        self.labels.clear()
        return homeless
