"""Copies: articles that tell a story again in its words, each with its original and how that is known. Pure.

A copy states nothing that its original does not. So a story that is told again with a new figure is one of its own.
Of 100,000 articles no texts are kept, but what they are compared by: they are gone over three times, in order.
"""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from analysis.corpus.copies.alike import text_words
from analysis.corpus.copies.wires import agency, wire_credit
from analysis.progress import progress
from analysis.records import Article

if TYPE_CHECKING:
    from analysis.corpus.copies.stories import Stories

# An editor changes one word in ten; two reporters of one speech share its quotations, seldom more than half a story.
NEAR = 0.8
# Where both take their story from one agency, one of them may have rewritten more of it.
CREDITED = 0.6


class Copy(NamedTuple):
    """What is known of an article from its likeness to others."""

    wire: str  # the agency that it credits
    duplicate_of: str = ""  # the article_id of its original, empty where it is none
    reason: str = ""


class Told(NamedTuple):
    """What is kept of all articles, each at its place."""

    ids: list[str]
    days: "array[int]"  # said on; a text without a date comes last: it would take the date from the story it is like
    wires: list[str]  # the agencies credited
    houses: list[str]  # the agencies that are the outlets
    earliest: "array[int]"  # the place of the first article with the same words

    def shared_agency(self, one: int, other: int) -> str:
        """Return the agency that both articles credit, or that one credits and the other is of; empty if none is."""
        sources = [{self.wires[at], self.houses[at]} - {""} for at in (one, other)]
        return next((wire for wire in (self.wires[one], self.wires[other]) if wire in sources[0] & sources[1]), "")


def copies_of(articles: Sequence[Article]) -> list[Copy]:
    """Return for each article the agency it credits and, if it is a copy, its original and how that is known.

    Every copy names one that is no copy itself, and that it is like: likeness is not passed on from copy to copy.
    """
    told = overview(articles)
    near = near_originals(articles, told)
    return [_copy(at, told, near.get(first)) for at, first in enumerate(told.earliest)]


def _copy(at: int, told: Told, near: tuple[int, float] | None) -> Copy:
    if near:
        return Copy(told.wires[at], told.ids[near[0]], likeness(at, near[0], near[1], told))
    first = told.earliest[at]
    return Copy(told.wires[at]) if first == at else Copy(told.wires[at], told.ids[first], "the same words")


def overview(articles: Iterable[Article]) -> Told:
    """Return what is kept of all articles, and which are the first of those with the same words."""
    told = Told([], array("I"), [], [], array("I"))
    names: dict[str, str] = {}  # one string for each agency
    same: dict[bytes, int] = {}  # by the words of a text, a number
    firsts = array("I")
    for at, article in enumerate(progress(articles, "equal texts")):
        wire = agency(article.wire) if article.wire else wire_credit(article)
        house = agency(article.outlet)
        told.ids.append(article.article_id)
        told.days.append((article.said_on or date.max).toordinal())
        told.wires.append(names.setdefault(wire, wire))
        told.houses.append(names.setdefault(house, house))
        number = same.setdefault(_fingerprint(article), len(firsts))
        told.earliest.append(number)
        if number == len(firsts):
            firsts.append(at)
        else:
            firsts[number] = min(firsts[number], at, key=lambda at: (told.days[at], told.ids[at]))
    for at, number in enumerate(told.earliest):
        told.earliest[at] = firsts[number]
    return told


def _fingerprint(article: Article) -> bytes:
    """Return a hash of an article's words, or of its name where it has none."""
    words = " ".join(text_words(" ".join(sentence.text for sentence in article.sentences)))
    return sha256((words or f"\n{article.article_id}").encode("utf-8", "surrogatepass")).digest()[:16]


def near_originals(articles: Sequence[Article], told: Told) -> Mapping[int, tuple[int, float]]:
    """Return, by the place of each near copy, the place of its original and the share of its words that that has."""
    places = array("I", sorted(set(told.earliest)))
    if len(places) < 2:
        return {}
    from analysis.corpus.copies.stories import Stories  # with numpy, only where there are texts to compare

    stories = Stories(articles, places)
    found: dict[int, tuple[int, float]] = {}
    ranks = array("I", places)  # as many
    for rank, at in enumerate(progress(_ranked(stories, places, told), "copies")):
        ranks[at] = rank
        least = {other: _least(places[at], places[other], told) for other in stories.likely(at)}
        shares = {other: stories.share(at, other, share) for other, share in least.items()}
        likest = max(shares, key=lambda other: (shares[other], -ranks[other]), default=at)
        if shares.get(likest):
            found[places[at]] = places[likest], shares[likest]
        else:
            stories.keep(at)
    return found


def _ranked(stories: "Stories", places: Sequence[int], told: Told) -> list[int]:
    """Return the stories by their numbers, originals first: by the date, the fuller text of one date, else by name."""

    def rank(at: int) -> tuple[int, int, int, str]:
        numbers, words = stories.fullness(at)
        return told.days[places[at]], -numbers, -words, told.ids[places[at]]

    return sorted(range(len(places)), key=rank)


def _least(copy: int, original: int, told: Told) -> float:
    return CREDITED if told.shared_agency(copy, original) else NEAR


def likeness(copy: int, original: int, found: float, told: Told) -> str:
    """Return how a copy is known that has so much of its original's words."""
    wire = told.shared_agency(copy, original)
    percent = f"{int(100 * found)} %"
    if not wire:
        return f"{percent} of its words, headings aside, stand there in the same order"
    if told.wires[copy] == told.wires[original]:
        return f"both credit {wire}, and share {percent} of their words"
    return f"one credits {wire}, whose own text the other is, and they share {percent} of their words"
