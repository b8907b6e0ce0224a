"""A map of the study's countries: at each a disc for the articles that speak of it; nothing is shaded."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.transforms import Bbox

from analysis.charts.board import Board
from analysis.charts.chart import Chart, not_drawn
from analysis.charts.look import DPI, PALETTE, WIDTH, look
from analysis.charts.place import POINT, Label
from analysis.charts.region.country_dots import leaders
from analysis.charts.region.country_roles import NOBODY, strongest_roles, tally, too_few
from analysis.charts.region.outlines import BOUNDARIES, Outline, Point, outlines, side_by_side
from analysis.charts.shares import part, share
from analysis.computed import computed
from analysis.wording.sizes import MANY
from analysis.wording.words import count, joined, listed, occasions, stories

LOWEST, HIGHEST = 1.6, 4.4  # inches
EDGE = 0.3  # inches free around the outlines, so that no disc is cut
LARGEST, RING = 24.0, 4.0  # points across: the disc of the most articles (its label still finds room beside it); none
PAD = 0.02  # inches between a label and the edge
SILENT = "None of the region’s countries is spoken of"


@dataclass(frozen=True, slots=True)
class Projection:
    """Equirectangular: degrees to inches, a degree of longitude shrunk by the cosine of the middle latitude."""

    west: float
    south: float
    wide: float  # inches for a degree of longitude
    high: float  # inches for a degree of latitude
    left: float  # inches left free
    height: float  # inches of the whole

    def __call__(self, point: Point) -> Point:
        """Return where a point lies, in inches from the left and the bottom."""
        return self.left + (point[0] - self.west) * self.wide, EDGE + (point[1] - self.south) * self.high


@computed
def country_map(mentions: pd.DataFrame, articles: pd.DataFrame, members: Sequence[str]) -> Chart:
    """Return a map of the study's countries with a disc for the articles that speak of each: from MANY articles on.

    `members` are the codes of the study's region; no other country is drawn.
    """
    told = stories(articles)
    roles = strongest_roles(mentions, articles)
    rows = tally(roles, members).query("member")
    if roles.empty:
        return Chart("country_map", sentence=NOBODY)
    if not members:
        return Chart("country_map", sentence="The study names no countries of its region, so there is no map of them.")
    if len(told) < MANY:
        return too_few("country_map", "a map", len(told), MANY)
    known = rows[rows["concept"].isin(set(outlines()))]
    if known.empty:
        return Chart("country_map", sentence="The countries of the study are too small for the map's boundaries.")
    left_out = [f"{row['name']} ({row['spoken_of']:,})" for row in rows.drop(known.index).to_dict("records")]
    with look():
        board, unnamed = drawing(known, roles, len(told))
    return Chart(
        "country_map",
        title=f"Of the region’s countries, {leaders(rows, len(told))}" if rows["spoken_of"].any() else SILENT,
        subtitle=joined((f"Articles that speak of a country; {count(len(told), 'article')}", occasions(told))),
        caption=joined((caption(known, unnamed), not_drawn(too_small(left_out)), BOUNDARIES), " "),
        alt=alternative(rows, len(told)),
        figure=board.figure,
        links=tuple(board.links),
    )


def too_small(names: Sequence[str]) -> list[str]:
    """Return a phrase for the countries without an outline."""
    return [f"{listed(names)}, too small for these boundaries"] if names else []


def drawing(rows: pd.DataFrame, roles: pd.DataFrame, articles: int) -> tuple[Board, list[Label]]:
    """Return the map drawn, and the labels that found no room."""
    placed = {one.code: one for one in side_by_side([outlines()[code] for code in rows["concept"]])}
    projected = projection(list(placed.values()))
    board = Board(Figure(figsize=(WIDTH, projected.height), dpi=DPI))
    axes = board.figure.add_axes((0, 0, 1, 1), xlim=(0, WIDTH), ylim=(0, projected.height))
    axes.set_axis_off()
    for one in placed.values():
        axes.add_patch(land(one, projected))
    most, within = max(int(rows["spoken_of"].max()), 1), board.figure.bbox.padded(-PAD * DPI)
    firsts = roles[roles["role"] == "spoken_of"].drop_duplicates("concept").set_index("concept")
    for row in rows.sort_values("spoken_of", ascending=False, kind="stable").to_dict("records"):
        x, y = projected(placed[row["concept"]].middle)
        across = LARGEST * math.sqrt(row["spoken_of"] / most) if row["spoken_of"] else RING
        inside, edge = ("accent", "paper") if row["spoken_of"] else ("paper", "ink")
        style: dict[str, Any] = {"markerfacecolor": PALETTE[inside], "markeredgecolor": PALETTE[edge]}
        axes.plot([x], [y], "o", markersize=across, markeredgewidth=0.7, zorder=3, **style)
        box = Bbox.from_bounds(x - across / 2 / POINT, y - across / 2 / POINT, across / POINT, across / POINT)
        disc = Bbox(axes.transData.transform(box.get_points()))
        number = part(row["spoken_of"], articles) if row["spoken_of"] else "0"
        board.labels.append(Label(x, y, (f"{row['name']}\n{number}", f"{row['name']} {number}"), within, behind="none"))
        if row["spoken_of"]:
            first = firsts.loc[row["concept"]]
            words = f"{row['name']}: {share(row['spoken_of'], articles)}; the first: {first['sentence']}"
            board.mark(disc, f"#s-{first['reference']}-{first['sentence_start']}", words)
        else:
            board.marks.append(disc)
    return board, board.write_labels(axes)


def projection(found: Sequence[Outline]) -> Projection:
    """Return the projection that draws these outlines as large as the page allows, in its middle."""
    xs, ys = zip(*(point for one in found for ring in one.rings for point in ring), strict=True)
    west, south = min(xs), min(ys)
    squeezed = math.cos(math.radians((south + max(ys)) / 2))
    width, height = (max(xs) - west) * squeezed, max(ys) - south
    high = min((WIDTH - 2 * EDGE) / width, (HIGHEST - 2 * EDGE) / height)
    left = (WIDTH - width * high) / 2
    return Projection(west, south, squeezed * high, high, left, max(height * high + 2 * EDGE, LOWEST))


def land(one: Outline, projected: Projection) -> PathPatch:
    """Return the area of a country; a ring that runs the other way is a hole in it."""
    rings = [Path([projected(point) for point in ring], closed=True) for ring in one.rings]
    style: dict[str, Any] = {"facecolor": PALETTE["wash"], "edgecolor": PALETTE["grid"], "linewidth": 0.9}
    return PathPatch(Path.make_compound_path(*rings), zorder=1, **style)


def caption(rows: pd.DataFrame, unnamed: Sequence[Label]) -> str:
    """Return how to read the map, and the labels for which it has no room."""
    ring = "; ring: none" if not rows["spoken_of"].all() else ""
    without = [one.texts[0].replace("\n", " ") for one in unnamed]
    rest = f" Without room for a label: {listed(without)}." if without else ""
    return f"Area of a disc: the articles that speak of a country{ring}. Named is not discussed.{rest}"


def alternative(rows: pd.DataFrame, articles: int) -> str:
    """Return each country with its number of articles, in words."""
    parts = [f"{row['name']}: {row['spoken_of']:,}" for row in rows.to_dict("records")]
    told = f"Map of the region’s countries by number of articles that speak of them, of {articles:,} in all"
    return f"{told}. {'; '.join(parts)}."
