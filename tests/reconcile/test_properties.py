"""What holds for any figures: nothing is lost, and the order in which articles come decides nothing."""

import itertools
import math
import random
from collections.abc import Callable, Iterable
from dataclasses import asdict
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

Row = dict[str, Any]

SPEAKERS = ("Vladimir Putin", "Andrey Rudenko", "Kassym-Jomart Tokayev", "World Bank", "")
PARTIES = (("RUS", "Central Asia"), ("RUS", "KAZ"), ("KAZ", "CHN"), ("KAZ",), ())
PERIODS = ("", "2021", "2021-H1", "2022", "2019/2021", "FY2021-2022", "1993/..")
WIDER = {"": "about ", "more than ": "at least ", "less than ": "up to "}
QUOTES = [
    f"{words}${amount} billion" for words in ("", "about ", *list(WIDER)[1:]) for amount in (9, 20, 21.4, 27, 37.1)
]

rows = st.fixed_dictionaries(
    {
        "quote": st.sampled_from(QUOTES),
        "speaker": st.sampled_from(SPEAKERS),
        "parties": st.sampled_from(PARTIES),
        "period": st.sampled_from(PERIODS),
        "period_basis": st.sampled_from(("stated", "inferred")),
        "measure": st.sampled_from(("trade_turnover", "trade_turnover", "exports", "investment_stock", "loan")),
        "definition": st.sampled_from(("", "cumulative", "total direct")),
        "said": st.sampled_from(("2022-05-17", "2022-10-14", "2022-10-15", "2025-10-09", "")),
    }
)


def told(found: Iterable[Row], copies: Iterable[int] = ()) -> list[Row]:
    """The rows, each in an article of its own; then copies of some of these articles."""
    originals = [row | {"article_id": f"a{at:02}"} for at, row in enumerate(found)]
    return originals + [originals[at] | {"article_id": f"z{at:02}", "copy_of": f"a{at:02}"} for at in copies]


def content(records: Iterable[Any]) -> list[str]:
    """Records without what names them."""
    named = ("observation_id", "figure_ids", "observation_ids", "conflict_id")
    return sorted(str({key: value for key, value in asdict(one).items() if key not in named}) for one in records)


@given(st.lists(rows, min_size=2, max_size=9), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_the_order_of_the_articles_decides_nothing(
    side_by_side: Callable[..., Any], found: list[Row], chance: random.Random
) -> None:
    given_rows = told(found)
    shuffled = chance.sample(given_rows, len(given_rows))
    assert side_by_side(*given_rows) == side_by_side(*shuffled)


@given(st.lists(rows, min_size=2, max_size=9), st.permutations(range(9)))
@settings(max_examples=60, deadline=None)
def test_the_names_of_the_articles_change_nothing_but_ids(
    side_by_side: Callable[..., Any], found: list[Row], order: list[int]
) -> None:
    renamed = [row | {"article_id": f"b{order[at]}"} for at, row in enumerate(found)]
    before, after = side_by_side(*told(found)), side_by_side(*renamed)
    assert content(before.observations) == content(after.observations)
    assert content(before.conflicts) == content(after.conflicts)


@given(st.lists(rows, min_size=1, max_size=7), st.sets(st.integers(0, 6)))
@settings(max_examples=60, deadline=None)
def test_copies_of_articles_change_nothing_but_the_lists_of_witnesses(
    side_by_side: Callable[..., Any], found: list[Row], copied: set[int]
) -> None:
    before = side_by_side(*told(found))
    after = side_by_side(*told(found, sorted(at for at in copied if at < len(found))))
    assert content(before.observations) == content(after.observations)
    assert content(before.conflicts) == content(after.conflicts)


@given(st.lists(rows, min_size=1, max_size=9), st.sets(st.integers(0, 8)))
@settings(max_examples=60, deadline=None)
def test_every_figure_is_a_witness_of_exactly_one_observation(
    side_by_side: Callable[..., Any], found: list[Row], copied: set[int]
) -> None:
    given_rows = told(found, sorted(at for at in copied if at < len(found)))
    witnesses = [one for observation in side_by_side(*given_rows).stated for one in observation.figure_ids]
    assert sorted(witnesses) == sorted(f"{row['article_id']}:{row['quote']}" for row in given_rows)


@given(rows, rows)
@settings(max_examples=150, deadline=None)
def test_a_verdict_does_not_depend_on_which_comes_first(side_by_side: Callable[..., Any], one: Row, other: Row) -> None:
    assert content(side_by_side(*told([one, other])).conflicts) == content(side_by_side(*told([other, one])).conflicts)


@pytest.mark.parametrize("words", WIDER)
@given(one=rows, other=rows)
@settings(max_examples=80, deadline=None)
def test_a_wider_qualifier_makes_no_conflict(
    side_by_side: Callable[..., Any], words: str, one: Row, other: Row
) -> None:
    amount = one["quote"][one["quote"].index("$") :]
    narrow, wide = ({**one, "quote": words + amount}, {**one, "quote": WIDER[words] + amount})
    if verdicts(side_by_side(*told([narrow, other]))).isdisjoint({"incompatible", "reports_differ"}):
        assert verdicts(side_by_side(*told([wide, other]))).isdisjoint({"incompatible", "reports_differ"})


def verdicts(result: Any) -> set[str]:
    return {one.verdict for one in result.conflicts}


levels = st.tuples(st.integers(10, 999), st.integers(0, 2)).map(lambda pair: pair[0] / 10 ** pair[1])


@given(level=levels, percent=st.integers(1, 300))
@settings(max_examples=60, deadline=None)
def test_a_base_recomputes_from_its_formula(side_by_side: Callable[..., Any], level: float, percent: int) -> None:
    known = {"period": "2021", "speaker": "World Bank", "said": "2022-05-17"}
    rise = {"quote": f"up {percent}%", "value": float(percent), "unit": "%", "kind": "percent", "change": "increase"}
    amount = {"quote": f"${level:g} billion", "printed": f"${level:g} bn"}
    base = side_by_side(known | amount, known | rise | {"compared_with": "2020"}).only("base_from_growth")
    stated, factor = base.formula.split(" ÷ ")
    assert base.low <= float(stated.strip("$ bn")) * 1e9 / float(factor) <= base.high
    half = 10.0 ** -len(f"{level:g}".partition(".")[2]) / 2
    assert base.low <= (level - half) * 1e9 / (1 + (percent + 0.5) / 100) * (1 + 1e-9)
    assert base.high >= (level + half) * 1e9 / (1 + (percent - 0.5) / 100) * (1 - 1e-9)


@given(start=levels, end=levels, years=st.integers(1, 9))
@settings(max_examples=60, deadline=None)
def test_growth_recomputes_from_its_formula(
    side_by_side: Callable[..., Any], start: float, end: float, years: int
) -> None:
    first = {"quote": f"${start:g} billion", "period": "2010", "article_id": "a"}
    last = {"quote": f"${end:g} billion", "period": str(2010 + years), "article_id": "b"}
    result = side_by_side(first, last)
    growth = result.only("growth")
    assert growth.low <= (end / start - 1) * 100 <= growth.high
    if years > 1:
        yearly = result.only("growth_a_year")
        assert yearly.low <= ((end / start) ** (1 / years) - 1) * 100 <= yearly.high


def test_a_group_of_thousands_of_amounts_is_compared_with_its_extremes_only(side_by_side: Callable[..., Any]) -> None:
    many = [
        {"article_id": f"a{at}", "quote": f"${10 + at / 10:g} billion", "period": "2021", "speaker": f"Speaker {at}"}
        for at in range(0, 4000, 10)
    ]
    result = side_by_side(*many)
    assert len(result.stated) == len(many)
    assert len(result.conflicts) == 2 * len(many) - 3
    values = sorted({one.low for one in result.conflicts} | {one.high for one in result.conflicts})
    assert math.isclose(values[0], 10e9)
    assert len(values) == len(many)


def test_a_chain_of_amounts_that_agree_pair_by_pair_is_not_made_one(side_by_side: Callable[..., Any]) -> None:
    quotes = ("$28 billion", "about $30 billion", "$32 billion")
    chain = [
        {"article_id": name, "speaker": name, "quote": quote, "period": "2021"}
        for name, quote in zip("abc", quotes, strict=True)
    ]
    for order in itertools.permutations(chain):
        result = side_by_side(*order)
        assert sorted(one.printed for one in result.stated) == sorted(quotes)
        assert [(one.low, one.high, one.verdict) for one in result.conflicts] == [(28e9, 32e9, "incompatible")]
