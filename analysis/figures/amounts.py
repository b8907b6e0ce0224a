"""The amounts a sentence states: where each stands, its value, its range and its unit. Pure: text in, amounts out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from analysis.figures.amount import Amount
from analysis.figures.atoms import Atom, atoms
from analysis.figures.grammar import Grammar, grammar
from analysis.figures.lexicon import key, small, words
from analysis.figures.nouns import noun, nouns
from analysis.figures.qualifiers import qualifier_before

YEARS = range(1500, 2101)
SPELLED_COUNT = 10  # number words up to ten that only count things ("two sides") are no figures

LAST_WORD = re.compile(r"([\w№.’'-]+)\s*$")


def joined(text: str, left: Atom, right: Atom, rules: Grammar) -> str:
    """Return how two neighbouring numbers share their unit: sum, range, both, or nothing.

    >>> def how(text): return joined(text, *atoms(text), grammar())
    >>> how("2-3%"), how("$25-30 million"), how("from 40 to 60%"), how("5 or 6 percent"), how("1 trillion 350 billion")
    ('range', 'range', 'both', 'both', 'sum')
    """
    gap = rules.join.fullmatch(text, left.end, right.start)
    if gap is None:
        falling = left.kind == "bare" and left.scale > right.scale >= 1000 and text[left.end : right.start].isspace()
        return "sum" if falling else ""
    if not of_one_kind(left, right, dash=bool(gap["dash"])):
        return ""
    lead = text[max(0, left.start - 20) : left.start]
    rising = left.base <= right.base or left.scale < right.scale
    from_to = gap["range"] and not rules.change_after.search(lead)
    if rising and (gap["dash"] or from_to or (not gap["range"] and rules.range_after.search(lead))):
        return "range"
    return "both" if left.kind == "bare" or not gap["dash"] else ""


def of_one_kind(left: Atom, right: Atom, *, dash: bool) -> bool:
    """Return whether two numbers may share their unit: "$25-30 million", "5 or 6 percent"; not "$5 and 30 people"."""
    if left.kind == "money" == right.kind:
        return left.unit == right.unit
    return left.kind in ("bare", right.kind) or (left.kind == "money" and right.kind == "bare" and dash)


def shared(left: Atom, right: Atom) -> tuple[Atom, Atom]:
    """Return two neighbours with the scale and the unit that one leaves to the other: "$7 and $9 billion"."""
    scale = right.scale if left.scale == 1.0 and left.base < 1000 else left.scale
    if right.kind == "bare":
        return replace(left, scale=scale), replace(right, kind=left.kind, unit=left.unit)
    return replace(left, scale=scale, kind=right.kind, unit=right.unit), right


def merged(text: str, found: Sequence[Atom], rules: Grammar) -> Iterator[tuple[Atom, float | None]]:
    """Yield the numbers of a sentence with the upper end of a range, neighbours joined where they share a unit."""
    waiting: Atom | None = None
    for right in found:
        how = joined(text, waiting, right, rules) if waiting else ""
        if waiting and how == "sum":
            total = waiting.value + right.value
            waiting = replace(right, start=waiting.start, base=total / right.scale)
        elif waiting and how == "range":
            low, high = shared(waiting, right)
            yield replace(low, end=high.end), high.value
            waiting = None
        else:
            if waiting:
                left, right = shared(waiting, right) if how == "both" else (waiting, right)
                yield left, None
            waiting = right
    if waiting:
        yield waiting, None


def is_year(text: str, here: Atom, language: str) -> bool:
    """Return whether bare digits are a year: four of them, and not "some 2000 people"."""
    plain = here.digits.isdigit() and len(here.digits) == 4 and here.scale == 1.0
    return plain and int(here.digits) in YEARS and not qualifier_before(text, here.start, language)


def is_name(text: str, here: Atom, language: str) -> bool:
    """Return whether a bare number belongs to a name, as in "Resolution 566" and "Sakhalin 5"."""
    before = LAST_WORD.search(text[max(0, here.start - 24) : here.start])
    if before is None or here.scale != 1.0 or not here.digits.isdigit():
        return False
    word = before[1]
    in_names = word.lower().rstrip(".") in words(language)["names_before"]
    starts_sentence = not text[: here.start - len(before[0])].strip()
    return in_names or (word[0].isupper() and not starts_sentence and not word.isupper() and len(here.digits) < 4)


def counted(text: str, here: Atom, language: str, last_noun: str) -> tuple[int, str] | None:
    """Return end and noun of a bare number that counts something, None for a year, a name or a stray digit."""
    if is_year(text, here, language):
        return None
    end, unit = noun(text, here.end, language)
    if unit:
        return (
            None if is_name(text, here, language) and key(unit) not in nouns(language).kinds["people"] else (end, unit)
        )
    written_large = here.scale > 1.0 or len(re.findall(r"\d{3}", here.digits)) > 1 or "," in here.digits
    if written_large or (qualifier_before(text, here.start, language) and not is_name(text, here, language)):
        people = nouns(language).people_before.findall(small(text[max(0, here.start - 60) : here.start]))
        return end, last_noun or ("people" if people else "")
    return None


def numbers(text: str, language: str) -> Iterator[Amount]:
    """Yield the amounts written as numbers."""
    rules, low, last_noun = grammar(language), small(text), ""
    for here, high in merged(low, list(atoms(text, language)), rules):
        is_rate = here.kind in ("bare", "quantity") and rules.per.search(low[max(0, here.start - 8) : here.start])
        if is_rate or here.kind in ("duration", "furniture"):
            continue
        end, kind, unit = here.end, here.kind, here.unit
        if kind == "bare":
            what = counted(text, here, language, last_noun)
            spelled = not here.digits and here.value <= SPELLED_COUNT
            if what is None or spelled:
                continue
            (end, unit), kind = what, "count"
            last_noun = unit
        yield Amount(here.start, end, kind, here.value, high, unit)


def multiples(text: str, language: str) -> Iterator[Amount]:
    """Yield the amounts written as a verb or a factor: "doubled", "by a factor of five"."""
    rules = grammar(language)
    for found in rules.multiple.finditer(small(text)):
        if factor := key(found["factor"] or ""):
            value = rules.values["numbers"].get(factor) or float(factor)
        else:
            value = rules.values["multiples"].get(key(found[0]), 0.0)
        if value:  # "a factor of growth" is none
            yield Amount(found.start(), found.end(), "multiple", value, None, "times")


def fractions(text: str, language: str) -> Iterator[Amount]:
    """Yield the shares written in words: "two-thirds of", but not "the first half of"."""
    rules, low = grammar(language), small(text)
    for found in rules.fraction.finditer(low):
        if not rules.fraction_not_after.search(low[max(0, found.start() - 12) : found.start()]):
            yield Amount(found.start(), found.end(), "percent", rules.values["fractions"][key(found[0])], None, "%")


def amounts(text: str, language: str = "en") -> list[Amount]:
    """Return every amount of a sentence in reading order; years, dates, durations, names and list numbers are none.

    >>> [(a.kind, a.value, a.unit) for a in amounts("reached $ 27 billion in 2021, up 30% from 2020")]
    [('money', 27000000000.0, 'USD'), ('percent', 30.0, '%')]
    >>> [(a.value, a.value_high, a.unit) for a in amounts("between 7,000 and 8,000 tonnes a year")]
    [(7000.0, 8000.0, 'tonnes a year')]
    """
    if not grammar(language).may_have_amounts(text):
        return []
    found: list[Amount] = []
    for here in sorted(
        [*multiples(text, language), *numbers(text, language), *fractions(text, language)],
        key=lambda a: (a.start, -a.end),
    ):
        if not found or here.start >= found[-1].end:
            found.append(here)
    return found
