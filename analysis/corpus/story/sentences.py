"""The sentences of a story, with offsets into the raw text. Pure."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from analysis.corpus.language import any_of, words
from analysis.corpus.story.lines import OPENERS, WHITE, story_lines
from analysis.corpus.story.paragraphs import Block, blocks
from analysis.corpus.story.repeats import repeating
from analysis.records import Residue, Sentence

# A stop with the quotes, brackets and reference marks behind it, then white space. "conflicts. .." is one stop; machine
# translation puts a space before the closing quote: "new skills. ” He". Possessive: a run of stops is read once.
_STOP = re.compile(
    r"(?<![.!?…])(?P<stop>[.!?…]++(?:\s\.{2,3}(?!\.))?+)(?P<close>(?:[\"'”’»)\]\\`*_]|\s[”»]|\[\d{1,3}\])*+)(?=\s|\Z)"
)
_NEXT = re.compile(rf"\s*(?:[{re.escape(OPENERS)}–—-]\s?)*+(?P<word>\w*)(?P<mark>\S?)")
_WHITE_RUN = re.compile(f"[{WHITE}]*")
_LONGEST_ABBREVIATION = 12  # characters
_ENUMERATION_REACH = 400  # characters within which the next number of an enumeration stands


def sentences(raw_text: str, removed: Iterable[Residue]) -> tuple[Sentence, ...]:
    """Return the sentences, headings and list items in reading order; residue lies outside all of them.

    >>> [sentence.text for sentence in sentences("He met Gen. Otieno. They spoke for 1.5 hours.", ())]
    ['He met Gen. Otieno.', 'They spoke for 1.5 hours.']
    """
    return repeating(
        Sentence(start, end, raw_text[start:end], block.paragraph, block.heading, repeats=False)
        for block in blocks(story_lines(raw_text, removed))
        for start, end in _spans(raw_text, block)
    )


def _spans(raw_text: str, block: Block) -> Iterator[tuple[int, int]]:
    start = block.start
    if not block.heading:
        for stop in _STOP.finditer(raw_text, block.start, block.end):
            if stop.end() < block.end and _ends_sentence(raw_text, stop, block):
                yield start, stop.end()
                start = _white_end(raw_text, stop.end())
    yield start, block.end


def _white_end(raw_text: str, start: int) -> int:
    match = _WHITE_RUN.match(raw_text, start)
    return match.end() if match else start


def _ends_sentence(raw_text: str, stop: re.Match[str], block: Block) -> bool:
    following = _NEXT.match(raw_text, stop.end(), block.end)
    word = following["word"] if following else ""
    if not following or word[:1].islower() or not (word or following["mark"]):
        return False  # "mln. in", "“Why?” he asked", or nothing but quotes to come
    if any(quote in stop["close"] for quote in "\"'”’»"):
        return stop["stop"] == "." or not _said_after().match(raw_text, following.start("word"), block.end)
    if stop["stop"] != ".":
        return True
    token = _last_token(raw_text, block.start, stop.start())
    return _ends_after(token, word) and not _is_enumerator(raw_text, token, stop, block)


@cache
def _said_after() -> re.Pattern[str]:
    """Return the pattern of who says the quote just ended: "“Why now?” Amina Otieno asked."."""
    return re.compile(rf"(?:[^\W\d_][\w.’'-]*\s+){{1,4}}?{any_of(words().saying)}\b")


def _last_token(raw_text: str, start: int, end: int) -> str:
    tokens = raw_text[max(start, end - _LONGEST_ABBREVIATION) : end].split()
    return tokens[-1].lstrip(OPENERS) if tokens else ""


def _ends_after(token: str, word: str) -> bool:
    """Return whether a full stop behind the token ends its sentence, with `word` to follow.

    >>> _ends_after("Gen", "Otieno"), _ends_after("U.S", "President"), _ends_after("U.S", "He")
    (False, False, True)
    """
    kind = words().abbreviations.get(token, "maybe" if _is_initials(token) else "")
    if kind == "never":
        return False
    if kind == "number":
        return not word[:1].isdigit()
    if kind == "unit":
        return word in words().starters or word[:2].istitle() and len(word) > 1
    return kind != "maybe" or word in words().starters


def _is_enumerator(raw_text: str, token: str, stop: re.Match[str], block: Block) -> bool:
    """Return whether the token counts off parts of one sentence: "in three areas 1. Increasing income; 2. Housing"."""
    if not (token.isdecimal() and len(token) <= 2):
        return False
    before = raw_text[max(block.start, stop.start() - _ENUMERATION_REACH) : stop.start()]
    after = raw_text[stop.end() : min(block.end, stop.end() + _ENUMERATION_REACH)]
    return f" {int(token) + 1}. " in after or f" {int(token) - 1}. " in before


def _is_initials(token: str) -> bool:
    """Return whether the token is an initial or letters with stops between: "J", "U.S", "a.m"."""
    letters = token.split(".")
    return all(len(letter) == 1 and letter.isalpha() for letter in letters) and (len(letters) > 1 or token.isupper())
