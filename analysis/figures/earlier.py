"""What an article said of places before a sentence, and the country it is mostly about. Pure."""

from collections import Counter, deque
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.figures.places import Place
from analysis.study import Study

NEAR = 12  # sentences with parties that are looked back to


@dataclass(frozen=True, slots=True)
class Earlier:
    """What an article said of places before a sentence."""

    near: Sequence[Sequence[str]]  # parties of the sentences before, newest first, and of the article's head
    main: str  # the country that the article is mostly about; empty where there is none

    def one(self) -> list[str]:
        """Return whom a sentence without any place is about: the main country, else those named last."""
        if self.main:
            return [self.main]
        return list(self.near[0]) if self.near else []


class Before:
    """The parties named so far in an article."""

    def __init__(self) -> None:
        """Begin an article."""
        self.parties: dict[str, None] = {}  # the one named last stands last
        self.head: list[str] = []  # those of the first sentence that names any
        self.last: deque[tuple[int, list[str]]] = deque(maxlen=NEAR)  # paragraph and parties, newest first

    def near(self, paragraph: int) -> list[list[str]]:
        """Return the parties named before a sentence: in its paragraph, the one before, and at the article's head."""
        near = [parties for said_in, parties in self.last if paragraph - 1 <= said_in]
        return [*near, self.head] if self.head else near

    def add(self, paragraph: int, parties: Sequence[str]) -> None:
        """Remember the parties of a sentence."""
        if not parties:
            return
        for party in parties:
            self.parties.pop(party, None)
            self.parties[party] = None
        distinct = list(dict.fromkeys(parties))
        self.last.appendleft((paragraph, distinct))
        self.head = self.head or distinct


def main_country(named_in: Sequence[Sequence[Place]], study: Study) -> str:
    """Return the country that an article is mostly about, empty where there is none.

    It is named twice as often as any other, or more often than any other and at the article's head.
    """
    times = Counter(place.party for places in named_in for place in places if study.country(place.party))
    (main, first), (_, second) = [*times.most_common(2), ("", 0), ("", 0)][:2]
    head = next(([place.party for place in places] for places in named_in if places), [])
    return main if first >= 2 * second or (first > second and main in head) else ""
