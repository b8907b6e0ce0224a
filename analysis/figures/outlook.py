"""Whether an amount is told as something that has happened, or as a plan, a forecast, a hope. Pure."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from analysis.figures.lexicon import one_of, small, word_of, words

BEHIND = 60  # characters behind an amount in which "is expected", "by the end of 2030" stand
PART = re.compile(r"[;:—]")


@dataclass(frozen=True, slots=True)
class Outlook:
    """The compiled words of what has happened and of what is to come."""

    inserted: re.Pattern[str]
    word: re.Pattern[str]
    starts_from: re.Pattern[str]
    is_there: re.Pattern[str]
    neutral: re.Pattern[str]
    behind: re.Pattern[str]
    verb: re.Pattern[str]
    by_year: re.Pattern[str]


@cache
def outlook(language: str) -> Outlook:
    """Return the compiled outlook of a language."""
    lists = words(language)["outlook"]
    be = one_of(lists["be"])
    return Outlook(
        re.compile(rf",\s+{one_of(lists['relatives'])}\s[^,]*,"),  # "trade, which was $3 billion, to ..."
        # "would be doubled" is a plan: what follows "be" tells nothing of its own.
        re.compile(rf"(?P<ahead>{word_of(lists['ahead'])})\b(?:\s+(?:to\s+)?be\s+\w+)?|{word_of(lists['happened'])}\b"),
        re.compile(rf"(?<!\w){one_of(lists['starts_from'])}\s"),
        re.compile(rf"(?<!\w){one_of([*lists['starts_from'], *lists['is_there']])}\s+$"),
        re.compile(rf"(?<!\w){one_of(lists['neutral'])}\s+$"),
        re.compile(rf"\s+(?:{be}\s+)?{one_of(lists['behind'])}\b(?!\s+{one_of(lists['not_to'])}\b)"),
        re.compile(rf"{word_of(lists['verbs'])}\b"),
        re.compile(rf"\s+{one_of(lists['by'])}\s+(?:19|20)\d\d\b"),
    )


def is_ahead(text: str, start: int, end: int, language: str = "en") -> bool:
    """Return whether an amount from `start` to `end`, its qualifier included, is no record but a plan or a forecast.

    >>> text = "They plan to boost trade, which was $3 billion in 2020, to $5 billion."
    >>> [is_ahead(text, text.index(quote), text.index(quote) + 10) for quote in ("$3 billion", "$5 billion")]
    [False, True]
    """
    rules, lower = outlook(language), small(text)
    head = rules.inserted.sub(" ", PART.split(lower[:start])[-1])
    tail = lower[end : end + BEHIND]
    if rules.behind.match(tail):
        return True
    if rules.is_there.search(head) and not rules.neutral.search(head):
        return False
    told = list(rules.word.finditer(head))
    if told:
        return bool(told[-1]["ahead"])
    return bool(rules.by_year.match(tail) and rules.verb.search(head))


def is_coming(head: str, language: str = "en") -> bool:
    """Return whether what follows some words, in small letters, is yet to come: a day, a month.

    >>> is_coming("tariffs that they planned to impose "), is_coming("exports will rise compared with ")
    (True, False)
    """
    rules = outlook(language)
    part = PART.split(head)[-1]
    told = list(rules.word.finditer(part))
    return bool(told and told[-1]["ahead"]) and not rules.starts_from.search(part, told[-1].end())


def is_expected(figure: Any, language: str = "en") -> bool:
    """Return whether a figure, a record or a row of the table, is told in its sentence as what is to come."""
    start = figure.start - figure.sentence_start
    return is_ahead(figure.sentence, start, start + len(figure.quote), language)
