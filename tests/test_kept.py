import json
import os
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import analysis
from analysis import found, kept
from analysis import study as studies
from analysis.corpus import read
from analysis.corpus.watched import Watched
from analysis.found import Findings, findings
from analysis.records import Article, Attribution
from analysis.study import DEFAULT, Study
from analysis.workbench import remembering

TEXT = "Trade between Russia and Kazakhstan exceeded $27 billion in 2021, the minister said in Moscow on Monday.\n"
STUDY = studies.load(DEFAULT)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv(kept.VARIABLE, str(tmp_path / "kept"))
    kept.version_folder.cache_clear()
    yield tmp_path / "kept"
    kept.version_folder.cache_clear()


@pytest.fixture
def article(tmp_path: Path) -> Article:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "one.txt").write_text(TEXT)
    (read_article,) = read(tmp_path / "articles").articles
    return read_article


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[Article]:
    """Return the articles that are looked at, as they are looked at."""
    looked_at: list[Article] = []

    def find(article: Article, study: Study, speakers: Sequence[Attribution] | None = None) -> Findings:
        looked_at.append(article)
        return findings(article, study, speakers)

    monkeypatch.setattr(found, "findings", find)
    return looked_at


def entries(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_an_article_is_read_once_and_what_is_kept_is_equal(
    folder: Path, article: Article, counted: list[Article]
) -> None:
    first = remembering("study")(article, STUDY)
    assert first == findings(article, STUDY)
    assert first.figures
    assert first.mentions
    assert remembering("study")(article, STUDY) == first
    assert len(counted) == 1
    assert len(entries(folder)) == 1


@pytest.mark.parametrize(
    "change",
    [
        {"raw_text": TEXT + "More."},
        {"published": date(2022, 2, 1)},
        {"language": "ru"},
        {"article_id": "two"},
        {"not_analysed": "in German"},
    ],
)
def test_an_article_that_changed_is_read_anew(
    folder: Path, article: Article, counted: list[Article], change: dict[str, Any]
) -> None:
    known = remembering("study")
    known(article, STUDY)
    known(replace(article, **change), STUDY)
    assert len(counted) == 2


def test_another_study_and_other_speakers_are_read_anew(folder: Path, article: Article, counted: list[Article]) -> None:
    remembering("study")(article, STUDY)
    remembering("another")(article, STUDY)
    said = [Attribution("Grace Mwangi", "indirect")] * len(article.sentences)
    (figure,) = remembering("study")(article, STUDY, said).figures
    assert (len(counted), figure.speaker) == (3, "Grace Mwangi")


def test_that_an_article_turns_out_to_be_a_copy_changes_nothing(
    folder: Path, article: Article, counted: list[Article]
) -> None:
    known = remembering("study")
    assert known(article, STUDY) == known(replace(article, duplicate_of="two", copy_reason="the same words"), STUDY)
    assert len(counted) == 1


@pytest.mark.parametrize(
    "spoilt",
    [
        lambda whole: whole[: len(whole) // 2],
        lambda whole: b"",
        lambda whole: whole[:-1],
        lambda whole: whole[:40] + bytes([whole[40] ^ 255]) + whole[41:],
        lambda whole: zlib.compress(b'{"mentions": [], "figures": [{"figure_id": "x"}], "statements": []}'),
        lambda whole: b"\x80\x05cos\nsystem\n(S'true'\ntR.",
    ],
)
def test_an_entry_that_is_not_whole_is_found_anew(
    folder: Path, article: Article, counted: list[Article], spoilt: Any
) -> None:
    whole = remembering("study")(article, STUDY)
    (entry,) = entries(folder)
    entry.write_bytes(spoilt(entry.read_bytes()))
    assert remembering("study")(article, STUDY) == whole
    assert len(counted) == 2
    assert kept.stored(Findings, entry) == whole


def test_entries_of_another_version_are_removed_and_nothing_else_in_the_folder(folder: Path, article: Article) -> None:
    old, notes = folder / "results" / ("0" * kept.VERSION), folder / "results" / "notes"
    for other in (old, notes):
        other.mkdir(parents=True)
        (other / "file").write_text("")
    remembering("study")(article, STUDY)
    assert not old.exists()
    assert (notes / "file").exists()


def test_where_nothing_can_be_kept_it_is_found_all_the_same(folder: Path, article: Article) -> None:
    folder.write_text("a file, no folder")
    assert remembering("study")(article, STUDY) == findings(article, STUDY)


def test_entries_are_for_their_owner_alone(folder: Path, article: Article) -> None:
    remembering("study")(article, STUDY)
    (entry,) = entries(folder)
    assert entry.parent.stat().st_mode & 0o077 == 0
    assert set(json.loads(zlib.decompress(entry.read_bytes()))) == {"mentions", "figures", "statements"}


def test_a_corpus_is_the_same_from_what_is_kept(folder: Path) -> None:
    analysis.workbench._read.cache_clear()
    first = analysis.read("seeds")
    assert len(entries(folder)) == len(first.articles)
    analysis.workbench._read.cache_clear()
    again = analysis.read("seeds")
    for name, table in first.frames.items():
        assert again.frames[name].equals(table), name


def test_a_file_that_has_not_changed_is_parsed_once(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pages").mkdir()
    page = tmp_path / "pages" / "one.html"
    page.write_text(f"<html><body><article><p>{TEXT}</p><p>{TEXT}</p></article></body></html>")
    parsed: list[str] = []
    parts = Watched.parts
    monkeypatch.setattr(Watched, "parts", lambda self, path, source: parsed.append(source) or parts(self, path, source))
    first, again = (read(tmp_path / "pages").articles[0] for _ in range(2))
    assert again == first
    assert parsed == ["one.html"]
    page.write_text(page.read_text().replace("$27 billion", "$28 billion"))
    assert "$28 billion" in read(tmp_path / "pages").articles[0].raw_text
    assert parsed == ["one.html"] * 2


def test_a_file_with_something_wrong_is_looked_at_each_time(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "one.pdf").write_bytes(b"%PDF-1.7 and no more")
    first, again = (read(tmp_path / "pages").rejected for _ in range(2))
    assert first == again
    assert entries(folder) == []


def test_an_entry_that_is_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "entry")
    assert kept.stored(Findings, tmp_path / "entry") is None
    kept.store(Findings(), tmp_path / "entry")
    assert (tmp_path / "entry").is_fifo()
