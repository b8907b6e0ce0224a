"""Records as the tables of the schema."""

from collections.abc import Iterable, Mapping

import pandas as pd

from analysis import tables
from analysis.corrections import outcome_rows, what_was_corrected
from analysis.figures import offices
from analysis.found import Found
from analysis.reconcile import reconciled
from analysis.study import Study
from analysis.table_rows import article_rows, closed, flagged


def frames(found: Found, study: Study) -> dict[str, pd.DataFrame]:
    """Return every table of the schema as a DataFrame, in its order."""
    corrected: Mapping[object, tuple[str, ...]] = what_was_corrected(found.outcomes)
    texts = {article.article_id: article.raw_text for article in found.articles}
    held = offices(found.figures, texts, study)
    observations, conflicts = reconciled(found.figures, found.articles, study, held)
    ids: Mapping[object, str] = {article.source: article.article_id for article in found.articles}
    rows: Mapping[str, Iterable[Mapping[str, object]]] = {
        "articles": article_rows(found.articles),
        "removed": ({"article_id": a.article_id, **row} for a in found.articles for row in tables.rows(a.removed)),
        "figures": ({**row, "corrected": corrected.get(row["figure_id"])} for row in tables.rows(found.figures)),
        "mentions": ({**row, "label": label(row, study)} for row in tables.rows(found.mentions)),
        "statements": tables.rows(found.statements),
        "observations": (flagged(closed(row), corrected) for row in tables.rows(observations)),
        "conflicts": map(closed, tables.rows(conflicts)),
        "remarks": ({"article_id": ids.get(row["source"]), **row} for row in tables.rows(found.remarks)),
        "rejected": tables.rows(found.rejected),
        "corrections": outcome_rows(found.outcomes),
    }
    return {name: tables.frame(name, rows.get(name, ())) for name in tables.schema()}


def label(mention: Mapping[str, object], study: Study) -> str:
    """Return a mention's concept as the report prints it."""
    concept = str(mention["concept"])
    lists = {"topic": study.topics, "security": study.security, "organisation": study.organisations}
    listed = lists.get(str(mention["taxonomy"]), ())
    return next((entry.label for entry in listed if entry.name == concept), study.party_label(concept))
