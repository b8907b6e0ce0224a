from types import SimpleNamespace
from typing import Any

import pytest

from analysis.prose import scope
from analysis.records import Rejected
from analysis.workbench import Corpus

NOT_A_SAMPLE = ". Not a sample: what follows describes these texts."


def test_the_scope_of_the_seeds(seeds: Corpus) -> None:
    assert repr(scope(seeds)) == (
        "5 articles on 4 occasions, February 2018 to October 2025 (the dates of 3 articles were supplied, not wholly "
        "stated in the text); 18 figures in 3 articles, none in 2" + NOT_A_SAMPLE
    )


@pytest.mark.parametrize(
    ("articles", "figures", "expected"),
    [
        ([("a", "")], 0, "1 article (the date of 1 article is not known); 0 figures"),
        (
            [("a", "2022-05-17")],
            1,
            "1 article on 1 occasion, May 2022 (the date of 1 article was supplied, not wholly stated in the text); "
            "1 figure in 1 article",
        ),
        (
            [("a", "2022-05-17"), ("b", "2022-05-17"), ("c", "")],
            2,
            "3 articles on 1 occasion, May 2022 (the dates of 2 articles were supplied, not wholly stated in the text; "
            "the date of 1 article is not known); 2 figures in 1 article, none in 2",
        ),
    ],
)
def test_the_scope_is_grammatical_for_none_one_and_many(
    make: SimpleNamespace, articles: list[tuple[str, str]], figures: int, expected: str
) -> None:
    corpus = make.corpus(
        [make.article(*article) for article in articles],
        [make.figure(f"f{number}", "a", 1e9, "$1 billion") for number in range(figures)],
    )
    assert repr(scope(corpus)) == expected + NOT_A_SAMPLE


@pytest.mark.parametrize(
    ("beside", "expected"),
    [
        ({"left_out": ["c"]}, "; 1 article left out: not as asked for, or without a date"),
        ({"left_out": ["c", "d"]}, "; 2 articles left out: not as asked for, or without a date"),
        ({"rejected": [Rejected("c.bin", "binary", "")]}, "; 1 file could not be read"),
    ],
)
def test_what_is_not_in_the_report_is_counted(make: SimpleNamespace, beside: dict[str, Any], expected: str) -> None:
    assert repr(scope(make.corpus([make.article("a")], **beside))).endswith("0 figures" + expected + NOT_A_SAMPLE)


def test_a_story_told_again_is_counted_once(make: SimpleNamespace) -> None:
    articles = [make.article("a", "2022-05-17"), make.article("b", "2022-05-17", duplicate_of="a")]
    figures = [make.figure("f1", "a", 1e9, "$1 billion"), make.figure("f2", "b", 1e9, "$1 billion")]
    words = repr(scope(make.corpus(articles, figures)))
    assert words.startswith("1 article on 1 occasion")
    assert "1 figure in 1 article; 1 further article tells a story again, counted once" in words


def test_an_empty_corpus_says_why_it_is_empty(make: SimpleNamespace) -> None:
    assert repr(scope(make.corpus())) == "No articles: the folder holds none."
    assert repr(scope(make.corpus(left_out=["a"]))) == ("No articles: the folder has 1 article, none as asked for.")


def test_articles_that_could_be_read_but_not_analysed_are_told_apart_from_none(make: SimpleNamespace) -> None:
    german = make.article("a", not_analysed="in German, for which the study has no words")
    said = repr(scope(make.corpus([german], rejected=[Rejected("b.pdf", "format", "no PDF")])))
    assert said == (
        "No articles that can be counted: 1 article in a language that the study has no words for, listed only; "
        "1 file could not be read."
    )
