import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.scores import lower_end


@pytest.mark.parametrize(
    ("right", "of", "percent"),
    # The last two from the worked examples of Newcombe (1998), table I: 81 of 263 and 15 of 148.
    [(18, 18, 82.4), (3, 5, 23.1), (30, 50, 46.2), (0, 10, 0.0), (81, 263, 25.5), (15, 148, 6.2)],
)
def test_the_lower_end_is_that_of_wilson(right, of, percent):
    assert round(100 * lower_end(right, of), 1) == percent


@given(st.integers(1, 10_000).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_the_lower_end_lies_between_nothing_and_the_share(counts):
    right, of = counts
    assert 0 <= lower_end(right, of) <= right / of + 1e-12


@given(st.integers(1, 1000))
def test_more_of_the_same_allows_less_doubt(of):
    assert lower_end(of, of) < lower_end(of + 1, of + 1) < 1
