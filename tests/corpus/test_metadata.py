from datetime import date

import pytest

from analysis.corpus import clean, sentences
from analysis.corpus.metadata import text_language, text_outlet, text_published, text_title
from analysis.records import InputError, Sentence

BODY = "The ministers met in Astana on 8 May 2019 and agreed to double their trade within five years of that day."


@pytest.mark.parametrize(
    "head",
    ["9 October 2025", "Published: 9 October 2025", "Posted on October 9, 2025 at 15:32", "date 2025-10-09 + ↺ − 16 px",
     "Trade doubles again 09.10.2025 15:32", "Trade doubles again\n\nUpdated: 11.10.2025\n\n09.10.2025",
     "---\nlayout: post\ndate: 2025-10-09 13:32:31 -0500\n---"],
)  # fmt: skip
def test_the_date_of_publication_is_read_where_pages_print_it(head: str):
    assert text_published(clean(f"{head}\n\n{BODY}")) == date(2025, 10, 9)


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


def story(text: str) -> tuple[Sentence, ...]:
    return sentences(text, ())


def test_the_language_is_one_of_those_asked_for():
    assert text_language(story(f"{BODY} {BODY}"), ("en", "ru")) == "en"
    russian = "Министры пяти стран встретились в понедельник в Астане и договорились удвоить торговлю за пять лет. "
    assert text_language(story(russian * 3), ("en", "ru")) == "ru"


def test_a_short_text_has_no_language():
    assert text_language(story("Trade rose 5%."), ("en", "ru")) == ""


@pytest.mark.parametrize("languages", [("en", "klingon"), ()])
def test_a_language_nobody_can_tell_is_named(languages: tuple[str, ...]):
    with pytest.raises(InputError, match="klingon|none given"):
        text_language(story(f"{BODY} {BODY}"), languages)
