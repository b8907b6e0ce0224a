import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from analysis.report import jobs, output, record
from analysis.report.fingerprint import Inputs
from analysis.report.order import Order
from analysis.report.record import Record

Write = Callable[..., Path]
PLAIN = 'corpus: str = "seeds"'


@pytest.fixture
def inputs(tmp_path: Path, write_notebook: Write) -> Inputs:
    """Return three notebooks: a chapter, one that compares, and the brief of a country."""
    sources = {"overview": PLAIN, "since-last-time": f'{PLAIN}\nbefore: str = ""', "country-brief": PLAIN}
    paths = [write_notebook(tmp_path / f"{name}.ipynb", source) for name, source in sources.items()]
    return Inputs(notebooks={path: f"key of {path.stem}" for path in paths}, tables="tables", report="report")


def made(inputs: Inputs, earlier: str = "", countries: tuple[str, ...] = ()) -> dict[str, jobs.Job]:
    found = jobs.jobs(Order(Path("seeds"), Path("out")), inputs, Path("made"), earlier=earlier, countries=countries)
    return {job.name: job for job in found}


def test_each_chapter_is_one_job_and_each_country_spoken_of_another(inputs: Inputs) -> None:
    assert list(made(inputs)) == ["overview", "since-last-time"]
    both = made(inputs, countries=("KAZ", "UZB"))
    assert list(both) == ["overview", "since-last-time", "country-brief-kaz", "country-brief-uzb"]
    assert [both[f"country-brief-{code}"].parameters["country"] for code in ("kaz", "uzb")] == ["KAZ", "UZB"]
    assert both["country-brief-kaz"].key != both["country-brief-uzb"].key


def test_notebooks_take_the_tables_that_the_report_is_made_of(inputs: Inputs) -> None:
    assert {job.parameters["corpus"] for job in made(inputs).values()} == {str(Path("made").resolve())}


def test_only_a_notebook_that_asks_for_it_is_given_the_earlier_report(inputs: Inputs, tmp_path: Path) -> None:
    compared = made(inputs, earlier=str(tmp_path))
    assert compared["since-last-time"].parameters["before"] == str(tmp_path)
    assert "before" not in compared["overview"].parameters


def test_other_earlier_figures_run_the_comparison_again_and_nothing_else(inputs: Inputs, tmp_path: Path) -> None:
    keys = []
    for content in ("one", "two"):
        (tmp_path / "figures.csv").write_text(content)
        keys.append({name: job.key for name, job in made(inputs, earlier=str(tmp_path)).items()})
    assert keys[0]["since-last-time"] != keys[1]["since-last-time"]
    assert keys[0]["overview"] == keys[1]["overview"]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Return a folder with a report on some tables."""
    out = tmp_path / "out"
    for folder in (out / "data", out / record.FOLDER):
        folder.mkdir(parents=True)
    for name in ("figures.csv", "build.json"):
        (out / "data" / name).write_text("of then")
    record.save(Record("report", "of then", (), (), {}), out)
    return out


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """Return the folder of the report to come."""
    (tmp_path / "new").mkdir()
    return tmp_path / "new"


def kept(folder: Path) -> str:
    return (folder / record.FOLDER / jobs.EARLIER / "figures.csv").read_text()


def test_without_a_report_there_is_none_to_compare_with(tmp_path: Path, new: Path) -> None:
    assert jobs.earlier_data(tmp_path, "of now", new) == ""
    assert list(new.iterdir()) == []


def test_a_report_on_other_tables_is_the_earlier_one(out: Path, new: Path) -> None:
    before = output.file_names(out)
    assert jobs.earlier_data(out, "of now", new) == str((new / record.FOLDER / jobs.EARLIER).resolve())
    assert kept(new) == "of then"
    assert output.file_names(out) == before  # it stays as it was, should the build not come to its end


def test_a_report_made_again_is_compared_with_what_it_was_compared_with(out: Path, tmp_path: Path) -> None:
    folders = [tmp_path / name for name in ("first", "second", "third", "fourth")]
    assert jobs.earlier_data(out, "of then", folders[0]) == ""
    jobs.earlier_data(out, "of now", folders[1])
    shutil.copytree(folders[1], out, dirs_exist_ok=True)
    record.save(Record("report", "of now", (), (), {}), out)
    (out / "data" / "figures.csv").write_text("of now")
    assert jobs.earlier_data(out, "of now", folders[2])
    assert kept(folders[2]) == "of then"
    jobs.earlier_data(out, "of tomorrow", folders[3])
    assert kept(folders[3]) == "of now"


def test_a_report_without_its_figures_is_compared_with_the_one_before(out: Path, new: Path, tmp_path: Path) -> None:
    jobs.earlier_data(out, "of now", tmp_path / "first")
    shutil.copytree(tmp_path / "first", out, dirs_exist_ok=True)
    (out / "data" / "figures.csv").unlink()
    assert jobs.earlier_data(out, "of now", new)
    assert kept(new) == "of then"
