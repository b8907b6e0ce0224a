"""Which texts hold what other texts hold too."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from analysis.corpus.holders import Holders

TEXTS = st.lists(st.lists(st.integers(-5, 5), unique=True, max_size=8), max_size=12)


def held(texts: list[list[int]], most: int) -> Holders:
    """Return the holders of some keys, all texts put in."""
    holders = Holders(
        [np.array([key for text in texts for key in text if (key > 0) == part], np.int64) for part in (0, 1)], most
    )
    for at, text in enumerate(texts):
        holders.put(at, holders.places(np.array(text, np.int64))[0])
    return holders


@given(TEXTS, st.lists(st.integers(-7, 7), unique=True), st.integers(1, 12))
def test_the_first_texts_that_hold_a_key_are_remembered_and_all_are_counted(
    texts: list[list[int]], asked: list[int], most: int
) -> None:
    holders = held(texts, most)
    places, known = holders.places(np.array(asked, np.int64))
    expected = {key: [at for at, text in enumerate(texts) if key in text] for key in asked}
    shared = [key for key in asked if len(expected[key]) > 1]
    assert np.array(asked)[known].tolist() == shared
    assert holders.held(places).tolist() == [len(expected[key]) for key in shared]
    found, weights = holders.weights(places, np.ones(len(places)))
    counts = {at: sum(at in expected[key][:most] for key in shared) for at in range(len(texts))}
    assert dict(zip(found.tolist(), weights.tolist(), strict=True)) == {at: n for at, n in counts.items() if n}


def test_keys_of_one_text_alone_are_not_kept() -> None:
    assert held([[1, 2], [2, 3]], 5).keys.tolist() == [2]
    assert held([], 5).keys.tolist() == []
