"""Build a report: tables, executed notebooks, one page, its documents; moved into place together when all are made."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import analysis
from analysis.report import chapters, document, extract, output, page, pdf, record, run
from analysis.report.fingerprint import Inputs
from analysis.report.order import Order
from analysis.report.record import Record
from analysis.workbench import Corpus


def report(order: Order, inputs: Inputs) -> Record:
    """Build the report that was ordered and return its record. Raises InputError, and then the last report stays."""
    corpus = analysis.read(order.corpus, start=order.start, end=order.end, countries=order.countries)
    heading = document.Heading(corpus.study.title, corpus.articles)
    with output.scratch(order.out) as folder, environment(**surroundings(heading.latest)):
        (folder / "data").mkdir()
        extract.write(corpus, folder / "data")
        executed, names = run.executed(inputs.notebooks, order.parameters, kept_notebooks(order.out))
        printed = write_documents(page.joined(chapters.chapters(executed)), heading, corpus, folder)
        problems = extract.problems(corpus) + (() if printed else (pdf.PANGO_MISSING,))
        outputs = record.hashes(folder, output.file_names(folder))
        # Without its PDF a report is unfinished: the next build tries again.
        built = Record(inputs.report if printed else "", problems, names, outputs)
        install(built, folder, order.out)
    return built


def install(built: Record, folder: Path, out: Path) -> None:
    """Move a finished build into place, and remove what only the build before it had made."""
    before = record.load(out)
    output.move(folder, out)
    output.remove(out, set(before.outputs) - set(built.outputs) if before else ())
    record.save(built, out)


def write_documents(joined: page.Page, heading: document.Heading, corpus: Corpus, folder: Path) -> bool:
    """Write report.html, report.pdf and index.html; return whether the PDF could be made."""
    typefaces = document.typefaces(joined, heading)
    (folder / "report.html").write_text(document.web(joined, heading, typefaces), encoding="utf-8")
    printed = pdf.written(document.print_version(joined, heading, typefaces), folder / "report.pdf")
    listing = document.listing(joined, heading, corpus.frames, typefaces, printed=printed)
    (folder / "index.html").write_text(listing, encoding="utf-8")
    return printed


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
