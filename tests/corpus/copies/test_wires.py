"""Which agency a story credits, and where a name is no credit."""

import pytest

from analysis.corpus.copies.wires import agency, wire_credit
from analysis.records import Article, Residue, Sentence

BODY = "Exports of tea rose again, the board said. Growers want better roads to the coast."


def credit(before: str = "", after: str = "", body: str = BODY) -> str:
    text = f"{before}{body}{after}"
    told = Sentence(len(before), len(before) + len(body), body, 0, heading=False, repeats=False)
    return wire_credit(Article("a", "a.txt", "", text, (told,)))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("NAIROBI, Oct 14 (Reuters) - ", "", "Reuters"),
        ("LONDON (AP) — ", "", "AP"),
        ("HANOI, October 14. /TASS/. ", "", "TASS"),
        ("Hanoi (VNA) – ", "", "VNA"),
        ("PORT MIREH, Oct 14 (Lakeside Wire) -- ", "", "Lakeside Wire"),
        ("By Jane Roe, Reuters\n\n", "", "Reuters"),
        ("By Agence France-Presse\n\n", "", "AFP"),
        ("Lakes.example reports citing Anadolu.\n\n", "", "Anadolu"),
        ("Lakes.example reports, citing the Lakeside Wire news agency.\n\n", "", "Lakeside Wire"),
        ("Lakes.example reports citign Anadolu agency.\n\n", "", "Anadolu"),
        ("Xinhua reported on Monday.\n\n", "", "Xinhua"),
        ("", "\n\n(TASS)\n", "TASS"),
        ("", " (AFP)", "AFP"),
        ("", "\n\nSource: Reuters", "Reuters"),
        ("", "\nSource: Lakeside Wire\n", "Lakeside Wire"),
        ("", "\n\n- AFP", "AFP"),
        ("", "\nWith reporting by the Associated Press", "AP"),
        ("", "\n/Lusa/\n", "Lusa"),
    ],
)
def test_credits_are_found_around_a_story(before: str, after: str, expected: str):
    assert credit(before, after) == expected


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", ""),
        ("FILE PHOTO: a tea garden. REUTERS/Jane Roe (Reuters)\n\n", ""),
        ("Photo: AFP\n\n", ""),
        ("The union (of growers) - ", ""),
        ("The World Health Organization (WHO) - ", ""),
        ("", "\n\nRead also: AFP closes an office in Kampala"),
        ("He reads the app/web news and/or listens to the radio. ", ""),
        ("", "\n\nSource: the board's own count of 2021 and a survey of growers"),
    ],
)
def test_other_names_are_no_credits(before: str, after: str):
    assert credit(before, after) == ""


def test_a_dateline_that_was_cut_names_the_agency_too():
    cut = Residue(0, 12, "OSLO. ANSA -", "dateline")
    assert wire_credit(Article("a", "a.txt", "", f"{cut.text} {BODY}", (), (cut,))) == "ANSA"


def test_what_is_quoted_far_inside_a_story_is_a_source_of_a_detail():
    middle = "Growers met at the lake and spoke of rain. " * 40
    assert credit(body=f"{middle}Reuters reported that roads were closed. {middle}") == ""


def test_an_agency_has_one_name():
    names = ["Agence France-Presse", "AFP", "Anadolu Agency", "The Associated Press", "Bay News"]
    assert [agency(name) for name in names] == ["AFP", "AFP", "Anadolu", "AP", "Bay News"]
