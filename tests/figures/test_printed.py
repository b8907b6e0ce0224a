"""A figure is printed in the precision of its source."""

import pytest

from analysis.figures.amount import Amount
from analysis.figures.printed import decimals, number, printed


def shown(kind, value, unit, quote, *, high=None, qualifier="exact", change=""):
    return printed(Amount(0, 1, kind, value, high, unit), quote=quote, qualifier=qualifier, change=change)


@pytest.mark.parametrize(
    ("kind", "value", "unit", "quote", "more", "text"),
    [
        ("money", 45e9, "USD", "exceeded $45 billion", {"qualifier": "more_than"}, "> $45 bn"),
        ("money", 16.1e9, "UZS", "16,1 bln. soums", {}, "UZS 16.1 bn"),
        ("money", 25e6, "USD", "$25-30 million", {"high": 30e6}, "$25 m–30 m"),
        ("money", 58, "USD", "$58", {}, "$58"),
        ("percent", 3, "%", "fell by 3%", {"change": "decrease"}, "−3 %"),
        ("percent", 10, "%", "fell by more than 10%", {"change": "decrease", "qualifier": "more_than"}, "< −10 %"),
        ("count", 160000, "citizens", "160,000", {}, "160,000 citizens"),
        ("count", 15300, "", "15.300", {}, "15,300"),
        ("multiple", 2, "times", "doubled", {"change": "multiple"}, "doubled"),
        ("money", 0.21e9, "USD", "0,21 billions dollars", {}, "$210 m"),
        ("quantity", 71_800, "tons", "71,8 thousand tons", {}, "71,800 tons"),
        ("money", 1.25e6, "USD", "$1.25 million", {}, "$1.25 m"),
        ("percent", 0, "%", "0.0%", {}, "0 %"),
        ("quantity", 0.5, "MW", "half a megawatt", {}, "0.5 MW"),
    ],
)
def test_a_figure_is_printed_as_its_source_has_it(kind, value, unit, quote, more, text):
    assert shown(kind, value, unit, quote, **more) == text


@pytest.mark.parametrize(
    ("qualifier", "mark"),
    [("about", "≈ "), ("nearly", "nearly "), ("at_least", "≥ "), ("less_than", "< "), ("up_to", "up to ")],
)
def test_each_qualifier_has_its_mark(qualifier, mark):
    assert shown("money", 5e9, "USD", "$5 billion", qualifier=qualifier) == f"{mark}$5 bn"


@pytest.mark.parametrize(("quote", "places"), [("$37.10", 2), ("1,350", 0), ("16,1", 1), ("doubled", 0)])
def test_decimals_are_those_of_the_quote(quote, places):
    assert decimals(quote) == places


def test_a_value_that_the_quote_does_not_show_is_not_rounded_away():
    assert number(1.35e12, "1 trillion 350 billion") == "1.35 trn"
