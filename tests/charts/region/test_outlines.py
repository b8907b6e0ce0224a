import json
from itertools import pairwise
from pathlib import Path

import pytest

from analysis import charts
from analysis.charts.region.outlines import HEADER, Outline, converted, outlines, side_by_side


def crossings(ring: tuple[tuple[float, float], ...], x: float, y: float) -> int:
    """Return how often a line to the east leaves or enters a ring: an odd number from inside."""
    sides = [side for side in pairwise(ring) if (side[0][1] > y) != (side[1][1] > y)]
    return sum(a + (y - b) / (d - b) * (c - a) > x for (a, b), (c, d) in sides)


def test_the_middle_of_every_country_lies_inside_its_largest_ring() -> None:
    assert [code for code, one in outlines().items() if crossings(one.rings[0], *one.middle) % 2 == 0] == []


def test_every_ring_is_closed_and_runs_without_a_jump() -> None:
    for one in outlines().values():
        for ring in one.rings:
            assert ring[0] == ring[-1]
            assert max(abs(x - before) for (before, _), (x, _) in pairwise(ring)) < 60


@pytest.mark.parametrize("code", ["KAZ", "KGZ", "TJK", "TKM", "UZB", "RUS", "USA"])
def test_countries_of_some_size_have_an_outline(code: str) -> None:
    assert code in outlines()


def test_neighbours_stay_side_by_side() -> None:
    codes = ["KAZ", "KGZ", "TJK", "TKM", "UZB"]
    placed = {one.code: one.middle for one in side_by_side([outlines()[code] for code in codes])}
    assert placed == {code: pytest.approx(outlines()[code].middle) for code in codes}


def test_the_world_is_cut_where_no_country_of_the_region_lies() -> None:
    fiji, samoa, tonga = (Outline(code, (x, 0.0), ()) for code, x in (("FJI", 178.0), ("WSM", -172.0), ("TON", -175.0)))
    middles = [one.middle[0] for one in side_by_side([fiji, samoa, tonga])]
    assert max(middles) - min(middles) == 10
    assert side_by_side([]) == []


def test_a_ring_across_the_antimeridian_is_stitched_and_places_without_a_code_are_left_out() -> None:
    # Steps on a grid of hundredths of a degree: from 179.5 to -179.5 and back; a smaller one from -180 to -179.5
    across = [[35950, 0], [-35900, 0], [0, 100], [35900, 0], [0, -100]]
    beyond = [[0, 0], [50, 0], [0, 100], [-50, 0], [0, -100]]
    topology = {
        "transform": {"scale": [0.01, 0.01], "translate": [-180, 0]},
        "arcs": [across, beyond],
        "objects": {
            "countries": {
                "geometries": [
                    {"type": "MultiPolygon", "arcs": [[[0]], [[1]]], "id": "242"},
                    {"type": "Polygon", "arcs": [[1]]},
                ]
            }
        },
    }
    (row,) = converted(topology)
    assert row["code"] == "FJI"
    assert {x for ring in row["rings"] for x, _ in ring} == {179.5, 180.0, 180.5}


def test_the_file_of_outlines_says_where_they_come_from() -> None:
    file = Path(charts.__file__).parent / "region" / "outlines.jsonl"
    assert json.loads(file.read_text(encoding="utf-8").partition("\n")[0]) == HEADER
