"""The words of the languages: abbreviations, months, function words, the lines pages print around a story."""

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

import yaml

WORDS = Path(__file__).parent / "words"


@dataclass(frozen=True, slots=True)
class Words:
    """All languages' words joined. What each list is for stands in the language's file."""

    months: Mapping[str, int]  # casefolded name -> number
    weekdays: Mapping[str, int]  # casefolded name -> ISO number, Monday is 1
    day_prepositions: tuple[str, ...]
    day_parts: tuple[str, ...]
    weekday_papers: tuple[str, ...]  # capitals as they are
    future: tuple[str, ...]
    negations: frozenset[str]
    abbreviations: Mapping[str, str]  # written form without its last stop -> never, number, unit, maybe
    starters: frozenset[str]
    saying: tuple[str, ...]
    function_words: frozenset[str]
    outlets: tuple[str, ...]
    no_outlets: frozenset[str]  # casefolded
    reporting: tuple[str, ...]
    published_labels: tuple[str, ...]
    updated_labels: tuple[str, ...]
    credits: frozenset[str]
    byline_labels: tuple[str, ...]
    name_particles: tuple[str, ...]
    name_links: tuple[str, ...]
    amount_words: tuple[str, ...]
    no_places: frozenset[str]  # casefolded
    numbered_items: tuple[str, ...]
    mail_labels: tuple[str, ...]
    comment_heads: tuple[str, ...]  # patterns of whole lines
    comment_marks: tuple[str, ...]  # patterns of a part of a line
    residue: Mapping[str, tuple[str, ...]]  # rule -> patterns of whole lines
    residue_keywords: tuple[str, ...]  # casefolded
    residue_inside: Mapping[str, tuple[str, ...]]  # the same for lines that hold a keyword


@cache
def words() -> Words:
    """Return the words of every language in `words/`, read once.

    >>> words().months["october"], words().abbreviations["Gen"]
    (10, 'never')
    """
    files = list(_files().values())

    def joined(name: str) -> tuple[str, ...]:
        return tuple(word for file in files for word in file[name])

    lists: dict[str, Any] = {one.name: joined(one.name) for one in fields(Words) if one.type == tuple[str, ...]}
    return Words(
        months=_numbers(files, "months"),
        weekdays=_numbers(files, "weekdays"),
        negations=frozenset(joined("negations")),
        abbreviations={form: kind for file in files for kind, forms in file["abbreviations"].items() for form in forms},
        starters=frozenset(joined("starters")),
        function_words=frozenset(joined("function_words")),
        no_outlets=frozenset(name.casefold() for name in joined("no_outlets")),
        credits=frozenset(joined("credits")),
        no_places=frozenset(word.casefold() for word in joined("no_places")),
        residue=_line_patterns(files, "residue", any_of(joined("networks"))),
        residue_inside=_line_patterns(files, "residue_inside", any_of(joined("networks"))),
        **lists,
    )


@cache
def _files() -> dict[str, dict[str, Any]]:
    # Plain strings throughout: YAML would take the words "on", "off" and "no" for true and false.
    return {path.stem: yaml.load(path.read_text("utf-8"), yaml.CBaseLoader) for path in sorted(WORDS.glob("*.yml"))}


def function_words(languages: Container[str]) -> frozenset[str]:
    """Return the words without matter of their own in the languages; none of a language without a file in `words/`.

    >>> "the" in function_words(["en"]), "the" in function_words(["ru", "sw"])
    (True, False)
    """
    known = [file["function_words"] for language, file in _files().items() if language in languages]
    return frozenset().union(*known)


def _numbers(files: list[dict[str, Any]], name: str) -> dict[str, int]:
    return {form.casefold(): int(number) for file in files for number, forms in file[name].items() for form in forms}


def _line_patterns(files: list[dict[str, Any]], name: str, networks: str) -> dict[str, tuple[str, ...]]:
    rules: dict[str, tuple[str, ...]] = {}
    for file in files:
        for rule, patterns in file[name].items():
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
