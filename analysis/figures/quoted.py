"""What of each sentence stands in quotation marks, which may run over several sentences. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.records import Sentence

OPENING = "“«„"
MARK = re.compile('[“«„”»"]')


def quoted_spans(text: str, *, inside: bool) -> tuple[list[tuple[int, int]], bool]:
    """Return where the quoted words of a sentence stand, and whether a quotation is open at its end.

    >>> quoted_spans("“Uganda considers it useful,” he noted. “And", inside=False)
    ([(1, 28), (41, 44)], True)
    """
    spans, at = [], 0
    for mark in MARK.finditer(text):
        spans += [(at, mark.start())] if inside else []
        at, inside = mark.end(), mark[0] in OPENING or (mark[0] == '"' and not inside)
    return [*spans, *([(at, len(text))] if inside else [])], inside


def blanked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return a text with some of it blanked out, all else in its place.

    >>> blanked("“Yes,” he noted.", [(1, 5)])
    '“    ” he noted.'
    """
    kept, at = [], 0
    for low, high in spans:
        kept += [text[at:low], " " * (high - low)]
        at = high
    return "".join([*kept, text[at:]])


@dataclass(frozen=True, slots=True)
class Quoted:
    """How a sentence stands to quotation marks: open where it begins and ends, anywhere in it, its words outside."""

    at_start: bool
    anywhere: bool
    outside: str
    goes_on: bool  # open where it ends
    spans: tuple[tuple[int, int], ...]  # in the raw text


def quoted(sentences: Sequence[Sentence]) -> list[Quoted]:
    """Return for each sentence how it stands to quotation marks, which may run over several sentences."""
    inside, marks, paragraph = False, list[Quoted](), -1
    for sentence in sentences:
        # A speech over several paragraphs opens each of them again; a mark that was never closed ends here.
        inside, paragraph = inside and sentence.paragraph == paragraph, sentence.paragraph
        opens = sentence.text[:1] in OPENING + '"'
        at_start = inside or opens
        spans, inside = quoted_spans(sentence.text, inside=inside and not opens)
        anywhere = at_start or any(mark in sentence.text for mark in OPENING + '"')
        in_text = tuple((sentence.start + low, sentence.start + high) for low, high in spans)
        marks.append(Quoted(at_start, anywhere, blanked(sentence.text, spans), inside, in_text))
    return marks
