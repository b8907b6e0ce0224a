from pathlib import Path

import pytest

from analysis import draft
from analysis.draft import files
from analysis.records import InputError
from analysis.study import DEFAULT, load


def test_both_files_are_written_and_the_next_step_is_named(folder: Path) -> None:
    drafted = draft.new(folder)
    assert load(folder / "study.yml").region == "East Africa"
    assert (folder / "articles.csv").read_text().count("\n") == 7
    assert drafted.lines[0] == "6 articles read, 1 of them copies or not analysed"
    assert f"make report CORPUS={folder}" in drafted.lines[-1]


def test_nothing_but_the_two_files_is_left_behind(folder: Path) -> None:
    before = {path.name for path in folder.iterdir()}
    draft.new(folder)
    assert {path.name for path in folder.iterdir()} - before == {"study.yml", "articles.csv"}


def test_a_file_that_stands_there_stays_and_the_other_is_written(folder: Path) -> None:
    (folder / "articles.csv").write_text("file\ntrade.txt\n")
    lines = draft.new(folder).lines
    assert (folder / "articles.csv").read_text() == "file\ntrade.txt\n"
    assert f"{folder / 'articles.csv'} stands already and was not touched" in lines
    assert load(folder / "study.yml").region == "East Africa"


def test_a_study_that_stands_there_decides_and_stays(folder: Path) -> None:
    (folder / "study.yml").write_bytes(DEFAULT.read_bytes())
    draft.new(folder)
    assert (folder / "study.yml").read_bytes() == DEFAULT.read_bytes()
    assert (folder / "articles.csv").exists()


def test_where_both_stand_nothing_is_written_and_one_line_says_so(folder: Path) -> None:
    draft.new(folder)
    before = (folder / "study.yml").stat().st_mtime_ns
    with pytest.raises(InputError, match="stand here already"):
        draft.new(folder)
    assert (folder / "study.yml").stat().st_mtime_ns == before


def test_a_folder_without_articles_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("Nothing here.")
    with pytest.raises(InputError, match="no article here"):
        draft.new(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"README.md"}


def test_no_folder_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="not there"):
        draft.new(tmp_path / "none")


def test_a_file_is_no_folder_to_write_into(folder: Path) -> None:
    with pytest.raises(InputError, match="put it into a folder"):
        draft.new(folder / "trade.txt")


def test_what_cannot_be_read_is_told(folder: Path) -> None:
    (folder / "empty.txt").write_text("")
    assert [one.source for one in draft.new(folder).rejected] == ["empty.txt"]


def test_a_file_that_cannot_be_finished_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", broken)
    with pytest.raises(OSError, match="No space left"):
        files.write({"study.yml": "version: 1\n"}, tmp_path)
    assert not [*tmp_path.iterdir()]
