"""Which of the periods that a sentence names an amount is about. Pure: amounts and periods in, one period out."""

import re
from collections.abc import Sequence

from analysis.figures.amount import Amount
from analysis.figures.lexicon import small
from analysis.figures.measures import clause_pattern
from analysis.figures.period_rules import against_pattern, change_start_pattern, next_statement_pattern
from analysis.figures.periods import Period
from analysis.figures.qualifiers import Wording

BRACKETS = re.compile(r"^[^()]*\)|\([^()]*\)")  # "1bn rouble ($35.7m; £19.1m) for 2001-2003"
# A period right behind an amount: "$40 billion in 2013", "to $150bn for 2004".
ATTACHED = re.compile(r"\s*\(?(?:[a-z]+\s+){0,3}", re.IGNORECASE)
APART = re.compile(r"[,;:–—]")  # these part an amount from a period behind it: "$4 billion, in 2013 ..."
LOOK_BACK = 32  # characters before a period in which the words stand that compare with it


def period_of(
    text: str, amount: Amount, said: Wording, amounts: Sequence[Amount], found: Sequence[Period], language: str = "en"
) -> Period | None:
    """Return the period an amount is about: right behind it, else the last before, else the next of its clause.

    Not what it is compared with; and a span of years ("in five years") is only a change's.
    """
    usable = [p for p in found if (said.change or not p.years_back) and not said.start <= p.start < said.end]
    behind = [p for p in usable if p.start >= said.end and not is_elsewhere(text, said.end, p, language)]
    if behind and ATTACHED.fullmatch(text, said.end, behind[0].start):
        return behind[0]
    before = [p for p in usable if p.end <= amount.start and not (p.kind == "ago" and amounts[0].start < p.start)]
    if before:
        return before[-1]
    if not behind or starts_change(text, amount, amounts, language):
        return None
    gap = BRACKETS.sub("", text[said.end : behind[0].start])
    if clause_pattern(language).search(small(gap)) or not reaches(gap, amount, behind[0], amounts, len(usable)):
        return None
    return behind[0]


def reaches(gap: str, amount: Amount, period: Period, amounts: Sequence[Amount], periods: int) -> bool:
    """Return whether an amount has a period further behind it: not one that is another amount's.

    "$12 million for wells in Peru in 2007 after $7 million in 2006": nothing parts the first from 2007.
    """
    if not any(amount.end <= other.start < period.start for other in amounts) and not APART.search(gap):
        return True
    # Otherwise only the last amount, or the only period of the sentence; "ten years ago" never reaches so far.
    return period.kind != "ago" and (amount == amounts[-1] or periods == 1)


def is_elsewhere(text: str, start: int, period: Period, language: str) -> bool:
    """Return whether a period behind an amount is what it is compared with, or begins another statement.

    "30% higher than in 2004"; "$12 million, and in 2016"
    """
    lead = small(text[max(start, period.start - LOOK_BACK) : period.start])
    return bool(against_pattern(language).search(lead) or next_statement_pattern(language).search(lead))


def starts_change(text: str, amount: Amount, amounts: Sequence[Amount], language: str) -> bool:
    """Return whether an amount is where a change begins: the 40% of "from 40% to 60% by 2010" is not of 2010."""
    lead, to = change_start_pattern(language)
    after = next((other for other in amounts if other.start >= amount.end), None)
    return bool(
        after and lead.search(small(text[: amount.start])) and to.fullmatch(small(text[amount.end : after.start]))
    )
