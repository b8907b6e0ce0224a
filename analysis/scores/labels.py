"""What a reader found in articles: one line of JSON for each amount, with every answer that is right for each field."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SEEDS = Path(__file__).with_name("seeds.jsonl")
WORDED = ("qualifier", "measure", "change", "period", "speaker")


@dataclass(frozen=True, slots=True)
class Label:
    """One amount as a reader labelled it; empty answers are empty texts."""

    article_id: str
    start: int
    end: int
    quote: str
    kind: str  # money, percent, count, other
    value: float
    value_high: float | None
    units: frozenset[str]
    optional: bool  # finding it is neither right nor wrong
    answers: Mapping[str, frozenset[str]]  # field -> every answer that is right
    parties: tuple[frozenset[str], ...]  # every set of parties that is right
    given: frozenset[str]  # fields that the text says something about


def labels(lines: Iterable[str]) -> dict[str, list[Label]]:
    """Return the labels of each article in reading order; a line without a quote names an article that states nothing.

    >>> labels(['{"doc": "004"}'])
    {'004': []}
    """
    found: dict[str, list[Label]] = {}
    for row in map(json.loads, lines):
        of_article = found.setdefault(row["doc"], [])
        if "quote" in row:
            of_article.append(label(row))
    return {name: sorted(rows, key=lambda one: (one.start, one.end, one.value)) for name, rows in found.items()}


def label(row: Mapping[str, Any]) -> Label:
    """Return one label; under NAME_alt stand answers as good as the main one, where "null" means to leave it empty."""
    answers = {field: answers_of(row, field) for field in WORDED}
    return Label(
        article_id=row["doc"],
        start=row["start"],
        end=row["end"],
        quote=row["quote"],
        kind=row["kind"],
        value=row["value"],
        value_high=row["value_high"],
        units=frozenset([row["unit"], *row.get("unit_alt", ())]),
        optional=row["optional"],
        answers={**answers, "qualifier": frozenset(answer or "exact" for answer in answers["qualifier"])},
        parties=tuple(frozenset(answer) for answer in (row["parties"], *row.get("parties_alt", ()))),
        given=frozenset(field for field in (*WORDED, "parties") if row[field] and row[field] != "exact"),
    )


def answers_of(row: Mapping[str, Any], field: str) -> frozenset[str]:
    """Return every right answer for a field; "" for leaving it empty."""
    return frozenset(
        "" if answer in (None, "null") else answer for answer in (row[field], *row.get(f"{field}_alt", ()))
    )


def of_seeds() -> dict[str, list[Label]]:
    """Return the labels of the project's own five articles, for which the rules were written.

    >>> sum(not label.optional for of_article in of_seeds().values() for label in of_article)
    18
    """
    return labels(SEEDS.read_text(encoding="utf-8").splitlines())
