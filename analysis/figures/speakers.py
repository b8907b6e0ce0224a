"""Who speaks in each sentence of an article: quoted, reported, inherited from the sentence before, or the narrator."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.figures.cast import Cast
from analysis.figures.lexicon import small
from analysis.figures.speech import Speech, speech
from analysis.records import Article, Attribution, Sentence

NARRATOR = Attribution("", "narrator")
LOOK_BACK = 240  # characters before a verb of saying in which its subject stands
ADVERB = 16  # characters of the longest word between the two: "has", "also", "Wednesday"
OPENING = "“«„"
BEHIND_SPEECH = re.compile(r"[”»\",—–-]\s*$")  # “Trade grows,” said ...
PARTED = "\n\n\n"  # no name runs from one sentence into the next
MARK = re.compile('[“«„”»"]')


def subject_before(text: str, at: int, cast: Cast, rules: Speech) -> str:
    """Return who stands before a verb of saying, empty where nobody does."""
    head = text[max(0, at - LOOK_BACK) : at].rstrip()
    while adverb := rules.adverb.search(head, max(0, len(head) - ADVERB)):
        head = head[: adverb.start()]
    if head.endswith(",") and (found := rules.apposition.search(head)):
        return cast.person(found["name"])
    if rules.pronoun.search(head):
        return cast.last
    if (found := rules.role.search(head)) and found["role"]:
        return cast.holder(found["role"]) or rules.strip_article(found["role"])
    if found := rules.name_at_end.search(head):
        return cast.person(found["name"])
    if found := rules.role.search(head):
        return found["many"].strip()
    return ""


def subject_after(text: str, at: int, cast: Cast, rules: Speech) -> str:
    """Return who stands behind a verb of saying or behind "according to", empty where nobody does."""
    tail = text[at : at + LOOK_BACK]
    if rules.pronoun_after.match(tail):
        return cast.last
    if found := rules.role_after.match(tail):
        return cast.holder(found["role"]) or rules.strip_article(found["role"])
    if found := rules.name_after.match(tail):
        return cast.person(found["name"])
    return ""


def unquoted(text: str, *, inside: bool) -> tuple[str, bool]:
    """Return a sentence with its quoted words blanked out, all else in its place, and whether a quotation is open.

    >>> unquoted("“Russia considers it useful,” he noted. “And", inside=False)
    ('“                           ” he noted. “   ', True)
    """
    kept, at = [], 0
    for mark in MARK.finditer(text):
        kept += [" " * (mark.start() - at) if inside else text[at : mark.start()], mark[0]]
        at, inside = mark.end(), mark[0] in OPENING or (mark[0] == '"' and not inside)
    return "".join([*kept, " " * (len(text) - at) if inside else text[at:]]), inside


def sources(text: str, cast: Cast, language: str) -> Iterator[str]:
    """Yield whom the words of a sentence outside quotation marks name as its source."""
    rules, lower = speech(language), small(text)
    for found in rules.according.finditer(lower):
        if name := subject_after(text, found.end(), cast, rules):
            yield name
    for found in rules.data_verb.finditer(lower):
        if name := subject_before(text, found.start(), cast, rules):
            yield name
    for found in rules.verb.finditer(lower):
        name = subject_before(text, found.start(), cast, rules)
        if found["verb"] in rules.weak and name not in cast.names:
            continue  # "the report found" is speech of nobody by name
        if not name and BEHIND_SPEECH.search(text[max(0, found.start() - ADVERB) : found.start()]):
            name = subject_after(text, found.end(), cast, rules)
        if name:
            yield name


@dataclass(frozen=True, slots=True)
class Quoted:
    """How a sentence stands to quotation marks: open where it begins, anywhere in it, and its words outside them."""

    at_start: bool
    anywhere: bool
    outside: str


def quoted(sentences: Sequence[Sentence]) -> list[Quoted]:
    """Return for each sentence how it stands to quotation marks, which may run over several sentences."""
    inside, marks, paragraph = False, list[Quoted](), -1
    for sentence in sentences:
        # A speech over several paragraphs opens each of them again; a mark that was never closed ends here.
        inside, paragraph = inside and sentence.paragraph == paragraph, sentence.paragraph
        opens = sentence.text[:1] in OPENING + '"'
        at_start = inside or opens
        outside, inside = unquoted(sentence.text, inside=inside and not opens)
        marks.append(Quoted(at_start, at_start or any(mark in sentence.text for mark in OPENING + '"'), outside))
    return marks


def attributions(article: Article) -> tuple[Attribution, ...]:
    """Return who speaks in each sentence of an article, parallel to its sentences."""
    language = article.language or "en"
    cast, quotes = (
        Cast(PARTED.join(sentence.text for sentence in article.sentences), language),
        quoted(article.sentences),
    )
    own: list[Attribution] = []
    for sentence, in_quotes in zip(article.sentences, quotes, strict=True):
        cast.paragraph = sentence.paragraph
        found = "" if sentence.heading else next(sources(in_quotes.outside, cast, language), "")
        own.append(Attribution(found, "direct" if in_quotes.anywhere else "indirect") if found else NARRATOR)
    return tuple(inherited(article.sentences, quotes, own))


def inherited(
    sentences: Sequence[Sentence], quotes: Sequence[Quoted], own: Sequence[Attribution]
) -> Iterator[Attribution]:
    """Yield each sentence's speaker: its own, that of the quotation it belongs to, or of the speech it stands in."""
    before, last = neighbours(sentences, own)
    behind, first = neighbours(sentences[::-1], own[::-1])
    for sentence, mine, quote, said_before, said_behind in zip(
        sentences, own, quotes, before, behind[::-1], strict=True
    ):
        left = last.get(sentence.paragraph - 1, "")
        if mine.speaker or sentence.heading:
            yield mine
        elif quote.at_start and (said_behind or said_before):
            yield Attribution(said_behind or said_before, "direct")
        elif said_before[:1].isupper():  # a crowd without names ("experts") says one sentence and no more
            yield Attribution(said_before, "inherited")
        elif left and left == first.get(sentence.paragraph + 1, ""):
            yield Attribution(left, "inherited")  # a paragraph of its own between two of one speaker
        else:
            yield NARRATOR


def neighbours(sentences: Sequence[Sentence], own: Sequence[Attribution]) -> tuple[list[str], dict[int, str]]:
    """Return for each sentence who spoke last before it in its paragraph, and who speaks last in each paragraph."""
    before, last = list[str](), dict[int, str]()
    for sentence, mine in zip(sentences, own, strict=True):
        before.append(last.get(sentence.paragraph, ""))
        if mine.speaker:
            last[sentence.paragraph] = mine.speaker
    return before, last
