"""Which words of some articles are nouns, as far as their neighbours tell. Pure but for its word lists."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cache
from pathlib import Path

import yaml

from analysis.corpus.language import words
from analysis.records import Article

Lists = dict[str, list[str]]
FEWEST = 3  # times a word stands as a noun does
SHARE = 0.25  # of all times; elsewhere it may stand before another noun, "tea" in "tea auction"
VERBS = 0.25  # of the times as a noun: a word that stands more often as a verb does may be one
_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\S")


def nouns(articles: Iterable[Article]) -> frozenset[str]:
    """Return the words in small letters that stand as nouns do, in articles of a language with a list of such places.

    They end a phrase behind an article or a preposition ("at the first auction."), stand before "of", or are the plural
    of another word; stand seldom behind "to" or "they"; have no ending of other words, nor other forms as a verb
    ("launched" beside "launch").
    """
    by_language: dict[str, list[Article]] = {}
    for article in articles:
        by_language.setdefault(article.language or "en", []).append(article)
    known = by_language.keys() & _lists().keys()
    return frozenset().union(*(_nouns(by_language[language], _lists()[language]) for language in known))


def _nouns(articles: Iterable[Article], lists: Lists) -> Iterator[str]:
    used, as_noun, as_verb = Counter[str](), Counter[str](), Counter[str]()
    for article in articles:
        for sentence in article.sentences:
            tokens = _TOKEN.findall(article.raw_text[sentence.start : sentence.end].casefold())
            used.update(tokens)
            as_noun.update(_standing_as_nouns(tokens, lists))
            as_verb.update(_behind(tokens, lists["before_verbs"]))
    for word, times in used.items():
        stands = as_noun[word] >= max(FEWEST, SHARE * times) or _is_plural(word, used, lists)
        verb = as_verb[word] > VERBS * max(as_noun[word], 1) or _has_verb_forms(word, used, lists)
        if stands and not verb and not word.endswith(tuple(lists["endings"])):
            yield word


@cache
def general_nouns() -> frozenset[str]:
    """Return nouns of texts on any matter, with their plurals.

    >>> {"quality", "problems"} <= general_nouns(), "tea" in general_nouns()
    (True, False)
    """
    listed = [word for lists in _lists().values() for word in lists["general"]]
    return frozenset([*listed, *(f"{word}s" for word in listed)])


def _standing_as_nouns(tokens: Sequence[str], lists: Lists) -> Iterator[str]:
    """Yield the words that end a phrase which has begun with an article or a preposition, and those before "of"."""
    begun = False
    for word, following in zip(tokens, [*tokens[1:], "."], strict=True):
        if not _is_telling(word):
            begun = word in lists["before"]
        elif following in lists["behind"] or (begun and not _is_telling(following)):
            yield word


def _behind(tokens: Sequence[str], before: Sequence[str]) -> Iterator[str]:
    return (word for first, word in zip(tokens, tokens[1:], strict=False) if first in before)


def _is_telling(token: str) -> bool:
    return token[0].isalpha() and token not in words().function_words and token not in _small_words()


@cache
def _small_words() -> Set[str]:
    kinds = ("before", "behind", "before_verbs")
    return {word for lists in _lists().values() for kind in kinds for word in lists[kind]}


def _is_plural(word: str, used: Counter[str], lists: Lists) -> bool:
    """Return whether a word is another one with a plural's ending: "growers", which need no article."""
    return any(word.endswith(ending) and used[word.removesuffix(ending)] for ending in lists["plural_endings"])


def _has_verb_forms(word: str, used: Counter[str], lists: Lists) -> bool:
    """Return whether a word has other forms as a verb has: "launches" and "launched", "move" and "moving"."""
    stems = {word, word.removesuffix("s"), word.removesuffix("es")}
    stems |= {stem.removesuffix("e") for stem in stems}
    return any(used[stem + ending] for stem in stems for ending in lists["verb_endings"])


@cache
def _lists() -> dict[str, Lists]:
    return dict(yaml.safe_load(Path(__file__).with_name("nouns.yml").read_text("utf-8")))
