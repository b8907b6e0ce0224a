from datetime import date

import pytest

from analysis.corpus import clean, sentences
from analysis.corpus.manifest import Entry
from analysis.corpus.metadata.fields import Known, address, host, outlet, text_outlet, text_published, text_title, title
from analysis.corpus.text import Page

BODY = "The ministers met in Astana on 8 May 2019 and agreed to double their trade within five years of that day."


@pytest.mark.parametrize(
    "head",
    ["9 October 2025", "Published: 9 October 2025", "Posted on October 9, 2025 at 15:32", "date 2025-10-09 + ↺ − 16 px",
     "Trade doubles again 09.10.2025 15:32", "Trade doubles again\n\nUpdated: 11.10.2025\n\n09.10.2025",
     "---\nlayout: post\ndate: 2025-10-09 13:32:31 -0500\n---"],
)  # fmt: skip
def test_the_date_of_publication_is_read_where_pages_print_it(head: str):
    printed = text_published(clean(f"{head}\n\n{BODY}"))
    assert printed
    assert printed.read("day_first") == date(2025, 10, 9)


@pytest.mark.parametrize(
    "raw_text",
    [
        BODY,
        f"President visited Navoi on 24 September 2016\n\n{BODY}",
        f"Updated: 9 October 2025\n\n{BODY}",
        f"{BODY}\n\n© 2018 TASS",
    ],
)
def test_dates_of_the_story_are_not_that_of_publication(raw_text: str):
    assert text_published(clean(raw_text)) is None


def title_of(raw_text: str) -> str:
    removed = clean(raw_text)
    return text_title(sentences(raw_text, removed), removed)


@pytest.mark.parametrize(
    ("raw_text", "title"),
    [
        (f"Trade doubles again\n\n{BODY}", "Trade doubles again"),
        (f"# Trade doubles again | Eurasianet\n\n{BODY}", "Trade doubles again"),
        (f"« Back\n\nTrade doubles again 12.02.2018 15:32\n\n{BODY}", "Trade doubles again"),
        (f'---\ntitle: "Trade: a plan"\nlayout: post\n---\n{BODY}', "Trade: a plan"),
        (BODY, ""),
        ("", ""),
    ],
)
def test_the_title_is_the_first_line_where_it_reads_as_one(raw_text: str, title: str):
    assert title_of(raw_text) == title


@pytest.mark.parametrize(
    ("raw_text", "outlet"),
    [
        ("Leaders agreed on trade, News.Az reports citing Anadolu agency.", "News.Az"),
        (f"Trade doubles again | Eurasianet\n\n{BODY}", "Eurasianet"),
        ("The treaty was ratified, RIA Novosti reports on Friday.", ""),
        ("Vedomosti newspaper reported that the demand was made.", ""),
        ("Write to editor@News.Az reports desk.", ""),
        ("Read more: Leaders agreed, News.Az reports", ""),
    ],
)
def test_the_outlet_is_named_only_in_so_many_words(raw_text: str, outlet: str):
    assert text_outlet(raw_text, clean(raw_text)) == outlet


@pytest.mark.parametrize(
    ("head", "words"),
    [
        ("Trade doubles again 12.02.2018 15:32", "12.02.2018 15:32"),
        ("Published: 9 October 2025, 15:32", "9 October 2025, 15:32"),
        ("date 2025-10-09 + ↺ − 16 px", "2025-10-09"),
    ],
)
def test_a_printed_date_keeps_the_words_that_say_so(head: str, words: str):
    printed = text_published(clean(f"{head}\n\n{BODY}"))
    assert printed
    assert printed.words == words


def test_a_date_of_one_meaning_goes_before_one_of_two():
    printed = text_published(clean(f"Trade doubles again 03/04/2018 15:32\n\nPublished: 3 April 2018\n\n{BODY}"))
    assert printed
    assert printed.read() == date(2018, 4, 3)


ENTRY = Entry(title="Listed", outlet="The Listed Daily", url="https://listed.example/a")
PAGE = Page(title="On the page", outlet="The Page Daily", url="https://www.page.example/a")
# What a manifest that was drafted from the page says
DRAFTED = Entry(title=PAGE.title, outlet=PAGE.outlet, url=PAGE.url)
TITLE = "Trade doubles again"
RAW_TEXT = f"{TITLE} | The Text Daily\n\n{BODY}"


@pytest.mark.parametrize(
    ("entry", "page", "expected"),
    [
        (ENTRY, PAGE, [("Listed", "manifest"), ("The Listed Daily", "manifest"), (ENTRY.url, "manifest")]),
        (Entry(), PAGE, [("On the page", "page"), ("The Page Daily", "page"), (PAGE.url, "page")]),
        (DRAFTED, PAGE, [("On the page", "page"), ("The Page Daily", "page"), (PAGE.url, "page")]),
        (Entry(title=TITLE), Page(), [(TITLE, "text"), ("The Text Daily", "text"), ("", "unknown")]),
        (Entry(), Page(), [("Trade doubles again", "text"), ("The Text Daily", "text"), ("", "unknown")]),
    ],
)
def test_the_manifest_goes_before_the_page_and_the_page_before_the_text(
    entry: Entry, page: Page, expected: list[tuple[str, str]]
):
    removed = clean(RAW_TEXT)
    found = sentences(RAW_TEXT, removed)
    known = [title(entry, page, found, removed), outlet(entry, page, RAW_TEXT, removed), address(entry, page)]
    assert known == expected


@pytest.mark.parametrize(
    ("entry", "page", "expected"),
    [
        (Entry(), Page(url="https://www.example.org/tea"), Known("example.org", "page")),
        (Entry(url="http://news.example.org/"), Page(), Known("news.example.org", "manifest")),
        (Entry(outlet="example.org"), Page(url="https://www.example.org/tea"), Known("example.org", "page")),
        (Entry(outlet="Daily"), Page(url="https://www.example.org/tea"), Known("Daily", "manifest")),
        (Entry(), Page(url="file:///home/me/tea.html"), Known()),
        (Entry(), Page(), Known()),
    ],
)
def test_the_address_names_the_outlet_where_nothing_better_does(entry: Entry, page: Page, expected: Known):
    assert outlet(entry, page, BODY, ()) == expected


@pytest.mark.parametrize("url", ["", "unknown", "http://[example", "mailto:desk@example.org"])
def test_what_is_no_address_has_no_host(url: str):
    assert host(url) == ""
