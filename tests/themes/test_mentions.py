"""Mentions are the places where a concept's cues stand, exclusions and repeated headings left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import study, themes
from analysis.records import Article, Attribution, Sentence

# Text, concept, and the words that are its mentions.
CUES = [
    ("Russia’s trade turnover with the five states exceeded $45 billion", "trade", ["trade turnover"]),
    ("which needs mutually beneficial trade and investment cooperation", "trade", ["trade and investment cooperation"]),
    ("strengthening of integration relations in trade, economic, cultural spheres", "trade", ["trade, economic"]),
    ("classical import substitution under modern conditions", "trade", []),
    ("classical import substitution under modern conditions", "industry", ["import substitution"]),
    ("ensuring the smooth functioning of joint ventures", "industry", ["joint ventures"]),
    ("ensuring the smooth functioning of joint ventures", "investment", []),
    ("companies operating with Russian capital", "investment", ["Russian capital"]),
    ("to transfer the transit of Russian gas to Europe", "transport_logistics", []),
    ("the functioning of the so-called grain corridor", "transport_logistics", []),
    ("the functioning of the so-called grain corridor", "agriculture_food", ["grain"]),
    ("with its agricultural machinery", "agriculture_food", []),
    ("expanding Kazakhstan’s role as a transit country", "transport_logistics", ["transit"]),
    ("development of border checkpoints for goods", "transport_logistics", ["border checkpoints"]),
    ("development of border checkpoints for goods", "border_security", []),
    ("a shopping center with sanctioned products in the border area with Russia", "border_security", []),
    ("in the border areas of which armed groups are strengthening", "border_security", ["border areas"]),
    ("anti-terrorist activities on the far borders of the CIS", "border_security", ["far borders"]),
    ("at shelling the borders of some of our countries", "border_security", ["borders of some of our countries"]),
    ("deputy director of the Institute of CIS countries", "integration", []),
    ("with new international chains, integration into them", "integration", []),
    ("when considering the prospects of integration processes", "integration", ["integration processes"]),
    ("leaders agreed to bolster economic integration", "integration", ["economic integration"]),
    ("the region, whose balance of power is changing", "energy", []),
    ("because of its status as a “world power.”", "energy", []),
    ("building nuclear power plants", "nuclear_power", ["nuclear power plants"]),
    ("building nuclear power plants", "nuclear_proliferation", []),
    ("increasing the volume of coal trade", "energy", ["coal"]),
    ("increasing the volume of coal trade", "minerals", []),
    ("both Nord Streams and a gas hub", "energy", ["Nord Streams", "gas hub"]),
    ("both Nord Streams and a gas hub", "oil_gas", ["Nord Streams", "gas hub"]),
    ("restoring the unified energy system", "energy", ["unified energy system"]),
    ("the International Atomic Energy Agency (IAEA)", "energy", []),
    ("since the beginning of the pandemic", "health", []),
    ("The pandemic has confirmed the need for epidemiological safety", "health", ["epidemiological"]),
    ("at Renmin University of China", "education_culture", []),
    ("political, economic, and humanitarian ties", "education_culture", ["humanitarian ties"]),
    ("issues related to humanitarian space, security", "education_culture", ["humanitarian space"]),
    ("Russia’s Deputy Foreign Minister Andrey Rudenko", "diplomacy", []),
    ("trusted political dialogue, including at the highest level", "diplomacy", ["political dialogue"]),
    ("to form a solid legal basis", "diplomacy", ["legal basis"]),
    ("the necessary level of contacts with the leadership", "diplomacy", ["contacts with"]),
    ("remittances of migrants working abroad", "migration_labour", ["remittances", "migrants", "working abroad"]),
    ("radical ideology, and the immigration crisis", "migration_labour", []),
    ("radical ideology, and the immigration crisis", "refugees", ["immigration crisis"]),
    ("contacts with the leadership of the Taliban movement", "terrorism", []),
    ("contacts with the leadership of the Taliban movement", "afghanistan", ["Taliban"]),
    ("Afghanistan has a large possession of these resources", "afghanistan", []),
    ("fueling formations opposing the Taliban", "afghanistan", []),
    ("fueling formations opposing the Taliban", "armed_groups", ["formations opposing"]),
    ("the aging of society and its extreme traditions", "extremism", []),
    ("Under pressure from foreign intelligence services", "foreign_interference", ["foreign intelligence services"]),
    ("information technologies and artificial intelligence", "foreign_interference", []),
    ("artificial intelligence, and intelligence services", "foreign_interference", ["intelligence services"]),
    ("in the military and military-technical fields", "military", ["military-technical fields"]),
    ("a partner in military training", "military", ["military training"]),
    ("We are taking all kinds of security measures", "general_security", []),
    ("to provide social stability in their own countries", "general_security", []),
    ("strengthen coordination on regional security", "general_security", ["regional security"]),
    ("security on the south-eastern flank", "general_security", ["security on the south-eastern flank"]),
    ("the countries had conflicts over water resources", "water_disputes", ["conflicts over water resources"]),
    (
        "a meeting of the Council of the Commonwealth of Independent States",
        "CIS",
        ["Commonwealth of Independent States"],
    ),
    ("the Agency (IAEA) had confirmed", "IAEA", ["IAEA"]),
    (
        "restoring the hydro-\nelectric or hydroelectric power\nplants",
        "electricity",
        ["hydroelectric", "power\nplants"],
    ),
]


@pytest.mark.parametrize(("text", "concept", "quotes"), CUES)
def test_a_concept_stands_where_its_cues_do(mentions, text, concept, quotes):
    assert [mention.quote for mention in mentions(text) if mention.concept == concept] == quotes


def test_a_heading_that_repeats_the_body_has_no_mentions(mentions):
    heading = "Western intelligence agencies are fueling formations opposing the Taliban"
    assert mentions(heading)
    assert mentions(heading, repeats=True) == ()


def test_overlapping_cues_of_a_concept_count_once(mentions):
    found = [
        mention for mention in mentions("cumulative direct investments of investors") if mention.concept == "investment"
    ]
    assert [mention.quote for mention in found] == ["investments", "investors"]


def test_a_mention_says_who_speaks_and_where(mentions):
    (mention,) = [found for found in mentions("Exports rose.", speaker="Andrey Rudenko") if found.concept == "trade"]
    assert (mention.start, mention.end, mention.quote) == (0, 7, "Exports")
    assert (mention.speaker, mention.sentence, mention.sentence_start) == ("Andrey Rudenko", "Exports rose.", 0)


@pytest.mark.parametrize(
    ("language", "found"), [("en", ["exports"]), ("ru", ["экспорт"]), ("", ["exports", "экспорт"])]
)
def test_an_article_of_unknown_language_is_read_by_all_cues(mentions, language, found):
    text = "exports, экспорт"
    assert [m.quote for m in mentions(text, language=language) if m.concept == "trade"] == found


def test_residue_makes_no_military_theme(seed_mentions):
    quotes = {mention.quote for found in seed_mentions.values() for mention in found if mention.concept == "military"}
    assert quotes == {"military-technical fields"}


# In how many articles a topic stands, as read by hand.
ARTICLES = {
    "integration": 5,
    "diplomacy": 5,
    "education_culture": 5,
    "trade": 4,
    "investment": 4,
    "energy": 3,
    "payments_finance": 3,
    "industry": 3,
    "water_environment": 3,
    "migration_labour": 2,
    "digital": 2,
    "nuclear_power": 2,
    "sanctions": 1,
    "health": 1,
    "minerals": 1,
}


@pytest.mark.parametrize(("topic", "articles"), ARTICLES.items())
def test_topics_stand_in_as_many_articles_as_read_by_hand(seed_mentions, topic, articles):
    assert sum(any(mention.concept == topic for mention in found) for found in seed_mentions.values()) == articles


WORDS = st.sampled_from(
    ["Russia", "Astana", "Turkey", "terrorism", "threats", "countering,", "and", "Afghanistan", "”", "“", ":", ";", "-"]
    + ["US$", "transit", "of", "gas", "Казахстан", "oil"]
)


@given(st.one_of(st.text(), st.lists(WORDS).map(" ".join)), st.sampled_from(["en", "ru", "", "fr"]), st.integers(0, 5))
def test_every_quote_is_the_raw_text_at_its_offsets(the_study, text, language, start):
    sentence = Sentence(min(start, len(text)), len(text), text[start:], paragraph=0, heading=False, repeats=False)
    article = Article("a", "a.txt", "", text, (sentence,), language=language)
    found = themes.find(article, the_study, [Attribution("", "narrator")])
    assert all(text[mention.start : mention.end] == mention.quote != "" for mention in found)
    assert all(sentence.start <= mention.start and mention.end <= sentence.end for mention in found)
    assert [mention.start for mention in found] == sorted(mention.start for mention in found)
    assert len(found) == len({(mention.taxonomy, mention.concept, mention.start) for mention in found})


def test_attributions_run_parallel_to_the_sentences(the_study):
    sentence = Sentence(0, 5, "Trade", paragraph=0, heading=False, repeats=False)
    article = Article("a", "a.txt", "", "Trade", (sentence,), language="en")
    with pytest.raises(ValueError, match="shorter"):
        themes.find(article, the_study, [])


def test_a_study_of_another_region_finds_its_own_words(tmp_path):
    path = tmp_path / "study.yml"
    path.write_text(
        "version: 1\ntitle: Baltic\nregion: Baltic states\nlanguages: [en]\n"
        "countries: {EST: {name: Estonia}}\ngroups: {Baltic states: {members: [EST]}}\nmeasures: {}\n"
        "topics: {ferries: {label: Ferries, en: ['ferr*']}}\nsecurity: {}\n",
        encoding="utf-8",
    )
    text = "Ferries to Estonia and terrorism"
    sentence = Sentence(0, len(text), text, paragraph=0, heading=False, repeats=False)
    article = Article("a", "a.txt", "", text, (sentence,), language="en")
    found = themes.find(article, study.load(path), [Attribution("", "narrator")])
    assert [(mention.taxonomy, mention.concept) for mention in found] == [("topic", "ferries"), ("country", "EST")]
