"""What stands beside a number says whether it is money, a share, a measurement, or no amount at all."""

import pytest

from analysis.figures.atoms import atoms


def read(text):
    return [(a.kind, a.value, a.unit) for a in atoms(text)]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("tickets at 10 € each", 10, "EUR"),
        ("a fare of 120₽", 120, "RUB"),
        ("cost NZD$15", 15, "NZD"),
        ("cost HK $216,925", 216925, "HKD"),
        ("Rs.500 crore", 5e9, "INR"),
        ("RM97m of bonds", 97e6, "MYR"),
        ("90,000 Hong Kong dollars", 90000, "HKD"),
        ("40 Mexican pesos", 40, "MXN"),
        ("3 million Norwegian crowns", 3e6, "NOK"),
        ("5 million won", 5e6, "KRW"),
        ("R2.5bn of loans", 2.5e9, "ZAR"),
        ("pay of PS2.7m", 2.7e6, "GBP"),
        ("a gap of $-50.8bn", 50.8e9, "USD"),
        ("a gap of -$50.8bn", 50.8e9, "USD"),
        ("sales of 30 MEUR", 30e6, "EUR"),
        ("75 USD million", 75e6, "USD"),
        ("shares at 118.5p", 1.185, "GBP"),
        ("40 US cents", 0.4, "USD"),
        ("70 paise", 0.7, "INR"),
        ("a gift of 20 pounds", 20, "GBP"),
        ("a 20-pound note", 20, "GBP"),
        ("tickets for 150 kn", 150, "HRK"),
        ("TRY 5 billion", 5e9, "TRY"),
        ("12,34,567.89 rupees", 1234567.89, "INR"),
        ("1.350,75 euros", 1350.75, "EUR"),
        ("2 thousand tenge", 2000, "KZT"),
    ],
)
def test_money_is_read_however_it_is_written(text, value, unit):
    assert read(text) == [("money", value, unit)]


@pytest.mark.parametrize(
    ("text", "kind", "unit"),
    [
        ("a 200-pound man", "quantity", "pounds"),
        ("he weighed 190 pounds", "quantity", "pounds"),
        ("5 pounds of flour", "quantity", "pounds"),
        ("winds of 30 kn", "quantity", "knots"),
        ("275 pound-feet of torque", "quantity", "pound-feet"),
        ("the three won by Labour", "bare", ""),
        ("to try 5 times", "multiple", "times"),
        ("the five crowns", "bare", ""),
        ("Of the 12 lei", "bare", ""),
        ("60 basis points", "quantity", "basis points"),
        ("5 min read", "duration", ""),
    ],
)
def test_a_word_that_is_money_elsewhere_may_be_none(text, kind, unit):
    assert [(found[0], found[2]) for found in read(text)] == [(kind, unit)]


@pytest.mark.parametrize("text", ["N95 masks", "the P5 and the R22", "PS5 games", "an A4 page", "covid19 tests"])
def test_digits_within_a_name_are_no_number(text):
    assert read(text) == []


def test_a_code_between_two_numbers_is_the_second_ones():
    assert read("In 2015 USD 30 billion") == [("bare", 2015, ""), ("money", 30e9, "USD")]


@pytest.mark.parametrize(
    ("text", "value"),
    [("16 per cent", 16), ("2½%", 2.5), ("7 3/4 percent", 7.75), ("3·5%", 3.5), ("twenty percent", 20), ("5 pct", 5)],
)
def test_a_percentage_is_read_however_it_is_written(text, value):
    assert read(text) == [("percent", value, "%")]
