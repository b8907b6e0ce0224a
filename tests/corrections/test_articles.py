from collections.abc import Callable
from typing import Any

import pytest

from analysis.corrections.articles import followed, of_articles
from analysis.corrections.outcomes import Corrections
from analysis.records import Article, Correction
from analysis.workbench import Corpus


def told(article_ids: str, rows: list[tuple[str, str]], found: dict[str, str]) -> tuple[dict[str, str], list[str]]:
    """Return of which article each is a copy, and the problems, for rows `copy` of one article to another."""
    articles = [Article(name, f"{name}.txt", "", "", (), duplicate_of=found.get(name, "")) for name in article_ids]
    given = [Correction(line, one, "copy", "", other, "", "") for line, (one, other) in enumerate(rows, 2)]
    corrected, left = of_articles(articles, Corrections(tuple(given)))
    assert left.waiting == ()
    copies = {article.article_id: article.duplicate_of for article in corrected if article.duplicate_of}
    return copies, [outcome.problem for outcome in left.outcomes if outcome.problem]


@pytest.mark.parametrize(
    ("rows", "found", "copies"),
    [
        ([("b", "a")], {}, {"b": "a"}),
        ([("b", "a"), ("c", "b"), ("d", "c")], {}, {"b": "a", "c": "a", "d": "a"}),
        ([("b", "a.txt"), ("c.txt", "b")], {}, {"b": "a", "c": "a"}),
        ([("b", "a")], {"c": "b"}, {"b": "a", "c": "a"}),
        ([("a", "b")], {"b": "a", "c": "a"}, {"a": "b", "c": "b"}),
        ([("c", "d")], {"c": "a"}, {"c": "d"}),
        ([("b", "a"), ("b", "a.txt")], {}, {"b": "a"}),
    ],
)
def test_copies_point_at_the_first_telling(
    rows: list[tuple[str, str]], found: dict[str, str], copies: dict[str, str]
) -> None:
    assert told("abcd", rows, found) == (copies, [])
    assert told("abcd", rows[::-1], found) == (copies, [])


def test_a_circle_of_copies_is_named_and_what_leads_into_it_is_applied() -> None:
    copies, problems = told("abcd", [("a", "b"), ("b", "c"), ("c", "a"), ("d", "a")], {})
    assert copies == {"d": "a"}
    assert len(problems) == 3
    assert problems[0] == "a circle of copies, a → b → c → a; leave the row of the first telling out"
    assert told("a", [("a", "a")], {}) == (
        {},
        ["a circle of copies, a → a; leave the row of the first telling out"],
    )


def test_two_originals_of_one_article_contradict_each_other() -> None:
    copies, problems = told("abc", [("c", "a"), ("c", "b")], {})
    assert copies == {}
    assert problems == ["contradicts line 3; keep one of them", "contradicts line 2; keep one of them"]


def test_a_copy_of_an_article_that_is_not_there_is_named() -> None:
    assert told("ab", [("a", "x")], {}) == ({}, ["there is no article “x”; correct it or remove the row"])


def test_an_article_is_followed_to_its_first_telling_once_round_a_circle() -> None:
    assert followed("a", {"a": "b", "b": "a"}) == ["a", "b"]


@pytest.mark.parametrize(
    ("cells", "published", "event", "period"),
    [
        ({}, "2023-05-17", "", "2022"),
        ({"what": "date", "new": "2022-05-17"}, "2022-05-17", "", "2021"),
        ({"what": "date", "old": "2023-05-17", "new": "2022-05-17"}, "2022-05-17", "", "2021"),
        ({"what": "event_date", "old": "unknown", "new": "2022-05-17"}, "2023-05-17", "2022-05-17", "2022"),
        ({"what": "event_date", "new": "2022-05-17"}, "2023-05-17", "2022-05-17", "2022"),
    ],
)
def test_a_corrected_date_moves_last_year(
    read: Callable[..., Corpus],
    row: Callable[..., Any],
    cells: dict[str, str],
    published: str,
    event: str,
    period: str,
) -> None:
    corpus = read(*[row(**cells)] if cells else [])
    article = corpus.articles.set_index("article_id").loc["speech"]
    assert (article["published"], article["event_date"]) == (published, event)
    assert article["published_basis"] == "manifest"
    assert article["event_date_basis"] == ("manifest" if event else "unknown")
    assert corpus.figures.set_index("quote").loc["exceeded $28 billion", "period"] == period
    assert [outcome.applied for outcome in corpus.found.outcomes] == [True] * bool(cells)


def test_a_corrected_date_decides_what_is_asked_for(read: Callable[..., Corpus], row: Callable[..., Any]) -> None:
    moved = row("date", new="2022-05-17")
    assert read(start="2023").articles["article_id"].tolist() == ["speech"]
    assert read(moved, start="2023").articles.empty
    assert read(moved, start="2022").articles["article_id"].tolist() == ["report", "speech"]


@pytest.mark.parametrize(
    ("cells", "problem_is"),
    [
        (
            {"what": "date", "old": "2023-05-18", "new": "2022-05-17"},
            "the date of the article is 2023-05-17, not “2023-05-18”; correct the column `old` or leave it empty",
        ),
        (
            {"what": "event_date", "old": "2023-05-17", "new": "2022-05-17"},
            "the event_date of the article is not known, not “2023-05-17”; correct the column `old` or leave it empty",
        ),
        (
            {"what": "date", "article_id": "speeches", "new": "2022-05-17"},
            "there is no article “speeches”; write “speech”",
        ),
        ({"what": "note", "article_id": "x", "new": "Seen"}, "there is no article “x”; correct it or remove the row"),
    ],
)
def test_a_correction_without_its_place_is_named_and_changes_nothing(
    read: Callable[..., Corpus],
    row: Callable[..., Any],
    problem: Callable[[Corpus], str],
    cells: dict[str, str],
    problem_is: str,
) -> None:
    corpus = read(row(**cells))
    assert problem(corpus).startswith(problem_is)
    assert corpus.found.articles == read().found.articles


def test_the_date_of_the_occasion_is_that_of_an_article_without_another(
    read: Callable[..., Corpus], row: Callable[..., Any]
) -> None:
    corpus = read(row("date", "report", old="2022-10-14", new="2022-10-15"))
    assert corpus.found.outcomes[0].applied
    assert corpus.articles.set_index("article_id").loc["report", "published"] == "2022-10-15"


def test_two_dates_of_one_article_contradict_each_other(read: Callable[..., Corpus], row: Callable[..., Any]) -> None:
    rows = [
        row("date", new="2022-05-17"),
        row("date", "speech.txt", new="2021-05-17"),
        row("event_date", new="2022-05-17"),
    ]
    outcomes = read(*rows).found.outcomes
    assert [outcome.problem for outcome in outcomes] == [
        "contradicts line 3; keep one of them",
        "contradicts line 2; keep one of them",
        "",
    ]
    assert outcomes[2].applied
