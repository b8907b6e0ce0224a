"""Who speaks in each sentence of an article: quoted, reported, inherited from the sentence before, or the narrator."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from analysis.figures.lexicon import one_of, words
from analysis.records import Article, Attribution, Sentence

NARRATOR = Attribution("", "narrator")
STEM = 4  # letters by which a country and its adjective are told to be one
LOOK_BACK = 240  # characters before a verb of saying in which its subject stands

CAPITAL = "[A-ZÀ-ÖØ-ÞĀĂĄĆČĐĒĖĘĚĞĢĪĮİŁŃŅŇŌŐŒŘŚŞŠŢŤŪŮŰŲŹŻŽА-ЯЁ]"
WORD = rf"{CAPITAL}[\w’'-]*\.?"
# "Recep Tayyip Erdogan", "Ursula von der Leyen", "US-China Economic and Security Review Commission"
NAME = rf"{WORD}(?:\s+(?:(?:al|bin|von|van|de|der|of|for|and|the|on)\s+){{0,2}}{WORD}){{0,6}}"
OPENING, CLOSING = "“«„", "”»"


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


NAME_AT_END = re.compile(rf"(?P<name>{NAME})[\"”»]?$")
NAME_HERE = re.compile(rf"\s+(?:the\s+)?(?P<name>{NAME})")
# "Wang Wen, executive Dean of the Institute, said"
APPOSITION = re.compile(rf"(?P<name>{NAME}),\s[^“”\"]{{3,200}},$")
FULL_NAME = re.compile(rf"\b{CAPITAL}[\w’'-]+(?:(?:\s+(?:von|van|der|de|bin|al))?\s+{CAPITAL}[\w’'-]+){{1,5}}")


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


class Cast:
    """The persons of an article: full names by last name, and the person last named and last titled."""

    def __init__(self, text: str, language: str) -> None:
        """Collect the full names that stand in the text; the first one of a last name counts."""
        self.titles, self.not_names = speech(language).titles, speech(language).not_names
        self.full: dict[str, str] = {}
        self.offices: dict[str, set[str]] = {}  # the words right before each name: {"russian", "president"}
        for found in FULL_NAME.finditer(text):
            name = self.bare(found[0])
            if " " in name:
                known = self.full.setdefault(plain(name.split()[-1]), name)
                lead = text[max(0, found.start() - STEM * 8) : found.start()] + found[0].removesuffix(name)
                self.offices.setdefault(known, set()).update(re.findall(r"\w+", lead.lower())[-5:])
        self.last, self.last_paragraph, self.paragraph = "", -1, 0

    def bare(self, name: str) -> str:
        """Return a name without what stands before it: "Russia’s Deputy Foreign Minister Andrey Rudenko"."""
        parts = name.split()
        while parts and parts[0].lower() in self.not_names:  # "As Israel", "The", "It" begin a sentence, not a name
            parts = parts[1:]
        if not parts:
            return ""
        cut = [
            at
            for at, part in enumerate(parts[:-1])
            if part.lower().strip(".’s'") in self.titles or part.endswith(("’s", "'s"))
        ]
        return " ".join(parts[cut[-1] + 1 :] if cut else parts).rstrip(".")

    def person(self, name: str) -> str:
        """Return a person's full name, and remember who was named last."""
        bare = self.bare(name)
        if not bare:
            return ""
        known = self.full.get(plain(bare.split()[-1]), bare) if len(bare.split()) <= 2 else bare
        self.last, self.last_paragraph = known, self.paragraph
        return known


def plain(name: str) -> str:
    """Return a name without the marks on its letters: articles write "Erdoğan" and "Erdogan" of one man.

    >>> plain("Erdoğan")
    'Erdogan'
    """
    return "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))


def role_holder(role: str, cast: Cast) -> str:
    """Return the person whose role it is, empty where the article does not tell.

    "the President of Russia" is whom the article calls "Russian President"; "the expert" is whoever spoke in this
    paragraph or the one before.
    """
    parts = strip_article(role).split()
    head = strip_article(role).lower().split(" of ")[0].split()[-1]
    if head in speech("en").bodies:
        return ""
    if head in speech("en").generic_roles:
        return cast.last if cast.paragraph - cast.last_paragraph <= 1 else ""
    # "Russia" and "Russian" share their first letters.
    whose = {part[:STEM].lower() for part in parts if part[0].isupper() and part.lower() != head}
    holders = [
        n for n, titles in cast.offices.items() if head in titles and (not whose or whose & {t[:STEM] for t in titles})
    ]
    return cast.last if cast.last in holders else holders[0] if len(holders) == 1 else ""


def subject_before(text: str, at: int, cast: Cast, rules: Speech) -> str:
    """Return who stands before a verb of saying, empty where nobody does."""
    head = text[max(0, at - LOOK_BACK) : at]
    head = head[: rules.between.search(head).start()]  # type: ignore[union-attr]
    if found := APPOSITION.search(head):
        return cast.person(found["name"])
    if rules.pronoun.search(head):
        return cast.last
    if (found := rules.role.search(head)) and found["role"]:
        return role_holder(found["role"], cast) or strip_article(found["role"])
    if found := NAME_AT_END.search(head):
        return cast.person(found["name"])
    if found := rules.role.search(head):
        return found["many"].strip()
    return ""


def strip_article(role: str) -> str:
    """Return a role without its article."""
    return re.sub(r"^the\s+", "", " ".join(role.split()), flags=re.IGNORECASE)


def subject_after(text: str, at: int, cast: Cast, rules: Speech) -> str:
    """Return who stands behind a verb of saying or behind "according to", empty where nobody does."""
    tail = text[at : at + LOOK_BACK]
    if re.match(r"\s+(?i:him|her)\b", tail):
        return cast.last
    if found := rules.role_after.match(tail):
        return role_holder(found["role"], cast) or strip_article(found["role"])
    if found := NAME_HERE.match(tail):
        return cast.person(found["name"])
    return ""


def outside_quotes(text: str, *, open_at_start: bool) -> str:
    """Return a sentence with its quoted words blanked out, all else in its place: what is quoted names no source.

    >>> outside_quotes("“Russia considers it useful,” he noted", open_at_start=False)
    '“                           ” he noted'
    """
    inside, kept = open_at_start and text[:1] not in OPENING + '"', []
    for letter in text:
        if letter in CLOSING or (letter == '"' and inside):
            inside = False
        kept.append(" " if inside else letter)
        if letter in OPENING or (letter == '"' and text[len(kept) - 1] == '"' and not inside and kept.count('"') % 2):
            inside = True
    return "".join(kept)


def sources(sentence: Sentence, cast: Cast, language: str, *, open_at_start: bool) -> Iterator[str]:
    """Yield whom a sentence names as its source, in reading order."""
    rules, text = speech(language), outside_quotes(sentence.text, open_at_start=open_at_start)
    for found in rules.according.finditer(text):
        if name := subject_after(text, found.end(), cast, rules):
            yield name
    for found in rules.data_verb.finditer(text):
        if name := subject_before(text, found.start(), cast, rules):
            yield name
    for found in rules.verb.finditer(text):
        name = subject_before(text, found.start(), cast, rules)
        if found["verb"].lower() in rules.weak and name not in cast.full.values():
            continue  # "the report found" is speech of nobody by name
        if not name and re.search(r"[”»\",—–-]\s*$", text[: found.start()]):
            name = subject_after(text, found.end(), cast, rules)
        if name:
            yield name


@dataclass(frozen=True, slots=True)
class Quoted:
    """Whether quotation marks are open where a sentence begins, and whether any of it stands inside them."""

    at_start: bool
    anywhere: bool


def quoted(sentences: Sequence[Sentence]) -> list[Quoted]:
    """Return for each sentence how it stands to quotation marks, which may run over several sentences."""
    inside, marks, paragraph = False, list[Quoted](), -1
    for sentence in sentences:
        if sentence.paragraph != paragraph:
            # A speech over several paragraphs opens each of them again; a mark that was never closed ends here.
            inside, paragraph = False, sentence.paragraph
        open_at_start = touched = inside
        for mark in sentence.text:
            if mark in OPENING or (mark == '"' and not inside):
                inside = touched = True
            elif mark in CLOSING or mark == '"':
                inside = False
        marks.append(Quoted(open_at_start or sentence.text[:1] in OPENING + '"', touched))
    return marks


def attributions(article: Article) -> tuple[Attribution, ...]:
    """Return who speaks in each sentence of an article, parallel to its sentences."""
    language = article.language or "en"
    cast = Cast(article.raw_text, language)
    quotes = quoted(article.sentences)
    own: list[Attribution] = []
    for sentence, in_quotes in zip(article.sentences, quotes, strict=True):
        cast.paragraph = sentence.paragraph
        found = (
            "" if sentence.heading else next(sources(sentence, cast, language, open_at_start=in_quotes.at_start), "")
        )
        own.append(Attribution(found, "direct" if in_quotes.anywhere else "indirect") if found else NARRATOR)
    return tuple(inherited(article.sentences, quotes, own))


def inherited(
    sentences: Sequence[Sentence], quotes: Sequence[Quoted], own: Sequence[Attribution]
) -> Iterator[Attribution]:
    """Yield each sentence's speaker: its own, that of the quotation it belongs to, or of the speech it stands in."""
    for at, (sentence, mine) in enumerate(zip(sentences, own, strict=True)):
        if mine.speaker or sentence.heading:
            yield mine
            continue
        after = next_speaker(sentences, own, at, sentence.paragraph)
        before = last_speaker(sentences, own, at, sentence.paragraph)
        if quotes[at].at_start and (after or before):
            yield Attribution(after or before, "direct")
        elif before:
            yield Attribution(before, "inherited")
        else:
            # A paragraph of its own between two of one speaker.
            left = last_speaker(sentences, own, at, sentence.paragraph - 1)
            right = next_speaker(sentences, own, at, sentence.paragraph + 1)
            yield Attribution(left, "inherited") if left and left == right else NARRATOR


def last_speaker(sentences: Sequence[Sentence], own: Sequence[Attribution], at: int, paragraph: int) -> str:
    """Return the last speaker of a paragraph before a sentence."""
    here = range(at - 1, -1, -1)
    near = (i for i in here if sentences[i].paragraph == paragraph)
    return next((own[i].speaker for i in near if own[i].speaker), "")


def next_speaker(sentences: Sequence[Sentence], own: Sequence[Attribution], at: int, paragraph: int) -> str:
    """Return the first speaker of a paragraph after a sentence."""
    near = (i for i in range(at + 1, len(sentences)) if sentences[i].paragraph == paragraph)
    return next((own[i].speaker for i in near if own[i].speaker), "")
