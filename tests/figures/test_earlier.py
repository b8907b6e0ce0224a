"""What was said of places before: those of the paragraph, of the one before, of the head, and the main country."""

import pytest

from analysis.figures.earlier import NEAR, Before, Earlier, main_country
from analysis.figures.places import Place


def named(*parties):
    return [Place(0, 1, party) for party in parties]


def test_the_newest_stands_first_and_the_head_last():
    before = Before()
    for paragraph, parties in enumerate([["KAZ"], ["RUS", "RUS", "CHN"], ["IRN"]]):
        before.add(paragraph, parties)
    assert before.near(2) == [["IRN"], ["RUS", "CHN"], ["KAZ"]]
    assert before.near(9) == [["KAZ"]]


def test_the_party_named_last_stands_last():
    before = Before()
    before.add(0, ["KAZ", "RUS"])
    before.add(0, ["KAZ"])
    assert list(before.parties) == ["RUS", "KAZ"]


def test_a_long_paragraph_is_looked_back_to_only_so_far():
    before = Before()
    for _ in range(100):
        before.add(0, ["KAZ"])
    assert len(before.near(0)) == NEAR + 1


@pytest.mark.parametrize(
    ("named_in", "main"),
    [
        ([["KAZ", "RUS"], ["KAZ"]], "KAZ"),
        ([["RUS"], ["KAZ", "KAZ", "KAZ", "RUS"]], ""),
        ([["KAZ"], ["KAZ", "KAZ", "RUS", "RUS"]], "KAZ"),
        ([["CIS", "CIS", "EU", "EU"], []], ""),
        ([], ""),
    ],
)
def test_the_main_country_is_named_far_more_often_or_first(the_study, named_in, main):
    assert main_country([named(*parties) for parties in named_in], the_study) == main


def test_a_sentence_without_places_is_about_the_main_country_else_those_before():
    assert Earlier([["RUS"]], "KAZ").one() == ["KAZ"]
    assert Earlier([["RUS"]], "").one() == ["RUS"]
    assert Earlier([], "").one() == []
