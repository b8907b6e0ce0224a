"""How a security theme is spoken of: as a threat, answered, reported, alleged, or only named. Pure.

The governing verb decides, not the nearest word: "countering numerous threats, including terrorism" is a response.
A hit is governed by the last governor before it in its clause, else by the first after it, else by the nearest in the
sentence.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from analysis.cue_index import CueIndex, Hit, longest
from analysis.records import Sentence
from analysis.themes.concepts import Theme

GOVERNING = {"response", "threat", "alleged", "event", "failure", "clause"}  # what the words of a language do

# Speech begins or ends, or a new clause does: `said: "There is`, `criminal activity," he said`, "...; the".
TURN = re.compile(r"[,.:!?…]\s*[\"“”„«»]|[\"“”«»]\s*[,.]|;|\.\.\.|…")
OBJECT = re.compile(r"[^,;:.\"“”«»]{0,40}")  # "countering [numerous challenges and] threats"
FAILED = re.compile(r"\s(?:\w+\s){0,2}")  # "failed to [even] prevent"


class Clauses(NamedTuple):
    """What governs in a sentence's clauses, and the offsets where they begin and end."""

    governors: list[Hit[str]]
    bounds: list[int]


def clauses(text: str, sentence: Sentence, words: CueIndex[str]) -> Clauses:
    """Return the clauses of a sentence with their governors in reading order."""
    found = longest(hit for hit in words.hits(text, sentence.start, sentence.end) if hit.owner in GOVERNING)
    bounds = [sentence.start, *(turn.end() for turn in TURN.finditer(text, sentence.start, sentence.end)), sentence.end]
    # "and engage in criminal activity, adding that India was ready": the word alone opens no clause, the comma does.
    bounds += [
        hit.start for hit in found if hit.owner == "clause" and text[sentence.start : hit.start].rstrip()[-1:] == ","
    ]
    return Clauses(list(_effective(text, [hit for hit in found if hit.owner != "clause"])), sorted(bounds))


def _effective(text: str, found: list[Hit[str]]) -> Iterator[Hit[str]]:
    """Yield what governs: a threat that a response is about is answered, a response that failed leaves the threat."""
    last: Hit[str] | None = None
    for hit in found:
        between = text[last.end : hit.start] if last else ""
        if last and last.owner == "failure" and hit.owner == "response" and FAILED.fullmatch(between):
            hit = hit._replace(owner="threat")
        elif last and last.owner == "response" and hit.owner == "threat" and OBJECT.fullmatch(between):
            hit = hit._replace(owner="response")
        if hit.owner != "failure":
            yield hit
        last = hit


def stance(hit: Hit[Theme], within: Clauses, *, narrated: bool) -> str:
    """Return the stance of one hit. An act counts as an event where the narrator reports it, else as alleged."""
    governor = _governor(hit, within)
    if governor is None:
        return "named"
    return "alleged" if governor.owner == "event" and not narrated else governor.owner


def _governor(hit: Hit[Theme], within: Clauses) -> Hit[str] | None:
    governors, bounds = within
    first = bisect_right(governors, hit.start, key=lambda word: word.end)
    last = bisect_left(governors, hit.end, key=lambda word: word.start)
    own, before, after = governors[first:last], governors[max(first - 1, 0) : first], governors[last : last + 1]
    start = bounds[bisect_right(bounds, hit.start) - 1]
    end = bounds[bisect_left(bounds, hit.end)]
    governing = own or [word for word in before if word.start >= start] or [word for word in after if word.end <= end]
    if governing:
        return governing[0]
    # "Speaking about the situation in Afghanistan, he said: "There is a hotbed of tension ...": the next clause tells.
    return min([*before, *after], key=lambda word: max(word.start - hit.end, hit.start - word.end), default=None)
