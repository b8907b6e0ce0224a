"""Who speaks in each sentence of an article: quoted, reported, inherited from the sentence before, or nobody but the narrator."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from analysis.figures.lexicon import one_of, words
from analysis.records import Article, Attribution, Sentence

NARRATOR = Attribution("", "narrator")
LOOK_BACK = 160  # characters before a verb of saying in which its subject stands

CAPITAL = "[A-ZÀ-ÖØ-ÞĀĂĄĆČĐĒĖĘĚĞĢĪĮİŁŃŅŇŌŐŒŘŚŞŠŢŤŪŮŰŲŹŻŽА-ЯЁ]"
WORD = rf"{CAPITAL}[\w’'-]*\.?"
# "Recep Tayyip Erdogan", "Shavkat Mirziyoyev", "Ursula von der Leyen", "US-China Economic and Security Review Commission"
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


NAME_AT_END = re.compile(rf"(?P<name>{NAME})[\"”»]?$")
NAME_HERE = re.compile(rf"\s+(?:the\s+)?(?P<name>{NAME})")
# "Wang Wen, executive Dean of the Institute, said"
APPOSITION = re.compile(rf"(?P<name>{NAME}),\s[^“”\"]{{3,130}},$")
FULL_NAME = re.compile(rf"\b{CAPITAL}[\w’'-]+(?:(?:\s+(?:von|van|der|de|bin|al))?\s+{CAPITAL}[\w’'-]+){{1,5}}")


@cache
def speech(language: str) -> Speech:
    """Return the compiled speech patterns of a language."""
    lists = words(language)["speech"]
    role = rf"(?:[\w’'-]+\s+){{0,4}}(?:{one_of(lists['roles'])}|{one_of(lists['bodies'])})(?:\s+of\s+(?:the\s+)?{NAME})?"
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
    )


class Cast:
    """The persons of an article: full names by last name, and the person last named and last titled."""

    def __init__(self, text: str, language: str) -> None:
        """Collect the full names that stand in the text; the first one of a last name counts."""
        self.titles, self.not_names = speech(language).titles, speech(language).not_names
        self.full: dict[str, str] = {}
        for found in FULL_NAME.finditer(text):
            name = self.bare(found[0])
            if " " in name:
                self.full.setdefault(name.split()[-1], name)
        self.last = ""

    def bare(self, name: str) -> str:
        """Return a name without the titles and the possessives before it: "Russia’s Deputy Foreign Minister Andrey Rudenko"."""
        parts = name.split()
        while parts and parts[0].lower() in self.not_names:  # "As Israel", "The", "It" begin a sentence, not a name
            parts = parts[1:]
        if not parts:
            return ""
        cut = [at for at, part in enumerate(parts[:-1]) if part.lower().strip(".’s'") in self.titles or part.endswith(("’s", "'s"))]
        return " ".join(parts[cut[-1] + 1 :] if cut else parts).rstrip(".")

    def person(self, name: str) -> str:
        """Return a person's full name, and remember who was named last."""
        bare = self.bare(name)
        if not bare:
            return ""
        known = self.full.get(bare.split()[-1], bare) if len(bare.split()) <= 2 else bare
        self.last = known
        return known


def role_holder(role: str, cast: Cast, text_before: str) -> str:
    """Return the name of the person whose role it is: the person spoken of last, if the text before gives him that role."""
    head = role.lower().removeprefix("the ").split(" of ")[0].split()[-1]
    if cast.last and (re.search(rf"\b{re.escape(head)}\b", text_before, re.IGNORECASE)):
        return cast.last
    return ""


def subject_before(text: str, at: int, cast: Cast, rules: Speech, before: str) -> str:
    """Return who stands before a verb of saying, empty where nobody does."""
    head = text[max(0, at - LOOK_BACK) : at]
    head = head[: rules.between.search(head).start()]  # type: ignore[union-attr]
    if found := APPOSITION.search(head):
        return cast.person(found["name"])
    if rules.pronoun.search(head):
        return cast.last
    if (found := rules.role.search(head)) and found["role"]:
        return role_holder(found["role"], cast, before + head[: found.start()]) or strip_article(found["role"])
    if found := NAME_AT_END.search(head):
        return cast.person(found["name"])
    if found := rules.role.search(head):
        return found["many"].strip()
    return ""


def strip_article(role: str) -> str:
    """Return a role without its article."""
    return re.sub(r"^the\s+", "", " ".join(role.split()), flags=re.IGNORECASE)


def subject_after(text: str, at: int, cast: Cast, rules: Speech, before: str) -> str:
    """Return who stands behind a verb of saying or behind "according to", empty where nobody does."""
    tail = text[at : at + LOOK_BACK]
    if re.match(r"\s+(?i:him|her)\b", tail):
        return cast.last
    if found := rules.role_after.match(tail):
        return role_holder(found["role"], cast, before) or strip_article(found["role"])
    if found := NAME_HERE.match(tail):
        return cast.person(found["name"])
    return ""


def sources(sentence: Sentence, cast: Cast, language: str, before: str) -> Iterator[str]:
    """Yield whom a sentence names as its source, in reading order."""
    rules, text = speech(language), sentence.text
    for found in rules.according.finditer(text):
        if name := subject_after(text, found.end(), cast, rules, before):
            yield name
    for found in rules.data_verb.finditer(text):
        if name := subject_before(text, found.start(), cast, rules, before):
            yield name
    for found in rules.verb.finditer(text):
        name = subject_before(text, found.start(), cast, rules, before)
        if found["verb"].lower() in rules.weak and name not in cast.full.values():
            continue  # "the report found" is speech of nobody by name
        if not name and re.search(r"[”»\",—–-]\s*$", text[: found.start()]):
            name = subject_after(text, found.end(), cast, rules, before)
        if name:
            yield name


def quoted(sentences: Sequence[Sentence]) -> list[bool]:
    """Return for each sentence whether it stands wholly or partly inside quotation marks, which may run over sentences."""
    inside, marks, paragraph = False, [], -1
    for sentence in sentences:
        if sentence.paragraph != paragraph:
            # A speech over several paragraphs opens each of them again; a mark that was never closed ends here.
            inside, paragraph = False, sentence.paragraph
        touched = inside
        for mark in sentence.text:
            if mark in OPENING or (mark == '"' and not inside):
                inside = touched = True
            elif mark in CLOSING or mark == '"':
                inside = False
        marks.append(touched)
    return marks


def wholly_quoted(sentence: Sentence) -> bool:
    """Return whether a sentence is nothing but quoted words."""
    return sentence.text[:1] in OPENING + '"' or not any(mark in sentence.text for mark in OPENING + CLOSING + '"')


def attributions(article: Article) -> tuple[Attribution, ...]:
    """Return who speaks in each sentence of an article, parallel to its sentences."""
    language = article.language or "en"
    cast = Cast(article.raw_text, language)
    quotes = quoted(article.sentences)
    own: list[Attribution] = []
    before = ""
    for sentence, in_quotes in zip(article.sentences, quotes, strict=True):
        found = "" if sentence.heading else next(sources(sentence, cast, language, before), "")
        own.append(Attribution(found, "direct" if in_quotes else "indirect") if found else NARRATOR)
        before = (before + " " + sentence.text)[-2000:]
    return tuple(inherited(article.sentences, quotes, own))


def inherited(sentences: Sequence[Sentence], quotes: Sequence[bool], own: Sequence[Attribution]) -> Iterator[Attribution]:
    """Yield each sentence's speaker: its own, that of the quotation it belongs to, or of the speech it stands in."""
    for at, (sentence, mine) in enumerate(zip(sentences, own, strict=True)):
        if mine.speaker or sentence.heading:
            yield mine
            continue
        after = next_speaker(sentences, own, at, sentence.paragraph)
        before = last_speaker(sentences, own, at, sentence.paragraph)
        if quotes[at] and wholly_quoted(sentence) and (after or before):
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
