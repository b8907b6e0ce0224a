import re
from types import SimpleNamespace

import pytest

from analysis.prose.caveats import list_notes, share_notes
from analysis.prose.rows import figures_said


def plain(notes: list[str]) -> list[str]:
    return [re.sub(r"<[^>]+>", "", note) for note in notes]


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        (
            {"KAZ": 45.0, "UZB": 30.0},
            ["The shares 45 % and 30 % stand in one sentence and add to 75 %: 25 % are not accounted"],
        ),
        (
            {"KAZ": 60.0, "UZB": 70.0},
            ["The shares 60 % and 70 % stand in one sentence and add to 130 %: more than a whole"],
        ),
        ({"KAZ": 33.3, "UZB": 33.3, "TJK": 33.3}, []),  # rounding
        ({"KAZ": 45.0}, []),
        ({}, []),
    ],
)
def test_shares_of_one_sentence_are_added_up(
    make: SimpleNamespace, shares: dict[str, float], expected: list[str]
) -> None:
    share = {"kind": "percent", "unit": "%", "measure": "share"}
    figures = [
        make.figure(f"f{party}", "a", value, f"{value:.12g} %", parties=(party,), **share)
        for party, value in shares.items()
    ]
    notes = plain(list(share_notes(figures_said(make.corpus([make.article("a")], figures)))))
    assert [note[: len(start)] for note, start in zip(notes, expected, strict=True)] == expected


def test_two_shares_of_one_country_are_not_parts_of_one_whole(make: SimpleNamespace) -> None:
    share = {"kind": "percent", "unit": "%", "measure": "share", "parties": ("KAZ",)}
    figures = [make.figure(f"f{value}", "a", value, f"{value} %", **share) for value in (20, 30)]
    assert list(share_notes(figures_said(make.corpus([make.article("a")], figures)))) == []


@pytest.mark.parametrize(
    ("sentence", "parties", "expected"),
    [
        (
            "He toured 4 countries: Russia, India and Iran.",
            "RUS IND IRN",
            ["4 countries (article a): the list that follows names 3."],
        ),
        ("He toured 4 countries: Russia, India, China and Iran.", "RUS IND CHN IRN", []),
        ("He toured 4 countries: Russia, Utopia and Iran.", "RUS IRN", []),  # not all are known: no claim
        ("He toured 4 countries in May.", "RUS IND IRN", []),
        ("He toured 4 countries: all of them cold.", "", []),
    ],
)
def test_a_list_is_counted_against_its_number(
    make: SimpleNamespace, sentence: str, parties: str, expected: list[str]
) -> None:
    start = sentence.index("4")
    place = {"start": start, "end": start + len("4 countries"), "sentence": sentence, "quote": "4 countries"}
    count = make.figure("f1", "a", 4, "4 countries", unit="countries", parties=tuple(parties.split()), **place)
    assert plain(list(list_notes(figures_said(make.corpus([make.article("a")], [count]))))) == expected
