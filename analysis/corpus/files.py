"""The files of a corpus folder: which of them are articles, and their text."""

import os
import stat
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from analysis import kept
from analysis.corpus import formats
from analysis.corpus.formats import kinds
from analysis.corpus.formats.made import Part, UnreadableError
from analysis.corpus.names import LONGEST, is_passed_over, is_too_long, printable, saved_with_page
from analysis.corpus.one_file import checksum, file_parts, kind
from analysis.corpus.text import Text
from analysis.corpus.watched import Watched
from analysis.limits import DEFAULT, Limits
from analysis.records import InputError, Rejected, Remark


def texts(folder: Path, *, limits: Limits = DEFAULT) -> Iterator[Part]:
    """Yield every article of a folder and its sub folders as text, and every other file with why it is none.

    Hidden files and folders, the reserved names and what is saved with a page are passed over. A file is read when its
    turn comes. Instead of a folder a single file may be given. Raises InputError where there is neither.
    """
    if not folder.exists():
        raise InputError(f"{folder} is not there; give the folder of the articles")
    if folder.is_file() and not formats.ending(folder.name):
        raise InputError(f"{folder} is no folder: {formats.not_read()}, or give their folder")
    with Watched(limits) as watched:
        if folder.is_file():
            yield from parts(folder, folder.name, watched)
            return
        for path, fault in _files(folder):
            source = path.relative_to(folder).as_posix()
            if fault:
                yield Rejected(printable(source), *fault)
            else:
                yield from parts(path, source, watched)


def parts(path: Path, source: str, watched: Watched) -> Iterator[Part]:
    """Yield the articles of one file, and what is wrong with it: plain text is read here, all else by the process."""
    by = kind(path, source)
    if by == kinds.PLAIN:
        return file_parts(path, source, watched.limits)
    return watched.parts(path, source) if by in formats.MANY else _known_parts(path, source, watched)


@dataclass(frozen=True, slots=True)
class FileParts:
    """What one file was read as."""

    parts: tuple[Part, ...]


def _known_parts(path: Path, source: str, watched: Watched) -> Iterator[Part]:
    """Yield what a file was read as before, if its bytes are the same, else what it is read as now.

    A file with something wrong is read again each time: the limit that it met may have been the machine's.
    """
    try:
        digest = checksum(path)
    except (OSError, UnreadableError):
        yield from watched.parts(path, source)
        return
    entry = kept.entry(FileParts, [source, digest, watched.limits])
    known = kept.stored(FileParts, entry)
    if known is None:
        known = FileParts(tuple(watched.parts(path, source)))
        if all(isinstance(part, Remark) or isinstance(part, Text) and part.sha256 == digest for part in known.parts):
            kept.store(known, entry)
    yield from known.parts


def _files(folder: Path) -> Iterator[tuple[Path, tuple[str, str] | None]]:
    """Yield the files in order of their path, with the reason and detail of those that cannot be opened."""
    root, waiting = folder.resolve(), [_entries(folder)]
    while waiting:
        entry = next(waiting[-1], None)
        if entry is None:
            waiting.pop()
        elif isinstance(entry, tuple):
            yield entry
        elif entry.is_dir(follow_symlinks=False):
            waiting.append(_entries(Path(entry.path)))
        else:
            yield Path(entry.path), _fault(entry, root)


def _entries(folder: Path) -> Iterator["os.DirEntry[str] | tuple[Path, tuple[str, str]]"]:
    """Yield what in a folder is not passed over, in order; the folder with its fault where it cannot be read."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield folder, ("unreadable", f"the folder cannot be read: {error.strerror}")
        return
    names = {entry.name for entry in entries}
    for entry in entries:
        is_folder = entry.is_dir(follow_symlinks=False)
        if not is_passed_over(entry.name) and not (is_folder and saved_with_page(entry.name, names)):
            yield entry


def _fault(entry: "os.DirEntry[str]", root: Path) -> tuple[str, str] | None:
    try:
        mode = entry.stat().st_mode
    except OSError:
        mode = stat.S_IFREG  # a link to nothing or in a circle, told apart when it is opened
    if stat.S_ISDIR(mode):
        return "format", "a link to a folder is not followed; put the folder itself here"
    if not formats.ending(entry.name):
        return "format", formats.not_read()
    if printable(os.path.relpath(entry.path, root)) != os.path.relpath(entry.path, root):
        return "unreadable", "its name holds what is no UTF-8 or cannot be printed, such as a line end; rename it"
    if is_too_long(entry.name):
        return "unreadable", f"the file's name is longer than {LONGEST} bytes; give it a shorter one"
    if not stat.S_ISREG(mode):
        return "unreadable", "a pipe or a device, not a file"
    if entry.is_symlink() and _leads_out(Path(entry.path), root):
        return "unreadable", "a link that leads out of the folder is not followed; put the file itself here"
    return None


def _leads_out(link: Path, root: Path) -> bool:
    try:
        return link.exists() and not link.resolve().is_relative_to(root)
    except (OSError, RuntimeError):
        return False  # in a circle, which is told when it is opened


def article_ids(sources: list[str]) -> list[str]:
    """Return each source's path without its last ending, and with it where two would be the same.

    With it, too, where the article's text, which is kept under its id with ".txt" behind it, would meet a folder.

    >>> article_ids(["2018/002.txt", "003.txt", "003.TXT", "export.jsonl/17", "tea.md", "tea.txt/1.md"])
    ['2018/002', '003.txt', '003.TXT', 'export.jsonl/17', 'tea.md', 'tea.txt/1']
    """
    folders = {str(folder) for source in sources for folder in PurePosixPath(source).parents}
    ids = [source.removesuffix(formats.ending(source)) for source in sources]
    ids = [source if f"{short}.txt" in folders else short for source, short in zip(sources, ids, strict=True)]
    # Twice: a full path may in turn be another's short one, "a.txt" that of "a.txt.txt".
    for _ in range(2):
        count = Counter(ids)
        ids = [source if count[short] > 1 else short for source, short in zip(sources, ids, strict=True)]
    return ids
