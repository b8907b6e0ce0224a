"""The pages of a report in its folder: the report itself, the brief of each country, and the list of what is there."""

import re
import string
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from analysis.charts.look import FAMILIES
from analysis.prose.spoken import only_named, spoken_of, with_brief
from analysis.report import brief, document, fonts, glyphs, page
from analysis.report.attached import to_brief, to_report
from analysis.report.brief import Brief
from analysis.report.document import Heading
from analysis.report.fonts import Typefaces
from analysis.report.jobs import brief_name
from analysis.report.opened import with_evidence
from analysis.report.order import PAPERS
from analysis.report.page import DRAWING, Page
from analysis.report.pdf import Attachment, Manuscript
from analysis.workbench import Corpus

REPORT, COUNTRIES = "report", "countries"
# What a document is made of: drawings, tags, words. And a word that may be longer than its line, such as an address.
PIECE = re.compile(r"<svg\b.*?</svg>|<[^>]*>|[^<]+", re.DOTALL)
ENDLESS = re.compile(r"[^\s<>]{30,}")
BULLET = "•"  # before the items of lists, and in no text


@dataclass(frozen=True, slots=True)
class Pages:
    """What a report shows, and the typefaces of all of it: cutting them for each page would take a second each."""

    report: Page
    briefs: tuple[Brief, ...]
    heading: Heading
    attached: Mapping[str, tuple[Attachment, ...]]  # what goes into each PDF, by its path without ending
    typefaces: Typefaces
    missing: tuple[str, ...]  # the characters that none of them has
    unseen: tuple[str, ...]  # a line for each of these and each PDF
    paper: str


def heading(corpus: Corpus) -> Heading:
    """Return what cover and metadata say of a corpus."""
    study = corpus.study
    return Heading(study.title, corpus.articles, study.author, (study.region, *(name for _, name in spoken_of(corpus))))


def joined(chapters: Mapping[str, str], corpus: Corpus, *, paper: str = PAPERS[0]) -> Pages:
    """Return the pages made of chapters, executed notebooks as HTML by the name of their job, for a size of paper."""
    countries = {brief_name(code): name for code, name in with_brief(corpus)}
    own = {name: html for name, html in chapters.items() if name not in countries}
    report = page.joined(with_evidence(own, corpus))
    briefs = tuple(brief.brief(name, chapters[job]) for job, name in countries.items() if job in chapters)
    head = heading(corpus)
    texts = {REPORT: document.rendered(report, head, "")}
    texts |= {place(one): brief.rendered(one, head, "") for one in briefs}
    characters = "".join([*texts.values(), string.printable, BULLET])
    missing = fonts.missing(characters)
    return Pages(
        report,
        briefs,
        head,
        attached(corpus, {REPORT: report.main, **{place(one): one.page.main for one in briefs}}),
        fonts.typefaces(characters),
        missing,
        tuple(line for name, html in texts.items() for line in glyphs.told(f"{name}.pdf", html, missing)),
        paper,
    )


def attached(corpus: Corpus, html: Mapping[str, str]) -> dict[str, tuple[Attachment, ...]]:
    """Return what goes into each PDF, by its path without ending; `html` is the page that it is printed from."""
    places = {place(Brief(name, page.EMPTY)): code for code, name in with_brief(corpus)}
    briefs = {name: to_brief(corpus, code, html.get(name, "")) for name, code in places.items()}
    return {REPORT: to_report(corpus, html.get(REPORT, "")), **briefs}


def place(brief: Brief) -> str:
    """Return where a brief stands in the folder of a report, without ending."""
    return f"{COUNTRIES}/{brief.file_name}"


def write(pages: Pages, folder: Path) -> dict[Path, Manuscript]:
    """Write report.html and countries/NAME.html; return what is to be printed, by the path of its PDF."""
    heading, web, paper = pages.heading, (pages.typefaces.web, pages.paper), (pages.typefaces.print, pages.paper)
    html = {REPORT: document.web(pages.report, heading, *web)}
    html |= {place(one): brief.web(one, heading, *web) for one in pages.briefs}
    for name, text in html.items():
        target = folder / f"{name}.html"
        target.parent.mkdir(exist_ok=True)
        target.write_text(text, encoding="utf-8")
    printed = {REPORT: document.print_version(pages.report, heading, *paper)}
    printed |= {place(one): brief.print_version(one, heading, *paper) for one in pages.briefs}
    return {
        folder / f"{name}.pdf": Manuscript(as_printed(text, pages), pages.attached[name])
        for name, text in printed.items()
    }


def as_printed(html: str, pages: Pages) -> str:
    """Return a document with codes for what no typeface has, its drawings set in the typefaces of the page alone."""
    names = ", ".join(f"'{name}'" for name in pages.typefaces.names)
    drawn = DRAWING.sub(lambda drawing: drawing[0].replace(FAMILIES, names), html)
    return breakable(glyphs.marked(drawn, pages.missing))


def breakable(html: str) -> str:
    """Return a document in which words that are too long for a line are marked as such.

    >>> breakable("<body><p>see https://example.org/a-long-address</p></body>")
    '<body><p>see <span class="endless">https://example.org/a-long-address</span></p></body>'
    """
    head, tag, body = html.partition("<body")
    return head + PIECE.sub(lambda piece: piece[0] if piece[0].startswith("<") else marked(piece[0]), tag + body)


def marked(words: str) -> str:
    """Return some words with those marked that may be broken."""
    return ENDLESS.sub(r'<span class="endless">\g<0></span>', words)


def write_listing(pages: Pages, corpus: Corpus, folder: Path) -> None:
    """Write index.html, the list of what stands in the folder."""
    html = document.styled(listing(pages.heading, corpus, folder), pages.typefaces.web)
    (folder / "index.html").write_text(html, encoding="utf-8")


def listing(heading: Heading, corpus: Corpus, folder: Path) -> str:
    """Return the page that lists report, briefs and data, as far as they stand in the folder, without style sheets."""
    files = {name: Brief(name, page.EMPTY).file_name for _, name in with_brief(corpus)}
    briefs = {name: file for name, file in files.items() if (folder / COUNTRIES / f"{file}.html").exists()}
    others = [name for _, name in only_named(corpus) + spoken_of(corpus) if name not in files]
    return document.listing(heading, corpus, briefs=briefs, others=others, printed=(folder / "report.pdf").exists())
