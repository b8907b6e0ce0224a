"""A corpus on the workbench: everything that was read from a folder of articles, as tables."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from analysis import corpus, corrections, figures, statements, themes
from analysis.asked import existing, known_countries, span, study_of
from analysis.corrections import Outcome, outcome_rows, what_was_corrected
from analysis.records import Article, Conflict, Figure, Mention, Observation, Rejected, Statement
from analysis.study import Study
from analysis.table_rows import article_rows, closed, flagged

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Corpus:
    """What was found in a folder of articles. Each table is an attribute: `corpus.figures`, `corpus.mentions` ..."""

    study: Study
    records: tuple[Article, ...]
    found: tuple[Figure, ...]
    mentioned: tuple[Mention, ...]
    rejections: tuple[Rejected, ...]
    left_out: tuple[str, ...]  # article ids outside the dates or countries asked for
    stated: tuple[Statement, ...] = ()  # what matters and has no number
    outcomes: tuple[Outcome, ...] = ()  # what came of each correction, by line

    def __repr__(self) -> str:
        """Say how much there is, and under which names."""
        from analysis import tables
        from analysis.wording.words import count

        sizes = {"article": self.records, "figure": self.found, "mention": self.mentioned}
        held = ", ".join(count(len(records), name) for name, records in sizes.items())
        return f"Corpus of {held}; tables: {', '.join(tables.schema())}"

    @property
    def texts(self) -> Mapping[str, str]:
        """Return the raw text of each article, to which all offsets refer."""
        return {article.article_id: article.raw_text for article in self.records}

    @property
    def members(self) -> tuple[str, ...]:
        """Return the countries of the study's region (ISO 3166 alpha-3), none where it is not defined."""
        region = self.study.group(self.study.region)
        return region.members if region else ()

    @cached_property
    def frames(self) -> "Mapping[str, pd.DataFrame]":
        """Return every table of the schema as a DataFrame, in its order."""
        from analysis import tables

        corrected: Mapping[object, tuple[str, ...]] = what_was_corrected(self.outcomes)
        rows: Mapping[str, Iterable[Mapping[str, object]]] = {
            "articles": article_rows(self.records),
            "removed": ({"article_id": a.article_id, **row} for a in self.records for row in tables.rows(a.removed)),
            "figures": ({**row, "corrected": corrected.get(row["figure_id"])} for row in tables.rows(self.found)),
            "mentions": ({**row, "label": self.label(row)} for row in tables.rows(self.mentioned)),
            "statements": tables.rows(self.stated),
            "observations": (flagged(closed(row), corrected) for row in tables.rows(self.reconciled[0])),
            "conflicts": map(closed, tables.rows(self.reconciled[1])),
            "rejected": tables.rows(self.rejections),
            "corrections": outcome_rows(self.outcomes),
        }
        return {name: tables.frame(name, rows.get(name, ())) for name in tables.schema()}

    @cached_property
    def offices(self) -> Mapping[str, tuple[str, str]]:
        """Return each speaker's office and its country (ISO 3166 alpha-3), both empty where no article names one."""
        return figures.offices(self.found, self.texts, self.study)

    @cached_property
    def reconciled(self) -> "tuple[tuple[Observation, ...], tuple[Conflict, ...]]":
        """Return the observations that the figures make, stated and worked out, and the conflicts between them."""
        from analysis.reconcile import reconciled

        return reconciled(self.found, self.records, self.study, self.offices)

    @cached_property
    def derived(self) -> "pd.DataFrame":
        """Return the observations that are worked out from the figures, each with its formula and inputs."""
        return self.observations[self.observations["status"] == "derived"]

    def label(self, mention: Mapping[str, object]) -> str:
        """Return a mention's concept as the report prints it."""
        concept = str(mention["concept"])
        lists = {"topic": self.study.topics, "security": self.study.security, "organisation": self.study.organisations}
        listed = lists.get(str(mention["taxonomy"]), ())
        return next((entry.label for entry in listed if entry.name == concept), self.study.party_label(concept))

    def __getattr__(self, name: str) -> "pd.DataFrame":
        """Return the table of that name."""
        from analysis import tables

        # The schema is asked, not the corpus: a copy that has no fields yet comes by here too.
        if name not in tables.schema():
            raise AttributeError(f"Corpus has no {name!r}; its tables are {', '.join(tables.schema())}")
        return self.frames[name]

    def __dir__(self) -> Iterable[str]:
        """Offer the tables for completion."""
        from analysis import tables

        return [*super().__dir__(), *tables.schema()]


def promoted(articles: Iterable[Article]) -> Iterator[Article]:
    """Yield the articles; where a story's first telling is left out, the first copy that stays takes its place."""
    kept = list(articles)
    ids = {article.article_id for article in kept}
    first: dict[str, str] = {}
    for article in kept:
        if article.duplicate_of and article.duplicate_of not in ids:
            original = first.setdefault(article.duplicate_of, article.article_id)
            yield replace(article, duplicate_of="" if original == article.article_id else original)
        else:
            yield article


def read(
    folder: str | Path = "seeds",
    *,
    study: str | Path | None = None,
    start: str = "",
    end: str = "",
    countries: str | Sequence[str] = (),
) -> Corpus:
    """Return everything found in a folder of articles.

    `start` and `end` (2018, 2018-02 or 2018-02-12) keep the articles said between them; one without a date is then left
    out. `countries` (ISO 3166 alpha-3, in a list or joined by commas) keep the articles that name one of them.
    Raises InputError with one line on what is wrong.

    >>> read("seeds", start="2025").records[0].article_id
    '001_f32a9bfc51ef6824'
    """
    path = existing(folder)
    chosen = study_of(path, study)
    wanted = set(known_countries(countries, chosen))
    within = said_within(start, end)
    reading = corpus.read(path, languages=chosen.languages)
    articles, given = corrections.of_articles(reading.articles, corrections.read(path))
    dated = [article for article in articles if within(article)]
    said = {article.article_id: figures.attributions(article) for article in dated}
    speakers, given = corrections.of_speakers(said, dated, given)
    mentions = {a.article_id: tuple(themes.find(a, chosen, speakers[a.article_id])) for a in dated}
    kept = tuple(promoted(a for a in dated if not wanted or wanted & named(mentions[a.article_id])))
    ids = {article.article_id for article in kept}
    found = [figure for article in kept for figure in figures.find(article, chosen, speakers[article.article_id])]
    right, told = corrections.of_figures(found, kept, given)
    return Corpus(
        study=chosen,
        records=kept,
        found=right,
        mentioned=tuple(chain.from_iterable(mentions[a.article_id] for a in kept)),
        rejections=reading.rejected,
        left_out=tuple(a.article_id for a in reading.articles if a.article_id not in ids),
        stated=tuple(
            chain.from_iterable(
                statements.find(a, chosen, speakers[a.article_id], mentions[a.article_id]) for a in kept
            )
        ),
        outcomes=told.outcomes,
    )


def said_within(start: str, end: str) -> Callable[[Article], bool]:
    """Return what tells whether an article is said between two dates; if one is given, one without a date is not."""
    first, last = span(start, end)
    return lambda article: first <= article.said_on <= last if article.said_on else not (start or end)


def named(mentions: Iterable[Mention]) -> set[str]:
    """Return the countries that are named."""
    return {mention.concept for mention in mentions if mention.taxonomy == "country"}
