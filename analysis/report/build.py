"""Build a report: tables, executed notebooks, pages, their PDFs; checked, and moved into place together."""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import click

import analysis
from analysis import gate
from analysis.prose.scope import no_articles
from analysis.prose.spoken import with_brief
from analysis.records import InputError
from analysis.report import chapters, data, extract, installation, jobs, output, pages, pdf, record, run
from analysis.report.fingerprint import Inputs
from analysis.report.order import Order
from analysis.report.record import Record
from analysis.workbench import Corpus


def report(order: Order, inputs: Inputs) -> Record:
    """Build the report that was ordered and return its record. Raises InputError, and then the last report stays."""
    with output.scratch(order.out) as folder:
        earlier = jobs.earlier_data(order.out, inputs.tables, folder)
        corpus = analysis.read(order.corpus, **asdict(order.choice), before=earlier)
        for line in extract.guesses(corpus):
            click.echo(line)
        if corpus.articles.empty:
            click.echo(f"{order.corpus}: {no_articles(corpus)}", err=True)
        with environment(**surroundings(max(corpus.articles["said_on"], default=""))):
            built = written(order, inputs, corpus, folder, earlier=earlier)
        install(built, folder, order.out)
    return built


def written(order: Order, inputs: Inputs, corpus: Corpus, folder: Path, *, earlier: str) -> Record:
    """Write a report into an empty folder and return its record. Raises InputError where the gate lets it not through.

    `earlier` is the folder with the data of the report that it is compared with.
    """
    (folder / "data").mkdir()
    data.write(corpus, folder / "data")
    wrong_content = extract.problems(corpus)
    # As it was written: from here on a table is in memory only where somebody asks for it.
    corpus = data.load(folder)
    countries = [code for code, _ in with_brief(corpus)]
    asked = list(jobs.jobs(order, inputs, folder, earlier=earlier, countries=countries))
    executed, names = run.executed(asked, kept_notebooks(order.out))
    made = pages.joined(chapters.chapters(executed), corpus, paper=order.paper)
    if order.glyphs == "stop" and made.unseen:
        raise InputError("\n".join(["nothing was replaced: in print characters would be missing", *made.unseen]))
    with pdf.printing(pages.write(made, folder)) as printing:
        wrong = [*gate.of_pages(folder), *gate.of_documents(folder, printing.documents())]
        printed = printing.result()
    pages.write_listing(made, corpus, folder)
    let_through([*wrong, *gate.of_listing(folder)])
    marked = tuple(f"{line}, shown as its code" for line in made.unseen)
    problems = wrong_content + (marked if printed else (pdf.PANGO_MISSING,))
    outputs = record.hashes(folder, [name for name in output.file_names(folder) if not record.is_hidden(name)])
    # Without its PDF a report is unfinished: the next build tries again.
    return Record(inputs.report if printed else "", inputs.tables, problems, names, outputs)


def let_through(faults: Sequence[str]) -> None:
    """Raise InputError naming every fault that the gate has found, if there is any."""
    if faults:
        head = "nothing was replaced: a number has neither a sentence nor a table behind it"
        raise InputError("\n".join([head, *faults]))


def install(built: Record, folder: Path, out: Path) -> None:
    """Put a finished build into place with its record, and remove what only the build before it had made."""
    before = record.load(out)
    record.save(built, folder)
    installation.install(folder, out, set(before.outputs) - set(built.outputs) if before else set())


def kept_notebooks(out: Path) -> Path:
    """Return the hidden folder that keeps executed notebooks from build to build."""
    folder = out / record.FOLDER
    folder.mkdir(exist_ok=True)
    return folder


def surroundings(latest: str) -> dict[str, str]:
    """Return variables under which equal input gives equal bytes; `latest` is the last date the articles speak at."""
    moment = datetime.fromisoformat(latest or "1970-01-01").replace(tzinfo=UTC)
    return {"SOURCE_DATE_EPOCH": str(int(moment.timestamp())), "PYTHONHASHSEED": "0"}


@contextmanager
def environment(**values: str) -> Iterator[None]:
    """Set variables for this process and the kernels it starts, and put the old ones back."""
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        restore(before)


def restore(variables: Mapping[str, str | None]) -> None:
    """Set each variable, or unset it where it had no value."""
    for name, value in variables.items():
        if value is None:
            del os.environ[name]
        else:
            os.environ[name] = value
