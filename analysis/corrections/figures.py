"""Corrections of figures: none at all, another value, another speaker; and notes. Pure: figures in, figures out."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import Any

from analysis.corrections.outcomes import Corrections, Outcome, contradictions, key, quoted
from analysis.corrections.speakers import spoken_by
from analysis.corrections.values import corrected_value
from analysis.figures.settle import statement_id
from analysis.records import Article, Correction, Figure

ALIKE = 0.8  # of 1: words that far alike may be a slip of each other


@dataclass(frozen=True, slots=True)
class Change:
    """A row with the figure it is about, and the fields of the figure that it changes."""

    row: Correction
    figure: Figure | None = None  # None: a note on the whole article
    fields: Mapping[str, Any] = field(default_factory=dict)


def of_figures(
    found: Sequence[Figure], articles: Sequence[Article], given: Corrections
) -> tuple[tuple[Figure, ...], Corrections]:
    """Return the figures corrected, and all corrections settled; `articles` are those in which the figures stand."""
    kept = {article.article_id: article for article in articles}
    of_article: Mapping[str, list[Figure]] = defaultdict(list)
    for figure in found:
        of_article[figure.article_id].append(figure)
    here = [row for row in given.waiting if row.article_id in kept]
    aimed = [change(row, of_article[row.article_id], kept[row.article_id]) for row in here]
    left = given.settled(one for one in aimed if isinstance(one, Outcome))
    changes = [one for one in aimed if isinstance(one, Change)]
    left = left.settled(contradictions(places(changes)))
    waiting = {row.line for row in left.waiting}
    applied = [one for one in changes if one.row.line in waiting]
    left = left.settled(outcome(one) for one in applied)
    left = left.settled(Outcome(row) for row in left.waiting)
    return tuple(changed(found, applied)), Corrections((), tuple(with_figures(one, found) for one in left.outcomes))


def change(row: Correction, figures: Sequence[Figure], article: Article) -> Change | Outcome:
    """Return what a row changes, or the problem that it names nothing or says nothing that can be read."""
    if row.what == "note" and not row.old:
        return Change(row)
    meant = figures_meant(row.old, figures)
    if len(meant) != 1:
        return Outcome(row, problem=several(row, meant) if meant else gone(row, figures, article))
    fields = changed_fields(row, meant[0], article)
    return Outcome(row, problem=fields) if isinstance(fields, str) else Change(row, meant[0], fields)


def figures_meant(old: str, figures: Sequence[Figure]) -> list[Figure]:
    """Return the figures that have this id, else these exact words, else these words from the number on.

    "$45 billion" means the figure "exceeded $45 billion", "45" and "5 billion" mean nothing.
    """
    return (
        [figure for figure in figures if figure.figure_id == old]
        or [figure for figure in figures if key(figure.quote) == key(old)]
        or [figure for figure in figures if is_amount_of(old, figure.quote)]
    )


def is_amount_of(words: str, quote: str) -> bool:
    """Return whether words are a figure's own from its number on: what stands before them holds no digit.

    >>> is_amount_of("$45 billion", "exceeded $45 billion"), is_amount_of("5 billion", "exceeded $45 billion")
    (True, False)
    """
    lead = key(quote).removesuffix(key(words))
    return lead != key(quote) and not re.search(r"\d", lead)


def several(row: Correction, meant: Sequence[Figure]) -> str:
    """Return the problem that words stand at several figures."""
    ids = ", ".join(figure.figure_id for figure in meant)
    return f"{quoted(row.old)} stands at {len(meant)} figures of the article; write the figure_id of one instead: {ids}"


def gone(row: Correction, figures: Sequence[Figure], article: Article) -> str:
    """Return the problem that nothing has the words of a row, with what comes closest."""
    by_name = row.what == "speaker"
    candidates = [figure.quote for figure in figures] + [figure.speaker for figure in figures if by_name]
    named = f"{quoted(row.old)} is no figure {'and no speaker ' if by_name else ''}of the article"
    problem = named + (", though the words stand there" if key(row.old) in key(article.raw_text) else "")
    around = [one for one in candidates if key(row.old) in key(one)]
    if near := around or get_close_matches(row.old, candidates, 1, cutoff=ALIKE):
        return f"{problem}; write {quoted(near[0])}, if that is meant, or remove the row"
    return f"{problem}; write the exact words of a figure, or its figure_id, or remove the row"


def changed_fields(row: Correction, figure: Figure, article: Article) -> Mapping[str, Any] | str:
    """Return the fields of a figure that a row changes, or the problem with it."""
    if row.what == "value":
        return corrected_value(row.new, figure, article.language or "en")
    if row.what == "speaker":
        basis = figure.speaker_basis if figure.speaker_basis == "direct" else "indirect"
        name, basis = spoken_by(row.new, basis)
        statement = statement_id(replace(figure, speaker=name), article)
        return {"speaker": name, "speaker_basis": basis, "statement_id": statement}
    return {}


def places(changes: Iterable[Change]) -> Iterator[tuple[tuple[str, str], Correction]]:
    """Yield what each row is about; a rejected figure has neither value nor speaker."""
    for one in changes:
        if one.figure is not None and one.row.what != "note":
            for what in ("value", "speaker") if one.row.what == "reject" else (one.row.what,):
                yield (one.figure.figure_id, what), one.row


def outcome(one: Change) -> Outcome:
    """Return what comes of a row that is applied, with what stood there before."""
    if one.figure is None:
        return Outcome(one.row, applied=True)
    before = {"value": one.figure.printed, "reject": one.figure.quote, "speaker": one.figure.speaker}
    return Outcome(one.row, applied=True, was=before.get(one.row.what, ""), figure_ids=(one.figure.figure_id,))


def changed(found: Iterable[Figure], applied: Sequence[Change]) -> Iterator[Figure]:
    """Yield the figures with their changes; those rejected are left out, also as the whole of others."""
    fields: Mapping[str, dict[str, Any]] = defaultdict(dict)
    rejected = set()
    for one in applied:
        if one.figure is not None:
            fields[one.figure.figure_id].update(one.fields)
            if one.row.what == "reject":
                rejected.add(one.figure.figure_id)
    for figure in found:
        if figure.figure_id not in rejected:
            part_of = "" if figure.part_of in rejected else figure.part_of
            yield replace(figure, part_of=part_of, **fields.get(figure.figure_id, {}))


def with_figures(settled: Outcome, found: Iterable[Figure]) -> Outcome:
    """Return what came of a row with the figures whose speaker it renamed by the sentence."""
    if not settled.sentences:
        return settled
    ids = (
        figure.figure_id
        for figure in found
        if figure.article_id == settled.correction.article_id
        and any(start <= figure.start < end for start, end in settled.sentences)
    )
    return replace(settled, figure_ids=tuple(ids))
