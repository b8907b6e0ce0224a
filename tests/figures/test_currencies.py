"""Money is told by symbols and codes before and behind a number, and by names with or without their country."""

import pytest

from analysis.figures.amounts import amounts
from analysis.figures.currencies import CODES, currencies


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("us$", "USD"),
        ("us $", "USD"),
        ("hk$", "HKD"),
        ("nzd$", "NZD"),
        ("rs.", "INR"),
        ("new taiwan dollars", "TWD"),
        ("argentine pesos", "ARS"),
        ("kuwaiti dinars", "KWD"),
        ("swedish kronor", "SEK"),
        ("somoni", "TJS"),
        ("tajik somoni", "TJS"),
        ("uzbek soums", "UZS"),
        ("belarusian roubles", "BYN"),
        ("thai baht", "THB"),
        ("ugandan shillings", "UGX"),
        ("macedonian dinars", "MKD"),
        ("ringgit", "MYR"),
    ],
)
def test_a_name_has_its_code(name, code):
    assert currencies().codes[name] == code


def test_every_code_of_the_word_lists_is_one_that_is_known():
    found = {*currencies().codes.values(), *currencies().hundredths.values()}
    assert found - {*CODES} == {"ALL"} - {*CODES} | found & {
        "CYP",
        "DDM",
        "EEK",
        "LTL",
        "LUF",
        "LVL",
        "MTL",
        "SIT",
        "SKK",
        "YUM",
    }


@pytest.mark.parametrize(
    ("lead", "name"),
    [("worth US$", "us$"), ("about $ ", "$"), ("a fee of Rs.", "rs."), ("minus $-", "$"), ("the company's $", "$")],
)
def test_a_currency_stands_right_before_its_number(lead, name):
    assert currencies().before.search(lead.lower())["name"] == name


@pytest.mark.parametrize("lead", ["bus ", "$ and ", "programs", "cards "])
def test_other_words_before_a_number_are_no_currency(lead):
    assert currencies().before.search(lead) is None


def test_no_name_of_money_begins_or_ends_with_white_space():
    money = currencies()
    assert [name for name in (*money.codes, *money.hundredths) if name != name.strip()] == []


@pytest.mark.parametrize("text", ["It rose to $5 ro", "It rose to 5 ro", "It rose to 5 ros a day"])
def test_the_end_of_a_name_is_no_money(text):
    """The text may be cut off anywhere: "ro" is the beginning of Romania too."""
    assert "EUR" not in {amount.unit for amount in amounts(text, "en")}
