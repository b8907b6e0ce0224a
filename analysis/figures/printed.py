"""A figure as the report prints it, in the source's own precision: "> $45 bn", "$27 bn" and never "27.0"."""

import math
import re

from analysis.figures.amount import Amount
from analysis.figures.atoms import digits_value

SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£"}
SCALES = ((1e12, " trn"), (1e9, " bn"), (1e6, " m"))
MARKS = {
    "exact": "",
    "about": "≈ ",
    "nearly": "nearly ",
    "more_than": "> ",
    "at_least": "≥ ",
    "less_than": "< ",
    "up_to": "up to ",
}
# A fall of more than 10 % is a change below −10 %.
MARKS_OF_FALLS = MARKS | {"more_than": "< ", "at_least": "≤ ", "less_than": "> ", "up_to": "≥ "}
SIGNS = {"increase": "+", "decrease": "−"}
FIRST_DIGITS = re.compile(r"\d[\d,’'\s]*(?:[.,]\d+)?")


def decimals(quote: str) -> int:
    """Return how many decimals the quote itself writes.

    >>> decimals("$37.1 billion"), decimals("$ 27 billion"), decimals("160,000")
    (1, 0, 0)
    """
    found = FIRST_DIGITS.search(quote)
    digits = found[0].strip(" ,’'") if found else ""
    mark = re.search(r"[.,](\d+)$", digits)
    return len(mark[1]) if mark and digits_value(digits) != float(re.sub(r"\D", "", digits)) else 0


def decimals_at(scaled: float, quote: str) -> int:
    """Return how many decimals a quote writes of a value that is printed in another scale than its own.

    >>> decimals_at(210, "0.21 billion"), decimals_at(71_800, "71.8 thousand"), decimals_at(37.1, "$37.1 billion")
    (0, 0, 1)
    """
    written, found = decimals(quote), FIRST_DIGITS.search(quote)
    if not written or not found:
        return written
    thousands = round(math.log10(scaled / digits_value(found[0].strip(" ,’'"))) / 3)
    return max(0, written - 3 * max(0, thousands))


def number(value: float, quote: str) -> str:
    """Return a value in base units with its scale, as many decimals as the quote has.

    >>> number(37.1e9, "$37.1 billion"), number(27e9, "$ 27 billion"), number(160000, "160,000"), number(39.7, "39.7%")
    ('37.1 bn', '27 bn', '160,000', '39.7')
    """
    for scale, name in SCALES:
        if value >= scale:
            scaled = value / scale
            places = decimals_at(scaled, quote)
            exact = f"{scaled:.{places}f}" if float(f"{scaled:.{places}f}") * scale == value else f"{scaled:.12g}"
            return exact + name
    places = decimals_at(value, quote)
    return f"{value:,.{places}f}" if float(f"{value:.{places}f}") == value else f"{value:,g}"


def printed(amount: Amount, *, quote: str, qualifier: str, change: str) -> str:
    """Return a figure as the report prints it.

    >>> printed(Amount(0, 16, "money", 5e9, None, "USD"), quote="about $5 billion", qualifier="about", change="")
    '≈ $5 bn'
    >>> printed(Amount(0, 11, "percent", 16, None, "%"), quote="another 16%", qualifier="exact", change="increase")
    '+16 %'
    """
    if amount.kind == "multiple":
        return quote
    text = number(amount.value, quote) + (
        f"–{number(amount.value_high, quote)}" if amount.value_high is not None else ""
    )
    if amount.kind == "money":
        text = SYMBOLS.get(amount.unit, f"{amount.unit} ") + text
    elif amount.unit:
        text = f"{text} {amount.unit}"
    marks = MARKS_OF_FALLS if change == "decrease" else MARKS
    return marks[qualifier] + SIGNS.get(change, "") + text
