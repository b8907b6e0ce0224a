"""Words are looked up and matched in small letters, the longest phrase first."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.figures.lexicon import key, one_of, small, word_of, words


@pytest.mark.parametrize(
    ("phrases", "text", "found"),
    [
        (["more", "more than"], "more\nthan ten", ["more\nthan"]),
        (["US$", "U.S. $"], "u.s. $5 and us$6", ["u.s. $", "us$"]),
        (["per cent", "percent"], "per-cent, percent", ["per-cent", "percent"]),
    ],
)
def test_the_longest_phrase_is_found_with_any_space_in_it(phrases, text, found):
    assert re.findall(one_of(phrases), text) == found


@pytest.mark.parametrize(("text", "found"), [("up", ["up"]), ("group, up", ["up"]), ("cup", []), ("\nup", ["up"])])
def test_a_word_is_found_only_where_one_begins(text, found):
    assert re.findall(word_of(["up"]), text) == found


@given(st.text())
def test_small_letters_stand_where_the_letters_stood(text):
    assert len(small(text)) == len(text)


@given(st.lists(st.sampled_from(["at", "at least", "about", "up to", "nearly"]), min_size=1), st.text(max_size=20))
def test_a_grouped_pattern_finds_what_a_plain_one_finds(phrases, text):
    plain = "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))
    text = f"{text} at least {text}"
    assert re.findall(one_of(phrases), text) == re.findall(plain, text)


def test_a_key_has_one_space_between_its_words():
    assert key(" Two-thirds\n of ") == "two thirds of"


def test_a_language_without_lists_has_the_english_ones():
    assert words("xx") == words("en")


def test_every_list_holds_text():
    """YAML reads a bare `on` or `no` as true or false: such words are quoted."""

    def leaves(value):
        if isinstance(value, dict):
            return [leaf for pair in value.items() for item in pair for leaf in leaves(item)]
        return [leaf for item in value for leaf in leaves(item)] if isinstance(value, list) else [value]

    assert not [leaf for leaf in leaves(words("en")) if isinstance(leaf, bool)]
