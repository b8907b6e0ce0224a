import math

from hypothesis import given
from hypothesis import strategies as st

from analysis.table_rows import closed, flagged, references


@given(st.lists(st.text(max_size=12), unique=True, max_size=8))
def test_references_are_unique_and_can_name_a_place_in_a_page(article_ids: list[str]) -> None:
    found = references(article_ids)
    assert list(found) == article_ids
    assert len(set(found.values())) == len(article_ids)
    assert not [name for name in found.values() if set(name) & set(" \t\n\"'<>&/#%?")]


def test_an_open_end_stands_empty_in_a_table() -> None:
    assert closed({"low": 45e9, "high": math.inf, "period": "2024"}) == {"low": 45e9, "high": None, "period": "2024"}


def test_an_observation_of_a_corrected_figure_says_so() -> None:
    row = {"figure_ids": ("1b", "2c"), "flags": ("period inferred",)}
    assert flagged(row, {"2c": ("value",)})["flags"] == ("period inferred", "corrected")
    assert flagged(row, {"9z": ("value",)}) == row
