"""Which words of a sentence a statement is quoted in: its clause, without who says it where that is easy. Pure."""

import re
from collections.abc import Sequence

from analysis.figures.lexicon import small
from analysis.figures.speech import speech
from analysis.statements.lexicon import Hit, Lexicon

FEWEST_WORDS = 5  # fewer are no statement that can be read on its own
PART = re.compile(r";\s|:(?=\s)|\s[–—]\s|\.\.\.\s")
TRAILING = re.compile(r",[”»\"]?\s[^,;:]{2,60}$")  # "..., the minister stressed"
ENDS = ' \t\r\n\f\v\u00a0“”„«»",;:–—-'  # stripped at both ends
Span = tuple[int, int]


def part(text: str, start: int, end: int) -> Span:
    """Return where the part of a text stands, cut by semicolons, colons and dashes, in which a place stands.

    >>> text = "Uganda is the leading investor: our total is about $5 billion"
    >>> low, high = part(text, 14, 30)
    >>> text[low:high]
    'Uganda is the leading investor'
    """
    low, high = 0, len(text)
    for cut in PART.finditer(text):
        if cut.end() <= start:
            low = cut.end()
        elif cut.start() >= end:
            high = cut.start()
            break
    return low, high


def quote(text: str, hit: Hit, quoted: Sequence[Span], language: str, words: Lexicon) -> Span:
    """Return where the words of a statement stand in its sentence.

    `quoted` is what of the sentence stands inside quotation marks. Each step is taken only if enough words are left.
    """
    span = (0, len(text))
    spoken = next((mark for mark in quoted if mark[0] <= hit.start and hit.end <= mark[1]), span)
    # Words quoted in the midst of the article's own, “mutually beneficial ties”, say nothing alone.
    if long_enough(text, spoken) and text[spoken[0] : spoken[1]].lstrip()[:1].isupper():
        span = spoken
    said = (said_from(text, hit, language, words), said_to(text, hit, language))
    for low, high in (said, part(text, hit.start, hit.end)):
        narrowed = (max(span[0], low), min(span[1], high))
        span = narrowed if long_enough(text, narrowed) else span
    return trimmed(text, span)


def said_from(text: str, hit: Hit, language: str, words: Lexicon) -> int:
    """Return where a reported clause begins, 0 where none does: "Mwangi said | East Africa is a region"."""
    lower, begins = small(text), 0
    for verb in speech(language).verb.finditer(lower):
        # The verb may be the cue: "Njoroge believes | that it is necessary".
        if verb.end() > hit.start and not (hit.group.type == "assessment" and verb.start() == hit.start):
            break
        alone = words.clause.match(text, verb.end()) if verb["verb"] in words.saying else None
        if opening := words.that.match(lower, verb.end()) or alone:
            begins = opening.end()
    going_on = [more.end() for more in words.saying_too.finditer(lower, 0, hit.start)]
    return max([begins, *going_on])


def said_to(text: str, hit: Hit, language: str) -> int:
    """Return where a clause ends behind which its speaker is named, the text's end where none is."""
    trailing = TRAILING.search(text.rstrip(' .”"'))
    # The verb may be the cue: "It is necessary, | Grozin believes".
    if not trailing or (trailing.start() < hit.end and hit.group.type != "assessment"):
        return len(text)
    verb = speech(language).verb.search(small(trailing[0]))
    return trailing.start() if verb and verb.end() + 2 >= len(trailing[0]) else len(text)


def long_enough(text: str, span: Span) -> bool:
    """Return whether a part of a text is long enough to be read on its own."""
    return len(text[slice(*span)].split()) >= FEWEST_WORDS


def trimmed(text: str, span: Span) -> Span:
    """Return a span without the blanks, marks and dashes at its ends; a full stop stays, and so does a closing mark.

    >>> text = "He said: “It became a “rogue nation.”"
    >>> low, high = trimmed(text, (8, len(text)))
    >>> text[low:high]
    'It became a “rogue nation.”'
    """
    words = text[slice(*span)]
    low = span[0] + len(words) - len(words.lstrip(ENDS))
    high = max(low, span[1] - (len(words) - len(words.rstrip(ENDS))))
    for opening, closing in ("“”", "«»", '""'):
        inside = text[low:high]
        is_open = inside.count('"') % 2 if opening == closing else inside.count(opening) > inside.count(closing)
        high += bool(is_open) and text[high : high + 1] == closing and high < span[1]
    return low, high
