"""Figures in, observations and conflicts out: who said what, what can be true together, and what cannot. Pure."""

from collections.abc import Iterable, Mapping

from analysis.reconcile.conflicts import conflicts
from analysis.reconcile.copied import repeats, with_copies
from analysis.reconcile.derived import derived
from analysis.reconcile.intervals import gap, interval, outward
from analysis.reconcile.merging import merged
from analysis.reconcile.observations import observations
from analysis.reconcile.points import points
from analysis.records import Article, Conflict, Figure, Observation
from analysis.study import Study

__all__ = ["gap", "interval", "outward", "reconciled"]


def reconciled(
    figures: Iterable[Figure], articles: Iterable[Article], study: Study, offices: Mapping[str, tuple[str, str]]
) -> tuple[tuple[Observation, ...], tuple[Conflict, ...]]:
    """Return the observations, stated ones and those worked out from them, and the conflicts between stated ones.

    `offices` gives each speaker's office and its country (ISO 3166 alpha-3): an office of its own is an independent
    origin. Every figure is a witness of exactly one stated observation; what a copy repeats adds nothing else.
    """
    stated, told = list(figures), list(articles)
    repeated = repeats(stated, told)
    first = [figure for figure in stated if figure.figure_id not in repeated]
    found = merged(points(first, told, study, offices), study)
    pairs = conflicts(found, study)
    return (*with_copies(observations(found), repeated), *derived(found, pairs)), tuple(pairs)
