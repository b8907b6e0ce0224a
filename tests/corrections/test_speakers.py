from collections.abc import Callable
from typing import Any

import pytest

from analysis.workbench import Corpus

Read, Row = Callable[..., Corpus], Callable[..., Any]


def test_a_new_name_goes_to_all_that_the_speaker_says_in_the_article(read: Read, row: Row) -> None:
    corpus = read(row("speaker", old="Ivan  petrov", new="Pavel Petrov"))
    figures = corpus.figures[corpus.figures["article_id"] == "speech"]
    mentions = corpus.mentions[corpus.mentions["article_id"] == "speech"]
    assert set(figures["speaker"]) == set(mentions["speaker"]) == {"Pavel Petrov"}
    assert figures["speaker_basis"].tolist() == read().figures.loc[figures.index, "speaker_basis"].tolist()
    assert figures["statement_id"].str.startswith("pavel-petrov-2023-05-17-").all()
    assert corpus.found.outcomes[0].figure_ids == tuple(figures["figure_id"])
    assert corpus.found.outcomes[0].was == "Ivan  petrov"
    assert set(corpus.figures.loc[corpus.figures["article_id"] == "report", "speaker"]) == {"Anna Lee"}


def test_a_speaker_may_be_the_article_itself(read: Read, row: Row) -> None:
    figures = read(row("speaker", old="Ivan Petrov", new="narrator")).figures
    of_speech = figures[figures["article_id"] == "speech"]
    assert set(of_speech["speaker"]) == {""}
    assert set(of_speech["speaker_basis"]) == {"narrator"}


def test_one_figure_may_be_somebody_elses(read: Read, row: Row) -> None:
    figures = read(row("speaker", old="5%", new="Olga Kim")).figures.set_index("quote")
    assert figures.loc["5%", ["speaker", "speaker_basis"]].tolist() == ["Olga Kim", "indirect"]
    assert figures.loc["5%", "statement_id"] == "olga-kim-2023-05-17-exports"
    assert figures.loc["exceeded $28 billion", "speaker"] == "Ivan Petrov"


def test_what_is_said_of_one_figure_comes_before_what_is_said_of_the_speaker(read: Read, row: Row) -> None:
    rows = [row("speaker", old="5%", new="narrator"), row("speaker", old="Ivan Petrov", new="Pavel Petrov")]
    for given in (rows, rows[::-1]):
        corpus = read(*given)
        assert all(outcome.applied for outcome in corpus.found.outcomes)
        figures = corpus.figures.set_index("quote")
        assert figures.loc["5%", ["speaker", "speaker_basis"]].tolist() == ["", "narrator"]
        assert figures.loc["exceeded $28 billion", "speaker"] == "Pavel Petrov"


def test_two_new_names_of_one_speaker_contradict_each_other(read: Read, row: Row) -> None:
    corpus = read(row("speaker", old="Ivan Petrov", new="A"), row("speaker", old="IVAN PETROV", new="B"))
    assert [outcome.problem for outcome in corpus.found.outcomes] == [
        "contradicts line 3; keep one of them",
        "contradicts line 2; keep one of them",
    ]
    assert corpus.found.figures == read().found.figures


@pytest.mark.parametrize(
    ("old", "line"),
    [
        (
            "Petrov",
            "“Petrov” is no figure and no speaker of the article, though the words stand there; write “Ivan Petrov”, "
            "if that is meant, or remove the row",
        ),
        (
            "Anna Lee",
            "“Anna Lee” is no figure and no speaker of the article; write the exact words of a figure, or its "
            "figure_id, or remove the row",
        ),
    ],
)
def test_a_name_that_nobody_has_in_the_article_is_named(
    read: Read, row: Row, problem: Callable[[Corpus], str], old: str, line: str
) -> None:
    assert problem(read(row("speaker", old=old, new="B"))) == line
