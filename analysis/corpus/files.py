"""The files of a corpus folder: which of them are articles, and their text."""

import os
import stat
from collections import Counter
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from analysis.corpus import formats
from analysis.corpus.names import LONGEST, is_passed_over, is_too_long, printable, saved_with_page
from analysis.corpus.text import Text
from analysis.records import InputError, Rejected, Remark


def texts(folder: Path) -> Iterator[Text | Rejected | Remark]:
    """Yield every article of a folder and its sub folders as text, and every other file with why it is none.

    Hidden files and folders, the reserved names and what is saved with a page are passed over. A file is read when its
    turn comes. Instead of a folder a single file may be given. Raises InputError where there is neither.
    """
    if not folder.exists():
        raise InputError(f"{folder} is not there; give the folder of the articles")
    if folder.is_file():
        if not formats.ending(folder.name):
            raise InputError(f"{folder} is no folder: {formats.not_read()}, or give their folder")
        yield from _texts(folder, folder.name)
        return
    for path, fault in _files(folder):
        source = path.relative_to(folder).as_posix()
        if fault:
            yield Rejected(printable(source), *fault)
        else:
            yield from _texts(path, source)


def _files(folder: Path) -> Iterator[tuple[Path, tuple[str, str] | None]]:
    """Yield the files in order of their path, with the reason and detail of those that cannot be opened."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield folder, ("unreadable", f"the folder cannot be read: {error.strerror}")
        return
    names = {entry.name for entry in entries}
    for entry in entries:
        if is_passed_over(entry.name):
            continue
        if entry.is_dir(follow_symlinks=False):
            if not saved_with_page(entry.name, names):
                yield from _files(Path(entry.path))
        else:
            yield Path(entry.path), _fault(entry)


def _fault(entry: "os.DirEntry[str]") -> tuple[str, str] | None:
    try:
        mode = entry.stat().st_mode
    except OSError:
        mode = stat.S_IFREG  # a link to nothing or in a circle, told apart when it is opened
    if stat.S_ISDIR(mode):
        return "format", "a link to a folder is not followed; put the folder itself here"
    if not formats.ending(entry.name):
        return "format", formats.not_read()
    if printable(entry.name) != entry.name:
        return "unreadable", "the file's name is not UTF-8; rename the file"
    if is_too_long(entry.name):
        return "unreadable", f"the file's name is longer than {LONGEST} bytes; give it a shorter one"
    if not stat.S_ISREG(mode):
        return "unreadable", "a pipe or a device, not a file"
    return None


def _texts(path: Path, source: str) -> Iterator[Text | Rejected | Remark]:
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        yield Rejected(source, "missing", "the file vanished, or is a link to nothing")
    except OSError as error:
        yield Rejected(source, "unreadable", f"the file cannot be read: {error.strerror}")
    else:
        yield from formats.texts(content, source)


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
