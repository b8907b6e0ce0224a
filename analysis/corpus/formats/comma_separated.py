"""Tables of articles with commas, semicolons or tabs between the cells. Pure."""

import csv
import io
import re
from codecs import getincrementaldecoder
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO

from analysis.corpus.formats.encodings import decoded, western
from analysis.corpus.formats.made import Part, UnreadableError, said_date
from analysis.corpus.formats.rows import Row, guessed, row_texts
from analysis.limits import MB, Limits
from analysis.records import Remark

LONGEST_HEAD = 60  # characters: a longer cell is no column's name
_SEP = re.compile(r'"?sep=([,;\t|])"?[ \t]*\r?\n', re.IGNORECASE)  # Excel's own first line: sep=;
_HEAD = re.compile(r'(?:[^"\r\n]|"[^"]*")*')
_QUOTED = re.compile(r'"[^"]*"')
LONGEST_CELL = 100_000_000  # characters: a longer one lacks the quotation mark at its end
PIECE = 1 << 20  # bytes looked at at once


def texts(file: BinaryIO, source: str, limits: Limits) -> Iterator[Part]:
    """Yield the articles of a .csv file. Raises UnreadableError."""
    if not _is_utf8(file):
        content = file.read(limits.file_mb * MB + 1)
        if len(content) > limits.file_mb * MB:
            raise UnreadableError("encoding", "not UTF-8, and too large to guess what it is; save it as UTF-8")
        text, remark = _decoded(content)
        if remark:
            yield Remark(source, "text", remark)
        file = io.BytesIO(text.encode("utf-8", "replace"))
    yield from row_texts(partial(_rows, file), source)


def _is_utf8(file: BinaryIO) -> bool:
    """Return whether an open file is plain UTF-8; it is read piece by piece, and stands at its beginning again."""
    decoder = getincrementaldecoder("utf-8")()
    try:
        while piece := file.read(PIECE):
            if "\0" in decoder.decode(piece):
                return False
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    finally:
        file.seek(0)
    return True


def _decoded(content: bytes) -> tuple[str, str]:
    try:
        return decoded(content)
    except UnreadableError:
        if not (text := western(content)):
            raise
        return text, (
            "It is not UTF-8, and read as Windows-1252, as Excel saves tables: where letters are wrong, save it anew."
        )


def _rows(file: BinaryIO) -> Iterator[Row | UnreadableError]:
    csv.field_size_limit(LONGEST_CELL)  # 131,072 characters unless told, and a long report has more
    file.seek(0)
    head = file.read(PIECE).decode("utf-8", "ignore").removeprefix("\ufeff")
    told = _SEP.match(head)
    file.seek(0)
    lines = io.TextIOWrapper(file, "utf-8-sig", newline="")
    above = len([next(lines)]) if told else 0
    reader = csv.reader(lines, delimiter=_delimiter(head[told.end() if told else 0 :], told), strict=True)
    try:
        columns = [cell.strip() for cell in next(reader, [])]
        _check(columns)
        for row in reader:
            if any(cell.strip() for cell in row):
                yield _row(columns, row, reader.line_num + above)
    except csv.Error as error:
        raise UnreadableError("format", f"line {reader.line_num + above}: {error}; save the table anew") from None
    finally:
        lines.detach()  # it would close the file


def _delimiter(text: str, told: re.Match[str] | None) -> str:
    head = _HEAD.match(text)
    outside = _QUOTED.sub("", head[0] if head else "")
    return told[1] if told else max(",;\t", key=outside.count)


def _check(columns: list[str]) -> None:
    """Raise UnreadableError where the first line does not name the columns, or two of them alike."""
    if "text" not in guessed(columns) and any(len(cell) > LONGEST_HEAD or said_date(cell) for cell in columns):
        raise UnreadableError(
            "format", "the first line must name the columns; put a line such as title,date,text above"
        )
    if len(set(filter(None, columns))) < len(list(filter(None, columns))):
        raise UnreadableError("format", "two columns have the same name; give each a name of its own")


def _row(columns: list[str], row: list[str], line: int) -> Row | UnreadableError:
    if len(row) > len(columns):
        detail = f"{len(row)} cells for {len(columns)} columns; put quotes around a cell with a comma"
        return UnreadableError("format", f"line {line}: {detail}")
    return dict.fromkeys(columns, "") | dict(zip(columns, row, strict=False))
