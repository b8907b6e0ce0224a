"""The words of a language by which amounts, periods and changes are written, compiled once from words/*.yml."""

import re
from collections.abc import Iterable
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

import yaml

WORDS = Path(__file__).with_name("words")
SPACE = r"(?:\s+|-)"  # between the words of a phrase: "more than", "more\nthan", "more-than"


@cache
def words(language: str) -> dict[str, Any]:
    """Return the word lists of a language, English where it has none of its own.

    >>> words("en")["scales"]["billion"]
    1000000000.0
    """
    path = WORDS / f"{language}.yml"
    text = (path if path.exists() else WORDS / "en.yml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return loaded


def key(phrase: str) -> str:
    r"""Return a phrase as it is looked up: lower case, one space between words, hyphens as spaces.

    >>> key("More\nThan"), key("two-thirds")
    ('more than', 'two thirds')
    """
    return " ".join(phrase.lower().replace("-", " ").split())


def small(text: str) -> str:
    """Return a text in small letters, each letter in its place: all patterns of words are matched against such a text.

    >>> small("İstanbul"), small("In May")
    ('İstanbul', 'in may')
    """
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def one_of(phrases: Iterable[str]) -> str:
    r"""Return a pattern for any of the phrases in small letters, the longest where several begin.

    A space in a phrase stands for white space or a hyphen.

    >>> re.findall(one_of(["more", "more than"]), "more than ten, more\nthan two")
    ['more than', 'more\nthan']
    """
    return _branches(phrases, "")


def word_of(phrases: Iterable[str]) -> str:
    """Return the pattern of `one_of` for the start of a word; a search that begins with it skips to its first letters.

    >>> re.findall(word_of(["up", "down"]), "up, group, down")
    ['up', 'down']
    """
    return _branches(phrases, r"(?<!\w.)")


def _branches(phrases: Iterable[str], check: str) -> str:
    # Grouped by first letter: a text is compared only with the phrases that begin like it.
    ordered = sorted({phrase.lower() for phrase in phrases}, key=lambda phrase: (phrase[0], -len(phrase), phrase))
    groups = groupby(ordered, key=lambda phrase: phrase[0])
    return (
        "(?:" + "|".join(f"{re.escape(first)}{check}(?:{'|'.join(map(_rest, group))})" for first, group in groups) + ")"
    )


def _rest(phrase: str) -> str:
    return SPACE.join(map(re.escape, phrase.split()))[len(re.escape(phrase[0])) :]
