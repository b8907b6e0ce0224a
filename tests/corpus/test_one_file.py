import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import pytest

from analysis.corpus import one_file
from analysis.corpus.one_file import file_parts, opened
from analysis.corpus.text import Text
from analysis.limits import DEFAULT, Limits
from analysis.records import Rejected


def read(path: Path, limits: Limits = DEFAULT) -> list[object]:
    return list(file_parts(path, path.name, limits))


class Growing(io.BytesIO):
    """A file to which something is added each time a piece of it was read."""

    def __init__(self, path: Path) -> None:
        super().__init__(path.read_bytes())
        self._file = path.open("ab")

    def read(self, size: int | None = -1) -> bytes:
        self._file.write(b" ")
        self._file.flush()
        return super().read(size)

    def fileno(self) -> int:
        return self._file.fileno()

    def close(self) -> None:
        self._file.close()
        super().close()


@pytest.fixture
def growing(monkeypatch: pytest.MonkeyPatch) -> None:
    @contextmanager
    def opened(path: Path) -> Iterator[BinaryIO]:
        with Growing(path) as file:
            yield file

    monkeypatch.setattr(one_file, "opened", opened)


@pytest.mark.usefixtures("growing")
def test_an_article_that_changes_while_it_is_read_is_rejected(tmp_path: Path):
    (tmp_path / "a.txt").write_text("Tea rose.", "utf-8")
    (part,) = read(tmp_path / "a.txt")
    assert isinstance(part, Rejected)
    assert part.detail.startswith("changed while it was read; ")


def test_of_a_table_that_changes_while_it_is_read_what_was_read_is_kept(tmp_path: Path):
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "Tea."}\n' * 3, "utf-8")
    parts = file_parts(path, "a.jsonl", DEFAULT)
    found = [next(parts), next(parts)]
    with path.open("a") as file:
        file.write(" ")
    *texts, last = [part for part in (*found, *parts) if isinstance(part, Text | Rejected)]
    assert len(texts) == 3
    assert isinstance(last, Rejected)
    assert last.detail.startswith("changed while it was read; ")


def test_a_file_that_may_not_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def refused(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a.txt").write_text("Tea.", "utf-8")
    monkeypatch.setattr(os, "open", refused)
    assert read(tmp_path / "a.txt") == [Rejected("a.txt", "unreadable", "the file cannot be read: Permission denied")]


def test_a_file_that_vanished_is_named(tmp_path: Path):
    (part,) = read(tmp_path / "a.txt")
    assert isinstance(part, Rejected)
    assert part.reason == "missing"


def test_a_file_that_became_a_pipe_does_not_keep_the_reader_waiting(tmp_path: Path):
    os.mkfifo(tmp_path / "a.txt")
    (part,) = read(tmp_path / "a.txt")
    assert isinstance(part, Rejected)
    assert part.detail == "a pipe or a device, not a file"


@pytest.mark.parametrize(
    ("name", "limits", "detail"),
    [
        ("a.pdf", Limits(file_mb=1), "is larger than 1 MB; split it, or raise file_mb under limits in study.yml"),
        ("a.jsonl", Limits(table_mb=1), "is larger than 1 MB; split it, or raise table_mb under limits in study.yml"),
        (
            "a.txt",
            Limits(article_characters=1000),
            "has more than 1,000 characters, too many for an article; split it, or raise article_characters",
        ),
    ],
)
def test_a_file_beyond_a_limit_is_named_with_the_limit(tmp_path: Path, name: str, limits: Limits, detail: str):
    (tmp_path / name).write_bytes(b"Tea. " * 300_000)
    assert read(tmp_path / name, limits) == [Rejected(name, "unreadable", detail)]


def test_a_long_row_is_rejected_and_the_others_are_read(tmp_path: Path):
    (tmp_path / "a.csv").write_text(f"text\nTea.\n{'Tea. ' * 500}\nTea.\n", "utf-8")
    parts = read(tmp_path / "a.csv", Limits(article_characters=1000))
    assert [type(part) for part in parts[1:]] == [Text, Rejected, Text]


def test_an_open_file_is_closed_again(tmp_path: Path):
    (tmp_path / "a.txt").touch()
    with opened(tmp_path / "a.txt") as file:
        assert not file.closed
    assert file.closed
