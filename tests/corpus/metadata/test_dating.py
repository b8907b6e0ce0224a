from dataclasses import replace
from datetime import date

import pytest

from analysis.corpus.manifest import Entry
from analysis.corpus.metadata.dates import Printed, printed_dates
from analysis.corpus.metadata.dating import dating
from analysis.corpus.metadata.day_order import Told
from analysis.corpus.text import Page, Text

MONDAY = date(2018, 2, 12)
PAGE = Page(published=MONDAY, published_words="article:published_time 2018-02-12T15:32")
MADE = Page(made=MONDAY, made_words="created 2018-02-12")
ADDRESS = Page(url="https://www.example.org/2018/feb/12/tea-exports-rise")
OTHER_DAY = "https://www.example.org/2018/02/13/tea-exports-rise"
CUSTOM = Told("day_first", "as is the custom with points")


def printed(words: str) -> Printed | None:
    return next(printed_dates(words), None)


@pytest.mark.parametrize(
    ("source", "page", "entry", "words", "expected"),
    [
        ("a.txt", Page(), Entry(), "", (None, "unknown", "")),
        ("a.txt", Page(), Entry(published=MONDAY), "", (MONDAY, "manifest", "")),
        ("a.txt", PAGE, Entry(published=date(2018, 2, 11)), "", (date(2018, 2, 11), "manifest", "")),
        ("a.html", PAGE, Entry(), "13 February 2018", (MONDAY, "page", PAGE.published_words)),
        ("2018-02-10.txt", Page(), Entry(), "12 February 2018", (MONDAY, "text", "12 February 2018")),
        ("2018-02-12-talks.txt", Page(), Entry(), "", (MONDAY, "file", "2018-02-12")),
        ("a.pdf", MADE, Entry(), "", (MONDAY, "page", "created 2018-02-12")),
        ("a.pdf", MADE, Entry(), "9 February 2018", (date(2018, 2, 9), "text", "9 February 2018")),
        ("2018-02-09.pdf", MADE, Entry(), "", (date(2018, 2, 9), "file", "2018-02-09")),
        ("a.txt", Page(), Entry(published=MONDAY), "12 February 2018", (MONDAY, "text", "12 February 2018")),
        ("a.html", ADDRESS, Entry(), "15 February 2018", (MONDAY, "page", ADDRESS.url)),
        ("a.html", replace(PAGE, url=OTHER_DAY), Entry(), "", (MONDAY, "page", PAGE.published_words)),
        ("a.txt", Page(), Entry(url=ADDRESS.url), "", (MONDAY, "manifest", ADDRESS.url)),
    ],
)  # fmt: skip
def test_the_date_is_known_by_manifest_page_text_and_file_in_turn(
    source: str, page: Page, entry: Entry, words: str, expected: tuple[date | None, str, str]
):
    found = dating(Text(source, "", "", page), entry, printed(words), CUSTOM)
    assert found[:3] == expected


def test_page_and_text_that_differ_by_more_than_a_day_are_both_named():
    found = dating(Text("a.html", "", "", PAGE), Entry(), printed("15 March 2018"), CUSTOM)
    assert found.published == MONDAY
    assert found.remarks == (
        'Published on 12 February 2018, as given beside the text ("article:published_time 2018-02-12T15:32"), '
        'but on 15 March 2018, as the text says ("15 March 2018"); the former is taken.',
    )


def test_a_day_between_page_and_text_is_the_readers_clock():
    assert dating(Text("a.html", "", "", PAGE), Entry(), printed("13 February 2018"), CUSTOM).remarks == ()


def test_a_date_of_two_readings_is_read_as_told_and_said():
    found = dating(Text("a.txt", "", ""), Entry(), printed("12.02.2018 15:32"), CUSTOM)
    assert found[:3] == (MONDAY, "text", "12.02.2018 15:32")
    assert found.remarks == (
        '"12.02.2018 15:32" is read as 12 February 2018, day first, as is the custom with points.',
    )


@pytest.mark.parametrize(
    ("source", "page", "entry"),
    [
        ("a.txt", Page(), Entry(published=MONDAY)),
        ("a.txt", PAGE, Entry()),
        ("2018-02-12.txt", Page(), Entry()),
    ],
)
def test_a_date_of_two_readings_that_is_confirmed_needs_no_remark(source: str, page: Page, entry: Entry):
    found = dating(Text(source, "", "", page), entry, printed("02/12/2018"), Told("", "nothing shows it"))
    assert (found.published, found.remarks) == (MONDAY, ())


def test_an_undecided_date_is_no_date():
    found = dating(Text("a.txt", "", ""), Entry(), printed("02/12/2018"), Told("", "no other date shows it"))
    assert found[:3] == (None, "unknown", "")
    assert "2 December 2018 or 12 February 2018" in found.remarks[0]


@pytest.mark.parametrize(
    ("source", "page", "words"),
    [("a.html", PAGE, ""), ("a.html", ADDRESS, ""), ("a.txt", Page(), "12 February 2018"),
     ("2018-02-12.txt", Page(), ""), ("a.pdf", MADE, "")],
)  # fmt: skip
def test_a_manifest_drafted_from_the_articles_changes_nothing(source: str, page: Page, words: str):
    text = Text(source, "", "", page)
    found = dating(text, Entry(), printed(words), CUSTOM)
    assert dating(text, Entry(published=found.published), printed(words), CUSTOM) == found


def test_that_a_date_is_only_that_of_making_or_sending_is_said():
    assert dating(Text("a.pdf", "", "", MADE), Entry(), None, CUSTOM).remarks == (
        'Published when the file was made or sent ("created 2018-02-12"), for want of another date.',
    )
    assert dating(Text("a.pdf", "", "", MADE), Entry(), printed("9 February 2018"), CUSTOM).remarks == ()
    assert dating(Text("a.pdf", "", "", MADE), Entry(published=date(2018, 2, 11)), None, CUSTOM).remarks == ()
