"""The manifest of a corpus folder: what is known of each article beside its text."""

import csv
import io
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import reduce
from pathlib import Path, PurePosixPath

from analysis.corpus.metadata.dates import Printed
from analysis.corpus.names import is_passed_over
from analysis.records import InputError, Rejected

NAME = "articles.csv"
KNOWN = ("file", "title", "outlet", "url", "published", "event_date", "language", "translated")
YES = frozenset({"yes", "true", "1", "y"})
NO = frozenset({"no", "false", "0", "n"})
UNKNOWN = frozenset({"", "unknown"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the manifest. Empty, or None: not known."""

    line: int = 0
    title: str = ""
    outlet: str = ""
    url: str = ""
    published: date | None = None
    event_date: date | None = None
    language: str = ""
    translated: bool | None = None
    printed: tuple[tuple[str, Printed], ...] = ()  # the dates of a table's row as they stand there, by column
    further: tuple[tuple[str, str], ...] = ()  # the other columns as they are written, in order


def read_manifest(folder: Path) -> dict[str, Entry]:
    """Return the entries of the folder's `articles.csv`, and of those in its sub folders, by path in the folder.

    The outer one goes before the inner one. Raises InputError where one cannot be read, has no column `file`, or a row
    is wrong: the message names the line.
    """
    entries: dict[str, Entry] = {}
    for path in _manifests(folder):
        inside = PurePosixPath(path.relative_to(folder).parent.as_posix())
        for file, entry in manifest_entries(utf8(path), str(path)).items():
            place = str(inside / file)
            entries[place] = merged(entries[place], entry) if place in entries else entry
    return entries


def _manifests(folder: Path) -> Iterator[Path]:
    """Yield the manifests of a folder and of its sub folders that are read, the outer before the inner."""
    for place, folders, names in os.walk(folder):
        if NAME in (*folders, *names):
            yield Path(place, NAME)
        folders[:] = sorted(name for name in folders if not is_passed_over(name))


def utf8(path: Path) -> str:
    """Return the text of a file beside the articles. Raises InputError where it cannot be read or is not UTF-8."""
    if path.is_fifo() or path.is_char_device():  # it would keep the reader waiting, or never end
        raise InputError(f"{path} is a pipe or a device, not a file; put the file itself here")
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is not UTF-8 at byte {error.start}; save it as UTF-8") from error


def manifest_entries(text: str, name: str = NAME) -> dict[str, Entry]:
    r"""Return the entries of a manifest's text by relative path.

    >>> manifest_entries("file,published\na.txt,2018-02-12\n")["a.txt"].published
    datetime.date(2018, 2, 12)
    """
    csv.field_size_limit(sys.maxsize)  # 131,072 characters unless told
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    entries: dict[str, Entry] = {}
    try:
        columns = [cell.strip() for cell in next(reader, [])]
        _check_columns(columns, name)
        for cells in reader:
            place = f"{name}, line {reader.line_num}"
            if any(cell.strip() for cell in cells):
                file, entry = _entry(columns, cells, place, reader.line_num)
                if file in entries:
                    raise InputError(f"{place}: {file} is listed a second time; keep one row")
                entries[file] = entry
    except csv.Error as error:
        raise InputError(f"{name}, line {reader.line_num}: {error}") from error
    return entries


def _check_columns(columns: list[str], name: str) -> None:
    if "file" not in columns:
        raise InputError(
            f"{name}, line 1: no column `file`; the first line names the columns, with commas between them"
        )
    twice = next((column for at, column in enumerate(columns) if column in columns[:at]), None)
    if twice is not None:
        raise InputError(f"{name}, line 1: the column `{twice}` stands there twice")


def _entry(columns: list[str], cells: list[str], place: str, line: int) -> tuple[str, Entry]:
    if len(cells) > len(columns):
        raise InputError(
            f"{place}: {len(cells)} cells for {len(columns)} columns; put quotes around a cell with a comma"
        )
    row = dict.fromkeys(columns, "") | {name: cell.strip() for name, cell in zip(columns, cells, strict=False)}
    if not row["file"]:
        raise InputError(f"{place}: the column `file` is empty")
    known = {name: "" if row.get(name, "").casefold() in UNKNOWN else row[name] for name in KNOWN}
    entry = Entry(
        line=line,
        title=known["title"],
        outlet=known["outlet"],
        url=known["url"],
        published=_date(known, "published", place),
        event_date=_date(known, "event_date", place),
        language=known["language"],
        translated=yes_or_no(known["translated"]),
        further=tuple((name, row[name]) for name in columns if name not in KNOWN and name),
    )
    return plain_path(row["file"]), entry


def plain_path(path: str) -> str:
    r"""Return a path in a folder as a manifest may write it on any system.

    >>> plain_path("2018\\tea.txt"), plain_path(" ./tea.txt")
    ('2018/tea.txt', 'tea.txt')
    """
    return str(PurePosixPath(path.strip().replace("\\", "/")))


def yes_or_no(word: str) -> bool | None:
    """Return whether a cell says yes or no, None where it says neither.

    >>> yes_or_no("Yes"), yes_or_no("no"), yes_or_no("")
    (True, False, None)
    """
    return True if word.casefold() in YES else False if word.casefold() in NO else None


def merged(first: Entry, second: Entry) -> Entry:
    """Return what either entry knows, the first before the second.

    >>> merged(Entry(outlet="Daily"), Entry(outlet="Weekly", title="Tea")).outlet
    'Daily'
    """
    known = {field.name: getattr(first, field.name) for field in fields(Entry)}
    own = dict(first.further)
    further = (*first.further, *(pair for pair in second.further if pair[0] not in own))
    return replace(
        second, **{name: value for name, value in known.items() if value not in ("", None, ())} | {"further": further}
    )


def entry_of(source: str, own: Entry, entries: Mapping[str, Entry]) -> Entry:
    """Return what is known of an article beside it: by its row, by what it came with, by the row of its container.

    >>> entry = entry_of("press.zip/a.txt", Entry(title="Tea"), {"press.zip": Entry(outlet="Daily", title="Press")})
    >>> entry.title, entry.outlet
    ('Tea', 'Daily')
    """
    # " tea.txt" and "a\\b.txt" are names of files, too.
    row, *containers = (
        entries.get(place, entries.get(plain_path(place), Entry()))
        for place in (source, *map(str, PurePosixPath(source).parents))
    )
    return reduce(merged, [row, own, *containers])


def not_there(entries: Mapping[str, Entry], sources: Iterable[str]) -> Iterator[Rejected]:
    """Yield the rows of a manifest that name none of the sources, nor a folder, archive or table they lie in."""
    places = {str(place) for source in sources for place in (source, *PurePosixPath(source).parents)}
    places |= set(map(plain_path, places))
    for file, entry in entries.items():
        if file not in places:
            place = f"{NAME}, line {entry.line}"
            yield Rejected(file, "missing", f"listed in {place}, but not there; correct the name or remove the row")


def _date(known: Mapping[str, str], column: str, place: str) -> date | None:
    written = known[column]
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        raise InputError(f"{place}: {column} {written!r} is no date; write it like 2025-10-09, or unknown") from None
