"""The words of the languages: abbreviations, months, function words, the lines pages print around a story."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

WORDS = Path(__file__).parent / "words"


@dataclass(frozen=True, slots=True)
class Words:
    """All languages' words joined. What each list is for stands in the language's file."""

    months: Mapping[str, int]  # casefolded name -> number
    weekdays: tuple[str, ...]
    abbreviations: Mapping[str, str]  # written form without its last stop -> never, number, unit, maybe
    starters: frozenset[str]
    saying: tuple[str, ...]
    function_words: frozenset[str]
    outlets: tuple[str, ...]
    reporting: tuple[str, ...]
    published_labels: tuple[str, ...]
    updated_labels: tuple[str, ...]
    credits: frozenset[str]
    residue: Mapping[str, tuple[str, ...]]  # rule -> patterns of whole lines


@cache
def words() -> Words:
    """Return the words of every language in `words/`, read once.

    >>> words().months["october"], words().abbreviations["Gen"]
    (10, 'never')
    """
    # Plain strings throughout: YAML would take the words "on", "off" and "no" for true and false.
    files = [yaml.load(path.read_text("utf-8"), yaml.CBaseLoader) for path in sorted(WORDS.glob("*.yml"))]

    def joined(name: str) -> tuple[str, ...]:
        return tuple(word for file in files for word in file[name])

    return Words(
        months=_month_numbers(files),
        weekdays=joined("weekdays"),
        abbreviations={form: kind for file in files for kind, forms in file["abbreviations"].items() for form in forms},
        starters=frozenset(joined("starters")),
        saying=joined("saying"),
        function_words=frozenset(joined("function_words")),
        outlets=joined("outlets"),
        reporting=joined("reporting"),
        published_labels=joined("published_labels"),
        updated_labels=joined("updated_labels"),
        credits=frozenset(joined("credits")),
        residue=_line_patterns(files, any_of(joined("networks"))),
    )


def _month_numbers(files: list[dict[str, Any]]) -> dict[str, int]:
    return {
        name.casefold(): int(number) for file in files for number, names in file["months"].items() for name in names
    }


def _line_patterns(files: list[dict[str, Any]], networks: str) -> dict[str, tuple[str, ...]]:
    rules: dict[str, tuple[str, ...]] = {}
    for file in files:
        for rule, patterns in file["residue"].items():
            rules[rule] = (
                *rules.get(rule, ()),
                *(pattern.replace("{networks}", networks) for pattern in patterns),
            )
    return rules


def any_of(forms: tuple[str, ...]) -> str:
    """Return a pattern that matches any of the forms, the longest first, spaces as any white space.

    >>> any_of(("Mon", "Monday"))
    '(?:Monday|Mon)'
    """
    ordered = sorted(forms, key=len, reverse=True)
    return f"(?:{'|'.join(re.escape(form) for form in ordered)})"
