"""Whether a text reads as translated by a machine: by slips of several kinds that no editor lets stand. Pure."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from analysis.records import Residue

SIGNS = Path(__file__).with_name("translation.yml")
LEAST_KINDS = 2  # one kind of slip may be a habit of the house
LEAST_SIGNS = 3  # two slips are an editor's bad day
LEAST_RATE = 3.0  # signs in 1,000 words
# In English prose 60 to 130 words in 1,000 are articles, in market reports with their tables 45.
FEWEST_ARTICLES = 35  # in 1,000 words
FEW_ARTICLES = "hardly an article before a noun"
ARTICLES_SHOW = 200  # words of a text in which their lack tells something
EXAMPLES = 2  # of each kind in a remark
BEFORE = 16  # characters shown before a sign


def translation_signs(story: str, language: str) -> dict[str, tuple[str, ...]]:
    """Return the signs of machine translation in a story by their kind, with the words that show them.

    Nothing in a language for which there are no signs in `translation.yml`.

    >>> translation_signs("Trade reached $ 27 billion. They agreed on it..", "en")
    {'a space between an amount and its sign': ('reached $ 27',), 'stops and spaces out of place': ('agreed on it..',)}
    """
    if language not in _languages():
        return {}
    signs = {
        kind: tuple(_shown(story, match) for pattern in patterns for match in pattern.finditer(story))
        for kind, patterns in _patterns(language).items()
    }
    words = story.casefold().split()
    articles = sum(map(words.count, _languages()[language]["articles"]))
    if len(words) >= ARTICLES_SHOW and articles * 1000 < FEWEST_ARTICLES * len(words):
        signs[FEW_ARTICLES] = (f"{articles} in {len(words):,} words",)
    return {kind: shown for kind, shown in signs.items() if shown}


def translation_remark(story: str, language: str) -> str:
    """Return that a story reads as machine-translated and what shows it; nothing where it does not read so."""
    signs = translation_signs(story, language)
    count = sum(len(shown) for shown in signs.values())
    rate = 1000 * count / max(1, len(story.split()))
    if len(signs) < LEAST_KINDS or count < LEAST_SIGNS or rate < LEAST_RATE:
        return ""
    shown = "; ".join(f"{kind} ({_quoted(words)})" for kind, words in signs.items())
    return f"Reads as machine-translated: {shown}."


def translation_credit(removed: Iterable[Residue]) -> str:
    """Return that a page says that a machine translated it, in its words; nothing where it does not say so.

    >>> translation_credit([Residue(0, 20, "Translated by Google", "credit")])
    'Translated by a machine, as the page says: "Translated by Google".'
    """
    for residue in removed:
        if _credits().search(residue.text):
            return f'Translated by a machine, as the page says: "{" ".join(residue.text.split())}".'
    return ""


@cache
def _credits() -> re.Pattern[str]:
    return re.compile("|".join(one for words in _languages().values() for one in words["credits"]), re.IGNORECASE)


def _shown(story: str, match: re.Match[str]) -> str:
    """Return a sign with the end of what stands before it."""
    before = story[max(0, match.start() - BEFORE) : match.start()]
    return " ".join(f"{before[before.find(' ') + 1 :]}{match[0]}".split())


def _quoted(words: tuple[str, ...]) -> str:
    return ", ".join(f'"{one}"' for one in words[:EXAMPLES])


@cache
def _languages() -> Mapping[str, Any]:
    # Plain strings throughout: YAML would take the word "on" for true.
    languages: dict[str, Any] = yaml.load(SIGNS.read_text("utf-8"), yaml.CBaseLoader)
    return languages


@cache
def _patterns(language: str) -> dict[str, list[re.Pattern[str]]]:
    return {kind: [re.compile(shape) for shape in shapes] for kind, shapes in _languages()[language]["kinds"].items()}
