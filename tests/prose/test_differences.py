from types import SimpleNamespace
from typing import Any

import pytest

from analysis.prose import differences
from analysis.prose.differences import differences_found
from analysis.prose.markup import Html
from analysis.workbench import Corpus

STOCK = {"measure": "investment_stock", "period": "", "from_party": "RUS", "to_party": "Central Asia"}


def two(make: SimpleNamespace, one: tuple[float, str], other: tuple[float, str], **both: Any) -> Corpus:
    """Return a corpus of two articles, each with one amount for 2021 by its own speaker."""
    articles = [make.article("a", "2022-05-17"), make.article("b", "2022-10-14")]
    first = {"period": "2021", "speaker": "Andrey Rudenko"} | both
    second = {"period": "2021", "speaker": "Vladimir Putin"} | both
    figures = [make.figure("f1", "a", *one, **first), make.figure("f2", "b", *other, **second)]
    return make.corpus(articles, figures)


@pytest.mark.parametrize(
    ("one", "other", "both", "expected"),
    [
        ((27e9, "$27 billion"), (37.1e9, "$37.1 billion"), {}, "cannot both be right; 34 to 41 % apart"),
        ((27e9, "$27 billion"), (38e9, "$38 billion"), {"unit": "EUR"}, "cannot both be right; 36 to 46 % apart"),
        ((44.2e9, "$44.2 billion"), (45e9, "$45 billion"), {}, None),  # apart, but by less than page one reports
        ((46e9, "about $46 billion"), (44e9, "$44 billion"), {"qualifier": "about"}, None),
        ((27e9, "$27 billion"), (37e9, "$37 billion"), {"measure": "loan"}, None),  # two loans can both be right
        ((27e9, "$27 billion"), (37e9, "$37 billion"), {"measure": "other"}, None),
        ((27e9, "$27 billion"), (37e9, "$37 billion"), {"parties": ()}, None),
        ((27e9, "$27 billion"), (37e9, "$37 billion"), {"period": ""}, None),
        ((27, "27%"), (37, "37%"), {"kind": "percent", "unit": "%", "change": "increase"}, "cannot both be right"),
        ((27, "27%"), (37, "37%"), {"kind": "percent", "unit": "%", "measure": "growth"}, None),
        (
            (27e9, "$27 billion"),
            (37.1e9, "$37.1 billion"),
            {"period_basis": "inferred"},
            "cannot both be right if both are for 2021; 34 to 41 % apart",
        ),
    ],
)
def test_amounts_differ_only_where_their_intervals_are_apart(
    make: SimpleNamespace, one: tuple[float, str], other: tuple[float, str], both: dict[str, Any], expected: str | None
) -> None:
    found = differences_found(two(make, one, other, **both))
    assert [difference.verdict for difference in found] == ([expected] if expected else [])


def test_a_lower_bound_above_the_other_amount_leaves_the_gap_open(make: SimpleNamespace) -> None:
    corpus = two(make, (27e9, "$27 billion"), (30e9, "more than $30 billion"), qualifier="more_than")
    assert differences_found(corpus) == []
    figures = (
        corpus.found.figures[0].__class__(**{**as_fields(corpus.found.figures[0]), "qualifier": "exact"}),
        corpus.found.figures[1],
    )
    (found,) = differences_found(make.corpus(corpus.found.articles, figures))
    assert found.verdict == "cannot both be right; at least 9 % apart"


def as_fields(record: Any) -> dict[str, Any]:
    return {name: getattr(record, name) for name in record.__slots__}


def test_one_speech_in_two_articles_is_a_fault_of_the_reports_and_no_dispute(make: SimpleNamespace) -> None:
    corpus = two(make, (27e9, "$27 billion"), (37e9, "$37 billion"), speaker="Vladimir Putin")
    one_day = [make.article(name, "2022-10-14") for name in "ab"]
    (found,) = differences_found(make.corpus(one_day, corpus.found.figures))
    assert found.verdict == "the articles give different amounts for one statement; 32 to 42 % apart"


def test_directions_are_not_set_against_each_other(make: SimpleNamespace) -> None:
    articles = [make.article("a", "2022-05-17"), make.article("b", "2022-10-14")]
    there = {"from_party": "RUS", "to_party": "KAZ", "measure": "exports", "period": "2021"}
    back = {"from_party": "KAZ", "to_party": "RUS", "measure": "exports", "period": "2021"}
    figures = [make.figure("f1", "a", 17e9, "$17 billion", **there), make.figure("f2", "b", 7e9, "$7 billion", **back)]
    assert differences_found(make.corpus(articles, figures)) == []


def test_three_amounts_for_one_year_are_one_difference(make: SimpleNamespace) -> None:
    articles = [make.article(name, f"2022-0{number}-01") for number, name in enumerate("abcd", 1)]
    amounts = [(27e9, "$27 billion"), (37.1e9, "$37.1 billion"), (42e9, "$42 billion"), (27e9, "$27 billion")]
    figures = [
        make.figure(f"f{number}", article.article_id, *amount, period="2021")
        for number, (article, amount) in enumerate(zip(articles, amounts, strict=True))
    ]
    (found,) = differences_found(make.corpus(articles, figures))
    assert [figure.printed for figure in found.amounts] == ["$27 billion", "$37.1 billion", "$42 billion"]
    box = repr(differences(make.corpus(articles, figures)))
    assert "$27 billion [article a, Jan 2022], [article d, Apr 2022] · $37.1 billion [article b, Feb 2022]" in box
    assert found.verdict == "cannot all be right; the farthest 50 to 61 % apart"


@pytest.mark.parametrize(
    ("first", "second", "qualifier", "expected"),
    [
        (
            30.5,
            20,
            "more_than",
            "both can be true; but who knew of $30.5 billion would hardly say more than $20 billion",
        ),
        (24, 20, "more_than", None),
        (24, 21, "exact", "cannot both be right if both count from one start; 9.3 to 20 % apart"),
        (21, 24, "exact", None),
    ],
)
def test_cumulative_amounts_at_two_dates(
    make: SimpleNamespace, first: float, second: float, qualifier: str, expected: str | None
) -> None:
    articles = [make.article("a", "2022-05-17"), make.article("b", "2025-10-09")]
    figures = [
        make.figure("f1", "a", first * 1e9, f"${first} billion", definition="cumulative", **STOCK),
        make.figure(
            "f2", "b", second * 1e9, f"${second} billion", definition="cumulative", **STOCK | {"qualifier": qualifier}
        ),
    ]
    found = differences_found(make.corpus(articles, figures))
    verdicts = [repr(Html(difference.verdict)) for difference in found]
    assert verdicts == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("definitions", "reason"),
    [
        (
            ("total direct", "cumulative"),
            "a position against a sum of past investment; money through third countries; ",
        ),
        (("total direct", "portfolio"), "the words define them differently; money through third countries; "),
    ],
)
def test_a_sum_of_the_past_is_a_reason_only_where_one_is_cumulative(
    make: SimpleNamespace, definitions: tuple[str, str], reason: str
) -> None:
    articles = [make.article("a", "2022-05-17"), make.article("b", "2022-10-14")]
    figures = [
        make.figure(f"f{name}", name, 5e9, "$5 billion", definition=definition, **STOCK)
        for name, definition in zip("ab", definitions, strict=True)
    ]
    (found,) = differences_found(make.corpus(articles, figures))
    assert (found.verdict, found.reason) == (
        "different things: not comparable",
        reason + "loans and projects counted or not",
    )


def test_amounts_of_one_article_are_no_difference_between_articles(make: SimpleNamespace) -> None:
    figures = [make.figure(f"f{value}", "a", value * 1e9, f"${value} billion", period="2021") for value in (27, 37)]
    assert differences_found(make.corpus([make.article("a", "2022-05-17")], figures)) == []


def test_the_seeds_differ_in_three_amounts_and_two_statements_each_listed_once(seeds: Corpus) -> None:
    rows = [line for line in repr(differences(seeds)).splitlines() if " | " in line][1:]
    assert [row.split(" | ")[0::2] for row in rows] == [
        ["Trade turnover, 2021", "cannot both be right if both are for 2021; 34 to 41 % apart"],
        [
            "Investment to date, May 2022 and Oct 2022",
            "different things: not comparable (as if they were the same: one 5.5 to 6.8 times the other)",
        ],
        [
            "Investment to date (“cumulative”), May 2022 and Oct 2025",
            "both can be true; but who knew of $30.5 bn would hardly say more than $20 bn",
        ],
        ["Investment: who comes first (no numbers)", "different areas"],
        ["Import substitution (no numbers)", "invited or planned, and doubted"],
    ]
    assert "one digit apart" in rows[0]


def test_text_of_an_article_is_escaped(make: SimpleNamespace) -> None:
    corpus = two(make, (20e9, "$20 billion"), (38e9, "$38 billion"), definition="<i>goods & services</i>")
    html = differences(corpus).html
    assert "<i>" not in html
    assert "&lt;i&gt;goods &amp; services" in html


def test_amounts_of_other_parties_or_times_say_so(make: SimpleNamespace) -> None:
    """ "Trade, 2022: $22 billion, $28 billion" would be read as two amounts for one thing."""
    articles = [make.article("a", "2023-02-15"), make.article("b", "2023-04-15")]
    part = make.figure("f1", "a", 28e9, "$28 bn", period="2022", parties=("RUS", "KAZ"))
    whole = make.figure("f2", "b", 22e9, "$22 bn", period="2022", parties=("RUS", "EAEU"))
    box = repr(differences(make.corpus(articles, [part, whole])))
    assert (
        "$22 bn (Russia and EAEU) [article b, Apr 2023] · $28 bn (Russia and Kazakhstan) [article a, Feb 2023]" in box
    )
    half = make.figure("f1", "a", 28e9, "$28 bn", period="2022-H1")
    year = make.figure("f2", "b", 22e9, "$22 bn", period="2022")
    box = repr(differences(make.corpus(articles, [half, year])))
    assert "$22 bn (2022) [article b, Apr 2023] · $28 bn (the first half of 2022) [article a, Feb 2023]" in box


def test_a_box_about_several_pairs_of_parties_names_them(make: SimpleNamespace) -> None:
    articles = [make.article("a", "2023-02-15"), make.article("b", "2023-04-15")]
    figures = [
        make.figure(f"f{name}{other}", name, value, f"${value / 1e9:g} bn", period="2022", parties=("RUS", other))
        for name, value in (("a", 20e9), ("b", 30e9))
        for other in ("KAZ", "TUR")
    ]
    box = repr(differences(make.corpus(articles, figures)))
    assert "Trade turnover, 2022; Russia and Kazakhstan | " in box
    assert "Trade turnover, 2022; Russia and Turkey | " in box


def test_positions_are_dated_by_when_they_hold_not_by_when_they_were_told(make: SimpleNamespace) -> None:
    articles = [make.article("a", "2024-08-20"), make.article("b", "2024-09-20")]
    held = STOCK | {"as_of": "2023", "as_of_basis": "stated"}
    figures = [
        make.figure("f1", "a", 1.5e9, "$1.5 billion", **held),
        make.figure("f2", "b", 2.1e9, "$2.1 billion", **held),
    ]
    (found,) = differences_found(make.corpus(articles, figures))
    assert found.about == "Investment to date, 2023"


def test_the_loose_bound_is_the_one_that_is_odd(make: SimpleNamespace) -> None:
    articles = [make.article("a", "2024-02-20"), make.article("b", "2024-02-27")]
    figures = [
        make.figure("f1", "a", 7e8, "≈ $700 m", period="2023", qualifier="about"),
        make.figure("f2", "b", 1e9, "up to $1 bn", period="2023", qualifier="up_to"),
    ]
    (found,) = differences_found(make.corpus(articles, figures))
    assert repr(Html(found.verdict)).endswith("who knew of about $700 m would hardly say up to $1 bn")
