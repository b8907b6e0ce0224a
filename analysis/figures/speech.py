"""The compiled patterns of speech: verbs of saying, names, roles and what may stand between them."""

import re
from dataclasses import dataclass
from functools import cache

from analysis.figures.lexicon import one_of, word_of, words

CAPITAL = "[A-ZÀ-ÖØ-ÞĀĂĄĆČĐĒĖĘĚĞĢĪĮİŁŃŅŇŌŐŒŘŚŞŠŢŤŪŮŰŲŹŻŽА-ЯЁ]"
LETTERS = r"[\w’'-]{0,40}"


@dataclass(frozen=True, slots=True)
class Speech:
    """The compiled speech patterns of a language; verbs are looked for in small letters."""

    verb: re.Pattern[str]
    data_verb: re.Pattern[str]
    according: re.Pattern[str]
    adverb: re.Pattern[str]
    pronoun: re.Pattern[str]
    pronoun_after: re.Pattern[str]
    name_at_end: re.Pattern[str]
    name_after: re.Pattern[str]
    apposition: re.Pattern[str]
    full_name: re.Pattern[str]
    role: re.Pattern[str]
    role_after: re.Pattern[str]
    article: re.Pattern[str]
    of: re.Pattern[str]
    weak: frozenset[str]
    titles: frozenset[str]
    not_names: frozenset[str]
    generic_roles: frozenset[str]
    bodies: frozenset[str]

    def strip_article(self, role: str) -> str:
        """Return a role without its article, one space between its words."""
        return self.article.sub("", " ".join(role.split()))


@cache
def speech(language: str) -> Speech:
    """Return the compiled speech patterns of a language."""
    lists = words(language)["speech"]
    particle, the, of = one_of(lists["in_names"]), one_of(lists["the"]), one_of(words(language)["of"])
    word = rf"{CAPITAL}{LETTERS}\.?"
    # "Recep Tayyip Erdogan", "Ursula von der Leyen", "US-China Economic and Security Review Commission"
    inside = one_of([*lists["in_names"], *lists["in_bodies"]])
    name = rf"{word}(?:\s+(?:{inside}\s+){{0,2}}{word}){{0,6}}"
    office = rf"(?i:{one_of([*lists['roles'], *lists['bodies']])})"
    role = rf"(?:[\w’'-]{{1,40}}\s+){{0,4}}{office}(?:\s+{of}\s+(?:{the}\s+)?{name})?"
    many = rf"(?:[\w’'-]{{1,40}}\s+){{0,2}}{one_of(lists['many'])}"
    begins_many = rf"(?:^|[.,;:”\"]\s*|\b{one_of(lists['that'])}\s+)"
    possessive = rf"{CAPITAL}{LETTERS}['’]s"
    return Speech(
        verb=re.compile(rf"(?P<verb>{word_of(lists['verbs'])})\b"),
        data_verb=re.compile(rf"{word_of(lists['data_verbs'])}\b"),
        according=re.compile(rf"{word_of(lists['according'])}\b"),
        adverb=re.compile(rf"\s+(?i:{one_of(lists['between'])})$"),
        pronoun=re.compile(rf"(?:^|[\s“\"(,])(?i:{one_of(lists['pronouns'])})$"),
        pronoun_after=re.compile(rf"\s+(?i:{one_of(lists['pronouns_after'])})\b"),
        name_at_end=re.compile(rf"(?P<name>{name})[\"”»]?$"),
        name_after=re.compile(rf"\s+(?:{the}\s+)?(?P<name>{name})"),
        # "Wang Wen, executive Dean of the Institute, said"
        apposition=re.compile(rf"(?P<name>{name}),\s[^“”\"]{{3,200}},$"),
        full_name=re.compile(
            rf"{CAPITAL}(?<!\w\w){LETTERS}(?:(?:\s{{1,2}}{particle}){{0,2}}\s{{1,2}}{CAPITAL}{LETTERS}){{1,5}}"
        ),
        # "the expert", "Israel’s military"; "Officials", "..., analysts"
        role=re.compile(
            rf"(?:(?<![\w’'-])(?P<role>(?:(?i:{the})|{possessive})\s+{role})|{begins_many}(?P<many>(?i:{many})))$"
        ),
        role_after=re.compile(rf"\s+(?P<role>{the}\s+{role}|{many})"),
        article=re.compile(rf"^(?i:{the})\s+"),
        of=re.compile(rf"\s+{of}\s+"),
        weak=frozenset(lists["weak"]),
        titles=frozenset(lists["titles"]),
        not_names=frozenset(lists["not_names"]),
        generic_roles=frozenset(lists["generic_roles"]),
        bodies=frozenset(lists["bodies"]),
    )
