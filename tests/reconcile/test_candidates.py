"""What is compared is found without comparing each with each, and nothing of it is missed."""

from bisect import insort
from collections.abc import Callable
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.reconcile import candidates
from analysis.reconcile.candidates import Cell, overlapping, parts_and_wholes
from analysis.reconcile.relations import contains, nearest
from analysis.study import DEFAULT, load

STUDY = load(DEFAULT)
PARTY = st.sampled_from(["RUS", "KAZ", "KGZ", "UZB", "CHN", "Central Asia", "EU", "DEU", "FRA"])
TIME = st.tuples(st.integers(2000, 2010), st.integers(1, 9)).map(lambda pair: (pair[0] * 1.0, pair[0] + pair[1] / 2))


def cells(keys: list[Any]) -> dict[Any, Cell]:
    return {key: Cell(place, []) for place, key in enumerate(keys)}


@given(st.lists(st.frozensets(PARTY, min_size=1, max_size=3), unique=True, max_size=12))
def test_each_group_is_found_with_its_members(sets: list[frozenset[str]]) -> None:
    found = [{one.place, other.place} for one, other in parts_and_wholes(cells(sets), STUDY)]
    either = [
        {a, b}
        for a, b in combinations(range(len(sets)), 2)
        if contains(sets[a], sets[b], STUDY) or contains(sets[b], sets[a], STUDY)
    ]
    assert sorted(map(sorted, found)) == sorted(map(sorted, either))


@given(st.lists(TIME, unique=True, max_size=12))
def test_each_two_times_that_overlap_are_found(times: list[tuple[float, float]]) -> None:
    found = [{one.place, other.place} for one, other in overlapping(cells(times))]
    pairs = combinations(range(len(times)), 2)
    touching = [{a, b} for a, b in pairs if times[a][0] < times[b][1] and times[b][0] < times[a][1]]
    assert sorted(map(sorted, found)) == sorted(map(sorted, touching))


def test_of_many_times_that_overlap_each_is_compared_with_some(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(candidates, "TIMES", 3)
    assert len(list(overlapping(cells([(float(year), 2030.0) for year in range(2000, 2020)])))) == 1 + 2 + 17 * 3


@given(*[st.lists(st.integers(0, 300), min_size=1, max_size=8)] * 2)
def test_the_nearest_days_are_found(some: list[int], others: list[int]) -> None:
    ordered = list[int]()
    for day in others:
        insort(ordered, day)
    assert nearest(sorted(some), ordered) == min(abs(one - other) for one in some for other in others)


def test_a_point_that_thousands_of_articles_tell_of_is_compared_once_for_all(side_by_side: Callable[..., Any]) -> None:
    told = [
        {"article_id": f"a{at:04}", "quote": quote, "period": "2021", "speaker": f"Speaker {at % 50}"}
        for at in range(3000)
        for quote in [("$27 billion", "$37.1 billion")[at % 2]]
    ]
    result = side_by_side(*told)
    assert [len(one.figure_ids) for one in result.stated] == [1500, 1500]
    assert [one.verdict for one in result.conflicts] == ["incompatible"]
