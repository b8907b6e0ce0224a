"""The manifest of a corpus folder: what is known of each article beside its text."""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path, PurePosixPath

from analysis.records import InputError

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
    further: tuple[tuple[str, str], ...] = ()  # the other columns as they are written, in order


def read_manifest(folder: Path) -> dict[str, Entry]:
    """Return the entries of the folder's `articles.csv` by relative path; none where there is no such file.

    Raises InputError where it cannot be read, has no column `file`, or a row is wrong: the message names the line.
    """
    path = folder / NAME
    if not path.exists():
        return {}
    return manifest_entries(utf8(path), str(path))


def utf8(path: Path) -> str:
    """Return the text of a file beside the articles. Raises InputError where it cannot be read or is not UTF-8."""
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
    return str(PurePosixPath(row["file"].replace("\\", "/"))), entry


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
        second, **{name: value for name, value in known.items() if value not in ("", None)} | {"further": further}
    )


def _date(known: Mapping[str, str], column: str, place: str) -> date | None:
    written = known[column]
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        raise InputError(f"{place}: {column} {written!r} is no date; write it like 2025-10-09, or unknown") from None
