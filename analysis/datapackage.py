"""The data package: what programs are told about the tables, by the Frictionless standard (Data Package 1.0)."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from analysis import tables
from analysis.frames import parts_of

NAME = "datapackage.json"
MEDIA_TYPES = {
    "csv": "text/csv",
    "parquet": "application/vnd.apache.parquet",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
COPIES = {
    "parquet": "The same table with the types of its columns",
    "xlsx": "All tables and their dictionary as a workbook",
}
MOST_SOURCES = 1000
# How a program tells the types that the standard has not.
STRINGS = {"list": " Several are joined by |.", "flag": " yes, or empty."}


def write(
    frames: Mapping[str, pd.DataFrame], folder: Path, *, title: str, scope: str, file_format: str = "csv"
) -> None:
    """Write datapackage.json beside the tables that lie in a folder in this format; copies in others are listed too.

    `title` and `scope` say what the tables are about and rest on.
    """
    package = {**head(frames, title=title, scope=scope), "resources": list(resources(frames, folder, file_format))}
    (folder / NAME).write_text(json.dumps(package, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def head(frames: Mapping[str, pd.DataFrame], *, title: str, scope: str) -> dict[str, object]:
    """Return what the package says of all tables together: title, sources, licence, and the latest day of the data."""
    latest = max(frames["articles"]["said_on"], default="")
    return {
        "profile": "data-package",
        "name": "figures-and-mentions",
        "title": title,
        "description": " ".join([scope, *tables.TERMS]),
        **({"created": f"{latest}T00:00:00Z"} if latest else {}),
        "licenses": [{"name": "other-closed", "title": "Quotations remain with the owners of the articles"}],
        "sources": list(sources(frames["articles"])),
    }


def sources(articles: pd.DataFrame) -> Iterator[dict[str, str]]:
    """Yield the sources of the data package: each article's title, and its address if it has one on the web.

    Of very many articles the table stands for all.
    """
    if len(articles) > MOST_SOURCES:
        yield {"title": f"{len(articles):,} articles, listed in the table articles"}
        return
    for title, name, url in zip(articles["title"], articles["article_id"], articles["url"], strict=True):
        yield {"title": title or name, **({"path": url} if url.startswith("http") else {})}


def resources(frames: Mapping[str, pd.DataFrame], folder: Path, file_format: str) -> Iterator[dict[str, object]]:
    """Yield the description of each table in this format, then of each file of a folder in another."""
    for name in frames:
        path = folder / f"{name}.{file_format}"
        yield {
            "name": name,
            "profile": "tabular-data-resource",
            **file_facts(path),
            # The validator of the standard counts no bytes of a table in Parquet, and would miss them.
            **(size(path) if file_format == "csv" else {}),
            "encoding": "utf-8",
            "description": tables.schema()[name]["about"],
            "schema": table_schema(name, next(iter(parts_of(frames, name)))),
        }
    others = (path for path in folder.iterdir() if path.suffix[1:] in COPIES.keys() - {file_format})
    for path in sorted(others):
        # Of type file: a program that took the workbook for a table would read its first sheet.
        about = {"name": path.name, "profile": "data-resource", "type": "file", "description": COPIES[path.suffix[1:]]}
        yield {**about, **file_facts(path), **size(path)}


def file_facts(path: Path) -> dict[str, object]:
    """Return a file's name and format."""
    return {"path": path.name, "format": path.suffix[1:], "mediatype": MEDIA_TYPES[path.suffix[1:]]}


def size(path: Path) -> dict[str, object]:
    """Return a file's size in bytes and its SHA-256."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return {"bytes": path.stat().st_size, "hash": f"sha256:{digest}"}


def table_schema(name: str, table: pd.DataFrame) -> dict[str, object]:
    """Return the columns of a table, its key, and the columns that name a row of another table or of its own."""
    keys = [
        {"fields": [column], "reference": reference(name, *about["refers_to"].split("."))}
        for column, about in tables.schema()[name]["columns"].items()
        if "refers_to" in about
    ]
    return {
        "fields": [field(column, tables.described(name, column)) for column in table.columns],
        "missingValues": [""],
        "primaryKey": tables.schema()[name]["key"],
        **({"foreignKeys": keys} if keys else {}),
    }


def reference(name: str, table: str, column: str) -> dict[str, object]:
    """Return where a column of the table `name` refers to; the standard calls the table itself nothing."""
    return {"resource": "" if table == name else table, "fields": [column]}


def field(name: str, about: Mapping[str, Any]) -> dict[str, object]:
    """Return the description of one column.

    >>> field("parties", {"type": "list", "about": "Countries and groups"})
    {'name': 'parties', 'type': 'string', 'description': 'Countries and groups. Several are joined by |.'}
    """
    kind = about.get("type", "string")
    allowed = ["yes"] if kind == "flag" else about.get("allowed")
    return {
        "name": name,
        "type": "string" if kind in STRINGS else kind,
        "description": f"{about['about']}.{STRINGS.get(kind, '')}",
        **({"constraints": {"enum": allowed}} if allowed else {}),
    }
