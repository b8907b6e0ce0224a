from types import SimpleNamespace

from analysis.prose.spoken import MANY, only_named, spoken_of, with_brief
from analysis.records import Mention
from analysis.study import DEFAULT, load
from analysis.workbench import Corpus


def test_of_the_five_three_are_spoken_of_in_the_seeds(seeds: Corpus) -> None:
    found = spoken_of(seeds)
    members = [code for code, _ in found if code in seeds.members]
    others = [name for code, name in found if code not in seeds.members]
    assert found[: len(members)] == [("KAZ", "Kazakhstan"), ("KGZ", "Kyrgyzstan"), ("UZB", "Uzbekistan")]
    assert others == sorted(others)
    assert {"Afghanistan", "Belarus", "China", "Iran", "Russia", "Turkey"} <= set(others)


def test_no_country_is_both_spoken_of_and_only_named(seeds: Corpus) -> None:
    only = only_named(seeds)
    assert only[:2] == [("TJK", "Tajikistan"), ("TKM", "Turkmenistan")]
    named = set(seeds.mentions.loc[seeds.mentions["taxonomy"] == "country", "concept"])
    codes = [code for code, _ in [*spoken_of(seeds), *only]]
    assert len(codes) == len(set(codes))
    assert set(codes) == named


def test_a_place_of_a_meeting_is_no_more_than_that(make: SimpleNamespace) -> None:
    sentence = "They met in Geneva."
    venue = make.mention("a", "CHE", sentence, quote="Geneva", taxonomy="country", role="venue")
    corpus = make.corpus([make.article("a")], mentions=[venue])
    assert spoken_of(corpus) == []
    assert only_named(corpus) == [("CHE", "Switzerland")]


def test_a_copy_of_a_story_does_not_speak_for_itself(make: SimpleNamespace) -> None:
    named = make.mention("b", "KAZ", "Kazakhstan grew.", quote="Kazakhstan", taxonomy="country", role="spoken_of")
    copy = make.article("b", duplicate_of="a")
    assert spoken_of(make.corpus([make.article("a"), copy], mentions=[named])) == []


def test_of_many_countries_one_that_a_single_article_speaks_of_has_no_brief(make: SimpleNamespace) -> None:
    study = load(DEFAULT)
    codes = [country.code for country in study.countries[: MANY + 1]]

    def mention(article: str, code: str) -> Mention:
        return make.mention(article, code, "It grew.", quote="It", taxonomy="country", role="spoken_of")

    twice, stated = codes[0], codes[1]
    mentions = [*(mention("a", code) for code in codes), mention("b", twice)]
    figures = [make.figure("f", "a", 5e9, "$5 bn", parties=(stated,))]
    corpus = make.corpus([make.article("a"), make.article("b")], figures, mentions)
    assert {code for code, _ in with_brief(corpus)} == {twice, stated}
    few = make.corpus([make.article("a")], mentions=[mention("a", code) for code in codes[:MANY]])
    assert with_brief(few) == spoken_of(few)
