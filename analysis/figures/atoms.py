"""Numbers of a sentence with what stands right before and behind each, before ranges and nouns are settled."""

import re
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass

from analysis.figures.grammar import Grammar, grammar
from analysis.figures.lexicon import key, small

GROUPED = re.compile(r"\d{1,3}(?:[,’'\s]\d{3})+(?:\.\d+)?")
# "15.300 square kilometers": no measurement is printed with two noughts at its end.
GROUPED_BY_STOPS = re.compile(r"[1-9]\d{0,2}\.\d00")


@dataclass(frozen=True, slots=True)
class Atom:
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
        return float(digits.replace(".", ""))
    return float(digits.replace(",", "."))


def words_value(text: str, numbers: dict[str, float]) -> float:
    """Return the number that number words stand for; a word behind them that is none of them is "hundred".

    >>> words_value("twenty-five", grammar().values["numbers"]), words_value("two hundred", grammar().values["numbers"])
    (25.0, 200.0)
    """
    known = [numbers[part] for part in key(text).split() if part in numbers]
    return float(sum(known)) * (100.0 if len(known) < len(key(text).split()) else 1.0)


def base_value(found: re.Match[str], rules: Grammar) -> float:
    """Return the number of a match of the number pattern, its scale left out."""
    if found["digits"]:
        return digits_value(found["digits"])
    if found["part"]:
        return rules.values["parts"][key(found["part"])]
    return words_value(found["word"], rules.values["numbers"])


def unit_behind(found: re.Match[str] | None, rules: Grammar) -> tuple[str, str, float]:
    """Return kind, unit and factor of what stands behind a number; the factor is 0.01 for cents."""
    if found is None:
        return "bare", "", 1.0
    if found["percent"]:
        return "percent", "%", 1.0
    if found["money"]:
        name = key(found["money"])
        if name in rules.names["hundredths"]:
            return "money", rules.names["hundredths"][name], 0.01
        return "money", rules.names["behind"].get(name, name.upper()), 1.0
    if found["quantity"]:
        rate = " ".join((found["rate"] or "").split())
        unit = rules.names["quantities"][key(found["quantity"])]
        return "quantity", f"{unit} {rate}".strip(), 1.0
    return ("multiple", "times", 1.0) if found["times"] else ("duration" if found["duration"] else "furniture", "", 1.0)


def atom(found: re.Match[str], text: str, rules: Grammar) -> Atom:
    """Return one match of the number pattern with its unit."""
    scale_words = found["scale"] or found["short"]
    scale = rules.values["scales"][key(scale_words)] if scale_words else 1.0
    behind = rules.unit.match(text, found.end())
    kind, unit, factor = unit_behind(behind, rules)
    end = behind.end() if behind and kind != "furniture" else found.end()
    if found["currency"] and kind != "percent":
        name = key(found["currency"])
        # "$58 million tonnes" is nobody's writing, "$5 dollars" is: only money behind belongs to money before.
        end = end if kind == "money" and factor == 1.0 else found.end()
        kind, unit, factor = "money", rules.names["before"].get(name, name.upper()), 1.0
    return Atom(found.start(), end, base_value(found, rules), scale * factor, kind, unit, found["digits"] or "")


def atoms(text: str, language: str = "en") -> Iterator[Atom]:
    """Yield every number of a sentence in reading order, but no dates, clock times and other such digits.

    >>> [(a.value, a.unit) for a in atoms("On 9 May it reached $ 27 billion, up 30%")]
    [(27000000000.0, 'USD'), (30.0, '%')]
    """
    rules = grammar(language)
    text = small(text)
    masked = [found.span() for found in rules.not_amounts.finditer(text)]
    for found in rules.number.finditer(text):
        number_at = max(found.start(group) for group in ("digits", "part", "word"))
        before = bisect(masked, (number_at, len(text)))
        if before and number_at < masked[before - 1][1]:
            continue
        here = atom(found, text, rules)
        # "5k" and "10 m" alone are a race and a height, not thousands and millions.
        if not found["short"] or here.kind in ("money", "quantity"):
            yield here
