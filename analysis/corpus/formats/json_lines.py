"""Tables of articles as JSON, a row on each line. Pure."""

import json
from collections.abc import Iterator
from functools import partial

from analysis.corpus.formats.made import Part, UnreadableError, utf8
from analysis.corpus.formats.rows import Row, cells, row_texts


def texts(content: bytes, source: str) -> Iterator[Part]:
    """Yield the articles of a .jsonl file. Raises UnreadableError."""
    yield from row_texts(partial(_rows, content), source)


def _rows(content: bytes) -> Iterator[Row | UnreadableError]:
    for number, line in enumerate(content.removeprefix(b"\xef\xbb\xbf").splitlines(), start=1):
        if line.strip():
            try:
                yield _row(line, number)
            except UnreadableError as fault:
                yield fault


def _row(line: bytes, number: int) -> Row:
    try:
        record = json.loads(utf8(line))
    except (ValueError, RecursionError) as error:
        raise UnreadableError("format", f"line {number} is no JSON ({error}); correct the line") from None
    if not isinstance(record, dict):
        raise UnreadableError("format", f'line {number} is no object like {{"text": "..."}}; correct the line')
    return cells(record)
