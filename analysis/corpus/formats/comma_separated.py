"""Tables of articles with commas, semicolons or tabs between the cells. Pure."""

import csv
import io
import sys
from collections.abc import Iterator
from functools import partial

from analysis.corpus.formats.made import Part, UnreadableError, utf8
from analysis.corpus.formats.rows import Row, row_texts


def texts(content: bytes, source: str) -> Iterator[Part]:
    """Yield the articles of a .csv file. Raises UnreadableError."""
    yield from row_texts(partial(_rows, utf8(content).removeprefix("\ufeff")), source)


def _rows(text: str) -> Iterator[Row | UnreadableError]:
    csv.field_size_limit(sys.maxsize)  # 131,072 characters unless told, and a long report has more
    first = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=first.count), strict=True)
    try:
        columns = [cell.strip() for cell in next(reader, [])]
        if len(set(columns)) < len(columns):
            raise UnreadableError("format", "two columns have the same name; give each a name of its own")
        for row in reader:
            if any(cell.strip() for cell in row):
                yield _row(columns, row, reader.line_num)
    except csv.Error as error:
        raise UnreadableError("format", f"line {reader.line_num}: {error}; save the table anew") from None


def _row(columns: list[str], row: list[str], line: int) -> Row | UnreadableError:
    if len(row) > len(columns):
        detail = f"{len(row)} cells for {len(columns)} columns; put quotes around a cell with a comma"
        return UnreadableError("format", f"line {line}: {detail}")
    return dict.fromkeys(columns, "") | dict(zip(columns, row, strict=False))
