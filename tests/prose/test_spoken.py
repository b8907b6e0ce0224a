from types import SimpleNamespace

from analysis.prose.spoken import only_named, spoken_of
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
