"""The patterns of numbers are built from the word lists, and pass over sentences without any."""

import pytest

from analysis.figures.currencies import CODES, currencies
from analysis.figures.grammar import grammar, keyed


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


def test_every_code_is_read_behind_its_number():
    for code in currencies().codes:
        if code.upper() in CODES:
            assert grammar().unit.match(f" {code}")["money"] == code


def test_every_unit_of_the_word_lists_is_read():
    for name in grammar().quantities:
        assert grammar().unit.match(f" {name}")["quantity"] == name


@pytest.mark.parametrize(
    ("number", "scale"),
    [("1.5", " bn"), ("2½", " million"), ("1.350.000", ""), ("12,34,567.89", ""), ("half a", " million")]
    + [("two hundred and fifty", ""), ("twenty-five", " thousand"), ("a", " billion"), ("1 250 000", "")],
)
def test_a_number_is_found_with_its_scale(number, scale):
    found = [match for pattern in grammar().numbers for match in pattern.finditer(f"some {number}{scale} more")]
    assert (found[0]["number"], found[0]["scale"] or "") == (number, scale.strip())


def test_phrases_are_looked_up_without_hyphens_and_capitals():
    assert keyed({"Two-Thirds": 66.7}) == {"two thirds": 66.7}
