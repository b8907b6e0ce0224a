"""A corpus on the workbench: everything that was read from a folder of articles, as tables."""

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from analysis import corpus, figures, themes
from analysis import study as studies
from analysis.records import Article, Figure, InputError, Mention, Rejected
from analysis.study import Study

if TYPE_CHECKING:
    import pandas as pd

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Corpus:
    """What was found in a folder of articles. Each table is an attribute: `corpus.figures`, `corpus.mentions` ..."""

    study: Study
    records: tuple[Article, ...]
    found: tuple[Figure, ...]
    mentioned: tuple[Mention, ...]
    rejections: tuple[Rejected, ...]
    left_out: tuple[str, ...]  # article ids outside the dates or countries asked for

    def __repr__(self) -> str:
        """Say how much there is, and under which names."""
        return (
            f"Corpus of {len(self.records)} articles, {len(self.found)} figures, {len(self.mentioned)} mentions; "
            f"tables: {', '.join(self.frames)}"
        )

    @property
    def texts(self) -> Mapping[str, str]:
        """Return the raw text of each article, to which all offsets refer."""
        return {article.article_id: article.raw_text for article in self.records}

    @cached_property
    def frames(self) -> "Mapping[str, pd.DataFrame]":
        """Return every table of the schema as a DataFrame, in its order."""
        from analysis import tables

        rows: Mapping[str, Iterable[Mapping[str, object]]] = {
            "articles": article_rows(self.records),
            "removed": ({"article_id": a.article_id, **row} for a in self.records for row in tables.rows(a.removed)),
            "figures": tables.rows(self.found),
            "mentions": ({**row, "label": self.label(row)} for row in tables.rows(self.mentioned)),
            "rejected": tables.rows(self.rejections),
        }
        return {name: tables.frame(name, rows.get(name, ())) for name in tables.schema()}

    @cached_property
    def derived(self) -> "pd.DataFrame":
        """Return the values worked out from the figures, each with its formula and its inputs."""
        from analysis.reconcile import derived

        return derived(self.figures)

    def label(self, mention: Mapping[str, object]) -> str:
        """Return a mention's concept as the report prints it."""
        concept = str(mention["concept"])
        lists = {"topic": self.study.topics, "security": self.study.security, "organisation": self.study.organisations}
        listed = lists.get(str(mention["taxonomy"]), ())
        return next((entry.label for entry in listed if entry.name == concept), self.study.party_label(concept))

    def __getattr__(self, name: str) -> "pd.DataFrame":
        """Return the table of that name."""
        if name.startswith("_") or name not in self.frames:
            raise AttributeError(f"no table {name!r}; there are {', '.join(self.frames)}")
        return self.frames[name]

    def __dir__(self) -> Iterable[str]:
        """Offer the tables for completion."""
        return [*super().__dir__(), *self.frames]


def references(article_ids: Sequence[str]) -> dict[str, str]:
    """Return a short reference for each article: its id up to the first mark between words, if that tells them apart.

    >>> references(["000_27adc4cc", "001_f32a9bfc"])
    {'000_27adc4cc': '000', '001_f32a9bfc': '001'}
    >>> references(["asia-1", "asia-2"])
    {'asia-1': 'asia-1', 'asia-2': 'asia-2'}
    """
    short = [article_id.replace("-", "_").split("_")[0] for article_id in article_ids]
    unique = len(set(short)) == len(article_ids) and all(short)
    return dict(zip(article_ids, short if unique else article_ids, strict=True))


def article_rows(articles: Sequence[Article]) -> Iterable[Mapping[str, object]]:
    """Yield the row of each article, further columns of its manifest at the end."""
    short = references([article.article_id for article in articles])
    left_out = {"raw_text", "sentences", "removed", "manifest"}
    fields = [f.name for f in dataclasses.fields(Article) if f.name not in left_out]
    for article in articles:
        yield {
            **{name: getattr(article, name) for name in fields},
            "words": article.words,
            "sentences": len(article.sentences),
            "removed_chars": sum(residue.end - residue.start for residue in article.removed),
            "said_on": article.said_on,
            "reference": short[article.article_id],
            **{f"manifest_{name}": value for name, value in article.manifest},
        }


def bounds(day: str, *, name: str) -> tuple[date, date]:
    """Return first and last day of a year, a month or a day. Raises InputError for anything else.

    >>> bounds("2018-02", name="start")
    (datetime.date(2018, 2, 1), datetime.date(2018, 2, 28))
    """
    import calendar

    try:
        parts = [int(part) for part in day.split("-")]
        first = date(*(parts + [1, 1])[:3])
        month = parts[1] if len(parts) > 1 else 12
        last_day = calendar.monthrange(first.year, month)[1]
        last = first if len(parts) == 3 else date(first.year, month, last_day)
    except (ValueError, TypeError):
        raise InputError(
            f"{name}: {day!r} is no date; write a year (2018), a month (2018-02) or a day (2018-02-12)"
        ) from None
    return first, last


def span(start: str, end: str) -> tuple[date, date]:
    """Return the first and the last day asked for, without limit where none is. Raises InputError if they cross."""
    first = bounds(start, name="start")[0] if start else date.min
    last = bounds(end, name="end")[1] if end else date.max
    if first > last:
        raise InputError(f"start {start} lies after end {end}")
    return first, last


def known_countries(codes: str | Sequence[str], study: Study) -> tuple[str, ...]:
    """Return country codes as a tuple. Raises InputError for one that the study does not have."""
    codes = tuple(filter(None, codes.replace(" ", "").split(","))) if isinstance(codes, str) else tuple(codes)
    for code in codes:
        if study.country(code) is None:
            example = study.countries[0].code
            raise InputError(f"country {code!r} is unknown; use ISO 3166 codes of the study, such as {example}")
    return codes


def existing(path: str | Path) -> Path:
    """Return a path as given, else from the project's root: notebooks start in folders of their own."""
    return Path(path) if Path(path).exists() else ROOT / path


def study_of(folder: Path, study: str | Path | None) -> Study:
    """Return the study asked for, else the folder's own, else the one shipped with the project."""
    own = folder / "study.yml"
    path = existing(study) if study else own if own.exists() else studies.DEFAULT
    return studies.load(path)


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
    first, last = span(start, end)
    wanted = known_countries(countries, chosen)
    reading = corpus.read(path, languages=chosen.languages)
    kept, left_out = list[Article](), list[str]()
    found, mentioned = list[Figure](), list[Mention]()
    for article in reading.articles:
        speakers = figures.attributions(article)
        mentions = themes.find(article, chosen, speakers)
        dated = first <= article.said_on <= last if article.said_on else not (start or end)
        named = not wanted or any(m.taxonomy == "country" and m.concept in wanted for m in mentions)
        if not (dated and named):
            left_out.append(article.article_id)
            continue
        kept.append(article)
        mentioned += mentions
        found += figures.find(article, chosen, speakers)
    return Corpus(chosen, tuple(kept), tuple(found), tuple(mentioned), reading.rejected, tuple(left_out))
