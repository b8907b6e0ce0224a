"""Copies: articles that tell a story again in its words, each with its original and how that is known. Pure.

A copy states nothing that its original does not. So a story that is told again with a new figure is one of its own.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from difflib import SequenceMatcher
from functools import cache, lru_cache
from hashlib import sha256

from analysis.corpus.copies.alike import neighbours, runs, share, text_words
from analysis.corpus.copies.stated import numbers_stated
from analysis.corpus.copies.wires import agency, wire_credit
from analysis.corpus.language import words
from analysis.corpus.metadata.weekdays import LONGEST_SHORT
from analysis.records import Article

# An editor changes one word in ten; two reporters of one speech share its quotations, seldom more than half a story.
NEAR = 0.8
# Where both take their story from one agency, one of them may have rewritten more of it.
CREDITED = 0.6
# Shorter items are set phrases with other names in them: only equal ones are copies.
LEAST_WORDS = 30
_KEPT = 512  # texts whose words are kept while copies are compared


def copies_named(articles: Iterable[Article]) -> tuple[Article, ...]:
    """Return the articles with the agency they credit, and each copy with its original and how that is known.

    Every copy names one that is no copy itself, and that it is like: likeness is not passed on from copy to copy.
    """
    credited = [replace(one, wire=agency(one.wire) if one.wire else wire_credit(one)) for one in articles]
    tellings = equal_texts(credited)
    near = near_originals([telling[0] for telling in tellings])
    named = {
        article.article_id: copy
        for telling in tellings
        for article, copy in zip(telling, copies(telling, near.get(telling[0].article_id)), strict=True)
    }
    return tuple(named[article.article_id] for article in credited)


def equal_texts(articles: Iterable[Article]) -> list[list[Article]]:
    """Return the articles by their words, those of the same words together, the earliest first."""
    equal: dict[bytes | str, list[Article]] = {}
    for article in articles:
        words = " ".join(text_words(" ".join(sentence.text for sentence in article.sentences)))
        text = sha256(words.encode("utf-8", "surrogatepass")).digest() if words else article.article_id
        equal.setdefault(text, []).append(article)
    return [sorted(same, key=lambda one: (one.said_on or date.max, one.article_id)) for same in equal.values()]


def copies(telling: Sequence[Article], near: tuple[Article, float] | None) -> Iterator[Article]:
    """Yield the articles of the same words, those that are copies as such; `near` is the text that theirs is like."""
    if near:
        for article in telling:
            yield replace(article, duplicate_of=near[0].article_id, copy_reason=likeness(article, *near))
        return
    yield telling[0]
    for article in telling[1:]:
        yield replace(article, duplicate_of=telling[0].article_id, copy_reason="the same words")


def near_originals(articles: Sequence[Article]) -> dict[str, tuple[Article, float]]:
    """Return the original of each article that is nearly its copy, with the share of the copy's words that it has."""
    if len(articles) < 2:
        return {}
    compared = Compared(articles)
    originals: set[int] = set()
    found: dict[str, tuple[Article, float]] = {}
    ranked = sorted(compared.beside, key=compared.rank)
    place = {at: number for number, at in enumerate(ranked)}
    for at in ranked:
        near = sorted(originals.intersection(compared.beside[at]), key=place.__getitem__)
        shares = {other: compared.share(at, other) for other in near}
        likest = max(shares, key=lambda other: shares[other], default=at)
        if shares.get(likest):
            found[articles[at].article_id] = articles[likest], shares[likest]
        else:
            originals.add(at)
    return found


class Compared:
    """Articles that may have much in common, by their places."""

    def __init__(self, articles: Sequence[Article]) -> None:
        """Take the articles, in any order."""
        self.articles = articles
        self.words = lru_cache(_KEPT)(lambda at: body_words(articles[at]))
        self.runs = lru_cache(_KEPT)(lambda at: frozenset(runs(self.words(at))))
        near = enumerate(neighbours(words if len(words) >= LEAST_WORDS else () for words in map(body_words, articles)))
        self.beside = {at: others for at, others in near if others}
        self.numbers = {at: numbers_stated(articles[at]) for at in self.beside}

    def rank(self, at: int) -> tuple[date, int, int, str]:
        """Return what originals come first by: the date, the fuller text of one date, else the name.

        A text without a date comes last: it would take the date from the story that it is like.
        """
        article = self.articles[at]
        return article.said_on or date.max, -len(self.numbers[at]), -len(self.words(at)), article.article_id

    def share(self, copy: int, original: int) -> float:
        """Return the share of an article's words that another has, 0 where that does not make it a copy."""
        if not self.numbers[copy] <= self.numbers[original] or self.is_of_other_day(copy, original):
            return 0.0
        least = CREDITED if shared_agency(self.articles[copy], self.articles[original]) else NEAR
        found = share(self.words(copy), self.runs(original))
        return 0.0 if found < least or tells_another(self.articles[copy], self.articles[original]) else found

    def is_of_other_day(self, copy: int, original: int) -> bool:
        """Return whether the one names a weekday that the other does not, and the other way round: daily reports."""
        one, other = (weekdays(self.words(at)) for at in (copy, original))
        return bool(one - other and other - one)


def tells_another(copy: Article, original: Article) -> bool:
    """Return whether the one tells another matter in the form of words of the other, or denies or turns what it says.

    A name stands where the other has another, that is nowhere in its text, so "Ms Atieno" is still "Grace Atieno". One
    says "will not build" where the other says "will build", or "fell" where the other says "rose".
    """
    one, other = (_cased_words(article) for article in (copy, original))
    sides = [{word.casefold() for word in words} for words in (one, other)]
    for kind, start, end, from_, to in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        here, there = one[start:end], other[from_:to]
        if kind == "replace" and _has_name(here, sides[1]) and _has_name(there, sides[0]):
            return True
        if kind != "equal" and is_turned(here, there, copy.language or "en"):
            return True
    return False


_TURN = 4  # words: a longer stretch that is added, left out or put otherwise is no turn of its sentence
_STOP = "."


def is_turned(one: Sequence[str], other: Sequence[str], language: str) -> bool:
    """Return whether some words deny what the others say, or say that it fell where the others say that it rose.

    >>> is_turned(["not"], [], "en"), is_turned(["rose"], ["fell"], "en"), is_turned(["rose"], ["grew"], "en")
    (True, True, False)
    """
    if max(len(one), len(other)) > _TURN or _STOP in (*one, *other):
        return False
    up, down = _directions(language)
    sides = [{word.casefold() for word in words} for words in (one, other)]
    denied, risen, fallen = ([not side.isdisjoint(cues) for side in sides] for cues in (words().negations, up, down))
    return denied[0] != denied[1] or (risen[0] and fallen[1]) or (risen[1] and fallen[0])


@cache
def _directions(language: str) -> tuple[frozenset[str], frozenset[str]]:
    from analysis.figures.lexicon import words as words_of_figures

    change = words_of_figures(language)["change"]
    return frozenset(change["increase"]), frozenset(change["decrease"])


_NAME = re.compile(r"[^\W\d_]{4,}")


def _cased_words(article: Article) -> list[str]:
    """Return the words of the story as written, the first of each sentence in small letters, a stop behind its last."""
    told = (_WORDS.findall(sentence.text) for sentence in article.sentences if not sentence.heading)
    return [word if at else word.casefold() for found in told for at, word in enumerate([*found, _STOP])]


_WORDS = re.compile(r"\w+")


def _has_name(found: Sequence[str], elsewhere: frozenset[str] | set[str]) -> bool:
    known = words().months.keys() | words().weekdays.keys()
    return any(_NAME.fullmatch(word) and word.istitle() and word.casefold() not in elsewhere | known for word in found)


def weekdays(told: Sequence[str]) -> frozenset[int]:
    """Return the weekdays that a text names, in full.

    >>> sorted(weekdays(["on", "monday", "the", "sun"]))
    [1]
    """
    days = words().weekdays
    return frozenset(days[word] for word in told if word in days and len(word) > LONGEST_SHORT)


def body_words(article: Article) -> list[str]:
    """Return the words of an article without its headings, which each outlet writes anew."""
    return text_words(" ".join(sentence.text for sentence in article.sentences if not sentence.heading))


def shared_agency(one: Article, other: Article) -> str:
    """Return the agency that both articles credit, or that one credits and the other is of; empty where none is."""
    sources = [{article.wire, agency(article.outlet)} - {""} for article in (one, other)]
    return next((wire for wire in (one.wire, other.wire) if wire in sources[0] & sources[1]), "")


def likeness(copy: Article, original: Article, found: float) -> str:
    """Return how a copy is known that has so much of its original's words."""
    wire = shared_agency(copy, original)
    percent = f"{int(100 * found)} %"
    if not wire:
        return f"{percent} of its words, headings aside, stand there in the same order"
    if copy.wire == original.wire:
        return f"both credit {wire}, and share {percent} of their words"
    return f"one credits {wire}, whose own text the other is, and they share {percent} of their words"
