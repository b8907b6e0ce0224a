"""The compiled patterns of speech: verbs of saying, names, roles and what may stand between them."""

import re
from dataclasses import dataclass
from functools import cache

from analysis.figures.countries import is_country
from analysis.figures.lexicon import key, one_of, word_of, words

CAPITAL = "[A-ZÀ-ÖØ-ÞĀĂĄĆČĐĒĖĘĚĞĢĪĮİŁŃŅŇŌŐŒŘŚŞŠŢŤŪŮŰŲŹŻŽА-ЯЁ]"
SOURCES = ("according", "based_on", "data_verbs")
LETTERS = r"[\w’'-]{0,40}"


@dataclass(frozen=True, slots=True)
class Speech:
    """The compiled speech patterns of a language; verbs are looked for in small letters."""

    language: str
    verb: re.Pattern[str]
    source: re.Pattern[str]  # "according to", "based on", and verbs with which somebody lays out figures
    source_kinds: dict[str, str]  # phrase -> according, based_on, data_verbs
    published_by: re.Pattern[str]
    published: re.Pattern[str]
    publication: re.Pattern[str]
    list_opening: re.Pattern[str]
    adverb: re.Pattern[str]
    pronoun: re.Pattern[str]
    pronoun_after: re.Pattern[str]
    body_pronoun: re.Pattern[str]
    name_at_end: re.Pattern[str]
    name_after: re.Pattern[str]
    nations_name: re.Pattern[str]
    apposition: re.Pattern[str]
    in_apposition: re.Pattern[str]
    office_holder: re.Pattern[str]
    place_lead: re.Pattern[str]
    country_lead: re.Pattern[str]
    elsewhere_lead: re.Pattern[str]
    crowd_lead: re.Pattern[str]
    according: re.Pattern[str]
    office_of: re.Pattern[str]
    full_name: re.Pattern[str]
    role: re.Pattern[str]
    role_after: re.Pattern[str]
    article: re.Pattern[str]
    of: re.Pattern[str]
    weak: frozenset[str]
    titles: frozenset[str]
    not_names: frozenset[str]
    weekdays: frozenset[str]
    calendar: frozenset[str]  # weekdays and months
    generic_roles: frozenset[str]
    bodies: frozenset[str]
    personal: frozenset[str]  # titles of persons: "President", "Mr"
    many: frozenset[str]

    def is_crowd(self, source: str) -> bool:
        """Return whether a source is a crowd without names: "Officials"; "Israel’s military" is none."""
        return source.islower() or source.split()[-1].lower() in self.many and len(source.split()) == 1

    def speaks_on(self, source: str) -> bool:
        """Return whether what follows may be a source's too: experts and countries say one sentence and no more."""
        return bool(source) and not self.is_crowd(source) and not is_country(source, self.language)

    def strip_article(self, role: str) -> str:
        """Return a role without its article, one space between its words."""
        return self.article.sub("", " ".join(role.split()))


@cache
def speech(language: str) -> Speech:
    """Return the compiled speech patterns of a language."""
    lists = words(language)["speech"]
    at_places = [*lists["place_leads"], *lists["country_leads"]]
    particle, the, of = one_of(lists["in_names"]), one_of(lists["the"]), one_of(words(language)["of"])
    # "U.S.", "Wang", "Jr."
    word = rf"(?:(?:{CAPITAL}\.){{1,3}}{CAPITAL}\b\.?|{CAPITAL}{LETTERS}\.?)"
    # "Recep Tayyip Erdogan", "Ursula von der Leyen", "US-China Economic and Security Review Commission"
    inside = one_of([*lists["in_names"], *lists["in_bodies"]])
    name = rf"{word}(?:\s+(?:{inside}\s+){{0,2}}{word}){{0,6}}"
    office = rf"(?i:{one_of([*lists['roles'], *lists['bodies']])})"
    of_whom = rf"(?i:{one_of([*lists['roles'], *lists['bodies'], *lists['states']])})"
    role = rf"(?:[\w’'-]{{1,40}}\s+){{0,4}}{office}(?:\s+{of}\s+(?:{the}\s+)?{name})?"
    many = rf"(?:[\w’'-]{{1,40}}\s+){{0,2}}{one_of(lists['many'])}"
    begins_many = rf"(?:^|[.,;:”\"]\s*|\b{one_of(lists['that'])}\s+)"
    source_kinds = {key(phrase): kind for kind in SOURCES for phrase in lists[kind]}
    publications = one_of(lists["publications"])
    possessive = rf"{CAPITAL}{LETTERS}['’]s"
    return Speech(
        language=language,
        verb=re.compile(rf"(?P<verb>{word_of(lists['verbs'])})\b"),
        source=re.compile(rf"{word_of(source_kinds)}\b"),
        source_kinds=source_kinds,
        # "the data released on Monday by the Ministry of Commerce"
        published_by=re.compile(
            rf"\s+(?:[\w-]{{1,40}}\s+){{0,3}}?{publications}(?:\s+[\w-]{{1,40}}){{0,4}}?\s+{one_of(lists['published_by'])}\s+"
            rf"(?:{the}\s+)?(?P<name>{name})"
        ),
        published=re.compile(
            rf"\s+(?:(?P<role>{the}\s+{role})(?:['’]s)?|(?:{the}\s+)?(?P<name>{name}))\s+{publications}\b"
        ),
        # "A US report issued on Tuesday" said
        publication=re.compile(
            rf"^(?i:{one_of(lists['a'])})\s+(?P<name>(?:[\w’'-]{{1,40}}\s+){{0,3}}{one_of(lists['speaking_publications'])})\b"
            rf"[^“”\",;:]*$"
        ),
        list_opening=re.compile(rf":$|{word_of(lists['list_openings'])}\b"),
        adverb=re.compile(rf"\s+(?i:{one_of([*lists['between'], *lists['weekdays']])})$"),
        pronoun=re.compile(rf"(?:^|[\s“\"(,])(?i:{one_of(lists['pronouns'])})$"),
        body_pronoun=re.compile(rf"(?:^|[“\"(,;]\s?)(?i:{one_of(lists['body_pronouns'])})$"),
        pronoun_after=re.compile(rf"\s+(?i:{one_of(lists['pronouns_after'])})\b"),
        name_at_end=re.compile(rf"(?P<name>{name})[\"”»]?$"),
        name_after=re.compile(rf"\s+(?:{the}\s+)?(?P<name>{name})"),
        # "said Kenyan oil official Wang Wen"
        nations_name=re.compile(
            rf"\s+(?:{the}\s+)?{CAPITAL}{LETTERS}(?:\s+[a-z][\w-]{{0,40}}){{1,4}}\s+(?P<name>{name})"
        ),
        # "Wang Wen, executive Dean of the Institute, said"
        apposition=re.compile(rf"(?P<name>{name}),\s[^“”\"]{{3,200}},$"),
        # "the minister, Wang Wen, said"
        in_apposition=re.compile(rf",\s(?P<name>{name}),$"),
        # "the Foreign Minister of Kenya Wang Wen"
        office_holder=re.compile(
            rf"{office}\s+{of}\s+(?:{the}\s+)?(?:{word}\s+(?:{of}\s+)?){{1,4}}(?P<name>{word}\s+{word})$"
        ),
        # "Traders in Kampala said", "an officer with Uganda said"
        place_lead=re.compile(rf"\s(?i:{one_of(lists['place_leads'])})\s+(?:{the}\s+)?$"),
        country_lead=re.compile(rf"\s(?i:{one_of(at_places)})\s+(?:{the}\s+)?$"),
        elsewhere_lead=re.compile(rf"(?<!\w)(?i:{one_of([*at_places, *lists['dates_lead']])})\s+(?:{the}\s+)?$"),
        crowd_lead=re.compile(rf"^(?i:{one_of(lists['crowd_leads'])})\s+"),
        according=re.compile(rf"{word_of(lists['according'])}\b"),
        office_of=re.compile(rf"\b{of_whom}\s+{of}\s+(?:{the}\s+)?$"),
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
        weekdays=frozenset(lists["weekdays"]),
        calendar=frozenset([*lists["weekdays"], *words(language)["periods"]["months"]]),
        generic_roles=frozenset(lists["generic_roles"]),
        bodies=frozenset(lists["bodies"]),
        personal=frozenset([*lists["honorifics"], *lists["roles"]]),
        many=frozenset(lists["many"]),
    )
