"""The cues of a language for statements without numbers, read from `words/*.yml`, each compiled when first needed."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from analysis.cues import pattern
from analysis.figures.lexicon import one_of

FOLDER = Path(__file__).with_name("words")
WORD = re.compile(r"\w+")
FEW_WORDS = r"(?:\s+[\w’'-]+){0,3}?\s+"  # between a cue and what must stand behind it: "leading [foreign] investor"
Cues = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Cues of one type of statement, with what must or must not stand with them; empty where nothing is asked for."""

    type: str
    cues: Cues
    behind: Cues = ()
    near: Cues = ()
    exclude: Cues = ()
    exclude_near: Cues = ()
    by: Cues | None = None  # None: nobody needs to be named
    spoken: bool = False
    order: str = ""  # first, over, under; empty for what puts nobody before another


class Hit(NamedTuple):
    """A cue of a group in a sentence, from `start` to `end`."""

    start: int
    end: int
    group: Group


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The cues of a language by their first word, and the words between parties and their rank, compiled."""

    heads: Mapping[str, Mapping[Group, Cues]]
    roles: Mapping[str, Cues]  # measure -> words of those who are ranked by it
    not_first: Cues
    linking: re.Pattern[str]  # China [, by far, the] largest investor
    link_behind: re.Pattern[str]  # the largest investor in the region [is] China
    compared: re.Pattern[str]  # exceeds [that of] India
    where: re.Pattern[str]  # investment [in the] republic
    at_a_place: re.Pattern[str]  # the leading investor [in the economies of] the five
    saying: frozenset[str]  # verbs behind which a clause needs no "that"
    saying_too: re.Pattern[str]  # "adding that": what goes on with a speech
    that: re.Pattern[str]
    clause: re.Pattern[str]  # what follows those verbs where a clause does
    denying: Cues
    not_denying: Cues

    def hits(self, text: str) -> list[Hit]:
        """Return the cues of a sentence in reading order.

        >>> [(hit.start, hit.end) for hit in lexicon("en").hits("It was signed, and it exceeds that of India.")]
        [(7, 13), (22, 29)]
        """
        present = self.heads.keys() & set(WORD.findall(text.lower()))  # most words of a text begin no cue
        return sorted(
            (Hit(*found.span(), group) for head in present for group, found in self._found(head, text)),
            key=lambda hit: (hit.start, -hit.end),
        )

    def _found(self, head: str, text: str) -> Iterator[tuple[Group, re.Match[str]]]:
        for group, cues in self.heads[head].items():
            yield from ((group, found) for found in any_of(cues).finditer(text))


@cache
def any_of(cues: Cues) -> re.Pattern[str]:
    """Return a pattern that finds any of the cues."""
    return pattern(cues)


@cache
def soon(cues: Cues) -> re.Pattern[str]:
    """Return a pattern that matches any of the cues at most three words behind a place.

    >>> bool(soon(("investor*",)).match("the leading foreign investor", 11))
    True
    """
    return re.compile(FEW_WORDS + pattern(cues).pattern)


@cache
def lexicon(language: str) -> Lexicon | None:
    """Return the cues of a language, None where it has no file."""
    path = FOLDER / f"{language}.yml"
    return _compiled(yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)) if path.exists() else None


def _compiled(lists: Mapping[str, Any]) -> Lexicon:
    place = one_of(lists["at_a_place"])
    return Lexicon(
        _heads(_group(kind, rules) for kind, groups in lists["types"].items() for rules in groups),
        {measure: tuple(cues) for measure, cues in lists["roles"].items()},
        tuple(lists["not_first"]),
        re.compile(rf"[\s,–—-]*(?:{one_of(lists['linking'])}[\s,]+)*", re.IGNORECASE),
        re.compile(rf"\s+{one_of(lists['is'])}\s+(?:the\s+)?$"),
        re.compile(rf"\s+(?:{one_of(lists['compared'])}\s+)*"),
        re.compile(rf"\b{one_of(lists['where'])}\s+(?:(?:{one_of(lists['before_place'])}|\w+\s+of)\s+){{0,3}}$"),
        re.compile(rf"(?:\s+[\w’'-]+){{0,6}}?\s+{place}\s+(?:[\w’'-]+\s+){{0,4}}"),
        frozenset(lists["saying"]),
        re.compile(rf"\b{one_of(lists['saying_too'])}\s+{one_of(lists['that'])}\s+"),
        re.compile(rf"\s+(?:{one_of(lists['said_at'])}\s+(?:[\w’'-]+\s+){{1,4}}?)?{one_of(lists['that'])}\s+"),
        re.compile(rf"\s+(?=[^\W\d])(?!{one_of(lists['not_clause'])}\b)"),
        tuple(lists["denying"]),
        tuple(lists["not_denying"]),
    )


def _group(kind: str, rules: Mapping[str, Any]) -> Group:
    names = {"cues": "cues", "behind": "behind", "near": "near", "exclude": "not", "exclude_near": "not_near"}
    lists = {name: tuple(rules.get(key, ())) for name, key in names.items()}
    by = tuple(rules["by"]) if "by" in rules else None
    return Group(kind, **lists, by=by, spoken=rules.get("spoken", False), order=rules.get("order", ""))


def _heads(groups: Iterator[Group]) -> dict[str, dict[Group, Cues]]:
    heads: dict[str, dict[Group, Cues]] = defaultdict(dict)
    for group in groups:
        for cue in group.cues:
            head = WORD.findall(cue)[0].lower()
            heads[head][group] = (*heads[head].get(group, ()), cue)
    return dict(heads)
