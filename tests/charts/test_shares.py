import pytest

from analysis.charts.shares import part, percent, rate, share


@pytest.mark.parametrize(
    ("n", "words"), [(5, "3 of 5"), (49, "3 of 49"), (50, "3 of 50 (6 %)"), (5000, "3 of 5,000 (< 1 %)")]
)
def test_percent_is_printed_from_fifty_stories_on(n: int, words: str) -> None:
    assert share(3, n) == words
    assert part(3, n) == words.replace(f" of {n:,}", "")


@pytest.mark.parametrize(
    ("k", "n", "words"), [(0, 60, "0 %"), (1, 5000, "< 1 %"), (4999, 5000, "> 99 %"), (60, 60, "100 %")]
)
def test_some_are_never_none_and_not_all_are_never_all(k: int, n: int, words: str) -> None:
    assert percent(k, n) == words


@pytest.mark.parametrize(
    ("sentences", "words", "expected"), [(9, 10_000, ""), (10, 9_999, ""), (10, 10_000, "1.0"), (123, 10_000, "12")]
)
def test_a_rate_needs_ten_sentences_and_ten_thousand_words(sentences: int, words: int, expected: str) -> None:
    assert rate(sentences, words) == expected
