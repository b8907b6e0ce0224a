"""Which of many texts may have much in common, found by the rarest of their words and numbers. Pure.

Of each text no more is kept than a sketch: its rarest tokens, in one order for all texts, so that a copy and its
original keep the same ones. Rare tokens come first (S. Chaudhuri and others, "A primitive operator for similarity
joins in data cleaning", 2006), those about as rare in the order of a hash (A. Broder, "On the resemblance and
containment of documents", 1997).
"""

from collections.abc import Iterable, Iterator
from zlib import crc32

import numpy as np
import numpy.typing as npt

from analysis.corpus.holders import Holders, Places

Hashes = npt.NDArray[np.uint32]

# A copy of a fifth of its original's length has about six of these in common with it.
TOKENS = 32
# Tokens that are counted together where their hashes meet: seen as less rare than they are, in all texts alike.
_COUNTERS = 1 << 22
_CLASS = np.uint32(27)  # bits of a hash behind those that say how rare the token is: by powers of two
NONE = np.uint32(0xFFFFFFFF)  # fills the sketch of a text of few tokens
# Texts from one template share their tokens with thousands: two or four in a row tell them apart, as they are rarer.
ROWS = (1, 2, 4)
# Texts that are remembered for a row, the earliest. What is given up: where more texts than these share every row that
# a copy and its original have in common, an original that comes later than they is not found.
MOST_HOLDERS = 32
# Texts of which a text is looked at as a copy: those with most and rarest rows in common.
MOST_NEAR = 48


def tokens(words: Iterable[str], numbers: Iterable[int] = ()) -> Hashes:
    """Return hashes of the different words of a text and of the numbers it states, the same on every run.

    >>> len(tokens(["tea", "and", "more", "tea"], [27]))
    4
    """
    found = {crc32(word.encode("utf-8", "surrogatepass")) for word in words}
    return np.fromiter(found.union(numbers), np.uint32)


class Rarity:
    """In how many texts a token stands, as far as its hash tells."""

    def __init__(self) -> None:
        """Begin with no text."""
        self._texts = np.zeros(_COUNTERS, np.uint32)

    def add(self, found: Hashes) -> None:
        """Count the tokens of a text."""
        self._texts[np.unique(found % _COUNTERS)] += 1

    def sketch(self, found: Hashes) -> Hashes:
        """Return the rarest tokens of a text by their order, of those that another text has too.

        >>> rarity = Rarity()
        >>> for text in ("tea rose", "tea fell", "tea fell"):
        ...     rarity.add(tokens(text.split()))
        >>> [int((rarity.sketch(tokens(text.split())) != NONE).sum()) for text in ("tea rose", "tea fell")]
        [1, 2]
        """
        texts = self._texts[found % _COUNTERS]
        shared = texts > 1
        rareness = np.log2(texts[shared]).astype(np.uint32)
        ordered = np.sort(rareness << _CLASS | found[shared] >> np.uint32(32) - _CLASS)[:TOKENS]
        return np.concatenate([ordered, np.full(TOKENS - len(ordered), NONE)])


class Sketched:
    """Sketches of texts, a row each, and the texts put in so far by the rows of tokens that they share with others."""

    def __init__(self, sketches: npt.NDArray[np.uint32]) -> None:
        """Take the sketches of all texts, and put none in."""
        self._sketches = sketches
        self._holders = Holders(_rows(sketches), MOST_HOLDERS)

    def put(self, at: int) -> None:
        """Put a text in."""
        self._holders.put(at, self._places(at))

    def near(self, at: int) -> list[int]:
        """Return the texts put in that share most with a text, the likeliest first: a row counts the more the rarer."""
        places = self._places(at)
        found, shared = self._holders.weights(places, 1 / np.maximum(1, self._holders.held(places)))
        return [int(other) for other in found[np.argsort(-shared, kind="stable")[:MOST_NEAR]]]

    def _places(self, at: int) -> Places:
        return self._holders.places(np.unique(np.concatenate([*_rows(self._sketches[at : at + 1])])))[0]

    def shares(self, at: int, others: list[int]) -> npt.NDArray[np.float64]:
        """Return about what share of the rarer tokens of the smaller of two texts stands in the other, for each."""
        one, rest = self._sketches[at], self._sketches[others]
        common = (np.isin(rest, one) & (rest != NONE)).sum(axis=1)
        # Beyond the last token that a sketch has room for nothing is known of its text.
        here = ((one <= rest[:, -1:]) & (one != NONE)).sum(axis=1)
        there = ((rest <= one[-1]) & (rest != NONE)).sum(axis=1)
        found: npt.NDArray[np.float64] = common / np.maximum(1, np.minimum(here, there))
        return found


def _rows(sketches: npt.NDArray[np.uint32]) -> Iterator[Hashes]:
    """Yield hashes of the tokens of sketches, alone, of two in a row, and of four."""
    for length in ROWS:
        width = TOKENS - length + 1
        keys = np.full((len(sketches), width), length, np.uint32)
        for at in range(length):
            keys = (keys ^ sketches[:, at : at + width]) * np.uint32(0x9E3779B1)
            keys ^= keys >> np.uint32(15)
        yield keys[sketches[:, length - 1 :] != NONE]
