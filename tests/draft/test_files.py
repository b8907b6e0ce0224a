from pathlib import Path

import pytest

from analysis import draft
from analysis.corpus import manifest
from analysis.draft import files
from analysis.records import InputError
from analysis.study import DEFAULT, load


def test_both_files_are_written_and_the_next_step_is_named(folder: Path) -> None:
    drafted = draft.new(folder)
    assert load(folder / "study.yml").region == "East Africa"
    assert (folder / "articles.csv").read_text().count("\n") == 7
    assert drafted.lines[0] == "6 articles read, among them 1 copy"
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


def test_copies_and_articles_that_are_not_analysed_are_counted_apart(folder: Path) -> None:
    (folder / "bericht.txt").write_text(
        "Der Handel zwischen den Ländern ist im vergangenen Jahr gewachsen, sagte der Minister am Montag. "
        "Die Ausfuhren stiegen um zehn Prozent, während die Einfuhren zurückgingen. Die Unternehmen hoffen, dass "
        "die neue Straße zum Hafen noch vor dem Winter fertig wird, und dass die Preise nicht weiter steigen.\n"
    )
    assert draft.new(folder).lines[0] == "7 articles read, among them 1 copy and 1 not analysed"


def test_the_table_opens_in_a_spreadsheet_with_its_letters(folder: Path) -> None:
    draft.new(folder)
    assert (folder / "articles.csv").read_bytes().startswith(b"\xef\xbb\xbffile,title,")
    assert set(manifest.read_manifest(folder)) >= {"trade.txt", "more/tea.txt"}


def test_where_no_file_can_be_read_the_first_are_named_with_the_reason(tmp_path: Path) -> None:
    for number in range(7):
        (tmp_path / f"{number}.txt").write_text("")
    with pytest.raises(InputError) as told:
        draft.new(tmp_path)
    first, *files, more = str(told.value).splitlines()
    assert "no article here" in first
    assert first.endswith("7 files could not be read:")
    assert [line[: len("  0.txt: ")] for line in files] == [f"  {number}.txt: " for number in range(5)]
    assert more == "  and 2 more"


def test_a_drafted_study_is_not_marked_as_drawn_for_its_author_reads_it_through(folder: Path) -> None:
    draft.new(folder)
    assert not load(folder / "study.yml").drawn


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
