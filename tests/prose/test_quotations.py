from types import SimpleNamespace

import pytest

from analysis import prose
from analysis.prose.quotations import PROPER_NAME, alike_at, by_stance
from analysis.prose.rows import mentions_said, named


@pytest.mark.parametrize("speaker", ["Vladimir Putin", "World Bank", "Сергей Лавров", "Recep Tayyip Erdoğan"])
def test_a_name_is_one_speaker_wherever_it_stands(speaker: str) -> None:
    assert PROPER_NAME.fullmatch(speaker)


@pytest.mark.parametrize(
    "speaker", ["experts", "Experts", "press service of the president", "эксперты", "the Ministry"]
)
def test_a_kind_of_speaker_may_be_others_the_next_time(speaker: str) -> None:
    assert not PROPER_NAME.fullmatch(speaker)


def test_a_stance_is_set_beside_the_same_stance(make: SimpleNamespace) -> None:
    articles = [make.article("a", "2018-01-01"), make.article("b", "2022-01-01")]
    said = [("a", "threat"), ("a", "response"), ("b", "named"), ("b", "response")]
    mentions = [
        make.mention(name, "terrorism", "Terror.", stance=stance, sentence_start=at)
        for at, (name, stance) in enumerate(said)
    ]
    chosen = by_stance(list(named(mentions_said(make.corpus(articles, mentions=mentions), "security"))))
    assert [(date, [one.stance for one in some]) for date, some in chosen] == [
        ("2018-01-01", ["response"]),
        ("2022-01-01", ["response"]),
    ]


def test_a_topic_is_raised_alike_where_both_dates_have_two_sentences_and_a_word_in_common(
    make: SimpleNamespace,
) -> None:
    articles = [make.article("a", "2018-01-01"), make.article("b", "2022-01-01")]
    words = {"a": ["trade", "Transit", "trade"], "b": ["transit", "rail"]}
    mentions = [
        make.mention(name, "transport", f"{word} grows.", quote=word, taxonomy="topic", sentence_start=100 * at)
        for name, quotes in words.items()
        for at, word in enumerate(quotes)
    ]
    rows = mentions_said(make.corpus(articles, mentions=mentions), "topic")
    ((even, shared, pair),) = alike_at(named(rows))
    assert (round(even, 2), shared, [one.quote for one in pair]) == (0.67, 1, ["Transit", "transit"])


def test_each_theme_has_its_words_with_stance_and_speaker(make: SimpleNamespace) -> None:
    mentions = [
        make.mention("a", "terrorism", "They fight terror.", quote="terror", stance="response"),
        make.mention("a", "terrorism", "They fight terror.", quote="fight", stance="response"),
        make.mention("a", "border_security", "Guards & borders.", quote="borders", stance="named", speaker="Ann Lee"),
    ]
    shown = repr(prose.security_sentences(make.corpus([make.article("a")], mentions=mentions))).splitlines()
    assert shown[2:] == [
        "Borders | named | “Guards & borders” (a) | Ann Lee",
        "Terrorism | response | “They fight terror” (a) | the article itself",
    ]


def test_without_themes_there_is_a_sentence(make: SimpleNamespace) -> None:
    assert repr(prose.security_sentences(make.corpus())) == "No security theme of the study is named."
