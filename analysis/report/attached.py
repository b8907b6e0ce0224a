"""The data that travel inside a PDF: the tables that it rests on, as CSV, and the package that describes them.

Of very many figures only those that its page cites travel with it.
"""

import re
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
MOST_FIGURES = 5_000  # so many figures, with all that belongs to them, are attached whole: some three megabytes
EVIDENCE = re.compile(r'\bid="e-([^"]+)"')
PACKAGE = "What the tables hold: every column, its type and its meaning"


def to_report(corpus: Corpus, page: str) -> tuple[Attachment, ...]:
    """Return what is attached to the report, its page given: the same bytes as of the tables beside it."""
    figures, about = corpus.figures["figure_id"], repr(scope(corpus))
    if len(figures) > MOST_FIGURES:
        frames, about = rows_of(corpus, shown_figures(page)), f"{about} {left_out(len(figures))}"
    else:
        frames = {name: corpus.frames[name] for name in TABLES}
    return attached(frames, title=corpus.study.title, about=about)


def to_brief(corpus: Corpus, country: str, page: str) -> tuple[Attachment, ...]:
    """Return what is attached to the brief of a country, given by its code and its page: the rows about it."""
    label = corpus.study.party_label(country)
    figures = set(of_party(corpus.figures, country)["figure_id"])
    further = f" {left_out(len(figures))}" if len(figures) > MOST_FIGURES else ""
    return attached(
        rows_of(corpus, figures & shown_figures(page) if further else figures),
        title=f"{label}: {corpus.study.title}",
        about=f"The rows about {label} alone: figures that have it among their parties, and those they are part of; "
        f"the observations made of them; the articles that state them.{further}",
    )


def shown_figures(page: str) -> set[str]:
    """Return the ids of the figures that a page, as HTML, has the sentences of.

    >>> shown_figures('<tbody class="evidence" id="e-1b2f">')
    {'1b2f'}
    """
    return set(EVIDENCE.findall(page))


def left_out(number: int) -> str:
    """Return that of so many figures not all are attached, and where all are.

    >>> left_out(100_117)
    'Of 100,117 figures those that the page shows with their sentences; all are in the folder data beside the report.'
    """
    where = "all are in the folder data beside the report."
    return f"Of {number:,} figures those that the page shows with their sentences; {where}"


def rows_of(corpus: Corpus, about: set[str]) -> dict[str, pd.DataFrame]:
    """Return some figures, those that they are part of, their observations and their articles."""
    articles, figures, observations = (corpus.frames[name] for name in TABLES)
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
