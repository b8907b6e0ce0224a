"""What `new` writes changes nothing that was right: the tables before and after agree."""

import shutil
from pathlib import Path

import pytest

import analysis
from analysis import draft
from analysis.report.order import ROOT
from analysis.study import DEFAULT
from analysis.workbench import Corpus

EXAMPLE = ROOT / "examples" / "east-africa"
# How a field is known changes: what was read from a page is now in the manifest.
CHANGED = ("_basis", "published_words")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the articles of the example, in their formats, and nothing of what is known of them."""
    place = tmp_path_factory.mktemp("new") / "articles"
    shutil.copytree(EXAMPLE, place, ignore=shutil.ignore_patterns("study.yml", "articles.csv"))
    return place


@pytest.fixture(scope="module")
def before_and_after(folder: Path) -> tuple[Corpus, Corpus]:
    before = analysis.read(folder, study=DEFAULT)
    draft.new(folder)
    return before, analysis.read(folder, study=DEFAULT)


def test_the_articles_stay_as_they_were_read(before_and_after: tuple[Corpus, Corpus]) -> None:
    before, after = (corpus.articles for corpus in before_and_after)
    columns = [name for name in before.columns if not name.endswith(CHANGED)]
    assert before[columns].equals(after[columns])


@pytest.mark.parametrize("table", ["figures", "mentions", "statements", "observations", "conflicts", "removed"])
def test_the_other_tables_are_the_same(before_and_after: tuple[Corpus, Corpus], table: str) -> None:
    before, after = before_and_after
    assert before.frames[table].equals(after.frames[table])


def test_with_the_drafted_study_the_same_amounts_are_found(
    before_and_after: tuple[Corpus, Corpus], folder: Path
) -> None:
    drafted = analysis.read(folder)
    assert drafted.study.region == "East Africa"
    assert list(drafted.figures["quote"]) == list(before_and_after[0].figures["quote"])
    assert not drafted.conflicts.empty
