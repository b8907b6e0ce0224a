"""The part of the world that articles speak of most, as the group that a report is about."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from analysis.cues import pattern
from analysis.draft.survey import Survey
from analysis.draft.world import parts
from analysis.study import CUES, KEY, Group, Study

WORLD = "the world"  # where no part of it stands out
LEVELS = 3  # a continent, and up to two smaller parts of it
SHARE = 0.5  # of the articles: a part that fewer of them speak of is not what they are about


@dataclass(frozen=True, slots=True)
class Region:
    """A group as the report's region; `others` are its countries that no article names."""

    group: Group
    others: tuple[str, ...] = ()
    articles: int = 0  # that name it or one of its countries


def region(found: Survey, study: Study) -> Region:
    """Return the smallest part of the world that at least half of the articles speak of; the world if there is none.

    Of several the one that most articles speak of, then the one whose countries are named in most.
    """
    for level in range(LEVELS):
        articles = {part: _articles_about(part, found, study) for part in _parts(found, level)}
        enough = [part for part, number in articles.items() if number >= SHARE * len(found.own)]
        if enough:
            order = sorted(enough, key=lambda part: (-articles[part], -_named(part, found), part))
            return replace(_region(order[0], found, study), articles=articles[order[0]])
    return Region(Group.model_validate({KEY: WORLD}))


def _parts(found: Survey, level: int) -> set[str]:
    """Return the parts of the world of the countries that are named; level 0 has the smallest, level 2 continents."""
    named = (parts(code) for code in found.countries)
    # A country without the smallest part keeps the next one: Egypt is of Northern Africa on both levels.
    return {some[max(level + len(some) - LEVELS, 0)] for some in named if some}


def _named(part: str, found: Survey) -> int:
    """Return how often the countries of a part of the world are named, each once in an article."""
    return sum(articles for code, articles in found.countries.items() if part in parts(code))


def _articles_about(part: str, found: Survey, study: Study) -> int:
    known = shipped(part, study)
    return sum(any((known and name == known.name) or part in parts(name) for name in named) for named in found.named)


def _region(part: str, found: Survey, study: Study) -> Region:
    known = shipped(part, study)
    within = {country.code for country in study.countries if part in parts(country.code)}
    members = known.members if known and known.members else tuple(sorted(within & set(found.countries)))
    others = tuple(sorted(within - {*members}))
    if known:
        return Region(known.model_copy(update={"members": members}), others)
    # As the articles call it: "East Africa" rather than "Eastern Africa".
    names = sorted(forms(part, study), key=lambda name: -_times(name, found))
    cues = list(dict.fromkeys([*names, *people(names)]))
    return Region(Group.model_validate({KEY: names[0], "members": members, CUES: {"en": cues}}), others)


def _times(name: str, found: Survey) -> int:
    words = pattern([name, *people([name])])
    return sum(len(words.findall(article.raw_text)) for article in found.own)


def shipped(part: str, study: Study) -> Group | None:
    """Return the study's group for a part of the world, or None.

    >>> from analysis.study import DEFAULT, load
    >>> shipped("South-eastern Asia", load(DEFAULT)).name
    'Southeast Asia'
    """
    official = {name.casefold() for name in forms(part, study)}
    return next((group for group in study.groups if official & {name.casefold() for name in _names(group)}), None)


def _names(group: Group) -> tuple[str, ...]:
    return (group.name, *group.cues.get("en", ()))


@cache
def forms(part: str, study: Study) -> tuple[str, ...]:
    """Return the names of a part of the world, its official one first; what is a country's name is none.

    >>> from analysis.study import DEFAULT, load
    >>> forms("Eastern Africa", load(DEFAULT)), forms("Southern Africa", load(DEFAULT))
    (('Eastern Africa', 'East Africa'), ('Southern Africa',))
    """
    first, _, rest = part.partition(" ")
    short = f"{_words()['spoken'].get(first, first)} {rest}".strip()
    taken = {name for country in study.countries for name in country.names["en"]}
    return tuple(name for name in dict.fromkeys((part, short)) if name not in taken) or (part,)


def people(names: Sequence[str]) -> Iterator[str]:
    """Yield the words of people and places of some parts of the world.

    >>> list(people(["East Africa", "Northern Europe"]))
    ['East African', 'Northern European']
    """
    for name in names:
        before, _, last = name.rpartition(" ")
        if last in _words()["people"]:
            yield f"{before} {_words()['people'][last]}".strip()


@cache
def _words() -> dict[str, Any]:
    return dict(yaml.safe_load(Path(__file__).with_name("regions.yml").read_text("utf-8")))
