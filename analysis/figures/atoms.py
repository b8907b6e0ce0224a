"""Numbers of a sentence with what stands right before and behind each, before ranges and nouns are settled."""

import re
import unicodedata
from bisect import bisect
from collections.abc import Iterator
from typing import NamedTuple

from analysis.figures.grammar import Grammar, grammar
from analysis.figures.lexicon import key, small
from analysis.figures.units import money_before, unit_behind

GROUPED = re.compile(r"\d{1,3}(?:[,’'\s]\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
# "15.300 square kilometers": no measurement is printed with two noughts at its end. "1.350.000", "1.350,75".
GROUPED_BY_STOPS = re.compile(r"[1-9]\d{0,2}(?:\.\d00|(?:\.\d{3}){2,}|(?:\.\d{3})+(?=,))(?:,\d{1,2})?")
INSIDE = re.compile(r"[\w.,#№/]\Z|[a-z]-\Z")
VULGAR = re.compile(r"\s?([½⅓⅔¼¾⅛⅜⅝⅞])|\s(\d)\s?/\s?(\d)")


class Atom(NamedTuple):
    """A number in a sentence: offsets span currency, number, scale and unit."""

    start: int
    end: int
    base: float  # the number as written
    scale: float
    kind: str  # money, percent, quantity, multiple, duration, furniture, bare
    unit: str  # empty where nothing names one
    digits: str  # empty for number words

    @property
    def value(self) -> float:
        """Return the number in base units, free of the rounding noise of 16.1 x 1e9."""
        return float(f"{self.base * self.scale:.12g}")


def digits_value(digits: str) -> float:
    """Return the number that digits with thousands marks and a decimal mark stand for.

    A comma before three digits is a thousands mark, before fewer a decimal mark.

    >>> digits_value("1,350"), digits_value("16,1"), digits_value("15.300"), digits_value("37.1"), digits_value("1 350")
    (1350.0, 16.1, 15300.0, 37.1, 1350.0)
    """
    if GROUPED.fullmatch(digits):
        return float(re.sub(r"[,’'\s]", "", digits))
    if GROUPED_BY_STOPS.fullmatch(digits):
        return float(digits.replace(".", "").replace(",", "."))
    return float(digits.replace(",", ".").replace("·", "."))


def words_value(text: str, numbers: dict[str, float]) -> float:
    """Return the number that number words stand for; of those that are none of `numbers`, one multiplies: "hundred".

    >>> words_value("twenty-five", grammar().values["numbers"])
    25.0
    >>> words_value("two hundred and fifty", {"two": 2, "fifty": 50})
    250.0
    """
    total = 0.0
    for at, part in enumerate(parts := key(text).split()):
        if part in numbers:
            total += numbers[part]
        elif parts[at - 1] in numbers:  # not the "and" of "two hundred and fifty"
            total *= 100.0
    return total


def number_value(number: str, rules: Grammar) -> float:
    """Return the value of a number as written, its scale left out: "1,350", "2½", "half a", "twenty-five"."""
    if not number[0].isdigit():
        part = rules.values["parts"].get(key(number))
        return words_value(number, rules.values["numbers"]) if part is None else part
    vulgar = VULGAR.search(number)
    if vulgar is None:
        return digits_value(number)
    extra = unicodedata.numeric(vulgar[1]) if vulgar[1] else int(vulgar[2]) / max(int(vulgar[3]), 1)
    return digits_value(number[: vulgar.start()]) + extra


def atom(here: re.Match[str], raw_text: str, after: int, rules: Grammar) -> Atom:
    """Return one match of a number pattern with its unit."""
    scale_words = here["scale"] or here["short"]
    scale = rules.values["scales"][key(scale_words)] if scale_words else 1.0
    number = here["number"]
    base, digits = number_value(number, rules), number if number[0].isdigit() else ""
    behind, before = unit_behind(here, raw_text, rules), money_before(here, raw_text, after, rules.money)
    if before is None or behind.kind == "percent":
        return Atom(here.start(), behind.end, base, scale * behind.factor, behind.kind, behind.unit, digits)
    # "$58 million tonnes" is nobody's writing, "$5 dollars" is: only money of one kind belongs to money before.
    unit = rules.money.codes[key(before["name"])]
    end = behind.end if (behind.kind, behind.unit, behind.factor) == ("money", unit, 1.0) else here.end()
    return Atom(before.start(), end, base, scale, "money", unit, digits)


def number_matches(text: str, rules: Grammar) -> list[re.Match[str]]:
    """Return the numbers of a text in small letters in reading order, the longest where several overlap."""
    found = [match for pattern in rules.numbers for match in pattern.finditer(text)]
    return sorted(found, key=lambda match: (match.start(), -match.end()))


def atoms(text: str, language: str = "en") -> Iterator[Atom]:
    """Yield every number of a sentence in reading order, but no dates, clock times and other such digits.

    >>> [(a.value, a.unit) for a in atoms("On 9 May it reached $ 27 billion, up 30%")]
    [(27000000000.0, 'USD'), (30.0, '%')]
    """
    rules, lower, taken = grammar(language), small(text), 0
    masked = sorted(found.span() for pattern in rules.led_no_amounts for found in pattern.finditer(lower))
    for found in number_matches(lower, rules):
        before = bisect(masked, (found.start(), len(text)))
        if found.start() < taken or (before and found.start() < masked[before - 1][1]):
            continue
        if no_amount := rules.no_amount.match(lower, found.start()):
            taken = no_amount.end()
            continue
        here = atom(found, text, taken, rules)
        # "A5", "v.2", "#3", "1/2": digits within something else, unless that is money ("RM5", "Rs.5").
        if here.start == found.start() and INSIDE.search(lower, max(0, here.start - 2), here.start):
            continue
        # "5k" and "10 m" alone are a race and a height, not thousands and millions.
        if not found["short"] or here.kind in ("money", "quantity"):
            taken = here.end
            yield here
