"""The compiled patterns of speech: verbs of saying, names, roles and what may stand between them."""

import re
from dataclasses import dataclass
from functools import cache

from analysis.figures.lexicon import one_of, words

CAPITAL = "[A-ZÀ-ÖØ-ÞĀĂĄĆČĐĒĖĘĚĞĢĪĮİŁŃŅŇŌŐŒŘŚŞŠŢŤŪŮŰŲŹŻŽА-ЯЁ]"
WORD = rf"{CAPITAL}[\w’'-]*\.?"
# "Recep Tayyip Erdogan", "Ursula von der Leyen", "US-China Economic and Security Review Commission"
NAME = rf"{WORD}(?:\s+(?:(?:al|bin|von|van|de|der|of|for|and|the|on)\s+){{0,2}}{WORD}){{0,6}}"


@dataclass(frozen=True, slots=True)
class Speech:
    """The compiled speech patterns of a language."""

    verb: re.Pattern[str]
    data_verb: re.Pattern[str]
    weak: frozenset[str]
    according: re.Pattern[str]
    between: re.Pattern[str]
    pronoun: re.Pattern[str]
    role: re.Pattern[str]
    role_after: re.Pattern[str]
    titles: frozenset[str]
    not_names: frozenset[str]
    generic_roles: frozenset[str]
    bodies: frozenset[str]


@cache
def speech(language: str) -> Speech:
    """Return the compiled speech patterns of a language."""
    lists = words(language)["speech"]
    office = rf"(?i:{one_of(lists['roles'])}|{one_of(lists['bodies'])})"
    role = rf"(?:[\w’'-]+\s+){{0,4}}{office}(?:\s+of\s+(?:the\s+)?{NAME})?"
    many = rf"(?:[\w’'-]+\s+){{0,2}}{one_of(lists['many'])}"
    return Speech(
        re.compile(rf"\b(?P<verb>{one_of(lists['verbs'])})\b", re.IGNORECASE),
        re.compile(rf"\b{one_of(lists['data_verbs'])}\b", re.IGNORECASE),
        frozenset(lists["weak"]),
        re.compile(rf"\b{one_of(lists['according'])}\b", re.IGNORECASE),
        re.compile(rf"(?:\s+(?i:{one_of(lists['between'])}))*\s*$"),
        re.compile(rf"(?:^|[\s“\"(,])(?i:{one_of(lists['pronouns'])})$"),
        re.compile(rf"(?:(?<![\w’'-])(?P<role>[Tt]he\s+{role})|(?:^|[.,;:”\"]\s*|\bthat\s+)(?P<many>(?i:{many})))$"),
        re.compile(rf"\s+(?P<role>the\s+{role}|{many})"),
        frozenset(lists["titles"]),
        frozenset(lists["not_names"]),
        frozenset(lists["generic_roles"]),
        frozenset(lists["bodies"]),
    )
