"""Execute notebooks with papermill in two kernels, each one after another: what they import is imported once a kernel.

Imported only where there is something to execute, and after `import_quickly`: papermill takes a while to load.
"""

import json
import logging
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed, wait
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
import papermill
from jupyter_core.utils import ensure_event_loop
from nbclient import NotebookClient
from papermill.clientwrap import PapermillNotebookClient
from papermill.engines import Engine, NotebookExecutionManager, papermill_engines
from papermill.exceptions import PapermillExecutionError
from tqdm import tqdm

from analysis.records import InputError
from analysis.report.run import Job

AT_A_TIME = 2
LARGE = 500_000_000  # bytes of tables beyond which one kernel works alone: each holds the tables that it is asked for
ENGINE = "running-kernel"

# What a notebook sets inside a package, such as Matplotlib's defaults or filters of warnings, stays for the next one:
# a notebook that needs other settings sets them for the time it needs them (`with matplotlib.rc_context(...)`).
FRESH = "get_ipython().reset()\n__import__('os').chdir({folder!r})"


class RunningKernelEngine(Engine):  # type: ignore[misc]
    """How papermill executes a notebook in a kernel that is running already and goes on running."""

    @classmethod
    def execute_managed_notebook(
        cls, nb_man: NotebookExecutionManager, _: str, *, kernel: NotebookClient, **__: object
    ) -> None:
        """Execute the notebook; a failing cell is noted in it, a kernel that dies is a RuntimeError."""
        client = PapermillNotebookClient(nb_man, km=kernel.km, log=kernel.log)
        client.kc = kernel.kc
        client.execute()


def kernel_to_start() -> NotebookClient:
    """Return a kernel with its client, not started yet."""
    no_notebook: Any = {}
    kernel = NotebookClient(
        no_notebook,
        kernel_name="python3",
        extra_arguments=["--IPKernelApp.log_level=50"],  # at each start ipykernel warns of TCP
        shutdown_kernel="immediate",
        log=logging.getLogger("papermill"),
    )
    kernel.create_kernel_manager()
    return kernel


@contextmanager
def running(kernel: NotebookClient) -> Iterator[None]:
    """Start a kernel, to be used in this thread alone, and end it. Raises InputError where it does not start."""
    try:
        with kernel.setup_kernel():
            yield
    except RuntimeError as error:
        raise InputError(f"no Python could be started for the notebooks, for want of memory? ({error})") from error
    finally:
        ensure_event_loop().close()  # each thread has one of its own, and nobody else closes it


def refresh(kernel: NotebookClient, folder: Path) -> None:
    """Make a kernel as if it had just been started in a folder, except that imported modules stay loaded."""
    assert kernel.kc
    code = FRESH.format(folder=str(folder))
    kernel.wait_for_reply(kernel.kc.execute(code, silent=True))


def kill(kernel: NotebookClient) -> None:
    """Kill a kernel, from whichever thread, if it has been started."""
    process = getattr(getattr(kernel.km, "provisioner", None), "process", None)
    if process:
        process.kill()


def unformatted(path: Path) -> str:
    """Return a path for papermill, which would fill in what stands in braces."""
    return str(path).replace("{", "{{").replace("}", "}}")


def cell_number(executed: Path, failing: int) -> int:
    """Return which cell of the notebook as written stands at an index of the executed one, counted from 1."""
    cells = json.loads(executed.read_text(encoding="utf-8"))["cells"]
    tags = [cell["metadata"].get("tags", []) for cell in cells]
    run = [tag for tag in tags if "papermill-error-cell-tag" not in tag]
    return sum("injected-parameters" not in tag for tag in run[: failing + 1])


def execute(job: Job, target: Path, kernel: NotebookClient) -> None:
    """Execute one notebook in its own folder, as JupyterLab does; the result is moved to `target` once it is whole.

    Raises InputError naming notebook and cell where one fails; what had been executed then stays beside the target.
    """
    unfinished = target.with_name(f"{job.name}-failed.ipynb")
    quiet: dict[str, Any] = {
        "engine_name": ENGINE,
        "kernel": kernel,
        "kernel_name": "python3",
        "language": "python",
        "progress_bar": False,
        "request_save_on_cell_execute": False,
    }
    paths = unformatted(job.notebook), unformatted(unfinished)
    try:
        refresh(kernel, job.notebook.parent.resolve())
        papermill.execute_notebook(*paths, parameters=dict(job.parameters), **quiet)
    except PapermillExecutionError as error:
        last = f"{error.ename}: {error.evalue}".strip(": \n").splitlines()[-1]
        place = f"cell {cell_number(unfinished, error.cell_index)}"
        raise InputError(f"{job}: {place} failed: {last}; executed so far: {unfinished}") from error
    except RuntimeError as error:
        raise InputError(f"{job}: its Python ended early, perhaps for want of memory ({error})") from error
    unfinished.replace(target)


@contextmanager
def progress(total: int) -> Iterator[Callable[[str], None]]:
    """Give a function that tells of each notebook done: by a bar on a terminal, else by a line."""
    numbers = iter(range(1, total + 1))
    style, quiet = "{desc}: {n_fmt} of {total_fmt} |{bar}|{postfix}", not sys.stderr.isatty()
    with tqdm(total=total, desc="notebooks", leave=False, bar_format=style, disable=quiet) as bar:

        def tell(name: str) -> None:
            if bar.disable:
                click.echo(f"notebook {next(numbers)} of {total}: {name}", err=True)
            bar.set_postfix_str(name, refresh=False)
            bar.update()

        yield tell


def work_off(waiting: Iterator[tuple[Path, Job]], started: list[NotebookClient], tell: Callable[[str], None]) -> None:
    """Execute notebooks in one kernel while any are waiting; the kernel is added to those `started`."""
    started.append(kernel := kernel_to_start())
    with running(kernel):
        for target, job in waiting:
            execute(job, target, kernel)
            tell(job.name)


def at_a_time(jobs: Iterable[Job]) -> int:
    """Return in how many kernels notebooks are executed, by the size of the tables that they read."""
    folders = {job.parameters["corpus"] for job in jobs if "corpus" in job.parameters}
    size = sum(path.stat().st_size for folder in folders for path in Path(folder, "data").glob("*.csv"))
    return 1 if size > LARGE else AT_A_TIME


def run_all(jobs: Mapping[Path, Job]) -> None:
    """Execute notebooks to their targets; the first one that fails, or an interrupt, stops all, and no kernel stays."""
    logging.getLogger("papermill").setLevel(logging.CRITICAL)  # what it would log is raised as well
    papermill_engines.register(ENGINE, RunningKernelEngine)
    started: list[NotebookClient] = []
    kernels = at_a_time(jobs.values())
    with ThreadPoolExecutor(kernels) as pool, progress(len(jobs)) as tell:
        waiting = iter(jobs.items())  # shared: each kernel takes the next one when it has done the last
        workers = [pool.submit(work_off, waiting, started, tell) for _ in range(min(kernels, len(jobs)))]
        try:
            for done in as_completed(workers):
                done.result()
        except BaseException:
            stop(workers, started)
            raise


def stop(workers: Sequence[Future[None]], started: Sequence[NotebookClient]) -> None:
    """Kill the kernels, until nobody works with one."""
    while busy := [worker for worker in workers if not worker.done()]:
        for kernel in started:
            kill(kernel)
        wait(busy, timeout=0.2)
