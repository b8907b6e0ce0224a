import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.reconcile.intervals import gap, interval, outward

WORDS = [
    # what an exact amount stands for: half of the last place written, either way
    ("$ 27 billion", 27e9, None, "exact", "USD", (26.5e9, 27.5e9)),
    ("$37.1 billion", 37.1e9, None, "exact", "USD", (37.05e9, 37.15e9)),
    ("$20 billion", 20e9, None, "exact", "USD", (19.5e9, 20.5e9)),
    ("16,1 bln. dollars", 16.1e9, None, "exact", "USD", (16.05e9, 16.15e9)),
    ("$40bn", 40e9, None, "exact", "USD", (39.5e9, 40.5e9)),
    ("€1.350,5 million", 1350.5e6, None, "exact", "EUR", (1350.45e6, 1350.55e6)),
    # plain integers: the last digit that is not zero
    ("160,000", 160_000, None, "exact", "citizens", (155_000, 165_000)),
    ("10 countries", 10, None, "exact", "countries", (5, 15)),
    ("1,257 firms", 1257, None, "exact", "firms", (1256.5, 1257.5)),
    # per cent: the place written, since nobody rounds to tens there
    ("30%", 30, None, "exact", "%", (29.5, 30.5)),
    ("39.7% of experts", 39.7, None, "exact", "%", (39.65, 39.75)),
    ("thirty per cent", 30, None, "exact", "%", (29.5, 30.5)),
    # the year beside the amount is not the amount
    ("up 30% from 2020", 30, None, "exact", "%", (29.5, 30.5)),
    ("in 2021, 27 billion", 27e9, None, "exact", "USD", (26.5e9, 27.5e9)),
    # a tenth for about, one side of it for nearly
    ("about $5 billion", 5e9, None, "about", "USD", (4.5e9, 5.5e9)),
    ("around 25,000 companies", 25_000, None, "about", "companies", (22_500, 27_500)),
    ("nearly $50 billion", 50e9, None, "nearly", "USD", (45e9, 50e9)),
    # bounds are not rounded
    ("surpassed $20 billion", 20e9, None, "more_than", "USD", (20e9, math.inf)),
    ("at least 300", 300, None, "at_least", "people", (300, math.inf)),
    ("less than $4 million", 4e6, None, "less_than", "USD", (0, 4e6)),
    ("up to 15%", 15, None, "up_to", "%", (0, 15)),
    # ranges, widened by rounding
    ("$25-30 million", 25e6, 30e6, "exact", "USD", (24.5e6, 30.5e6)),
    ("2-3%", 2, 3, "exact", "%", (1.5, 3.5)),
    # a multiple in one word has one significant figure
    ("doubled", 2, None, "exact", "times", (1.8, 2.2)),
    ("more than doubled", 2, None, "more_than", "times", (2, math.inf)),
    ("almost doubled", 2, None, "nearly", "times", (1.8, 2)),
    ("half a billion dollars", 5e8, None, "exact", "USD", (4.5e8, 5.5e8)),
]


@pytest.mark.parametrize(
    ("quote", "value", "high", "qualifier", "unit", "expected"), WORDS, ids=[row[0] for row in WORDS]
)
def test_words_allow_an_interval(
    quote: str, value: float, high: float | None, qualifier: str, unit: str, expected: tuple[float, float]
) -> None:
    assert interval(value, high, qualifier, quote, unit) == pytest.approx(expected)


QUALIFIERS = st.sampled_from(["exact", "about", "nearly", "more_than", "at_least", "less_than", "up_to"])


@given(st.floats(0.001, 1e13), QUALIFIERS, st.text(max_size=30), st.sampled_from(["USD", "%", "times", "people"]))
def test_an_interval_holds_its_amount_whatever_the_quote(value: float, qualifier: str, quote: str, unit: str) -> None:
    low, high = interval(value, None, qualifier, quote, unit)
    assert 0 <= low <= value <= high


@given(st.integers(1, 9999), st.integers(0, 3), st.sampled_from([("million", 1e6), ("billion", 1e9)]))
def test_an_exact_amount_is_half_its_last_place_either_way(digits: int, places: int, scale: tuple[str, float]) -> None:
    written, (word, size) = f"{digits / 10**places:.{places}f}", scale
    low, high = interval(float(written) * size, None, "exact", f"{written} {word}", "USD")
    assert high - low == pytest.approx(size / 10**places)


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        ((26.5, 27.5), (37.05, 37.15), (34, 41)),
        ((26.5, 27.5), (45, math.inf), (63, math.inf)),
        ((41.4, 50.6), (43.95, 44.05), (0, 7)),
        ((0, 10), (11.5, 12.5), (15, math.inf)),
    ],
)
def test_gap_is_the_least_and_the_most_by_which_the_higher_exceeds_the_lower(
    low: tuple[float, float], high: tuple[float, float], expected: tuple[float, float]
) -> None:
    assert outward(*gap(low, high)) == expected


@given(st.floats(-1e6, 1e6), st.floats(0, 1e6), st.integers(-2, 3))
def test_rounding_outward_never_narrows(low: float, width: float, digits: int) -> None:
    down, up = outward(low, low + width, digits)
    assert down <= low + abs(low) * 1e-11
    assert up >= low + width - abs(low + width) * 1e-11
    assert up - down <= width + 2 * 10**-digits + 1e-4


@pytest.mark.parametrize(("value", "digits"), [(34.0, 0), (20.3, 1), (0.1 + 0.2, 1)])
def test_a_round_number_stays_where_it_is(value: float, digits: int) -> None:
    assert outward(value, value, digits) == (pytest.approx(value), pytest.approx(value))


def test_a_range_given_from_high_to_low_is_the_same_range() -> None:
    assert interval(30e9, 20e9, "exact", "$30-20 billion", "USD") == interval(
        20e9, 30e9, "exact", "$20-30 billion", "USD"
    )
