"""The tables of the sources: the articles, what was taken out of them, the files that could not be read. Pure."""

from collections import Counter
from html import escape
from typing import TYPE_CHECKING, Any

from analysis.computed import computed
from analysis.prose.markup import Html, paragraph, table
from analysis.prose.rows import named
from analysis.prose.scope import no_articles
from analysis.wording.periods import day
from analysis.wording.words import by_date, capital, count

if TYPE_CHECKING:
    from analysis.workbench import Corpus

HOW_KNOWN = {"text": "stated in the text", "page": "stated on the page", "manifest": "supplied", "unknown": "not known"}
APPROXIMATE = "Probably machine-translated: quotations are approximate."


@computed
def sources(corpus: "Corpus") -> Html:
    """Return the table of articles: what each is, how its date is known, how long it is, and what it states."""
    if corpus.articles.empty:
        return Html(paragraph(escape(no_articles(corpus)), "note"))
    stated = corpus.figures.groupby("article_id").size().to_dict()
    reference = dict(zip(corpus.articles["article_id"], corpus.articles["reference"], strict=True))
    rows = []
    for article in named(by_date(corpus.articles)):
        n = stated.get(article.article_id, 0)
        copy = f"<br>Tells the same story as {escape(reference[article.duplicate_of])}." if article.duplicate_of else ""
        figures = count(n, "figure") if n else "no figures stated"
        rows.append((escape(article.reference), what_it_is(article) + copy, dates(article), length(article), figures))
    head = ("Article", "What it is", "Date", "Length", "Figures")
    return Html(table("The articles, in order of the date they speak at", head, rows, name="sources"))


def what_it_is(article: Any) -> str:
    """Return title, outlet, address and occasion, as far as they are known."""
    known = [f"<cite>{escape(article.title)}</cite>" if article.title else "", escape(article.outlet)]
    name = ", ".join(part for part in known if part) or "Title and outlet not known"
    address = escape(article.url)
    link = f'<a href="{address}">{address}</a>' if article.url.startswith(("https://", "http://")) else address
    event = getattr(article, "manifest_event", "")  # a column that articles.csv may have
    occasion = f"<br>Occasion: {escape(event)}" if event else ""
    translated = f"<br>{APPROXIMATE}" if article.translated else ""
    return f"{name} {link}".strip() + occasion + translated


def dates(article: Any) -> str:
    """Return when an article was published and what occasion it reports, and how each date is known."""
    parts = []
    if article.published:
        parts.append(f"published {day(article.published)} ({HOW_KNOWN[article.published_basis]})")
    if article.event_date and article.event_date != article.published:
        parts.append(f"occasion {day(article.event_date)} ({HOW_KNOWN[article.event_date_basis]})")
    return capital("; ".join(parts)) or "Not known"


def length(article: Any) -> str:
    """Return how long the story is, and how much was taken out."""
    residue = f"{count(article.removed_chars, 'character')} of page residue" if article.removed_chars else "nothing"
    return f"{count(article.words, 'word')}; {residue} removed"


@computed
def removed(corpus: "Corpus") -> Html:
    """Return what cleaning took out of the articles, and by which rule."""
    known = corpus.removed.merge(corpus.articles[["article_id", "reference"]], on="article_id")
    if known.empty:
        return Html(paragraph("Nothing was taken out: the texts hold no page residue that the rules know.", "note"))
    places = Counter((row.reference, row.rule, shortened(row.text)) for row in named(known))
    rows = [
        (escape(reference), escape(rule.replace("_", " ")), f"<code>{escape(text)}</code>" + times(n))
        for (reference, rule, text), n in places.items()
    ]
    return Html(table("Page residue that was taken out", ("Article", "Rule", "Text"), rows, name="removed"))


def times(n: int) -> str:
    """Return how often something stands in an article; nothing for once."""
    return f" at {n:,} places" if n > 1 else ""


def shortened(text: str, longest: int = 90) -> str:
    """Return a text on one line, cut if it is long."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1] + "…"


@computed
def rejected(corpus: "Corpus") -> Html:
    """Return the files that could not be read, and why."""
    if corpus.rejected.empty:
        return Html(paragraph("Every file of the folder could be read."))
    rows = [(escape(row.source), escape(row.detail)) for row in named(corpus.rejected)]
    return Html(table("Files that could not be read", ("File", "Why"), rows, name="rejected"))
