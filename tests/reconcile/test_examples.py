"""Fourteen pairs of statements with the verdict that an analyst would give them."""

from collections.abc import Callable
from typing import Any

import pytest

import analysis
from analysis.workbench import Corpus

Row = dict[str, Any]

PUTIN = {"article_id": "p", "speaker": "Vladimir Putin", "said": "2025-10-09"}
RUDENKO = {"article_id": "r", "speaker": "Andrey Rudenko", "said": "2025-05-17"}
TOKAYEV = {"article_id": "t", "speaker": "Kassym-Jomart Tokayev", "said": "2025-06-01"}
KAZAKHSTAN = {"parties": ("RUS", "KAZ")}
STOCK = {"measure": "investment_stock", "definition": "cumulative"}
OUT, IN = {"from_party": "RUS", "to_party": "KAZ"}, {"from_party": "KAZ", "to_party": "RUS"}


@pytest.fixture(scope="module")
def seeds() -> Corpus:
    return analysis.read("seeds")


def of_seeds(seeds: Corpus, *printed: str) -> list[Any]:
    """The conflicts of the five articles between figures that are printed so."""
    ids = {row.figure_id for row in seeds.figures.itertuples() if row.printed in printed}
    return [row for row in seeds.conflicts.itertuples() if set(row.figure_ids.split("|")) == ids]


def test_1_two_amounts_for_probably_one_year_cannot_both_be_right_if_both_are_for_it(seeds: Corpus) -> None:
    (found,) = of_seeds(seeds, "$27 bn", "$37.1 bn")
    assert (found.verdict, found.condition) == ("incompatible", "if both are for 2021")
    assert (found.gap_low, found.gap_high) == (34, 41)
    assert "one digit apart" in found.hints
    assert (found.low, found.high, found.period) == (27e9, 37.1e9, "2021")


def test_1_without_the_inferred_year_nothing_follows(side_by_side: Callable[..., Any]) -> None:
    undated = PUTIN | {"quote": "$37.1 billion", "period": "", "period_basis": "unknown"}
    (found,) = side_by_side(RUDENKO | {"quote": "$27 billion", "period": "2021"}, undated).conflicts
    assert (found.verdict, found.condition) == ("undetermined", "if both are for 2021")


def test_2_a_position_and_a_sum_of_past_investment_are_defined_differently(seeds: Corpus) -> None:
    (found,) = of_seeds(seeds, "≈ $5 bn", "$30.5 bn")
    assert found.verdict == "different_definition"
    # As if they were the same: 5.5 to 6.8 times
    assert (found.gap_low, found.gap_high) == (450, 580)


def test_3_a_lower_bound_of_a_later_date_is_odd_beside_a_higher_amount_before(seeds: Corpus) -> None:
    (found,) = of_seeds(seeds, "> $20 bn", "$30.5 bn")
    assert (found.verdict, found.tension, found.condition) == ("compatible_by_bound", "yes", "")


def test_14_changes_over_different_spans_are_no_pair(seeds: Corpus) -> None:
    assert not of_seeds(seeds, "+30 %", "+16 %")
    assert not of_seeds(seeds, "doubled", "+30 %")
    assert not seeds.conflicts["conflict_id"].str.contains("increase|multiple").any()


@pytest.mark.parametrize(
    ("one", "other", "verdict", "details"),
    [
        pytest.param(
            PUTIN | {"quote": "more than $45 billion", "period": "2024"},
            TOKAYEV | {"quote": "$46.3 billion", "period": "2024"},
            "compatible_by_bound", {"tension": False}, id="4: a bound and an amount a little above it",
        ),
        pytest.param(
            PUTIN | {"quote": "more than $45 billion", "period": "2024"},
            TOKAYEV | {"quote": "$44.2 billion", "period": "2024"},
            "incompatible", {"gap_low": 1.6}, id="5: a bound and an amount below it",
        ),
        pytest.param(
            PUTIN | {"quote": "$27 billion", "period": "2024"},
            PUTIN | {"article_id": "q", "quote": "$37 billion", "period": "2024"},
            "reports_differ", {"hints": ("one digit apart",)}, id="7: one speech in two texts",
        ),
        pytest.param(
            KAZAKHSTAN | TOKAYEV | {"quote": "$28 billion", "period": "2022"},
            PUTIN | {"quote": "more than $42 billion", "period": "2022"},
            "part_of_whole", {"condition": ""}, id="9: a country inside its group",
        ),
        pytest.param(
            KAZAKHSTAN | TOKAYEV | {"quote": "$44 billion", "period": "2022"},
            PUTIN | {"quote": "$42 billion", "period": "2022"},
            "incompatible", {}, id="9: a part that exceeds its whole",
        ),
        pytest.param(
            PUTIN | {"quote": "$19.0 billion", "period": "2022-H1"},
            TOKAYEV | {"quote": "$42 billion", "period": "2022"},
            "part_of_whole", {"period": "2022"}, id="10: a half-year inside its year",
        ),
        pytest.param(
            STOCK | PUTIN | {"quote": "$24 billion", "said": "2023-10-09"},
            STOCK | TOKAYEV | {"quote": "$21 billion", "said": "2024-06-01"},
            "incompatible", {"condition": "if both count from one start"},
            id="12: a cumulative amount does not shrink",
        ),
        pytest.param(
            PUTIN | {"quote": "up to $10 billion", "period": "2024", "measure": "exports"},
            TOKAYEV | {"quote": "$12 billion", "period": "2024", "measure": "exports"},
            "incompatible", {"gap_low": 15}, id="13: an upper bound and an amount above it",
        ),
    ],
)  # fmt: skip
def test_the_verdict_of_an_example(
    side_by_side: Callable[..., Any], one: Row, other: Row, verdict: str, details: dict[str, Any]
) -> None:
    for rows in ((one, other), (other, one)):
        (found,) = side_by_side(*rows).conflicts
        assert found.verdict == verdict
        assert {name: getattr(found, name) for name in details} == details


@pytest.mark.parametrize(
    ("one", "other", "drawn"),
    [
        pytest.param("about $46 billion", "$44.0 billion", "$44.0 billion", id="6: about an amount"),
        pytest.param("$37 billion", "$37.1 billion", "$37.1 billion", id="8: two officials, the more precise is drawn"),
    ],
)
def test_amounts_that_agree_are_one_observation_of_two_origins(
    side_by_side: Callable[..., Any], one: str, other: str, drawn: str
) -> None:
    result = side_by_side(PUTIN | {"quote": one, "period": "2021"}, TOKAYEV | {"quote": other, "period": "2021"})
    (observation,) = result.stated
    assert (observation.printed, observation.origins, len(observation.figure_ids)) == (drawn, 2, 2)
    assert not result.conflicts


def test_11_investment_there_and_back_is_no_pair(side_by_side: Callable[..., Any]) -> None:
    there = STOCK | KAZAKHSTAN | OUT | PUTIN | {"quote": "$17 billion"}
    back = STOCK | KAZAKHSTAN | IN | TOKAYEV | {"quote": "$4.5 billion"}
    result = side_by_side(there, back)
    assert not result.conflicts
    assert len(result.stated) == 2


def test_growth_of_the_seeds_is_at_least_21_and_at_least_63_percent_by_base(seeds: Corpus) -> None:
    growth = seeds.derived[seeds.derived["rule"] == "growth"].set_index("formula")
    assert growth["printed"].to_dict() == {
        "$27 bn (2021) to > $45 bn (2024)": "at least 63 %",
        "$37.1 bn (2021) to > $45 bn (2024)": "at least 21 %",
    }
    assert growth["flags"].str.contains("base in dispute").all()
    assert sorted(seeds.derived.loc[seeds.derived["rule"] == "growth_a_year", "low"]) == [6.5, 17.8]
