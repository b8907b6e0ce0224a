from pathlib import Path

import pytest

from analysis.records import InputError
from analysis.report import output


@pytest.mark.parametrize(
    ("corpus", "out"),
    [
        ("articles", "articles"),
        ("articles", "articles/out"),
        ("out/data", "out"),
        ("out/texts/more", "out"),
        ("articles", "articles/../articles/out"),
    ],
)
def test_articles_and_output_may_not_lie_in_each_others_folder(tmp_path: Path, corpus: str, out: str) -> None:
    with pytest.raises(InputError, match="choose another --out"):
        output.check_apart(tmp_path / corpus, tmp_path / out)


@pytest.mark.parametrize(("corpus", "out"), [("articles", "out"), ("articles", "."), ("articles", "articles-out")])
def test_articles_may_lie_beside_the_output(tmp_path: Path, corpus: str, out: str) -> None:
    output.check_apart(tmp_path / corpus, tmp_path / out)
    assert list(tmp_path.iterdir()) == []


def interrupted(out: Path) -> None:
    with output.scratch(out) as folder:
        (folder / "half.csv").write_text("half")
        raise KeyboardInterrupt


def test_an_interrupt_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        interrupted(tmp_path / "new" / "out")
    assert list(tmp_path.iterdir()) == []


def test_an_interrupt_leaves_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(KeyboardInterrupt):
        interrupted(tmp_path)
    assert output.file_names(tmp_path) == ["notes.txt"]


def test_a_folder_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with (
        pytest.raises(InputError, match=f"{tmp_path}/file/out: cannot be written to"),
        output.scratch(tmp_path / "file/out"),
    ):
        pass


def test_moved_files_replace_their_namesakes_and_no_others(tmp_path: Path) -> None:
    made, out = tmp_path / "made", tmp_path / "out"
    for path in (made / "data" / "texts" / "one.txt", out / "data" / "texts" / "one.txt", out / "data" / "notes.txt"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(str(path.relative_to(tmp_path)))
    output.move(made, out)
    assert (out / "data/texts/one.txt").read_text() == "made/data/texts/one.txt"
    assert (out / "data/notes.txt").read_text() == "out/data/notes.txt"


def test_removing_takes_the_empty_folders_along(tmp_path: Path) -> None:
    for name in ("texts/a/one.txt", "texts/two.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("")
    output.remove(tmp_path, ["texts/a/one.txt", "texts/never-was.txt"])
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["texts", "two.txt"]
