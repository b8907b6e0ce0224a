"""The tables as one workbook for spreadsheets: a sheet that says what it is, the dictionary, a sheet for each table."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pandas as pd
import xlsxwriter

from analysis import tables
from analysis.frames import parts_of

# Rows of a sheet, its header included. A spreadsheet holds 1,048,576, but of millions of cells nobody finds one, and
# opening them takes minutes.
ROWS = 20_001
# What a cell holds, `…` included: "Excel specifications and limits", support.microsoft.com.
CHARACTERS = 32_767
# Excel takes 1900 for a leap year, so its days before March are off by one; before that year it has none.
FIRST_DAY = date(1900, 3, 1)
WIDEST = 60  # characters; what is longer stands whole in the line above the sheet
WIDTHS = {"number": 18, "integer": 12, "date": 12}
AT_ONCE = 1000  # rows taken from a table at a time, so that memory does not grow with it

HOW_TO_READ = (
    "An empty cell means: not known. Several values in one cell are joined by |.",
    "Numbers are numbers, to the 15 digits that a spreadsheet keeps; a date is a date. Everything else is text and "
    "stays text, also where it looks like a number, a date or a formula.",
    "start, end and sentence_start count the characters of an article's raw text from 0.",
)
DICTIONARY = (
    "Every column of every table: its type, its meaning and, where there are only some, the values it may have."
)


@dataclass(frozen=True, slots=True)
class Formats:
    """How the cells of a workbook look."""

    head: Any
    prose: Any
    text: Any
    whole: Any
    day: Any


def write(frames: Mapping[str, pd.DataFrame], path: Path, *, title: str, scope: str) -> None:
    """Write all tables as a workbook; `title` and `scope` say what it is and what it rests on.

    A day of the data stands for the day on which it was made, so that the same tables give the same bytes.
    """
    held = {name: beginning(parts_of(frames, name)) for name in frames}
    first = {name: table for name, (table, _) in held.items()}
    words, not_there = dictionary(first), (line for name in held for line in cut(name, *held[name]))
    about = {name: (tables.schema()[name]["about"], total) for name, (_, total) in held.items()}
    contents = {"dictionary": (DICTIONARY, len(words)), **about}
    with closing(xlsxwriter.Workbook(path, {"constant_memory": True, "tmpdir": str(path.parent)})) as book:
        book.use_zip64()
        made_on = datetime.fromisoformat(max(frames["articles"]["said_on"], default="") or "1970-01-01")
        book.set_properties({"title": title, "comments": scope, "created": made_on})
        formats = added_formats(book)
        lines = (title, scope, *HOW_TO_READ, *tables.TERMS, *not_there)
        write_about(book.add_worksheet("about"), lines, contents, formats)
        write_table(book.add_worksheet("dictionary"), words, {}, formats)
        for name, table in first.items():
            write_table(book.add_worksheet(name), table, kinds(name, table), formats)


def beginning(parts: Iterable[pd.DataFrame]) -> tuple[pd.DataFrame, int]:
    """Return as many rows of a table in parts as a sheet has, and how many rows there are in all."""
    kept, total = [], 0
    for part in parts:
        if total < ROWS - 1:
            # A copy: the rest of the part is not to stay in memory.
            kept.append(part.head(ROWS - 1 - total).copy())
        total += len(part)
    return pd.concat(kept, ignore_index=True) if len(kept) > 1 else kept[0], total


def added_formats(book: xlsxwriter.Workbook) -> Formats:
    """Return the formats of a workbook's cells, added to it."""
    return Formats(
        head=book.add_format({"bold": True, "bottom": 1}),
        prose=book.add_format({"quote_prefix": True, "text_wrap": True}),
        # So marked, text stays text when somebody edits the cell: `=1+1`, `002`, `1e5`.
        text=book.add_format({"quote_prefix": True}),
        whole=book.add_format({"num_format": "#,##0"}),
        day=book.add_format({"num_format": "yyyy-mm-dd"}),
    )


def write_about(sheet: Any, lines: Sequence[str], contents: Mapping[str, tuple[str, int]], formats: Formats) -> None:
    """Write the first sheet: what the workbook is, how to read it, what did not fit; which sheets follow."""
    title, *further = lines
    sheet.set_column(0, 0, 16)
    sheet.set_column(1, 1, 100)
    sheet.write_string(0, 0, title, formats.head)
    for row, line in enumerate(further, 1):
        sheet.write_string(row, 1, held_text(line), formats.prose)
    for column, word in enumerate(("sheet", "what it holds", "rows")):
        sheet.write_string(len(lines) + 1, column, word, formats.head)
    for row, (name, (about, number)) in enumerate(contents.items(), len(lines) + 2):
        for column, value in enumerate((name, about, number)):
            write_cell(sheet, row, column, value, "", formats)


def write_table(sheet: Any, table: pd.DataFrame, kinds: Mapping[str, str], formats: Formats) -> None:
    """Write a table under a header that stays in sight and filters; `kinds` are the types of its columns."""
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(table), len(table.columns) - 1)
    sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{ROWS}"})
    for column, name in enumerate(table.columns):
        sheet.set_column(column, column, width(table[name], kinds.get(name, "")))
        sheet.write_string(0, column, name, formats.head)
    types = [kinds.get(name, "") for name in table.columns]
    for row, values in enumerate(rows(table), 1):
        for column, (value, kind) in enumerate(zip(values, types, strict=True)):
            write_cell(sheet, row, column, value, kind, formats)


def write_cell(sheet: Any, row: int, column: int, value: Any, kind: str, formats: Formats) -> None:
    """Write a number, a full date of a date column, or text that is never run, linked or taken for a number."""
    if value is pd.NA or value == "":
        return
    if not isinstance(value, str):
        grouped = kind == "number" and value == int(value)
        sheet.write_number(row, column, value, formats.whole if grouped else None)
    elif kind == "date" and (day := full_date(value)):
        sheet.write_datetime(row, column, day, formats.day)
    else:
        sheet.write_string(row, column, held_text(value), formats.text)


def rows(table: pd.DataFrame) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a table as plain values."""
    for start in range(0, len(table), AT_ONCE):
        part = table.iloc[start : start + AT_ONCE]
        yield from zip(*(part[name].to_list() for name in part), strict=True)


def full_date(text: str) -> date | None:
    """Return a full ISO date that spreadsheets have, or None.

    >>> full_date("2025-10-09"), full_date("2025-10"), full_date("1867-03-30")
    (datetime.date(2025, 10, 9), None, None)
    """
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day >= FIRST_DAY else None


def held_text(text: str) -> str:
    """Return what a cell holds of a text: all of it, or its beginning and `…`. A spreadsheet counts UTF-16 units.

    >>> held_text("Trade grew."), len(held_text("a" * 40_000)), held_text("a" * 40_000)[-2:]
    ('Trade grew.', 32767, 'a…')
    """
    if not too_long(text):
        return text
    return text.encode("utf-16-le")[: 2 * (CHARACTERS - 1)].decode("utf-16-le", "ignore") + "…"


def too_long(text: str) -> bool:
    """Return whether a text is longer than a cell holds."""
    return len(text) > CHARACTERS // 2 and len(text.encode("utf-16-le")) > 2 * CHARACTERS


def cut(name: str, table: pd.DataFrame, total: int) -> Iterator[str]:
    """Yield what of a table with so many rows in `total` its sheet does not have.

    >>> list(cut("removed", tables.frame("removed", [{"text": "a" * 40_000}]), 1))
    ['removed: 1 text is cut after 32,767 characters and ends in …; removed.csv has it whole.']
    """
    texts: pd.DataFrame = table.select_dtypes("str")
    number = sum(sum(map(too_long, texts[column])) for column in texts)
    if number:
        cells, them = ("1 text is", "it") if number == 1 else (f"{number:,} texts are", "them")
        ends = "ends" if number == 1 else "end"
        yield f"{name}: {cells} cut after {CHARACTERS:,} characters and {ends} in …; {name}.csv has {them} whole."
    if total > len(table):
        yield f"{name}: the sheet has the first {len(table):,} of {total:,} rows; {name}.csv has all."


def kinds(name: str, table: pd.DataFrame) -> dict[str, str]:
    """Return the type of each column of a table."""
    return {column: tables.described(name, column).get("type", "string") for column in table.columns}


def width(column: pd.Series, kind: str) -> int:
    """Return how wide a column is, in characters: its header with the filter's arrow, and what stands below it."""
    longest = 0 if column.empty or kind in WIDTHS else int(column.str.len().max())
    return max(len(str(column.name)) + 3, WIDTHS.get(kind) or min(longest, WIDEST))


def dictionary(frames: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Return the dictionary of these tables: a row for each column."""
    described = ((name, column, tables.described(name, column)) for name in frames for column in frames[name].columns)
    return pd.DataFrame(
        [
            (name, column, about.get("type", "string"), about["about"], ", ".join(about.get("allowed", ())))
            for name, column, about in described
        ],
        columns=["table", "column", "type", "meaning", "allowed values"],
        dtype="str",
    )
