"""A drawing with its words: title, caption, text for those who cannot see it, and a link for every mark."""

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape

from matplotlib.figure import Figure
from matplotlib.transforms import Bbox

from analysis.charts.look import look
from analysis.computed import Origin
from analysis.wording.words import listed

# What Matplotlib's SVG holds before its root, and what is of no use inside a page
FRONT_MATTER = re.compile(r"^.*?(?=<svg\b)", re.DOTALL)
METADATA = re.compile(r"\s*<metadata>.*?</metadata>", re.DOTALL)
COMMENT = re.compile(r"\s*<!--.*?-->", re.DOTALL)
# Each place that names an id: id="axes_1", xlink:href="#m3f", url(#p5a)
ID = re.compile(r'(\bid="|href="#|url\(#)')

LEAST_LINK = 14.0  # points: the smallest box that a finger or a pointer finds


@dataclass(frozen=True, slots=True)
class Link:
    """A box over one mark, in fractions of the drawing from its left and top: what it opens, what it says."""

    x: float
    y: float
    width: float
    height: float
    href: str
    label: str


@dataclass(frozen=True)
class Chart:
    """A drawing with its words, shown by notebooks as HTML; without a `figure` it is the `sentence` that says why."""

    name: str
    title: str = ""
    subtitle: str = ""
    caption: str = ""
    alt: str = ""
    figure: Figure | None = field(default=None, repr=False)
    links: tuple[Link, ...] = field(default=(), repr=False)
    sentence: str = ""
    origin: Origin | None = field(default=None, repr=False)

    def svg(self) -> str:
        """Return the drawing as SVG to stand inside a page: the same bytes for the same chart, ids its own."""
        if self.figure is None:
            return ""
        stream = io.StringIO()
        with look():
            self.figure.savefig(stream, format="svg", metadata={"Date": None})
        text = COMMENT.sub("", METADATA.sub("", FRONT_MATTER.sub("", stream.getvalue(), count=1)))
        text = ID.sub(rf"\1{self.name}-", text)
        label = f"chart-{self.name}-alt"
        # Words in another typeface than the report's may be wider than measured: they are not to be cut off.
        head = f'<svg role="img" aria-labelledby="{label}" style="overflow: visible"'
        title = f'<title id="{label}">{escape(self.alt)}</title>'
        return re.sub(r"<svg\b([^>]*)>", lambda root: f"{head}{root[1]}>{title}", text, count=1).strip()

    def _repr_html_(self) -> str:
        """Return the chart as HTML: drawing, words, and a link over every mark."""
        origin = f" {self.origin.attributes()}" if self.origin else ""
        if self.figure is None:
            return f'<p class="chart-empty"{origin}>{escape(self.sentence)}</p>'
        marks = "".join(map(anchor, self.links))
        # JupyterLab would set what stands between two dollar signs as a formula, but for the second class.
        return (
            f'<figure class="chart mathjax_ignore" id="chart-{self.name}"{origin}>'
            f'<p class="chart-title" style="font-weight: 600">{escape(self.title)}</p>'
            f'<p class="chart-subtitle">{escape(self.subtitle)}</p>'
            f'<div class="plot">{self.svg()}{marks}</div>'
            f"<figcaption>{escape(self.caption)}</figcaption></figure>"
        )


def anchor(link: Link) -> str:
    """Return a link as HTML, to lie over its mark."""
    left, top, width, height = (f"{100 * part:.2f}%" for part in (link.x, link.y, link.width, link.height))
    label = escape(" ".join(link.label.split()))
    return (
        f'<span class="mark" style="left:{left};top:{top};width:{width};height:{height}">'
        f'<a href="{escape(link.href)}" title="{label}" aria-label="{label}"></a></span>'
    )


def link_over(figure: Figure, box: Bbox, href: str, label: str) -> Link:
    """Return the link over a box of pixels, widened where it is too small to hit; it ends where the figure ends."""
    least = LEAST_LINK * figure.dpi / 72
    spare = [max(least - length, 0.0) / 2 for length in (box.width, box.height)]
    page = figure.bbox
    left, right = (min(max(x / page.width, 0.0), 1.0) for x in (box.x0 - spare[0], box.x1 + spare[0]))
    top, bottom = (min(max(1 - y / page.height, 0.0), 1.0) for y in (box.y1 + spare[1], box.y0 - spare[1]))
    return Link(left, top, right - left, bottom - top, href, label)


def not_drawn(left_out: Sequence[str]) -> str:
    """Return what a chart leaves out as a sentence; nothing where it draws all."""
    return f"Not drawn: {listed(left_out)}." if left_out else ""
