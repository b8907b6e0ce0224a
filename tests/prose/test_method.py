import re
from dataclasses import replace
from importlib import import_module
from types import SimpleNamespace

import pytest

from analysis import prose
from analysis.prose.method import scores_of
from analysis.records import Sentence
from analysis.workbench import Corpus


def rows(shown: object) -> dict[str, str]:
    lines = [line.split(" | ") for line in repr(shown).splitlines() if " | " in line]
    return {line[0]: line[1] for line in lines}


def test_what_was_counted_agrees_with_the_tables(seeds: Corpus) -> None:
    shown = rows(prose.counted(seeds))
    assert shown["Articles, each story once"] == "5"
    assert shown["Figures: 7 amounts of money, 5 percentages, 5 counts and 1 multiple"] == "18"
    assert shown["Mentions of topics"] == str((seeds.mentions["taxonomy"] == "topic").sum())


def test_a_story_told_again_is_not_counted(make: SimpleNamespace) -> None:
    sentence = Sentence(0, 9, "They met.", 0, heading=False, repeats=False)
    articles = [
        make.article("a", sentences=(sentence,)),
        make.article("b", sentences=(sentence,), duplicate_of="a"),
    ]
    shown = rows(prose.counted(make.corpus(articles, [make.figure("f", "b", 5e9, "$5 bn")])))
    assert shown["Articles, each story once"] == "1"
    assert shown["Words, page residue left out"] == "2"
    assert shown["Figures"] == "0"


def test_the_score_is_worded_with_the_texts_and_with_what_it_leaves_open(seeds: Corpus) -> None:
    shown = repr(scores_of(seeds))
    assert shown.startswith(
        "18 of 18 figures found, none extra, on the five texts used to write the rules; "
        "18 of 18 still allows a true rate of 82 %."
    )
    assert "95 %" in shown


def test_what_is_missed_and_what_is_extra_is_named(seeds: Corpus, make: SimpleNamespace) -> None:
    extra = make.figure("x", "004_3fdd7441507ec72d", 5e9, "<$5 bn>")
    missed = next(figure for figure in seeds.found.figures if figure.quote == "$37.1 billion")
    found = [*(figure for figure in seeds.found.figures if figure != missed), extra]
    shown = scores_of(make.corpus(seeds.found.articles, figures=found))
    assert "17 of 18 figures found, 1 extra" in repr(shown)
    assert "missed “$37.1 billion” (article 000_27adc4ccc7347b30)" in repr(shown)
    assert "extra “&lt;$5 bn&gt;” (article 004_3fdd7441507ec72d)" in shown.html


def test_a_field_that_is_read_wrong_shows_in_its_row(seeds: Corpus, make: SimpleNamespace) -> None:
    wrong = [replace(figure, period="1999") for figure in seeds.found.figures]
    shown = rows(scores_of(make.corpus(seeds.found.articles, figures=wrong)))
    assert shown["What it is an amount of"] == "18 of 18"
    assert shown["Which period it is about"] == "0 of 18"


def test_without_any_figure_there_is_no_table(make: SimpleNamespace) -> None:
    shown = scores_of(make.corpus())
    assert repr(shown).startswith("0 of 18 figures found, none extra")
    assert "<table" not in shown.html


@pytest.mark.parametrize(
    ("place", "name", "value", "printed"),
    [
        ("analysis.wording.sizes", "SOME", 70, "70 articles"),
        ("analysis.reconcile.intervals", "ABOUT", 0.2, "± 20 %"),
        ("analysis.charts.matrix", "MOST", 99, "99"),
        ("analysis.themes.countries", "LISTED", 77, "77"),
    ],
)
def test_thresholds_are_printed_from_the_constants_that_draw_them(
    monkeypatch: pytest.MonkeyPatch, place: str, name: str, value: float, printed: str
) -> None:
    assert printed not in rows(prose.thresholds()).values()
    monkeypatch.setattr(import_module(place), name, value)
    assert printed in rows(prose.thresholds()).values()


def test_every_threshold_says_what_it_decides() -> None:
    cells = re.findall(r"<tr><th scope=\"row\">(.+?)</th><td>(.+?)</td><td>(.+?)</td></tr>", prose.thresholds().html)
    assert len(cells) > 10
    assert len({name for name, _, _ in cells}) == len(cells)
