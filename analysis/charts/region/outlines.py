"""Outlines of countries for small maps, from `outlines.jsonl`, whose first line says where they come from.

How that file is made, from the file of the same name in the npm package world-atlas 2.0.2 (`npm pack world-atlas`):
`python -m analysis.charts.region.outlines package/countries-110m.json > analysis/charts/region/outlines.jsonl`
"""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pycountry

Point = tuple[float, float]
Ring = tuple[Point, ...]

BOUNDARIES = "Boundaries: Natural Earth 1:110m, public domain; they imply no opinion on the status of any territory."
HEADER = {
    "source": "Natural Earth 4.1.0, Admin 0 countries, 1:110m, public domain, by way of world-atlas 2.0.2 (ISC)",
    "made_by": "analysis/charts/region/outlines.py",
    "rings": "[longitude, latitude] in degrees, rounded to 0.01; longitudes run on past 180 where a country does",
    "middle": "the middle of the longest stretch inside the largest ring, at the latitude of its centroid",
    "left_out": "Antarctica, areas without a code in ISO 3166, parts over 40 degrees from the main one",
}
FAR = 40.0  # degrees of longitude
NO_COUNTRY = {"ATA"}  # its outline runs around the pole


@dataclass(frozen=True, slots=True)
class Outline:
    """The rings of a country in degrees, the largest first, and a place inside it."""

    code: str
    middle: Point
    rings: tuple[Ring, ...]

    def moved(self, degrees: float) -> "Outline":
        """Return the outline moved to the east."""
        rings = tuple(tuple((x + degrees, y) for x, y in ring) for ring in self.rings)
        return Outline(self.code, (self.middle[0] + degrees, self.middle[1]), rings)


@cache
def outlines() -> dict[str, Outline]:
    """Return the outline of each country by its ISO 3166 alpha-3 code.

    >>> outlines()["NOR"].middle[1] > 60, "SGP" in outlines()
    (True, False)
    """
    _, *lines = Path(__file__).with_suffix(".jsonl").read_text(encoding="utf-8").splitlines()
    return {one.code: one for one in map(outline, lines)}


def outline(line: str) -> Outline:
    """Return the outline that a line of the file holds."""
    row = json.loads(line)
    rings = tuple(tuple((x, y) for x, y in ring) for ring in row["rings"])
    return Outline(row["code"], (row["middle"][0], row["middle"][1]), rings)


def side_by_side(found: Sequence[Outline]) -> list[Outline]:
    """Return the outlines with the world cut where the widest stretch without any of them lies.

    >>> fiji, samoa = Outline("FJI", (178.0, -18.0), ()), Outline("WSM", (-172.0, -14.0), ())
    >>> [one.middle[0] for one in side_by_side([fiji, samoa])]
    [178.0, 188.0]
    """
    turned = sorted(((one.middle[0] % 360, one) for one in found), key=lambda pair: pair[0])
    if not turned:
        return []
    gaps = [later - earlier for (earlier, _), (later, _) in pairwise([*turned, (turned[0][0] + 360, turned[0][1])])]
    first = (gaps.index(max(gaps)) + 1) % len(turned)
    places = [*turned[first:], *((x + 360, one) for x, one in turned[:first])]
    back = 360 if places[0][0] > 180 else 0
    return [one.moved(round((x - one.middle[0] - back) / 360) * 360) for x, one in places]


def converted(topology: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield code, middle and rings of each country of a TopoJSON topology, by code.

    Format: https://github.com/topojson/topojson-specification, sections 2.1.3 (transforms) and 2.1.4 (arcs).
    """
    arcs = [line(arc, topology["transform"]) for arc in topology["arcs"]]
    by_code = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        country = pycountry.countries.get(numeric=shape.get("id", ""))
        if country and country.alpha_3 not in NO_COUNTRY:
            polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
            rings = [stitched(numbers, arcs) for polygon in polygons for numbers in polygon]
            by_code[country.alpha_3] = beside(sorted(rings, key=lambda ring: -abs(area(ring))))
    for code, rings in sorted(by_code.items()):
        yield {"code": code, "middle": rounded(inside(rings[0])), "rings": [list(map(rounded, one)) for one in rings]}


def line(arc: Sequence[Sequence[int]], transform: dict[str, list[float]]) -> list[Point]:
    """Return the points of an arc, whose numbers are steps on a grid."""
    (wide, high), (west, south) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for right, up in arc:
        x, y = x + right, y + up
        points.append((x * wide + west, y * high + south))
    return points


def stitched(numbers: Sequence[int], arcs: Sequence[list[Point]]) -> list[Point]:
    """Return a ring made of arcs (a negative number is an arc backwards), without a jump where it crosses 180."""
    parts = [arcs[number] if number >= 0 else arcs[~number][::-1] for number in numbers]
    points = [*parts[0], *(point for part in parts[1:] for point in part[1:])]
    ring, turn = [points[0]], 0
    for (before, _), (x, y) in pairwise(points):
        turn -= 360 * round((x - before) / 360)
        ring.append((x + turn, y))
    return ring


def beside(rings: Sequence[list[Point]]) -> list[list[Point]]:
    """Return the rings of a country that lie near the first, each on its side of the globe."""
    west, east = min(x for x, _ in rings[0]), max(x for x, _ in rings[0])
    turns = [360 * round((rings[0][0][0] - ring[0][0]) / 360) for ring in rings]
    turned = [[(x + turn, y) for x, y in ring] for ring, turn in zip(rings, turns, strict=True)]
    return [ring for ring in turned if west - FAR <= max(x for x, _ in ring) and min(x for x, _ in ring) <= east + FAR]


def area(ring: Sequence[Point]) -> float:
    """Return the area of a ring in square degrees, below 0 where it runs clockwise (the shoelace formula)."""
    return sum(x * b - a * y for (x, y), (a, b) in pairwise(ring)) / 2


def inside(ring: Sequence[Point]) -> Point:
    """Return the middle of the longest stretch inside a ring, at the latitude of its centroid."""
    height = sum((y + b) * (x * b - a * y) for (x, y), (a, b) in pairwise(ring)) / 6 / area(ring)
    sides = [side for side in pairwise(ring) if (side[0][1] > height) != (side[1][1] > height)]
    crossings = sorted(x + (height - y) / (b - y) * (a - x) for (x, y), (a, b) in sides)
    west, east = max(zip(crossings[::2], crossings[1::2], strict=True), key=lambda stretch: stretch[1] - stretch[0])
    return (west + east) / 2, height


def rounded(point: Point) -> list[float]:
    """Return a point in hundredths of a degree."""
    return [round(point[0], 2), round(point[1], 2)]


if __name__ == "__main__":
    rows = [HEADER, *converted(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))]
    print("\n".join(json.dumps(row, separators=(",", ":")) for row in rows))
