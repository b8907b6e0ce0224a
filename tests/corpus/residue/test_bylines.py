import pytest

from analysis.corpus import clean, sentences
from analysis.corpus.residue.bylines import byline, dateline, dateline_agency

TITLE = "Ports of the coast reopen"
BODY = "Trade between the five countries grew by 12 percent to $3.4 billion in the first half of the year, they said."

# What stands before the story: its byline, dateline and agency.
HEADS = {
    "NAIROBI, Oct 14 (Reuters) - ": ("", "NAIROBI, Oct 14 (Reuters)", "Reuters"),
    "NEW YORK, Thursday, Oct 14 (Reuters) - ": ("", "NEW YORK, Thursday, Oct 14 (Reuters)", "Reuters"),
    "HANOI, October 14. /TASS/. ": ("", "HANOI, October 14. /TASS/.", "TASS"),
    "BEIJING, Jan. 5 (Xinhua) -- ": ("", "BEIJING, Jan. 5 (Xinhua)", "Xinhua"),
    "RAFAH, Gaza Strip (AP) — ": ("", "RAFAH, Gaza Strip (AP)", "AP"),
    "WASHINGTON, D.C. (AP) — ": ("", "WASHINGTON, D.C. (AP)", "AP"),
    "SÃO PAULO (AP) — ": ("", "SÃO PAULO (AP)", "AP"),
    "OSLO. Oct 14 (Interfax) - ": ("", "OSLO. Oct 14 (Interfax)", "Interfax"),
    "OSLO (NTB)\n\n": ("", "OSLO (NTB)", "NTB"),
    "(Reuters) - ": ("", "(Reuters)", "Reuters"),
    "PUTRAJAYA, Nov 22 — ": ("", "PUTRAJAYA, Nov 22", ""),
    "Nairobi, Kenya, 14 October 2022 – ": ("", "Nairobi, Kenya, 14 October 2022", ""),
    "LIMA – ": ("", "LIMA", ""),
    "TEHRAN- ": ("", "TEHRAN", ""),
    "ОСЛО, 14 октября. /ТАСС/. ": ("", "ОСЛО, 14 октября. /ТАСС/.", "ТАСС"),
    "ОСЛО, 14 окт — РИА Новости. ": ("", "ОСЛО, 14 окт — РИА Новости.", "РИА Новости"),
    "Осло. 14 октября. INTERFAX.RU - ": ("", "Осло. 14 октября. INTERFAX.RU", "INTERFAX.RU"),
    "By Jane Roe\n\n": ("Jane Roe", "", ""),
    "By Jane Roe and John Doe, Reuters\n\n": ("Jane Roe and John Doe, Reuters", "", ""),
    "BY LUDWIG VAN DER BERG\n\n": ("LUDWIG VAN DER BERG", "", ""),
    "Written by Ngugi wa Otieno | 14 October 2022\n\n": ("Ngugi wa Otieno", "", ""),
    "By Jane Roe NAIROBI, Oct 14 (Reuters) - ": ("Jane Roe", "NAIROBI, Oct 14 (Reuters)", "Reuters"),
    "Hanoi, Vietnam, Oct. 14\n\nBy Jane Roe – Example:\n\n": ("Jane Roe – Example", "Hanoi, Vietnam, Oct. 14", ""),
}


@pytest.mark.parametrize(("head", "expected"), HEADS.items())
def test_byline_and_dateline_are_taken_out_and_told(head: str, expected: tuple[str, str, str]):
    removed = clean(f"{TITLE}\n\n{head}{BODY}\n\n{BODY}")
    assert (byline(removed), dateline(removed), dateline_agency(removed)) == expected
    assert {residue.rule for residue in removed} <= {"byline", "dateline"}


def test_a_dateline_alone_is_one_even_as_the_first_line():
    for before in ("", f"{TITLE}\n"):
        removed = clean(f"{before}NAIROBI, Feb 12 (Reuters)\n{BODY}")
        assert [(residue.rule, residue.text) for residue in removed] == [("dateline", "NAIROBI, Feb 12 (Reuters)")]


@pytest.mark.parametrize("head", HEADS)
def test_the_sentence_behind_a_dateline_is_whole(head: str):
    raw_text = f"{TITLE}\n\n{head}{BODY}\n\n{BODY}"
    assert [sentence.text for sentence in sentences(raw_text, clean(raw_text))] == [TITLE, BODY, BODY]


@pytest.mark.parametrize(
    "head",
    [
        "BERLIN, 1989 — ",
        "OPEC – the group of oil exporters – was silent. ",
        "ANALYSIS – ",
        "EU – ",
        "KENYA: ",
        "NATO (North Atlantic Treaty Organization) members met. ",
        "TRADE – Exports grew.\n\nSECURITY – ",
        "OPEC – Ministers of OPEC met. ",
        "14 October – ",
        "Moscow and Hanoi – ",
        "Vladimir (Putin) - ",
        "Born 25 March 1993\n\n",
        "Geneva, 3 May – Talks open.\n\nGeneva, 5 May – ",
    ],
)
def test_what_only_looks_like_a_dateline_stays(head: str):
    assert clean(f"{TITLE}\n\n{head}{BODY}\n\n{BODY}") == ()


def test_a_title_with_a_place_and_a_date_stays():
    assert clean(f"NAIROBI SUMMIT, OCTOBER 14\n\n{BODY}") == ()


def test_those_who_reported_are_taken_from_the_end_of_the_last_paragraph():
    removed = clean(f"{TITLE}\n\n{BODY}\n\n{BODY} (Reporting by Jane Roe; Editing by John Doe)")
    assert [residue.text for residue in removed] == ["(Reporting by Jane Roe; Editing by John Doe)"]
    assert byline(removed) == "Jane Roe; Editing by John Doe"


def test_brackets_that_say_by_how_much_stay():
    assert clean(f"{TITLE}\n\n{BODY} Prices fell (by 5 percent)") == ()
