"""One file in, its articles out. Reads the disk."""

import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO

from analysis.corpus import formats
from analysis.corpus.formats import kinds
from analysis.corpus.formats.made import Part, UnreadableError
from analysis.corpus.formats.unpacking import too_large
from analysis.limits import MB, Limits
from analysis.records import Rejected

_CHANGED = "changed while it was read; build again when nothing writes to it any more"


def file_parts(path: Path, source: str, limits: Limits) -> Iterator[Part]:
    """Yield the articles of a file, and what is wrong with it; where there is anything wrong nothing is raised."""
    try:
        with opened(path) as file:
            yield from _parts(file, source, limits)
    except UnreadableError as fault:
        yield Rejected(source, fault.reason, fault.detail)
    except FileNotFoundError:
        yield Rejected(source, "missing", "the file vanished, or is a link to nothing")
    except OSError as error:
        yield Rejected(source, "unreadable", f"the file cannot be read: {error.strerror}")


def kind(path: Path, source: str) -> str:
    """Return the name of the module that reads a file; plain, which loads nothing, for what cannot be opened."""
    try:
        with opened(path) as file:
            return formats.reader(file, source)[0]
    except (OSError, UnreadableError):
        return kinds.PLAIN


def checksum(path: Path) -> str:
    """Return the SHA-256 of a file's bytes. Raises OSError, and UnreadableError where it is none."""
    with opened(path) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def opened(path: Path) -> Iterator[BufferedReader]:
    """Give an open file. Raises OSError, and UnreadableError where it is none: a pipe would keep the reader waiting."""
    with os.fdopen(os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC), "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise UnreadableError("unreadable", "a pipe or a device, not a file")
        yield file


def _parts(file: BinaryIO, source: str, limits: Limits) -> Iterator[Part]:
    before = _state(file)
    many = formats.reader(file, source)[0] in formats.MANY
    if before[0] > (limits.table_mb if many else limits.file_mb) * MB:
        raise UnreadableError("unreadable", too_large(limits, many=many))
    if many:
        yield from formats.texts(file, source, limits)
    content = b"" if many else file.read()
    if _state(file) != before:
        raise UnreadableError("unreadable", _CHANGED)
    if not many:
        yield from formats.texts(content, source, limits)


def _state(file: BinaryIO) -> tuple[int, int]:
    now = os.fstat(file.fileno())
    return now.st_size, now.st_mtime_ns
