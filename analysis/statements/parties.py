"""The countries and groups of a sentence: those it names and those it refers to, "the republic", "the region". Pure."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from analysis.figures.earlier import main_country
from analysis.figures.lexicon import key, small
from analysis.figures.places import Place, places
from analysis.figures.references import named, references, referred
from analysis.records import Article, Mention, Sentence
from analysis.study import Study

BEFORE = 3  # sentences that are looked back to for what a reference stands for
BOTH = 2


class Parties:
    """The parties of an article's sentences. Nothing is looked up before it is asked for: most sentences never are."""

    def __init__(self, article: Article, study: Study, mentions: Sequence[Mention]) -> None:
        """Take an article with its mentions, which tell the country it is mostly about."""
        self._sentences, self._study, self._language = article.sentences, study, article.language or "en"
        self._mentions, self._bodies = mentions, {body.name for body in study.organisations}
        self._named: dict[int, Sequence[Place]] = {}
        self._main: str | None = None

    def of(self, at: int) -> list[Place]:
        """Return the places of one sentence in reading order, offsets counted from the sentence's start."""
        text, here, rules = self._sentences[at].text, self._named_in(at), references(self._language)
        found = list(here)
        for match in rules.any.finditer(small(text)):
            if not any(place.start < match.end() and match.start() < place.end for place in here):
                standing = self._standing_for(rules.kinds[key(match[0])], at, match.start())
                found += [Place(match.start(), match.end(), party) for party in standing]
        return sorted(found, key=lambda place: place.start)

    def _standing_for(self, kind: str, at: int, start: int) -> list[str]:
        """Return whom a kind of reference stands for; nobody where it could be more than one."""
        here = [place.party for place in self._named_in(at) if place.end <= start]
        countries = [party for party in here if self._study.country(party)]
        if kind == "region":  # an organisation is no region
            regions = [party for party in [*self._before(at), *here] if party not in self._bodies]
            return referred(kind, self._study, regions, "")
        if kind == "both":
            several = list(dict.fromkeys([*filter(self._study.country, self._before(at)), *countries]))
            return several if len(several) == BOTH else []
        if own := self._office_country(at):
            return [own]
        return (
            [] if countries and kind == "one" else referred(kind, self._study, self._before(at), self._main_country())
        )

    def _named_in(self, at: int) -> Sequence[Place]:
        if at not in self._named:
            self._named[at] = named(self._sentences[at].text, self._study, self._language)
        return self._named[at]

    def _before(self, at: int) -> list[str]:
        """Return the parties of the sentences before, the one named last at the end."""
        return [place.party for earlier in range(max(0, at - BEFORE), at) for place in self._named_in(earlier)]

    def _office_country(self, at: int) -> str:
        # "Kenya expert Achieng said that China's investment in the republic": the republic is Kenya.
        held = [
            place.party
            for place in places(self._sentences[at].text, self._study, self._language)
            if place not in self._named_in(at)
        ]
        return next((party for party in held if self._study.country(party)), "")

    def _main_country(self) -> str:
        if self._main is None:
            self._main = main_country(list(self._countries_by_sentence()), self._study)
        return self._main

    def _countries_by_sentence(self) -> Iterator[list[Place]]:
        found = [mention for mention in self._mentions if mention.taxonomy == "country"]
        for sentence in self._sentences:
            yield [Place(one.start, one.end, one.concept) for one in within(found, sentence)]


def within(mentions: Sequence[Mention], place: Sentence | Place) -> Sequence[Mention]:
    """Return the mentions that begin inside a place, given in reading order."""
    low = bisect_left(mentions, place.start, key=lambda mention: mention.start)
    return mentions[low : bisect_left(mentions, place.end, lo=low, key=lambda mention: mention.start)]
