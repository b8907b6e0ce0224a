"""Rows of corrections.csv, and a folder with two short articles that they are about."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pytest

import analysis
from analysis.corrections import Outcome
from analysis.corrections.rows import COLUMNS
from analysis.workbench import Corpus

SPEECH = """Trade between Russia and Kazakhstan exceeded $28 billion last year, Minister Ivan Petrov said.

Exports rose by 5%, he said. Around 40 companies took part. Around 40 companies are to follow.
"""
REPORT = "Investment in Uzbekistan reached $3 billion in 2021, of which $1 billion came from Russia, Anna Lee said.\n"
MANIFEST = "file,published,event_date\nspeech.txt,2023-05-17,unknown\nreport.txt,unknown,2022-10-14\n"

Row = Mapping[str, str]
Read = Callable[..., Corpus]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Return a function that reads the two articles with some rows of corrections."""

    def corpus(*rows: Row, **asked: str) -> Corpus:
        (tmp_path / "speech.txt").write_text(SPEECH, encoding="utf-8")
        (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
        (tmp_path / "articles.csv").write_text(MANIFEST, encoding="utf-8")
        (tmp_path / "corrections.csv").write_text(written(rows), encoding="utf-8")
        return analysis.read(tmp_path, **asked)  # type: ignore[arg-type]

    return corpus


def written(rows: Iterable[Row]) -> str:
    lines = [",".join('"' + row.get(name, "").replace('"', '""') + '"' for name in COLUMNS) for row in rows]
    return "\n".join([",".join(COLUMNS), *lines]) + "\n"


@pytest.fixture
def row() -> Callable[..., Row]:
    """Return a maker of rows: what is corrected, where, and the other cells."""

    def make(what: str, article_id: str = "speech", old: str = "", new: str = "", **given: str) -> Row:
        return {"by": "A. Analyst", "why": "seen", **given, "what": what, "article_id": article_id} | {
            "old": old,
            "new": new,
        }

    return make


@pytest.fixture
def problem() -> Callable[[Corpus], str]:
    """Return a function that gives the only problem of a corpus whose corrections were otherwise applied."""

    def only(corpus: Corpus) -> str:
        wrong: list[Outcome] = [outcome for outcome in corpus.found.outcomes if outcome.problem]
        assert len(wrong) == 1
        assert not wrong[0].applied
        return wrong[0].problem

    return only
