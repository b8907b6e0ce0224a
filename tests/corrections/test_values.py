from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.corrections.values import corrected_value
from analysis.records import Figure

PLAIN = {field.name: "" for field in fields(Figure)} | {"start": 0, "end": 12, "value_high": None}
TRADE = PLAIN | {"kind": "money", "value": 27e9, "unit": "USD", "qualifier": "exact", "printed": "$27 bn"}
ABOUT = TRADE | {"qualifier": "about", "printed": "≈ $27 bn"}
RISE = PLAIN | {"kind": "percent", "value": 30.0, "unit": "%", "qualifier": "exact", "change": "increase"}
PEOPLE = PLAIN | {"kind": "count", "value": 25000.0, "unit": "companies", "qualifier": "more_than"}
DOUBLED = PLAIN | {"kind": "multiple", "value": 2.0, "unit": "times", "qualifier": "exact", "change": "multiple"}


@pytest.mark.parametrize(
    ("figure", "written", "value", "unit", "printed"),
    [
        (TRADE, "$37 billion", 37e9, "USD", "$37 bn"),
        (TRADE, "$47.1 billion", 47.1e9, "USD", "$47.1 bn"),
        (TRADE, "47.1 bn", 47.1e9, "USD", "$47.1 bn"),
        (TRADE, "47100000000", 47.1e9, "USD", "$47.1 bn"),
        (TRADE, "47,100,000,000", 47.1e9, "USD", "$47.1 bn"),
        (TRADE, "€37 billion", 37e9, "EUR", "€37 bn"),
        (TRADE, "more than $37 billion", 37e9, "USD", "> $37 bn"),
        (TRADE, "37 million", 37e6, "USD", "$37 m"),
        (ABOUT, "$37 billion", 37e9, "USD", "≈ $37 bn"),
        (RISE, "39.9", 39.9, "%", "+39.9 %"),
        (RISE, "3%", 3.0, "%", "+3 %"),
        (PEOPLE, "26,000", 26000.0, "companies", "> 26,000 companies"),
        (PEOPLE, "26", 26.0, "companies", "> 26 companies"),
        (PEOPLE, "forty", 40.0, "companies", "> 40 companies"),
        (PEOPLE, "26,000 firms", 26000.0, "firms", "> 26,000 firms"),
        (DOUBLED, "tripled", 3.0, "times", "tripled"),
        (DOUBLED, "2.5", 2.5, "times", "2.5 times"),
    ],
)
def test_a_value_is_read_as_those_of_articles_are(
    figure: dict[str, object], written: str, value: float, unit: str, printed: str
) -> None:
    given = corrected_value(written, Figure(**figure))  # type: ignore[arg-type]
    assert not isinstance(given, str)
    assert (given["value"], given["unit"], given["printed"]) == (value, unit, printed)
    assert "value_high" in given


def test_a_range_has_two_ends() -> None:
    given = corrected_value("$25-30 billion", Figure(**TRADE))  # type: ignore[arg-type]
    assert not isinstance(given, str)
    assert (given["value"], given["value_high"], given["printed"]) == (25e9, 30e9, "$25 bn–30 bn")


@pytest.mark.parametrize(
    "written", ["abc", "?", "$37 billion in 2021", "37 and 38 bn", "0", "-37 bn", "9" * 400, "1.2e9", "about", "$"]
)
def test_what_is_no_amount_alone_is_a_problem(written: str) -> None:
    problem = corrected_value(written, Figure(**TRADE))  # type: ignore[arg-type]
    assert isinstance(problem, str)
    assert problem.startswith("“")
    assert problem.endswith("” is no amount; write it alone, like $47.1 billion or 47100000000")


@pytest.mark.parametrize("written", ["37", "37.1", "37,1"])
def test_a_number_whose_scale_was_forgotten_is_a_problem(written: str) -> None:
    problem = f"“{written}” is less than a thousandth of $27 bn; write it with its scale or all digits"
    assert corrected_value(written, Figure(**TRADE)) == problem  # type: ignore[arg-type]


@given(st.text(max_size=20))
def test_any_text_is_a_positive_amount_or_one_line(written: str) -> None:
    given = corrected_value(written, Figure(**TRADE))  # type: ignore[arg-type]
    if isinstance(given, str):
        assert len(given.splitlines()) == 1
    else:
        assert 0 < given["value"] < float("inf")
