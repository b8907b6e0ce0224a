"""Corrections of articles: their dates, and which of them tell the same story. Pure.

They are made before figures are read: what "last year" means follows from a date.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from typing import Any

from analysis.corrections.outcomes import Corrections, Outcome, contradictions, quoted
from analysis.corrections.rows import DATES, iso
from analysis.records import Article, Correction

FIELD = {"date": "published", "event_date": "event_date"}


def of_articles(articles: Sequence[Article], given: Corrections) -> tuple[tuple[Article, ...], Corrections]:
    """Return the articles with their dates and copies corrected, and the corrections that are left.

    A row may name an article by its id or by its file. A row that names none is settled, whatever it corrects.
    """
    known = {article.article_id: article for article in articles}
    ids = {article.source: article.article_id for article in articles} | {name: name for name in known}
    rows = addressed(Corrections(tuple(named(given.waiting, ids)), given.outcomes), known)
    rows = rows.settled(contradictions(((row.article_id, row.what), row) for row in of_whole(rows.waiting)))
    rows = rows.settled(dated(row, known[row.article_id]) for row in rows.waiting if row.what in DATES)
    rows = rows.settled(circles(rows.waiting))
    merged = {row.article_id: row.new for row in rows.waiting if row.what == "copy"}
    originals = originals_of(articles, merged)
    rows = rows.settled(Outcome(row, applied=True) for row in rows.waiting if row.what == "copy")
    dates = new_dates(rows.outcomes)
    corrected = (
        replace(a, duplicate_of=originals.get(a.article_id, ""), **dates.get(a.article_id, {})) for a in articles
    )
    return tuple(corrected), rows


def of_whole(rows: Iterable[Correction]) -> Iterator[Correction]:
    """Yield the rows that correct an article as a whole."""
    return (row for row in rows if row.what in (*DATES, "copy"))


def named(rows: Iterable[Correction], ids: Mapping[str, str]) -> Iterator[Correction]:
    """Yield the rows with the articles they name by their ids."""
    for row in rows:
        new = ids.get(row.new, row.new) if row.what == "copy" else row.new
        yield replace(row, article_id=ids.get(row.article_id, row.article_id), new=new)


def addressed(given: Corrections, known: Mapping[str, Article]) -> Corrections:
    """Return the corrections with those settled that name an article which is not there."""
    wrong = []
    for row in given.waiting:
        names = (row.article_id, row.new) if row.what == "copy" else (row.article_id,)
        if unknown := [name for name in names if name not in known]:
            near = closest(unknown[0], known)
            wrong.append(Outcome(row, problem=f"there is no article {quoted(unknown[0])}; {near}"))
    return given.settled(wrong)


def closest(name: str, known: Iterable[str]) -> str:
    """Return what to do about the name of an article that is not there.

    >>> closest("000", ["000_27ad", "001_f32a"])
    'write “000_27ad”, if that is meant, or remove the row'
    """
    ids = list(known)
    near = [one for one in ids if one.startswith(name)] or get_close_matches(name, ids, 1)
    return f"write {quoted(near[0])}, if that is meant, or remove the row" if near else "correct it or remove the row"


def dated(row: Correction, article: Article) -> Outcome:
    """Return what comes of a new date: it is taken, unless the row says that another one stands there."""
    stands = getattr(article, FIELD[row.what])
    before = stands.isoformat() if stands else ""
    # Where no day of publication is known, the report prints that of the occasion as the date of the article.
    shown = {before or "unknown", article.said_on.isoformat() if article.said_on and row.what == "date" else before}
    if row.old and row.old.casefold() not in shown:
        problem = f"the {row.what} of the article is {before or 'not known'}, not {quoted(row.old)}"
        return Outcome(row, problem=f"{problem}; correct the column `old` or leave it empty")
    return Outcome(row, applied=True, was=before)


def new_dates(outcomes: Iterable[Outcome]) -> Mapping[str, dict[str, Any]]:
    """Return the fields of each article that its corrected dates change: supplied, as in articles.csv."""
    fields: Mapping[str, dict[str, Any]] = defaultdict(dict)
    for outcome in outcomes:
        row = outcome.correction
        if outcome.applied and row.what in DATES:
            name = FIELD[row.what]
            fields[row.article_id] |= {name: iso(row.new), f"{name}_basis": "manifest"}
    return fields


def circles(rows: Iterable[Correction]) -> Iterator[Outcome]:
    """Yield the rows by which an article would be a copy of itself, straight or by way of others."""
    copies = [row for row in rows if row.what == "copy"]
    parents = {row.article_id: row.new for row in copies}
    for row in copies:
        trail = followed(row.new, parents)
        if row.article_id in trail:
            names = " → ".join([row.article_id, *trail[: trail.index(row.article_id) + 1]])
            yield Outcome(row, problem=f"a circle of copies, {names}; leave the row of the first telling out")


def followed(article_id: str, parents: Mapping[str, str]) -> list[str]:
    """Return an article and those it is a copy of, one after the other, none twice.

    >>> followed("c", {"c": "b", "b": "a"})
    ['c', 'b', 'a']
    """
    trail: list[str] = []
    while article_id and article_id not in trail:
        trail.append(article_id)
        article_id = parents.get(article_id, "")
    return trail


def originals_of(articles: Iterable[Article], merged: Mapping[str, str]) -> dict[str, str]:
    """Return the first telling of each copy, by article: what the analyst says comes before equal words."""
    found = {article.article_id: article.duplicate_of for article in articles if article.duplicate_of}
    for copy in sorted(found):  # "b, in the words of a" is dropped where the analyst calls a the copy of b
        if copy in followed(found[copy], {**found, **merged}):
            del found[copy]
    parents = {**found, **merged}
    return {copy: followed(copy, parents)[-1] for copy in parents}
