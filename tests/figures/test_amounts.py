"""Each amount of a sentence is found once, with its value, its range and its unit; what is no amount is not."""

import pytest

from analysis.figures.amounts import amounts


def read(text):
    return [(a.kind, a.value, a.value_high, a.unit) for a in amounts(text)]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("between $3 and $4 billion", 3e9, 4e9, "USD"),
        ("priced at $62 to $68 a barrel", 62, 68, "USD"),
        ("some 2-3% of output", 2, 3, "%"),
        ("between 7,000 and 8,000 tonnes", 7000, 8000, "tonnes"),
        ("from a range of 10–12 million euros", 10e6, 12e6, "EUR"),
        ("$900 million to $1.2 billion", 9e8, 1.2e9, "USD"),
    ],
)
def test_a_range_is_one_amount(text, low, high, unit):
    ((_, value, value_high, its_unit),) = read(text)
    assert (value, value_high, its_unit) == (low, high, unit)


@pytest.mark.parametrize(
    ("text", "values", "unit"),
    [
        ("up from 40 to 60%", [40, 60], "%"),
        ("with $7 and $9 billion respectively", [7e9, 9e9], "USD"),
        ("5 or 6 percent", [5, 6], "%"),
        ("fell from $30 to $20 million", [30e6, 20e6], "USD"),
    ],
)
def test_two_numbers_may_share_a_unit_and_be_two_amounts(text, values, unit):
    assert read(text) == [(read(text)[0][0], value, None, unit) for value in values]


def test_a_sum_in_two_scales_is_one_amount():
    assert read("a budget of 1 trillion 350 billion tenge") == [("money", 1.35e12, None, "KZT")]


def test_a_sum_with_its_conversion_is_two_amounts():
    assert read("sold for $186.3m (£97m)") == [("money", 186.3e6, None, "USD"), ("money", 97e6, None, "GBP")]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("139 of its drivers went on strike", 139, "drivers"),
        ("employs 4,000", 4000, ""),
        ("Sixteen miners were rescued", 16, "miners"),
        ("some 2000 people came", 2000, "people"),
        ("opened 20 new regional service centres there", 20, "new regional service centres"),
        ("two dozen factories", 24, "factories"),
        ("one lakh farmers", 1e5, "farmers"),
    ],
)
def test_a_count_has_the_noun_that_it_counts(text, value, unit):
    assert read(text) == [("count", value, None, unit)]


def test_a_count_without_a_noun_takes_the_one_before():
    assert [unit for *_, unit in read("of 12,000 workers, 3,500 were hired")] == ["workers", "workers"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("output doubled", 2),
        ("by a factor of five", 5),
        ("by a factor of 2.5", 2.5),
        ("a threefold rise", 3),
        ("sales halved", 0.5),
    ],
)
def test_a_multiple_may_be_a_word(text, value):
    assert read(text) == [("multiple", value, None, "times")]


@pytest.mark.parametrize(
    ("text", "value"), [("two-thirds of the harvest", 66.7), ("a quarter of the population", 25), ("half of which", 50)]
)
def test_a_share_may_be_a_word(text, value):
    assert read(text) == [("percent", value, None, "%")]


@pytest.mark.parametrize(
    "text",
    [
        "in the first half of the year",
        "in the last quarter of 2022",
        "the factor of trust between both sides",
        "Resolution 566 of the council",
        "the Sakhalin 5 field",
        "Chapter 11 protection",
        "the two sides met",
        "for 30 years",
        "in 2021",
        "a 27-year-old driver",
        "the G7 and the B-52",
        "$58 a tonne".removeprefix("$58 "),
        "billions of dollars",
        "",
    ],
)
def test_years_names_durations_and_vague_magnitudes_are_no_amounts(text):
    assert read(text) == []


def test_a_denominator_is_no_amount_of_its_own():
    assert read("$58 per 1,000 cubic metres") == [("money", 58, None, "USD")]


def test_a_number_that_is_too_long_is_an_id():
    assert read("transfer 12345678901234567890 was stopped") == []
