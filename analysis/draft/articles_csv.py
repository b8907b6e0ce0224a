"""The text of a drafted `articles.csv`: what is known of each article, and how."""

import csv
import io
from collections.abc import Collection

from analysis.records import Article

COLUMNS = (
    "file", "title", "outlet", "url", "published", "event_date", "language", "translated", "dates_known_by", "note",
)  # fmt: skip
UNKNOWN = "unknown"


def articles_csv(articles: Collection[Article]) -> str:
    """Return a manifest with a row for each article, `unknown` where something is not known."""
    sources = {article.article_id: article.source for article in articles}
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(_row(article, sources) for article in articles)
    return text.getvalue()


def _row(article: Article, sources: dict[str, str]) -> dict[str, str]:
    row = {
        "file": article.source,
        "title": article.title,
        "outlet": article.outlet,
        "url": article.url,
        "published": article.published.isoformat() if article.published else "",
        "event_date": article.event_date.isoformat() if article.event_date else "",
        "language": article.language,
        "translated": "yes" if article.translated else "",
    }
    known = {name: value or UNKNOWN for name, value in row.items()}
    return known | {"dates_known_by": _dates_known_by(article), "note": _note(article, sources)}


def _dates_known_by(article: Article) -> str:
    """Return how the dates are known: "published: page, as 2018-02-12"."""
    words = f", as {article.published_words}" if article.published_words else ""
    event = f"; event_date: {article.event_date_basis}" if article.event_date else ""
    return f"published: {article.published_basis}{words}{event}"


def _note(article: Article, sources: dict[str, str]) -> str:
    if not article.duplicate_of:
        return article.not_analysed
    reason = f" ({article.copy_reason})" if article.copy_reason else ""
    return f"a copy of {sources.get(article.duplicate_of, article.duplicate_of)}{reason}"
