"""A name of money that several countries use is the money of the country that is spoken of."""

import pytest


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Uganda will borrow 5 million shillings.", "UGX"),
        ("The fund of Tanzania lent Uganda 5 million shillings.", "TZS"),
        ("Somebody borrowed 5 million shillings.", "KES"),
        ("Kenya lent Uganda 5 million shillings.", "KES"),
        ("Uganda will borrow 5 million Kenyan shillings.", "KES"),
        ("Uganda will borrow KES 5 million.", "KES"),
        ("Pakistan spent 300 million rupees.", "PKR"),
        ("Pakistan spent 300 million Sri Lankan rupees.", "LKR"),
        ("Chile spent 40 to 50 million pesos.", "CLP"),
        ("Senegal raised 2 billion francs.", "XOF"),
        ("Egypt raised 2 billion pounds.", "EGP"),
        ("Britain lent Egypt 2 billion pounds.", "GBP"),
        ("Canada paid 5 million dollars.", "USD"),
        ("Canada paid $5 million.", "USD"),
        ("Denmark paid 5 million kroner.", "DKK"),
        ("Uganda counted 5 million people.", "people"),
    ],
)
def test_money_is_that_of_the_first_country_that_calls_its_so(figures_of, text, unit):
    assert [figure.unit for figure in figures_of(text)] == [unit]


def test_money_is_that_of_the_country_that_the_article_is_about(figures_of):
    text = "Uganda has a new budget. Kampala presented it in June. It sets aside 5 million shillings for roads."
    assert [figure.unit for figure in figures_of(text)] == ["UGX"]
