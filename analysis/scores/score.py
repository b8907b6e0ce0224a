"""How well figures are read: each compared with the label that stands at its place. Pure.

A figure is found where it shares characters with the label, is not much longer, and has its value, and for money and
percent its unit. Each label is found once. What is neither found nor neutral is extra.
"""

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from analysis.records import Figure
from analysis.scores.labels import Label

FIELDS = ("qualifier", "measure", "change", "period", "parties", "speaker")
WHOLE = ("qualifier", "measure", "change", "period")
LONGER = 40  # characters that a figure may be longer than its label: "exceeded $45 billion" for "$45 billion"
SPEAKER_WORDS = 8  # a speaker in more words is a sentence, not a name
SPELLED = 10  # number words up to ten are amounts to one reader and none to the next
WITH_UNIT = ("money", "percent")


@dataclass(frozen=True, slots=True)
class Score:
    """What was found of the labels, what was missed, what is extra, and the share that is right for each field.

    `fields` holds of the figures found the share that is right, for FIELDS and "whole" (qualifier, measure, change and
    period at once); `given` the same of the figures alone whose field is labelled with something. Parties count by how
    far they overlap. None: there is nothing to be right about.
    """

    found: tuple[tuple[Label, Figure], ...]
    missed: tuple[Label, ...]
    extra: tuple[Figure, ...]
    fields: Mapping[str, float | None]
    given: Mapping[str, float | None]

    @property
    def labelled(self) -> int:
        """Return how many figures there are to find."""
        return len(self.found) + len(self.missed)

    @property
    def f1(self) -> float:
        """Return the harmonic mean of the share of labels found and the share of figures right; 1 where both are none.

        Source: C. J. van Rijsbergen, Information Retrieval (1979), chapter 7.
        """
        wrong = len(self.missed) + len(self.extra)
        return 2 * len(self.found) / (2 * len(self.found) + wrong) if self.found or wrong else 1.0


def score(labels: Mapping[str, Sequence[Label]], figures: Iterable[Figure]) -> Score:
    """Return how well the figures of labelled articles are read; figures of other articles are not looked at.

    >>> score({"001": []}, ()).f1
    1.0
    """
    rest = [figure for figure in figures if figure.article_id in labels]
    found, missed = [], []
    wanted = [label for of_article in labels.values() for label in of_article]
    for label in wanted:
        figure = next((figure for figure in rest if is_of(figure, label)), None)
        if figure:
            rest.remove(figure)
        if figure and not label.optional:
            found.append((label, figure))
        elif not label.optional:
            missed.append(label)
    optional = [label for label in wanted if label.optional]
    extra = [figure for figure in rest if not is_neutral(figure) and not any(overlap(figure, one) for one in optional)]
    right = [{field: rightness(field, label, figure) for field in FIELDS} for label, figure in found]
    whole = [float(all(of_one[field] == 1 for field in WHOLE)) for of_one in right]
    given = {
        field: mean([of_one[field] for of_one, (label, _) in zip(right, found, strict=True) if field in label.given])
        for field in FIELDS
    }
    shares = {field: mean([of_one[field] for of_one in right]) for field in FIELDS}
    return Score(tuple(found), tuple(missed), tuple(extra), {**shares, "whole": mean(whole)}, given)


def overlap(figure: Figure, label: Label) -> bool:
    """Return whether a figure stands where a label does, and is not much longer."""
    meets = figure.start < label.end and label.start < figure.end and figure.article_id == label.article_id
    return meets and figure.end - figure.start <= label.end - label.start + LONGER


def is_of(figure: Figure, label: Label) -> bool:
    """Return whether a figure is the one a label means: its place, its value, and of money and percent its unit."""
    if not overlap(figure, label) or not close(figure.value, label.value):
        return False
    high = figure.value if figure.value_high is None else figure.value_high
    if not close(high, label.value if label.value_high is None else label.value_high):
        return False
    if label.kind in WITH_UNIT:
        return figure.unit in label.units
    return figure.kind not in WITH_UNIT


def close(one: float, other: float) -> bool:
    """Return whether two numbers are the same but for the noise of binary fractions."""
    return math.isclose(one, other, rel_tol=1e-6)


def is_neutral(figure: Figure) -> bool:
    """Return whether readers differ on a figure being one: a small number in words ("two sides")."""
    return figure.kind not in WITH_UNIT and not re.search(r"\d", figure.quote) and figure.value <= SPELLED


def rightness(field: str, label: Label, figure: Figure) -> float:
    """Return how right a figure's field is, from 0 to 1."""
    if field == "parties":
        return max(common(frozenset(figure.parties), answer) for answer in label.parties)
    said, answers = str(getattr(figure, field)), label.answers[field]
    return float(same_speaker(said, answers) if field == "speaker" else said in answers)


def common(one: frozenset[str], other: frozenset[str]) -> float:
    """Return how far two sets overlap, from 0 to 1: what they share of all they hold (P. Jaccard, 1901).

    >>> common(frozenset(["IND", "KEN"]), frozenset(["IND"]))
    0.5
    """
    return len(one & other) / len(one | other) if one | other else 1.0


def same_speaker(said: str, answers: Iterable[str]) -> bool:
    """Return whether a speaker is one of those labelled: known by the last name.

    >>> same_speaker("Mr Otieno", ["Amina Otieno"]), same_speaker("", ["Amina Otieno"])
    (True, False)
    """
    words = name_words(said)
    if not words:
        return "" in answers
    return len(words) <= SPEAKER_WORDS and any(name_words(answer)[-1] in words for answer in answers if answer)


def name_words(name: str) -> list[str]:
    """Return the words of a name as they are compared."""
    return name.lower().replace(".", " ").split()


def mean(values: Sequence[float]) -> float | None:
    """Return the mean, None of nothing."""
    return sum(values) / len(values) if values else None
