"""The tables of the sources: the articles, what was taken out of them, the files that could not be read. Pure."""

from collections import Counter
from collections.abc import Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis.computed import computed
from analysis.prose.cuts import cut, first, is_long
from analysis.prose.markup import Html, paragraph, table
from analysis.prose.rows import named
from analysis.prose.scope import no_articles
from analysis.wording.periods import day
from analysis.wording.sizes import LISTED
from analysis.wording.words import by_date, capital, count, few, joined

if TYPE_CHECKING:
    from analysis.workbench import Corpus

HOW_KNOWN = {
    "text": "stated in the text",
    "page": "given beside the text",
    "manifest": "supplied",
    "file": "stated in the name of the file",
    "unknown": "not known",
}
APPROXIMATE = "Probably machine-translated: quotations are approximate."


@computed
def sources(corpus: "Corpus") -> Html:
    """Return the table of articles: what each is, how its date is known, how long it is, and what it states."""
    if corpus.articles.empty:
        return Html(paragraph(escape(no_articles(corpus)), "note"))
    stated = corpus.figures["article_id"].value_counts().to_dict()
    reference = dict(zip(corpus.articles["article_id"], corpus.articles["reference"], strict=True))
    ordered = by_date(corpus.articles)
    shown = first(ordered.iloc[::-1], corpus).iloc[::-1]
    rows = []
    for article in named(shown):
        n = stated.get(article.article_id, 0)
        figures = "not analysed" if article.not_analysed else count(n, "figure") if n else "no figures stated"
        what = f"{what_it_is(article)}{apart(article, reference)}"
        rows.append((escape(article.reference), what, dates(article), length(article), figures))
    head = ("Article", "What it is", "Date", "Length", "Figures")
    by_outlet = outlets(corpus, stated) if len(shown) < len(ordered) else ""
    listing = table("The articles, in order of the date they speak at", head, rows, name="sources")
    return Html(by_outlet + listing + cut(len(shown), len(ordered), "last", "articles"))


def outlets(corpus: "Corpus", stated: Mapping[Any, int]) -> str:
    """Return the outlets of many articles: how many articles each has, over which time, and with how many figures."""
    articles = corpus.articles.assign(figures=corpus.articles["article_id"].map(stated).fillna(0).astype(int))
    ranked = sorted(articles.groupby("outlet"), key=lambda one: (-len(one[1]), str(one[0])))
    rows = [
        (
            escape(str(outlet)) or "Not known",
            f"{len(of_one):,}",
            f"{(of_one['duplicate_of'] != '').sum():,}",
            over(of_one["said_on"]),
            f"{of_one['figures'].sum():,}",
        )
        for outlet, of_one in ranked[:LISTED]
    ]
    head = ("Outlet", "Articles", "Of these, told again", "They speak", "Figures")
    listing = table("Outlets, by number of articles", head, rows, name="outlets")
    return listing + cut(len(rows), len(ranked), "outlets with most articles", "articles")


def over(dates: pd.Series) -> str:
    """Return from when to when some articles speak.

    >>> over(pd.Series(["2022-05-17", "", "2025-10-09"])), over(pd.Series([""]))
    ('from 17 May 2022 to 9 October 2025', 'on no known day')
    """
    known = dates[dates != ""]
    if known.empty:
        return "on no known day"
    first_day, last_day = day(known.min()), day(known.max())
    return f"from {first_day} to {last_day}" if first_day != last_day else f"on {first_day}"


def what_it_is(article: Any) -> str:
    """Return title, outlet, address and occasion, as far as they are known."""
    known = [title(article), escape(article.outlet)]
    name = ", ".join(part for part in known if part) or "Title and outlet not known"
    address = escape(article.url)
    link = f'<a href="{address}">{address}</a>' if article.url.startswith(("https://", "http://")) else address
    event = getattr(article, "manifest_event", "")  # a column that articles.csv may have
    occasion = f"<br>Occasion: {escape(event)}" if event else ""
    translated = f"<br>{APPROXIMATE}" if article.translated else ""
    return f"{name} {link}".strip() + occasion + translated


def title(article: Any) -> str:
    """Return an article's title, nothing where it is not known."""
    return f"<cite>{escape(article.title)}</cite>" if article.title else ""


def apart(article: Any, reference: Mapping[str, str]) -> str:
    """Return why an article is not counted: it tells the story of another, or is in a language without words."""
    if article.duplicate_of:
        same = f"Tells the same story as {reference[article.duplicate_of]}"
        return f"<br>{escape(joined((same, article.copy_reason), ': '))}."
    return f"<br>Read, but not analysed: {escape(article.not_analysed)}." if article.not_analysed else ""


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
    if is_long(len(places), corpus):
        return residue_by_text(places)
    rows = [
        (escape(reference), escape(rule.replace("_", " ")), f"<code>{escape(text)}</code>" + times(n))
        for (reference, rule, text), n in places.items()
    ]
    return Html(table("Page residue that was taken out", ("Article", "Rule", "Text"), rows, name="removed"))


def residue_by_text(places: Mapping[tuple[str, str, str], int]) -> Html:
    """Return the commonest page residue of many articles, each text once."""
    texts = Counter((rule, text) for _, rule, text in places)
    rows = [
        (escape(rule.replace("_", " ")), f"<code>{escape(text)}</code>", f"{n:,}")
        for (rule, text), n in sorted(texts.items(), key=lambda one: (-one[1], one[0]))[:LISTED]
    ]
    listing = table("Page residue that was taken out", ("Rule", "Text", "Articles"), rows, name="removed")
    return Html(listing + cut(len(rows), len(texts), "commonest texts", "removed"))


def times(n: int) -> str:
    """Return how often something stands in an article; nothing for once."""
    return f" at {n:,} places" if n > 1 else ""


def shortened(text: str, longest: int = 90) -> str:
    """Return a text on one line, cut if it is long."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1] + "…"


@computed
def copies(corpus: "Corpus") -> Html:
    """Return the stories that several articles tell: the one that counts, and its copies with the reason of each."""
    articles = {article.article_id: article for article in named(by_date(corpus.articles))}
    told: dict[str, list[Any]] = {}
    for article in articles.values():
        if article.duplicate_of:
            told.setdefault(article.duplicate_of, []).append(article)
    if not told:
        return Html(paragraph("No story was found told twice: every article is counted.", "note"))
    ranked = first(sorted(told.items(), key=lambda story: -len(story[1])), corpus)
    shown = ranked if len(ranked) < len(told) else list(told.items())
    rows = [(named_in_full(articles[original]), retellings(found)) for original, found in shown]
    head = ("The story, as it is counted", "Told again in, and how that is known")
    listing = table("Stories that several articles tell", head, rows, name="copies")
    return Html(listing + cut(len(shown), len(told), "stories told most often", "articles"))


def retellings(copies: Sequence[Any]) -> str:
    """Return the copies of a story, each on a line; of many the first, and how many more there are."""
    rest = [f"{len(copies) - LISTED:,} more"] if len(copies) > LISTED else []
    return "<br>".join([*map(retold, copies[:LISTED]), *rest])


def named_in_full(article: Any) -> str:
    """Return an article's reference, outlet, day and title."""
    return joined((in_short(article), title(article)))


def retold(copy: Any) -> str:
    """Return a copy in short, with how it is known to be one."""
    return joined((in_short(copy), escape(copy.copy_reason)), ": ")


def in_short(article: Any) -> str:
    """Return an article's reference, outlet and day."""
    return escape(joined((article.reference, article.outlet, day(article.published) if article.published else "")))


@computed
def remarks(corpus: "Corpus") -> Html:
    """Return what was noticed while the files were read and their reader should know, a row for each thing."""
    if corpus.remarks.empty:
        return Html(paragraph("Nothing stood out while the files were read.", "note"))
    reference = dict(zip(corpus.articles["article_id"], corpus.articles["reference"], strict=True))
    places: dict[tuple[str, str], list[str]] = {}
    for row in named(corpus.remarks):
        places.setdefault((row.about, row.remark), []).append(reference.get(row.article_id, row.source))
    shown = first(list(places.items()), corpus)
    rows = [(files_named(files, corpus), escape(about), escape(capital(remark))) for (about, remark), files in shown]
    listing = table("What was noticed while reading", ("Article or file", "About", "Remark"), rows, name="remarks")
    return Html(listing + cut(len(shown), len(places), "first remarks", "remarks"))


def files_named(files: Sequence[str], corpus: "Corpus") -> str:
    """Return the names of some files, of many the first."""
    return escape(few(files, LISTED) if is_long(len(files), corpus) else joined(files))


@computed
def rejected(corpus: "Corpus") -> Html:
    """Return the files that could not be read, and why."""
    if corpus.rejected.empty:
        return Html(paragraph("Every file of the folder could be read."))
    shown = first(corpus.rejected, corpus)
    rows = [(escape(row.source), escape(row.detail)) for row in named(shown)]
    listing = table("Files that could not be read", ("File", "Why"), rows, name="rejected")
    return Html(listing + cut(len(shown), len(corpus.rejected), "first", "rejected"))
