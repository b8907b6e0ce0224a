"""What the stories of a corpus are compared by: words, weekdays and numbers; of each no more than hashes is kept."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from zlib import crc32

import numpy as np

from analysis.corpus.copies.alike import runs, share, text_words
from analysis.corpus.copies.sketches import TOKENS, Hashes, Rarity, Sketched, tokens
from analysis.corpus.copies.stated import numbers_stated
from analysis.corpus.copies.turned import tells_another
from analysis.corpus.language import words
from analysis.corpus.metadata.weekdays import LONGEST_SHORT
from analysis.records import Article

# Shorter items are set phrases with other names in them: only equal ones are copies.
LEAST_WORDS = 30
# By their sketches, a quarter of the shorter text's tokens must be in the other: what is exact is asked later, and may
# be as much as the sketches err and as is put in other words above that.
LEAST_SHARED = 0.25
# Of the texts that may be a text's original, so many are read and compared word by word, the likeliest first.
MOST_COMPARED = 5
_KEPT = 64  # texts whose words are kept while they are compared


class Stories:
    """Stories by their numbers, from 0, in the order given."""

    def __init__(self, articles: Sequence[Article], places: Sequence[int]) -> None:
        """Take the articles of a corpus and the places of those to compare: they are gone over twice."""
        self._articles, self._places = articles, places
        self._numbers, self._ends = array("I"), array("Q", [0])
        self._weekdays, self._lengths = array("B"), array("I")
        self._body = lru_cache(_KEPT)(self._body_words)
        self._runs = lru_cache(_KEPT)(lambda at: frozenset(runs(self._body(at))))
        rarity = Rarity()
        for article in self._told():
            rarity.add(self._noted(article))
        sketches = np.empty((len(places), TOKENS), np.uint32)
        for at, article in enumerate(self._told()):
            sketches[at] = rarity.sketch(self._tokens(at, body_words(article)))
        self._sketched = Sketched(sketches)

    def _told(self) -> Iterator[Article]:
        """Yield the articles to compare."""
        return (self._articles[place] for place in self._places)

    def _noted(self, article: Article) -> Hashes:
        """Return the tokens of the next article, and keep what it is compared by."""
        told = body_words(article)
        self._numbers.extend(sorted(crc32(repr(number).encode()) for number in numbers_stated(article)))
        self._ends.append(len(self._numbers))
        self._weekdays.append(sum(1 << day for day in weekdays(told)))
        self._lengths.append(len(told))
        return self._tokens(len(self._lengths) - 1, told)

    def _tokens(self, at: int, told: Sequence[str]) -> Hashes:
        return tokens(told, self.numbers(at)) if len(told) >= LEAST_WORDS else tokens(())

    def _body_words(self, at: int) -> list[str]:
        return body_words(self._articles[self._places[at]])

    def numbers(self, at: int) -> "array[int]":
        """Return hashes of the numbers that a story states."""
        return self._numbers[self._ends[at] : self._ends[at + 1]]

    def fullness(self, at: int) -> tuple[int, int]:
        """Return how many numbers and words a story has."""
        return len(self.numbers(at)), self._lengths[at]

    def keep(self, at: int) -> None:
        """Take a story as an original that others may be near to."""
        self._sketched.put(at)

    def likely(self, at: int) -> list[int]:
        """Return the originals that a story may be a copy of, the likeliest first: it adds no number to theirs."""
        near = self._sketched.near(at)
        shares = self._sketched.shares(at, near) if near else ()
        stated = set(self.numbers(at))
        likely = (other for other, shared in zip(near, shares, strict=True) if shared >= LEAST_SHARED)
        fitting = (one for one in likely if stated.issubset(self.numbers(one)) and not self._is_of_other_day(at, one))
        return [other for other, _ in zip(fitting, range(MOST_COMPARED), strict=False)]

    def _is_of_other_day(self, copy: int, original: int) -> bool:
        """Return whether the one names a weekday that the other does not, and the other way round: daily reports."""
        one, other = self._weekdays[copy], self._weekdays[original]
        return bool(one & ~other and other & ~one)

    def share(self, copy: int, original: int, least: float) -> float:
        """Return the share of a story's words that another has, 0 where it is too little or another matter is told."""
        found = share(self._body(copy), self._runs(original))
        if found < least:
            return 0.0
        one, other = (self._articles[self._places[at]] for at in (copy, original))
        return 0.0 if tells_another(one, other) else found


def weekdays(told: Iterable[str]) -> frozenset[int]:
    """Return the weekdays that a text names, in full.

    >>> sorted(weekdays(["on", "monday", "the", "sun"]))
    [1]
    """
    days = words().weekdays
    return frozenset(days[word] for word in told if word in days and len(word) > LONGEST_SHORT)


def body_words(article: Article) -> list[str]:
    """Return the words of an article without its headings, which each outlet writes anew."""
    return text_words(" ".join(sentence.text for sentence in article.sentences if not sentence.heading))
