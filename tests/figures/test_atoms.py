"""A number is read with its currency, scale and unit, whatever marks it is printed with."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.figures.atoms import atoms, digits_value, words_value
from analysis.figures.grammar import grammar


@pytest.mark.parametrize(
    ("digits", "value"),
    [
        ("15.300", 15300.0),
        ("1.250", 1.25),
        ("0.500", 0.5),
        ("16,1", 16.1),
        ("1,350", 1350.0),
        ("1,350.75", 1350.75),
        ("12’500", 12500.0),
        ("1 350", 1350.0),
        ("2\u202f400\u202f000", 2400000.0),
        ("007", 7.0),
    ],
)
def test_marks_between_digits_are_told_apart(digits, value):
    assert digits_value(digits) == value


@pytest.mark.parametrize(
    ("words", "value"), [("ninety-nine", 99), ("three hundred", 300), ("Twenty\nfive", 25), ("seven", 7)]
)
def test_number_words_have_a_value(words, value):
    assert words_value(words, grammar().values["numbers"]) == value


@pytest.mark.parametrize(
    ("text", "kind", "value", "unit"),
    [
        ("fares of 60 cents a ride", "money", 0.6, "USD"),
        ("fees of 40 sen a call", "money", 0.4, "MYR"),
        ("HK $3.5 million", "money", 3.5e6, "HKD"),
        ("90 Chinese yuan", "money", 90, "CNY"),
        ("$5 dollars", "money", 5, "USD"),
        ("a 12bn-rouble plant", "money", 12e9, "RUB"),
        ("half a billion euros", "money", 0.5e9, "EUR"),
        ("KZT 40 trln", "money", 40e12, "KZT"),
        ("3.5 million in US dollars", "money", 3.5e6, "USD"),
        ("Rs 20 lakh crore", "money", 20e12, "INR"),
        ("0.5 percentage points", "percent", 0.5, "%"),
        ("90m tons of coal", "quantity", 90e6, "tons"),
        ("800 kWh per month", "quantity", 800, "kWh per month"),
        ("grew 4-fold", "multiple", 4, "times"),
        ("a 12-year loan", "duration", 12, ""),
        ("set in 14 px type", "furniture", 14, ""),
        ("won three times a week", "bare", 3, ""),
    ],
)
def test_a_number_has_what_stands_beside_it(text, kind, value, unit):
    (found,) = atoms(text)
    assert (found.kind, found.value, found.unit) == (kind, value, unit)


@pytest.mark.parametrize(
    "text",
    [
        "on 12.05.2021",
        "call +7 727 250-11-22",
        "host 10.0.0.12",
        "see [12] and (3)",
        "at 7.45 pm",
        "the 21st round",
        "the 2023/24 season",
        "June 14-15",
        "on June 3, 2024",
        "a MiG-29",
        "No. 12",
        "ran the 5k",
    ],
)
def test_digits_that_are_no_amounts_are_passed_over(text):
    assert list(atoms(text)) == []


@given(st.integers(1, 999_999_999))
def test_thousands_marks_do_not_change_a_number(number):
    assert digits_value(f"{number:,}") == number


@given(st.integers(1, 9999), st.sampled_from(["thousand", "million", "billion", "trillion"]))
def test_a_scale_multiplies_without_rounding_noise(tenths, scale):
    (found,) = atoms(f"worth ${tenths / 10} {scale} now")
    assert found.value == round(tenths * grammar().values["scales"][scale] / 10)
