import re
from collections.abc import Callable
from importlib import import_module
from types import SimpleNamespace
from typing import Any

import pytest

from analysis.prose import comparisons
from analysis.prose.markup import Html
from analysis.workbench import Corpus

COMPARISONS: Any = import_module("analysis.prose.comparisons")
NAMES = ("Ann Lee", "Bob Moss", "Cem Oz", "Dan Poe")


@pytest.fixture
def stated(make: SimpleNamespace) -> Callable[..., Corpus]:
    """Return what makes a corpus of amounts of trade for 2021, in billions, each by its own speaker in its article."""

    def corpus(*billions: float, **given: Any) -> Corpus:
        articles = [make.article(f"a{n}", f"2022-0{n + 1}-01") for n in range(len(billions))]
        figures = [
            make.figure(
                f"f{n}", f"a{n}", value * 1e9, f"${value} bn", quote=f"${value} billion",
                **{"period": "2021", "speaker": NAMES[n % len(NAMES)]} | given,
            )
            for n, value in enumerate(billions)
        ]  # fmt: skip
        return make.corpus(articles, figures)

    return corpus


@pytest.fixture
def sizes(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Return what sets from how many stories on pairs are grouped, and are a queue for review."""

    def setting(many: int, masses: int) -> None:
        monkeypatch.setattr(COMPARISONS, "MANY", many)
        monkeypatch.setattr(COMPARISONS, "MASSES", masses)

    return setting


def tables(shown: Html) -> list[str]:
    return re.findall(r"<caption>(.*?)</caption>", shown.html)


def rows(shown: Html, name: str = "comparisons") -> list[list[str]]:
    """Return the rows of one table, its head left out."""
    (body,) = re.findall(rf'id="table-{name}".*?<tbody>(.*?)</tbody>', shown.html)
    return [line.split(" | ") for line in repr(Html(body)).splitlines()]


def pairs(shown: Html) -> list[list[str]]:
    return [[cell.partition(" [")[0] for cell in row[1:3]] for row in rows(shown)]


@pytest.mark.parametrize("billions", [(), (27,)])
def test_without_two_amounts_nothing_is_compared(stated: Callable[..., Corpus], billions: tuple[float, ...]) -> None:
    assert repr(comparisons(stated(*billions))) == (
        "No two amounts are of one measure, between the same parties and for times that can be compared."
    )


def test_one_pair_is_one_row_each_amount_a_citation(stated: Callable[..., Corpus]) -> None:
    shown = comparisons(stated(37.1, 27))
    assert rows(shown) == [
        [
            "Trade turnover, 2021",
            "$27 bn [Moss, Feb 2022]",
            "$37.1 bn [Lee, Jan 2022]",
            "34 to 41 % apart",
            "cannot both be right",
            "a slip in one text (one digit apart); other coverage or another source",
        ]
    ]
    assert re.findall(r'href="#e-(\w+)"', shown.html) == ["f1", "f0"]


@pytest.mark.parametrize(
    ("given", "follows", "distance"),
    [
        ({"period_basis": "inferred"}, "cannot both be right if both are for 2021", "34 to 41 % apart"),
        ({"qualifier": "more_than"}, "both can be true", "—"),
        ({"period": ""}, "cannot be decided", "34 to 41 % apart"),
    ],
)
def test_a_row_says_what_follows_and_on_which_condition(
    stated: Callable[..., Corpus], given: dict[str, Any], follows: str, distance: str
) -> None:
    ((*_, apart, verdict, _),) = rows(comparisons(stated(27, 37.1, **given)))
    assert (verdict.removesuffix("; odd side by side"), apart) == (follows, distance)


def test_what_cannot_be_right_comes_first_and_the_widest_before_others(make: SimpleNamespace) -> None:
    articles = [make.article(name, f"2022-0{n}-01") for n, name in enumerate("abcd", 1)]
    said = {"a": (27, "exact"), "b": (30, "exact"), "c": (60, "exact"), "d": (20, "more_than")}
    figures = [
        make.figure(f"f{name}", name, value * 1e9, f"${value} bn", quote=f"${value} billion", qualifier=qualifier,
                    period="2021", speaker=f"{name.upper()} Lee")
        for name, (value, qualifier) in said.items()
    ]  # fmt: skip
    shown = comparisons(make.corpus(articles, figures))
    assert pairs(shown)[:3] == [["$27 bn", "$60 bn"], ["$30 bn", "$60 bn"], ["$27 bn", "$30 bn"]]
    assert [row[4].partition(";")[0] for row in rows(shown)[3:]] == ["both can be true"] * 3


def test_a_copy_of_a_story_is_no_second_voice(make: SimpleNamespace) -> None:
    articles = [make.article("a", "2022-01-01"), make.article("b", "2022-01-01", duplicate_of="a")]
    same = {"period": "2021", "quote": "$27 billion", "sentence": "It was $27 billion."}
    figures = [make.figure(f"f{name}", name, 27e9, "$27 bn", **same) for name in "ab"]
    assert repr(comparisons(make.corpus(articles, figures))).startswith("No two amounts")


@pytest.mark.parametrize(("most", "note"), [(3, ""), (2, "1 further pair: "), (1, "2 further pairs: ")])
def test_pairs_beyond_the_table_are_counted(
    stated: Callable[..., Corpus], monkeypatch: pytest.MonkeyPatch, most: int, note: str
) -> None:
    monkeypatch.setattr(COMPARISONS, "MOST_PAIRS", most)
    shown = comparisons(stated(27, 37, 52))
    assert len(rows(shown)) == most
    assert re.findall(r"\d further pairs?: ", repr(shown)) == ([note] if note else [])


def test_below_many_stories_pairs_are_not_grouped(stated: Callable[..., Corpus], sizes: Callable[..., None]) -> None:
    sizes(4, 9)
    assert tables(comparisons(stated(27, 37, 52))) == ["Amounts that were compared"]


def test_from_many_stories_on_pairs_are_grouped_by_who_differs_with_whom(
    stated: Callable[..., Corpus], sizes: Callable[..., None]
) -> None:
    sizes(4, 9)
    # The fifth is the first speaker again, at another date.
    shown = comparisons(stated(27, 37, 52, 28, 45))
    assert tables(shown) == ["Who differs with whom", "Amounts that were compared"]
    grouped = rows(shown, "origins")
    assert grouped[0] == ["Lee", "Moss", "2", "$27 bn · $37 bn, 32 to 42 % apart"]
    assert ["Lee", "Lee", "1"] in [row[:3] for row in grouped]
    assert "5 of 5 amounts that can be compared (100 %) cannot be right together with another." in repr(shown)


def test_of_many_that_can_all_be_true_nobody_differs(stated: Callable[..., Corpus], sizes: Callable[..., None]) -> None:
    sizes(2, 9)
    shown = comparisons(stated(27, 30, qualifier="more_than"))
    assert tables(shown) == ["Amounts that were compared"]
    assert "0 of 2 amounts that can be compared (0 %) cannot be right together with another." in repr(shown)


def test_from_masses_on_the_pairs_of_most_origins_come_first(make: SimpleNamespace, sizes: Callable[..., None]) -> None:
    articles = [make.article(f"a{n}", f"2022-0{n + 1}-01") for n in range(5)]
    # Three speak of Kazakhstan, two of whom agree; two of Uzbekistan, who lie a little farther apart.
    said = [("KAZ", 27), ("KAZ", 27), ("KAZ", 37), ("UZB", 2.7), ("UZB", 3.8)]
    figures = [
        make.figure(f"f{n}", f"a{n}", value * 1e9, f"${value} bn", quote=f"${value} billion", period="2021",
                    parties=("RUS", party), speaker=f"{'ABCDE'[n]} Lee")
        for n, (party, value) in enumerate(said)
    ]  # fmt: skip
    corpus = make.corpus(articles, figures)
    assert pairs(comparisons(corpus)) == [["$2.7 bn", "$3.8 bn"], ["$27 bn", "$37 bn"]]
    sizes(2, 5)
    assert pairs(comparisons(corpus)) == [["$27 bn", "$37 bn"], ["$2.7 bn", "$3.8 bn"]]


@pytest.mark.parametrize("unknown", [{"parties": ()}, {"unit": ""}])
def test_amounts_without_parties_or_unit_are_named_and_compared_with_none(
    stated: Callable[..., Corpus], unknown: dict[str, Any]
) -> None:
    corpus = stated(27, 37, **unknown)
    assert corpus.conflicts.empty
    assert repr(comparisons(corpus)).endswith(
        "Not compared, since whose they are or what they count is not known: $27 bn and $37 bn."
    )


def test_what_an_article_says_is_escaped(stated: Callable[..., Corpus], sizes: Callable[..., None]) -> None:
    sizes(2, 9)
    shown = comparisons(stated(27, 37, speaker="<b>Experts</b>"))
    assert "<b>" not in shown.html
    assert "&lt;b&gt;Experts&lt;/b&gt;" in shown.html


def test_what_cannot_be_decided_says_what_would_follow(make: SimpleNamespace) -> None:
    articles = [make.article("a", "2023-02-15"), make.article("b", "2023-04-15")]
    figures = [make.figure("f1", "a", 5.4e9, "$5.4 bn"), make.figure("f2", "b", 6.3e9, "$6.3 bn", period="2022")]
    (row,) = rows(comparisons(make.corpus(articles, figures)))
    assert row[4] == "cannot be decided; at odds if both are for 2022"


def test_two_changes_in_percent_have_no_distance_in_percent(make: SimpleNamespace) -> None:
    articles = [make.article("a", "2023-02-15"), make.article("b", "2023-04-15")]
    both = {"kind": "percent", "unit": "%", "change": "increase", "period": "2022"}
    figures = [make.figure("f1", "a", 15, "+15 %", **both), make.figure("f2", "b", 23, "+23 %", **both)]
    (row,) = rows(comparisons(make.corpus(articles, figures)))
    assert row[3:5] == ["—", "cannot both be right"]
