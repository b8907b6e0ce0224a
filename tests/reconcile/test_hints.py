"""What would explain that two amounts lie apart."""

from collections.abc import Callable
from typing import Any

import pytest

PUTIN = {"article_id": "p", "speaker": "Vladimir Putin", "said": "2025-10-09", "period": "2024"}
OTHER = {"article_id": "o", "speaker": "Ann Lee", "said": "2025-06-01", "period": "2024"}
TOKAYEV = OTHER | {"speaker": "Kassym-Jomart Tokayev"}
KAZAKHSTAN = {"parties": ("RUS", "KAZ")}


def hints(side_by_side: Callable[..., Any], one: dict[str, Any], other: dict[str, Any]) -> list[str]:
    """Return the hints of the one conflict, the same whichever comes first."""
    (found,), (turned,) = (side_by_side(*pair).conflicts for pair in ((one, other), (other, one)))
    assert found.hints == turned.hints
    return list(found.hints)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        # one digit
        ("$27 billion", "$37 billion", ["one digit apart"]),
        ("$27 billion", "$37.1 billion", ["one digit apart"]),
        ("$27.1 billion", "$37.1 billion", ["one digit apart"]),
        ("$27.1 billion", "$37.2 billion", []),
        ("$1,250 million", "$1,850 million", ["one digit apart"]),
        ("$27 billion", "$38 billion", []),
        ("$5 billion", "$7 billion", []),
        ("$9 billion", "$19 billion", []),
        # swapped
        ("$27 billion", "$72 billion", ["digits swapped"]),
        ("$2.73 billion", "$2.37 billion", ["digits swapped"]),
        ("$237 million", "$732 million", []),
        # factor 10, factor 1,000, decimal mark
        ("$27 billion", "$270 billion", ["factor 10"]),
        ("$27 billion", "$271 billion", []),
        ("$27 billion", "$2,700 billion", []),
        ("$16.1 billion", "$161 billion", ["decimal mark"]),
        ("$1.61 billion", "$161 billion", ["decimal mark"]),
        ("$27 million", "$27 billion", ["factor 1,000"]),
        ("$2.7 million", "$2.7 billion", ["factor 1,000"]),
        ("$27 million", "$27.4 billion", []),
    ],
)
def test_a_slip_of_the_pen_is_seen(side_by_side: Callable[..., Any], one: str, other: str, expected: list[str]) -> None:
    assert hints(side_by_side, PUTIN | {"quote": one}, OTHER | {"quote": other}) == expected


@pytest.mark.parametrize(
    ("basis", "expected"), [("stated", []), ("inferred", ["another year"]), ("resolved", ["another year"])]
)
def test_a_year_that_was_worked_out_may_be_another(
    side_by_side: Callable[..., Any], basis: str, expected: list[str]
) -> None:
    one = PUTIN | {"quote": "$27 billion", "period_basis": basis}
    assert hints(side_by_side, one, OTHER | {"quote": "$38 billion"}) == expected


@pytest.mark.parametrize(
    ("measure", "definition", "expected"),
    [
        ("trade_turnover", "in goods", ["goods and services"]),
        ("exports", "of goods and services", ["goods and services"]),
        ("trade_turnover", "state", []),
        ("trade_turnover", "", []),
    ],
)
def test_goods_may_stand_against_goods_and_services(
    side_by_side: Callable[..., Any], measure: str, definition: str, expected: list[str]
) -> None:
    of = {"measure": measure}
    one = PUTIN | of | {"quote": "$27 billion", "definition": definition}
    assert hints(side_by_side, one, OTHER | of | {"quote": "$38 billion"}) == expected


@pytest.mark.parametrize(
    ("other", "parties", "expected"),
    [
        (TOKAYEV, KAZAKHSTAN, ["reporter and partner"]),
        (OTHER, KAZAKHSTAN, []),
        (TOKAYEV | {"speaker": "Andrey Rudenko"}, KAZAKHSTAN, []),
        (TOKAYEV, {"parties": ("RUS", "UZB")}, []),
        (TOKAYEV, KAZAKHSTAN | {"measure": "investment_stock"}, []),
    ],
    ids=["both sides", "nobody's office", "one side twice", "a third country", "no trade"],
)
def test_records_of_two_partners_seldom_match(
    side_by_side: Callable[..., Any], other: dict[str, Any], parties: dict[str, Any], expected: list[str]
) -> None:
    one = PUTIN | parties | {"quote": "$27 billion"}
    assert hints(side_by_side, one, other | parties | {"quote": "$38 billion"}) == expected


def test_several_hints_stand_side_by_side_in_words_too(side_by_side: Callable[..., Any]) -> None:
    one = PUTIN | KAZAKHSTAN | {"quote": "$27 billion", "period_basis": "inferred"}
    (found,) = side_by_side(one, TOKAYEV | KAZAKHSTAN | {"quote": "$37 billion"}).conflicts
    assert found.hints == ("one digit apart", "another year", "reporter and partner")
    assert found.reasons == (
        "a slip in one text (one digit apart); another year; "
        "each side's own records: those of two partners seldom match; other coverage or another source"
    )


def test_amounts_that_can_both_be_right_need_no_explaining(side_by_side: Callable[..., Any]) -> None:
    (found,) = side_by_side(PUTIN | {"quote": "more than $27 billion"}, OTHER | {"quote": "$37 billion"}).conflicts
    assert (found.verdict, found.hints) == ("compatible_by_bound", ())


@pytest.mark.parametrize(("said", "expected"), [("2026-03-01", ["revised"]), ("", [])])
def test_one_speaker_may_revise_an_amount_on_a_later_day(
    side_by_side: Callable[..., Any], said: str, expected: list[str]
) -> None:
    later = PUTIN | {"article_id": "q", "said": said, "quote": "$28.2 billion"}
    assert hints(side_by_side, PUTIN | {"quote": "$26 billion"}, later) == expected


def test_a_part_beside_its_whole_are_no_two_records_of_one_trade(side_by_side: Callable[..., Any]) -> None:
    part = TOKAYEV | KAZAKHSTAN | {"quote": "$31 billion"}
    assert hints(side_by_side, PUTIN | {"quote": "$22 billion"}, part) == []
