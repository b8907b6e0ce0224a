"""Make documents of the joined page: one for the web, one for print, and a list of what is there."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
import pandas as pd

from analysis import workbook
from analysis.charts import look
from analysis.frames import parts_of
from analysis.prose.scope import scope
from analysis.report.page import Page
from analysis.report.script import policy, script
from analysis.tables import schema
from analysis.versions import PROJECT
from analysis.wording.words import by_date, joined, listed, stories
from analysis.workbench import Corpus

TEMPLATE = Path(__file__).with_name("template")

# The cover lists no more articles than fit on it; the chapter on the sources has them all.
ON_THE_COVER = 12

# Characters of a title in the heads of the pages, where a longer one is cut, and of an article's title on the cover.
LONGEST, LONGEST_OF_ARTICLE = 72, 90

STYLES = "<styles>"  # the place of the style sheets in a page that has none yet; no text can hold it


@dataclass(frozen=True, slots=True)
class Heading:
    """What the cover says beside the page itself."""

    title: str
    articles: pd.DataFrame
    author: str = ""
    keywords: tuple[str, ...] = ()

    @property
    def latest(self) -> str:
        """Return the latest date an article speaks at, in ISO form: the date of the report, since no clock is asked."""
        return max(self.articles["said_on"], default="")

    @property
    def running(self) -> str:
        """Return the title as the heads of the pages show it.

        >>> len(Heading("Trade " * 70, pd.DataFrame()).running)
        72
        """
        return cut(self.title, LONGEST)


def cut(text: str, longest: int) -> str:
    """Return a text, cut where it has too many characters.

    >>> cut("Trade and investment", 20), cut("Trade and investment", 11)
    ('Trade and investment', 'Trade and…')
    """
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"


@cache
def template(name: str) -> jinja2.Template:
    """Return a template of the page."""
    loader = jinja2.FileSystemLoader(TEMPLATE)
    return jinja2.Environment(loader=loader, autoescape=True, undefined=jinja2.StrictUndefined).get_template(name)


def palette(*, dark: bool) -> str:
    """Return the colours of the charts as variables of the style sheet, with the dark ones for a dark screen."""
    light = f":root {{ {variables(look.PALETTE)} }}"
    night = f":root {{ {variables(look.DARK)} }}\n{look.dark_rules()}"
    return f"{light}\n@media screen and (prefers-color-scheme: dark) {{\n{night}\n}}" if dark else light


def variables(colours: Mapping[str, str]) -> str:
    """Return declarations of colours.

    >>> variables({"ink": "#1d2733", "paper": "#ffffff"})
    '--ink: #1d2733; --paper: #ffffff;'
    """
    return " ".join(f"--{name}: {colour};" for name, colour in colours.items())


def sheet(name: str) -> str:
    """Return one of the style sheets."""
    return (TEMPLATE / f"{name}.css").read_text(encoding="utf-8")


def day(iso: str) -> str:
    """Return a date in words.

    >>> day("2025-10-09")
    '9 October 2025'
    """
    parsed = date.fromisoformat(iso)
    return f"{parsed.day} {parsed:%B %Y}"


def source(article: Mapping[Hashable, str]) -> str:
    """Return the line under an article's title: who published it, and the best known date.

    >>> source({"outlet": "News.Az", "published": "2025-10-09", "event_date": ""})
    'News.Az, published 9 October 2025'
    >>> source({"outlet": "", "published": "", "event_date": "2022-10-14"})
    'on an occasion of 14 October 2022'
    >>> source({"outlet": "", "published": "", "event_date": ""})
    'outlet and date unknown'
    """
    known = [article["outlet"]] if article["outlet"] else []
    if article["published"]:
        known.append(f"published {day(article['published'])}")
    elif article["event_date"]:
        known.append(f"on an occasion of {day(article['event_date'])}")
    return ", ".join(known) or "outlet and date unknown"


def apart(article: Mapping[Hashable, str]) -> str:
    """Return why an article is not counted, nothing where it is.

    >>> apart({"not_analysed": "", "duplicate_of": "harbour"})
    'tells a story again'
    """
    return "listed only" if article["not_analysed"] else "tells a story again" if article["duplicate_of"] else ""


def named(article: Mapping[Hashable, Any]) -> str:
    """Return what the cover calls an article: its title, and without one its id, unless the outlet below says enough.

    >>> named({"title": "", "outlet": "News.Az", "article_id": "001"})
    'Untitled'
    """
    return str(article["title"] or ("Untitled" if article["outlet"] else article["article_id"]))


def cover_articles(articles: pd.DataFrame) -> list[dict[str, str]]:
    """Return reference, title and source of each article that the cover names, those that are counted first."""
    counted = articles["article_id"].isin(stories(articles)["article_id"])
    ordered = pd.concat([by_date(articles[counted]), by_date(articles[~counted])])
    return [
        {
            "reference": row["reference"],
            "title": cut(named(row), LONGEST_OF_ARTICLE),
            "source": joined((source(row), apart(row)), "; "),
        }
        for row in ordered.head(ON_THE_COVER).to_dict("records")
    ]


def rendered(page: Page, heading: Heading, styles: str, *, script: str = "") -> str:
    """Return the report as one HTML document with the given style sheets, and a script where one is given."""
    return template("page.html.j2").render(
        page=page,
        title=heading.title,
        author=heading.author,
        keywords=heading.keywords,
        generator=PROJECT,
        latest=heading.latest,
        cover=cover(heading, page.scope),
        styles=styles,
        script=script,
        policy=policy(script),
    )


def cover(heading: Heading, scope: str) -> str:
    """Return the cover of a report that is about `scope`."""
    return template("cover.html.j2").render(
        title=heading.title,
        running=heading.running,
        author=heading.author,
        dates=f"Articles up to {day(heading.latest)}" if heading.latest else "",
        scope=scope,
        articles=cover_articles(heading.articles),
        further=max(len(heading.articles) - ON_THE_COVER, 0),
    )


def web(page: Page, heading: Heading, typefaces: str, paper: str) -> str:
    """Return the report as a web page; printed from a browser, on the size of paper named, it looks like the PDF."""
    styles = [typefaces, palette(dark=True), sheet("base"), sheet("screen"), sheet("print"), sheet(paper)]
    return rendered(page, heading, styles="\n".join(styles), script=script())


def print_version(page: Page, heading: Heading, typefaces: str, paper: str) -> str:
    """Return the report as the document that is made into a PDF."""
    styles = [typefaces, palette(dark=False), sheet("base"), sheet("print"), sheet(paper)]
    return rendered(replace(page, main=page.printed), heading, styles="\n".join(styles))


def listing(
    heading: Heading, corpus: Corpus, *, briefs: Mapping[str, str], others: Sequence[str], printed: bool
) -> str:
    """Return the page that lists the report, the briefs and the tables, without style sheets.

    `briefs` are the names of the files by country, `others` the countries that are named and have none;
    `printed` tells whether there are PDFs.
    """
    about = schema()
    return template("folder.html.j2").render(
        title=heading.title,
        scope=repr(scope(corpus)),
        briefs=briefs,
        others=listed(others),
        tables=[(name, about[name]["about"], sum(map(len, parts_of(corpus.frames, name)))) for name in corpus.frames],
        sheet=workbook.ROWS - 1,
        printed=printed,
        styles=STYLES,
        policy=policy(""),
    )


def styled(listing: str, typefaces: str) -> str:
    """Return the list of what is there with its style sheets."""
    return listing.replace(STYLES, "\n".join([typefaces, palette(dark=True), sheet("base"), sheet("screen")]))
