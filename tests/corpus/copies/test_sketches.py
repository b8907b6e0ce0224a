"""Which texts are brought together to be compared, among many that have much in common."""

import random
from collections.abc import Sequence

import numpy as np
import pytest

from analysis.corpus.copies.sketches import MOST_NEAR, Rarity, Sketched, tokens
from analysis.corpus.copies.stories import LEAST_SHARED


def likely(texts: Sequence[Sequence[str]], asked: Sequence[Sequence[str]]) -> list[list[int]]:
    """Return for each text asked for those that share a quarter of its rarer words, the likeliest first."""
    together = [*texts, *asked]
    rarity = Rarity()
    for text in together:
        rarity.add(tokens(text))
    sketched = Sketched(np.array([rarity.sketch(tokens(text)) for text in together]))
    for at in range(len(texts)):
        sketched.put(at)
    return [_likely(at, sketched) for at in range(len(texts), len(together))]


def _likely(at: int, sketched: Sketched) -> list[int]:
    near = sketched.near(at)
    shares = sketched.shares(at, near) if near else ()
    return [other for other, share in zip(near, shares, strict=True) if share >= LEAST_SHARED]


def random_text(seed: int, length: int = 400) -> list[str]:
    return [f"w{number}" for number in random.Random(seed).choices(range(5000), k=length)]


def test_texts_with_much_in_common_are_brought_together_and_hardly_any_others():
    texts = [random_text(seed) for seed in range(50)]
    fifth, half, added = texts[3][:80], texts[4][200:], [*texts[5], *random_text(99)]
    others = [random_text(seed) for seed in range(100, 150)]
    found = likely(texts, [fifth, half, added, [], *others])
    assert [near[:1] for near in found[:4]] == [[3], [4], [5], []]
    assert sum(map(len, found)) < 10


def test_texts_without_words_in_common_are_not_brought_together():
    one, *others = ([f"{letter}{at}" for at in range(100)] for letter in "abcdef")
    assert likely(others, [one, *others]) == [[], [0], [1], [2], [3], [4]]


TEMPLATE = [f"said{number}" for number in range(150)]


def filled(chance: random.Random, names: int = 100, slots: int = 4) -> list[str]:
    """Return a text of one template: the same words, with names of its own in some places."""
    return [*TEMPLATE, *(f"name{slot}-{chance.randrange(names)}" for slot in range(slots))]


@pytest.mark.parametrize("edited", [0, 15])
def test_a_copy_is_found_first_among_thousands_of_texts_from_its_template(edited: int):
    chance = random.Random(1)
    texts = [filled(chance) for _ in range(3000)]
    originals = range(0, 3000, 100)
    copies = [[*chance.sample(TEMPLATE, 150 - edited), *texts[at][150:]] for at in originals]
    assert [near[0] for near in likely(texts, copies)] == list(originals)


def test_copies_are_found_among_texts_that_are_put_together_of_the_same_sentences():
    chance = random.Random(2)
    sentences = [[f"{number}-{word}" for word in range(12)] for number in range(200)]
    texts = [[word for sentence in chance.sample(sentences, 25) for word in sentence] for _ in range(3000)]
    shortened = [texts[at][: 12 * 20] for at in range(0, 3000, 100)]
    assert [near[0] for near in likely(texts, shortened)] == list(range(0, 3000, 100))


def test_what_a_text_is_compared_with_does_not_grow_with_the_texts_that_are_alike():
    chance = random.Random(3)
    texts = [filled(chance, names=3) for _ in range(1000)]
    assert max(map(len, likely(texts, texts[:50]))) <= MOST_NEAR


def test_near_texts_are_the_same_on_every_run():
    texts = [random_text(seed // 3, 100) + random_text(seed, 60) for seed in range(60)]
    assert likely(texts[:30], texts[30:]) == likely(texts[:30], texts[30:])
