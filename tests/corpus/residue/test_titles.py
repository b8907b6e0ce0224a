import pytest

from analysis.corpus import clean
from analysis.corpus.residue.titles import site_in

BODY = "The ministers of the five countries met in Astana on Monday and agreed to double their trade within five years."
TITLE_003 = "Prospects for cooperation between Russia and Central Asia – a new defense order.strategy"


def removed(raw_text: str) -> list[tuple[str, str]]:
    return [(residue.rule, residue.text) for residue in clean(raw_text)]


def test_a_title_printed_again_is_residue_with_its_date_and_the_sites_name():
    title = "Trade within the region doubles"
    lines = [title, title, f"{title} 12.02.2018 15:32", BODY, f"{title} | Eurasianet", f"{title} in five years", BODY]
    assert removed("\n\n".join(lines)) == [
        ("repeated_title", title),
        ("repeated_title", f"{title} 12.02.2018 15:32"),
        ("repeated_title", f"{title} | Eurasianet"),
    ]


@pytest.mark.parametrize("printed", ["12.02.2018 15:32", "| 12 February 2018", "— 12 February 2018"])
def test_the_date_at_a_titles_end_is_residue(printed: str):
    assert removed(f"Trade within the region doubles {printed}\n\n{BODY}") == [("title_date", printed)]


def test_a_wrapped_sentence_that_breaks_where_a_wrapped_title_does_is_no_title():
    title = ["Kenya, Uganda and Rwanda", "sign a deal on trade", ""]
    story = ["The presidents met in Nairobi, where the leaders of", "Kenya, Uganda and Rwanda", "agreed on trade.", ""]
    assert removed("\n".join([*title, *story, BODY])) == []


def test_the_date_of_an_event_stays_in_the_title():
    assert removed(f"President visited the regions on 24 September 2016\n\n{BODY}") == []


HEADLINES = ["How the Bridge Was Closed for 24 Hours", "Five Ministers Meet Again Behind Closed Doors in Dushanbe"]


def test_headlines_of_other_stories_at_the_end_are_residue():
    assert removed("\n\n".join([BODY, *HEADLINES])) == [("related_headline", line) for line in HEADLINES]


@pytest.mark.parametrize(
    "lines",
    [
        [*HEADLINES, BODY],
        ["Short end.", HEADLINES[0]],
        [BODY, "how the bridge was closed for 24 hours"],
        [BODY, *HEADLINES * 6],
        HEADLINES,
        [BODY, "Coffee Exports of Uganda Rose 12 Percent in 2021", "Tea Exports of Kenya Fell to $1.4 Billion"],
    ],
    ids=[
        "before the body",
        "no closing paragraph",
        "no capitals",
        "too many for a page's list",
        "nothing else",
        "sums",
    ],
)
def test_lines_that_only_look_like_other_headlines_stay(lines: list[str]):
    assert removed("\n\n".join(lines)) == []


@pytest.mark.parametrize(
    ("title", "site"),
    [
        ("Summit opens in Astana | Eurasianet", "Eurasianet"),
        ("Summit opens in Astana - The Astana Times", "The Astana Times"),
        ("Summit opens in Astana – News.Az", "News.Az"),
        (TITLE_003, "a new defense order.strategy"),
        ("Opium Production - Strong and Corrupt as Ever", ""),
        ("Oil demand to fall - International Energy Agency", ""),
        ("Talks resume - U.S. envoy", ""),
        ("Russia-Central Asia summit", ""),
    ],
)
def test_a_sites_name_is_told_from_the_titles_own_words(title: str, site: str):
    assert site_in(title) == site
