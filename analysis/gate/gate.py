"""A folder with a report: every file of it checked, each fault a line that begins with the file."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from bs4 import BeautifulSoup

from analysis.gate import attachments, code, frame, joining, pages, printed, sources
from analysis.gate.content import parsed
from analysis.report import data, fonts, glyphs
from analysis.report.attached import shown_figures
from analysis.report.pages import attached
from analysis.report.pdf import Attachment
from analysis.versions import versions
from analysis.workbench import Corpus

REPORT = "report.html"
END = "</html>"
SHIFTED = 'id="c-'  # the name of a citation, counted through the page
MISSING, CUT_OFF = ("is missing; build the report again", "ends half-way; build the report again")


def faults(folder: Path) -> list[str]:
    """Return what is wrong with a built report: nothing, if every number has its sentence or follows from the tables.

    Raises InputError where the folder holds no report, or data that cannot be read.
    """
    found = [*of_pages(folder), *of_listing(folder), *of_documents(folder, documents(folder))]
    return [*other_software(folder), *found] if found else []


def other_software(folder: Path) -> Iterator[str]:
    """Yield what other software a report was made with: what it computes may differ for that alone."""
    then, now = data.built(folder / "data")["versions"], versions()
    changed = [f"{name} {then.get(name, 'unknown')}" for name in now if then.get(name) != now[name]]
    if changed:
        yield f"made with other software than here ({', '.join(changed)}): the rest may be due to that alone"


def of_pages(folder: Path) -> list[str]:
    """Return what is wrong with the data of a report, and with its pages."""
    made = data.built(folder / "data")
    corpus = data.load(folder)
    sources.check_whole(corpus)
    changed = sources.changed_files(folder / "data", made["sha256"], corpus)
    shown = {name for path in web_pages(folder) for name in shown_figures(text(path))}
    found = [*changed, *sources.misquoted(corpus), *sources.misread(corpus, shown), *code.faults()]
    for path in web_pages(folder):
        found += [f"{path.relative_to(folder).as_posix()}: {fault}" for fault in of_page(path, corpus)]
    return found


def web_pages(folder: Path) -> list[Path]:
    """Return the report and the briefs that stand in a folder."""
    return [folder / REPORT, *sorted(folder.glob("countries/*.html"))]


def of_page(path: Path, corpus: Corpus) -> Iterator[str]:
    """Yield what is wrong with one page."""
    soup = page(path)
    if soup is None:
        yield CUT_OFF if path.exists() else MISSING
        return
    brief = path.name != REPORT
    joined = list(joining.faults(soup))
    around = list(frame.of_brief(soup, corpus, path.stem) if brief else frame.of_report(soup, corpus))
    found = [*around, *pages.faults(soup, corpus)]
    # One citation more or less shifts the names of all behind it: then the cause is told, not each of these.
    yield from [*found, *(fault for fault in joined if not found or SHIFTED not in fault)]


def of_listing(folder: Path) -> list[str]:
    """Return where the list of what is there is not what the tables and the folder give."""
    path = folder / "index.html"
    soup = page(path)
    found = frame.of_listing(soup, data.load(folder), folder) if soup else [CUT_OFF if path.exists() else MISSING]
    return [f"index.html: {fault}" for fault in found]


def documents(folder: Path) -> list[Path]:
    """Return the PDFs of a report, those that should be there with those that are; without pango there are none."""
    there = {*folder.glob("report.pdf"), *folder.glob("countries/*.pdf")}
    return sorted(there | {path.with_suffix(".pdf") for path in web_pages(folder)}) if there else []


def of_documents(folder: Path, documents: Iterable[Path]) -> Iterator[str]:
    """Yield what is wrong with each of some PDFs of a report, in their order."""
    printed_pages = {path.with_suffix(".pdf"): path for path in web_pages(folder)}
    html = {path.with_suffix(""): text(path) for path in web_pages(folder)}
    inside = attached(data.load(folder), {path.relative_to(folder).as_posix(): page for path, page in html.items()})
    for document in documents:
        name = document.relative_to(folder).as_posix()
        found = of_document(document, printed_pages.get(document), inside.get(name.removesuffix(".pdf"), ()))
        yield from (f"{name}: {fault}" for fault in found)


def of_document(document: Path, printed_page: Path | None, inside: Sequence[Attachment]) -> Iterator[str]:
    """Yield what is wrong with one PDF, beside the page that it was printed from and the files that belong inside."""
    soup = page(printed_page, printed=True) if printed_page else None
    if not document.exists():
        yield "is missing, though other PDFs are there; build the report again"
    elif not printed_page:
        yield "there is no page that it was printed from"
    elif soup:
        yield from printed.faults(document, soup)
        yield from attachments.faults(document, inside)


def page(path: Path, *, printed: bool = False) -> BeautifulSoup | None:
    """Return a page as elements, if it is whole; one as it is `printed` has codes for what no typeface can show."""
    html = text(path)
    html = glyphs.marked(html, fonts.missing(html)) if printed else html
    return parsed(html) if html.rstrip().endswith(END) else None


def text(path: Path) -> str:
    """Return what a page holds; nothing where it cannot be read."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""
