"""The files of a corpus folder: which of them are articles, and their text."""

import os
import stat
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from analysis.corpus.lines import WHITE
from analysis.records import InputError, Rejected

RESERVED = ("articles.csv", "study.yml", "corrections.csv", "readme*", "license*")


@dataclass(frozen=True, slots=True)
class Text:
    """A file's bytes and what they say, newlines untouched."""

    source: str
    content: bytes
    raw_text: str


def texts(folder: Path) -> Iterator[Text | Rejected]:
    """Yield every article of a folder and its sub folders as text, and every other file with why it is none.

    Hidden files and folders and the reserved names are passed over. Raises InputError where there is no such folder.
    """
    if not folder.is_dir():
        state = "no folder" if folder.exists() else "not there"
        raise InputError(f"{folder} is {state}; give the folder of the articles")
    for path, fault in _files(folder):
        source = path.relative_to(folder).as_posix()
        yield Rejected(_printable(source), *fault) if fault else _text(path, source)


def _files(folder: Path) -> Iterator[tuple[Path, tuple[str, str] | None]]:
    """Yield the files in order of their path, with the reason and detail of those that cannot be opened."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield folder, ("unreadable", f"the folder cannot be read: {error.strerror}")
        return
    for entry in entries:
        if entry.name.startswith(".") or any(fnmatchcase(entry.name.lower(), name) for name in RESERVED):
            continue
        if entry.is_dir(follow_symlinks=False):
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
    if not entry.name.lower().endswith(".txt"):
        return "format", "only .txt files are read; save the article as UTF-8 text with the ending .txt"
    if _printable(entry.name) != entry.name:
        return "unreadable", "the file's name is not UTF-8; rename the file"
    if not stat.S_ISREG(mode):
        return "unreadable", "a pipe or a device, not a file"
    return None


def _printable(name: str) -> str:
    return name.encode("utf-8", "backslashreplace").decode()


def _text(path: Path, source: str) -> Text | Rejected:
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return Rejected(source, "missing", "the file vanished, or is a link to nothing")
    except OSError as error:
        return Rejected(source, "unreadable", f"the file cannot be read: {error.strerror}")
    if b"\0" in content:
        return Rejected(source, "binary", "holds NUL bytes, so it is no UTF-8 text; save the article as UTF-8 text")
    try:
        raw_text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return Rejected(source, "encoding", f"not UTF-8 at byte {error.start}; save it as UTF-8")
    if not raw_text.strip(WHITE):
        return Rejected(source, "empty", "holds no text; remove the file or put the article in")
    return Text(source, content, raw_text)


def article_ids(sources: list[str]) -> list[str]:
    """Return each source's path without its last ending, and with it where two would be the same.

    >>> article_ids(["2018/002.txt", "003.txt", "003.TXT"])
    ['2018/002', '003.txt', '003.TXT']
    """
    ids = [source.rpartition(".")[0] for source in sources]
    # Twice: a full path may in turn be another's short one, "a.txt" that of "a.txt.txt".
    for _ in range(2):
        count = Counter(ids)
        ids = [source if count[short] > 1 else short for source, short in zip(sources, ids, strict=True)]
    return ids
