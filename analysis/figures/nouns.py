"""The noun that a number counts: "around 25,000 companies operating with Russian capital" counts companies."""

import re
from dataclasses import dataclass
from functools import cache

from analysis.figures.lexicon import key, one_of, words

LONGEST = 4  # words between a number and the end of its noun: "20 new permanent regional representatives"
NEXT_WORD = re.compile(r"[\s-]+([^\W\d_][\w’'.&-]*)")
NOT_PLURAL = re.compile(r"(?:ss|us|is|’s|'s)$")


@dataclass(frozen=True, slots=True)
class Nouns:
    """What a language says of nouns behind numbers."""

    stops: frozenset[str]
    irregular: frozenset[str]
    of_its: re.Pattern[str]
    kinds: dict[str, frozenset[str]]  # people, companies, projects
    people_before: re.Pattern[str]


@cache
def nouns(language: str) -> Nouns:
    """Return the noun lists of a language."""
    lists = words(language)
    return Nouns(
        frozenset(lists["noun_stops"]),
        frozenset(lists["irregular_plurals"]),
        re.compile(r"\s+of\s+(?:its|their|his|her|our|the)\b", re.IGNORECASE),
        {kind: frozenset(map(key, lists[kind])) for kind in ("people", "companies", "projects")},
        re.compile(rf"\b{one_of(lists['people'])}\b", re.IGNORECASE),
    )


def is_plural(word: str, language: str) -> bool:
    """Return whether a word looks like a plural noun.

    >>> is_plural("companies", "en"), is_plural("people", "en"), is_plural("crisis", "en")
    (True, True, False)
    """
    word = word.lower().rstrip(".’'")
    return word in nouns(language).irregular or (len(word) > 3 and word.endswith("s") and not NOT_PLURAL.search(word))


def noun(text: str, end: int, language: str = "en") -> tuple[int, str]:
    """Return where the noun behind a number ends and its words, or `(end, "")` where no noun is counted.

    >>> noun("around 25,000 companies operating with Russian capital", 13)
    (23, 'companies')
    >>> noun("200,000 agricultural tires and", 7)
    (26, 'agricultural tires')
    >>> noun("160,000 are studying", 7)
    (7, '')
    """
    lists = nouns(language)
    of_its = lists.of_its.match(text, end)
    at = begin = of_its.end() if of_its else end
    for _ in range(LONGEST):
        found = NEXT_WORD.match(text, at)
        if found is None or found[1].lower().rstrip(".") in lists.stops:
            break
        at = found.end(1)
        if is_plural(found[1], language):
            at -= len(found[1]) - len(found[1].rstrip(".’'"))
            return at, " ".join(text[begin:at].strip(" -\n").split())
        if found[1].endswith("."):
            break
    return end, ""


def kind_of_noun(unit: str, language: str = "en") -> str:
    """Return people, companies, projects, or nothing, for a counted noun.

    >>> kind_of_noun("large enterprises"), kind_of_noun("citizens"), kind_of_noun("tires")
    ('companies', 'people', '')
    """
    tail = key(unit)
    for kind, listed in nouns(language).kinds.items():
        if tail in listed or any(tail.endswith(" " + word) for word in listed):
            return kind
    return ""
