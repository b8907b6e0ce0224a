"""Figures of copies, set beside those of the original that they repeat: they add witnesses and nothing else. Pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from analysis.reconcile.ordering import in_order
from analysis.records import Article, Figure


def stories(figures: Iterable[Figure], articles: Mapping[str, Article]) -> Iterator[tuple[str, list[Figure]]]:
    """Yield the id of each story's original with the figures of the original and its copies."""

    def story(figure: Figure) -> str:
        return articles[figure.article_id].duplicate_of or figure.article_id

    yield from ((name, list(told)) for name, told in groupby(in_order(figures, key=story), key=story))


def repeats(figures: Iterable[Figure], story: str) -> dict[str, str]:
    """Return, by the figure_id of each figure of a story that a copy repeats, that of the original's figure.

    A copy may be worded otherwise, and be dated otherwise, so that its "last year" reads as another one: it is the
    amount that tells. A figure that the original does not have stands for itself.
    """
    told: dict[object, list[Figure]] = {}
    copied = []
    for figure in figures:
        if figure.article_id == story:
            told.setdefault(amount(figure), []).append(figure)
        else:
            copied.append(figure)
    found = ((one, told.get(amount(one), ())) for one in copied)
    return {one.figure_id: closest(one, originals).figure_id for one, originals in found if originals}


def amount(figure: Figure) -> tuple[object, ...]:
    """Return what a copy cannot change of a figure; nouns it can: "tonnes" and "tons", "people" and "residents"."""
    unit = figure.unit if figure.kind in ("money", "percent") else ""
    return figure.kind, figure.value, figure.value_high, unit, figure.change


def closest(figure: Figure, originals: Sequence[Figure]) -> Figure:
    """Return the figure in the most similar place, of equally similar ones the first."""
    same = ("sentence", "measure", "period", "parties", "quote")
    return max(originals, key=lambda one: [getattr(one, name) == getattr(figure, name) for name in same])


def copies(repeated: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Return, by the figure_id of an original's figure, those of the copies that repeat it.

    >>> copies({"c": "a", "b": "a"})
    {'a': ('b', 'c')}
    """
    found: dict[str, tuple[str, ...]] = {}
    for copy, original in sorted(repeated.items()):
        found[original] = (*found.get(original, ()), copy)
    return found
