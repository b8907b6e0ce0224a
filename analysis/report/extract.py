"""The tables of a corpus and the raw text of its articles, as files."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from analysis import datapackage, tables
from analysis.corrections import problem_line
from analysis.frames import copied, narrow
from analysis.progress import progress
from analysis.prose.scope import scope
from analysis.report import installation, output
from analysis.workbench import Corpus


def write_texts(texts: Mapping[str, str], folder: Path) -> None:
    """Write the raw text of each article, UTF-8 with its own line ends, so that offsets hold in the file too."""
    folder.mkdir()
    for article_id, text in progress(texts.items(), "texts"):
        path = folder / f"{article_id}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")


def rests_on(corpus: Corpus) -> str:
    """Return the line that says what the tables rest on."""
    few = narrow(corpus.frames, "figures", ["article_id", "start"])
    return repr(scope(replace(corpus, frames=copied(corpus.frames, figures=few))))


def problems(corpus: Corpus) -> tuple[str, ...]:
    """Return a line for everything that is wrong with the content: unread files, corrections not applied."""
    unread = (f"{row.source}: {row.detail}" for row in corpus.rejected.itertuples())
    wrong = (problem_line(one.correction.line, one.problem) for one in corpus.found.outcomes if one.problem)
    return *unread, *wrong


def guesses(corpus: Corpus) -> tuple[str, ...]:
    """Return a line for each table of articles: which column was taken for what."""
    return tuple(f"{row.source}: {row.remark}" for row in corpus.remarks.itertuples() if row.about == "columns")


def extracted(corpus: Corpus, out: Path, *, file_format: str) -> tuple[str, ...]:
    """Write tables and texts straight into `out`, whole or not at all, and return what is wrong with the content."""
    with output.scratch(out) as folder:
        tables.write(corpus.frames, folder, file_formats=[file_format])
        write_texts(corpus.texts, folder / "texts")
        title = corpus.study.title
        datapackage.write(corpus.frames, folder, title=title, scope=rests_on(corpus), file_format=file_format)
        installation.install(folder, out)
    return problems(corpus)
