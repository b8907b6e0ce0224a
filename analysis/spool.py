"""Lists that lie on disk, so that memory does not grow with the number of articles."""

import io
import os
import pickle
import tempfile
import weakref
import zlib
from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar, overload

from analysis.views import View

T = TypeVar("T")
_BUFFER = 1 << 20  # bytes written at once


class _Pickler(pickle.Pickler):
    """Writes our frozen records as calls with their fields in order, which are read again in a third of the time."""

    def reducer_override(self, record: Any) -> Any:
        """Return how a record is made again; of everything else, that it is as always."""
        names = getattr(type(record), "__dataclass_fields__", None)
        return NotImplemented if names is None else (type(record), tuple([getattr(record, name) for name in names]))


class Spool(View[T], Sequence[T]):
    """Records in a file of their own, in the order they were put in; nothing but their places is kept in memory.

    The file has no name and is readable by this process alone: it is gone with the process, whatever ends it.

    >>> figures = Spool(["37.1 billion", "27 billion"])
    >>> figures.append("31 billion")
    >>> len(figures), figures[-1], figures[:2]
    (3, '31 billion', ['37.1 billion', '27 billion'])
    """

    def __init__(self, records: Iterable[T] = ()) -> None:
        """Take the first records."""
        self._file = tempfile.TemporaryFile(buffering=_BUFFER)  # noqa: SIM115, open as long as the list is there
        weakref.finalize(self, self._file.close)
        self._ends = array("Q", [0])
        self.extend(records)

    def append(self, record: T) -> None:
        """Put a record behind the others."""
        # Pickled by this process for itself: nobody else can write to the file.
        pickled = io.BytesIO()
        _Pickler(pickled, pickle.HIGHEST_PROTOCOL).dump(record)
        stored = zlib.compress(pickled.getbuffer(), 1)
        self._file.write(stored)
        self._ends.append(self._ends[-1] + len(stored))

    def extend(self, records: Iterable[T]) -> None:
        """Put records behind the others."""
        for record in records:
            self.append(record)

    def __len__(self) -> int:
        """Return how many records there are."""
        return len(self._ends) - 1

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> list[T]: ...
    def __getitem__(self, at: int | slice) -> T | list[T]:
        """Return the record at a place, or those of a slice as a list."""
        places = range(len(self))[at]
        return [self._record(place) for place in places] if isinstance(places, range) else self._record(places)

    def __iter__(self) -> Iterator[T]:
        """Yield the records; several readers may be under way at once, and records may be added meanwhile."""
        place = 0
        while place < len(self):
            yield self._record(place)
            place += 1

    def _record(self, place: int) -> T:
        self._file.flush()
        start, end = self._ends[place], self._ends[place + 1]
        record: T = pickle.loads(zlib.decompress(os.pread(self._file.fileno(), end - start, start)))
        return record
