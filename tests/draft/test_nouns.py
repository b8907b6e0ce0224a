import pytest

from analysis.draft.nouns import general_nouns, nouns
from analysis.records import Article, Sentence

TEXT = (
    "The tea auction of Mombasa opens on Monday. Growers went to the new auction. A grower left the last auction. "
    "Growers like the lake. They like to launch boats from the lake. The launch of a ferry is near the lake. "
    "The launch was late, and they launched the ferry at noon. Officials discussed the ferry. "
    "The rail link is a small link, the small rail link, a link."
)


def article(language: str) -> Article:
    sentence = Sentence(0, len(TEXT), TEXT, paragraph=0, heading=False, repeats=False)
    return Article("a", "a.txt", sha256="", raw_text=TEXT, sentences=(sentence,), language=language)


@pytest.fixture
def found() -> frozenset[str]:
    return nouns([article("en")])


@pytest.mark.parametrize("word", ["auction", "lake", "ferry", "growers", "link"])
def test_words_that_end_a_phrase_or_have_a_plural_are_nouns(found: frozenset[str], word: str) -> None:
    assert word in found


@pytest.mark.parametrize("word", ["like", "launch", "discussed", "small", "opens", "the", "of"])
def test_verbs_adjectives_and_small_words_are_none(found: frozenset[str], word: str) -> None:
    assert word not in found


def test_of_a_language_without_lists_no_noun_is_told() -> None:
    assert nouns([article("sw")]) == frozenset()


def test_words_of_any_matter_are_general_with_their_plurals() -> None:
    assert {"quality", "product", "products"} <= general_nouns()
    assert not {"auction", "tariff", "lithium"} & general_nouns()
