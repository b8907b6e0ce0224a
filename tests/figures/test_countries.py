"""Countries are known by their names, their people and their capitals."""

import pytest

from analysis.figures.countries import country_words, is_country


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Kenya", True),
        ("the U.S.", True),
        ("Oslo", True),
        ("Chilean", True),
        ("Kenya Airways", False),
        ("Nordic", False),
    ],
)
def test_a_country_is_told_from_other_names(name, known):
    assert is_country(name, "en") is known


def test_a_language_without_words_has_none():
    assert country_words("xx") == {}
