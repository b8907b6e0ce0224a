"""The data package: valid by the standard's own validator, the data included."""

import json
from pathlib import Path
from typing import Any

import frictionless
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import analysis
from analysis import datapackage, tables
from analysis.workbench import Corpus

EMPTY = {name: tables.frame(name, []) for name in tables.schema()}


@pytest.fixture(scope="module")
def seeds() -> Corpus:
    return analysis.read("seeds")


def written(frames: dict[str, pd.DataFrame], folder: Path, file_format: str = "csv") -> dict[str, Any]:
    """Return the data package of tables that were written into a folder."""
    tables.write(frames, folder, file_formats=[file_format])
    datapackage.write(frames, folder, title="Russia and Central Asia", scope="Two articles.", file_format=file_format)
    package: dict[str, Any] = json.loads((folder / datapackage.NAME).read_text(encoding="utf-8"))
    return package


def faults(folder: Path) -> list[tuple[str, str]]:
    """Return what the validator finds wrong with a package: where, and the kind of fault."""
    report = frictionless.validate(str(folder / datapackage.NAME))
    found = [("package", error.type) for error in report.errors]
    return found + [(task.name, error.type) for task in report.tasks for error in task.errors]


@pytest.mark.parametrize("file_format", ["csv", "parquet"])
def test_it_lists_every_table_and_its_columns(tmp_path: Path, seeds: Corpus, file_format: str) -> None:
    package = written(dict(seeds.frames), tmp_path, file_format)
    assert [resource["name"] for resource in package["resources"]] == list(tables.schema())
    for resource in package["resources"]:
        path = tmp_path / resource["path"]
        table = pd.read_csv(path, dtype=str) if file_format == "csv" else pd.read_parquet(path)
        fields = resource["schema"]["fields"]
        assert [field["name"] for field in fields] == list(table.columns)
        assert {field["type"] for field in fields} <= {"string", "integer", "number", "date"}
        assert resource["schema"]["primaryKey"] == tables.schema()[resource["name"]]["key"]
        assert resource.get("bytes") == (path.stat().st_size if file_format == "csv" else None)
    assert {path.suffix for path in tmp_path.iterdir()} == {".json", f".{file_format}"}


@pytest.mark.parametrize("file_format", ["csv", "parquet"])
def test_the_seeds_are_valid_and_so_are_tables_without_rows(tmp_path: Path, seeds: Corpus, file_format: str) -> None:
    for name, frames in {"seeds": seeds.frames, "empty": EMPTY}.items():
        (tmp_path / name).mkdir()
        written(dict(frames), tmp_path / name, file_format)
        assert faults(tmp_path / name) == []


def test_copies_in_other_formats_are_listed_as_files(tmp_path: Path, seeds: Corpus) -> None:
    (tmp_path / "tables.xlsx").write_bytes(b"a workbook")
    tables.write(seeds.frames, tmp_path, file_formats=["parquet"])
    package = written(dict(seeds.frames), tmp_path)
    copies = package["resources"][len(tables.schema()) :]
    assert [copy["path"] for copy in copies] == sorted([*(f"{name}.parquet" for name in EMPTY), "tables.xlsx"])
    assert {copy["type"] for copy in copies} == {"file"}
    assert faults(tmp_path) == []
    (tmp_path / "tables.xlsx").write_bytes(b"a workbooK")
    assert faults(tmp_path) == [("tables.xlsx", "hash-count")]


def test_it_says_what_the_tables_are_and_whose(tmp_path: Path, seeds: Corpus) -> None:
    package = written(dict(seeds.frames), tmp_path)
    assert package["title"] == "Russia and Central Asia"
    assert package["description"].startswith("Two articles. Amounts are nominal")
    assert package["created"] == "2025-10-09T00:00:00Z"
    assert package["licenses"][0]["title"] == "Quotations remain with the owners of the articles"
    assert [source["title"] for source in package["sources"]][2:4] == [
        "Russia is Expanding and Strengthening Cooperation With Asia",
        "Prospects for cooperation between Russia and Central Asia",
    ]
    assert "created" not in written(EMPTY, tmp_path)


def test_flags_lists_and_references_are_described() -> None:
    fields = {one["name"]: one for one in datapackage.table_schema("figures", EMPTY["figures"])["fields"]}  # type: ignore[attr-defined]
    assert fields["parties"]["description"].endswith("Several are joined by |.")
    assert datapackage.field("doubt", tables.described("statements", "doubt"))["constraints"] == {"enum": ["yes"]}
    assert datapackage.table_schema("figures", EMPTY["figures"])["foreignKeys"] == [
        {"fields": ["article_id"], "reference": {"resource": "articles", "fields": ["article_id"]}},
        {"fields": ["part_of"], "reference": {"resource": "", "fields": ["figure_id"]}},
    ]


def test_every_reference_names_a_key() -> None:
    for name, table in tables.schema().items():
        for column, about in table["columns"].items():
            if "refers_to" in about:
                other, key = about["refers_to"].split(".")
                assert tables.schema()[other]["key"] == [key], f"{name}.{column}"


@pytest.mark.parametrize(
    ("table", "rows", "fault"),
    [
        ("figures", [{"figure_id": "f", "article_id": "nowhere"}], "foreign-key"),
        ("figures", [{"figure_id": "f", "article_id": "one", "part_of": "g"}], "foreign-key"),
        ("figures", [{"figure_id": "f", "article_id": "one", "kind": "gold"}], "constraint-error"),
        ("figures", [{"figure_id": "f", "article_id": "one"}] * 2, "primary-key"),
        ("articles", [{"article_id": "one", "published": "May 2022"}], "type-error"),
        ("articles", [{"article_id": "one", "translated": "maybe"}], "constraint-error"),
    ],
)
def test_what_the_description_does_not_allow_is_found(
    tmp_path: Path, table: str, rows: list[dict[str, object]], fault: str
) -> None:
    articles = tables.frame("articles", [{"article_id": "one"}])
    written({**EMPTY, "articles": articles, table: tables.frame(table, rows)}, tmp_path)
    assert faults(tmp_path) == [(table, fault)]


PIECES = st.sampled_from(
    ["'", '"', ";", "|", "\t", ",", "\r", "\n", "\\", " ", "a", "=1+1", "😀", "\ufeff", '", "', "NA"]
)


@settings(max_examples=20)
@given(st.lists(st.lists(PIECES, max_size=12).map("".join), min_size=1, max_size=8))
def test_a_program_that_follows_it_reads_the_words_as_they_are(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("any")
    articles = tables.frame("articles", [{"article_id": "002", "url": 'https://example.org/a b"<é>'}])
    rows = [{"article_id": "002", "start": start, "text": text} for start, text in enumerate([*texts, "a" * 40_000])]
    written({"articles": articles, "removed": tables.frame("removed", rows)}, folder)
    assert faults(folder) == []
    read = frictionless.Package(str(folder / datapackage.NAME)).get_resource("removed").read_rows()
    assert [row["text"] or "" for row in read] == [*texts, "a" * 40_000]
    assert {row["article_id"] for row in read} == {"002"}
