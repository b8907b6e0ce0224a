from dataclasses import replace

import pytest

from analysis import prose
from analysis.corrections import Corrections, Outcome, of_articles, of_figures, of_speakers
from analysis.figures import attributions
from analysis.records import Correction
from analysis.workbench import Corpus, tabled

HOSTILE = '<script>alert("{{ 1 }}")</script> & $$x$$'


def told(seeds: Corpus, *rows: tuple[str, ...]) -> Corpus:
    """Return the seeds with rows of article, what, old, new, why and by applied."""
    ids = {article.article_id[:3]: article.article_id for article in seeds.found.articles}
    given = [Correction(n, ids.get(row[0], row[0]), *row[1:]) for n, row in enumerate(rows, 2)]
    articles, left = of_articles(seeds.found.articles, Corrections(tuple(given)))
    _, left = of_speakers({a.article_id: attributions(a) for a in articles}, articles, left)
    figures, left = of_figures(seeds.found.figures, articles, left)
    found = replace(seeds.found, articles=articles, figures=figures, outcomes=left.outcomes)
    return tabled(found, seeds.study)


def test_without_corrections_there_is_a_sentence(seeds: Corpus) -> None:
    assert repr(prose.corrections(seeds)) == "The analyst has corrected nothing and added no notes."


@pytest.mark.parametrize(
    ("row", "line"),
    [
        (
            ("003", "value", "$ 27 billion", "$37 billion", "A slip", "A. B."),
            "003 | value | $27 bn | $37 bn (corrected) | A slip | A. B.",
        ),
        (
            ("003", "reject", "10 countries", "", "Nine", ""),
            "003 | not a figure | “10 countries” | left out | Nine | unsigned",
        ),
        (
            ("003", "speaker", "39.7%", "Valdai Club", "", "A. B."),
            "003 | speaker | the article itself | Valdai Club, of 39.7 % |  | A. B.",
        ),
        (
            ("001", "date", "", "2024-10-09", "", "A. B."),
            "001 | date of publication | 9 October 2025 | 9 October 2024 |  | A. B.",
        ),
        (
            ("000", "date", "", "2022-10-15", "", "A. B."),
            "000 | date of publication | not known | 15 October 2022 |  | A. B.",
        ),
        (
            ("002", "copy", "", "000_27adc4ccc7347b30", "One summit", "A. B."),
            "002 | copy of another article | — | tells the same story as 000 | One summit | A. B.",
        ),
    ],
)
def test_a_correction_is_shown_with_what_stood_there_before(seeds: Corpus, row: tuple[str, ...], line: str) -> None:
    shown = repr(prose.corrections(told(seeds, row))).splitlines()
    assert shown[:2] == [
        "Corrections of the analyst, applied",
        "Article | What is corrected | As found | As corrected | Why | By",
    ]
    assert shown[2:] == [line]


def test_a_new_name_is_shown_with_every_figure_it_goes_to(seeds: Corpus) -> None:
    shown = repr(
        prose.corrections(told(seeds, ("003", "speaker", "Andrey Rudenko", "Andrei Rudenko", "Spelling", "A")))
    )
    assert "Andrey Rudenko | Andrei Rudenko, of $27 bn, +30 %, $30.5 bn, > 4 m citizens and 160,000 citizens" in shown


def test_notes_are_signed_and_stand_apart(seeds: Corpus) -> None:
    rows = [
        ("000", "note", "$37.1 billion", "37 elsewhere", "TASS", "A. B."),
        ("002", "note", "", "Praises in its own voice", "", "C. D."),
    ]
    assert repr(prose.corrections(told(seeds, *rows))).splitlines() == [
        "No correction was applied.",
        "Notes of the analyst: they are not from the articles",
        "Article | About | Note | Signed",
        "000 | $37.1 bn | 37 elsewhere (TASS) | A. B.",
        "002 | the article | Praises in its own voice | C. D.",
    ]


def test_corrections_without_their_place_are_listed_with_what_to_do(seeds: Corpus) -> None:
    shown = repr(prose.corrections(told(seeds, ("x", "reject", "5%", "", "", ""))))
    assert shown.splitlines() == [
        "No correction was applied.",
        "Corrections that could not be applied (corrections.csv)",
        "Line | Article | What | Old | New | Why it was not applied",
        "2 | x | reject | 5% |  | there is no article “x”; correct it or remove the row",
    ]


@pytest.mark.parametrize(
    ("n", "sentence"),
    [
        (1, "1 correction is about articles that are not in this report."),
        (2, "2 corrections are about articles that are not in this report."),
    ],
)
def test_corrections_of_other_articles_are_counted(seeds: Corpus, n: int, sentence: str) -> None:
    outcomes = tuple(Outcome(Correction(line, "x", "reject", "5%", "", "", "")) for line in range(n))
    corpus = tabled(replace(seeds.found, outcomes=outcomes), seeds.study)
    assert repr(prose.corrections(corpus)).splitlines()[-1] == sentence


def test_a_corrected_figure_is_marked_in_tables_words_and_evidence(seeds: Corpus) -> None:
    corpus = told(seeds, ("003", "value", "$ 27 billion", "$37 billion", "A slip", "A. B."))
    assert "\n$37 bn (corrected) | Trade turnover" in repr(prose.trade(corpus))
    evidence = repr(prose.figures(corpus))
    assert "reached $ 27 billion, up 30% from 2020." in evidence
    assert "\nCorrected: value, found as $27 bn; A slip — A. B.\n" in evidence
    assert evidence.count("(corrected)") == 1
    assert "corrected" not in repr(prose.figures(seeds)).lower()


def test_a_corrected_speaker_is_marked_behind_the_name(seeds: Corpus) -> None:
    corpus = told(seeds, ("001", "speaker", "$45 billion", "Valdai Club", "", "A. B."))
    assert "| Valdai Club (corrected) |" in repr(prose.trade(corpus))
    evidence = repr(prose.figures(corpus))
    assert " | Valdai Club (corrected) | " in evidence
    assert "Corrected: speaker, found as Vladimir Putin — A. B." in evidence


def test_a_note_on_a_figure_stands_in_its_evidence_with_its_signature(seeds: Corpus) -> None:
    evidence = repr(prose.figures(told(seeds, ("000", "note", "$37.1 billion", "37 elsewhere", "TASS", "A. B."))))
    assert "Note of the analyst: 37 elsewhere (TASS) — A. B." in evidence
    assert "(corrected)" not in evidence


def test_a_figure_of_a_copy_has_no_evidence_to_open(seeds: Corpus) -> None:
    rows = [
        ("000", "copy", "", "001_f32a9bfc51ef6824", "", "A"),
        ("000", "value", "$37.1 billion", "$37 billion", "", "A"),
        ("000", "note", "doubled", "Since when?", "", "A"),
    ]
    shown = prose.corrections(told(seeds, *rows))
    assert "href" not in shown.html
    assert "000 | value | $37.1 bn | $37 billion |" in repr(shown)
    assert "000 | doubled | Since when? | A" in repr(shown)


def test_what_an_analyst_writes_is_shown_and_never_run(seeds: Corpus) -> None:
    rows = [
        ("003", "speaker", "39.7%", HOSTILE, HOSTILE, HOSTILE),
        ("003", "note", "39.7%", HOSTILE, HOSTILE, HOSTILE),
        ("003", "value", HOSTILE, HOSTILE, HOSTILE, HOSTILE),
        (HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE),
    ]
    corpus = told(seeds, *rows)
    for shown in (prose.corrections(corpus).html, prose.figures(corpus).html, prose.others(corpus).html):
        assert "&lt;script" in shown
        assert "<script" not in shown
