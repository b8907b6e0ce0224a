"""New content takes the place of the old in one step, whatever ends the process; others' files are not touched."""

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from analysis.records import InputError
from analysis.report import installation, output
from analysis.report.installation import FINISHED, MANY, NEW, SCRATCH

OLD = {"report.html": "old", "countries/kenya.html": "old", "data/figures.csv": "old", "data/texts/a/one.txt": "old"}
NEWER = {"report.html": "new", "report.pdf": "new", "data/figures.csv": "new", "data/texts/b/two.txt": "new"}
OWN = {"notes.txt": "mine", "data/remarks.md": "mine", "countries/map.png": "mine"}
STALE = tuple(name for name in OLD if name not in NEWER)


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)


def content(folder: Path) -> dict[str, str]:
    """Return what stands in a folder, but for what a build at work hides there."""
    paths = [Path(place, name) for place, _, names in os.walk(folder, followlinks=True) for name in names]
    files = {path.relative_to(folder).as_posix(): path.read_text() for path in paths if path.exists()}
    return {name: text for name, text in files.items() if not name.startswith((SCRATCH, FINISHED))}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Return a folder with a report and files of the user's own, of which another build is to be made."""
    write(tmp_path / "out", OLD | OWN)
    write(tmp_path / "out" / f"{SCRATCH}x1" / NEW, NEWER)
    return tmp_path / "out"


def new(out: Path) -> Path:
    return out / f"{SCRATCH}x1" / NEW


def tidied(out: Path) -> list[str]:
    """Return what stands beside and in an output folder once the next build has begun."""
    with output.held(out):
        pass
    return [path.name for path in out.parent.iterdir()]


@pytest.fixture(params=["in one step", "file by file"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Have the content put in place in either way."""
    if request.param == "file by file":
        monkeypatch.setattr(installation, "stood_in", lambda _: True)
    return str(request.param)


@pytest.mark.usefixtures("way")
def test_the_new_stands_for_the_old_and_the_users_own_files_stay(out: Path) -> None:
    installation.install(new(out), out, STALE)
    assert content(out) == NEWER | OWN
    assert tidied(out) == ["out"]
    assert not [path for path in out.rglob("*") if path.is_dir() and not any(path.iterdir())]


@pytest.mark.usefixtures("way")
def test_a_folder_keeps_its_rights(out: Path) -> None:
    out.chmod(0o751)
    installation.install(new(out), out, STALE)
    assert stat.S_IMODE(out.stat().st_mode) == 0o751


def test_content_is_put_in_place_in_one_step(out: Path) -> None:
    before = out.stat().st_ino
    installation.install(new(out), out, STALE)
    assert out.stat().st_ino != before


def test_a_link_to_the_output_folder_stays_one(out: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(out)
    installation.install(new(tmp_path / "link"), tmp_path / "link", STALE)
    assert (tmp_path / "link").is_symlink()
    assert content(out) == NEWER | OWN


@pytest.fixture(params=["worked in", "other folders", "many files", "linked data", "no such call", "no links"])
def left_in_place(request: pytest.FixtureRequest, out: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Make the output folder one that may not be exchanged for another."""
    if request.param == "worked in":
        monkeypatch.chdir(out / "data")
    elif request.param == "other folders":
        write(out, {"photos/one.png": "mine"})
    elif request.param == "many files":
        write(out, {f"{number}.txt": "mine" for number in range(MANY)})
    elif request.param == "linked data":
        (out / "data").rename(out.parent / "elsewhere")
        (out / "data").symlink_to(out.parent / "elsewhere")
    else:

        def refuse(*_: object, **__: object) -> None:
            raise OSError("Operation not permitted")

        monkeypatch.setattr(*((installation, "exchange") if request.param == "no such call" else (os, "link")), refuse)
    yield
    monkeypatch.undo()


@pytest.mark.usefixtures("left_in_place")
def test_a_folder_that_others_need_where_it_is_stays_where_it_is(out: Path) -> None:
    before, others = out.stat().st_ino, content(out)
    installation.install(new(out), out, STALE)
    assert out.stat().st_ino == before
    assert content(out) == {name: text for name, text in others.items() if name not in STALE} | NEWER
    assert not [path.name for path in (*out.iterdir(), *out.parent.iterdir()) if path.name.startswith(".")]


def test_a_folder_in_which_another_process_works_stays_where_it_is(out: Path) -> None:
    if not Path("/proc/self/cwd").exists():
        pytest.skip("this system does not tell where processes work")
    with subprocess.Popen(["sleep", "60"], cwd=out) as shell:
        before = out.stat().st_ino
        installation.install(new(out), out, STALE)
        shell.kill()
    assert out.stat().st_ino == before
    assert content(out) == NEWER | OWN


@pytest.mark.parametrize(("name", "kind"), [("report.html", "folder"), ("data", "file"), ("data", "link")])
def test_what_stands_in_the_way_is_named_and_nothing_is_touched(tmp_path: Path, name: str, kind: str) -> None:
    out = tmp_path / "out"
    write(out, {"notes.txt": "mine"})
    write(new(out), NEWER)
    if kind == "folder":
        write(out / name, {"one.txt": "mine"})
    elif kind == "link":
        (out / name).symlink_to(tmp_path / "nowhere")
    else:
        write(out, {name: "mine"})
    before = content(out)
    with pytest.raises(InputError, match=f"out/{name}: stands where output would be written; move it"):
        installation.install(new(out), out)
    assert content(out) == before


def test_a_refusal_half_way_says_what_to_do_and_the_next_command_goes_on(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(30, "Read-only file system")

    with monkeypatch.context() as refused:
        refused.setattr(installation, "stood_in", lambda _: True)
        refused.setattr(installation, "move", refuse)
        with pytest.raises(InputError, match="out: not all new files are in their place yet"):
            installation.install(new(out), out, STALE)
    output.settle(out)
    assert content(out) == NEWER | OWN


def test_content_of_a_folder_with_a_strange_name_is_tidied_up_with_it_and_no_other(tmp_path: Path) -> None:
    for name in ("a[b]", ".a[b].scratch-1", ".ab.scratch-1", ".a[b].backup"):
        write(tmp_path / name, {"one.txt": "text"})
    assert sorted(tidied(tmp_path / "a[b]")) == [".a[b].backup", ".ab.scratch-1", "a[b]"]


# Every call of the system that changes a folder, as Python tells of it before it is made.
STEPS = """
import os, signal, sys
from pathlib import Path
from analysis.report import installation

MORE = ("os.rename", "os.link", "os.mkdir", "open")
CHANGES = (*MORE, "os.rmdir", "os.remove", "os.chmod", "os.utime", "ctypes.dlsym")
out, stop, way, end, number = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3], sys.argv[4], 0
if way == "file by file":
    installation.stood_in = lambda _: True

def count(event, arguments):
    global number
    if event in CHANGES and (event != "open" or arguments[1] in ("w", "wb")):
        number += 1
        if end == "killed" and number == stop:
            os.kill(os.getpid(), signal.SIGKILL)
        if end == "full" and number >= stop and event in MORE:
            raise OSError(28, "No space left on device")

sys.addaudithook(count)
installation.install(out / ".scratch-x1" / "new", out, sys.argv[5:])
installation.discard(out / ".scratch-x1")
"""


def ended_at(step: int, out: Path, way: str, end: str) -> bool:
    """Put content in place in a process that ends before a step; return whether it came to that step."""
    command = [sys.executable, "-c", STEPS, str(out), str(step), way, end, *STALE]
    return subprocess.run(command, check=False, stderr=subprocess.DEVNULL).returncode != 0


@pytest.mark.parametrize("end", ["killed", "full"])
@pytest.mark.parametrize("way", ["in one step", "file by file"])
def test_killed_or_on_a_full_disk_from_any_step_on_it_leaves_all_of_the_old_or_all_of_the_new(
    tmp_path: Path, way: str, end: str
) -> None:
    seen, step, ended = [], 0, True
    while ended:
        step += 1
        out = tmp_path / str(step) / "out"
        write(out, OLD | OWN)
        write(new(out), NEWER)
        ended = ended_at(step, out, way, end)
        if way == "in one step":  # at once, as it stands
            assert content(out) in (OLD | OWN, NEWER | OWN), step
        assert tidied(out) == ["out"]  # in the other way, once the next command has begun
        assert content(out) in (OLD | OWN, NEWER | OWN), step
        seen.append(content(out) == NEWER | OWN)
    assert step > 8
    assert seen == sorted(seen)
    assert (seen[0], seen[-1]) == (False, True)
