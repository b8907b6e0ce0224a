from types import SimpleNamespace

import pytest

from analysis import prose
from analysis.workbench import Corpus


def row_of(shown: object, amount: str) -> list[str]:
    """Return the cells of the row that begins with an amount."""
    return next(line.split(" | ") for line in repr(shown).splitlines() if line.startswith(f"{amount} | "))


@pytest.mark.parametrize(
    ("chapter", "amount", "column", "expected"),
    [
        ("trade", "$27 bn", 1, "Trade turnover (“trade sales”)"),
        ("trade", "$27 bn", 2, "2021"),
        ("trade", "$37.1 bn", 2, "year not stated; 2021 if, as the sentence suggests, it is the last full year"),
        ("trade", "> $45 bn", 2, "2024 (from “last year”, article of 9 October 2025)"),
        ("investment", "$30.5 bn", 2, "since when is not stated"),
        ("investment", "> $20 bn", 2, "since when is not stated"),
        ("investment", "> $20 bn", 4, "Vladimir Putin (not marked in this sentence)"),
        ("investment", "≈ $5 bn", 1, "Investment to date (“total direct investment”)"),
        ("investment", "≈ $5 bn", 2, "not stated; said Oct 2022"),
        ("investment", "> $33 m", 2, "not stated"),
        ("changes", "+30 %", 2, "2021; compared with 2020"),
        ("changes", "doubled", 2, "“in five years” (years not stated; 2016 to 2021 if it ends with that level’s year)"),
        ("others", "160,000 citizens", 1, "People (“citizens”) (stated as part of > 4 m citizens)"),
        ("others", "10 %", 3, "Russia and post-Soviet"),
        ("worked_out", "under 4.2 %", 4, "160,000 citizens of > 4 m citizens"),
        ("worked_out", "≈ $21 bn", 4, "$27 bn ÷ 1.30"),
    ],
)
def test_the_figures_of_the_seeds_are_printed_as_they_are_known(
    seeds: Corpus, chapter: str, amount: str, column: int, expected: str
) -> None:
    assert row_of(getattr(prose, chapter)(seeds), amount)[column] == expected


def test_a_change_without_a_base_says_so(seeds: Corpus) -> None:
    when = row_of(prose.changes(seeds), "+16 %")[2]
    assert when.startswith("the first half of 2022 (from “the first half of the year”")
    assert when.endswith("; compared with what, is not stated")


def test_shares_that_do_not_add_up_and_a_list_that_is_short(seeds: Corpus) -> None:
    notes = repr(prose.others(seeds)).splitlines()[-2:]
    assert notes[0].startswith(
        "The shares 39.7 %, 38.5 % and 10 % stand in one sentence and add to 88.2 %: 11.8 % are not"
    )
    assert "Of what whole they are shares, is not defined; the sentence looks damaged" in notes[0]
    assert notes[1] == "10 countries (article 003): the list that follows names 9."


@pytest.mark.parametrize("chapter", ["trade", "investment", "changes", "others", "worked_out"])
def test_a_corpus_without_figures_has_a_sentence_for_each_table(make: SimpleNamespace, chapter: str) -> None:
    shown = getattr(prose, chapter)(make.corpus([make.article("a")]))
    assert "<table" not in shown.html
    assert repr(shown).endswith(".")


def test_a_part_whose_whole_is_not_there_names_none(make: SimpleNamespace) -> None:
    part = make.figure("f1", "a", 5, "5 mines", measure="companies", part_of="gone")
    assert row_of(prose.others(make.corpus([make.article("a")], [part])), "5 mines")[1] == "Companies"


def test_a_copy_is_not_listed_a_second_time(make: SimpleNamespace) -> None:
    articles = [make.article("a"), make.article("b", duplicate_of="a")]
    figures = [make.figure(f"f{one}", one, 5e9, f"$5 bn {one}") for one in "ab"]
    assert "$5 bn b" not in repr(prose.trade(make.corpus(articles, figures)))
