import pytest
from lxml.html import fromstring

from analysis.corpus.formats.blocks import block_text, plain_text
from analysis.corpus.formats.shown import as_shown


def shown(body: str) -> str:
    return block_text(as_shown(fromstring(f"<div>{body}</div>")))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("$5 billion<sup>1</sup> in 2017<sup>2</sup>.", "$5 billion in 2017."),
        ("he said.<sup>[3]</sup> Tea", "he said. Tea"),
        ('in 2017<sup><a href="#1">12, 13</a></sup>, he', "in 2017, he"),
        ("Tea rose*.", "Tea rose*."),
        ("Tea rose<sup>*</sup>.", "Tea rose."),
        ("Tea rose<sup>[a]</sup>.", "Tea rose."),
        # No note: a unit, a power of ten, an ordinal
        ("300 km<sup>2</sup>", "300 km2"),
        ("25m<sup>3</sup> of gas", "25m3 of gas"),
        ("<b>40 m</b><sup>2</sup>", "40 m2"),
        ("5 × 10<sup>6</sup>", "5 × 106"),
        ("the 5<sup>th</sup> summit", "the 5th summit"),
        ("the 21<sup>e</sup> summit", "the 21e summit"),
    ],
)
def test_a_raised_number_is_the_mark_of_a_note_unless_a_unit_stands_before_it(written: str, expected: str):
    assert shown(written) == expected


@pytest.mark.parametrize(
    "hidden",
    ["<p hidden>Ad</p>", '<div style="color: red; display: none"><p>Ad</p></div>', "<p hidden=''><b>Ad</b></p>"],
)
def test_what_a_page_hides_is_no_text(hidden: str):
    assert shown(f"<p>Tea rose.</p>{hidden}<p>Coffee fell.</p>") == ("Tea rose.\n\nCoffee fell.")


def test_a_page_that_is_hidden_as_a_whole_until_its_script_runs_is_read():
    page = '<html><body style="display:none"><main hidden><p>Tea rose.</p></main></body></html>'
    assert block_text(as_shown(fromstring(page))) == "Tea rose."


def test_a_quotation_in_a_line_stays_in_it_and_gets_its_marks():
    assert shown("<p>He said <q>we sell <b>tea</b></q>, and left.</p>") == "He said “we sell tea”, and left."


@pytest.mark.parametrize("between", ["<br><br>", "<br/>\n <br/>", "<br><br><br>"])
@pytest.mark.parametrize("around", ["p", "div", "td"])
def test_two_breaks_in_a_row_part_paragraphs(between: str, around: str):
    body = f"<{around}>Tea rose.{between}Coffee fell,<br>maize too.</{around}>"
    if around == "td":
        body = f"<table><tr>{body}</tr></table>"
    assert shown(body).startswith("Tea rose.\n\nCoffee fell,")


def test_a_table_with_one_cell_of_several_paragraphs_is_there_for_the_layout():
    assert shown("<table><tr><td><p>Tea rose.</p><p>Coffee fell.</p></td></tr></table>") == "Tea rose.\n\nCoffee fell."
    assert shown("<table><tr><td>Tea</td><td>5</td></tr><tr><td>All</td></tr></table>") == "Tea | 5\nAll"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("AT&amp;T sold $5&nbsp;billion &mdash; of tea &#8220;once&#x201d;", "AT&T sold $5\xa0billion — of tea “once”"),
        ("Fees & duties; a &copy without an end; R&D;", "Fees & duties; a &copy without an end; R&D;"),
        ("<p>Tea &amp; coffee<sup>1</sup></p>", "Tea & coffee"),
        # Plain text with a tag left in it keeps its paragraphs.
        ("Tea <b>rose</b>.\n\nSo did <strong>maize</strong>.", "Tea <b>rose</b>.\n\nSo did <strong>maize</strong>."),
        ("<p>Tea rose.\n\nSo did maize.</p>", "Tea rose. So did maize."),
    ],
)
def test_a_field_is_read_as_markup_where_it_is_some_and_its_entities_in_any_case(written: str, expected: str):
    assert plain_text(written) == expected
