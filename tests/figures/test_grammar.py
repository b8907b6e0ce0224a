"""The patterns of numbers are built from the word lists, and pass over sentences without any."""

import pytest

from analysis.figures.grammar import CODES, grammar, keyed


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("Half of it", True),
        ("it doubled", True),
        ("worth millions", True),
        ("room 5", True),
        ("The talks went on.", False),
    ],
)
def test_a_sentence_without_digit_or_number_word_is_passed_over(text, may):
    assert grammar().may_have_amounts(text) is may


def test_every_code_is_read_before_and_behind_its_number():
    for code in CODES:
        assert grammar().number.search(f"{code} 5")["currency"] == code
        assert grammar().unit.match(f" {code}")["money"] == code


def test_every_unit_of_the_word_lists_is_read():
    for name in grammar().names["quantities"]:
        assert grammar().unit.match(f" {name}")["quantity"] == name


def test_phrases_are_looked_up_without_hyphens_and_capitals():
    assert keyed({"Two-Thirds": 66.7}) == {"two thirds": 66.7}
