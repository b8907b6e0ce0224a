import errno
import os
import signal
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
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
    with output.held(out), output.scratch(out) as folder:
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
    out = tmp_path / "file/out"
    with pytest.raises(InputError, match=f"{out}: cannot be written to"), output.held(out):
        pass


# Another process that holds a folder until its input is closed, as a build does.
HOLDING = """
import sys
from pathlib import Path
from analysis.report import output
with output.held(Path(sys.argv[1])), output.scratch(Path(sys.argv[1])) as new:
    (new / "half.csv").write_text("half")
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def holding(tmp_path: Path) -> Iterator["subprocess.Popen[str]"]:
    """Have another process hold the folder `out`."""
    command = [sys.executable, "-c", HOLDING, str(tmp_path / "out")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_a_folder_is_held_by_one_build_alone_and_the_other_touches_nothing(
    tmp_path: Path, holding: "subprocess.Popen[str]"
) -> None:
    before = output.file_names(tmp_path)
    with pytest.raises(InputError, match="out: another build is writing here; wait for it, or"):
        interrupted(tmp_path / "out")
    assert output.file_names(tmp_path) == before != []
    with output.held(tmp_path / "elsewhere"):
        pass
    holding.communicate()
    with output.held(tmp_path / "out"):
        assert list((tmp_path / "out").iterdir()) == []


def test_a_build_that_was_killed_holds_nothing_and_what_it_left_is_removed(
    tmp_path: Path, holding: "subprocess.Popen[str]"
) -> None:
    holding.send_signal(signal.SIGKILL)
    holding.wait()
    assert len(output.file_names(tmp_path)) == 1
    with output.held(tmp_path / "out"):
        assert list((tmp_path / "out").iterdir()) == []


def test_temporary_files_lie_in_the_scratch_folder_which_nobody_else_may_read(tmp_path: Path) -> None:
    before = tempfile.gettempdir(), os.environ.get("TMPDIR")
    with output.scratch(tmp_path) as folder:
        (place,) = tmp_path.iterdir()
        temporary = Path(tempfile.mkdtemp())
        (temporary / "half.csv").write_text("half")
        assert folder.parent == temporary.parent.parent == place
        assert os.environ["TMPDIR"] == tempfile.gettempdir() == str(temporary.parent)
        assert stat.S_IMODE(place.stat().st_mode) == 0o700
    assert (tempfile.gettempdir(), os.environ.get("TMPDIR")) == before
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "error",
    [
        OSError(errno.ENOSPC, "No space left on device", "figures.csv"),
        OSError(errno.EDQUOT, os.strerror(errno.EDQUOT)),
        OSError("[Errno 28] Error writing bytes to file. Detail: [errno 28] No space left on device"),
        InputError("overview.ipynb: cell 3 failed: OSError: [Errno 28] No space left on device"),
    ],
    ids=["the system", "a quota", "a library", "another process"],
)
def test_a_full_disk_is_one_line_whoever_tells_of_it(tmp_path: Path, error: Exception) -> None:
    with (
        pytest.raises(InputError, match=f"^{tmp_path}: its disk is full, nothing was replaced; free some space"),
        output.scratch(tmp_path),
    ):
        raise error
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_is_full_from_the_start_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(**_: object) -> str:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(tempfile, "mkdtemp", full)
    with pytest.raises(InputError, match="its disk is full"), output.scratch(tmp_path):
        pass


def test_what_else_goes_wrong_stays_what_it_is(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"^topics\.ipynb: no parameter$"), output.scratch(tmp_path):
        raise InputError("topics.ipynb: no parameter")


def test_a_scratch_folder_made_in_the_moment_of_an_interrupt_is_gone_too(tmp_path: Path) -> None:
    out = tmp_path / "new" / "out"

    def interrupted() -> None:
        with output.held(out):
            (out / ".scratch-k3v9").mkdir()
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert list(tmp_path.iterdir()) == []
