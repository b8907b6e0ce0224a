"""Archives of files (zip): each file in them as it would stand in a folder. Pure; nothing is unpacked to the disk."""

import io
import re
import zlib
from collections.abc import Container, Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from zipfile import BadZipFile, ZipFile, ZipInfo

from analysis.corpus import formats
from analysis.corpus.formats.made import Part, UnreadableError, utf8
from analysis.corpus.manifest import NAME, Entry, manifest_entries
from analysis.corpus.names import is_read, printable
from analysis.corpus.text import Text
from analysis.records import InputError, Rejected

LARGEST = 200_000_000  # bytes of a file in an archive: more is a mistake, or an archive made to fill the memory
LONGEST_NAME = 200  # bytes of a part of a path, less than file systems hold
_ENCRYPTED = 1  # a bit of a file's flags
# A path that leads elsewhere: "/etc/tea.txt", "C:\\tea.txt", "../tea.txt"
_ELSEWHERE = re.compile(r"\A/|\A[A-Za-z]:|(?:\A|/)\.\.(?:/|\Z)")
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f]")


def texts(content: bytes, source: str, *, nested: bool = False) -> Iterator[Part]:
    """Yield the articles of an archive, with what a manifest in it says of them. Raises UnreadableError.

    An archive in an archive is read, one in that (`nested`) is not.
    """
    try:
        archive = ZipFile(io.BytesIO(content))
    except BadZipFile:
        raise UnreadableError("format", "is no zip archive; make it anew") from None
    infos = {info.filename.replace("\\", "/"): info for info in archive.infolist() if not info.is_dir()}
    entries = _entries(archive, infos)
    for name in sorted(infos):
        if is_read(name, infos):
            for part in _parts(archive, infos[name], f"{source}/{name}", nested=nested):
                entry = entries.pop(part.source.removeprefix(f"{source}/"), None) if isinstance(part, Text) else None
                yield replace(part, entry=entry) if entry and isinstance(part, Text) else part
    yield from _not_there(entries, infos, source)


def _entries(archive: ZipFile, infos: Mapping[str, ZipInfo]) -> dict[str, Entry]:
    """Return what the manifests say, by path in the archive; a manifest holds for the folder that it stands in."""
    found: dict[str, Entry] = {}
    for name, info in infos.items():
        folder = PurePosixPath(name).parent
        if PurePosixPath(name).name == NAME and is_read(f"{folder}/a.txt", infos):
            try:
                listed = manifest_entries(utf8(_bytes(archive, info)).removeprefix("\ufeff"), name)
            except InputError as error:
                raise UnreadableError("format", str(error)) from None
            found |= {str(folder / file): entry for file, entry in listed.items()}
    return found


def _not_there(entries: Mapping[str, Entry], infos: Container[str], source: str) -> Iterator[Rejected]:
    for name, entry in entries.items():
        if name not in infos:
            place = f"{NAME}, line {entry.line}"
            detail = f"listed in {place}, but not there; correct the name or remove the row"
            yield Rejected(f"{source}/{name}", "missing", detail)


def _parts(archive: ZipFile, info: ZipInfo, source: str, *, nested: bool) -> Iterator[Part]:
    """Yield the articles of one file of an archive, or why there is none."""
    try:
        _check(info)
        ending = formats.ending(source).lower()
        if not ending:
            raise UnreadableError("format", formats.not_read())
        if ending == ".zip":
            if nested:
                raise UnreadableError("format", "an archive in an archive in an archive is not read; unpack it")
            yield from texts(_bytes(archive, info), source, nested=True)
        else:
            yield from formats.texts(_bytes(archive, info), source)
    except UnreadableError as fault:
        yield Rejected(_UNPRINTABLE.sub("?", printable(source)), fault.reason, fault.detail)


def _check(info: ZipInfo) -> None:
    """Raise UnreadableError where a file of an archive is locked, too large, or its path leads elsewhere."""
    path = info.filename.replace("\\", "/")
    if _ELSEWHERE.search(path) or _UNPRINTABLE.search(path) or printable(path) != path:
        raise UnreadableError(
            "unreadable", "its path leads out of the archive or cannot be printed; make the archive anew"
        )
    if any(len(part.encode()) > LONGEST_NAME for part in path.split("/")):
        raise UnreadableError("unreadable", f"its name is longer than {LONGEST_NAME} bytes; give it a shorter one")
    if info.flag_bits & _ENCRYPTED:
        raise UnreadableError("unreadable", "is locked with a password; make the archive without one")
    if info.file_size > LARGEST:
        raise UnreadableError(
            "unreadable", f"is larger than {LARGEST // 1_000_000} MB unpacked; put the articles in smaller files"
        )


def _bytes(archive: ZipFile, info: ZipInfo) -> bytes:
    _check(info)
    try:
        return archive.read(info)
    except (BadZipFile, EOFError, NotImplementedError, zlib.error) as error:
        raise UnreadableError("unreadable", f"cannot be unpacked ({error}); make the archive anew") from None
