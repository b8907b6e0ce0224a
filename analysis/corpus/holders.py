"""Which texts hold what other texts hold too: in arrays, so that millions of lines and words cost a few bytes each."""

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

Places = npt.NDArray[np.intp]


class Holders:
    """The first texts that hold each key, of keys that more than one text holds."""

    def __init__(self, parts: Iterable[npt.NDArray[np.integer]], most: int) -> None:
        """Take the keys of all texts, each as often as texts hold it, and how many texts to remember for one.

        They may come in parts that have no key in common: one after the other, they take less memory.
        """
        found = [np.unique(_repeated(part), return_counts=True) for part in parts]
        keys, more = (np.concatenate(column) for column in zip(*found, strict=True))
        order = np.argsort(keys)
        self.keys, more = keys[order], more[order]
        room = np.minimum(more + 1, most).astype(np.uint32)
        self._most = most
        self._starts = np.cumsum(room, dtype=np.uint32) - room
        self._texts = np.zeros(int(room.sum()), np.uint32)
        self._held = np.zeros(len(room), np.uint32)

    def places(self, keys: npt.NDArray[np.integer]) -> tuple[Places, npt.NDArray[np.bool_]]:
        """Return the places of those keys that more than one text holds, and which of the keys those are."""
        places = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        known = self.keys[places] == keys if len(self.keys) else np.zeros(len(keys), np.bool_)
        return places[known], known

    def put(self, text: int, places: Places) -> None:
        """Put a text in that holds the keys at the places, each of them once."""
        held = self._held[places]
        room = held < self._most
        self._texts[self._starts[places[room]] + held[room]] = text
        self._held[places] += 1

    def held(self, places: Places) -> npt.NDArray[np.uint32]:
        """Return how many texts put in hold each key, those not remembered too."""
        return self._held[places]

    def weights(
        self, places: Places, of: npt.NDArray[np.number]
    ) -> tuple[npt.NDArray[np.uint32], npt.NDArray[np.float64]]:
        """Return the texts remembered for any of the keys, in order, and how much the keys that each holds weigh."""
        counts = np.minimum(self._held[places], self._most)
        starts = self._starts[places]
        texts = [self._texts[start : start + count] for start, count in zip(starts, counts, strict=True)]
        if not texts:
            return np.zeros(0, np.uint32), np.zeros(0)
        found, numbers = np.unique(np.concatenate(texts), return_inverse=True)
        return found, np.bincount(numbers, np.repeat(of, counts)).astype(np.float64)


def _repeated(keys: npt.NDArray[np.integer]) -> npt.NDArray[np.integer]:
    """Return the keys that are there more than once, once less often."""
    ordered = np.sort(keys)
    again: npt.NDArray[np.integer] = ordered[1:][ordered[1:] == ordered[:-1]]
    return again
