import json
from pathlib import Path

import pandas as pd
import pytest

import analysis
from analysis.choice import Choice
from analysis.records import InputError
from analysis.report import data
from analysis.workbench import Corpus


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
    assert (loaded.earlier, loaded.folder, loaded.versions) == (chosen.earlier, chosen.folder, chosen.versions)
    assert list(loaded.frames) == list(chosen.frames)
    for name, table in chosen.frames.items():
        pd.testing.assert_frame_equal(loaded.frames[name], table.reset_index(drop=True), check_dtype=False)


def test_every_file_but_its_own_list_is_noted_with_its_checksum(report: Path) -> None:
    noted = data.built(report / "data")["sha256"]
    assert noted == data.sums(report / "data")
    assert {"figures.csv", "study.yml", "datapackage.json"} < noted.keys()
    assert data.BUILD not in noted


def test_nothing_written_tells_where_the_articles_lie(report: Path) -> None:
    made = json.loads((report / "data" / data.BUILD).read_text())
    assert made["folder"] == "seeds"
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
