from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import analysis
from analysis.corrections import Corrections, Outcome, of_articles, of_figures, of_speakers, what_was_corrected
from analysis.corrections.outcomes import contradictions
from analysis.figures import attributions
from analysis.records import Correction
from analysis.workbench import Corpus


def row(line: int, what: str, old: str = "", new: str = "", article_id: str = "a") -> Correction:
    return Correction(line, article_id, what, old, new, "", "")


def test_settled_rows_wait_no_longer_and_stand_by_line() -> None:
    rows = tuple(row(line, "note") for line in (2, 3, 4))
    told = Corrections(rows).settled([Outcome(rows[2])]).settled([Outcome(rows[0], applied=True)])
    assert told.waiting == (rows[1],)
    assert [outcome.correction.line for outcome in told.outcomes] == [2, 4]


@pytest.mark.parametrize(
    ("rows", "problems"),
    [
        ([("value", "5"), ("value", "5 ")], {}),
        ([("reject", "x"), ("reject", "y")], {}),
        ([("value", "5"), ("value", "6")], {2: "line 3", 3: "line 2"}),
        ([("value", "5"), ("reject", "5")], {2: "line 3", 3: "line 2"}),
        ([("value", "5"), ("value", "6"), ("value", "6")], {2: "lines 3 and 4", 3: "line 2", 4: "line 2"}),
    ],
)
def test_rows_that_say_different_things_of_one_place_name_each_other(
    rows: list[tuple[str, str]], problems: dict[int, str]
) -> None:
    placed = [("here", row(line, what, "x", new)) for line, (what, new) in enumerate(rows, 2)]
    for given_rows in permutations(placed):
        found = {outcome.correction.line: outcome.problem for outcome in contradictions(given_rows)}
        assert found == {line: f"contradicts {named}; keep one of them" for line, named in problems.items()}
    assert list(contradictions(enumerate(one for _, one in placed))) == []


def test_what_was_corrected_of_a_figure_is_its_value_its_speaker_or_both() -> None:
    applied = {"f1": ("value", "speaker"), "f2": ("speaker",), "f3": ("note",), "f4": ("reject",)}
    outcomes = [
        Outcome(row(2, what), applied=True, figure_ids=(figure_id,))
        for figure_id, whats in applied.items()
        for what in whats
    ]
    assert what_was_corrected(outcomes) == {"f1": ("speaker", "value"), "f2": ("speaker",)}


@pytest.fixture(scope="module")
def seeds() -> Corpus:
    return analysis.read("seeds")


ROWS = [
    ("003", "date", "", "2021-05-17"),
    ("001", "date", "2025-10-09", "2024-10-09"),
    ("001", "date", "", "2023-10-09"),
    ("002", "copy", "", "000"),
    ("004", "copy", "", "002"),
    ("000", "copy", "", "004"),
    ("003", "copy", "", "001"),
    ("003", "speaker", "Andrey Rudenko", "Andrei Rudenko"),
    ("003", "speaker", "$ 27 billion", "narrator"),
    ("000", "speaker", "Vladimir Putin", "V. V. Putin"),
    ("000", "speaker", "vladimir putin", "President of Russia"),
    ("003", "value", "$ 30.5 billion", "31 bn"),
    ("005", "reject", "10%", ""),
]


@given(st.permutations(ROWS))
def test_what_comes_of_articles_speakers_and_figures_does_not_hang_on_the_order_of_rows(
    seeds: Corpus, rows: list[tuple[str, str, str, str]]
) -> None:
    assert came_of(seeds, rows) == came_of(seeds, ROWS)


def came_of(seeds: Corpus, rows: list[tuple[str, str, str, str]]) -> tuple[object, ...]:
    """Return articles, speakers and figures with rows applied, and what came of each row."""
    ids = {article.article_id[:3]: article.article_id for article in seeds.found.articles}
    given_rows = Corrections(
        tuple(
            row(line, what, old, ids.get(new, new), ids.get(name, name))
            for line, (name, what, old, new) in enumerate(rows, 2)
        )
    )
    articles, left = of_articles(seeds.found.articles, given_rows)
    speakers, left = of_speakers({a.article_id: attributions(a) for a in seeds.found.articles}, articles, left)
    figures, left = of_figures(seeds.found.figures, articles, left)
    assert left.waiting == ()
    told = {given_row: (o.applied, o.was, o.figure_ids) for given_row, o in zip(rows, left.outcomes, strict=True)}
    return articles, speakers, figures, told
