"""Cues: the written forms of a concept, compiled to one pattern. Pure: words in, patterns out.

A small letter stands for itself and its capital ("oil" finds "Oil"), a capital for a capital alone ("CIS" never finds
"cis", nor "Turkey" the bird). `*` at the end of a word stands for any ending ("investor*"); inside a word for at most
one letter ("organi*ed"); alone between words for one to three words ("transit of * gas"). The words of a cue may be
parted by a space, a line break or a hyphen. A cue never begins or ends inside a word.
"""

import re
from collections.abc import Iterable
from itertools import groupby

GAP = r"[\s‐‑-]+"  # "nuclear power plant", "nuclear-power plant", "nuclear\npower plant"
ANY_WORDS = rf"\w+(?:{GAP}\w+){{0,2}}"
# Nothing else has a meaning: who means "trade (volume|turnover)" writes two cues.
ALLOWED = re.compile(r"[\w\s'’.,&/+*‐‑-]+")
STARRED = re.compile(r"\w[\w'’.,&/+]*(?:\*[\w'’.,&/+]+)*\*?")  # "labo*r", "organi*ed", "investor*", "G7", "U.S."


def pattern(cues: Iterable[str]) -> re.Pattern[str]:
    r"""Return one pattern that finds any of the cues, the longest where several begin; without cues it finds nothing.

    Raises ValueError with the cue that cannot be read.

    >>> pattern(["trade turnover", "investor*"]).findall("Trade\nturnover pleased investors.")
    ['Trade\nturnover', 'investors']
    >>> pattern(["*"])
    Traceback (most recent call last):
    ValueError: cue "*": "*" stands at the end of a word, between two letters, or alone between words
    """
    # Grouped by first letter, so that a word is compared only with the cues that begin like it.
    ordered = sorted(set(cues), key=lambda cue: (cue[:1].lower(), -len(cue), cue))
    groups = groupby(ordered, key=lambda cue: cue[:1].lower())
    branches = [rf"(?={_letter(first)})(?:{'|'.join(map(expression, group))})" for first, group in groups]
    return re.compile(rf"(?<!\w)(?:{'|'.join(branches)})(?!\w)" if branches else r"(?!)")


def expression(cue: str) -> str:
    r"""Return the regular expression of one cue, without the bounds at its ends; ValueError for what is no cue.

    >>> print(expression("organi*ed crime"))
    [oO](?i:rgani)\w?(?i:ed)[\s‐‑-]+[cC](?i:rime)
    """
    if not ALLOWED.fullmatch(cue):
        raise ValueError(f'cue "{cue}": a cue is made of letters, digits, spaces and "*"')
    words = re.split(GAP, cue)
    if "*" in (words[0], words[-1]) or not all(word == "*" or STARRED.fullmatch(word) for word in words):
        raise ValueError(f'cue "{cue}": "*" stands at the end of a word, between two letters, or alone between words')
    return GAP.join(ANY_WORDS if word == "*" else _word(word) for word in words)


def _word(word: str) -> str:
    # Only the first letter is spelled out in both cases: the search skips other words by it.
    stem, ending = (word[1:-1], r"\w*") if word.endswith("*") else (word[1:], "")
    return _letter(word[0]) + re.sub(r"[^\W\d_A-ZА-ЯЁ]+|.", _letters, stem) + ending


def _letter(letter: str) -> str:
    return f"[{letter}{letter.upper()}]" if letter.islower() else letter


def _letters(match: re.Match[str]) -> str:
    spelled = {"*": r"\w?", "'": "['’]", "’": "['’]"}
    return f"(?i:{match[0]})" if match[0].islower() else spelled.get(match[0], re.escape(match[0]))
