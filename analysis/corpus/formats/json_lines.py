"""Tables of articles as JSON, a row on each line. Pure."""

import json
from codecs import BOM_UTF8
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO

from analysis.corpus.formats.made import Part, UnreadableError, utf8
from analysis.corpus.formats.rows import Row, cells, row_texts
from analysis.limits import Limits

LONGEST_LINE = 100_000_000  # bytes: what is longer comes in pieces, and is no row


def texts(file: BinaryIO, source: str, _: Limits) -> Iterator[Part]:
    """Yield the articles of a .jsonl file. Raises UnreadableError."""
    yield from row_texts(partial(_rows, file), source)


def _rows(file: BinaryIO) -> Iterator[Row | UnreadableError]:
    for number, line in enumerate(_lines(file), start=1):
        if line.strip():
            try:
                yield _row(line, number)
            except UnreadableError as fault:
                yield fault


def _lines(file: BinaryIO) -> Iterator[bytes]:
    """Yield the lines of an open file from its beginning; old Macintoshs ended them by a carriage return."""
    file.seek(0)
    file.seek(len(BOM_UTF8) if file.read(len(BOM_UTF8)) == BOM_UTF8 else 0)
    while line := file.readline(LONGEST_LINE):
        yield from line.splitlines()


def _row(line: bytes, number: int) -> Row:
    try:
        record = json.loads(utf8(line))
    except (ValueError, RecursionError) as error:
        raise UnreadableError("format", f"line {number} is no JSON ({error}); correct the line") from None
    if not isinstance(record, dict):
        raise UnreadableError("format", f'line {number} is no object like {{"text": "..."}}; correct the line')
    return cells(record)
