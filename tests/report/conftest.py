"""A report small enough to build in seconds: two chapters and two articles, made up, and everything else as it is."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from analysis.__main__ import reported
from analysis.report.order import Order

PARAMETERS = 'corpus: str = "seeds"  # folder\nstart: str = ""\nend: str = ""\ncountries: str = ""'

CHART = """
<figure class="chart" id="chart-trade"><p class="chart-title">Trade as stated</p><p class="chart-subtitle"></p>
<div class="plot"><svg viewBox="0 0 10 4" role="img"><title>One mark</title><circle cx="5" cy="2" r="1"/></svg>
<span class="mark" style="left:40%;top:25%;width:20%;height:50%"><a href="#e-27" aria-label="27 bn"></a></span></div>
<figcaption>Amounts as stated.</figcaption></figure>
"""

OVERVIEW = (
    "# Overview\n\nWhat do these articles say?",
    PARAMETERS,
    "from IPython.display import HTML",
    "## Findings",
    'HTML(\'<p class="scope">Two articles.</p><p>It was <a class="cite" href="#e-27">$27 bn</a>.</p>\')',
    f"HTML('''{CHART}''')",
)

EVIDENCE = (
    "# Evidence",
    PARAMETERS,
    "from IPython.display import HTML",
    'HTML(\'<article class="evidence" id="e-27"><p>It reached <mark>$ 27 billion</mark>.</p>\''
    '\'<span class="backlinks" data-for="e-27"></span></article>\')',
)

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
