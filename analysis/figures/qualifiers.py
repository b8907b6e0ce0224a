"""How exact an amount is, and whether it is itself a change. Pure: a sentence and a place in it in, words out."""

import re
from dataclasses import dataclass
from functools import cache

from analysis.figures.amount import Amount
from analysis.figures.lexicon import key, one_of, small, word_of, words

DIRECTIONS = ("increase", "decrease")
BEFORE = 60  # characters before an amount in which its qualifier and its verb of change stand


@dataclass(frozen=True, slots=True)
class Qualifiers:
    """The compiled qualifier and change patterns of a language."""

    names: dict[str, str]  # phrase -> qualifier
    names_behind: dict[str, str]
    directions: dict[str, str]  # word -> increase, decrease
    before: re.Pattern[str]
    behind: re.Pattern[str]
    change_right_before: re.Pattern[str]
    change_by: re.Pattern[str]
    change_verb: re.Pattern[str]
    change_verb_right_before: re.Pattern[str]
    change_behind: re.Pattern[str]
    compared: re.Pattern[str]
    year_on_year: re.Pattern[str]


@cache
def qualifiers(language: str) -> Qualifiers:
    """Return the compiled qualifier and change patterns of a language."""
    lists = words(language)
    change = lists["change"]
    names = {key(phrase): name for name, phrases in lists["qualifiers"].items() for phrase in phrases}
    names_behind = {key(phrase): name for name, phrases in lists["qualifiers_behind"].items() for phrase in phrases}
    right_before = {word for direction in DIRECTIONS for word in change["change_before"][direction]}
    only_verbs = {*change["increase"], *change["decrease"]} - {*right_before, *change["no_verbs"]}
    gap = rf"(?:{one_of(change['change_gap'])}\s+){{0,4}}"
    # "Oil makes up half of it", "tariffs on another $3 billion of goods"
    not_behind = "".join(rf"(?<!\b{re.escape(word)}\s)" for word in change["no_change_behind"])
    patterns = (
        rf"(?<!\w)(?P<phrase>{one_of(names)})\s*(?:{one_of(lists['qualifier_gap'])}\s+)?$",
        rf"[\s,]*(?P<phrase>{one_of(names_behind)})\b(?!\s+{one_of(lists['qualifier_behind_not_before'])}\b)",
        rf"{not_behind}\b(?P<word>{one_of(right_before)})\s+{gap}$",
        rf"\b{one_of(change['change_by'])}\s+{gap}$",
        rf"(?P<word>{word_of([*change['increase'], *change['decrease']])})\b",
        rf"\b(?P<word>{one_of(only_verbs)})\s+{gap}$",
        rf"[\s-]+(?:\w+\s+)?(?P<word>{one_of(change['change_behind'])})\b",
        rf"\s*,?\s*{one_of(change['compared'])}\s+(?P<gap>(?:{one_of(change['compared_gap'])}\s+){{0,2}})",
        rf"[\s,]*{one_of(change['year_on_year'])}\b",
    )
    directions = {key(word): name for name in DIRECTIONS for word in [*change[name], *change["change_before"][name]]}
    return Qualifiers(names, names_behind, directions, *map(re.compile, patterns))


def qualifier_before(text: str, start: int, language: str = "en") -> tuple[int, str] | None:
    """Return where the qualifier before an amount begins, and its name.

    >>> text = "trade exceeded $45 billion"
    >>> qualifier_before(text, text.index("$"))
    (6, 'more_than')
    """
    rules = qualifiers(language)
    begin = max(0, start - BEFORE)
    found = rules.before.search(small(text[begin:start]))
    return (begin + found.start(), rules.names[key(found["phrase"])]) if found else None


@dataclass(frozen=True, slots=True)
class Change:
    """Whether an amount is itself a change; `start` is where the words begin that say so right before it."""

    direction: str  # increase, decrease, multiple; empty for a level
    start: int


def change(text: str, start: int, end: int, after: int, language: str = "en") -> Change:
    """Return whether the amount from `start` to `end` is a change; words before `after` belong to another amount.

    A level reached ("rose to $186.3m") is none.

    >>> text = "trade rose by another 16% to $40 billion"
    >>> change(text, 22, 25, 0), change(text, 29, 40, 25)
    (Change(direction='increase', start=14), Change(direction='', start=29))
    """
    rules = qualifiers(language)
    begin = max(after, start - BEFORE)
    if found := rules.change_right_before.search(small(text[begin:start])):
        return Change(rules.directions[key(found["word"])], begin + found.start())
    by_verb = changed_by_verb(text, begin, start, language)
    found = rules.change_behind.match(small(text[end : end + BEFORE]))
    return by_verb if by_verb.direction or not found else Change(rules.directions[key(found["word"])], start)


def changed_by_verb(text: str, begin: int, start: int, language: str = "en") -> Change:
    """Return whether a verb between `begin` and `start` makes an amount a change: "fell by", "could cut up to".

    >>> changed_by_verb("it cut 500 jobs", 0, 7)
    Change(direction='decrease', start=7)
    """
    rules, head = qualifiers(language), small(text[begin:start])
    if rules.change_by.search(head):
        verbs = [verb["word"] for verb in rules.change_verb.finditer(small(text[:start]))]
        return Change(rules.directions[key(verbs[-1])] if verbs else "", start)
    found = rules.change_verb_right_before.search(head)
    return Change(rules.directions[key(found["word"])] if found else "", start)


def qualifier_behind(text: str, amount: Amount, language: str = "en") -> tuple[int, str] | None:
    """Return where an amount ends with the qualifier behind or in it, and its name: "$40 or more", "40-odd trucks"."""
    rules, end = qualifiers(language), amount.end
    if found := rules.behind.match(small(text[end : end + BEFORE])):
        return end + found.end(), rules.names_behind[key(found["phrase"])]
    inside = rules.behind.search(small(text[amount.start : end])) if amount.kind == "count" else None
    return (end, rules.names_behind[key(inside["phrase"])]) if inside else None


def compared_with(
    text: str, end: int, period_starts: dict[int, tuple[int, str]], language: str = "en"
) -> tuple[int, str] | None:
    """Return where the words end that say what a change is measured against, and the period they name.

    `period_starts` maps where each period of the sentence starts to its end and value; "year on year" is
    "a year earlier".
    """
    rules = qualifiers(language)
    tail = small(text[end : end + BEFORE])
    if found := rules.year_on_year.match(tail):
        return end + found.end(), "a year earlier"
    found = rules.compared.match(tail)
    gap = range(end + found.start("gap"), end + found.end() + 1) if found else ()
    return next((period_starts[at] for at in gap if at in period_starts), None)


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of an amount in its sentence: where its quote begins and ends, and what they say of it."""

    start: int
    end: int
    qualifier: str
    change: str  # empty, increase, decrease, multiple
    compared_with: str


def wording(
    text: str, amount: Amount, after: int, period_starts: dict[int, tuple[int, str]], language: str = "en"
) -> Wording:
    """Return qualifier, change and base of an amount; words before `after` belong to the amount before it.

    >>> text = "exports fell by more than 3% from 2020"
    >>> wording(text, Amount(26, 28, "percent", 3.0, None, "%"), 0, {34: (38, "2020")})
    Wording(start=16, end=38, qualifier='more_than', change='decrease', compared_with='2020')
    """
    before, behind = qualifier_before(text, amount.start, language), qualifier_behind(text, amount, language)
    begin = max(before[0], after) if before else amount.start
    if amount.kind == "multiple":
        changed = Change("multiple", begin)
    elif amount.kind == "count":  # "another 40 people" is no rise, "cut 40 jobs" is a fall
        changed = changed_by_verb(text, max(after, begin - BEFORE), begin, language)
    else:
        changed = change(text, begin, amount.end, after, language)
    base = compared_with(text, amount.end, period_starts, language) if changed.direction else None
    said = before or behind
    return Wording(
        start=min(begin, changed.start),
        end=base[0] if base else behind[0] if behind and not before else amount.end,
        qualifier=said[1] if said else "exact",
        change=changed.direction,
        compared_with=base[1] if base else "",
    )
