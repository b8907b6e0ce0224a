from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.corpus import clean

SEEDS = Path(__file__).parents[3] / "seeds"

SCRIPT = """(function(d, s, id) {
var js, fjs = d.getElementsByTagName(s)[0];
if (d.getElementById(id)) {return;}
js = d.createElement(s); = id;
js.src = “//”;
fjs.parentNode.insertBefore(js, fjs);
}(document, ‘script’, ‘facebook-jssdk’));"""
TITLE_003 = "Prospects for cooperation between Russia and Central Asia – a new defense order.strategy"

SEED_RESIDUE = {
    "000": [],
    "001": [("widget", "date 2025-10-09 + ↺ − 16 px")],
    "002": [
        ("repeated_title", "Russia is Expanding and Strengthening Cooperation With Asia"),
        (
            "related_headline",
            "How London's “Eyes and Ears” Come out on Crimean Bridge 24 Hours After Explosion Mess "
            "During Partial Mobilization",
        ),
    ],
    "003": [
        ("site_name", "– a new defense order.strategy"),
        ("script", SCRIPT),
        ("repeated_title", TITLE_003),
        ("navigation", "Back to top button"),
    ],
    "004": [
        ("navigation", "« Back"),
        ("repeated_title", "Moscow discussed cooperation of Russia with Central Asia\u00a012.02.2018 15:32"),
    ],
}

BODY = "The ministers of the five countries met in Astana on Monday and agreed to double their trade within five years."


def removed(raw_text: str) -> list[tuple[str, str]]:
    return [(residue.rule, residue.text) for residue in clean(raw_text)]


def without_residue(raw_text: str) -> str:
    kept, start = [], 0
    for residue in clean(raw_text):
        kept.append(raw_text[start : residue.start])
        start = residue.end
    return "".join(kept) + raw_text[start:]


@pytest.mark.parametrize(("number", "expected"), SEED_RESIDUE.items())
def test_seeds_lose_their_residue_and_nothing_else(number: str, expected: list[tuple[str, str]]):
    assert removed(next(SEEDS.glob(f"{number}_*.txt")).read_bytes().decode()) == expected


HEADLINES = ["How the Bridge Was Closed for 24 Hours", "Five Ministers Meet Again Behind Closed Doors in Dushanbe"]
PIECES = st.sampled_from(
    [BODY, "Title of the story", "Title of the story | Eurasianet", "Title of the story 12.02.2018 15:32", *HEADLINES,
     SCRIPT, "---", "layout: post", "<br>", "from", "NEO Website", "(Photo: A", "B)", "Share", "« Back", "7",
     "9 October 2025", "by Ann Bell", "(function(d) {", "}(x)); Share", "NAIROBI, Oct 14 (Reuters) - ", "By Jane Roe ",
     "RIGA – ", "ANALYSIS – ", "Comments (3)", "Reply", "2 hours ago", "From: Jane Roe", "Sent: Friday", "--",
     "Jane Roe", "Subject: trade", "Sent from my phone", "> ", "Daily, page 1", "Daily, page 2", "\f",
     "(Reporting by Jane Roe)", "\n", "\n\n", "\r\n", " ", "\ufeff", "\u2028"]
)  # fmt: skip


@given(st.one_of(st.text(), st.lists(PIECES).map("".join), st.lists(PIECES).map("\n".join)))
def test_cleaning_what_was_cleaned_takes_nothing_more(raw_text: str):
    assert clean(without_residue(raw_text)) == ()


@given(st.one_of(st.lists(PIECES).map("".join), st.lists(PIECES).map("\n".join)))
def test_residue_points_at_its_words_and_never_overlaps(raw_text: str):
    end = 0
    for residue in clean(raw_text):
        assert end <= residue.start < residue.end
        assert raw_text[residue.start : residue.end] == residue.text
        end = residue.end


@given(st.lists(st.sampled_from([BODY, "He said so.", "“Why?” she asked."]), min_size=1).map("\n\n".join))
def test_a_story_without_residue_comes_through_unchanged(raw_text: str):
    assert clean(raw_text) == ()
