"""The data that travel inside a PDF: the tables that it rests on, as CSV, and the package that describes them."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd

from analysis import datapackage, tables
from analysis.prose.briefs.chosen import of_party
from analysis.prose.scope import scope
from analysis.report.pdf import Attachment
from analysis.workbench import Corpus

TABLES = ("articles", "figures", "observations")
PACKAGE = "What the tables hold: every column, its type and its meaning"


def to_report(corpus: Corpus) -> tuple[Attachment, ...]:
    """Return what is attached to the report: the same bytes as of the tables beside it."""
    frames = {name: corpus.frames[name] for name in TABLES}
    return attached(frames, title=corpus.study.title, about=repr(scope(corpus)))


def to_brief(corpus: Corpus, country: str) -> tuple[Attachment, ...]:
    """Return what is attached to the brief of a country, given by its code: the rows about it."""
    label = corpus.study.party_label(country)
    return attached(
        rows_about(corpus, country),
        title=f"{label}: {corpus.study.title}",
        about=f"The rows about {label} alone: figures that have it among their parties, and those they are part of; "
        "the observations made of them; the articles that state them.",
    )


def rows_about(corpus: Corpus, country: str) -> dict[str, pd.DataFrame]:
    """Return the figures with a country among their parties, their observations and their articles."""
    articles, figures, observations = (corpus.frames[name] for name in TABLES)
    about = set(of_party(figures, country)["figure_id"])
    figures = closed(figures, about, "figure_id", "part_of")
    resting = observations["figure_ids"].map(lambda joined: not about.isdisjoint(joined.split("|")))
    return {
        "articles": closed(articles, figures["article_id"], "article_id", "duplicate_of"),
        "figures": figures,
        "observations": observations[resting.astype(bool)],
    }


def closed(table: pd.DataFrame, wanted: Iterable[str], key: str, refers: str) -> pd.DataFrame:
    """Return the rows that are wanted, and those that they refer to: a part with its whole, a copy with its story."""
    keys, more = set[str](), set(wanted)
    while more:
        keys |= more
        more = set(table.loc[table[key].isin(more), refers]) - keys - {""}
    return table[table[key].isin(keys)]


def attached(frames: Mapping[str, pd.DataFrame], *, title: str, about: str) -> tuple[Attachment, ...]:
    """Return some tables and their description as files, in the order of their names, as PDF wants them."""
    described = {f"{name}.csv": tables.schema()[name]["about"] for name in frames} | {datapackage.NAME: PACKAGE}
    with TemporaryDirectory() as scratch:
        folder = Path(scratch)
        tables.write(frames, folder)
        datapackage.write(frames, folder, title=title, scope=about)
        return tuple(
            Attachment(path.name, described[path.name], path.read_bytes().decode("utf-8"), relationship(path))
            for path in sorted(folder.iterdir())
        )


def relationship(path: Path) -> str:
    """Return what a file is to the document: the data it was made of, or more about these.

    >>> relationship(Path("figures.csv")), relationship(Path("datapackage.json"))
    ('Data', 'Supplement')
    """
    return "Data" if path.suffix == ".csv" else "Supplement"
