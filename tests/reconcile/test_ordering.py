"""However much fits into memory, the same comes out."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.reconcile import ordering
from analysis.reconcile.ordering import Aside, in_order


@pytest.fixture(params=[(1, 1), (3, 2), (4, 9)])
def little_memory(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ordering, "AT_ONCE", request.param[0])
    monkeypatch.setattr(ordering, "TOGETHER", request.param[1])


@pytest.mark.usefixtures("little_memory")
@given(st.lists(st.tuples(st.integers(0, 9), st.text(max_size=2))))
@settings(max_examples=40)
def test_what_is_sorted_on_disk_is_sorted_as_in_memory(records: list[tuple[int, str]]) -> None:
    assert list(in_order(records, key=lambda one: one[0])) == sorted(records, key=lambda one: one[0])


@pytest.mark.usefixtures("little_memory")
@given(st.lists(st.integers()))
@settings(max_examples=40)
def test_what_is_put_aside_comes_back_in_its_order_as_often_as_wanted(records: list[int]) -> None:
    aside = Aside[int]()
    aside.extend(records)
    assert list(aside) == list(aside) == records


def rows() -> list[dict[str, Any]]:
    said = [
        {"quote": "$27 billion", "period": "2021", "figure_id": "whole"},
        {"quote": "$9.8 billion", "period": "2021", "part_of": "whole", "figure_id": "part"},
        {"quote": "up 30%", "period": "2021", "compared_with": "2020"},
        {"quote": "$37.1 billion", "period": "2021", "article_id": "b"},
        {"quote": "$20 billion", "period": "2019", "article_id": "b"},
        {"quote": "$27 billion", "period": "2021", "article_id": "c", "copy_of": "a", "figure_id": "copied"},
        {"quote": "$27.4 billion", "parties": ("RUS", "KAZ"), "period": "2021", "article_id": "d"},
        {"quote": "$4 billion", "measure": "exports", "period": "2021", "article_id": "d"},
    ]
    return [{"speaker": f"Speaker {row.get('article_id', 'a')}", **row} for row in said]


def test_figures_are_reconciled_alike_with_little_memory(
    side_by_side: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    much = side_by_side(*rows())
    assert {"base_from_growth", "growth", "share"} <= {one.rule for one in much.derived}
    assert any("part of o-" in flag for one in much.stated for flag in one.flags)
    assert any("copied" in one.figure_ids for one in much.stated)
    for memory in (1, 2, 5):
        monkeypatch.setattr(ordering, "AT_ONCE", memory)
        little = side_by_side(*rows())
        assert (tuple(little.observations), tuple(little.conflicts)) == (
            tuple(much.observations),
            tuple(much.conflicts),
        )
