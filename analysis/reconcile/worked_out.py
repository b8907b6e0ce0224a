"""One step from stated figures: the records of what goes in and what comes out. Pure."""

import math
from dataclasses import dataclass

from analysis.reconcile.intervals import interval
from analysis.records import Figure, Observation


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure with the interval its words allow."""

    figure: Figure
    low: float
    high: float

    @property
    def printed(self) -> str:
        """Return the figure as the report prints it."""
        return self.figure.printed or self.figure.quote


@dataclass(frozen=True, slots=True)
class Derived:
    """One value worked out from stated figures; its interval is rounded outward."""

    rule: str
    inputs: tuple[Stated, ...]
    unit: str
    period: str
    low: float
    high: float
    formula: str
    printed: str
    value: float | None = None
    measure: str = ""
    flags: tuple[str, ...] = ()

    @property
    def record(self) -> Observation:
        """Return the value as an observation of status "derived"; it takes over the doubts of its inputs."""
        figures = [one.figure for one in self.inputs]
        first, ids = figures[0], tuple(figure.figure_id for figure in figures)
        bases = {figure.period_basis for figure in figures if figure.period}
        basis = next((basis for basis in ("inferred", "resolved", "stated") if basis in bases), "unknown")
        return Observation(
            observation_id="-".join((self.rule, *ids)),
            measure=self.measure or first.measure,
            definition=first.definition,
            parties=tuple(sorted(first.parties)),
            from_party=first.from_party,
            to_party=first.to_party,
            period=self.period,
            period_basis=basis if self.period else "unknown",
            value=self.value,
            value_high=None,
            low=self.low,
            high=self.high,
            unit=self.unit,
            qualifier="at_least" if math.isinf(self.high) else "about" if self.value is not None else "",
            change="increase" if self.rule.startswith("growth") and self.low >= 0 else "",
            compared_with=first.period if self.rule.startswith("growth") else "",
            as_of="",
            as_of_basis="unknown",
            status="derived",
            rule=self.rule,
            formula=self.formula,
            figure_ids=ids,
            printed=self.printed,
            speaker=tuple(dict.fromkeys(figure.speaker for figure in figures if figure.speaker)),
            origins=len({figure.speaker or figure.article_id for figure in figures}),
            said_on="",
            flags=(*self.flags, *(("period inferred",) if basis == "inferred" else ())),
        )


def stated_figure(figure: Figure) -> Stated:
    """Return a figure with its interval."""
    return Stated(figure, *interval(figure.value, figure.value_high, figure.qualifier, figure.quote, figure.unit))


def thing(figure: Figure) -> tuple[object, ...]:
    """Return what two figures must share before one is worked out with the other."""
    return figure.measure, figure.definition, frozenset(figure.parties), figure.from_party, figure.to_party
