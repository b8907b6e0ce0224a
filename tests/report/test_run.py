import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from analysis.records import InputError
from analysis.report import run

PARAMETERS = 'corpus: str = "seeds"'
GIVEN = {"corpus": "articles"}


def test_a_failing_cell_is_named_and_what_was_executed_can_be_seen(
    tmp_path: Path, write_notebook: Callable[..., Path]
) -> None:
    cells = ("# Title", "import math", PARAMETERS, "print(corpus)", "math.sqrt(-1)", "print('never')")
    notebook = write_notebook(tmp_path / "topics.ipynb", *cells)
    with pytest.raises(InputError) as raised:
        run.execute(notebook, tmp_path / "done.ipynb", GIVEN)
    seen = tmp_path / "topics-failed.ipynb"
    assert str(raised.value).startswith(f"{notebook}: cell 5 failed: ValueError: ")
    assert str(raised.value).endswith(f"executed so far: {seen}")
    assert "articles" in seen.read_text()
    assert "never" not in seen.read_text().split("'never'")[-1]
    assert not (tmp_path / "done.ipynb").exists()


def test_a_failing_cell_before_the_parameters_is_counted_right(
    tmp_path: Path, write_notebook: Callable[..., Path]
) -> None:
    notebook = write_notebook(tmp_path / "topics.ipynb", "# Title", "import nowhere", PARAMETERS)
    with pytest.raises(InputError, match=r"topics\.ipynb: cell 2 failed: ModuleNotFoundError"):
        run.execute(notebook, tmp_path / "done.ipynb", GIVEN)


def test_a_python_that_is_ended_is_one_line(tmp_path: Path, write_notebook: Callable[..., Path]) -> None:
    notebook = write_notebook(tmp_path / "topics.ipynb", PARAMETERS, "import os; os._exit(9)")
    with pytest.raises(InputError, match=r"topics\.ipynb: its Python ended early"):
        run.execute(notebook, tmp_path / "done.ipynb", GIVEN)


def test_a_parameter_that_a_notebook_does_not_know_is_an_error(
    tmp_path: Path, write_notebook: Callable[..., Path]
) -> None:
    notebook = write_notebook(tmp_path / "topics.ipynb", "# Title", PARAMETERS)
    with pytest.raises(InputError, match=r'topics\.ipynb: no parameter "end"'):
        run.executed({notebook: "8f7b2e6d01aa"}, {"corpus": "articles", "end": "2022"}, tmp_path)


def test_a_notebook_runs_in_its_own_folder_even_with_braces_in_its_path(
    tmp_path: Path, write_notebook: Callable[..., Path]
) -> None:
    folder = tmp_path / "{mine}"
    folder.mkdir()
    notebook = write_notebook(folder / "topics.ipynb", PARAMETERS, "import pathlib; print(pathlib.Path.cwd())")
    run.execute(notebook, folder / "done.ipynb", GIVEN)
    assert str(folder) in (folder / "done.ipynb").read_text()


def test_the_check_of_web_addresses_is_not_imported() -> None:
    code = "import sys; from analysis.report import run; run.papermill(); print('lark' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
