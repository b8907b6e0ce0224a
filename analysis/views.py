"""Records that are made when they are asked for: of each record of a list, of several lists, by name."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, Generic, TypeVar, overload

S = TypeVar("S")
T = TypeVar("T")


class View(Iterable[T]):
    """Records that are equal to the tuple of the same ones, and are copied and pickled as that."""

    __hash__ = None  # type: ignore[assignment]

    def __eq__(self, other: object) -> bool:
        """Return whether the others are the same records in the same order."""
        return tuple(self) == tuple(other) if isinstance(other, View | tuple) else NotImplemented

    def __reduce__(self) -> tuple[Any, ...]:
        """Return how a copy is made."""
        return tuple, (tuple(self),)


class Each(View[T], Sequence[T], Generic[S, T]):
    """What a function makes of each record of a list, made when it is asked for.

    >>> Each(["Mombasa", "Tema"], lambda at, port: f"{at + 1}. {port}")[1]
    '2. Tema'
    """

    def __init__(self, records: Sequence[S], made: Callable[[int, S], T]) -> None:
        """Take the records, and what is made of a place and its record."""
        self._records, self._made = records, made

    def __len__(self) -> int:
        """Return how many records there are."""
        return len(self._records)

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> list[T]: ...
    def __getitem__(self, at: int | slice) -> T | list[T]:
        """Return what is made of the record at a place, or of those of a slice as a list."""
        places = range(len(self))[at]
        if isinstance(places, range):
            return [self._made(place, self._records[place]) for place in places]
        return self._made(places, self._records[places])

    def __iter__(self) -> Iterator[T]:
        """Yield what is made of the records."""
        return (self._made(at, record) for at, record in enumerate(self._records))


class Flat(View[T]):
    """The records of several lists, one after the other; they may be gone through as often as wanted.

    >>> figures = Flat([("37.1 billion", "27 billion"), (), ("31 billion",)])
    >>> list(figures) == list(figures) == ["37.1 billion", "27 billion", "31 billion"]
    True
    """

    def __init__(self, lists: Iterable[Iterable[T]]) -> None:
        """Take the lists."""
        self._lists = lists

    def __iter__(self) -> Iterator[T]:
        """Yield the records."""
        return chain.from_iterable(self._lists)


class ByName(Mapping[str, T], Generic[T]):
    """What a function makes of each of some names.

    >>> texts = ByName(["one", "two"], str.upper)
    >>> texts["two"], list(texts)
    ('TWO', ['one', 'two'])
    """

    def __init__(self, names: Collection[str], made: Callable[[str], T]) -> None:
        """Take the names, in a collection that is quick to look in, and what is made of one."""
        self._names, self._made = names, made

    def __getitem__(self, name: str) -> T:
        """Return what is made of a name; KeyError where it is none of these."""
        if name not in self._names:
            raise KeyError(name)
        return self._made(name)

    def __iter__(self) -> Iterator[str]:
        """Yield the names."""
        return iter(self._names)

    def __len__(self) -> int:
        """Return how many names there are."""
        return len(self._names)

    def __reduce__(self) -> tuple[Any, ...]:
        """Return how a copy is made: as a dict."""
        return dict, (dict(self),)
