import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from analysis.records import InputError
from analysis.report import kernels
from analysis.report.run import Job, executed

PARAMETERS = 'corpus: str = "seeds"'
Write = Callable[..., Path]


def execute(*notebooks: Path) -> list[str]:
    """Execute notebooks, keep the results beside them and return those as text."""
    jobs = [Job(notebook.stem, notebook, {"corpus": "articles"}, "8f7b2e6d01aa") for notebook in notebooks]
    paths, _ = executed(jobs, notebooks[0].parent / "kept")
    return [paths[job.name].read_text() for job in jobs]


def kernels_of(process: psutil.Process) -> list[psutil.Process]:
    """Return the kernels that a process has started and that run."""
    return [child for child in process.children() if child.status() != psutil.STATUS_ZOMBIE]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "kept").mkdir()
    return tmp_path


def test_a_failing_cell_is_named_and_what_was_executed_can_be_seen(folder: Path, write_notebook: Write) -> None:
    cells = ("# Title", "import math", PARAMETERS, "print(corpus)", "math.sqrt(-1)", "print('never')")
    notebook = write_notebook(folder / "topics.ipynb", *cells)
    with pytest.raises(InputError) as raised:
        execute(notebook)
    seen = folder / "kept" / "topics-failed.ipynb"
    assert str(raised.value).startswith(f"{notebook}: cell 5 failed: ValueError: ")
    assert str(raised.value).endswith(f"executed so far: {seen}")
    assert "articles" in seen.read_text()
    assert "never" not in seen.read_text().split("'never'")[-1]
    assert list((folder / "kept").iterdir()) == [seen]


def test_a_failing_cell_before_the_parameters_is_counted_right(folder: Path, write_notebook: Write) -> None:
    notebook = write_notebook(folder / "topics.ipynb", "# Title", "import nowhere", PARAMETERS)
    with pytest.raises(InputError, match=r"topics\.ipynb: cell 2 failed: ModuleNotFoundError"):
        execute(notebook)


def test_a_failure_says_which_run_of_a_notebook_it_was(folder: Path, write_notebook: Write) -> None:
    notebook = write_notebook(folder / "brief.ipynb", PARAMETERS, "import os; os._exit(9)")
    with pytest.raises(InputError, match=r"brief\.ipynb \(brief-kaz\): its Python ended early"):
        executed([Job("brief-kaz", notebook, {}, "8f7b2e6d01aa")], folder / "kept")


def test_a_failure_stops_the_notebooks_beside_it_and_leaves_no_kernel(folder: Path, write_notebook: Write) -> None:
    endless = write_notebook(folder / "endless.ipynb", PARAMETERS, "import time; time.sleep(600)")
    failing = write_notebook(folder / "failing.ipynb", PARAMETERS, "1 / 0")
    waiting = write_notebook(folder / "waiting.ipynb", PARAMETERS)
    with pytest.raises(InputError, match=r"failing\.ipynb: cell 2 failed: ZeroDivisionError"):
        execute(endless, failing, waiting)
    assert not kernels_of(psutil.Process())
    assert [path.name for path in (folder / "kept").iterdir()] == ["failing-failed.ipynb"]


def test_a_kernel_ended_from_outside_is_one_line_and_the_other_one_ends_too(
    folder: Path, write_notebook: Write
) -> None:
    killing = write_notebook(folder / "killing.ipynb", PARAMETERS, "import os; os.kill(os.getpid(), 9)")
    endless = write_notebook(folder / "endless.ipynb", PARAMETERS, "import time; time.sleep(600)")
    with pytest.raises(InputError, match=r"killing\.ipynb: its Python ended early"):
        execute(killing, endless)
    assert not kernels_of(psutil.Process())


def test_a_kernel_that_does_not_start_is_one_line(
    folder: Path, write_notebook: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONHASHSEED", "no number")
    with pytest.raises(InputError, match="no Python could be started for the notebooks"):
        execute(write_notebook(folder / "topics.ipynb", PARAMETERS))


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_leaves_no_kernel_and_nothing_half_written(
    folder: Path, write_notebook: Write, ending: signal.Signals
) -> None:
    started = folder / "started"
    cells = (PARAMETERS, f"open({str(started)!r}, 'a').write('x')", "import time; time.sleep(600)")
    paths = [write_notebook(folder / f"{name}.ipynb", *cells) for name in ("one", "two", "three")]
    code = f"""if True:
        import signal
        from pathlib import Path
        from analysis.__main__ import interrupt
        from analysis.report.run import Job, executed
        signal.signal(signal.{ending.name}, interrupt)
        jobs = [Job(Path(path).stem, Path(path), {{}}, "8f7b2e6d01aa") for path in {[str(path) for path in paths]}]
        executed(jobs, Path({str(folder / "kept")!r}))"""
    process = subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.PIPE)
    while not started.exists() or len(started.read_text()) < 2:
        assert process.poll() is None
        time.sleep(0.05)
    running = kernels_of(psutil.Process(process.pid))
    process.send_signal(ending)
    assert process.communicate(timeout=60)[1].splitlines()[-1] == b"KeyboardInterrupt"
    assert len(running) == kernels.AT_A_TIME
    assert not psutil.wait_procs(running, timeout=10)[1]
    assert list((folder / "kept").iterdir()) == []


def printed(executed: str) -> str:
    """Return what the last cell of an executed notebook printed."""
    return "".join(json.loads(executed)["cells"][-1]["outputs"][0]["text"])


def test_a_notebook_sees_nothing_of_those_before_it_and_counts_its_cells_from_one(
    folder: Path, write_notebook: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kernels, "AT_A_TIME", 1)
    (folder / "elsewhere").mkdir()
    leaving = "import os, math as pandas; left = 27; os.chdir('elsewhere'); print('done')"
    seeing = "import pathlib; print(sorted(globals()), pathlib.Path.cwd())"
    alone = printed(execute(write_notebook(folder / "alone.ipynb", PARAMETERS, seeing))[0])
    first = write_notebook(folder / "first.ipynb", PARAMETERS, leaving)
    second = write_notebook(folder / "second.ipynb", PARAMETERS, seeing)
    texts = execute(first, second)
    assert printed(texts[1]) == alone
    assert [cell["execution_count"] for cell in json.loads(texts[1])["cells"]] == [1, 2, 3]  # one holds the parameters


def test_two_kernels_do_for_any_number_of_notebooks_and_load_a_package_once(
    folder: Path, write_notebook: Write
) -> None:
    cells = (
        PARAMETERS,
        "import sys; print('was', 'pydoc_data' in sys.modules)",
        "import pydoc_data, time; time.sleep(1)",
    )
    texts = execute(*(write_notebook(folder / f"{number}.ipynb", *cells) for number in range(5)))
    assert sum("was False" in text for text in texts) == kernels.AT_A_TIME


def test_a_notebook_runs_in_its_own_folder_even_with_braces_in_its_path(tmp_path: Path, write_notebook: Write) -> None:
    folder = tmp_path / "{mine}"
    (folder / "kept").mkdir(parents=True)
    notebook = write_notebook(folder / "topics.ipynb", PARAMETERS, "import pathlib; print(pathlib.Path.cwd())")
    assert f"{folder}\\n" in execute(notebook)[0]
