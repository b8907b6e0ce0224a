"""Figures made of a few fields, and what follows from them."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple

import pytest

from analysis.figures.amounts import amounts
from analysis.figures.qualifiers import wording
from analysis.reconcile import reconciled
from analysis.records import Article, Conflict, Figure, Observation
from analysis.study import DEFAULT, Study, load

STUDY = load(DEFAULT)
OFFICES = {
    "Vladimir Putin": ("President", "RUS"),
    "Andrey Rudenko": ("Deputy Foreign Minister", "RUS"),
    "Kassym-Jomart Tokayev": ("President", "KAZ"),
}
DEFAULTS: dict[str, Any] = dict.fromkeys(Figure.__dataclass_fields__, "") | {
    "start": 0, "end": 0, "sentence_start": 0, "value_high": None, "kind": "money", "measure": "trade_turnover",
    "parties": ("RUS", "Central Asia"), "period_basis": "stated", "as_of_basis": "unknown", "speaker_basis": "indirect",
}  # fmt: skip
AT_A_DATE = ("investment_stock", "companies", "population_or_people")


class Reconciled(NamedTuple):
    observations: tuple[Observation, ...]
    conflicts: tuple[Conflict, ...]

    @property
    def stated(self) -> list[Observation]:
        return [one for one in self.observations if one.status == "stated"]

    @property
    def derived(self) -> list[Observation]:
        return [one for one in self.observations if one.status == "derived"]

    def only(self, rule: str) -> Observation:
        (found,) = (one for one in self.derived if one.rule == rule)
        return found


def figure(row: Mapping[str, Any]) -> Figure:
    """Return a figure of a row; its amount and qualifier are read from the quote unless given."""
    fields = {name: value for name, value in row.items() if name in DEFAULTS}
    found = amounts(fields["quote"], "en")
    if found:
        said = wording(fields["quote"], found[0], 0, {}, "en")
        read = {
            "value": found[0].value,
            "value_high": found[0].value_high,
            "unit": found[0].unit,
            "kind": found[0].kind,
        }
        fields = read | {"qualifier": said.qualifier, "change": said.change} | fields
    fields = {"article_id": "a", "qualifier": "exact", "printed": fields["quote"]} | fields
    if fields.get("measure") in AT_A_DATE and "said" in row:
        fields = {"as_of": row["said"], "as_of_basis": "said_on", "period_basis": "unknown"} | fields
    identity = {"figure_id": f"{fields['article_id']}:{fields['quote']}"}
    return Figure(**DEFAULTS | identity | fields)


def article(article_id: str, said: str, copy_of: str) -> Article:
    spoken = date.fromisoformat(said) if said else None
    return Article(article_id, article_id, "", "", (), event_date=spoken, duplicate_of=copy_of)


def reconcile(*rows: Mapping[str, Any], study: Study = STUDY) -> Reconciled:
    """Return what follows from rows: fields of figures, and `said` (ISO date) and `copy_of` of their article."""
    figures = [figure(row) for row in rows]
    known = {
        made.article_id: article(made.article_id, row.get("said", ""), row.get("copy_of", ""))
        for made, row in zip(figures, rows, strict=True)
    }
    return Reconciled(*reconciled(figures, known.values(), study, OFFICES))


@pytest.fixture(scope="session")
def side_by_side() -> Callable[..., Reconciled]:
    """Return what reconciles figures that are given by a few fields each."""
    return reconcile
