"""The notebook to start from, run as in JupyterLab: what its cells show, not only that they run."""

import csv
import json
import re
import shutil
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

ROOT = Path(__file__).parents[1]
NOTEBOOK = ROOT / "notebooks" / "start-here.ipynb"
AMOUNT = r'<th [^>]*scope="row">([^<]*)</th>'


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the notebook as it stands after all of its cells have run, in a folder of its own."""
    path = Path(shutil.copy(NOTEBOOK, tmp_path_factory.mktemp("notebooks")))
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(notebook, kernel_name="python3", resources={"metadata": {"path": str(path.parent)}}).execute()
    nbformat.write(notebook, path)
    return path


def cells(path: Path, kind: str) -> list[dict[str, Any]]:
    notebook = json.loads(path.read_text(encoding="utf-8"))
    return [cell for cell in notebook["cells"] if cell["cell_type"] == kind]


def source(cell: dict[str, Any]) -> str:
    return "".join(cell["source"])


def shown(path: Path, call: str) -> str:
    """Return the HTML that the one cell with this call shows."""
    (cell,) = [cell for cell in cells(path, "code") if call in source(cell)]
    (output,) = cell["outputs"]
    return "".join(output["data"]["text/html"])


def test_it_looks_first_at_what_was_found(ran: Path) -> None:
    (cell,) = [cell for cell in cells(ran, "code") if source(cell) == "found"]
    html = "".join(cell["outputs"][0]["data"]["text/html"])
    assert "Corpus of 5 articles, 18 figures, " in html
    assert ".show(&quot;000&quot;, 1674, 1681)" in html


def test_it_shows_every_figure_in_its_sentence(ran: Path) -> None:
    html = shown(ran, 'found.view("figures")')
    assert len(re.findall(AMOUNT, html)) == html.count("<mark>") == 18


def test_it_filters_money_of_trade(ran: Path) -> None:
    html = shown(ran, 'found.view(trade, "qualifier")')
    assert re.findall(AMOUNT, html) == ["$37.1 bn", "&gt; $45 bn", "$27 bn"]
    assert "more_<wbr>than" in html


def test_it_opens_a_sentence_by_its_characters_and_by_its_figure(ran: Path) -> None:
    assert "reached <mark>$ 27 billion</mark>, up 30% from 2020." in shown(ran, 'found.show("003", 610, 622)')
    html = shown(ran, "found.show(trade")
    assert "doubled to reach <mark>$37.1 billion</mark>, and in the first half" in html
    assert "<dt>Said by</dt><dd>Vladimir Putin</dd>" in html


def test_it_looks_at_a_conflict_and_at_both_of_its_sentences(ran: Path) -> None:
    html = shown(ran, "found.view(differing")
    assert ">incompatible<" in html
    assert ">$27 bn, $37.1 bn<" in html
    assert re.findall(AMOUNT, shown(ran, '.split("|")')) == ["$37.1 bn", "$27 bn"]


def test_it_draws_a_chart_of_the_rows_of_one_speaker(ran: Path) -> None:
    html = shown(ran, "charts.trade_statements")
    assert "<svg" in html
    assert "2 of 5 articles, 2 occasions, 1 speaker" in html
    assert "Rudenko" not in html


def test_it_asks_for_a_topic(ran: Path) -> None:
    assert re.search(r"3 articles.*Chosen: articles that speak of energy\.", shown(ran, "prose.scope(energy)"))
    html = shown(ran, "energy.view")
    assert set(re.findall(AMOUNT, html)) == {"Energy"}
    assert "<mark>nuclear" in html or "<mark>power plants</mark>" in html


def test_it_writes_a_table_that_can_be_read_again(ran: Path) -> None:
    with (ran.parent / "trade.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["printed"], row["article_id"][:3]) for row in rows] == [
        ("$37.1 bn", "000"), ("> $45 bn", "001"), ("$27 bn", "003"),
    ]  # fmt: skip


def test_nothing_it_shows_is_a_warning_or_an_error(ran: Path) -> None:
    outputs = [output for cell in cells(ran, "code") for output in cell["outputs"]]
    assert {output["output_type"] for output in outputs} == {"execute_result"}


def test_it_is_committed_without_outputs_in_short_cells_that_define_nothing() -> None:
    for cell in cells(NOTEBOOK, "code"):
        assert (cell["outputs"], cell["execution_count"]) == ([], None)
        assert not re.search(r"^\s*(def|class|lambda)\b", source(cell), re.MULTILINE)
        lines = [line for line in source(cell).splitlines() if line.strip()]
        assert len(lines) <= 3 or "parameters" in cell["metadata"].get("tags", [])


def test_its_prose_comes_before_its_cells_and_types_no_number() -> None:
    prose = [source(cell) for cell in cells(NOTEBOOK, "markdown")]
    assert prose[0].startswith("# Start here\n")
    assert re.findall(r"\d+", "".join(prose)) == []


def test_it_has_the_parameters_of_a_chapter() -> None:
    chapter = cells(ROOT / "notebooks" / "topics.ipynb", "code")
    assert source(cells(NOTEBOOK, "code")[0]) == source(chapter[0])
