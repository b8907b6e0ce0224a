"""A build that is stopped, by whatever and wherever it stands, leaves the last report whole and no process behind."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

import psutil
import pytest

from analysis import gate
from analysis.__main__ import reported
from analysis.report import output, record
from analysis.report.order import Order

KERNEL, PRESS = "ipykernel", "analysis.report.press"  # what a process of a build at work is called with
# The command line as it is, but for the notebooks that a report is made of.
BUILD = """
import signal
import sys
from functools import partial
from pathlib import Path
from analysis import __main__
# Where the tests run in the background, Ctrl-C is ignored, and a build would be right to ignore it too.
signal.signal(signal.SIGINT, signal.default_int_handler)
__main__.Order = partial(__main__.Order, notebooks=Path(sys.argv.pop(1)))
sys.exit(__main__.main())
"""
Process = subprocess.Popen[str]
Build = Callable[..., Process]


def report(folder: Path) -> dict[str, bytes]:
    """Return the files of a report, with what a build left in its folder that does not belong there."""
    names = (name for name in output.file_names(folder) if not record.is_hidden(name))
    return {name: (folder / name).read_bytes() for name in names}


@pytest.fixture
def order(built: Order, tmp_path: Path) -> Order:
    """Return a report in a folder of its own, and one article more to be reported on."""
    folder = shutil.copytree(built.corpus.parent, tmp_path / "copy")
    (folder / "articles" / "three.txt").write_text("Trade between Kenya and Uganda reached $ 1 billion in 2021.\n")
    return replace(built, corpus=folder / "articles", out=folder / "out", notebooks=folder / "notebooks")


@pytest.fixture
def build() -> Iterator[Build]:
    """Return a function that starts a build and waits until it has come to a stage."""
    with ExitStack() as stack:

        def start(order: Order, stage: str = "") -> Process:
            call = map(str, [order.notebooks, "report", order.corpus, "--out", order.out])
            command = [sys.executable, "-c", BUILD, *call]
            process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
            stack.enter_context(process)
            stack.callback(process.kill)
            while stage and not is_at(stage, process, order.out):
                assert process.poll() is None
                time.sleep(0.01)
            return process

        yield start


def started(process: Process) -> list[psutil.Process]:
    """Return the processes that one has started."""
    return psutil.Process(process.pid).children(recursive=True)


def is_at(stage: str, process: Process, out: Path) -> bool:
    """Return whether a build has come to a stage: its folder is made, or a process of the named module runs."""
    if stage == "reading":
        return any(out.glob(".scratch-*"))
    with suppress(psutil.Error):  # one of them has just ended
        return any(stage in word for child in started(process) for word in child.cmdline())
    return False


def stop(process: Process, number: signal.Signals) -> str:
    """Stop a build, wait for all it has started to end, and return what it said."""
    process.send_signal(signal.SIGSTOP)  # so that it is still there, whatever else the machine has to do
    children = started(process)
    process.send_signal(number)
    process.send_signal(signal.SIGCONT)
    printed, said = process.communicate()
    assert not psutil.wait_procs(children, timeout=20)[1]
    return printed + said


@pytest.mark.parametrize(
    ("stage", "number"), [("reading", signal.SIGTERM), (KERNEL, signal.SIGINT), (PRESS, signal.SIGINT)]
)
def test_a_stopped_build_says_what_stands_and_leaves_no_process_and_no_file(
    order: Order, build: Build, stage: str, number: signal.Signals
) -> None:
    before = report(order.out)
    process = build(order, stage)
    said = stop(process, number)
    lines = [line for line in said.splitlines() if not line.startswith("notebook ")]
    day = f"{date.today().day} {date.today():%B %Y}"
    assert lines == [f"stopped; {order.out} still holds the report of {day}"]
    assert process.returncode == 130
    assert report(order.out) == before
    assert list(order.out.parent.glob(".*")) == []


@pytest.mark.parametrize("stage", ["reading", KERNEL])
def test_a_killed_build_leaves_the_last_report_and_no_process(order: Order, build: Build, stage: str) -> None:
    before = report(order.out)
    stop(build(order, stage), signal.SIGKILL)
    assert {name: text for name, text in report(order.out).items() if not name.startswith(".scratch-")} == before
    assert gate.faults(order.out) == []


def test_the_build_after_one_that_was_killed_is_whole_and_clears_up(order: Order, build: Build) -> None:
    stop(build(order, PRESS), signal.SIGKILL)
    assert reported(order) == 0
    assert gate.faults(order.out) == []
    assert (order.out / "data" / "texts" / "three.txt").exists()
    assert not [path.name for path in (*order.out.iterdir(), *order.out.parent.glob(".*")) if "scratch" in path.name]


def test_a_first_build_that_is_stopped_says_that_nothing_was_written(
    order: Order, build: Build, tmp_path: Path
) -> None:
    first = replace(order, out=tmp_path / "first")
    assert stop(build(first, "reading"), signal.SIGINT).splitlines() == ["stopped; nothing was written"]
    assert not first.out.exists()


def test_two_builds_into_one_folder_are_one_and_a_refusal(order: Order, build: Build) -> None:
    first = build(order, KERNEL)
    second = build(order)
    refusal = f"{order.out}: another build is writing here; wait for it, or choose another --out\n"
    assert second.communicate() == ("", refusal)
    assert second.returncode == 2
    first.communicate()
    assert first.returncode == 0
    assert gate.faults(order.out) == []


@pytest.fixture
def disk(order: Order) -> Iterator[Path]:
    """Return the folder of the report, on a small disk of its own."""
    parked = order.out.rename(order.out.with_name("parked"))
    order.out.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", str(order.out)]
    if shutil.which("mount") is None or subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("no disk may be mounted here; what is left of such a build is tested step by step elsewhere")
    shutil.copytree(parked, order.out, dirs_exist_ok=True)
    yield order.out
    subprocess.run(["umount", "-l", str(order.out)], check=True)


@pytest.mark.parametrize("left", [0, 1 << 18, 1 << 20])
def test_a_full_disk_leaves_the_last_report_and_is_one_line(order: Order, build: Build, disk: Path, left: int) -> None:
    before = report(disk)
    with (disk / "large").open("wb") as file:
        file.truncate()
        os.posix_fallocate(file.fileno(), 0, shutil.disk_usage(disk).free - left)
    process = build(order)
    said = process.communicate()[1].splitlines()
    (disk / "large").unlink()
    lines = [line for line in said if not line.startswith("notebook ")]
    assert lines == [f"{disk}: its disk is full, nothing was replaced; free some space, or choose another --out"]
    assert process.returncode == 2
    assert report(disk) == before
    assert gate.faults(disk) == []


def test_a_disk_that_may_only_be_read_keeps_its_report_and_is_one_line(order: Order, build: Build, disk: Path) -> None:
    before = report(disk)
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    process = build(order)
    said = process.communicate()[1]
    assert said == f"{disk}: cannot be written to (Read-only file system); choose another --out\n"
    assert process.returncode == 2
    assert report(disk) == before


def test_a_disk_of_its_own_is_built_on_as_any_folder(order: Order, disk: Path) -> None:
    assert reported(order) == 0
    assert gate.faults(disk) == []
    assert (disk / "data" / "texts" / "three.txt").exists()
    assert [path.name for path in disk.glob(".*")] == [record.FOLDER]
