"""Tables of articles as Parquet. Pure."""

import io
from collections.abc import Iterator
from functools import partial

from analysis.corpus.formats.made import Part, UnreadableError
from analysis.corpus.formats.rows import Row, cells, row_texts

ROWS_AT_ONCE = 256


def texts(content: bytes, source: str) -> Iterator[Part]:
    """Yield the articles of a .parquet file. Raises UnreadableError."""
    yield from row_texts(partial(_rows, content), source)


def _rows(content: bytes) -> Iterator[Row | UnreadableError]:
    from pyarrow import ArrowInvalid
    from pyarrow.parquet import ParquetFile

    try:
        table = ParquetFile(io.BytesIO(content))
    except ArrowInvalid:
        raise UnreadableError("format", "is no Parquet table; save the table anew") from None
    for batch in table.iter_batches(batch_size=ROWS_AT_ONCE):
        yield from map(cells, batch.to_pylist())
