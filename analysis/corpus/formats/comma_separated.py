"""Tables of articles with commas, semicolons or tabs between the cells. Pure."""

import csv
import io
import re
import sys
from collections.abc import Iterator
from functools import partial

from analysis.corpus.formats.made import Part, UnreadableError, said_date, utf8
from analysis.corpus.formats.rows import Row, guessed, row_texts
from analysis.records import Remark

LONGEST_HEAD = 60  # characters: a longer cell is no column's name
_SEP = re.compile(r'"?sep=([,;\t|])"?[ \t]*\r?\n', re.IGNORECASE)  # Excel's own first line: sep=;
_HEAD = re.compile(r'(?:[^"\r\n]|"[^"]*")*')
_QUOTED = re.compile(r'"[^"]*"')
# What other encodings look like when they are read as Windows-1252
_MISREAD = re.compile(
    r"[À-ÿ]{3}"  # Cyrillic: "Òîâàð"
    r"|[a-zß-ÿ][À-ÞŠŽŒŸ]"  # an old Macintosh's: "cafŽ"
    r"|[^\W\d_][¢-¶¸-¿][^\W\d_]"  # of central Europe: "Wa³êsa"
    r"|[ÐÞðþ]"  # Turkish: "Ataþehir"
    r"|[ÂÃâ][\x80-¿€‚„]"  # UTF-8 with a broken place: "cafÃ©"
)


def texts(content: bytes, source: str) -> Iterator[Part]:
    """Yield the articles of a .csv file. Raises UnreadableError."""
    try:
        text = utf8(content)
    except UnreadableError:
        if not (text := _western(content)):
            raise
        detail = (
            "It is not UTF-8, and read as Windows-1252, as Excel saves tables: where letters are wrong, save it anew."
        )
        yield Remark(source, "text", detail)
    yield from row_texts(partial(_rows, text.removeprefix("\ufeff")), source)


def _western(content: bytes) -> str:
    """Return the characters in Excel's own encoding of western countries, empty where they are plainly in another."""
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError:
        return ""
    return "" if "\0" in text or _MISREAD.search(text) else text


def _rows(text: str) -> Iterator[Row | UnreadableError]:
    csv.field_size_limit(sys.maxsize)  # 131,072 characters unless told, and a long report has more
    told = _SEP.match(text)
    start = told.end() if told else 0
    reader = csv.reader(io.StringIO(text[start:], newline=""), delimiter=_delimiter(text, told), strict=True)
    above = 1 if told else 0
    try:
        columns = [cell.strip() for cell in next(reader, [])]
        _check(columns)
        for row in reader:
            if any(cell.strip() for cell in row):
                yield _row(columns, row, reader.line_num + above)
    except csv.Error as error:
        raise UnreadableError("format", f"line {reader.line_num + above}: {error}; save the table anew") from None


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
