from types import SimpleNamespace
from typing import Any

import pytest

from analysis.prose import describe
from analysis.prose.markup import Html

COLUMNS = (
    ("period", "period_basis", "period_words", "change", "compared_with", "definition", "as_of", "as_of_basis")
    + ("speaker", "speaker_basis", "said_on", "parties", "from_party", "to_party", "measure", "measure_words")
    + ("printed", "qualifier", "corrected")
)
PLAIN = dict.fromkeys(COLUMNS, "") | {"figure_id": "f1", "reference": "007"}


def row(**given: Any) -> SimpleNamespace:
    return SimpleNamespace(**PLAIN | given)


INFERRED = {"period_basis": "inferred", "period": "2021"}
UNKNOWN = {"period_basis": "unknown"}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"period": "2021", "period_basis": "stated"}, "2021"),
        (INFERRED, "year not stated; 2021 if, as the sentence suggests, it is the last full year"),
        (
            {"period": "2016/2021", "period_basis": "inferred", "period_words": "in five years", "change": "multiple"},
            "“in five years” (years not stated; 2016 to 2021 if it ends with that level’s year)",
        ),
        (
            {
                "period": "2022-H1",
                "period_basis": "resolved",
                "period_words": "the first\nhalf",
                "said_on": "2022-10-14",
            },
            "the first half of 2022 (from “the first half”, article of 14 October 2022)",
        ),
        ({"period": "2024", "period_basis": "resolved", "period_words": "<b>"}, "2024 (from “&lt;b&gt;”)"),
        (UNKNOWN | {"definition": "cumulative"}, "since when is not stated"),
        (UNKNOWN | {"definition": "cumulative", "period": "2010/2021"}, "2010 to 2021"),
        (
            UNKNOWN | {"as_of": "2022-10-14", "as_of_basis": "said_on", "said_on": "2022-10-14"},
            "not stated; said Oct 2022",
        ),
        (UNKNOWN | {"as_of": "2014-01-01", "as_of_basis": "stated", "said_on": "2022-10-14"}, "as of 1 January 2014"),
        (UNKNOWN | {"period_words": "in recent years"}, "“in recent years” (when that is, is not stated)"),
        (UNKNOWN, "not stated"),
    ],
)
def test_a_period_is_worded_with_how_it_is_known(fields: dict[str, str], expected: str) -> None:
    assert describe.period_words(row(**fields)) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"change": "increase"}, "compared with what, is not stated"),
        ({"change": "increase", "compared_with": "2020"}, "compared with 2020"),
        ({"change": "decrease", "compared_with": "2021-H1"}, "compared with the first half of 2021"),
        ({"change": "decrease", "compared_with": "<$40 bn/year>"}, "compared with &lt;$40 bn/year&gt;"),
        ({"change": "multiple"}, ""),
        ({}, ""),
    ],
)
def test_a_change_says_what_it_is_compared_with(fields: dict[str, str], expected: str) -> None:
    assert describe.base_words(row(**fields)) == expected


@pytest.mark.parametrize(
    ("speaker", "basis", "expected"),
    [
        ("Andrey Rudenko", "inherited", "Andrey Rudenko (not marked in this sentence)"),
        ("Vladimir Putin", "direct", "Vladimir Putin"),
        ("O’Neil & <Sons>", "indirect", "O’Neil &amp; &lt;Sons&gt;"),
        ("", "narrator", "the article itself"),
    ],
)
def test_a_speaker_who_is_inherited_is_said_to_be(speaker: str, basis: str, expected: str) -> None:
    assert describe.speaker_words(row(speaker=speaker, speaker_basis=basis)) == expected


@pytest.mark.parametrize(
    ("printed", "qualifier", "expected"),
    [
        ("$27 bn", "exact", "$27 bn"),
        ("> $45 bn", "more_than", "more than $45 bn"),
        ("≈ $5 bn", "about", "about $5 bn"),
        ("≥ 51 %", "at_least", "at least 51 %"),
        ("up to $3 bn", "up_to", "up to $3 bn"),
        ("nearly €30 bn", "nearly", "nearly €30 bn"),
        ("$3 bn–4 bn", "exact", "$3 bn–4 bn"),
    ],
)
def test_running_text_writes_the_qualifier_out_once(printed: str, qualifier: str, expected: str) -> None:
    words = describe.amount_in_words(row(printed=printed, qualifier=qualifier))
    assert words.replace('<a class="cite" href="#e-f1">', "").replace("</a>", "") == expected


def test_the_articles_own_words_for_a_measure_stand_beside_its_label() -> None:
    names = {"trade_turnover": "Trade turnover"}
    assert describe.measure_name(row(measure="trade_turnover", measure_words="trade sales"), names) == (
        "Trade turnover (“trade sales”)"
    )
    assert describe.measure_name(row(measure="trade_turnover", measure_words="trade"), names) == "Trade turnover"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {"parties": "RUS|Central Asia", "from_party": "RUS", "to_party": "Central Asia"},
            "from Russia to Central Asia",
        ),
        ({"parties": "KAZ|UZB"}, "Kazakhstan and Uzbekistan"),
        ({"parties": "R&D <group>"}, "R&amp;D &lt;group&gt;"),
        ({}, "not stated"),
    ],
)
def test_parties_are_named_with_their_direction(fields: dict[str, str], expected: str) -> None:
    assert describe.between(row(**fields)) == expected


@pytest.mark.parametrize(
    ("corrected", "amount", "source"),
    [
        ("", "$37 bn</a>", "[Petrov, Oct 2022]"),
        ("value", "$37 bn</a> (corrected)", "[Petrov, Oct 2022]"),
        ("speaker", "$37 bn</a>", "[Petrov (corrected), Oct 2022]"),
        ("speaker|value", "$37 bn</a> (corrected)", "[Petrov (corrected), Oct 2022]"),
    ],
)
def test_what_the_analyst_corrected_is_marked_where_it_stands(corrected: str, amount: str, source: str) -> None:
    figure = row(printed="$37 bn", corrected=corrected, speaker="Ivan Petrov", said_on="2022-10-14")
    assert describe.amount_in_words(figure).endswith(amount)
    assert describe.short_source(figure) == source


@pytest.mark.parametrize(
    ("printed", "qualifier", "expected"),
    [
        ("more than doubled", "more_than", "more than doubled"),
        ("> −10 %", "more_than", "a fall of more than 10 %"),
        ("nearly −80 %", "nearly", "a fall of nearly 80 %"),
        ("−12 %", "exact", "−12 %"),
    ],
)
def test_a_qualifier_is_said_once_and_of_the_size_of_a_fall(printed: str, qualifier: str, expected: str) -> None:
    assert repr(Html(describe.amount_in_words(row(printed=printed, qualifier=qualifier)))) == expected
