"""The tables: one schema (tables.yml) makes the DataFrames, CSV, Parquet and the dictionary."""

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, Literal, TextIO

import pandas as pd
import yaml

from analysis.frames import parts_of
from analysis.progress import progress

SCHEMA = Path(__file__).with_name("tables.yml")

# Text columns keep `002` and `NA` as they are; numbers and whole numbers may be missing.
DTYPES = {"integer": "Int64", "number": "Float64"}
FURTHER = {"about": "A further column of the articles' manifest, as its owner gave it"}
BLOCK = 1 << 24  # bytes that are read at once: no cell is longer, since no article is
# What holds for all tables wherever they go.
TERMS = ("Amounts are nominal, as stated.", "The texts quoted remain with the owners of the articles.")

HEAD = """# Dictionary of the tables

Made from `tables.yml` by `make dictionary`. A report has each table as CSV, as Parquet and as a sheet of `tables.xlsx`.
Empty always means: not known.

| type | CSV and Parquet | workbook |
|---|---|---|
| string | text | text, also where it looks like a number or a formula |
| integer, number | numbers; in Parquet INT64 and DOUBLE | numbers, to 15 digits |
| date | text, an ISO date such as 2025-10-09 | a date |
| list | text, several strings joined by `\\|` | the same |
| flag | `yes` or empty | the same |"""


@cache
def schema() -> dict[str, dict[str, Any]]:
    """Return every table's description, key and columns, in the order of tables.yml.

    >>> list(schema())[:3]
    ['articles', 'removed', 'figures']
    >>> list(schema()["removed"]["columns"])
    ['article_id', 'start', 'end', 'text', 'rule']
    """
    loaded: dict[str, dict[str, Any]] = yaml.safe_load(SCHEMA.read_text(encoding="utf-8"))
    return loaded


def described(name: str, column: str) -> Mapping[str, Any]:
    """Return what the schema says of a column; `manifest_NAME` of the articles is the owner's own.

    >>> described("removed", "start")["type"], described("articles", "manifest_note").get("type")
    ('integer', None)
    """
    about: Mapping[str, Any] = schema()[name]["columns"].get(column, FURTHER)
    return about


def cell(value: object) -> object:
    """Return a record's value as it stands in a table: dates in ISO form, lists joined by `|`, nothing as missing.

    >>> cell(("IND", "East Africa")), cell(date(2025, 10, 9)), cell(True), cell(None)
    ('IND|East Africa', '2025-10-09', 'yes', '')
    """
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, tuple):
        return "|".join(map(str, value))
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else value


def frame(name: str, rows: Iterable[Mapping[str, object]]) -> pd.DataFrame:
    """Return the table `name` as a DataFrame: all columns of the schema in its order, further columns after them.

    Columns of type integer and number are nullable numbers; every other column is text, empty where nothing is known.

    >>> frame("rejected", [{"source": "002", "reason": "empty"}]).loc[0, "source"]
    '002'
    >>> len(frame("statements", []))
    0
    """
    columns, given = schema()[name]["columns"], list(rows)
    further = dict.fromkeys(key for row in given for key in row if key not in columns)
    return pd.DataFrame(
        {column: series(columns.get(column, {}).get("type", ""), column, given) for column in [*columns, *further]}
    )


def series(kind: str, column: str, rows: Sequence[Mapping[str, object]]) -> pd.Series:
    """Return one column of a table: nullable numbers, or text that is empty where nothing is known."""
    values = [cell(row.get(column)) for row in rows]
    if kind in DTYPES:
        return pd.Series(pd.array([None if value == "" else value for value in values], dtype=DTYPES[kind]))  # type: ignore[call-overload]
    return pd.Series([str(value) for value in values], dtype="str")


def rows(records: Iterable[Any]) -> Iterator[dict[str, object]]:
    """Yield dataclass records as mappings from field to value, one level deep."""
    return ({name: getattr(record, name) for name in record.__dataclass_fields__} for record in records)


def number(value: object) -> str:
    """Return a number as CSV prints it: whole numbers without a decimal point, never an exponent.

    >>> number(37100000000.0), number(39.7), number(0.00001), number(pd.NA)
    ('37100000000', '39.7', '0.00001', '')
    """
    if pd.isna(value):  # type: ignore[call-overload]
        return ""
    return format(Decimal(repr(float(value))), "f").removesuffix(".0")  # type: ignore[arg-type]


def write_csv(table: pd.DataFrame, file: TextIO, *, header: bool = True) -> None:
    r"""Write a table to a file as CSV with a header and `\n` line ends."""
    printed = table.copy()
    for column in table.columns[table.dtypes == "Float64"]:
        printed[column] = [number(value) for value in table[column]]
    # Python before 3.13 leaves a lone carriage return unquoted, and readers end the row there.
    text: pd.DataFrame = printed.select_dtypes("str")
    carriage_return = any(text[column].str.contains("\r", regex=False).any() for column in text)
    quoting: Literal[0, 1] = csv.QUOTE_ALL if carriage_return else csv.QUOTE_MINIMAL
    printed.to_csv(file, index=False, header=header, lineterminator="\n", quoting=quoting)


def write(frames: Mapping[str, pd.DataFrame], folder: Path, *, file_formats: Sequence[str] = ("csv",)) -> None:
    """Write every table into `folder`, part by part; `file_formats` are csv and parquet."""
    writers = {"csv": csv_writer, "parquet": parquet_writer}
    for name in progress(frames, "tables", "tables"):
        with ExitStack() as files:
            opened = [
                files.enter_context(writers[file_format](folder / f"{name}.{file_format}"))
                for file_format in file_formats
            ]
            for part in parts_of(frames, name):
                for write_part in opened:
                    write_part(part)


@contextmanager
def csv_writer(path: Path) -> Iterator[Callable[[pd.DataFrame], None]]:
    """Give what writes a table into a CSV file, part by part."""
    with path.open("w", encoding="utf-8", newline="") as file:
        yield lambda part: write_csv(part, file, header=file.tell() == 0)


@contextmanager
def parquet_writer(path: Path) -> Iterator[Callable[[pd.DataFrame], None]]:
    """Give what writes a table into a Parquet file, part by part, with the same columns as its CSV."""
    import pyarrow as pa
    from pyarrow.parquet import ParquetWriter

    with ExitStack() as files:
        writers: list[ParquetWriter] = []

        def write_part(part: pd.DataFrame) -> None:
            table = pa.Table.from_pandas(part, preserve_index=False)
            if not writers:
                writers.append(files.enter_context(ParquetWriter(path, table.schema)))
            writers[0].write_table(table)

        yield write_part


def read_csv(path: Path) -> pd.DataFrame:
    """Return a written table again, its name being the file's; ids stay text.

    Raises OSError where there is no such file, ValueError where it is no table.
    """
    from pyarrow import csv as arrow

    return _typed(arrow.read_csv(path, **_how_written(path)))


def csv_parts(path: Path) -> Iterator[pd.DataFrame]:
    """Yield a written table again, in parts of some megabytes, one at least.

    What `read_csv` raises, this raises as the parts are read.
    """
    import pyarrow as pa
    from pyarrow import csv as arrow

    with arrow.open_csv(path, **_how_written(path)) as batches:
        yield _typed(batches.schema.empty_table())
        yield from (_typed(pa.Table.from_batches([batch])) for batch in batches)


def _how_written(path: Path) -> dict[str, Any]:
    """Return how the columns of a written table are read."""
    import pyarrow as pa
    from pyarrow import csv as arrow

    with path.open(encoding="utf-8", newline="") as file:
        header = next(csv.reader(file), [])
    types = {"integer": pa.int64(), "number": pa.float64()}
    columns = {name: types.get(described(path.stem, name).get("type", ""), pa.string()) for name in header}
    return {
        "read_options": arrow.ReadOptions(block_size=BLOCK),
        "parse_options": arrow.ParseOptions(newlines_in_values=True),
        "convert_options": arrow.ConvertOptions(column_types=columns, null_values=[""]),
    }


def _typed(table: Any) -> pd.DataFrame:
    """Return a table of Arrow with the types that ours have."""
    import pyarrow as pa

    kinds = {pa.int64(): pd.Int64Dtype(), pa.float64(): pd.Float64Dtype(), pa.string(): pd.Series(dtype="str").dtype}
    read: pd.DataFrame = table.to_pandas(types_mapper=kinds.get)
    return read


def dictionary() -> str:
    """Return the dictionary of all tables as Markdown: a section a table, a line a column."""
    sections = ["\n".join(section(name, table)) for name, table in schema().items()]
    return "\n\n".join([HEAD, *sections]) + "\n"


def section(name: str, table: Mapping[str, Any]) -> Iterator[str]:
    """Yield the lines of the dictionary about one table."""
    yield from (f"## {name}", "", table["about"], "", "| column | type | meaning |", "|---|---|---|")
    further = {"manifest_NAME": FURTHER} if name == "articles" else {}
    for column, about in {**table["columns"], **further}.items():
        values = f" One of: {', '.join(about['allowed'])}." if "allowed" in about else ""
        yield f"| `{column}` | {about.get('type', 'string')} | {about['about']}.{values} |"


if __name__ == "__main__":
    print(dictionary(), end="")
