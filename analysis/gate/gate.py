"""A folder with a report: every file of it checked, each fault a line that begins with the file."""

from collections.abc import Iterator
from pathlib import Path

from bs4 import BeautifulSoup

from analysis.gate import pages, printed, sources
from analysis.gate.content import content, differences, parsed
from analysis.report import data, document
from analysis.report import pages as report_pages
from analysis.workbench import Corpus

END = "</html>"


def faults(folder: Path) -> list[str]:
    """Return what is wrong with a built report: nothing, if every number has its sentence or follows from the tables.

    Raises InputError where the folder holds no report, or data that cannot be read.
    """
    return [*of_pages(folder), *of_listing(folder), *of_documents(folder)]


def of_pages(folder: Path) -> list[str]:
    """Return what is wrong with the data of a report, and with its pages."""
    made = data.built(folder / "data")
    changed = list(sources.changed_files(folder / "data", made["sha256"]))
    corpus = data.load(folder)
    found = [*changed, *sources.misquoted(corpus), *sources.misread(corpus)]
    for path in web_pages(folder):
        found += [f"{path.relative_to(folder).as_posix()}: {fault}" for fault in of_page(path, corpus)]
    return found


def web_pages(folder: Path) -> list[Path]:
    """Return the report and the briefs that stand in a folder."""
    return [folder / "report.html", *sorted(folder.glob("countries/*.html"))]


def of_page(path: Path, corpus: Corpus) -> Iterator[str]:
    """Yield what is wrong with one page."""
    soup = page(path)
    if soup is None:
        yield "is missing or ends half-way; build the report again"
        return
    yield from pages.faults(soup, corpus)
    yield from covered(soup, corpus)


def of_listing(folder: Path) -> Iterator[str]:
    """Yield where the list of what is there is not what the tables give."""
    soup, corpus = page(folder / "index.html"), data.load(folder)
    if soup is None or soup.body is None:
        yield "index.html: is missing or ends half-way; build the report again"
        return
    heading = document.Heading(corpus.study.title, corpus.articles)
    expected = parsed(report_pages.listing(heading, corpus, folder)).body
    for there, right in differences(content(soup.body), content(expected) if expected else []):
        yield f"index.html: “{there}” stands where the tables give “{right}”"


def of_documents(folder: Path) -> Iterator[str]:
    """Yield what is wrong with the PDFs; without pango there are none."""
    for path in web_pages(folder):
        soup, document_of_it = page(path), path.with_suffix(".pdf")
        if soup and document_of_it.exists():
            name = document_of_it.relative_to(folder).as_posix()
            yield from (f"{name}: {fault}" for fault in printed.faults(document_of_it, soup))


def page(path: Path) -> BeautifulSoup | None:
    """Return a page as elements, if it is whole."""
    try:
        html = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    return parsed(html) if html.rstrip().endswith(END) else None


def covered(soup: BeautifulSoup, corpus: Corpus) -> Iterator[str]:
    """Yield where the cover is not what the tables give."""
    cover = soup.select_one("header.cover")
    if cover is None:
        return
    scope = soup.select_one("main .scope")
    heading = document.Heading(corpus.study.title, corpus.articles)
    expected = parsed(document.cover(heading, " ".join(scope.get_text().split()) if scope else "")).header
    for there, right in differences(content(cover), content(expected) if expected else []):
        yield f"Cover: “{there}” stands where the tables give “{right}”"
