"""What of a long table the page shows, and the line that says what it leaves to the data. Pure."""

from typing import TYPE_CHECKING, Any, TypeVar

import pandas as pd

from analysis.prose.markup import paragraph
from analysis.prose.rows import told
from analysis.wording.sizes import LISTED, LONGEST, MANY

if TYPE_CHECKING:
    from analysis.workbench import Corpus

Rows = TypeVar("Rows", bound=Any)


def is_long(number: int, corpus: "Corpus") -> bool:
    """Return whether so many rows are too many for a page: those of many stories, or more than anybody reads."""
    return number > LISTED and (number > LONGEST or len(told(corpus)) >= MANY)


def first(rows: Rows, corpus: "Corpus") -> Rows:
    """Return the rows of a list or a table that a page shows, the first ones where they are many."""
    shown: Rows = rows[:LISTED] if is_long(len(rows), corpus) else rows
    return shown


def newest(rows: pd.DataFrame, corpus: "Corpus") -> pd.DataFrame:
    """Return the rows that a page shows, in their order: the newest where they are many.

    `rows` stand in the order of their dates, those without one last.
    """
    if not is_long(len(rows), corpus):
        return rows
    dated = rows[rows["said_on"] != ""]
    return (dated if len(dated) >= LISTED else rows).tail(LISTED)


def cut(shown: int, total: int, which: str, table: str) -> str:
    """Return the line that says how much is shown of what, and where all is; nothing where all is shown.

    >>> cut(20, 6441, "widest", "conflicts")
    '<p class="note">The 20 widest of 6,441; all are in data/conflicts.csv.</p>'
    """
    words = f"The {shown:,} {which} of {total:,}; all are in data/{table}.csv."
    return paragraph(words, "note") if shown < total else ""
