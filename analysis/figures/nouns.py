"""The noun that a number counts: "around 25,000 companies operating with Chinese capital" counts companies."""

import re
from dataclasses import dataclass
from functools import cache

from analysis.figures.lexicon import key, one_of, small, word_of, words
from analysis.nations import peoples

LONGEST = 4  # words between a number and the end of its noun: "20 new permanent regional representatives"
LEAD = 24  # characters: " of its", " or more"
SHORTEST_PLURAL = 3  # letters that are too few for one: "gas", "bus"
NEXT_WORD = re.compile(r"[\s-]+([^\W\d_][\w’'.&-]*)")


@dataclass(frozen=True, slots=True)
class Nouns:
    """What a language says of nouns behind numbers."""

    stops: frozenset[str]
    plural: tuple[str, ...]  # endings
    singular: tuple[str, ...]
    irregular: frozenset[str]
    adjectives: frozenset[str]  # plurals that are adjectives too
    leads: re.Pattern[str]  # words between a number and its noun that are no part of it: "40 or more trucks"
    kinds: dict[str, frozenset[str]]  # people, companies, projects
    people_before: re.Pattern[str]


@cache
def nouns(language: str) -> Nouns:
    """Return the noun lists of a language."""
    lists = words(language)
    unchanged = tuple(lists["people_unchanged"])
    nations = peoples(unchanged)
    plural_adjectives = frozenset(nation for nation in nations if nation.endswith(unchanged))
    people = nations.union(lists["people"])
    return Nouns(
        frozenset(lists["noun_stops"]),
        tuple(lists["plural_endings"]),
        tuple(lists["singular_endings"]),
        plural_adjectives.union(lists["irregular_plurals"]),
        plural_adjectives,
        re.compile(rf"\s+(?:{one_of(lists['of'])}\s+{one_of(lists['whose'])}|{one_of(lists['noun_leads'])})\b"),
        {
            kind: frozenset(map(key, listed))
            for kind, listed in (("people", people), ("companies", lists["companies"]), ("projects", lists["projects"]))
        },
        re.compile(rf"{word_of(people)}\b"),
    )


def is_plural(word: str, language: str) -> bool:
    """Return whether a word looks like a plural noun.

    >>> is_plural("companies", "en"), is_plural("people", "en"), is_plural("crisis", "en")
    (True, True, False)
    """
    word = word.lower().rstrip(".’'")
    rules = nouns(language)
    looks_plural = word.endswith(rules.plural) and not word.endswith(rules.singular) and len(word) > SHORTEST_PLURAL
    return looks_plural or word in rules.irregular


def noun(text: str, end: int, language: str = "en") -> tuple[int, str]:
    """Return where the noun behind a number ends and its words, or `(end, "")` where no noun is counted.

    >>> noun("around 25,000 companies operating with Chinese capital", 13)
    (23, 'companies')
    >>> noun("200,000 agricultural tires and", 7)
    (26, 'agricultural tires')
    >>> noun("160,000 are studying", 7)
    (7, '')
    """
    lists = nouns(language)
    lead = lists.leads.match(small(text[end : end + LEAD]))
    at = begin = end + (lead.end() if lead else 0)
    for _ in range(LONGEST):
        found = NEXT_WORD.match(text, at)
        if found is None or found[1].lower().rstrip(".") in lists.stops:
            break
        at = found.end(1)
        follows = NEXT_WORD.match(text, at)
        # "250 Chinese citizens" counts citizens, "250 Chinese" the Chinese.
        if found[1].lower() in lists.adjectives and follows and is_plural(follows[1], language):
            continue
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
