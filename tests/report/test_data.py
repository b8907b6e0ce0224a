import json
import re
from pathlib import Path

import frictionless
import pandas as pd
import pytest
from openpyxl import load_workbook

import analysis
from analysis import tables
from analysis.choice import Choice
from analysis.records import InputError
from analysis.report import data
from analysis.workbench import Corpus

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def chosen() -> Corpus:
    return analysis.read("seeds", start="2022", countries="KAZ,UZB")


@pytest.fixture
def report(chosen: Corpus, tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    data.write(chosen, tmp_path / "data")
    return tmp_path


def test_a_corpus_comes_back_as_it_was_written(chosen: Corpus, report: Path) -> None:
    loaded = data.load(report)
    assert loaded.texts == {name: chosen.texts[name] for name in chosen.articles["article_id"]}
    assert loaded.study == chosen.study
    assert loaded.choice == chosen.choice == Choice(start="2022", countries=("KAZ", "UZB"))
    assert loaded.left_out == chosen.left_out != ()
    assert (loaded.earlier, loaded.versions) == (chosen.earlier, chosen.versions)
    assert list(loaded.frames) == list(chosen.frames)
    for name, table in chosen.frames.items():
        pd.testing.assert_frame_equal(loaded.frames[name], table.reset_index(drop=True), check_dtype=False)


def test_every_table_is_there_in_every_format_with_the_same_rows(chosen: Corpus, report: Path) -> None:
    book = load_workbook(report / "data" / data.WORKBOOK, read_only=True)
    for name, table in chosen.frames.items():
        csv = tables.read_csv(report / "data" / f"{name}.csv")
        pd.testing.assert_frame_equal(pd.read_parquet(report / "data" / f"{name}.parquet"), csv)
        header, *rows = book[name].iter_rows(values_only=True)
        assert (list(header), len(rows)) == (list(csv.columns), len(csv)) == (list(table.columns), len(table)), name
    assert not chosen.frames["figures"].empty


def test_every_column_that_is_written_is_in_the_dictionary(report: Path) -> None:
    lines = (ROOT / "analysis" / "tables.md").read_text(encoding="utf-8")
    sections = dict(re.findall(r"^## (\w+)\n(.*?)(?=^## |\Z)", lines, re.DOTALL | re.MULTILINE))
    for path in [*(report / "data").glob("*.csv"), *(report / "data").glob("*.parquet")]:
        table = pd.read_csv(path, dtype=str) if path.suffix == ".csv" else pd.read_parquet(path)
        for column in table.columns:
            name = "manifest_NAME" if path.stem == "articles" and column.startswith("manifest_") else column
            assert f"| `{name}` |" in sections[path.stem], f"{path.name}: {column}"


def test_what_is_written_is_a_valid_data_package(report: Path) -> None:
    checked = frictionless.validate(str(report / "data" / "datapackage.json"))
    assert checked.valid, checked.flatten(["type", "note"])
    assert [task.name for task in checked.tasks if task.type == "table"] == list(tables.schema())
    assert "tables.xlsx" in [task.name for task in checked.tasks if task.type == "file"]


def test_every_file_but_its_own_list_is_noted_with_its_checksum(report: Path) -> None:
    noted = data.built(report / "data")["sha256"]
    assert noted == data.sums(report / "data")
    assert {"figures.csv", "figures.parquet", "tables.xlsx", "study.yml", "datapackage.json"} < noted.keys()
    assert data.BUILD not in noted


def test_nothing_written_tells_where_the_articles_lie(report: Path) -> None:
    made = json.loads((report / "data" / data.BUILD).read_text())
    assert str(Path.cwd()) not in json.dumps(made)


def test_a_folder_without_a_report_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=f"^{tmp_path}: no report: there is no data/build.json"):
        data.load(tmp_path)


@pytest.mark.parametrize(
    ("name", "value"),
    [("versions", None), ("choice", None), ("sha256", []), ("choice", {"begin": "2022"}), ("left_out", "000")],
)
def test_a_list_that_no_build_has_written_is_named(report: Path, name: str, value: object) -> None:
    path = report / "data" / data.BUILD
    path.write_text(json.dumps({**json.loads(path.read_text()), name: value}))
    with pytest.raises(InputError, match=r"build\.json: not as a build writes it; build the report again$"):
        data.load(report)


def test_a_list_of_something_else_is_named(report: Path) -> None:
    (report / "data" / data.BUILD).write_text("[]")
    with pytest.raises(InputError, match="not as a build writes it"):
        data.load(report)


def test_a_report_is_read_like_a_folder_of_articles(chosen: Corpus, report: Path) -> None:
    for asked in ({}, {"start": "2022", "countries": "KAZ,UZB"}):
        again = analysis.read(report, **asked)  # type: ignore[arg-type]
        assert again.figures.equals(chosen.figures.reset_index(drop=True))
        assert again.choice == chosen.choice
    with pytest.raises(InputError, match="this report is of another choice; read the articles themselves"):
        analysis.read(report, start="2023")
