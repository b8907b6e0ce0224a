"""How much of one text stands in another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.corpus.copies.alike import runs, share, text_words

WORDS = st.lists(st.sampled_from(["port", "tea", "dam", "road", "bank", "loan", "rain", "fish"]), max_size=30)


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("Kenya’s “Trade” rose", 'KENYA\'S "trade" rose'),
        ("Café in Nairobi", "Cafe\u0301 in Nairobi"),
        ("the ﬁnal report", "the final report"),
        ("full-time, part-time", "full time – part time"),
    ],
)
def test_words_are_the_same_whatever_their_capitals_quotes_and_encoding(text: str, same: str):
    assert text_words(text) == text_words(same)


@pytest.mark.parametrize(
    ("text", "other"), [("$5 million", "€5 million"), ("3.4 million", "34 million"), ("no", "not")]
)
def test_words_differ_where_the_sense_does(text: str, other: str):
    assert text_words(text) != text_words(other)


def test_characters_are_words_where_writing_has_no_spaces():
    assert text_words("貿易額 rose") == ["貿", "易", "額", "rose"]
    assert len(text_words("กรุงเทพ")) > 1


@pytest.mark.parametrize(
    ("text", "other", "expected"),
    [
        ("a b c d e f", "a b c d e f", 1.0),
        ("a b c d e f", "a b c x d e f", 1.0),
        ("a b c x d e f", "a b c d e f", 6 / 7),
        ("d e f a b c", "a b c d e f", 1.0),
        ("a b c a b c", "a b c", 1.0),
        ("a b", "a b", 0.0),
        ("", "a b c", 0.0),
    ],
)
def test_the_share_is_of_the_words_in_runs_of_three(text: str, other: str, expected: float):
    assert share(text.split(), frozenset(runs(other.split()))) == expected


@given(WORDS, WORDS)
def test_a_share_is_between_nothing_and_all(words: list[str], others: list[str]):
    assert 0 <= share(words, frozenset(runs(others))) <= 1
    assert share(words, frozenset(runs([*others, *words]))) == (1 if len(words) > 2 else 0)
