"""The file of corrections: its rows, and what is wrong with those that cannot be followed whatever the articles are."""

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from analysis.corpus.manifest import utf8
from analysis.corrections.outcomes import NAME, Corrections, Outcome, quoted
from analysis.records import Correction, InputError
from analysis.wording.words import count

COLUMNS = ("article_id", "what", "old", "new", "why", "by")

# What can be corrected, and other words for it.
WHAT = {
    "date": ("published", "publication date"),
    "event_date": ("event", "occasion"),
    "reject": ("rejected", "rejected figure", "no figure", "not a figure", "remove", "delete"),
    "value": ("amount", "right value"),
    "copy": ("merged copy", "merged", "merge", "copy of", "duplicate", "duplicate of"),
    "speaker": ("said by",),
    "note": ("signed note", "comment"),
}
KNOWN = {word.replace("_", " "): what for what, others in WHAT.items() for word in (what, *others)}
DATES = ("date", "event_date")
OF_FIGURES = ("reject", "value", "speaker")


def read(folder: Path) -> Corrections:
    """Return the corrections of a folder's `corrections.csv`; none where there is no such file.

    Rows that cannot be followed are settled already, each with its problem. Raises InputError where the file cannot be
    read, or is no CSV in UTF-8.
    """
    path = folder / NAME
    if not path.exists():
        return Corrections()
    return corrections(utf8(path), str(path))


def corrections(text: str, name: str = NAME) -> Corrections:
    r"""Return the corrections of a file's text. Raises InputError where it is no CSV.

    >>> corrections("article_id,what,old,new,why,by\na,note,,Seen,,A. B.\n").waiting[0].by
    'A. B.'
    """
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        lines = list(numbered(reader))
    except csv.Error as error:
        raise InputError(
            f"{name}, line {reader.line_num}: {error}; put quotes around a cell that holds a comma, and two for one"
        ) from error
    if not lines:
        return Corrections()
    (first, head), *others = lines
    columns = [cell.casefold() for cell in head]
    if problem := columns_problem(columns):
        return Corrections().settled([Outcome(Correction(first, *[""] * len(COLUMNS)), problem=problem)])
    rows = [(correction(line, columns, cells), cells) for line, cells in others]
    problems = ((row, cells_problem(columns, cells) or row_problem(row)) for row, cells in rows)
    wrong = [Outcome(row, problem=problem) for row, problem in problems if problem]
    return Corrections(tuple(row for row, _ in rows)).settled(wrong)


def numbered(reader: Iterator[list[str]]) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows that are not empty with the line on which each begins, without white space around cells."""
    begins = 1
    for cells in reader:
        stripped = [cell.strip() for cell in cells]
        if any(stripped):
            yield begins, stripped
        begins = reader.line_num + 1  # type: ignore[attr-defined]


def columns_problem(columns: Sequence[str]) -> str:
    """Return what is wrong with the names of the columns; nothing where all are there."""
    missing = [f"`{column}`" for column in COLUMNS if column not in columns]
    if missing:
        return f"no column {', '.join(missing)}, so no row is applied; the first line is {','.join(COLUMNS)}"
    twice = next((column for at, column in enumerate(columns) if column and column in columns[:at]), "")
    return f"the column `{twice}` stands there twice, so no row is applied; remove one" if twice else ""


def correction(line: int, columns: Sequence[str], cells: Sequence[str]) -> Correction:
    """Return a row as a record; cells that are missing at its end are empty."""
    given = dict(zip(columns, cells, strict=False))
    row = {column: given.get(column, "") for column in COLUMNS}
    word = " ".join(row["what"].casefold().replace("_", " ").replace("-", " ").split())
    return Correction(line=line, **{**row, "what": KNOWN.get(word, row["what"])})


def cells_problem(columns: Sequence[str], cells: Sequence[str]) -> str:
    """Return what is wrong with the number of cells."""
    if len(cells) <= len(columns) or not any(cells[len(columns) :]):
        return ""
    return f"{count(len(cells), 'cell')} for {len(columns)} columns; put quotes around a cell that holds a comma"


def row_problem(row: Correction) -> str:
    """Return what is wrong with a row by itself: nothing to follow, or nothing that can be."""
    if not row.article_id:
        return "the column `article_id` is empty; name the article"
    if row.what not in WHAT:
        known = f"{', '.join([*WHAT][:-1])} or {[*WHAT][-1]}"
        return f"the column `what` is {quoted(row.what) if row.what else 'empty'}; write {known}"
    if row.what == "note":
        return note_problem(row)
    if row.what in OF_FIGURES and not row.old:
        or_name = ", or the name of a speaker" if row.what == "speaker" else ""
        return f"the column `old` is empty; write the exact words of the figure, or its figure_id{or_name}"
    if row.what != "reject" and not row.new:
        return f"the column `new` is empty; write the right {row.what}, or remove the row"
    return "" if row.what not in DATES or iso(row.new) else f"{quoted(row.new)} is no date; write it like 2025-10-09"


def note_problem(row: Correction) -> str:
    """Return what is wrong with a note: nobody signs it, or it says nothing."""
    if not row.by:
        return "a note needs a signature; write who says so in the column `by`"
    return "" if row.new or row.why else "the note is empty; write it in the column `new`"


def iso(written: str) -> date | None:
    """Return an ISO date; None for anything else.

    >>> iso("2025-10-09"), iso("9 October 2025")
    (datetime.date(2025, 10, 9), None)
    """
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None
