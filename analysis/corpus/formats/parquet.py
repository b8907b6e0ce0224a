"""Tables of articles as Parquet. Pure."""

from collections.abc import Iterator
from functools import partial
from typing import BinaryIO

from analysis.corpus.formats.made import Part, UnreadableError
from analysis.corpus.formats.rows import Row, cells, row_texts
from analysis.limits import Limits

ROWS_AT_ONCE = 256


def texts(file: BinaryIO, source: str, _: Limits) -> Iterator[Part]:
    """Yield the articles of a .parquet file. Raises UnreadableError."""
    yield from row_texts(partial(_rows, file), source)


def _rows(file: BinaryIO) -> Iterator[Row | UnreadableError]:
    from pyarrow import ArrowInvalid
    from pyarrow.parquet import ParquetFile

    try:
        table = ParquetFile(file)
    except ArrowInvalid:
        raise UnreadableError("format", "is no Parquet table; save the table anew") from None
    for batch in table.iter_batches(batch_size=ROWS_AT_ONCE):
        yield from map(cells, batch.to_pylist())
