"""Copies among many texts of one template: they are found, and few texts are read to find them."""

import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import overload

import pytest

from analysis.corpus.copies.groups import copies_of
from analysis.corpus.copies.stories import MOST_COMPARED
from analysis.corpus.story.sentences import sentences
from analysis.records import Article

SALE = """Most of the tea at the sale in {town} went to {buyer}, brokers said, and {second} took the dust that was left.

The farms on the slopes near {town} are plucking again, since the rains have come in time for the second crop.

For the growers' union {who} asked the packers for a better price, as at most of the sales of this season.
"""
COUNTED = "\n\nIn all {chests} chests were sold at {cents} cents, and {left} went back to the stores.\n"


def names(letter: str) -> list[str]:
    """Return names that nobody has, all of the same beginning."""
    return [f"{letter}{one}{other}ando" for one in "aeiou" for other in ("l", "m", "n", "r", "s", "t", "v", "z")]


def sale(chance: random.Random, form: str) -> str:
    """Return the report of a sale with names and numbers of its own."""
    buyer, second, town, who = (chance.choice(names(letter)) for letter in "BSTW")
    chests, cents, left = chance.randrange(2000, 9000), chance.randrange(100, 400), chance.randrange(20, 900)
    return form.format(buyer=buyer, second=second, town=town, who=who, chests=chests, cents=cents, left=left)


def edited(text: str) -> str:
    """Return a text as another desk prints it."""
    return text.replace("brokers said", "according to brokers").replace("asked the packers for", "wants")


def article(number: int, text: str) -> Article:
    day = date(2020, 1, 1) + timedelta(number)
    return Article(f"{number:05}", f"{number:05}.txt", "", text, sentences(text, ()), published=day)


class Read(Sequence[Article]):
    """Articles, and how often one was asked for."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.articles = [article(number, text) for number, text in enumerate(texts)]
        self.times = 0

    def __len__(self) -> int:
        return len(self.articles)

    @overload
    def __getitem__(self, at: int) -> Article: ...
    @overload
    def __getitem__(self, at: slice) -> list[Article]: ...
    def __getitem__(self, at: int | slice) -> Article | list[Article]:
        self.times += 1
        return self.articles[at]

    def __iter__(self) -> Iterator[Article]:
        return (self[at] for at in range(len(self)))


@pytest.mark.parametrize("form", [SALE, SALE + COUNTED], ids=["names", "names and numbers"])
def test_copies_are_found_among_many_texts_of_one_template(form: str) -> None:
    chance = random.Random(5)
    told = [sale(chance, form) for _ in range(1000)]
    copied = range(100, 1000, 100)
    found = copies_of(Read([*told, *(edited(told[at]) for at in copied)]))
    assert [one.duplicate_of for one in found[1000:]] == [f"{at:05}" for at in copied]
    assert not any(one.duplicate_of for one in found[:1000])


def test_texts_that_are_alike_are_read_as_often_however_many_they_are() -> None:
    chance = random.Random(6)
    read = Read([sale(chance, SALE) for _ in range(600)])
    copies_of(read)
    assert read.times <= (3 + 1 + 3 * MOST_COMPARED) * len(read)


def test_thousands_of_equal_texts_are_one_group() -> None:
    text = sale(random.Random(7), SALE)
    read = Read([text] * 2000)
    assert {one.duplicate_of for one in copies_of(read)[1:]} == {"00000"}
    assert read.times == 2000
