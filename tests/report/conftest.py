"""A report small enough to build in seconds: two chapters and two articles, made up, and everything else as it is."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from analysis.__main__ import reported
from analysis.report.order import Order

PARAMETERS = 'corpus: str = "seeds"  # folder\n' + "\n".join(
    f'{name}: str = ""' for name in ("start", "end", "by", "countries", "topics")
)
READ = """import analysis
from analysis import charts, prose
found = analysis.read(corpus, start=start, end=end, by=by, countries=countries, topics=topics)"""
CHART = "charts.trade_statements(found.figures, found.articles, found.observations, found.conflicts)"

OVERVIEW = (
    "# Overview\n\nWhat do these articles say?",
    PARAMETERS,
    READ,
    "prose.scope(found)",
    "## Findings",
    "prose.trade(found)",
    CHART,
)

EVIDENCE = ("# Evidence", PARAMETERS, READ, "prose.figures(found)", "prose.sentences(found)")

ARTICLES = {
    "one.txt": "Trade between Russia and Kazakhstan reached $ 27 billion in 2021, Mr Rudenko said.\n",
    "folder/two.txt": "Russia and Uzbekistan agreed to fight terrorism.\r\nThey will meet again.\r\n",
}


def cell(source: str) -> dict[str, object]:
    """Return a notebook's cell: prose where the text begins with a heading, else code."""
    if source.startswith("#"):
        return {"cell_type": "markdown", "metadata": {}, "source": source}
    tags = {"tags": ["parameters"]} if source.startswith("corpus") else {}
    return {"cell_type": "code", "metadata": tags, "source": source, "outputs": [], "execution_count": None}


@pytest.fixture(scope="session")
def chart_call() -> str:
    """Return the cell of the overview that shows a chart."""
    return CHART


@pytest.fixture(scope="session")
def write_notebook() -> Callable[..., Path]:
    """Return a function that writes cells as a notebook and returns its path."""

    def write(path: Path, *sources: str) -> Path:
        cells = [{"id": f"cell-{number}", **cell(source)} for number, source in enumerate(sources)]
        path.write_text(json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}))
        return path

    return write


@pytest.fixture(scope="session")
def order_in(write_notebook: Callable[..., Path]) -> Callable[[Path], Order]:
    """Return a function that lays out articles and notebooks in a folder and returns the order for their report."""

    def order(folder: Path) -> Order:
        (folder / "notebooks").mkdir()
        write_notebook(folder / "notebooks" / "overview.ipynb", *OVERVIEW)
        write_notebook(folder / "notebooks" / "evidence.ipynb", *EVIDENCE)
        for name, text in ARTICLES.items():
            path = folder / "articles" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        return Order(folder / "articles", folder / "out", notebooks=folder / "notebooks")

    return order


@pytest.fixture(scope="module")
def built(order_in: Callable[[Path], Order], tmp_path_factory: pytest.TempPathFactory) -> Order:
    """Return the order of a report that has been built once for the tests of a module."""
    order = order_in(tmp_path_factory.mktemp("report"))
    assert reported(order) == 0
    return order
