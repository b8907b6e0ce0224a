"""Figures of copies, set beside those of the original that they repeat: they add witnesses and nothing else. Pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from analysis.records import Article, Figure, Observation


def repeats(figures: Iterable[Figure], articles: Iterable[Article]) -> dict[str, str]:
    """Return, by the figure_id of each figure that a copy repeats, that of the original's figure.

    A copy may be worded otherwise, and be dated otherwise, so that its "last year" reads as another one: it is the
    amount that tells. A figure that the original does not have stands for itself.
    """
    story = {article.article_id: article.duplicate_of or article.article_id for article in articles}
    told: dict[object, list[Figure]] = {}
    copied = []
    for figure in figures:
        if story[figure.article_id] == figure.article_id:
            told.setdefault((figure.article_id, amount(figure)), []).append(figure)
        else:
            copied.append(figure)
    found = ((one.figure_id, told.get((story[one.article_id], amount(one)), ())) for one in copied)
    by_id = {one.figure_id: one for one in copied}
    return {name: closest(by_id[name], originals).figure_id for name, originals in found if originals}


def amount(figure: Figure) -> tuple[object, ...]:
    """Return what a copy cannot change of a figure; nouns it can: "tonnes" and "tons", "people" and "residents"."""
    unit = figure.unit if figure.kind in ("money", "percent") else ""
    return figure.kind, figure.value, figure.value_high, unit, figure.change


def closest(figure: Figure, originals: Sequence[Figure]) -> Figure:
    """Return the figure in the most similar place, of equally similar ones the first."""
    same = ("sentence", "measure", "period", "parties", "quote")
    return max(originals, key=lambda one: [getattr(one, name) == getattr(figure, name) for name in same])


def with_copies(found: Iterable[Observation], repeated: Mapping[str, str]) -> Iterator[Observation]:
    """Yield observations with the figures of copies that repeat theirs, each behind its original."""
    copies: dict[str, list[str]] = {}
    for copy, original in sorted(repeated.items()):
        copies.setdefault(original, []).append(copy)
    for one in found:
        yield replace(one, figure_ids=tuple(n for name in one.figure_ids for n in (name, *copies.get(name, ()))))
