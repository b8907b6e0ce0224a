"""How far a long run has come: a bar a stage on the terminal, with how many articles a second. None elsewhere."""

import sys
from collections.abc import Iterable, Sized
from typing import TypeVar

T = TypeVar("T")


def progress(items: Iterable[T], stage: str, unit: str = "articles") -> Iterable[T]:
    """Return the items, which move on a bar as they are taken; where nobody watches a terminal, as they are.

    >>> list(progress(["tea", "copper"], "reading"))
    ['tea', 'copper']
    """
    if not sys.stderr.isatty():
        return items
    from tqdm import tqdm  # only here, since nothing is to be loaded where nobody watches

    total = len(items) if isinstance(items, Sized) else None
    return tqdm(items, desc=f"{stage:<12}", unit=f" {unit}", total=total, leave=False, dynamic_ncols=True)
