"""Archives of files (zip): each file in them as it would stand in a folder. Pure; nothing is unpacked to the disk."""

import io
import re
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import PurePosixPath
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from analysis.corpus import formats
from analysis.corpus.formats.made import Part, UnreadableError, utf8
from analysis.corpus.formats.unpacking import check_size, too_large
from analysis.corpus.manifest import NAME, Entry, entry_of, manifest_entries, not_there
from analysis.corpus.names import LONGEST, is_read, is_too_long, printable
from analysis.corpus.text import Text
from analysis.limits import MB, Limits
from analysis.records import InputError, Rejected, Remark

_ENCRYPTED, _UTF8 = 1, 0x800  # bits of a file's flags
# A path that leads elsewhere: "/etc/tea.txt", "C:\\tea.txt", "../tea.txt"
_ELSEWHERE = re.compile(r"\A/|\A[A-Za-z]:|(?:\A|/)\.\.(?:/|\Z)")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_MIXED = re.compile("[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z]")  # "cafВ", which is "café" misread


def texts(file: BinaryIO, source: str, limits: Limits, *, nested: bool = False) -> Iterator[Part]:
    """Yield the articles of an archive, with what a manifest in it says of them. Raises UnreadableError.

    An archive in an archive is read, one in that (`nested`) is not.
    """
    try:
        archive = ZipFile(file)
    except BadZipFile:
        raise UnreadableError("format", "is no zip archive; make it anew") from None
    check_size(archive, limits)
    files = [(_name(info), info) for info in archive.infolist() if not info.is_dir()]
    infos, count = dict(files), Counter(name for name, _ in files)
    entries, found = _entries(archive, infos, limits), list(infos)
    for name in sorted(name for name in infos if is_read(name, infos)):
        if count[name] > 1:
            yield Remark(f"{source}/{name}", "text", "The archive holds several files of this name; the last is read.")
        for part in _parts(archive, infos[name], f"{source}/{name}", limits, nested=nested):
            inside = part.source.removeprefix(f"{source}/")
            found.append(inside)
            yield replace(part, entry=entry_of(inside, part.entry, entries)) if isinstance(part, Text) else part
    for missing in not_there(entries, found):
        yield replace(missing, source=f"{source}/{missing.source}")


def _name(info: ZipInfo) -> str:
    name = info.filename if info.flag_bits & _UTF8 else _decoded(info.orig_filename.encode("cp437"))
    return name.replace("\\", "/")


def _decoded(name: bytes) -> str:
    """Return a name whose encoding is not said: UTF-8, as many programs write it, else as MS-DOS did."""
    with suppress(UnicodeDecodeError):
        return name.decode()
    cyrillic = name.decode("cp866")
    return cyrillic if _CYRILLIC.search(cyrillic) and not _MIXED.search(cyrillic) else name.decode("cp437")


def _entries(archive: ZipFile, infos: Mapping[str, ZipInfo], limits: Limits) -> dict[str, Entry]:
    """Return what the manifests say, by path in the archive; a manifest holds for the folder that it stands in."""
    found: dict[str, Entry] = {}
    for name, info in infos.items():
        folder = PurePosixPath(name).parent
        if PurePosixPath(name).name == NAME and is_read(f"{folder}/a.txt", infos):
            try:
                listed = manifest_entries(utf8(_file(archive, info, limits).read()).removeprefix("\ufeff"), name)
            except InputError as error:
                raise UnreadableError("format", str(error)) from None
            found |= {str(folder / file): entry for file, entry in listed.items()}
    return found


def _parts(archive: ZipFile, info: ZipInfo, source: str, limits: Limits, *, nested: bool) -> Iterator[Part]:
    """Yield the articles of one file of an archive, or why there is none."""
    try:
        _check(info, limits)
        ending = formats.ending(source).lower()
        if not ending:
            raise UnreadableError("format", formats.not_read())
        if ending == ".zip":
            if nested:
                raise UnreadableError("format", "an archive in an archive in an archive is not read; unpack it")
            yield from texts(_file(archive, info, limits), source, limits, nested=True)
        else:
            yield from formats.texts(_file(archive, info, limits), source, limits)
    except UnreadableError as fault:
        yield Rejected(printable(source), fault.reason, fault.detail)


def _check(info: ZipInfo, limits: Limits) -> None:
    """Raise UnreadableError where a file of an archive is locked, too large, or its path leads elsewhere."""
    path = _name(info)
    if _ELSEWHERE.search(path) or printable(path) != path:
        raise UnreadableError(
            "unreadable", "its path leads out of the archive or cannot be printed; make the archive anew"
        )
    if is_too_long(path):
        raise UnreadableError("unreadable", f"its name is longer than {LONGEST} bytes; give it a shorter one")
    if info.flag_bits & _ENCRYPTED:
        raise UnreadableError("unreadable", "is locked with a password; make the archive without one")
    if info.file_size > limits.file_mb * MB:
        raise UnreadableError("unreadable", too_large(limits))


def _file(archive: ZipFile, info: ZipInfo, limits: Limits) -> BinaryIO:
    _check(info, limits)
    try:
        return io.BytesIO(archive.read(info))
    except (BadZipFile, EOFError, NotImplementedError, zlib.error) as error:
        raise UnreadableError("unreadable", f"cannot be unpacked ({error}); make the archive anew") from None
