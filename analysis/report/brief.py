"""Make the documents of a country's brief of the executed notebook: one for the web, one for print. Pure."""

import unicodedata
from dataclasses import dataclass, replace

from bs4 import BeautifulSoup

from analysis.records import InputError
from analysis.report.document import Heading, palette, sheet, template
from analysis.report.page import Page, joined, slug
from analysis.report.script import policy, script
from analysis.versions import PROJECT

# Where the report lies as seen from a brief, which stands in a folder of its own.
REPORT = "../report.html"


@dataclass(frozen=True, slots=True)
class Brief:
    """The brief of one country: what it says, and under which name it is kept."""

    country: str  # English name
    page: Page

    @property
    def file_name(self) -> str:
        """Return the name of its files, without their endings.

        >>> [Brief(name, Page("", "", (), "")).file_name for name in ("United Kingdom", "Côte d'Ivoire")]
        ['united-kingdom', 'cote-d-ivoire']
        """
        return slug(unicodedata.normalize("NFKD", self.country).encode("ascii", "ignore").decode())


def brief(country: str, chapter: str) -> Brief:
    """Return the brief of a country, its name given, made of the HTML of its executed notebook.

    Raises InputError where the notebook shows no title of its own making, and as `page.joined` does.
    """
    soup = BeautifulSoup(chapter, "html.parser")
    own, computed = soup.find("h1"), soup.select_one(".words:has(> h1)")
    if not (own and computed):
        raise InputError("notebook country-brief: no title; begin it with a heading and a cell prose.brief_title(...)")
    own.replace_with(computed.extract())
    return Brief(country, joined({"brief": soup.decode(formatter="minimal")}))


def rendered(brief: Brief, heading: Heading, styles: str, *, report: str = "", script: str = "") -> str:
    """Return a brief as one HTML document with the given style sheets; a link to the report and a script if given."""
    return template("brief.html.j2").render(
        brief=brief,
        title=heading.title,
        running=heading.running,
        author=heading.author,
        keywords=heading.keywords,
        generator=PROJECT,
        latest=heading.latest,
        report=report,
        styles=styles,
        script=script,
        policy=policy(script),
    )


def web(brief: Brief, heading: Heading, typefaces: str, paper: str) -> str:
    """Return a brief as a web page; printed from a browser, on the size of paper named, it looks like the PDF."""
    sheets = [sheet(name) for name in ("base", "screen", "print", paper, "brief")]
    return rendered(brief, heading, "\n".join([typefaces, palette(dark=True), *sheets]), report=REPORT, script=script())


def print_version(brief: Brief, heading: Heading, typefaces: str, paper: str) -> str:
    """Return a brief as the document that is made into a PDF."""
    sheets = [sheet(name) for name in ("base", "print", paper, "brief")]
    printed = replace(brief, page=replace(brief.page, main=brief.page.printed))
    return rendered(printed, heading, "\n".join([typefaces, palette(dark=False), *sheets]))
