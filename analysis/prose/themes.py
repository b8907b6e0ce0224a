"""The table of security themes: the words behind each, with stance and speaker. Pure."""

from html import escape
from typing import TYPE_CHECKING

from analysis.computed import computed
from analysis.prose.cuts import cut, newest
from analysis.prose.markup import Html, paragraph, table
from analysis.prose.quotations import quoted
from analysis.prose.rows import mentions_said, named

if TYPE_CHECKING:
    from analysis.workbench import Corpus

HEAD = ("Theme", "Stance", "Words", "Who says so")


@computed
def security_sentences(corpus: "Corpus") -> Html:
    """Return the sentences behind each security theme, with stance, speaker and article."""
    mentions = mentions_said(corpus, "security")
    if mentions.empty:
        return Html(paragraph("No security theme of the study is named.", "note"))
    # A theme named twice in one sentence in one way is one row.
    once = mentions.drop_duplicates(["label", "article_id", "sentence_start", "stance"])
    shown = newest(once, corpus)
    rows = [
        (
            escape(mention.label),
            escape(mention.stance),
            f"{quoted(mention)} ({escape(mention.reference)})",
            escape(mention.speaker) or "the article itself",
        )
        for mention in named(shown.sort_values("label", kind="stable"))
    ]
    all_told = cut(len(shown), len(once), "newest", "mentions")
    return Html(table("The words behind each theme", HEAD, rows, name="security-sentences") + all_told)
