import pytest

from analysis.corpus.story.lines import MARKER, ends_open, is_closed, is_headline, may_head, story_lines, text_lines
from analysis.records import Residue


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\u2028", "\x85", "\f"])
def test_every_newline_parts_lines_and_a_blank_line_is_a_gap(newline: str):
    lines = text_lines(newline.join(["One", "two", "", "three"]))
    assert [(line.text, line.gap) for line in lines] == [("One", True), ("two", False), ("three", True)]


def test_lines_begin_anew_behind_residue():
    raw_text = "Title 12.02.2018\nBody"
    lines = story_lines(raw_text, [Residue(6, 16, "12.02.2018", "title_date")])
    assert [(line.text, line.gap) for line in lines] == [("Title", True), ("Body", True)]


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("He said so.", True),
        ("He said “so.”", True),
        ("He called it “so”.", True),
        ("alumina.[31]", True),
        ("modern history.''", True),
        ("Is it (or not?)", True),
        ("as follows:", False),
        ("Narrowing of the system;", False),
        ("“We are ready to help”", False),
        ("30.5", False),
    ],
)
def test_a_line_is_closed_by_a_stop_and_what_stands_behind_it(text: str, closed: bool):  # noqa: FBT001
    assert is_closed(text) is closed


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("A Resource Rich Alliance", True),
        ("How London's “Eyes and Ears” Come out on Crimean Bridge 24 Hours After", True),
        ("RISING DEATH TOLL AND HUNGER", True),
        ("Costa told the North Atlantic Treaty", False),
        ("Security concerns over Afghanistan", False),
        ("of the and", False),
    ],
)
def test_a_headline_has_capitals_throughout(text: str, headline: bool):  # noqa: FBT001
    assert is_headline(text) is headline


@pytest.mark.parametrize(
    "text",
    ["He said so.", "as follows:", "and the rest", "Azerbaijan and", "“in Asia”", "2018", "One, two,", "word " * 16],
)
def test_what_no_heading_is(text: str):
    assert not may_head(text.strip(), most_words=15)


@pytest.mark.parametrize("text", ["Iran and", "Russia, Iran,", "a third of"])
def test_a_line_that_breaks_off_is_open(text: str):
    assert ends_open(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("# Title", "heading"),
        ("> quoted", "quoted"),
        ("1. Narrowing", "item"),
        ("(a) to raise", "item"),
        ("- to raise", "item"),
    ],
)
def test_markers_are_told_by_their_kind(text: str, kind: str):
    marker = MARKER.match(text)
    assert marker is not None
    assert marker.lastgroup == kind


@pytest.mark.parametrize("text", ["2018. The year", "1.5 million", "-5 degrees", "#tag", "A. Smith"])
def test_numbers_and_names_are_no_markers(text: str):
    assert MARKER.match(text) is None
