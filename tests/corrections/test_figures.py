from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import analysis
from analysis.corrections import of_figures
from analysis.corrections.outcomes import Corrections
from analysis.records import Correction
from analysis.workbench import Corpus

Read, Row = Callable[..., Corpus], Callable[..., Any]


@pytest.fixture(scope="module")
def seeds() -> Corpus:
    return analysis.read("seeds")


def corrected(seeds: Corpus, *rows: tuple[str, str, str, str]) -> tuple[dict[str, Any], Corrections]:
    """Return the seeds' figures by their words, and what came of rows of article, what, old and new."""
    ids = {article.article_id[:3]: article.article_id for article in seeds.found.articles}
    given = [
        Correction(line, ids[article], what, old, new, "seen", "A. B.")
        for line, (article, what, old, new) in enumerate(rows, 2)
    ]
    figures, told = of_figures(seeds.found.figures, seeds.found.articles, Corrections(tuple(given)))
    for figure in figures:
        assert seeds.texts[figure.article_id][figure.start : figure.end] == figure.quote
    return {figure.quote: figure for figure in figures}, told


@pytest.mark.parametrize(
    ("row", "quote", "field", "right"),
    [
        (("003", "value", "$ 27 billion", "$37 billion"), "$ 27 billion", "value", 37e9),
        (("003", "value", "$27 BILLION", "$37 billion"), "$ 27 billion", "printed", "$37 bn"),
        (("003", "value", "e0df782318", "37 bn"), "$ 27 billion", "printed", "$37 bn"),
        (("001", "value", "$45 billion", "$47.1 billion"), "exceeded $45 billion", "printed", "> $47.1 bn"),
        (("001", "value", "exceeded $45 billion", "€45 billion"), "exceeded $45 billion", "unit", "EUR"),
        (("000", "value", "doubled", "tripled"), "doubled", "value", 3.0),
        (("003", "value", "39.7%", "39.9"), "39.7%", "printed", "39.9 %"),
        (("003", "speaker", "39.7%", "Valdai Club"), "39.7%", "speaker", "Valdai Club"),
        (("003", "speaker", "39.7%", "Valdai Club"), "39.7%", "speaker_basis", "indirect"),
        (("000", "speaker", "about $5 billion", "Sergey Lavrov"), "about $5 billion", "speaker_basis", "direct"),
    ],
)
def test_a_figure_is_corrected_and_keeps_its_name_and_words(
    seeds: Corpus, row: tuple[str, str, str, str], quote: str, field: str, right: object
) -> None:
    figures, told = corrected(seeds, row)
    before = {figure.quote: figure for figure in seeds.found.figures}
    assert getattr(figures[quote], field) == right
    assert [outcome.applied for outcome in told.outcomes] == [True]
    assert told.outcomes[0].figure_ids == (before[quote].figure_id,)
    assert {q: f.figure_id for q, f in figures.items()} == {q: f.figure_id for q, f in before.items()}
    others = before.keys() - {quote}
    assert all(figures[other] == before[other] for other in others)


def test_what_is_worked_out_follows_a_corrected_value(read: Read, row: Row) -> None:
    before, after = read(), read(row("value", "report", "$1 billion", "$1.5 billion"))
    assert [corpus.derived["value"].tolist() for corpus in (before, after)] != [[], []]
    assert before.derived["formula"].tolist() != after.derived["formula"].tolist()
    assert "$1.5 bn" in " ".join(after.derived["formula"])


def test_a_rejected_figure_is_left_out_also_as_the_whole_of_others(seeds: Corpus) -> None:
    figures, told = corrected(seeds, ("003", "reject", "More than 4 million citizens", ""))
    assert "More than 4 million citizens" not in figures
    assert len(figures) == len(seeds.figures) - 1
    assert figures["160,000"].part_of == ""
    assert told.outcomes[0].was == "More than 4 million citizens"


def test_a_note_changes_no_figure(seeds: Corpus) -> None:
    figures, told = corrected(seeds, ("003", "note", "$ 27 billion", "A slip?"), ("003", "note", "", "Translated"))
    assert tuple(figures.values()) == seeds.found.figures
    assert [outcome.figure_ids for outcome in told.outcomes] == [("e0df782318",), ()]
    assert all(outcome.applied for outcome in told.outcomes)


def test_several_notes_on_one_place_are_all_kept(seeds: Corpus) -> None:
    _, told = corrected(seeds, ("003", "note", "39.7%", "One"), ("003", "note", "39.7%", "Two"))
    assert [outcome.applied for outcome in told.outcomes] == [True, True]


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (
            ("003", "reject", "$99 billion", ""),
            "“$99 billion” is no figure of the article; write the exact words of a figure, or its figure_id, or remove",
        ),
        (
            ("003", "reject", "30%", ""),
            "“30%” is no figure of the article, though the words stand there; write “up 30%",
        ),
        (
            ("000", "reject", "$37.2 billion", ""),
            "“$37.2 billion” is no figure of the article; write “$37.1 billion”, if",
        ),
        (("001", "value", "5 billion", "6 billion"), "“5 billion” is no figure of the article, though the words stand"),
        (("003", "reject", "bbb2f8e2d3", ""), "“bbb2f8e2d3” is no figure of the article"),
        (("002", "note", "1", "x"), "“1” is no figure of the article"),
        (("003", "value", "39.7%", "more"), "“more” is no amount; write it alone, like $47.1 billion or 47100000000"),
        (("003", "value", "$ 27 billion", "37"), "“37” is less than a thousandth of $27 bn; write it with its scale"),
    ],
)
def test_a_row_that_names_no_figure_or_no_value_is_named_and_changes_nothing(
    seeds: Corpus, row: tuple[str, str, str, str], problem: str
) -> None:
    figures, told = corrected(seeds, row)
    assert tuple(figures.values()) == seeds.found.figures
    assert told.outcomes[0].problem.startswith(problem)
    assert not told.outcomes[0].applied


def test_words_that_stand_at_several_figures_need_a_figure_id(
    read: Read, row: Row, problem: Callable[[Corpus], str]
) -> None:
    ids = [figure.figure_id for figure in read().found.figures if figure.quote == "Around 40 companies"]
    assert len(ids) == 2
    corpus = read(row("reject", old="Around 40 companies"))
    assert problem(corpus) == (
        "“Around 40 companies” stands at 2 figures of the article; write the figure_id of one instead: "
        + ", ".join(ids)
    )
    assert len(corpus.figures) == len(read().figures)
    assert len(read(row("reject", old=ids[1])).figures) == len(read().figures) - 1


@pytest.mark.parametrize(
    "rows",
    [
        [("003", "value", "$ 27 billion", "$37 billion"), ("003", "value", "e0df782318", "$38 billion")],
        [("003", "value", "$ 27 billion", "$37 billion"), ("003", "reject", "$ 27 billion", "")],
        [("003", "speaker", "$ 27 billion", "A"), ("003", "speaker", "$27 billion", "B")],
        [("003", "speaker", "$ 27 billion", "A"), ("003", "reject", "$27 billion", "")],
    ],
)
def test_rows_that_contradict_each_other_are_named_and_none_is_applied(
    seeds: Corpus, rows: list[tuple[str, str, str, str]]
) -> None:
    figures, told = corrected(seeds, *rows, ("003", "value", "39.7%", "39.9%"))
    assert figures["$ 27 billion"] == next(figure for figure in seeds.found.figures if figure.quote == "$ 27 billion")
    assert [outcome.problem for outcome in told.outcomes] == [
        "contradicts line 3; keep one of them",
        "contradicts line 2; keep one of them",
        "",
    ]
    assert figures["39.7%"].value == 39.9


def test_rows_that_say_the_same_are_no_contradiction(seeds: Corpus) -> None:
    figures, told = corrected(seeds, ("003", "value", "39.7%", "39.9%"), ("003", "value", "14afc34bdb", "39.9 %"))
    assert [outcome.applied for outcome in told.outcomes] == [True, True]
    assert figures["39.7%"].value == 39.9


ROWS = [
    ("003", "value", "$ 27 billion", "$37 billion"),
    ("003", "value", "$ 27 billion", "$38 billion"),
    ("003", "speaker", "$ 27 billion", "A. Analyst"),
    ("003", "reject", "39.7%", ""),
    ("003", "reject", "39.7%", "twice"),
    ("003", "value", "38.5%", "38"),
    ("003", "reject", "38.5%", ""),
    ("001", "value", "$45 billion", "$46 billion"),
    ("001", "speaker", "$45 billion", "narrator"),
    ("000", "note", "doubled", "In which years?"),
    ("000", "reject", "tripled", ""),
]


@given(st.permutations(ROWS))
def test_the_order_of_rows_does_not_matter(seeds: Corpus, rows: list[tuple[str, str, str, str]]) -> None:
    expected, in_order = corrected(seeds, *ROWS)
    figures, told = corrected(seeds, *rows)
    assert figures == expected

    def came_of(one: Corrections, given: list[tuple[str, str, str, str]]) -> dict[tuple[str, ...], object]:
        return {
            row: (o.applied, o.was, o.figure_ids, bool(o.problem)) for row, o in zip(given, one.outcomes, strict=True)
        }

    assert came_of(told, rows) == came_of(in_order, ROWS)


@given(st.sets(st.sampled_from(ROWS)))
def test_a_figure_changes_only_where_a_row_was_applied(seeds: Corpus, rows: set[tuple[str, str, str, str]]) -> None:
    figures, told = corrected(seeds, *sorted(rows))
    touched = {one for outcome in told.outcomes if outcome.applied for one in outcome.figure_ids}
    for figure in seeds.found.figures:
        assert figure.figure_id in touched or figures[figure.quote] == figure


def test_a_correction_of_an_article_that_was_not_asked_for_is_no_problem(read: Read, row: Row) -> None:
    rows = [row("reject", old="5%"), row("speaker", old="Ivan Petrov", new="A"), row("reject", old="gone")]
    corpus = read(*rows, end="2022")
    assert corpus.left_out == ("speech",)
    assert [(outcome.applied, outcome.problem) for outcome in corpus.found.outcomes] == [(False, "")] * 3
