"""Who speaks in each sentence of an article: quoted, reported, inherited from the sentence before, or the narrator."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.figures.cast import Cast, role_holder, strip_article
from analysis.figures.speech import NAME, Speech, speech
from analysis.records import Article, Attribution, Sentence

NARRATOR = Attribution("", "narrator")
LOOK_BACK = 240  # characters before a verb of saying in which its subject stands
OPENING, CLOSING = "“«„", "”»"

NAME_AT_END = re.compile(rf"(?P<name>{NAME})[\"”»]?$")
NAME_HERE = re.compile(rf"\s+(?:the\s+)?(?P<name>{NAME})")
# "Wang Wen, executive Dean of the Institute, said"
APPOSITION = re.compile(rf"(?P<name>{NAME}),\s[^“”\"]{{3,200}},$")


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
