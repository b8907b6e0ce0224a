"""The notebooks: prose first, short cells, and every cell runs with any parameters. Kernels are the report's matter."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from analysis.report.fingerprint import CHAPTERS

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
PARAMETERS = ["corpus", "study", "start", "end", "by", "countries", "topics"]
FURTHER = {"since-last-time": ["before"], "country-brief": ["country"]}
START = "start-here"  # has a test of its own: it shows tables and writes a file

each_notebook = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
each_of_the_report = pytest.mark.parametrize(
    "path", [path for path in NOTEBOOKS if path.stem != START], ids=lambda path: path.stem
)


def cells(path: Path, kind: str) -> list[dict[str, Any]]:
    notebook = json.loads(path.read_text(encoding="utf-8"))
    return [cell for cell in notebook["cells"] if cell["cell_type"] == kind]


def source(cell: dict[str, Any]) -> str:
    return "".join(cell["source"])


def shown(path: Path, changed: dict[str, str]) -> Iterator[str]:
    """Run the cells one after the other, as a notebook does, and yield what each shows as HTML."""
    names: dict[str, Any] = {}
    for cell in cells(path, "code"):
        *before, last = ast.parse(source(cell)).body
        exec(compile(ast.Module(before, []), path.name, "exec"), names)
        if isinstance(last, ast.Expr):
            yield eval(compile(ast.Expression(last.value), path.name, "eval"), names)._repr_html_()
        else:
            exec(compile(ast.Module([last], []), path.name, "exec"), names)
        if "parameters" in cell["metadata"].get("tags", []):
            names.update(changed)


def test_the_chapters_are_there() -> None:
    assert {path.stem for path in NOTEBOOKS} == {*CHAPTERS, START, "country-brief"}


@each_notebook
def test_a_notebook_opens_with_a_title_and_prose(path: Path) -> None:
    first = json.loads(path.read_text(encoding="utf-8"))["cells"][0]
    assert first["cell_type"] == "markdown"
    title, _, prose = source(first).partition("\n")
    assert re.fullmatch(r"# \w.*", title)
    assert len(prose.split()) > 5


@each_notebook
def test_a_notebook_has_the_same_parameters_each_with_its_help(path: Path) -> None:
    (cell,) = [cell for cell in cells(path, "code") if "parameters" in cell["metadata"].get("tags", [])]
    # What papermill reads: name, type, default, and the comment as help.
    lines = [re.fullmatch(r'(\w+): str = "\w*"  # (.+)', line) for line in source(cell).splitlines()]
    assert [line and line[1] for line in lines] == PARAMETERS + FURTHER.get(path.stem, [])
    assert all(line and len(line[2]) > 10 for line in lines)


@each_notebook
def test_papermill_shows_the_help_of_each_parameter(path: Path) -> None:
    from papermill.inspection import inspect_notebook

    found = inspect_notebook(str(path))
    assert list(found) == PARAMETERS + FURTHER.get(path.stem, [])
    assert all(about["help"] and about["inferred_type_name"] == "str" for about in found.values())


@each_notebook
def test_code_cells_are_short_define_nothing_and_hold_no_output(path: Path) -> None:
    for cell in cells(path, "code"):
        assert cell["outputs"] == []
        assert cell["execution_count"] is None
        assert not re.search(r"^\s*(def|class|lambda)\b", source(cell), re.MULTILINE)
        lines = [line for line in source(cell).splitlines() if line.strip()]
        assert len(lines) <= 3 or "parameters" in cell["metadata"].get("tags", [])


@each_notebook
def test_no_headline_number_is_typed(path: Path) -> None:
    # Another corpus, or other dates, would make it false.
    typed = [number for cell in cells(path, "markdown") for number in re.findall(r"\d+", source(cell))]
    assert typed == []


@each_of_the_report
@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"start": "2022", "end": "2022"},
        {"countries": "KAZ"},
        {"start": "2019", "end": "2021"},  # no article
        {"start": "2018", "end": "2018"},  # one article, without a figure
    ],
    ids=["default", "one year", "one country", "no article", "no figure"],
)
def test_every_cell_runs_with_any_parameters(path: Path, changed: dict[str, str]) -> None:
    results = list(shown(path, changed))
    assert len(results) == len(cells(path, "code")) - 2
    assert all(re.match(r"<\w+", html) for html in results)
    assert not [html for html in results if re.search(r"\bnan\b|\bNaT\b|NA&gt;|>None<", html)]


def test_a_notebook_of_a_year_without_articles_says_so() -> None:
    scope = next(shown(ROOT / "notebooks" / "overview.ipynb", {"start": "2019", "end": "2021"}))
    assert "No articles in this period: the folder has 5 articles, none as asked for." in scope
    assert "Chosen: articles said from 2019 to 2021." in scope
