import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from analysis.choice import Choice
from analysis.records import InputError
from analysis.report import fingerprint
from analysis.report.order import Order


@pytest.fixture
def order(order_in: Callable[[Path], Order], tmp_path: Path) -> Order:
    return order_in(tmp_path)


def keys(order: Order) -> dict[str, str]:
    return {path.stem: key for path, key in fingerprint.inputs(order).notebooks.items()}


def test_equal_content_has_an_equal_fingerprint_wherever_it_lies(
    order_in: Callable[[Path], Order], tmp_path: Path
) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    assert keys(order_in(tmp_path / "a")) == keys(order_in(tmp_path / "b"))


def test_another_article_changes_every_notebook(order: Order) -> None:
    before = keys(order)
    (order.corpus / "three.txt").write_text("Exports rose by 5 %.")
    assert all(before[name] != key for name, key in keys(order).items())


def test_a_renamed_article_changes_every_notebook(order: Order) -> None:
    before = keys(order)
    (order.corpus / "one.txt").rename(order.corpus / "first.txt")
    assert all(before[name] != key for name, key in keys(order).items())


def test_another_correction_changes_every_notebook(order: Order) -> None:
    (order.corpus / "corrections.csv").write_text("article_id,what,old,new,why,by\n")
    before = keys(order)
    (order.corpus / "corrections.csv").write_text("article_id,what,old,new,why,by\none,reject,5 %,,,\n")
    assert all(before[name] != key for name, key in keys(order).items())


@pytest.mark.parametrize(
    "choice",
    [
        Choice(countries=("KAZ",)),
        Choice(topics=("trade",)),
        Choice(start="2018"),
        Choice(end="2018"),
        Choice(by="spoken"),
    ],
)
def test_another_choice_changes_every_notebook(order: Order, choice: Choice) -> None:
    before = keys(order)
    assert all(before[name] != key for name, key in keys(replace(order, choice=choice)).items())


def test_another_paper_changes_the_report_and_no_notebook(order: Order) -> None:
    before, after = fingerprint.inputs(order), fingerprint.inputs(replace(order, paper="letter"))
    assert after.report != before.report
    assert (after.notebooks, after.tables) == (before.notebooks, before.tables)


def test_another_article_to_measure_the_method_on_changes_every_notebook(
    order: Order, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fingerprint, "SEEDS", tmp_path / "measured")
    before = keys(order)
    (tmp_path / "measured").mkdir()
    (tmp_path / "measured" / "one.txt").write_text("Exports rose by 5 %.")
    assert all(before[name] != key for name, key in keys(order).items())


def test_a_changed_cell_changes_its_notebook_and_the_report_alone(
    order: Order, write_notebook: Callable[..., Path]
) -> None:
    before = fingerprint.inputs(order)
    write_notebook(order.notebooks / "evidence.ipynb", "# Evidence, again")
    after = fingerprint.inputs(order)
    changed = [path.stem for path, key in after.notebooks.items() if before.notebooks[path] != key]
    assert changed == ["evidence"]
    assert before.report != after.report


def test_outputs_saved_into_a_notebook_change_nothing(order: Order) -> None:
    before = fingerprint.inputs(order)
    path = order.notebooks / "overview.ipynb"
    notebook = json.loads(path.read_text())
    notebook["cells"][2] |= {
        "execution_count": 7,
        "outputs": [{"output_type": "stream", "name": "stdout", "text": "x"}],
    }
    notebook["cells"][4]["source"] = notebook["cells"][4]["source"].splitlines(keepends=True)
    path.write_text(json.dumps(notebook, indent=1))
    assert fingerprint.inputs(order) == before


def test_the_style_of_the_page_runs_no_notebook_again(
    order: Order, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "analysis"
    (package / "report").mkdir(parents=True)
    (package / "prose.py").write_text("said = 1")
    (package / "report" / "base.css").write_text("h1 {}")
    monkeypatch.setattr(fingerprint, "PACKAGE", package)
    before = fingerprint.inputs(order)
    (package / "report" / "base.css").write_text("h1 { color: red }")
    styled = fingerprint.inputs(order)
    assert styled.notebooks == before.notebooks
    assert styled.report != before.report
    (package / "prose.py").write_text("said = 2")
    assert all(key != before.notebooks[path] for path, key in fingerprint.inputs(order).notebooks.items())


def test_chapters_stand_in_the_order_of_the_report_and_others_after_them(
    tmp_path: Path, write_notebook: Callable[..., Path]
) -> None:
    for name in ("evidence", "zebra", "sources", "aardvark", "overview"):
        write_notebook(tmp_path / f"{name}.ipynb", f"# {name}")
    names = [path.stem for path in fingerprint.notebook_paths(tmp_path)]
    assert names == ["overview", "sources", "evidence", "aardvark", "zebra"]


def test_since_last_time_stands_behind_the_overview_and_start_here_is_no_chapter(
    tmp_path: Path, write_notebook: Callable[..., Path]
) -> None:
    for name in ("start-here", "sources", "since-last-time", "overview"):
        write_notebook(tmp_path / f"{name}.ipynb", f"# {name}")
    names = [path.stem for path in fingerprint.notebook_paths(tmp_path)]
    assert names == ["overview", "since-last-time", "sources"]


def test_the_tables_stay_the_same_where_only_a_notebook_or_the_page_changes(
    order: Order, write_notebook: Callable[..., Path]
) -> None:
    before = fingerprint.inputs(order)
    write_notebook(order.notebooks / "evidence.ipynb", "# Evidence, again")
    assert fingerprint.inputs(order).tables == before.tables
    (order.corpus / "three.txt").write_text("Exports rose by 5 %.")
    assert fingerprint.inputs(order).tables != before.tables


def test_a_folder_without_notebooks_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=f"{tmp_path}: no notebook"):
        fingerprint.notebook_paths(tmp_path)


@pytest.mark.parametrize("content", ["", "{}", "[1]", '{"cells": [{"source": "x"}]}', '{"cells": 3}'])
def test_a_file_that_is_no_notebook_is_named(tmp_path: Path, content: str) -> None:
    path = tmp_path / "topics.ipynb"
    path.write_text(content)
    with pytest.raises(InputError, match=r"topics\.ipynb: not a notebook"):
        fingerprint.notebook_source(path)


def test_a_file_that_vanishes_has_an_empty_hash(tmp_path: Path) -> None:
    assert fingerprint.file_hash(tmp_path / "gone.txt") == ""
