"""The governing verb decides how a security theme is spoken of, not the nearest word."""

import pytest

ANSWERED_THREATS = (
    "Russia has long become a partner of the states of the region in the military and military-technical fields, "
    "supports them in countering numerous challenges and threats to security, including terrorism, separatism, "
    "extremism, drug trafficking and organized crime."
)
EXPLOITED = (
    "“Unfortunately, terrorist groups continue to exploit Afghan territory to spread extremist ideology and engage in "
    "criminal activity,” he said, adding that Russia was ready to cooperate with the Afghan authorities in combating "
    "terrorism and drug trafficking."
)
FUELING = (
    "At the same time, Western, primarily American, British intelligence services are fueling formations opposing the "
    "Taliban, aiming them at shelling the borders of some of our countries.”"
)
FRAUGHT = (
    "Speaking about the situation in Afghanistan, Vladimir Putin said: “There is indeed a smoldering hotbed of tension "
    "on our southern borders, fraught with refugee flows, terrorist threats and the spread of extremist ideology."
)
JIHADISTS = (
    "The cross-border ties of the jihadists are a threat to all of us,” the Russian President noted, emphasizing the "
    "importance of working with the current authorities of Afghanistan."
)

STANCES = [
    (ANSWERED_THREATS, "terrorism", ["response"]),
    (ANSWERED_THREATS, "separatism", ["response"]),
    (ANSWERED_THREATS, "extremism", ["response"]),
    (ANSWERED_THREATS, "drug_trafficking", ["response"]),
    (ANSWERED_THREATS, "organised_crime", ["response"]),
    (ANSWERED_THREATS, "military", ["response"]),
    (
        "The conference discussed threats to the region, including terrorism and radical ideology.",
        "terrorism",
        ["threat"],
    ),
    (
        "The conference discussed threats to the region, including terrorism and radical ideology.",
        "extremism",
        ["threat"],
    ),
    ("In particular, anti-terrorist activities jointly with Russia allow this.", "terrorism", ["response"]),
    ("Anti-terrorist activities on the far borders of the CIS provide stability.", "border_security", ["response"]),
    ("It is in our interests to prevent a relapse of the civil war in Afghanistan", "armed_conflict", ["response"]),
    ("It is in our interests to prevent a relapse of the civil war in Afghanistan", "afghanistan", ["response"]),
    (FUELING, "foreign_interference", ["alleged"]),
    (FUELING, "armed_groups", ["alleged"]),
    (FUELING, "border_security", ["alleged"]),
    (FUELING, "armed_conflict", ["alleged"]),
    ("The Afghan authorities are showing readiness for constructive cooperation", "afghanistan", ["response"]),
    ("readiness in various fields, including the fight against terrorism and drugs", "terrorism", ["response"]),
    ("readiness in various fields, including the fight against terrorism and drugs", "drug_trafficking", ["response"]),
    ("Earlier, the countries of the region had conflicts over water resources", "water_disputes", ["named"]),
    (
        "He addressed Iran’s nuclear program, saying there is no alternative to negotiations",
        "nuclear_proliferation",
        ["response"],
    ),
    (
        "The presidents discussed the situation in Syria and the conflict in Ukraine",
        "armed_conflict",
        ["named", "named"],
    ),
    ("As a result, armed conflict in Europe, climate change, food crises, inflation", "armed_conflict", ["named"]),
    (EXPLOITED, "terrorism", ["threat", "response"]),
    (EXPLOITED, "afghanistan", ["threat", "response"]),
    (EXPLOITED, "organised_crime", ["threat"]),
    (EXPLOITED, "drug_trafficking", ["response"]),
    (FRAUGHT, "afghanistan", ["threat"]),
    (FRAUGHT, "border_security", ["threat"]),
    (FRAUGHT, "refugees", ["threat"]),
    (FRAUGHT, "terrorism", ["threat"]),
    (JIHADISTS, "terrorism", ["threat"]),
    (JIHADISTS, "border_security", ["threat"]),
    (JIHADISTS, "afghanistan", ["response"]),
    (
        "Under pressure from foreign intelligence services, the Taliban turn a blind eye.",
        "foreign_interference",
        ["threat"],
    ),
    ("We are aware of the threats, and maintain contacts with the Taliban movement", "afghanistan", ["response"]),
    ("anti-terrorist security, told about the spread of radical sentiments", "extremism", ["threat"]),
    (
        "They discussed how to combat disinformation aimed at dividing the population",
        "information_warfare",
        ["response"],
    ),
    ("The police failed to prevent the spread of extremism", "extremism", ["threat"]),
    ("He accused the neighbours of financing terrorism", "terrorism", ["alleged"]),
    ("Militants attacked a border post in the night", "armed_groups", ["event"]),
    ("An airstrike on a house killed six people", "armed_conflict", ["event"]),
]


@pytest.mark.parametrize(("text", "theme", "stances"), STANCES)
def test_the_governing_verb_gives_the_stance(mentions, text, theme, stances):
    assert [mention.stance for mention in mentions(text) if mention.concept == theme] == stances


def test_an_act_that_only_a_speaker_reports_is_alleged(mentions):
    text = "Militants attacked a border post in the night"
    assert {mention.stance for mention in mentions(text, speaker="A. Speaker") if mention.stance} == {"alleged"}


def test_only_security_themes_have_a_stance(mentions):
    found = mentions(ANSWERED_THREATS + " Trade turnover with Kazakhstan grew.")
    assert {mention.taxonomy for mention in found if mention.stance} == {"security"}
    assert all(mention.stance for mention in found if mention.taxonomy == "security")


@pytest.mark.parametrize(
    ("text", "theme", "stances"),
    [
        ("Страны продолжат борьбу с терроризмом.", "terrorism", ["response"]),
        ("Сохраняется угроза терроризма.", "terrorism", ["threat"]),
    ],
)
def test_russian_has_words_of_its_own(mentions, text, theme, stances):
    assert [mention.stance for mention in mentions(text, language="ru") if mention.concept == theme] == stances


# By theme and article, the number of sentences with each stance; read by hand.
READ_BY_HAND = {
    "afghanistan": {
        "004": {"threat": 1},
        # "a major issue ... and the need to prevent" is an answer too: a mention has one stance.
        "003": {"threat": 1},
        "000": {"threat": 3, "response": 3},
        "001": {"threat": 3, "response": 2},  # with the heading "Security concerns over Afghanistan"
    },
    "terrorism": {
        "004": {"response": 3},
        "003": {"threat": 1},
        "000": {"threat": 3},
        "001": {"threat": 1, "response": 2},
    },
    "extremism": {
        "004": {"threat": 1, "response": 1},
        "003": {"threat": 1},
        "000": {"threat": 1},
        "001": {"threat": 1},
    },
    "drug_trafficking": {"004": {"response": 1}, "003": {"threat": 1}, "000": {"threat": 1}, "001": {"response": 2}},
    "organised_crime": {"004": {"response": 1}, "001": {"threat": 1}},
    "border_security": {"004": {"threat": 1, "response": 1}, "000": {"threat": 2, "alleged": 1}},
    "armed_groups": {"004": {"threat": 1}, "000": {"alleged": 1, "threat": 1}},
    "foreign_interference": {"000": {"threat": 2, "alleged": 1}},
    "armed_conflict": {"003": {"named": 1}, "000": {"threat": 1, "response": 1, "alleged": 1}, "002": {"named": 1}},
    "information_warfare": {"003": {"threat": 1, "response": 1}},
    "nuclear_proliferation": {"001": {"response": 2}},
    "water_disputes": {"004": {"named": 1}},
    "separatism": {"004": {"response": 1}},
    "military": {"004": {"response": 1}},
    "refugees": {"003": {"threat": 1}, "000": {"threat": 1}},
}


@pytest.mark.parametrize("theme", READ_BY_HAND)
def test_the_articles_are_read_as_by_hand(seed_mentions, theme):
    found = {}
    for article, its_mentions in seed_mentions.items():
        for stance in {mention.stance for mention in its_mentions if mention.concept == theme}:
            places = {m.sentence_start for m in its_mentions if (m.concept, m.stance) == (theme, stance)}
            found.setdefault(article, {})[stance] = len(places)
    assert found == READ_BY_HAND[theme]


def test_no_article_reports_an_event(seed_mentions):
    assert not [m for found in seed_mentions.values() for m in found if m.stance == "event"]
