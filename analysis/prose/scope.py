"""The line that says what the report rests on: articles, occasions, period, figures. Pure."""

from typing import TYPE_CHECKING

import pandas as pd

from analysis.computed import computed
from analysis.prose.choices import asked_for
from analysis.prose.markup import Html, paragraph
from analysis.prose.rows import figures_said, occasion_dates, told
from analysis.wording.periods import month_name
from analysis.wording.words import count, joined

if TYPE_CHECKING:
    from analysis.workbench import Corpus


@computed
def scope(corpus: "Corpus") -> Html:
    """Return the one line that says what the report rests on."""
    articles, figures = told(corpus), figures_said(corpus)
    if articles.empty:
        return Html(paragraph(joined((no_articles(corpus), asked_for(corpus.choice, corpus.study)), " "), "scope"))
    parts = [
        f"{count(len(articles), 'article')}{span(articles)}",
        f"{count(len(figures), 'figure')}{holders(len(articles), figures)}",
        *beside(corpus),
    ]
    asked = asked_for(corpus.choice, corpus.study)
    said = joined([f"{'; '.join(parts)}.", asked, "Not a sample: what follows describes these texts."], " ")
    return Html(paragraph(said, "scope"))


def no_articles(corpus: "Corpus") -> str:
    """Return why there is nothing to report on."""
    if corpus.left_out:
        when = " in this period" if corpus.choice.dated else ""
        return f"No articles{when}: the folder has {count(len(corpus.left_out), 'article')}, none as asked for."
    if notes := beside(corpus):
        return f"No articles that can be counted: {'; '.join(notes)}."
    return "No articles: the folder holds none."


def span(articles: pd.DataFrame) -> str:
    """Return on how many occasions the articles speak, from when to when, and how their dates are known."""
    times = occasion_dates(articles)
    dates = sorted(date for date in articles["said_on"] if date)
    months = list(dict.fromkeys(month_name(date) for date in (dates[0], dates[-1]))) if dates else []
    basis = articles["published_basis"].where(articles["published"] != "", articles["event_date_basis"])
    supplied, unknown = int((basis == "manifest").sum()), len(articles) - len(dates)
    notes = [
        f"the {dates_of(supplied, 'was', 'were')} supplied, not wholly stated in the text" if supplied else "",
        f"the {dates_of(unknown, 'is', 'are')} not known" if unknown else "",
    ]
    remark = "; ".join(note for note in notes if note)
    known = f" on {count(times, 'occasion')}, {' to '.join(months)}" if times else ""
    return known + (f" ({remark})" if remark else "")


def dates_of(number: int, one: str, many: str) -> str:
    """Return subject and verb of a sentence about the dates of some articles.

    >>> dates_of(1, "was", "were"), dates_of(3, "is", "are")
    ('date of 1 article was', 'dates of 3 articles are')
    """
    return f"date of {number} article {one}" if number == 1 else f"dates of {number:,} articles {many}"


def holders(articles: int, figures: pd.DataFrame) -> str:
    """Return in how many articles the figures stand, and in how many none does."""
    stating = figures["article_id"].nunique()
    if not stating:
        return ""
    return f" in {count(stating, 'article')}" + (f", none in {articles - stating:,}" if stating < articles else "")


def beside(corpus: "Corpus") -> list[str]:
    """Return what the folder holds beside these articles: copies, articles left out, files that could not be read."""
    copies = int((corpus.articles["duplicate_of"] != "").sum())
    silent = int((corpus.articles["not_analysed"] != "").sum())
    left_out, rejected = len(corpus.left_out), len(corpus.rejected)
    notes = {
        f"{count(copies, 'further article')} {'tells' if copies == 1 else 'tell'} a story again, counted once": copies,
        f"{count(silent, 'article')} in a language that the study has no words for, listed only": silent,
        f"{count(left_out, 'article')} left out: not as asked for, or without a date": left_out,
        f"{count(rejected, 'file')} could not be read": rejected,
    }
    return [note for note, number in notes.items() if number]
