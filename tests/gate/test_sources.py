import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from analysis import gate
from analysis.gate import sources
from analysis.records import InputError
from analysis.report import data
from analysis.workbench import Corpus

Spoilt = Callable[..., list[str]]


def noted_anew(report: Path) -> list[str]:
    """Return what the gate finds after the checksums, too, were made to fit what was changed."""
    path = report / "data/build.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"sha256": data.sums(report / "data")}))
    return gate.faults(report)


def test_a_digit_changed_in_a_quoted_text_is_named_with_its_place(spoilt: Spoilt, report: Path) -> None:
    found = spoilt("more than $ 27 billion", "more than $ 28 billion", "data/texts/one.txt")
    assert found[0] == "data/texts/one.txt: was changed after the build"
    told = "data/figures.csv: article one, characters 44 to 66: “more than $ 27 billion” is not what stands there"
    assert any(line.startswith(f"{told}: “more than $ 28 billion”") for line in found)
    assert any(line.startswith(told) for line in noted_anew(report))


def test_a_letter_changed_where_nobody_quotes_is_a_change_too(spoilt: Spoilt) -> None:
    (fault,) = spoilt("weather was fine", "weather was vine", "data/texts/one.txt")
    assert fault == "data/texts/one.txt: was changed after the build"


def test_a_letter_that_came_in_moves_all_that_is_quoted_behind_it(spoilt: Spoilt, report: Path) -> None:
    spoilt("Trade between", "The trade between", "data/texts/one.txt")
    found = noted_anew(report)
    assert any("data/figures.csv: article one" in line for line in found)
    assert any("data/mentions.csv: article one" in line for line in found)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("27000000000", "28000000000"),
        (",money,", ",percent,"),
        (",USD,", ",EUR,"),
        (",more_than,", ",exact,"),
        (",> $27 bn,", ",$27 bn,"),
        ("more than $ 27 billion", "$ 27 billion"),
    ],
)
def test_a_figure_that_its_words_do_not_give_is_named_even_where_all_else_fits(
    spoilt: Spoilt, report: Path, old: str, new: str
) -> None:
    found = spoilt(old, new, "data/figures.csv")
    assert found[0] == "data/figures.csv: was changed after the build"
    told = ("data/figures.csv: figure e865b0df78", "data/figures.csv: article one, characters 44 to 66")
    assert any(line.startswith(told) for line in noted_anew(report))


def test_words_read_anew_give_every_figure_of_a_fresh_report(corpus: Corpus) -> None:
    assert list(sources.misread(corpus, ())) == []
    assert list(sources.misquoted(corpus)) == []


def test_of_very_many_figures_those_on_a_page_are_read_anew(corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "READ_ANEW_ALL", 1)
    wrong = corpus.figures.assign(printed="$1 bn")
    spoilt = replace(corpus, frames={**corpus.frames, "figures": wrong})
    shown = wrong["figure_id"].iloc[0]
    assert [shown in line for line in sources.misread(spoilt, {shown})] == [True]
    assert list(sources.misread(spoilt, ())) == []


def test_a_figure_that_is_taken_out_is_missed_where_it_was_printed(report: Path) -> None:
    path = report / "data/figures.csv"
    figures = pd.read_csv(path, dtype=str, keep_default_na=False)
    figures[figures["figure_id"] != "e865b0df78"].to_csv(path, index=False)
    found = noted_anew(report)
    assert any("cites a figure that data/figures.csv does not have" in line for line in found)


def test_a_table_that_was_edited_is_named(spoilt: Spoilt) -> None:
    found = spoilt("incompatible", "reports_differ", "data/conflicts.csv")
    assert found[0] == "data/conflicts.csv: was changed after the build"
    assert any(line.startswith("report.html: Overview") for line in found)


def test_a_study_that_was_edited_is_named(spoilt: Spoilt) -> None:
    assert "data/study.yml: was changed after the build" in spoilt("Terrorism", "Horror", "data/study.yml")


def test_files_that_are_not_noted_are_not_trusted(report: Path) -> None:
    path = report / "data/build.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"sha256": {}}))
    assert "data/texts/one.txt: is none of the files that data/build.json names" in gate.faults(report)


def test_further_files_beside_the_data_are_nobody_elses_concern(report: Path) -> None:
    (report / "data/notes.txt").write_text("mine: 27 bn")
    assert gate.faults(report) == []


@pytest.mark.parametrize("name", ["figures.csv", "removed.csv", "texts/two.txt", "study.yml", "build.json"])
def test_a_missing_file_is_named(report: Path, name: str) -> None:
    (report / "data" / name).unlink()
    with pytest.raises(InputError, match=name) as raised:
        gate.faults(report)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("build.json", "{"),
        ("build.json", "{}"),
        ("build.json", "\xff"),
        ("figures.csv", "figure_id\n1\n"),
        ("conflicts.csv", ""),
        ("texts/one.txt", b"\xff\xfe"),
    ],
)
def test_a_file_that_is_not_as_it_was_written_is_named(report: Path, name: str, content: str | bytes) -> None:
    given = content if isinstance(content, bytes) else content.encode("latin-1")
    (report / "data" / name).write_bytes(given)
    with pytest.raises(InputError, match=name) as raised:
        gate.faults(report)
    assert "\n" not in str(raised.value)
