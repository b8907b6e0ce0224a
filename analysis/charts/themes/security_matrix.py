"""Which security themes which articles raise, and how: threat, response, alleged act, reported event, only named."""

import pandas as pd

from analysis.charts.chart import Chart, not_drawn
from analysis.charts.look import look
from analysis.charts.matrix import newest, ranked, with_room
from analysis.charts.over_time import by_time
from analysis.charts.shares import share
from analysis.charts.themes.security_over_time import security_over_time
from analysis.charts.themes.security_plot import GLYPHS, KEY, capacity, drawing, speakers
from analysis.computed import computed
from analysis.wording.words import count, few, joined, listed, number_word, occasions, stories, titled


@computed
def security(mentions: pd.DataFrame, articles: pd.DataFrame) -> Chart:
    """Return a matrix of security themes by articles, with the stances of each and the number of their sentences.

    Stances: threat, response, alleged act, reported event, only named. At the right: who raises the theme. Of more
    articles than a matrix has room for, it counts those of each year, quarter or month.
    """
    told = stories(articles)
    raised = mentions[(mentions["taxonomy"] == "security") & mentions["article_id"].isin(set(told["article_id"]))]
    if raised.empty:
        return Chart("security", sentence="None of the security themes of the study is raised in these articles.")
    if by_time(told):
        return security_over_time(raised, told, ranked(raised), title(raised, ranked(raised), len(told)))
    columns, left_out = newest(told)
    found = raised[raised["article_id"].isin(set(columns["article_id"]))]
    if found.empty:
        return Chart("security", sentence="None of the newest articles raises a security theme of the study.")
    distinct = found.sort_values("sentence_start").drop_duplicates(
        ["article_id", "concept", "stance", "sentence_start"]
    )
    rows = ranked(distinct)
    shown, without_room = with_room(rows, len(columns))
    with look():
        frame = drawing(distinct, shown, columns)
    return Chart(
        "security",
        title=title(distinct, rows, len(columns)),
        subtitle=f"Sentences by stance; {count(len(columns), 'article')}, {occasions(columns)}",
        caption=joined((caption(distinct, capacity(frame)), not_drawn([*left_out, *without_room])), " "),
        alt=alternative(distinct, rows, len(columns)),
        figure=frame.board.figure,
        links=tuple(frame.board.links),
    )


def title(found: pd.DataFrame, rows: pd.DataFrame, articles: int) -> str:
    """Return the themes raised in most articles, and in how many an event is reported."""
    most = rows["articles"].max()
    where = "in the one article" if articles == 1 else f"in {share(most, articles)} articles"
    events = articles_with(found, "event")
    who = number_word(events) if events else "no"
    reported = f"{who} {'article reports' if events < 2 else 'articles report'} an incident"
    return f"Raised {where}: {titled(list(rows['label'][rows['articles'] == most]))}; {reported}"


def articles_with(found: pd.DataFrame, stance: str) -> int:
    """Return the number of articles in which a stance is found."""
    return int(found.loc[found["stance"] == stance, "article_id"].nunique())


def caption(found: pd.DataFrame, room: int) -> str:
    """Return in how many articles each stance is found, whose allegations there are, and how to read the cells."""
    alleged = found[found["stance"] == "alleged"]
    acts = count(len(alleged.drop_duplicates(["article_id", "sentence_start"])), "sentence")
    threats, events = articles_with(found, "threat"), articles_with(found, "event")
    crowded = found.groupby(["concept", "article_id"])["stance"].nunique().max() > room
    parts = [
        f"Threats are named in {count(threats, 'article') if threats else 'no article'},",
        f"responses in {articles_with(found, 'response') or 'none'}.",
        f"Acts are alleged in {acts}, by {few(speakers(alleged))}." if len(alleged) else "",
        f"{count(events, 'article')} {'reports' if events == 1 else 'report'} an incident."
        if events
        else "No article reports an incident.",
        "Number: sentences; one sentence can count under several themes." if room > 1 else "",
        f"A cell shows {count(room, 'stance')} at most, the gravest." if crowded else "",
        "Stances are read from the words around each mention.",
    ]
    return joined(parts, " ")


def alternative(found: pd.DataFrame, rows: pd.DataFrame, articles: int) -> str:
    """Return each theme with the number of its articles and its stances, in words."""
    parts = []
    for row in rows.itertuples():
        counts = found.loc[found["concept"] == row.concept, "stance"].value_counts()
        stances = listed([f"{KEY[stance]} {counts[stance]}" for stance in GLYPHS if stance in counts])
        parts.append(f"{row.label}: {row.articles} ({stances})")
    return f"Security themes by number of articles, of {articles} in all, with sentences by stance. {few(parts, 15)}."
