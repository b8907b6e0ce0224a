"""The words about statements that titles and captions share. Pure."""

import math
from collections.abc import Sequence

from analysis.charts.amounts.disputes import Dispute
from analysis.charts.amounts.statements import Statement
from analysis.wording.periods import span
from analysis.wording.words import capital, count, few, joined, listed, number_word, parties, party

NO_DEFINITION = "no definition given"


def counted(statements: int) -> str:
    """Return a number of statements in words.

    >>> counted(1), counted(12)
    ('one statement', '12 statements')
    """
    return f"{number_word(statements)} {'statement' if statements == 1 else 'statements'}"


def by_speakers(statements: Sequence[Statement]) -> str:
    """Return by how many speakers the statements are; what has no speaker, the article says itself."""
    speakers = len({one.speaker for one in statements} - {""})
    named = f"{number_word(speakers)} {'speaker' if speakers == 1 else 'speakers'}" if speakers else ""
    alone = any(not one.speaker for one in statements)
    return f"by {listed([part for part in (named, 'the articles themselves' if alone else '') if part])}"


def of_parties(subject: str, statements: Sequence[Statement]) -> str:
    """Return the subject of a title, with the parties where all statements share them: "Trade between A and B"."""
    directions = {one.direction for one in statements}
    if len(directions) == 1 and all(start_end := directions.pop()):
        return f"{capital(subject)} from {party(start_end[0])} to {party(start_end[1])}"
    distinct = {frozenset(one.parties.split("|")) for one in statements}
    theirs = parties(statements[0].parties) if len(distinct) == 1 else ""
    return joined((capital(subject), "between" if " and " in theirs else "of" if theirs else "", theirs), " ")


def mark_key(statements: Sequence[Statement]) -> list[str]:
    """Return what each shape means, for the shapes that are there."""
    there = {one.qualifier for one in statements}
    return [
        *(["Arrow upward: more than the amount."] if there & {"more_than", "at_least"} else []),
        *(["Arrow downward: less than the amount."] if there & {"less_than", "up_to"} else []),
        *(["Dashed whisker: about the amount."] if there & {"about", "nearly"} else []),
        *(["Bar: from one amount to another."] if "range" in there else []),
    ]


def described(statements: Sequence[Statement], most: int = 20) -> str:
    """Return the statements in words, for those who cannot see the chart."""
    return few([one.dated for one in statements], most)


def silent_words(silent: int) -> list[str]:
    """Return a phrase for the statements that stand without a label, if any do."""
    return [f"the words of {count(silent, 'statement')} (each mark opens its sentence)"] if silent else []


def spoken_title(measure: str, statements: Sequence[Statement], apart: Sequence[Dispute]) -> str:
    """Return what is seen: the widest gap for one period, else how many statements there are and on which years."""
    if apart:
        return f"{of_parties(measure, (apart[0].low, apart[0].high))}: {apart[0].news}"
    subject = of_parties(measure, statements)
    stated = [years for one in statements if not one.inferred and (years := span(one.period))]
    if not stated:
        return f"{subject}: {counted(len(statements))}, year not stated"
    first, last = math.floor(min(start for start, _ in stated)), math.ceil(max(end for _, end in stated)) - 1
    silent = len(statements) - len(stated)
    rest = f", {number_word(silent)} without a stated year" if silent else ""
    return f"{subject}: {counted(len(stated))} for {first}{f' to {last}' if last > first else ''}{rest}"


def told_by(subject: str, statements: Sequence[Statement]) -> str:
    """Return how many statements there are, by whom, on what: "three statements by two speakers on trade"."""
    return f"{counted(len(statements))} {by_speakers(statements)} on {subject[:1].lower()}{subject[1:]}"


def conflicts_words(apart: Sequence[Dispute]) -> str:
    """Return in how many conflicts amounts lie apart, where there are several."""
    return f"Amounts lie apart in {count(len(apart), 'conflict')}." if len(apart) > 1 else ""


def definition_words(definition: str) -> str:
    """Return a definition as the heading of its panel, in quotation marks since it is the source's own."""
    return capital(NO_DEFINITION) if definition == NO_DEFINITION else f"“{definition}”"


def under(kinds: int) -> str:
    """Return under how many definitions amounts stand."""
    return f"under {number_word(kinds)} definitions" if kinds > 1 else "under one definition"
