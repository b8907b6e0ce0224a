from datetime import date

import pytest

from analysis.corpus.metadata.fields import text_outlet, text_published
from analysis.corpus.residue.clean import clean

BODY = "The ministers of five countries met in Nairobi on Monday and agreed to double their trade within five years."


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("NordNews, Wednesday, 14 March 2018", "NordNews"),
        ("*Harbour Times, 14 March 2018*", "Harbour Times"),
        ("The Fjord Gazette, March 14, 2018", "The Fjord Gazette"),
        ("Lakeside Courier | 14 March 2018, 15:32", "Lakeside Courier"),
        ("Lakeside Daily – Published: 14 March 2018", "Lakeside Daily"),
    ],
)
@pytest.mark.parametrize("before", ["", "Ports of the coast reopen\n\n", "Ports reopen in May\n\nBy Jane Roe\n\n"])
def test_a_line_of_outlet_and_date_at_the_top_gives_both(line: str, outlet: str, before: str):
    raw_text = f"{before}{line}\n\n{BODY}"
    removed = clean(raw_text)
    assert ("masthead", line) in [(residue.rule, residue.text) for residue in removed]
    assert text_outlet(raw_text, removed) == outlet
    printed = text_published(removed)
    assert printed
    assert printed.read() == date(2018, 3, 14)


@pytest.mark.parametrize(
    "line",
    [
        "Oslo, 14 March 2018",  # a place
        "Latest News, 14 March 2018",  # a heading
        "Harbour Times reported on 14 March 2018 that the port had been closed for two days.",
        "Harbour Times, 14 March 2018, reported that the port had been closed for two days.",
        "Harbour Times, March",
    ],
)
def test_a_place_or_a_sentence_is_no_masthead(line: str):
    assert "masthead" not in [residue.rule for residue in clean(f"Ports of the coast reopen\n\n{line}\n\n{BODY}")]


def test_a_masthead_stands_at_the_top():
    assert clean(f"{BODY}\n\n{BODY}\n\n{BODY}\n\nHarbour Times, 14 March 2018\n\n{BODY}") == ()


def test_the_web_site_a_story_is_from_is_its_outlet():
    raw_text = f"Ports of the coast reopen\n\nfrom NordNews Website\n\n{BODY}"
    assert text_outlet(raw_text, clean(raw_text)) == "NordNews"
