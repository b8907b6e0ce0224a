from types import SimpleNamespace

from analysis.prose import countries
from analysis.study import DEFAULT, load
from analysis.workbench import Corpus


def rows(corpus: Corpus) -> dict[str, list[str]]:
    lines = [line.split(" | ") for line in repr(countries(corpus)).splitlines() if " | " in line]
    return {line[0]: line[1:] for line in lines[1:]}


def test_the_countries_of_the_seeds(seeds: Corpus) -> None:
    shown = rows(seeds)
    assert list(shown)[:5] == ["Kazakhstan", "Kyrgyzstan", "Tajikistan", "Uzbekistan", "Turkmenistan"]
    assert shown["Turkmenistan"][0] == "—"
    assert shown["Kazakhstan"][0].startswith("003 (")
    last = repr(countries(seeds)).splitlines()[-1]
    assert last.startswith("Tajikistan and Turkmenistan: never spoken of. Named is not discussed.")


def test_members_of_the_region_stand_in_the_table_even_if_never_named(make: SimpleNamespace) -> None:
    named = make.mention("a", "KAZ", "Kazakhstan grew.", quote="Kazakhstan", taxonomy="country", role="spoken_of")
    shown = rows(make.corpus([make.article("a")], mentions=[named]))
    assert shown["Kazakhstan"] == ["a (1)"]
    assert shown["Uzbekistan"] == ["—"]


def test_a_study_whose_region_has_no_members_claims_nothing_about_them(make: SimpleNamespace) -> None:
    study = load(DEFAULT).model_copy(update={"region": "Nowhere & co"})
    named = make.mention("a", "KAZ", "Kazakhstan grew.", quote="Kazakhstan", taxonomy="country", role="venue")
    corpus = make.corpus([make.article("a")], mentions=[named], study=study)
    assert rows(corpus) == {"Kazakhstan": ["a (1)"]}
    assert repr(countries(corpus)).splitlines()[-1] == "Numbers in brackets count mentions."


def test_a_region_is_named_with_the_article_it_has_inside_a_sentence(make: SimpleNamespace) -> None:
    study = load(DEFAULT).model_copy(update={"region": "Baltic states"})
    named = [
        make.mention("a", code, "They met.", quote="They", taxonomy="country", role="spoken_of")
        for code in ("EST", "LVA", "LTU")
    ]
    corpus = make.corpus([make.article("a")], mentions=named, study=study)
    assert "Every country of the Baltic states is spoken of somewhere." in repr(countries(corpus))


def test_without_countries_there_is_a_sentence(make: SimpleNamespace) -> None:
    assert repr(countries(make.corpus())) == "No country of the study is named."


def test_a_region_that_nobody_has_chosen_is_said_to_be_drawn_from_the_articles(make: SimpleNamespace) -> None:
    study = load(DEFAULT).model_copy(update={"region": "Baltic states", "drawn": True})
    named = make.mention("a", "EST", "They met.", quote="They", taxonomy="country", role="spoken_of")
    shown = repr(countries(make.corpus([make.article("a")], mentions=[named], study=study)))
    assert "the region, the Baltic states, is what at least half of the articles speak of" in shown
    assert "Every country" not in shown
