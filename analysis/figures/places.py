"""The countries and groups an article names, each with its place. Pure: text in, places out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from analysis import cues
from analysis.figures.lexicon import key
from analysis.study import Study


@dataclass(frozen=True, slots=True)
class Place:
    """One country or group as named; offsets count from the start of the text that was searched."""

    start: int
    end: int
    party: str  # ISO 3166 alpha-3 code, or the group's name


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a study's parties in a language: one pattern, and what each found form stands for."""

    any: re.Pattern[str]
    exact: dict[str, str]  # form -> party; empty for a form that only looks like one ("Tashkent Times")
    starred: tuple[tuple[re.Pattern[str], str], ...]

    def party(self, form: str) -> str:
        """Return the party a found form stands for, empty where it stands for none."""
        exact = self.exact.get(key(form))
        return exact if exact is not None else next((party for word, party in self.starred if word.fullmatch(form)), "")


@cache
def names(study: Study, language: str) -> Names:
    """Return the compiled names of a study's countries and groups."""
    forms: list[tuple[str, str]] = []
    for country in study.countries:
        listed = [country.names, country.demonyms, country.capitals]
        own = [country.name, *(form for words in listed for form in words.get(language, ()))]
        forms += [(form, country.code) for form in own] + [(form, "") for form in country.exclude]
    for group in study.groups:
        forms += [(form, group.name) for form in (group.name, *group.cues.get(language, ()))]
        forms += [(form, "") for form in group.exclude]
    starred = tuple((cues.pattern([form]), party) for form, party in forms if "*" in form)
    exact = {key(form): party for form, party in forms if "*" not in form}
    return Names(cues.pattern(form for form, _ in forms), exact, starred)


def places(text: str, study: Study, language: str = "en") -> Iterator[Place]:
    """Yield every country and group that a text names, in reading order.

    >>> from analysis.study import DEFAULT, load
    >>> [p.party for p in places("trade between Russia and the Central Asian states", load(DEFAULT))]
    ['RUS', 'Central Asia']
    """
    rules = names(study, language)
    for found in rules.any.finditer(text):
        if party := rules.party(found[0]):
            yield Place(found.start(), found.end(), party)
