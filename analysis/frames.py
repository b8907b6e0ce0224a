"""The tables of a corpus, each made when it is asked for, or given out in parts that fit into memory."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

import pandas as pd

Parts = Callable[[], Iterable[pd.DataFrame]]


class Frames(Mapping[str, pd.DataFrame]):
    """Tables by name: `frames["figures"]` is the whole table, which is then kept, `frames.parts("figures")` its parts.

    >>> frames = Frames({"ports": lambda: [pd.DataFrame({"port": ["Tema"]}), pd.DataFrame({"port": ["Mombasa"]})]})
    >>> [len(part) for part in frames.parts("ports")], list(frames["ports"]["port"])
    ([1, 1], ['Tema', 'Mombasa'])
    """

    def __init__(self, parts: Mapping[str, Parts], whole: Callable[[str], pd.DataFrame] | None = None) -> None:
        """Take what makes the parts of each table, one at least, with the same columns; it may be asked again.

        `whole` makes a whole table, where that is better done otherwise than by joining its parts.
        """
        self._parts = dict(parts)
        self._joined = whole or self._of_parts
        self._whole: dict[str, pd.DataFrame] = {}

    def __getitem__(self, name: str) -> pd.DataFrame:
        """Return a whole table."""
        if name not in self._whole:
            if name not in self._parts:
                raise KeyError(name)
            self._whole[name] = self._joined(name)
        return self._whole[name]

    def _of_parts(self, name: str) -> pd.DataFrame:
        first, *others = self._parts[name]()
        return pd.concat([first, *others], ignore_index=True) if others else first

    def __iter__(self) -> Iterator[str]:
        """Yield the names of the tables."""
        return iter(self._parts)

    def __len__(self) -> int:
        """Return how many tables there are."""
        return len(self._parts)

    def parts(self, name: str) -> Iterable[pd.DataFrame]:
        """Return the parts of a table in its order; the whole table, where that has been made already."""
        return [self._whole[name]] if name in self._whole else self._parts[name]()

    def __reduce__(self) -> tuple[Any, ...]:
        """Return how a copy is made: as a dict of whole tables."""
        return dict, (dict(self),)


def copied(frames: Mapping[str, pd.DataFrame], **others: pd.DataFrame) -> Frames:
    """Return the same tables, with others in place of some; what is done to these is not done to the given ones."""

    def whole(name: str) -> pd.DataFrame:
        return others[name] if name in others else frames[name].copy(deep=False)  # its columns are shared until written

    def parts(name: str) -> Iterable[pd.DataFrame]:
        return [others[name]] if name in others else (part.copy(deep=False) for part in parts_of(frames, name))

    return Frames({name: partial(parts, name) for name in frames}, whole)


def narrow(frames: Mapping[str, pd.DataFrame], name: str, columns: Sequence[str]) -> pd.DataFrame:
    """Return some columns of a table, without the others ever being whole in memory."""
    return pd.concat([part[list(columns)] for part in parts_of(frames, name)], ignore_index=True)


def parts_of(frames: Mapping[str, pd.DataFrame], name: str) -> Iterable[pd.DataFrame]:
    """Return the parts of a table, which for tables that are there already is the table."""
    return frames.parts(name) if isinstance(frames, Frames) else [frames[name]]
