import pytest

from analysis.corpus.story.lines import text_lines
from analysis.corpus.story.paragraphs import blocks

BODY = "The ministers met in Astana on Monday."


def shapes(raw_text: str) -> list[tuple[int, bool, str]]:
    """Return paragraph, heading and text of every block."""
    return [
        (block.paragraph, block.heading, raw_text[block.start : block.end]) for block in blocks(text_lines(raw_text))
    ]


def test_each_line_is_a_paragraph_where_lines_are_not_broken_at_a_margin():
    assert shapes(f"{BODY}\n{BODY}\n\n{BODY}") == [(0, False, BODY), (1, False, BODY), (2, False, BODY)]


def test_a_subheading_without_blank_lines_around_it_is_a_heading():
    heading = "“We are ready to help in restoring the energy system”"
    assert shapes(f"{BODY}\n{heading}\n{BODY}")[1] == (1, True, heading)


@pytest.mark.parametrize("heading", ["# Trade, and what of it?", "WTO", "Iran and regional diplomacy", "Next decade"])
def test_short_lines_over_a_body_are_headings(heading: str):
    paragraph, is_heading, text = shapes(f"{BODY}\n\n{heading}\n\n{BODY}")[1]
    assert (paragraph, is_heading) == (1, True)
    assert text == heading.removeprefix("# ")


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("MA", ""),
        ("The president set the following tasks before the government", "\n- to raise wages"),
        ("The limits are as follows:", f"\n\n{BODY}"),
        ("He spoke, among others,", f"\n\n{BODY}"),
        (" ".join(["Word"] * 30), f"\n\n{BODY}"),
    ],
    ids=["nothing follows", "a list follows", "a colon", "a comma", "too long"],
)
def test_other_lines_without_a_stop_are_no_headings(line: str, after: str):
    assert shapes(f"{BODY}\n\n{line}{after}")[1] == (1, False, line)


WRAPPED = """The Kremlin
has been negotiating significant trade deals with two giants in
Asia for years now.
A Resource Rich Alliance
The strength of Iran and Russia is underpinned by the two powers
holding considerable deposits. This is said by Costa of the North
Atlantic Treaty Organization, who
heads it."""


def test_lines_broken_at_a_margin_are_joined_and_a_headline_among_them_stands_out():
    assert [(heading, text.split("\n")[0]) for _, heading, text in shapes(WRAPPED)] == [
        (False, "The Kremlin"),
        (True, "A Resource Rich Alliance"),
        (False, "The strength of Iran and Russia is underpinned by the two powers"),
    ]


def test_items_of_one_list_share_a_paragraph():
    raw_text = f"{BODY}\n\n1. One;\n2. Two.\n\n{BODY}"
    assert [(paragraph, text) for paragraph, _, text in shapes(raw_text)] == [
        (0, BODY),
        (1, "One;"),
        (1, "Two."),
        (2, BODY),
    ]


def test_headings_in_a_row_are_each_one():
    assert [heading for _, heading, _ in shapes(f"Bilateral relations\n\nAfrica\n\n{BODY}")] == [True, True, False]


def test_nothing_has_no_blocks():
    assert blocks([]) == []
