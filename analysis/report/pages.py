"""The pages of a report in its folder: the report itself, the brief of each country, and the list of what is there."""

import string
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from analysis.prose.spoken import only_named, spoken_of
from analysis.report import brief, document, fonts, page
from analysis.report.brief import Brief
from analysis.report.document import Heading
from analysis.report.jobs import brief_name
from analysis.report.page import Page
from analysis.workbench import Corpus

COUNTRIES = "countries"


@dataclass(frozen=True, slots=True)
class Pages:
    """What a report shows, and the typefaces of all of it: cutting them for each page would take a second each."""

    report: Page
    briefs: tuple[Brief, ...]
    heading: Heading
    typefaces: str


def joined(chapters: Mapping[str, str], corpus: Corpus) -> Pages:
    """Return the pages made of chapters, executed notebooks as HTML by the name of their job."""
    names = {brief_name(code): name for code, name in spoken_of(corpus)}
    report = page.joined({name: html for name, html in chapters.items() if name not in names})
    briefs = tuple(brief.brief(name, chapters[job]) for job, name in names.items() if job in chapters)
    heading = Heading(corpus.study.title, corpus.articles)
    texts = [document.rendered(report, heading, ""), *(brief.rendered(one, heading, "") for one in briefs)]
    return Pages(report, briefs, heading, fonts.style_sheet("".join([*texts, string.printable])))


def write(pages: Pages, folder: Path) -> dict[Path, str]:
    """Write report.html and countries/NAME.html; return what is to be printed, the HTML by the path of its PDF."""
    heading, typefaces = pages.heading, pages.typefaces
    (folder / "report.html").write_text(document.web(pages.report, heading, typefaces), encoding="utf-8")
    printed = {folder / "report.pdf": document.print_version(pages.report, heading, typefaces)}
    for one in pages.briefs:
        target = folder / COUNTRIES / f"{one.file_name}.html"
        target.parent.mkdir(exist_ok=True)
        target.write_text(brief.web(one, heading, typefaces), encoding="utf-8")
        printed[target.with_suffix(".pdf")] = brief.print_version(one, heading, typefaces)
    return printed


def write_listing(pages: Pages, corpus: Corpus, folder: Path) -> None:
    """Write index.html, the list of what stands in the folder."""
    html = document.styled(listing(pages.heading, corpus, folder), pages.typefaces)
    (folder / "index.html").write_text(html, encoding="utf-8")


def listing(heading: Heading, corpus: Corpus, folder: Path) -> str:
    """Return the page that lists report, briefs and data, as far as they stand in the folder, without style sheets."""
    files = {name: Brief(name, page.EMPTY).file_name for _, name in spoken_of(corpus)}
    briefs = {name: file for name, file in files.items() if (folder / COUNTRIES / f"{file}.html").exists()}
    others = [name for _, name in only_named(corpus)]
    return document.listing(heading, corpus, briefs=briefs, others=others, printed=(folder / "report.pdf").exists())
