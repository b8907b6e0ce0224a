"""Each type of statement is found where a reader would see it, and nowhere else."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.records import Article, Sentence

FOUND = [
    ("ranking", "China is the largest trading partner of Kazakhstan."),
    ("ranking", "Kazakhstan ranks first in the world in uranium production."),
    ("ranking", "Germany took second place among the buyers of Uzbek cotton."),
    ("ranking", "The largest investor in the region is China."),
    ("comparison", "Turkey's exports to Uzbekistan surpassed those of Russia."),
    ("comparison", "Tajikistan receives less aid than Kyrgyzstan."),
    ("comparison", "Turkmenistan lags behind Kazakhstan in gas processing."),
    ("comparison", "Kazakhstan remains the most reliable supplier of grain."),
    ("agreement", "The two presidents signed a declaration on strategic partnership."),
    ("agreement", "The memorandum was ratified by the parliament of Kyrgyzstan."),
    ("agreement", "The ministers agreed to resume flights between Dushanbe and Tashkent."),
    ("agreement", "President Japarov instructed the government to prepare the project."),
    ("plan", "Uzbekistan plans to join the World Trade Organization."),
    ("plan", "A railway to Afghanistan will be built by the two countries."),
    ("agreement", "The two sides signed off on a roadmap for gas."),
    ("plan", "There are plans to create a common market, Dmitry Peskov said."),
    ("proposal", "The sides called for more exchanges."),
    ("ranking", "China stands as the largest economic partner of the region."),
    ("plan", "Russian companies are ready to take part in the tender."),
    ("proposal", "Kazakhstan proposed to create a joint food fund."),
    ("proposal", "The minister called for the removal of barriers at the border."),
    ("assessment", "Experts believe that the corridor is too expensive."),
    ("assessment", "Opinions were divided on the gas union."),
    ("assessment", "The minister said the route was vital for the country."),
]

NOT_FOUND = [
    ("ranking", "The firm sold its stake to the largest investor."),  # who that is, is not said
    ("ranking", "He is leading talks with exporters."),
    ("comparison", "Trade grew by more than 20 percent."),
    ("comparison", "Ministers met ahead of Russia's elections."),
    ("comparison", "Most of the goods go to Russia rather than China."),
    ("agreement", "The agreement will be signed in May."),
    ("agreement", "Vladimir Putin is set to visit Astana and oversee the signing of agreements."),
    ("agreement", "Kazakhstan has not ratified the treaty."),
    ("agreement", "Experts agreed that the treaty with China is outdated."),
    ("agreement", "She signed up for a course on treaties."),
    ("plan", "The ministry will be closed on Friday."),
    ("plan", "Exports of Kazakhstan will grow by 5 percent."),
    ("proposal", "The proposed law on tariffs was criticised in Kazakhstan."),
    ("proposal", "Leaders reacted to calls for a ceasefire in Gaza."),
    ("assessment", "Trade depends on the season."),  # nobody says so
    ("assessment", "Both sides expect mutually beneficial ties, the minister said."),
]

SEEDS = [
    ("000", "ranking", "the leading investor in the economies of the Central Asian countries"),
    ("000", "plan", "joining large-scale Russian import substitution initiatives"),
    ("000", "plan", "restoring the unified energy system"),
    ("000", "plan", "building nuclear power plants"),
    ("000", "plan", "Instead of SWIFT, we are already switching"),
    ("001", "agreement", "A final communique and a Joint Action Plan for 2025-2027 were adopted"),
    ("001", "plan", "the modernization of hydroelectric power plants"),
    ("001", "plan", "the construction of nuclear power plants"),
    ("001", "assessment", "strong result"),
    ("002", "agreement", "A memorandum of understanding was signed"),
    ("002", "agreement", "the adoption of the provision on the establishment of the CICA fund"),
    ("002", "agreement", "a number of documents were signed"),
    ("002", "agreement", "we have instructed the energy ministers"),
    ("002", "plan", "creation of the Turkish gas hub will be promptly elaborated and implemented"),
    ("002", "comparison", "the most reliable route"),
    ("002", "assessment", "a resounding and incredible success"),
    ("003", "comparison", "China’s investment in the republic exceeds that of Russia"),
    ("003", "comparison", "Russia still has more in common with the Central Asian Republic than China"),
    ("003", "proposal", "allow the cabotage transportation"),
    ("003", "proposal", "open a shopping center with sanctioned products"),
    ("003", "assessment", "is not impossible or beneficial"),
    ("003", "assessment", "Expert opinions were divided"),
    ("004", "assessment", "confirmation of serious economic dividends"),
]


@pytest.mark.parametrize(("kind", "sentence"), FOUND)
def test_a_statement_is_found(kind, sentence, said):
    assert kind in [statement.type for statement in said(sentence)]


@pytest.mark.parametrize(("kind", "sentence"), NOT_FOUND)
def test_what_only_looks_like_a_statement_is_none(kind, sentence, said):
    assert kind not in [statement.type for statement in said(sentence)]


@pytest.mark.parametrize(("article", "kind", "words"), SEEDS)
def test_the_statements_a_reader_needs_are_found_in_the_five_articles(article, kind, words, seeds):
    assert [one for one in seeds[article] if one.type == kind and words in one.quote]


def test_who_leads_before_whom_and_where_is_told(seeds):
    ranking = next(one for one in seeds["000"] if one.type == "ranking")
    first, second = (one for one in seeds["003"] if one.type == "comparison")
    assert (ranking.leader, ranking.area, ranking.measure) == ("RUS", ("Central Asia",), "investment_stock")
    assert (first.leader, first.over, first.area) == ("CHN", "RUS", ("KGZ",))
    assert (first.speaker, first.speaker_basis, first.measure) == ("Nursulu Akhmetova", "indirect", "investment_flow")
    assert (second.leader, second.over) == ("RUS", "CHN")


def test_the_five_articles_say_who_speaks_and_what_about(seeds):
    invited = next(one for one in seeds["000"] if "import substitution" in one.about)
    doubted = next(one for one in seeds["003"] if "import substitution" in one.about)
    assert (invited.speaker, invited.doubt) == ("Vladimir Putin", False)
    assert (doubted.type, doubted.speaker, doubted.doubt) == ("assessment", "Experts", True)


def test_a_heading_that_repeats_the_body_is_left_out(in_article):
    heading = Sentence(0, 24, "“We are ready to help it", 0, heading=True, repeats=True)
    text = "“We are ready to help it"
    article = Article("made", "made.txt", "", text, (heading,), language="en")
    body = dataclasses.replace(article, sentences=(dataclasses.replace(heading, repeats=False),))
    assert not in_article(article)
    assert in_article(body)


def test_an_article_in_a_language_without_cues_has_no_statements(in_article):
    text = "Россия и Казахстан signed a treaty."
    sentence = Sentence(0, len(text), text, 0, heading=False, repeats=False)
    assert not in_article(Article("made", "made.txt", "", text, (sentence,), language="ru"))


def test_a_sentence_makes_one_statement_of_a_type(said):
    found = said("Kazakhstan signed a treaty, ratified a convention and plans to build a port.")
    assert sorted(one.type for one in found) == ["agreement", "plan"]


def test_topic_words_of_the_quotation_are_kept_in_small_letters(said):
    (found,) = said("Experts believe that Import Substitution is not beneficial.")
    assert found.about == ("import substitution",)
    assert found.doubt


@pytest.mark.parametrize(
    "sentence",
    [
        "Experts believe that countries that have not joined the union should trade freely.",
        "I do not want to say it once again, but I am convinced that the union and the EU will work together.",
        "Experts believe that it is not only useful for the union.",
    ],
)
def test_only_what_is_assessed_is_doubted(sentence, said):
    (found,) = said(sentence)
    assert not found.doubt


SENTENCES = st.lists(st.sampled_from([sentence for _, sentence in FOUND + NOT_FOUND]), min_size=1, max_size=6)
NOISE = st.text(alphabet="“”\"'«» :;,.—than most signed will the Russia Kazakhstan agreement", max_size=120)


@given(sentences=SENTENCES, noise=NOISE)
def test_the_quotation_stands_at_its_offsets_inside_its_sentence(sentences, noise):
    from analysis import figures, themes
    from analysis.statements import find
    from analysis.study import DEFAULT, load

    texts = [*sentences, f"{noise} signed a treaty with China."]
    starts = [sum(len(before) + 1 for before in texts[:at]) for at in range(len(texts))]
    read = tuple(
        Sentence(at, at + len(text), text, 0, heading=False, repeats=False)
        for at, text in zip(starts, texts, strict=True)
    )
    article, study = Article("made", "made.txt", "", " ".join(texts), read, language="en"), load(DEFAULT)
    speakers = figures.attributions(article)
    found = find(article, study, speakers, themes.find(article, study, speakers))
    for one in found:
        assert article.raw_text[one.start : one.end] == one.quote
        assert one.sentence_start <= one.start < one.end <= one.sentence_start + len(one.sentence)
    assert [one.start for one in found] == sorted(one.start for one in found)
    assert len({(one.sentence_start, one.type) for one in found}) == len(found)
