"""What to beware of in figures: shares that do not add up, lists that name another number than is said. Pure."""

import re
from collections.abc import Iterator
from html import escape

import pandas as pd

from analysis.prose.markup import cite
from analysis.prose.rows import named
from analysis.wording.words import listed

WHOLE = 100.0  # percent
# "39.7% of experts, ... – 38.5%, experts, ...": a comma has come between a share and what it is a share of
NOUN = re.compile(r"% of (\w+)")
# "Ghana, India, Rwanda and Uganda." behind "10 countries:"
BETWEEN_ITEMS = re.compile(r",\s*(?:and\s+)?|\s+and\s+")


def share_notes(figures: pd.DataFrame) -> Iterator[str]:
    """Yield a warning for each sentence that gives shares of several parties which do not add to a whole."""
    shares = figures[(figures["measure"] == "share") & (figures["parties"] != "") & (figures["part_of"] == "")]
    for _, rows in shares.groupby(["article_id", "sentence_start", "period"], sort=False):
        total = float(rows["value"].sum())
        # Each share may be rounded by half a percent.
        if rows["parties"].nunique() < max(len(rows), 2) or abs(total - WHOLE) < len(rows) / 2:
            continue
        sentence = str(rows["sentence"].iloc[0])
        rest = f"{WHOLE - total:.12g} % are not accounted for" if total < WHOLE else "more than a whole"
        damaged = (
            "; the sentence looks damaged: a comma parts a share from what it is of" if is_damaged(sentence) else ""
        )
        yield (
            f"The shares {listed([cite(figure) for figure in named(rows)])} stand in one sentence and add to "
            f"{total:.12g} %: {rest}. Of what whole they are shares, is not defined{damaged}."
        )


def is_damaged(sentence: str) -> bool:
    """Return whether a comma has come between a share and its noun.

    >>> is_damaged("A – 39.7% of experts, B – 38.5%, experts, C, D – 10% of experts.")
    True
    >>> is_damaged("A – 50% of experts, B – 40%, however, of students")
    False
    """
    return any(re.search(rf"%, {re.escape(noun)}\b", sentence) for noun in NOUN.findall(sentence))


def list_notes(figures: pd.DataFrame) -> Iterator[str]:
    """Yield a note for each count of countries whose list names another number: "10 countries: Ghana, India ..."."""
    counted = (figures["unit"] == "countries") & (figures["qualifier"] == "exact") & (figures["parties"] != "")
    for figure in named(figures[counted]):
        after = figure.sentence[figure.end - figure.sentence_start :]
        if not after.startswith(":"):
            continue
        names = re.split(r"[.;()]", after[1:].strip())[0]
        items = len([item for item in BETWEEN_ITEMS.split(names) if item])
        # Only where every item is a country that was recognised: else the list is of something else.
        if items == len(figure.parties.split("|")) != figure.value:
            yield f"{cite(figure)} (article {escape(figure.reference)}): the list that follows names {items}."
