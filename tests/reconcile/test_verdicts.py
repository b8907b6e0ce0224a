"""Near misses: for each step of the verdict a pair that it just decides, and one beside it that it just does not."""

from collections.abc import Callable
from typing import Any

import pytest

Row = dict[str, Any]

PUTIN = {"article_id": "p", "speaker": "Vladimir Putin", "said": "2025-10-09"}
TOKAYEV = {"article_id": "t", "speaker": "Kassym-Jomart Tokayev", "said": "2025-06-01"}
YEAR = {"period": "2024"}
KAZAKHSTAN, TURKEY = {"parties": ("RUS", "KAZ")}, {"parties": ("RUS", "TUR")}
OUT, IN = {"from_party": "RUS", "to_party": "KAZ"}, {"from_party": "KAZ", "to_party": "RUS"}
STOCK = {"measure": "investment_stock", "period": "", "period_basis": "unknown"}
SUM = STOCK | {"definition": "cumulative"}
SINCE = {"measure": "investment_stock", "definition": "cumulative"}
LOAN = {"measure": "loan"}
EXPORTS, IMPORTS = KAZAKHSTAN | {"measure": "exports"}, KAZAKHSTAN | {"measure": "imports"}
PEOPLE = {"measure": "population_or_people", "kind": "count", "unit": "people", "period": "", "period_basis": "unknown"}
MIGRANTS, STUDENTS = PEOPLE | {"measure_words": "labour migrants"}, PEOPLE | {"measure_words": "students"}

WORKERS = PEOPLE | {"unit": "labour migrants", "measure_words": "labour migrants"}


def verdicts(result: Any) -> list[str]:
    """Return the verdicts, or that all are one observation."""
    return [one.verdict for one in result.conflicts] or (["one"] if len(result.stated) == 1 else [])


def both(one: Row, other: Row) -> tuple[Row, Row]:
    """Return two rows, of two officials unless they say otherwise."""
    return PUTIN | YEAR | one, TOKAYEV | YEAR | other


CASES = [
    # 0: other things are no pair
    ("exports and imports", {"quote": "$27 billion"} | EXPORTS, {"quote": "$37 billion"} | IMPORTS, []),
    ("exports twice", {"quote": "$27 billion"} | EXPORTS, {"quote": "$37 billion"} | EXPORTS, ["incompatible"]),
    ("two currencies", {"quote": "$27 billion"}, {"quote": "€37 billion"}, []),
    ("a level and a change", {"quote": "$27 billion"}, {"quote": "$37 billion", "change": "increase"}, []),
    ("there and back", {"quote": "$27 billion"} | EXPORTS | OUT, {"quote": "$37 billion"} | EXPORTS | IN, []),
    ("there twice", {"quote": "$27 billion"} | EXPORTS | OUT, {"quote": "$37 billion"} | EXPORTS | OUT,
     ["incompatible"]),
    ("two loans", {"quote": "$27 billion"} | LOAN, {"quote": "$37 billion"} | LOAN, []),
    # 1: reports of one statement
    ("one speaker, three days later", {"quote": "$27 billion"},
     PUTIN | {"article_id": "q", "said": "2025-10-12", "quote": "$37 billion"}, ["reports_differ"]),
    ("one speaker, four days later", {"quote": "$27 billion"},
     PUTIN | {"article_id": "q", "said": "2025-10-13", "quote": "$37 billion"}, ["incompatible"]),
    ("two speakers, one day", {"quote": "$27 billion"}, {"quote": "$37 billion", "said": "2025-10-09"},
     ["incompatible"]),
    ("one speaker who repeats himself", {"quote": "about $27 billion"},
     PUTIN | {"article_id": "q", "quote": "$28 billion"}, ["one"]),
    ("one speaker, one article", {"quote": "$27 billion"}, PUTIN | {"quote": "$37 billion"}, []),
    ("nobody named, two articles of one day", {"quote": "$27 billion", "speaker": ""},
     {"quote": "$37 billion", "speaker": "", "said": "2025-10-09"}, ["incompatible"]),
    # 2: parties of which one contains the other
    ("a member inside its group", {"quote": "$40 billion"}, {"quote": "$28 billion"} | KAZAKHSTAN, ["part_of_whole"]),
    ("a member as large as its group", {"quote": "$28 billion"}, {"quote": "$28.4 billion"} | KAZAKHSTAN,
     ["part_of_whole"]),
    ("a member larger than its group", {"quote": "$28 billion"}, {"quote": "$28.6 billion"} | KAZAKHSTAN,
     ["incompatible"]),
    ("a member larger than a lower bound", {"quote": "more than $28 billion"}, {"quote": "$44 billion"} | KAZAKHSTAN,
     ["part_of_whole"]),
    ("no member", {"quote": "$40 billion"}, {"quote": "$68 billion"} | TURKEY, []),
    ("a member in another year", {"quote": "$40 billion"}, {"quote": "$68 billion", "period": "2023"} | KAZAKHSTAN, []),
    # 3: definitions
    ("goods and services", {"quote": "$27 billion", "definition": "in goods"},
     {"quote": "$37 billion", "definition": "in services"}, ["different_definition"]),
    ("goods, and nothing said", {"quote": "$27 billion", "definition": "in goods"}, {"quote": "$37 billion"},
     ["incompatible"]),
    ("goods, and goods with services", {"quote": "$27 billion", "definition": "in goods"},
     {"quote": "$37 billion", "definition": "in goods and services"}, ["different_definition"]),
    ("words that define nothing", {"quote": "$27 billion", "definition": "mutual"},
     {"quote": "$37 billion", "definition": "total"}, ["incompatible"]),
    # 4: periods of flows
    ("a half inside its year", {"quote": "$40 billion"}, {"quote": "$19 billion", "period": "2024-H1"},
     ["part_of_whole"]),
    ("a half larger than its year", {"quote": "$40 billion"}, {"quote": "$42 billion", "period": "2024-H1"},
     ["incompatible"]),
    ("a half of another year", {"quote": "$40 billion"}, {"quote": "$41 billion", "period": "2023-H1"}, []),
    ("a fiscal and a calendar year", {"quote": "$40 billion"}, {"quote": "$40 billion", "period": "FY2024-2025"},
     ["not_comparable"]),
    ("two years", {"quote": "$40 billion"}, {"quote": "$30 billion", "period": "2023"}, []),
    ("a year and none", {"quote": "$40 billion"}, {"quote": "$30 billion", "period": ""}, ["undetermined"]),
    # 4e: positions
    ("positions five months apart", {"quote": "$5 billion", "said": "2025-06-01"} | STOCK,
     {"quote": "$7 billion", "said": "2025-11-01"} | STOCK, ["incompatible"]),
    ("positions seven months apart", {"quote": "$5 billion", "said": "2025-06-01"} | STOCK,
     {"quote": "$7 billion", "said": "2026-01-05"} | STOCK, ["different_date"]),
    # 4f: sums
    ("a sum that shrinks", {"quote": "$24 billion", "said": "2023-01-01"} | SUM,
     {"quote": "$21 billion", "said": "2025-06-01"} | SUM, ["incompatible"]),
    ("a sum that grows", {"quote": "$21 billion", "said": "2023-01-01"} | SUM,
     {"quote": "$24 billion", "said": "2025-06-01"} | SUM, ["different_date"]),
    ("a sum above an earlier bound", {"quote": "more than $21 billion", "said": "2023-01-01"} | SUM,
     {"quote": "$24 billion", "said": "2025-06-01"} | SUM, ["compatible_by_bound"]),
    ("sums from two starts", {"quote": "more than $100 billion", "said": "2021-08-20", "period": "1991/.."} | SINCE,
     {"quote": "$60 billion", "said": "2022-08-20", "period": "2005/.."} | SINCE, ["not_comparable"]),
    # What was planned is at odds neither with another plan nor with what came.
    ("two plans for one year", {"quote": "$10 billion", "period": "2030"}, {"quote": "$15 billion", "period": "2030"},
     []),
    ("one plan stated twice", {"quote": "$10 billion", "period": "2030"}, {"quote": "$10 billion", "period": "2030"},
     ["one"]),
    ("a plan and what came", {"quote": "$27 billion", "said": "2022-09-15"}, {"quote": "$37 billion"}, []),
    ("a plan and no time", {"quote": "$27 billion", "said": "2022-09-15"}, {"quote": "$37 billion", "period": ""}, []),
    # What is stated as a part of another amount is no whole.
    ("a part and a whole", {"quote": "$9.8 billion", "part_of": "w"}, {"quote": "$27 billion"}, []),
    # 5: amounts
    ("what rounds to 27 and to 28", {"quote": "$27 billion"}, {"quote": "$28 billion"}, ["incompatible"]),
    ("27 and 27.4", {"quote": "$27 billion"}, {"quote": "$27.4 billion"}, ["one"]),
    ("27 and 27.6", {"quote": "$27 billion"}, {"quote": "$27.6 billion"}, ["incompatible"]),
    ("about 27 and 29.6", {"quote": "about $27 billion"}, {"quote": "$29.6 billion"}, ["one"]),
    ("about 27 and 29.8", {"quote": "about $27 billion"}, {"quote": "$29.8 billion"}, ["incompatible"]),
    ("nearly 30 and 30", {"quote": "nearly $30 billion"}, {"quote": "$30.0 billion"}, ["one"]),
    ("nearly 30 and 30.1", {"quote": "nearly $30 billion"}, {"quote": "$30.1 billion"}, ["incompatible"]),
    ("more than 27 and 27.0", {"quote": "more than $27 billion"}, {"quote": "$27.0 billion"}, ["compatible_by_bound"]),
    ("more than 27 and 26.9", {"quote": "more than $27 billion"}, {"quote": "$26.9 billion"}, ["incompatible"]),
    ("up to 27 and more than 27", {"quote": "up to $27 billion"}, {"quote": "more than $27 billion"}, ["incompatible"]),
    ("less than 27 and up to 27", {"quote": "less than $27 billion"}, {"quote": "up to $27 billion"}, ["one"]),
    # People are compared where the same words narrow what is counted.
    ("migrants twice", {"value": 3e6, "quote": "3 million", "said": "2025-06-01"} | MIGRANTS,
     {"value": 5e6, "quote": "5 million"} | MIGRANTS, ["incompatible"]),
    ("migrants and students", {"value": 3e6, "quote": "3 million", "said": "2025-06-01"} | MIGRANTS,
     {"value": 5e6, "quote": "5 million"} | STUDENTS, []),
    ("workers of one kind twice", {"value": 3e6, "quote": "3 million", "said": "2025-06-01"} | WORKERS,
     {"value": 5e6, "quote": "5 million"} | WORKERS, ["incompatible"]),
    ("people twice", {"value": 3e6, "quote": "3 million", "said": "2025-06-01"} | PEOPLE,
     {"value": 5e6, "quote": "5 million"} | PEOPLE, []),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_the_first_step_that_applies_decides(
    side_by_side: Callable[..., Any], one: Row, other: Row, expected: list[str]
) -> None:
    pair = both(one, other)
    assert verdicts(side_by_side(*pair)) == expected
    assert verdicts(side_by_side(*pair[::-1])) == expected


@pytest.mark.parametrize("other", ["$20.1 billion", "$25.0 billion", "$25 billion", "about $27 billion"])
def test_an_amount_up_to_a_quarter_above_a_bound_goes_with_it(side_by_side: Callable[..., Any], other: str) -> None:
    (found,) = side_by_side(*both({"quote": "more than $20 billion"}, {"quote": other})).conflicts
    assert (found.verdict, found.tension) == ("compatible_by_bound", False)


@pytest.mark.parametrize("other", ["$25.1 billion", "$26 billion", "about $28 billion"])
def test_an_amount_farther_above_a_bound_is_odd_beside_it(side_by_side: Callable[..., Any], other: str) -> None:
    (found,) = side_by_side(*both({"quote": "more than $20 billion"}, {"quote": other})).conflicts
    assert (found.verdict, found.tension) == ("compatible_by_bound", True)


@pytest.mark.parametrize(
    ("one", "other", "condition"),
    [
        ({}, {}, ""),
        ({"period_basis": "inferred"}, {}, "if both are for 2024"),
        ({"period_basis": "resolved"}, {}, ""),
        ({"definition": "in goods"}, {}, "if both count the same"),
        (OUT | KAZAKHSTAN, KAZAKHSTAN, "if both go the same way"),
        ({"parties": ("KAZ",)}, {"parties": ("KAZ",)}, "if both count the same"),
        (
            {"period_basis": "inferred", "definition": "in goods"},
            {},
            "if both are for 2024; if both count the same",
        ),
    ],
)
def test_a_verdict_names_what_it_depends_on(
    side_by_side: Callable[..., Any], one: Row, other: Row, condition: str
) -> None:
    pair = both({"quote": "$27 billion"} | one, {"quote": "$37 billion"} | other)
    (found,) = side_by_side(*pair).conflicts
    assert (found.verdict, found.condition) == ("incompatible", condition)


def test_reports_of_one_statement_that_qualify_it_differently_are_one_and_say_so(
    side_by_side: Callable[..., Any],
) -> None:
    reports = [
        PUTIN | YEAR | {"article_id": name, "quote": quote}
        for name, quote in (("p", "more than $30 billion"), ("q", "about $31 billion"))
    ]
    (found,) = side_by_side(*reports).stated
    assert found.flags == ("reported as about and more than",)
    assert len(found.figure_ids) == 2


# What cannot be told apart is neither paired nor made one.

UNCLEAR = [
    ("parties not known", {"parties": ()}),
    ("unit not known", {"unit": ""}),
]


@pytest.mark.parametrize(("flag", "unclear"), UNCLEAR, ids=[flag for flag, _ in UNCLEAR])
@pytest.mark.parametrize("amounts", [("$27 billion", "$37 billion"), ("$27 billion", "$27 billion")])
def test_an_unclear_figure_is_flagged_and_stays_alone(
    side_by_side: Callable[..., Any], flag: str, unclear: Row, amounts: tuple[str, str]
) -> None:
    result = side_by_side(*both(*({"quote": quote} | unclear for quote in amounts)))
    assert [flag in one.flags for one in result.stated] == [True, True]
    assert not result.conflicts
    assert not result.derived


@pytest.mark.parametrize(("flag", "unclear"), UNCLEAR, ids=[flag for flag, _ in UNCLEAR])
def test_an_unclear_figure_is_no_pair_with_a_clear_one(
    side_by_side: Callable[..., Any], flag: str, unclear: Row
) -> None:
    result = side_by_side(*both({"quote": "$27 billion"} | unclear, {"quote": "$37 billion"}))
    assert not result.conflicts
    assert [flag in one.flags for one in result.stated].count(True) == 1


@pytest.mark.parametrize(("flag", "unclear"), UNCLEAR, ids=[flag for flag, _ in UNCLEAR])
def test_the_same_words_in_a_copy_are_one_all_the_same(
    side_by_side: Callable[..., Any], flag: str, unclear: Row
) -> None:
    words = YEAR | {"quote": "$27 billion", "sentence": "It was $27 billion."} | unclear
    (found,) = side_by_side(PUTIN | words, PUTIN | words | {"article_id": "q", "copy_of": "p"}).stated
    assert flag in found.flags
    assert len(found.figure_ids) == 2


def test_one_sentence_in_two_currencies_gives_two_observations(side_by_side: Callable[..., Any]) -> None:
    result = side_by_side(PUTIN | YEAR | {"quote": "$27 billion"}, PUTIN | YEAR | {"quote": "€25 billion"})
    assert [one.unit for one in result.stated] == ["EUR", "USD"]
    assert not result.conflicts


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("$0", "$0", ["one"]),
        ("$0", "$5 billion", ["incompatible"]),
        ("up to $0", "$5 billion", ["incompatible"]),
        ("up to $0", "$0", ["compatible_by_bound"]),
        ("more than $0", "$5 billion", ["compatible_by_bound"]),
        ("less than $5 billion", "$0", ["compatible_by_bound"]),
    ],
)
def test_nothing_is_an_amount_like_others(
    side_by_side: Callable[..., Any], one: str, other: str, expected: list[str]
) -> None:
    said = [{"quote": quote, "unit": "USD", "kind": "money"} for quote in (one, other)]
    assert verdicts(side_by_side(*both(*said))) == expected


@pytest.mark.parametrize("level", ["$0", "up to $0", "less than $5 billion", "$5 billion"])
@pytest.mark.parametrize("change", [0.0, 30.0, 100.0])
def test_nothing_is_divided_by_nothing(side_by_side: Callable[..., Any], level: str, change: float) -> None:
    told = PUTIN | YEAR | {"unit": "USD", "sentence_start": 1}
    grown = told | {"quote": f"{change:g}%", "unit": "%", "kind": "percent", "value": change}
    grown |= {"change": "decrease", "compared_with": "2023"}
    doubled = told | {"quote": "doubled", "unit": "times", "value": 0.0, "kind": "multiple", "change": "multiple"}
    earlier = told | {"quote": "$0", "period": "2020", "article_id": "q"}
    result = side_by_side(told | {"quote": level}, grown, doubled, earlier)
    assert all(0 <= one.low <= one.high for one in result.derived)


def test_two_open_ranges_that_meet_can_both_be_true(side_by_side: Callable[..., Any]) -> None:
    result = side_by_side(*both({"quote": "more than $20 billion"}, {"quote": "more than $30 billion"}))
    assert [(one.verdict, one.gap_low, one.gap_high) for one in result.conflicts] == [
        ("compatible_by_bound", 0, float("inf"))
    ]
    assert not result.derived


def test_a_range_meets_what_lies_inside_it(side_by_side: Callable[..., Any]) -> None:
    inside = side_by_side(*both({"quote": "$20 to $30 billion"}, {"quote": "$25 billion"}))
    assert verdicts(inside) == ["one"]
    assert verdicts(side_by_side(*both({"quote": "$20 to $30 billion"}, {"quote": "$35 billion"}))) == ["incompatible"]


FELL = {"unit": "%", "kind": "percent", "change": "decrease"}


@pytest.mark.parametrize(("other", "odd"), [(12.0, False), (20.0, True)])
def test_a_fall_beyond_a_bound_is_odd_by_how_far_it_fell(
    side_by_side: Callable[..., Any], other: float, *, odd: bool
) -> None:
    bound = FELL | {"value": 10.0, "quote": "fell by more than 10%", "qualifier": "more_than"}
    amount = FELL | {"value": other, "quote": f"fell by {other:g}%"}
    (found,) = side_by_side(*both(bound, amount)).conflicts
    assert (found.verdict, found.tension) == ("compatible_by_bound", odd)


def test_a_rise_and_a_fall_of_one_size_lie_apart(side_by_side: Callable[..., Any]) -> None:
    fall, rise = FELL | {"value": 5.0, "quote": "5%"}, FELL | {"value": 5.0, "quote": "5%", "change": "increase"}
    (found,) = side_by_side(*both(fall, rise)).conflicts
    assert (found.verdict, found.gap_low, found.gap_high) == ("incompatible", 160, 250)


def test_a_rise_a_fall_and_a_larger_rise_are_one_group(side_by_side: Callable[..., Any]) -> None:
    changes = [(3.0, "decrease"), (32.0, "increase"), (105.6, "increase")]
    rows = [
        PUTIN
        | YEAR
        | FELL
        | {"article_id": name, "speaker": name, "value": value, "quote": f"{value:g}%", "change": way}
        for name, (value, way) in zip("abc", changes, strict=True)
    ]
    found = side_by_side(*rows).conflicts
    assert len(found) == 3
    assert len({one.conflict_id for one in found}) == 1


def test_a_sum_that_shrinks_from_a_stated_start_depends_on_nothing(side_by_side: Callable[..., Any]) -> None:
    earlier = {"quote": "more than $100 billion", "said": "2021-08-20", "period": "1991/.."} | SINCE
    later = {"quote": "$64 billion", "said": "2023-08-20", "period": "1991/.."} | SINCE
    (found,) = side_by_side(*both(earlier, later)).conflicts
    assert (found.verdict, found.condition) == ("incompatible", "")
    assert "starting dates" not in found.reasons


def test_what_is_said_before_its_time_is_flagged_and_gives_no_growth(side_by_side: Callable[..., Any]) -> None:
    result = side_by_side(*both({"quote": "$9.3 billion"}, {"quote": "$20 billion", "period": "2030"}))
    assert [one.flags for one in result.stated] == [(), ("told as yet to come",)]
    assert not result.derived


def test_no_growth_is_worked_out_from_a_part(side_by_side: Callable[..., Any]) -> None:
    part = {"quote": "$9.8 billion", "period": "2023", "part_of": "w"}
    assert not side_by_side(*both({"quote": "$27 billion"}, part)).derived


@pytest.mark.parametrize(
    ("one", "other", "verdict", "condition"),
    [
        ("oil", "", "incompatible", "if both count the same"),
        ("oil", "grain", "different_definition", ""),
        ("oil", "total oil", "incompatible", ""),
    ],
)
def test_exports_of_some_goods_are_not_set_against_all_exports_as_if_they_were_one(
    side_by_side: Callable[..., Any], one: str, other: str, verdict: str, condition: str
) -> None:
    given = {"measure": "exports", "parties": ("KAZ", "ITA"), "period": "2021"}
    rows = [
        given | {"article_id": "a", "speaker": "Ann Lee", "quote": "$10.3 billion", "definition": one},
        given | {"article_id": "b", "speaker": "Bob Moss", "quote": "$14.9 billion", "definition": other},
    ]
    (found,) = side_by_side(*rows).conflicts
    assert (found.verdict, found.condition) == (verdict, condition)
