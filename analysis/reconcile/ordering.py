"""Records put in order or aside, however many there are: what does not fit into memory lies on disk."""

import heapq
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from typing import Any, Generic, TypeVar

from analysis.spool import Spool

T = TypeVar("T")
AT_ONCE = 20_000  # records that are sorted in memory
TOGETHER = 50  # records that are put on disk as one: they share their common words


def in_order(records: Iterable[T], key: Callable[[T], Any]) -> Iterator[T]:
    """Yield the records sorted by a key; equal ones stay as they came. All are taken before the first is yielded.

    >>> list(in_order(["37.1", "27", "31"], key=float))
    ['27', '31', '37.1']
    """
    given, kept, runs = iter(records), Spool[list[T]](), list[range]()
    while run := sorted(islice(given, AT_ONCE), key=key):
        if len(run) < AT_ONCE and not runs:
            yield from run
            return
        start = len(kept)
        kept.extend(batches(run))
        runs.append(range(start, len(kept)))
    yield from heapq.merge(*(chain.from_iterable(map(kept.__getitem__, run)) for run in runs), key=key)


def batches(records: Iterable[T]) -> Iterator[list[T]]:
    """Yield the records in lists of some."""
    given = iter(records)
    while batch := list(islice(given, TOGETHER)):
        yield batch


class Aside(Generic[T]):
    """Records put aside until they are wanted, in the order they came; all but the last few lie on disk.

    >>> seen = Aside()
    >>> seen.append("27 billion")
    >>> list(seen)
    ['27 billion']
    """

    def __init__(self) -> None:
        """Begin with none."""
        self._kept = Spool[list[T]]()
        self._last: list[T] = []

    def append(self, record: T) -> None:
        """Put a record aside."""
        self._last.append(record)
        if len(self._last) == AT_ONCE:
            self._kept.extend(batches(self._last))
            self._last = []

    def extend(self, records: Iterable[T]) -> None:
        """Put records aside."""
        for record in records:
            self.append(record)

    def __iter__(self) -> Iterator[T]:
        """Yield the records."""
        return chain(chain.from_iterable(self._kept), self._last)
