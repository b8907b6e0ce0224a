from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.corpus import clean
from analysis.corpus.residue import site_in

SEEDS = Path(__file__).parents[2] / "seeds"

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


FURNITURE = [
    ("navigation", "« Back"),
    ("navigation", "Back to top"),
    ("navigation", "Home » News » Economy"),
    ("navigation", "Italian version"),
    ("navigation", "Next article »"),
    ("navigation", "« Назад"),
    ("share", "Share this article on Facebook"),
    ("share", "Facebook Twitter Telegram"),
    ("share", "Follow us on Telegram"),
    ("share", "1,204 views"),
    ("share", "Поделиться в Телеграм"),
    ("subscribe", "Subscribe to our newsletter"),
    ("subscribe", "Sign up for our weekly newsletter"),
    ("advertisement", "Advertisement"),
    ("advertisement", "Story continues below advertisement"),
    ("advertisement", "Реклама"),
    ("cookies", "We use cookies to improve your experience."),
    ("cookies", "By continuing to browse you agree to our use of cookies."),
    ("copyright", "© 2018 Russia Today"),
    ("copyright", "Copyright 2018 Russia Today"),
    ("copyright", "Central Asia Media. All rights reserved."),
    ("read_more", "Read more: Putin arrives in Astana"),
    ("read_more", "Related articles"),
    ("read_more", "Tags: Russia, Central Asia"),
    ("read_more", "Читайте также: Путин прибыл в Астану"),
    ("credit", "Photo by Reuters"),
    ("credit", "(Photo: U.S. Navy Petty\nOfficer 1st Class M. Nelson / media)"),
    ("credit", "by Steven MacMillan"),
    ("credit", "from\nNEO Website"),
    ("widget", "date 2025-10-09 + ↺ − 16 px"),
    ("widget", "A+ A A-"),
    ("widget", "4 min read"),
    ("markup", "<br><br>"),
    ("markup", "* * *"),
    ("link", "> Source: https://www.example.org/news.htm"),
    ("date_line", "Published: 9 October 2025, 15:32"),
    ("date_line", "9 October 2025"),
    ("script", SCRIPT),
]


@pytest.mark.parametrize(("rule", "line"), FURNITURE)
def test_lines_printed_around_a_story_are_residue(rule: str, line: str):
    assert removed(f"{BODY}\n\n{line}\n\n{BODY}\n") == [(rule, line)]


STORY = [
    "Back in Moscow, the minister denied it.",
    "Share of exports grows",
    "Share with China grows",
    "Find us in Dushanbe, the envoy said.",
    "(c) increase exports to the region",
    "Copyright reform agreed in 2018",
    "More on trade was said in Tashkent.",
    "Photo exhibition opens in Astana",
    "“We use cookies,” the baker said.",
    "Print shops closed in Bishkek",
    "By 2030 trade will double",
    "By President Putin's account",
    "He said: advertisement is not the answer",
    "Summit of 12.02.2018",
    "Trade with the U.S. - where we stand",
    "Lack of macro regulators;",
    "js is a language; so is Kazakh",
    "WTO",
    "AAA",
    "Security concerns over Afghanistan",
    "Vladimir Putin, President of the Russian Federation",
    "Source Valdai Discussion Club",
    "(Source: UzA)",
    "3:2",
    "from the Caspian Sea to",
]


@pytest.mark.parametrize("line", STORY)
@pytest.mark.parametrize("page", ["{0}\n\n{1}\n", "{1}\n\n{0}\n\n{1}\n", "{1}\n\n{0}\n"], ids=["head", "middle", "end"])
def test_lines_of_a_story_stay(page: str, line: str):
    assert removed(page.format(line, BODY)) == []


def test_a_title_printed_again_is_residue_with_its_date_and_the_sites_name():
    title = "Trade within the region doubles"
    lines = [title, title, f"{title} 12.02.2018 15:32", BODY, f"{title} | Eurasianet", f"{title} in five years", BODY]
    assert removed("\n\n".join(lines)) == [
        ("repeated_title", title),
        ("repeated_title", f"{title} 12.02.2018 15:32"),
        ("repeated_title", f"{title} | Eurasianet"),
    ]


def test_the_date_at_a_titles_end_is_residue():
    assert removed(f"Trade within the region doubles 12.02.2018 15:32\n\n{BODY}") == [
        ("title_date", "12.02.2018 15:32")
    ]


def test_the_date_of_an_event_stays_in_the_title():
    assert removed(f"President visited the regions on 24 September 2016\n\n{BODY}") == []


def test_a_date_alone_far_below_the_head_stays():
    assert removed("\n\n".join([BODY] * 10 + ["9 October 2025", BODY])) == []


def test_settings_of_a_page_are_residue_only_at_the_top_and_only_with_an_end():
    settings = "---\nlayout: post\ntitle: The Society of Welfare\n---"
    assert removed(f"{settings}\n\n{BODY}") == [("front_matter", settings)]
    assert removed(f"layout: post\n\n{BODY}") == []


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
    ],
    ids=["before the body", "no closing paragraph", "no capitals", "too many for a page's list", "nothing else"],
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


PIECES = st.sampled_from(
    [BODY, "Title of the story", "Title of the story | Eurasianet", "Title of the story 12.02.2018 15:32", *HEADLINES,
     SCRIPT, "---", "layout: post", "<br>", "from", "NEO Website", "(Photo: A", "B)", "Share", "« Back",
     "9 October 2025", "by Ann Bell", "(function(d) {", "}(x)); Share", "\n", "\n\n", "\r\n", " ", "\ufeff", "\u2028"]
)  # fmt: skip


@given(st.one_of(st.text(), st.lists(PIECES).map("".join), st.lists(PIECES).map("\n".join)))
def test_cleaning_what_was_cleaned_takes_nothing_more(raw_text: str):
    assert clean(without_residue(raw_text)) == ()


@given(st.lists(PIECES).map("\n".join))
def test_residue_points_at_its_words_and_never_overlaps(raw_text: str):
    end = 0
    for residue in clean(raw_text):
        assert end <= residue.start < residue.end
        assert raw_text[residue.start : residue.end] == residue.text
        end = residue.end


@given(st.lists(st.sampled_from([BODY, "He said so.", "“Why?” she asked."]), min_size=1).map("\n\n".join))
def test_a_story_without_residue_comes_through_unchanged(raw_text: str):
    assert clean(raw_text) == ()
