"""Records as the tables of the schema, in parts."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import islice

import pandas as pd

from analysis import tables
from analysis.corrections import outcome_rows, what_was_corrected
from analysis.figures import offices
from analysis.found import Found
from analysis.frames import Frames
from analysis.reconcile import reconciled
from analysis.records import Article, Conflict, Observation
from analysis.study import Study
from analysis.table_rows import article_rows, closed, flagged

Rows = Iterable[Mapping[str, object]]
PART = 10_000  # rows


def frames(found: Found, study: Study) -> Frames:
    """Return every table of the schema, in its order; what they rest on together is worked out once."""
    corrected: Mapping[object, tuple[str, ...]] = what_was_corrected(found.outcomes)

    @cache
    def compared() -> tuple[Sequence[Observation], Sequence[Conflict]]:
        return reconciled(found.figures, found.heads, study, offices(found.figures, found.texts, study))

    rows: Mapping[str, Callable[[], Rows]] = {
        "articles": lambda: article_rows(found.articles, found.heads),
        "removed": lambda: (
            {"article_id": a.article_id, **row} for a in found.articles for row in tables.rows(a.removed)
        ),
        "figures": lambda: (
            {**row, "corrected": corrected.get(row["figure_id"])} for row in tables.rows(found.figures)
        ),
        "mentions": lambda: ({**row, "label": label(row, study)} for row in tables.rows(found.mentions)),
        "statements": lambda: tables.rows(found.statements),
        "observations": lambda: (flagged(closed(row), corrected) for row in tables.rows(compared()[0])),
        "conflicts": lambda: map(closed, tables.rows(compared()[1])),
        "remarks": lambda: with_ids(tables.rows(found.remarks), found.heads),
        "rejected": lambda: tables.rows(found.rejected),
        "corrections": lambda: outcome_rows(found.outcomes),
    }
    return Frames({name: partial(parts, name, rows.get(name, tuple)) for name in tables.schema()})


def with_ids(remarks: Rows, articles: Iterable[Article]) -> Rows:
    """Return the rows of remarks with the article that each is about."""
    ids: Mapping[object, str] = {article.source: article.article_id for article in articles}
    return ({"article_id": ids.get(row["source"]), **row} for row in remarks)


def parts(name: str, rows: Callable[[], Rows]) -> Iterator[pd.DataFrame]:
    """Yield the parts of a table; of one without rows, one that is empty."""
    left = iter(rows())
    some = list(islice(left, PART))
    yield tables.frame(name, some)
    while some := list(islice(left, PART)):
        yield tables.frame(name, some)


def label(mention: Mapping[str, object], study: Study) -> str:
    """Return a mention's concept as the report prints it."""
    concept = str(mention["concept"])
    lists = {"topic": study.topics, "security": study.security, "organisation": study.organisations}
    listed = lists.get(str(mention["taxonomy"]), ())
    return next((entry.label for entry in listed if entry.name == concept), study.party_label(concept))
