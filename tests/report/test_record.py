import os
from datetime import datetime
from pathlib import Path

import pytest

from analysis.report import record
from analysis.report.record import Record


@pytest.fixture
def out(tmp_path: Path) -> Path:
    (tmp_path / record.FOLDER).mkdir()
    (tmp_path / "report.html").write_text("page")
    return tmp_path


@pytest.fixture
def saved(out: Path) -> Record:
    made = Record("abc", "def", ("one.txt: empty",), ("overview",), record.hashes(out, ["report.html"]))
    record.save(made, out)
    return made


def test_a_record_comes_back_as_it_was(saved: Record, out: Path) -> None:
    assert record.load(out) == saved


@pytest.mark.parametrize("content", ["", "[]", '{"fingerprint": "abc"}', "{"])
def test_a_record_that_cannot_be_read_is_none(out: Path, content: str) -> None:
    (out / record.FOLDER / "record.json").write_text(content)
    assert record.load(out) is None


def test_a_report_stands_while_its_files_are_untouched(saved: Record, out: Path) -> None:
    assert record.stands(saved, out, "abc")
    (out / "report.html").write_text("page, edited")
    assert not record.stands(saved, out, "abc")


def test_a_report_does_not_stand_without_one_of_its_files(saved: Record, out: Path) -> None:
    (out / "report.html").unlink()
    assert not record.stands(saved, out, "abc")


def test_a_report_does_not_stand_for_other_input(saved: Record, out: Path) -> None:
    assert not record.stands(saved, out, "abd")


def test_what_stands_is_told_with_its_day(saved: Record, out: Path) -> None:
    noon = datetime(2025, 11, 12, 12).timestamp()
    os.utime(out / record.FOLDER / "record.json", (noon, noon))
    assert record.standing(out) == f"{out} still holds the report of 12 November 2025"
    assert record.standing(out / "nowhere") == "nothing was written"


@pytest.mark.parametrize(("problems", "code"), [((), 0), (("one.txt: empty",), 1)])
def test_problems_with_the_content_make_exit_code_1(problems: tuple[str, ...], code: int) -> None:
    assert Record("abc", "def", problems, (), {}).exit_code == code
