"""Make the documents of a country's brief of the executed notebook: one for the web, one for print. Pure."""

import unicodedata
from dataclasses import dataclass

from bs4 import BeautifulSoup

from analysis.records import InputError
from analysis.report.document import Heading, palette, sheet, template
from analysis.report.page import Page, joined, slug

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

        >>> [Brief(name, Page("", (), "")).file_name for name in ("United Kingdom", "Côte d'Ivoire")]
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


def rendered(brief: Brief, heading: Heading, styles: str, *, report: str = "") -> str:
    """Return a brief as one HTML document with the given style sheets, and a link to the report where one is given."""
    return template("brief.html.j2").render(
        brief=brief, title=heading.title, latest=heading.latest, report=report, styles=styles
    )


def web(brief: Brief, heading: Heading, typefaces: str) -> str:
    """Return a brief as a web page; printed from a browser, it looks like the PDF."""
    styles = [typefaces, palette(dark=True), sheet("base"), sheet("screen"), sheet("print"), sheet("brief")]
    return rendered(brief, heading, "\n".join(styles), report=REPORT)


def print_version(brief: Brief, heading: Heading, typefaces: str) -> str:
    """Return a brief as the document that is made into a PDF."""
    styles = [typefaces, palette(dark=False), sheet("base"), sheet("print"), sheet("brief")]
    return rendered(brief, heading, "\n".join(styles))
