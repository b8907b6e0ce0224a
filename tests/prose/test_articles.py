from datetime import date
from types import SimpleNamespace

import pytest

from analysis import prose
from analysis.records import Rejected, Remark, Residue, Sentence
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
    assert "Tells the same story as asia-1." in repr(prose.sources(make.corpus(articles)))


def test_only_an_address_on_the_web_is_a_link(make: SimpleNamespace) -> None:
    articles = [make.article("a", url="https://news.az/?a=1&b=2"), make.article("b", url="archive, box 3")]
    shown = prose.sources(make.corpus(articles)).html
    assert '<a href="https://news.az/?a=1&amp;b=2">' in shown
    assert shown.count("<a ") == 1
    assert "archive, box 3" in shown


def test_without_articles_files_or_residue_there_are_sentences(make: SimpleNamespace) -> None:
    corpus = make.corpus()
    assert repr(prose.sources(corpus)) == "No articles: the folder holds none."
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


def test_a_copy_is_listed_with_its_reason_under_the_story_that_counts(make: SimpleNamespace) -> None:
    copy = make.article("b", duplicate_of="a", copy_reason="91 % of the same words", outlet="The Coast")
    first = make.article("a", title="Port opens", outlet="Harbour News", published=date(2024, 5, 17))
    corpus = make.corpus([first, copy])
    assert rows(prose.copies(corpus))[-1] == [
        "a, Harbour News, 17 May 2024, Port opens",
        "b, The Coast: 91 % of the same words",
    ]
    assert "Tells the same story as a: 91 % of the same words." in repr(prose.sources(corpus))


def test_without_copies_every_article_counts(make: SimpleNamespace) -> None:
    assert repr(prose.copies(make.corpus([make.article("a")]))).startswith("No story was found told twice")


def test_an_article_without_words_in_the_study_is_listed_and_not_counted(make: SimpleNamespace) -> None:
    german = make.article("b", not_analysed="in German, for which the study has no words")
    corpus = make.corpus([make.article("a"), german])
    assert "Read, but not analysed: in German" in repr(prose.sources(corpus))
    assert rows(prose.sources(corpus))[-1][-1] == "not analysed"
    assert repr(prose.scope(corpus)).startswith("1 article (")
    assert "1 article in a language that the study has no words for, listed only" in repr(prose.scope(corpus))


def test_a_remark_names_all_articles_and_files_that_it_is_of(make: SimpleNamespace) -> None:
    said = "dates are read day first"
    remarks = [Remark("a.txt", "date", said), Remark("b.txt", "date", said), Remark("export.csv", "columns", "x & y")]
    articles = [make.article("a", source="a.txt"), make.article("b", source="b.txt")]
    shown = prose.remarks(make.corpus(articles, remarks=remarks))
    assert rows(shown)[1:] == [
        ["a, b", "date", "Dates are read day first"],
        ["export.csv", "columns", "X & y"],
    ]


def test_without_remarks_that_is_said(make: SimpleNamespace) -> None:
    assert repr(prose.remarks(make.corpus())) == "Nothing stood out while the files were read."
