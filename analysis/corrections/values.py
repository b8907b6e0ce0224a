"""The right value of a figure, as the analyst writes it: "$47.1 billion", "47.1 bn", "47100000000". Pure."""

import math
from collections.abc import Mapping
from typing import Any

from analysis.corrections.outcomes import quoted
from analysis.figures.amount import Amount
from analysis.figures.amounts import amounts
from analysis.figures.atoms import atoms
from analysis.figures.printed import printed
from analysis.figures.qualifiers import wording
from analysis.records import Figure

WITHOUT_SCALE = 1000  # times by which a bare number falls short of the figure where its scale was forgotten


def corrected_value(written: str, figure: Figure, language: str = "en") -> Mapping[str, Any] | str:
    """Return the fields of a figure with the value that is written, or the problem with it.

    Unit and qualifier stay unless other ones are written.
    """
    read = written_amount(written, language)
    if read is None or not 0 < read.value < math.inf:
        return f"{quoted(written)} is no amount; write it alone, like $47.1 billion or 47100000000"
    bare = read.kind == "count" and not read.unit
    if bare and not any(map(str.isalpha, written)) and read.value * WITHOUT_SCALE < figure.value:
        return f"{quoted(written)} is less than a thousandth of {figure.printed}; write it with its scale or all digits"
    kind, unit = (figure.kind, figure.unit) if bare else (read.kind, read.unit)
    said = wording(written, read, 0, {}, language).qualifier
    qualifier = figure.qualifier if said == "exact" else said
    amount = Amount(figure.start, figure.end, kind, read.value, read.value_high, unit)
    words = f"{written} times" if bare and kind == "multiple" else written
    shown = printed(amount, quote=words, qualifier=qualifier, change=figure.change)
    given = {"kind": kind, "value": read.value, "value_high": read.value_high, "unit": unit}
    return {**given, "qualifier": qualifier, "printed": shown}


def written_amount(written: str, language: str = "en") -> Amount | None:
    """Return the one amount that is written, a bare number too; None for none, several, or an amount among words.

    >>> written_amount("47.1 bn").value, written_amount("39.9").value, written_amount("$5 billion in 2021")
    (47100000000.0, 39.9, None)
    """
    numbers = (Amount(a.start, a.end, a.kind, a.value, None, a.unit) for a in atoms(written, language))
    for found in (amounts(written, language), [bare_number(number) for number in numbers]):
        if len(found) == 1:
            said = wording(written, found[0], 0, {}, language)
            return found[0] if (said.start, said.end) == (0, len(written)) else None
    return None


def bare_number(number: Amount) -> Amount:
    """Return a number without a unit as a count of what the figure already counts."""
    kind = "count" if number.kind == "bare" else number.kind
    return Amount(number.start, number.end, kind, number.value, number.value_high, number.unit)
