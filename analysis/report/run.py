"""Execute notebooks with papermill: one driver process, two at a time, each result kept by its fingerprint."""

import json
import logging
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor, as_completed, wait
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

import click
import psutil
from tqdm import tqdm

from analysis.records import InputError
from analysis.report.jupyter import import_quickly

AT_A_TIME = 2


def papermill() -> ModuleType:
    """Return papermill, quiet: what it would log about a failing notebook is raised as well, and told in one line."""
    import_quickly()
    import papermill

    logging.getLogger("papermill").setLevel(logging.CRITICAL)
    return papermill  # type: ignore[no-any-return]


def executed_name(notebook: Path, fingerprint: str) -> str:
    """Return the name under which an executed notebook is kept.

    >>> executed_name(Path("notebooks/topics.ipynb"), "8f7b2e6d01aa45c3")
    'topics-8f7b2e6d01aa.ipynb'
    """
    return f"{notebook.stem}-{fingerprint[:12]}.ipynb"


def check_parameters(notebook: Path, given: Mapping[str, str]) -> None:
    """Raise InputError where a notebook does not know a parameter it would be given: papermill itself only warns."""
    known = parameter_names(notebook)
    for name in given:
        if name not in known:
            raise InputError(f'{notebook}: no parameter "{name}" in a cell tagged "parameters"; add it there')


def parameter_names(notebook: Path) -> set[str]:
    """Return the names that are given a value in the cell tagged `parameters`."""
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    tagged = ["".join(cell["source"]) for cell in cells if "parameters" in cell["metadata"].get("tags", [])]
    return set(re.findall(r"^(\w+)\s*(?::[^=\n]*)?=", "\n".join(tagged), re.MULTILINE))


def unformatted(path: Path) -> str:
    """Return a path for papermill, which would fill in what stands in braces."""
    return str(path).replace("{", "{{").replace("}", "}}")


def cell_number(executed: Path, failing: int) -> int:
    """Return which cell of the notebook as written stands at an index of the executed one, counted from 1."""
    cells = json.loads(executed.read_text(encoding="utf-8"))["cells"]
    tags = [cell["metadata"].get("tags", []) for cell in cells]
    run = [tag for tag in tags if "papermill-error-cell-tag" not in tag]
    return sum("injected-parameters" not in tag for tag in run[: failing + 1])


def execute(notebook: Path, target: Path, parameters: Mapping[str, str]) -> None:
    """Execute one notebook in its own folder, as JupyterLab does; the result is moved to `target` once it is whole.

    Raises InputError naming notebook and cell where one fails; what had been executed then stays beside the target.
    """
    engine = papermill()
    from jupyter_core.utils import ensure_event_loop
    from papermill.exceptions import PapermillExecutionError

    unfinished = target.with_name(f"{notebook.stem}-failed.ipynb")
    quiet: dict[str, Any] = {
        "kernel_name": "python3",
        "language": "python",
        "progress_bar": False,
        "request_save_on_cell_execute": False,
        "extra_arguments": ["--IPKernelApp.log_level=50"],  # at each start ipykernel warns of TCP
        "shutdown_kernel": "immediate",
        "resources": {"metadata": {"path": str(notebook.parent)}},  # papermill's own `cwd` would move every thread
    }
    try:
        engine.execute_notebook(unformatted(notebook), unformatted(unfinished), parameters=dict(parameters), **quiet)
    except PapermillExecutionError as error:
        last = f"{error.ename}: {error.evalue}".strip(": \n").splitlines()[-1]
        place = f"cell {cell_number(unfinished, error.cell_index)}"
        raise InputError(f"{notebook}: {place} failed: {last}; executed so far: {unfinished}") from error
    except RuntimeError as error:
        raise InputError(f"{notebook}: its Python ended early, perhaps for want of memory ({error})") from error
    finally:
        ensure_event_loop().close()  # each thread has one of its own, and nobody else closes it
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


def run_all(targets: Mapping[Path, Path], parameters: Mapping[str, str]) -> None:
    """Execute notebooks, two at a time; the first one that fails, or an interrupt, stops the others."""
    for notebook in targets:
        check_parameters(notebook, parameters)
    with ThreadPoolExecutor(AT_A_TIME) as pool, progress(len(targets)) as tell:
        running = {pool.submit(execute, notebook, target, parameters): notebook for notebook, target in targets.items()}
        try:
            for done in as_completed(running):
                done.result()
                tell(running[done].stem)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            stop(running)
            raise


def stop(running: Iterable[Future[None]]) -> None:
    """Kill the kernels that this process has started, until nobody waits for one."""
    while busy := [future for future in running if future.running()]:
        for child in psutil.Process().children():
            child.kill()
        wait(busy, timeout=0.2)


def executed(
    keys: Mapping[Path, str], parameters: Mapping[str, str], folder: Path
) -> tuple[dict[str, Path], tuple[str, ...]]:
    """Return the executed notebooks by chapter, and the names of those that had to be run.

    `keys` are the notebooks with their fingerprints, `folder` keeps the executed ones from build to build.
    """
    kept = {path: folder / executed_name(path, key) for path, key in keys.items()}
    missing = {path: target for path, target in kept.items() if not target.exists()}
    if missing:
        run_all(missing, parameters)
    for stale in set(folder.glob("*.ipynb")) - set(kept.values()):
        stale.unlink()
    return {path.stem: target for path, target in kept.items()}, tuple(path.stem for path in missing)
