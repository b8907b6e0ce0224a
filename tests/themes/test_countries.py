"""A country is spoken of, one of a list, or the place of an occasion."""

import pytest

ROLES = [
    (
        "He was joined by the leaders of Uzbekistan, Kazakhstan, Kyrgyzstan, Tajikistan and Turkmenistan.",
        [("UZB", "listed"), ("KAZ", "listed"), ("KGZ", "listed"), ("TJK", "listed"), ("TKM", "listed")],
    ),
    (
        "the second Russia-Central Asia summit in Dushanbe, Tajikistan.",
        [("RUS", "spoken_of"), ("TJK", "venue"), ("TJK", "venue")],
    ),
    (
        "During their meeting in Astana, Russian President Vladimir Putin spoke.",
        [("KAZ", "venue"), ("RUS", "spoken_of")],
    ),
    ("ASTANA, Oct 14 (Reuters) - Leaders arrived.", [("KAZ", "venue")]),
    ("The forum held last week in Kazakhstan ended.", [("KAZ", "venue")]),
    ("In Kazakhstan, this project has helped logistics.", [("KAZ", "spoken_of")]),
    ("the transition to Beijing’s domestic policy", [("CHN", "spoken_of")]),
    ("Moscow remains in “close contact” with Tehran", [("RUS", "spoken_of"), ("IRN", "spoken_of")]),
    ("build cooperation with Beijing within the EAEU", [("CHN", "spoken_of")]),
    ("relationship between Russia, China and Central Asian countries", [("RUS", "spoken_of"), ("CHN", "spoken_of")]),
    ("as well as bilateral Russian-Turkish relations", [("RUS", "spoken_of"), ("TUR", "spoken_of")]),
    ("a video bridge between Moscow and Astana - Bishkek", [("RUS", "listed"), ("KAZ", "listed"), ("KGZ", "listed")]),
    ("the President of the Russian Federation noted", [("RUS", "spoken_of")]),
    ("trade with South Sudan and Guinea-Bissau", [("SSD", "spoken_of"), ("GNB", "spoken_of")]),
    ("North Korean and U.S. envoys", [("PRK", "spoken_of"), ("USA", "spoken_of")]),
    ("the People's Republic of China", [("CHN", "spoken_of")]),
]

NO_COUNTRY = [
    "a roast turkey and a polish of the silver",
    "they told us about it",
    "US$339 million in 2005",
    "in US dollars",
    "Latin American markets",
    "the Gulf of Mexico",
    "the Europe-Western China route",
    "He met Michael Jordan",
]


@pytest.mark.parametrize(("text", "roles"), ROLES)
def test_a_country_has_the_role_it_is_named_in(mentions, text, roles):
    assert [(m.concept, m.role) for m in mentions(text) if m.taxonomy == "country"] == roles


@pytest.mark.parametrize("text", NO_COUNTRY)
def test_words_that_are_something_else_are_no_country(mentions, text):
    assert [m.quote for m in mentions(text) if m.taxonomy == "country"] == []


def test_russian_articles_are_read_by_russian_words(mentions):
    found = mentions("Товарооборот России с Казахстаном вырос.", language="ru")
    assert [m.concept for m in found if m.taxonomy == "country"] == ["RUS", "KAZ"]


@pytest.mark.parametrize(
    ("code", "articles"),
    [
        ("TKM", set()),
        ("TJK", set()),
        ("KAZ", {"002", "003"}),
        ("KGZ", {"003"}),
        ("UZB", {"003"}),
        ("CHN", {"003", "004"}),
    ],
)
def test_the_articles_speak_of_these_countries(seed_mentions, code, articles):
    spoken_of = {
        article
        for article, found in seed_mentions.items()
        if any((m.concept, m.role) == (code, "spoken_of") for m in found)
    }
    assert spoken_of == articles


def test_afghanistan_is_spoken_of_in_four_articles(seed_mentions):
    assert (
        sum(any(m.concept == "AFG" and m.role == "spoken_of" for m in found) for found in seed_mentions.values()) == 4
    )
