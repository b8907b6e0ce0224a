"""The words of a language by which amounts, periods and changes are written, compiled once from words/*.yml."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import yaml

WORDS = Path(__file__).with_name("words")


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


def one_of(phrases: Iterable[str]) -> str:
    r"""Return a pattern for any of the phrases, longest first; a space in one stands for white space or a hyphen.

    >>> re.findall(one_of(["more", "more than"]), "more than ten, more\nthan two")
    ['more than', 'more\nthan']
    """
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(r"(?:\s+|-)".join(map(re.escape, phrase.split())) for phrase in longest_first) + ")"
