"""Results that took a while: kept in a folder that may be deleted at any time, so that they are not worked out again.

An entry is known by all that its result is made of, this code and its packages included. So no entry is ever out of
date: where anything changes, another entry is looked for.
"""

import os
import shutil
import zlib
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from analysis.versions import code_digest, installed

if TYPE_CHECKING:
    from pydantic import TypeAdapter

T = TypeVar("T")
# Where the folder lies: a variable of the environment may name another one.
VARIABLE, DEFAULT = "SOURCED_REPORT_CACHE", Path(__file__).parents[1] / ".cache"
VERSION = 16  # characters of the name of a version's folder


def result(kind: type[T], made_of: Iterable[object], make: Callable[[], T]) -> T:
    """Return what `make` returns, from its entry if it was made of the same before, else made now, and kept.

    `kind` is what it is, a dataclass of records; `made_of` is all that it depends on, things with a telling `repr`.
    """
    place = entry(kind, made_of)
    found = stored(kind, place)
    if found is None:
        found = make()
        store(found, place)
    return found


def entry(kind: type, made_of: Iterable[object]) -> Path:
    """Return where a result is kept that is made of these things."""
    digest = sha256(repr([kind.__name__, *made_of]).encode("utf-8", "surrogatepass")).hexdigest()
    return version_folder() / digest[:2] / digest[2:]


def stored(kind: type[T], place: Path) -> T | None:
    """Return what an entry holds; None where there is none, or none that was written to its end."""
    if not place.is_file():  # a pipe or a device, put there by hand, would never end
        return None
    try:
        return adapter(kind).validate_json(zlib.decompress(place.read_bytes()))
    except (OSError, ValueError, zlib.error):
        return None


def store(found: object, place: Path) -> None:
    """Write an entry; where that cannot be done, it is made anew the next time."""
    if place.is_fifo() or place.is_char_device():
        return
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        # A checksum at its end tells an entry that was cut off. JSON, so that whoever writes here can run nothing.
        place.write_bytes(zlib.compress(adapter(type(found)).dump_json(found), 1))


_adapters: "dict[type, TypeAdapter[Any]]" = {}


def adapter(kind: type[T]) -> "TypeAdapter[T]":
    """Return what writes records of a kind as JSON and reads them again."""
    from pydantic import TypeAdapter  # only where there is something to keep

    if kind not in _adapters:
        _adapters[kind] = TypeAdapter(kind)
    return _adapters[kind]


@cache
def version_folder() -> Path:
    """Return the folder for what this code makes, and remove those of other versions: what they hold is of no use."""
    folder = Path(os.environ.get(VARIABLE) or DEFAULT) / "results"
    own = folder / sha256(repr([code_digest(), installed()]).encode()).hexdigest()[:VERSION]
    for other in folder.glob("[0-9a-f]" * VERSION):
        if other != own:
            shutil.rmtree(other, ignore_errors=True)
    return own
