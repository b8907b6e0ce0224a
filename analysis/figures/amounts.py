"""The amounts a sentence states: where each stands, its value, its range and its unit. Pure: text in, amounts out."""

import re
from collections.abc import Iterator, Sequence

from analysis.figures.amount import Amount
from analysis.figures.atoms import Atom, atoms, number_value
from analysis.figures.grammar import Grammar, grammar
from analysis.figures.lexicon import key, small, words
from analysis.figures.nouns import noun, nouns
from analysis.figures.qualifiers import change, qualifier_before

YEARS = range(1500, 2101)
HUNDREDTH = 0.01  # the scale of cents
ALIKE = 10  # times by which numbers of one elided scale differ at most
SPELLED_COUNT = 10  # number words up to ten that only count things ("two sides") are no figures

LAST_WORD = re.compile(r"([\w№.&’'-]+)\s*$")


def joined(text: str, left: Atom, right: Atom, rules: Grammar, language: str) -> str:
    """Return how two neighbouring numbers share their unit: sum, range, both, list, or nothing.

    >>> def how(text): return joined(text, *atoms(text), grammar(), "en")
    >>> how("2-3%"), how("$25-30 million"), how("from 40 to 60%"), how("5 or 6 percent"), how("1 trillion 350 billion")
    ('range', 'range', 'both', 'both', 'sum')
    """
    if is_sum(text, left, right, rules):
        return "sum"
    gap = rules.join.fullmatch(text, left.end, right.start)
    if gap is None or not of_one_kind(left, right, dash=bool(gap["dash"])):
        return ""
    if is_year(text, left, language) and right.base < YEARS.start:
        return ""  # "in 2018 and 25 percent in 2019"
    if gap["comma"]:
        return "list" if left.kind == "bare" or left.kind == "money" == right.kind else ""
    lead = text[max(0, left.start - 20) : left.start]
    rising = left.base <= right.base or left.scale < right.scale
    from_to = gap["range"] and not (rules.change_after.search(lead) or is_step(text, left, language))
    if rising and (gap["dash"] or from_to or (not gap["range"] and rules.range_after.search(lead))):
        return "range"
    return "both" if left.kind == "bare" or not gap["dash"] else ""


def is_sum(text: str, left: Atom, right: Atom, rules: Grammar) -> bool:
    """Return whether two numbers make up one: "1 trillion 350 billion", "3 dollars and 50 cents"."""
    gap = text[left.end : right.start]
    if left.kind == "money" == right.kind and right.scale == HUNDREDTH < left.scale:
        return right.base < 100 and bool(rules.sum.fullmatch(gap))
    return left.kind == "bare" and left.scale > right.scale >= 1000 and gap.isspace()


def is_step(text: str, left: Atom, language: str) -> bool:
    """Return whether an amount with a unit is a change, so that "to" leads to a level: "by $43 billion to $419"."""
    return left.kind != "bare" and bool(change(text, left.start, left.start, 0, language).direction)


def of_one_kind(left: Atom, right: Atom, *, dash: bool) -> bool:
    """Return whether two numbers may share their unit: "$25-30 million", "5 or 6 percent"; not "$5 and 30 people"."""
    if left.kind == "money" == right.kind:
        return left.unit == right.unit and HUNDREDTH not in (left.scale, right.scale)
    elided = dash or (left.scale == 1.0 < right.scale)  # "$5 to 6 billion"
    return left.kind in ("bare", right.kind) or (left.kind == "money" and right.kind == "bare" and elided)


def shared(left: Atom, right: Atom) -> tuple[Atom, Atom]:
    """Return two neighbours with the scale and the unit that one leaves to the other: "$7 and $9 billion".

    Numbers of one scale are alike in size: "$200 to $4 million" begins at two hundred dollars.
    """
    elided = left.scale == 1.0 and left.base < ALIKE * right.base and left.base < 1000
    scale = right.scale if elided else left.scale
    if right.kind == "bare":
        return left._replace(scale=scale), right._replace(kind=left.kind, unit=left.unit)
    return left._replace(scale=scale, kind=right.kind, unit=right.unit), right


def summed(text: str, found: Sequence[Atom], rules: Grammar, language: str) -> list[tuple[Atom, float | None]]:
    """Return the numbers of a sentence with the upper end of a range, the parts of sums and ranges joined."""
    parts: list[tuple[Atom, float | None]] = []
    for right in found:
        left, high = parts[-1] if parts else (right, None)
        how = joined(text, left, right, rules, language) if parts and high is None else ""
        if how == "sum":
            value = left.value + right.value
            whole = right._replace(scale=1.0) if right.scale == HUNDREDTH else right
            parts[-1] = whole._replace(start=left.start, base=value / whole.scale, unit=left.unit or right.unit), None
        elif how == "range":
            parts[-1] = ranged(*shared(left, right))
        else:
            parts.append((right, None))
    return parts


def ranged(first: Atom, last: Atom) -> tuple[Atom, float | None]:
    """Return the lower end of a range with its upper end: the higher one, though it stand first ("$9-7 million")."""
    low, top = sorted((first, last), key=lambda end: end.value)
    return low._replace(start=first.start, end=last.end), top.value if low.value < top.value else None


def merged(text: str, found: Sequence[Atom], rules: Grammar, language: str) -> list[tuple[Atom, float | None]]:
    """Return the numbers of a sentence, those without a unit of their own with that of the next: "15, 20 and 25%"."""
    parts, in_list = summed(text, found, rules, language), False
    for at in range(len(parts) - 2, -1, -1):
        (left, high), (right, top) = parts[at], parts[at + 1]
        how = joined(text, left, right, rules, language) if high is None else ""
        in_list = how == "both" or (how == "list" and in_list)
        if in_list:
            left, right = shared(left, right)
            parts[at], parts[at + 1] = (left, high), (right, top)
    return parts


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


def share(low: str, start: int, rules: Grammar) -> Amount | None:
    """Return the share that begins with a number: "one in five", "nine out of 10", "3/4 of"."""
    found = rules.share.match(low, start)
    if found is None:
        return None
    part, whole = (number_value(digits, rules) for digits in (found["part"], found["whole"] or found["parts"]))
    if not 0 < part < whole:
        return None
    return Amount(start, found.end(), "percent", float(f"{100 * part / whole:.3g}"), None, "%")


def numbers(text: str, language: str) -> Iterator[Amount]:
    """Yield the amounts written as numbers."""
    rules, low, last_noun = grammar(language), small(text), ""
    for here, high in merged(low, list(atoms(text, language)), rules, language):
        if here.kind == "bare" and (of_whole := share(low, here.start, rules)):
            yield of_whole
        if not is_amount(low, here, rules):
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


def is_amount(low: str, here: Atom, rules: Grammar) -> bool:
    """Return whether a number may be an amount: no duration, no clock time, not the base of a rate ("per 1,000")."""
    is_base = here.kind in ("bare", "quantity") and rules.per.search(low[max(0, here.start - 8) : here.start])
    return not is_base and here.kind not in ("duration", "furniture")


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
    """Yield the shares written in words: "two-thirds of", "cut by half", but not "the first half of"."""
    rules, low = grammar(language), small(text)
    for found in rules.fraction.finditer(low):
        lead = low[max(0, found.start() - 12) : found.start()]
        is_share = found["alone"] is None or rules.fraction_after.search(lead)
        if is_share and not rules.fraction_not_after.search(lead):
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
