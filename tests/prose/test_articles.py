from types import SimpleNamespace

import pytest

from analysis import prose
from analysis.records import Rejected, Residue, Sentence
from analysis.workbench import Corpus


def rows(shown: object) -> list[list[str]]:
    return [line.split(" | ") for line in repr(shown).splitlines() if " | " in line]


def test_articles_stand_in_the_order_of_their_date(seeds: Corpus) -> None:
    shown = repr(prose.sources(seeds))
    order = ["Moscow discussed", "Prospects for", "The Tashkent Times", "Russia is Expanding", "News.Az"]
    assert sorted(order, key=shown.index) == order
    assert shown.count("no figures stated") == 2


@pytest.mark.parametrize(
    ("words", "residue", "expected"),
    [
        (1, 1, "1 word; 1 character of page residue removed"),
        (2, 0, "2 words; nothing removed"),
        (1200, 1500, "1,200 words; 1,500 characters of page residue removed"),
    ],
)
def test_lengths_are_grammatical(make: SimpleNamespace, words: int, residue: int, expected: str) -> None:
    sentence = Sentence(0, 1, "word " * words, 0, heading=False, repeats=False)
    removed = (Residue(0, residue, "x", "script"),) if residue else ()
    article = make.article("a", sentences=(sentence,), removed=removed)
    assert rows(prose.sources(make.corpus([article])))[-1][3] == expected


def test_how_a_date_is_known_is_said_and_undated_articles_come_last(make: SimpleNamespace) -> None:
    shown = rows(prose.sources(make.corpus([make.article("a"), make.article("b", "2022-05-17")])))
    assert [row[0] for row in shown[1:]] == ["b", "a"]
    assert [row[2] for row in shown[1:]] == ["Occasion 17 May 2022 (supplied)", "Not known"]


def test_a_copy_names_the_story_it_tells_again(make: SimpleNamespace) -> None:
    articles = [make.article("asia/1"), make.article("europe/1", duplicate_of="asia/1")]
    assert "Tells the same story as asia_1." in repr(prose.sources(make.corpus(articles)))


def test_only_an_address_on_the_web_is_a_link(make: SimpleNamespace) -> None:
    articles = [make.article("a", url="https://news.az/?a=1&b=2"), make.article("b", url="archive, box 3")]
    shown = prose.sources(make.corpus(articles)).html
    assert '<a href="https://news.az/?a=1&amp;b=2">' in shown
    assert shown.count("<a ") == 1
    assert "archive, box 3" in shown


def test_without_articles_files_or_residue_there_are_sentences(make: SimpleNamespace) -> None:
    corpus = make.corpus()
    assert repr(prose.sources(corpus)) == "No articles: the folder holds none that could be read."
    assert repr(prose.rejected(corpus)) == "Every file of the folder could be read."
    assert repr(prose.removed(corpus)).startswith("Nothing was taken out")


def test_a_file_that_could_not_be_read_is_named_with_the_reason(make: SimpleNamespace) -> None:
    shown = prose.rejected(make.corpus(rejected=[Rejected("a&b.txt", "empty", "nothing in it")]))
    assert rows(shown)[-1] == ["a&b.txt", "nothing in it"]
    assert "a&amp;b.txt" in shown.html


def test_residue_is_shown_on_one_line_and_cut(make: SimpleNamespace) -> None:
    removed = (Residue(0, 200, "« Back\n" + "x" * 200, "back_link"),)
    assert rows(prose.removed(make.corpus([make.article("a", removed=removed)])))[-1] == [
        "a",
        "back link",
        "« Back " + "x" * 82 + "…",
    ]
