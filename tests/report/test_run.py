import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from analysis.records import InputError
from analysis.report.run import Job, executed

PARAMETERS = 'corpus: str = "seeds"'
GIVEN = {"corpus": "articles"}
Write = Callable[..., Path]


def job(notebook: Path, name: str = "", parameters: dict[str, str] = GIVEN) -> Job:
    return Job(name or notebook.stem, notebook, parameters, "8f7b2e6d01aa45c3")


def test_one_notebook_is_executed_under_several_names_with_other_parameters(
    tmp_path: Path, write_notebook: Write
) -> None:
    notebook = write_notebook(tmp_path / "brief.ipynb", 'corpus = ""\ncountry = ""', "print('about ' + country)")
    kept = tmp_path / "kept"
    kept.mkdir()
    jobs = [job(notebook, f"brief-{code.lower()}", {"country": code}) for code in ("KAZ", "UZB", "TJK")]
    paths, names = executed(jobs, kept)
    assert names == ("brief-kaz", "brief-uzb", "brief-tjk")
    assert sorted(kept.iterdir()) == sorted(paths.values())
    assert paths["brief-uzb"].name == "brief-uzb-8f7b2e6d01aa.ipynb"
    assert "about UZB" in paths["brief-uzb"].read_text()


def test_only_what_is_missing_is_executed_and_what_nobody_asks_for_any_more_is_removed(
    tmp_path: Path, write_notebook: Write
) -> None:
    notebook = write_notebook(tmp_path / "topics.ipynb", PARAMETERS)
    kept = tmp_path / "kept"
    kept.mkdir()
    executed([job(notebook, "a"), job(notebook, "b")], kept)
    paths, names = executed([job(notebook, "b"), job(notebook, "c")], kept)
    assert names == ("c",)
    assert sorted(kept.iterdir()) == sorted(paths.values())


def test_a_parameter_that_a_notebook_does_not_know_is_an_error(tmp_path: Path, write_notebook: Write) -> None:
    notebook = write_notebook(tmp_path / "topics.ipynb", "# Title", PARAMETERS)
    with pytest.raises(InputError, match=r'topics\.ipynb: no parameter "end"'):
        executed([job(notebook, parameters={"corpus": "articles", "end": "2022"})], tmp_path)


def test_the_check_of_web_addresses_is_not_imported() -> None:
    code = """if True:
        import sys
        from analysis.report.jupyter import import_quickly
        import_quickly()
        from analysis.report import kernels
        print("lark" in sys.modules)"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
