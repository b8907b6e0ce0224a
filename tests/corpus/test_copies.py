from analysis.corpus.copies import copies_named
from analysis.records import Article, Sentence


def article(article_id: str, *texts: str) -> Article:
    found = tuple(Sentence(at, at + 1, text, 0, heading=False, repeats=False) for at, text in enumerate(texts))
    return Article(article_id, f"{article_id}.txt", "", " ".join(texts), found)


def copies(*articles: Article) -> list[str]:
    return [named.duplicate_of for named in copies_named(articles)]


def test_every_copy_names_the_first_of_its_words():
    first, second, third = (article(name, "Trade rose.", "It fell.") for name in "abc")
    assert copies(first, article("other", "Trade rose."), second, third) == ["", "", "a", "a"]


def test_quotes_capitals_spaces_and_the_split_into_sentences_are_set_aside():
    assert copies(article("a", "“Trade” rose. It fell."), article("b", "TRADE  rose", "it fell")) == ["", "a"]


def test_articles_without_words_are_no_copies():
    assert copies(article("a"), article("b")) == ["", ""]
