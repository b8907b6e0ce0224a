"""A small report, joined of real words and charts without running a notebook, to be spoilt in one place at a time."""

import json
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

import analysis
from analysis import charts, gate, prose
from analysis.prose.spoken import spoken_of
from analysis.report import chapters, data, pages, pdf
from analysis.report.jobs import brief_name
from analysis.workbench import Corpus

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"

ARTICLES = {
    "one.txt": "Trade between Russia and Kazakhstan reached more than $ 27 billion in 2021, Mr Rudenko said.\n"
    "It grew by 10 percent in 2020, he said. The weather was fine.\n",
    "two.txt": "Trade between Russia and Kazakhstan was $ 20 billion in 2021, Mr Overchuk said.\n"
    "Russia and Uzbekistan agreed to fight terrorism.\n",
}
OVERVIEW = (
    "# Overview\n\nWhat do these articles say?",
    "prose.scope(found)",
    "## Findings",
    "prose.findings(found)",
    "prose.differences(found)",
)
TRADE = (
    "# Trade",
    "charts.trade_statements(found.figures, found.articles, found.observations, found.conflicts)",
    "prose.trade(found)",
    "Nothing is deflated.",
    "charts.timeline(found.articles, found.figures)",
)
EVIDENCE = ("# Evidence", "prose.figures(found)", "prose.sentences(found)")
BOOKS = {"overview": OVERVIEW, "trade": TRADE, "evidence": EVIDENCE}

Built = Callable[..., Path]


def shown(cells: tuple[str, ...], **names: Any) -> str:
    """Return what a notebook of these cells shows: calls of words and charts, and prose."""
    known = {"prose": prose, "charts": charts, **names}
    calls = ("prose.", "charts.")
    return "\n".join(
        eval(cell, known)._repr_html_() if cell.startswith(calls) else chapters.prose(cell) for cell in cells
    )


def brief_cells() -> tuple[str, ...]:
    """Return the cells of the project's own notebook for briefs, without those that read the articles."""
    cells = json.loads((NOTEBOOKS / "country-brief.ipynb").read_text(encoding="utf-8"))["cells"]
    sources = (("".join(cell["source"]), cell["cell_type"]) for cell in cells)
    return tuple(source for source, kind in sources if kind == "markdown" or source.startswith("prose."))


def build(corpus: Corpus, folder: Path, books: Mapping[str, tuple[str, ...]], *, printed: bool) -> Path:
    """Write a report of some notebooks, given as cells; one that is printed has the briefs of countries, too."""
    (folder / "data").mkdir(parents=True)
    data.write(corpus, folder / "data")
    shows = {name: shown(cells, found=corpus) for name, cells in books.items()}
    for code, _ in spoken_of(corpus) if printed else ():
        shows[brief_name(code)] = shown(brief_cells(), found=corpus, country=code)
    made = pages.joined(shows, corpus)
    documents = pages.write(made, folder)
    if printed:
        assert pdf.written(documents)
    pages.write_listing(made, corpus, folder)
    return folder


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    folder = tmp_path_factory.mktemp("articles")
    for name, text in ARTICLES.items():
        (folder / name).write_text(text)
    return analysis.read(folder)


@pytest.fixture(scope="session")
def built(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return a function that builds a report into a new folder, with cells added to its overview."""

    def make(*further: str, printed: bool = False) -> Path:
        books = BOOKS | {"overview": (*OVERVIEW, *further)}
        return build(corpus, tmp_path_factory.mktemp("built") / "report", books, printed=printed)

    return make


@pytest.fixture(scope="session")
def whole(built: Built) -> Path:
    return built()


@pytest.fixture(scope="session")
def whole_printed(built: Built) -> Path:
    return built(printed=True)


@pytest.fixture
def report(whole: Path, tmp_path: Path) -> Path:
    """Return a copy of the report, without briefs and PDFs, to be spoilt."""
    return Path(shutil.copytree(whole, tmp_path / "report"))


@pytest.fixture
def printed_report(whole_printed: Path, tmp_path: Path) -> Path:
    """Return a copy of the report, with its briefs and PDFs, to be spoilt."""
    return Path(shutil.copytree(whole_printed, tmp_path / "report"))


def replaced(path: Path, old: str, new: str, nth: int = 1) -> None:
    """Replace the nth place where a text stands in a file."""
    head, *parts = path.read_text(encoding="utf-8").split(old)
    assert len(parts) >= nth, f"{old} stands {len(parts)} times in {path.name}"
    path.write_text(old.join([head, *parts[: nth - 1]]) + new + old.join(parts[nth - 1 :]), encoding="utf-8")


@pytest.fixture
def spoilt(report: Path) -> Callable[..., list[str]]:
    """Return a function that replaces a text in the page, or another file, and returns what the gate finds."""

    def faults(old: str, new: str, name: str = "report.html", nth: int = 1) -> list[str]:
        replaced(report / name, old, new, nth)
        return gate.faults(report)

    return faults
