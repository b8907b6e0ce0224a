"""The same articles in a folder, in tables and in an archive give the same tables of findings."""

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import analysis

Rows = list[dict[str, str]]


@pytest.fixture(scope="module")
def rows(stories: tuple[Any, ...]) -> Rows:
    days = ("2022-10-14", "unknown")
    return [
        {
            "file": f"{story.name}.txt",
            "title": story.title,
            "outlet": "The Lake Courier",
            "published": day,
            "desk": "trade",
        }
        | {"text": story.text}
        for story, day in zip(stories, days, strict=True)
    ]


def commas(rows: Rows, columns: list[str]) -> bytes:
    content = io.StringIO(newline="")
    writer = csv.DictWriter(content, fieldnames=columns, extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return content.getvalue().encode()


def parquet(rows: Rows) -> bytes:
    content = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows), content)
    return content.getvalue()


def files(rows: Rows) -> dict[str, bytes]:
    manifest = commas(rows, ["file", "title", "outlet", "published", "desk"])
    return {"articles.csv": manifest} | {row["file"]: row["text"].encode() for row in rows}


def tables(folder: Path, contents: dict[str, bytes]) -> dict[str, pd.DataFrame]:
    """Return the tables that were made of a folder: no container in the names of articles, other ids numbered."""
    folder.mkdir()
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    numbers: dict[str, str] = {}

    def plain(cell: object) -> object:
        if not isinstance(cell, str):
            return cell
        cell = re.sub(r"\bpress(?:\.\w+/|-(?:jsonl|csv|parquet|zip)-)", "", cell)
        return re.sub(r"\b[0-9a-f]{10}\b", lambda match: numbers.setdefault(match[0], f"id {len(numbers)}"), cell)

    return {name: frame.map(plain) for name, frame in analysis.read(folder).frames.items()}


@pytest.mark.parametrize("container", ["jsonl", "csv", "parquet", "zip", "zipped table"])
def test_the_same_tables_come_out_of_every_container(
    container: str, rows: Rows, zip_of: Callable[[dict[str, bytes]], bytes], tmp_path: Path
):
    lines = "".join(f"{json.dumps(row)}\n" for row in rows).encode()
    content = {
        "jsonl": lambda: {"press.jsonl": lines},
        "csv": lambda: {"press.csv": commas(rows, list(rows[0]))},
        "parquet": lambda: {"press.parquet": parquet(rows)},
        "zip": lambda: {"press.zip": zip_of(files(rows))},
        "zipped table": lambda: {"press.zip": zip_of({"press.jsonl": lines})},
    }[container]()
    expected = tables(tmp_path / "folder", files(rows))
    found = tables(tmp_path / "container", content)
    assert len(expected["figures"]) > 20
    assert not len(found["rejected"])
    for name, frame in expected.items():
        other = found[name][found[name]["about"] != "columns"] if name == "remarks" else found[name]
        pd.testing.assert_frame_equal(frame, other.reset_index(drop=True), check_dtype=False, obj=name)
