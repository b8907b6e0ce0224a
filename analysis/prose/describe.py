"""How the report words one figure: its amount, its period and how it is known, its parties, and who said it. Pure.

All that comes from an article is escaped here: what these functions return is HTML.
"""

import re
from html import escape
from typing import Any

from analysis.figures.outlook import is_expected
from analysis.prose.markup import cite, corrected_mark
from analysis.wording.periods import day, period_name
from analysis.wording.words import last_name, month, parties, words

QUALIFIERS = {
    "more_than": "more than", "at_least": "at least", "less_than": "less than", "up_to": "up to", "about": "about",
    "nearly": "nearly",
}  # fmt: skip
# What stands before a printed amount: "≈ $5 bn", "> $45 bn", "up to $3 bn", "nearly $30 bn"
SIGN = re.compile(r"^(?:[≈<>≤≥]|up to|nearly|more than|less than|at least|about)\s*")


def is_cumulative(figure: Any) -> bool:
    """Return whether a figure is a sum since some start."""
    return any(word in figure.definition for word in words()["cumulative"])


def period_words(figure: Any) -> str:
    """Return the period of a figure in words, and how it is known; `figure` is a row with `said_on`.

    >>> from types import SimpleNamespace as Row
    >>> row = Row(period="2024", period_basis="resolved", period_words="last year", change="", said_on="2025-10-09")
    >>> period_words(row)
    '2024 (from “last year”, article of 9 October 2025)'
    """
    name, own = escape(period_name(figure.period)), f"“{escape(' '.join(figure.period_words.split()))}”"
    if figure.period_basis == "inferred":
        return inferred_words(figure, name, own)
    if figure.period_basis == "resolved":
        return f"{name} (from {own}" + (f", article of {day(figure.said_on)})" if figure.said_on else ")")
    if name:
        return name
    if is_cumulative(figure):
        return "since when is not stated"
    if figure.as_of and figure.as_of_basis != "said_on":
        return f"as of {escape(period_name(figure.as_of))}"
    if figure.period_words.strip():
        return f"{own} (when that is, is not stated)"
    return f"not stated; said {month(figure.said_on)}" if figure.as_of and figure.said_on else "not stated"


def inferred_words(figure: Any, name: str, own: str) -> str:
    """Return a period that the sentence suggests, and on what condition it holds."""
    if figure.change:
        return f"{own} (years not stated; {name} if it ends with that level’s year)"
    return f"year not stated; {name} if, as the sentence suggests, it is the last full year"


def base_words(figure: Any) -> str:
    """Return what a change is compared with; nothing for a level."""
    if figure.change in ("", "multiple"):
        return ""
    return (
        f"compared with {escape(period_name(figure.compared_with))}"
        if figure.compared_with
        else "compared with what, is not stated"
    )


def speaker_words(figure: Any) -> str:
    """Return who said it, and where the sentence itself does not say so."""
    if not figure.speaker:
        return "the article itself" + corrected_mark(figure, "speaker")
    unmarked = " (not marked in this sentence)" if figure.speaker_basis == "inherited" else ""
    return escape(figure.speaker) + corrected_mark(figure, "speaker") + unmarked


def when_words(figure: Any) -> str:
    """Return the time of a figure, for a change what it is compared with, and whether it is yet to come."""
    ahead = "told as yet to come" if is_expected(figure) else ""
    return "; ".join(part for part in (period_words(figure), base_words(figure), ahead) if part)


def short_source(figure: Any) -> str:
    """Return speaker and month in brackets, for running text.

    >>> from types import SimpleNamespace as Row
    >>> short_source(Row(speaker="Amina Otieno", said_on="2025-10-09"))
    '[Otieno, Oct 2025]'
    >>> short_source(Row(speaker="", said_on="", reference="007"))
    '[article 007]'
    """
    who = (last_name(figure.speaker) or f"article {figure.reference}") + corrected_mark(figure, "speaker")
    return f"[{escape(', '.join(part for part in (who, month(figure.said_on)) if part))}]"


def article_words(row: Any) -> str:
    """Return an article's reference with its month, as a cell of a table.

    >>> from types import SimpleNamespace as Row
    >>> article_words(Row(reference="003", said_on="2022-05-17"))
    '003, <span class="nowrap">May 2022</span>'
    """
    return escape(row.reference) + (f', <span class="nowrap">{month(row.said_on)}</span>' if row.said_on else "")


def between(figure: Any) -> str:
    """Return the parties of a figure, with the direction where it has one.

    >>> from types import SimpleNamespace as Row
    >>> between(Row(parties="IND|East Africa", from_party="IND", to_party="East Africa"))
    'from India to East Africa'
    """
    if figure.from_party and figure.to_party:
        return escape(f"from {parties(figure.from_party)} to {parties(figure.to_party)}")
    return escape(parties(figure.parties)) or "not stated"


def measure_name(figure: Any, labels: dict[str, str]) -> str:
    """Return what a figure measures, with the article's own words where they differ from the label."""
    label = labels.get(figure.measure, figure.measure)
    own = " ".join(figure.measure_words.split())
    return escape(label) + (f" (“{escape(own)}”)" if own and own.lower() not in label.lower() else "")


def in_words(figure: Any) -> str:
    """Return an amount as running text prints it.

    >>> from types import SimpleNamespace as Row
    >>> in_words(Row(printed="> $45 bn", qualifier="more_than")), in_words(Row(printed="$27 bn", qualifier="exact"))
    ('more than $45 bn', '$27 bn')
    """
    plain = SIGN.sub("", figure.printed)
    if plain.startswith("−") and figure.qualifier in QUALIFIERS:  # what is "more than −10 %" may be −5 %
        return f"a fall of {QUALIFIERS[figure.qualifier]} {plain[1:]}"
    return f"{QUALIFIERS.get(figure.qualifier, '')} {plain}".strip()


def amount_in_words(figure: Any) -> str:
    """Return the amount as running text prints it, a citation: how exact it is belongs to it.

    >>> from types import SimpleNamespace as Row
    >>> amount_in_words(Row(figure_id="1b", printed="> $45 bn", qualifier="more_than"))
    '<a class="cite" href="#e-1b">more than $45 bn</a>'
    """
    return cite(figure, in_words(figure))
