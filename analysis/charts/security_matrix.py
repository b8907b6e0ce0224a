"""Which security themes which articles raise, and how: a shape for each stance, told apart without colour."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from analysis.charts.chart import Chart
from analysis.charts.look import PALETTE, SMALL, look
from analysis.charts.matrix import Matrix, matrix, newest, wrapped
from analysis.charts.place import POINT, measured
from analysis.charts.statements import not_drawn
from analysis.charts.words import (
    count,
    few,
    joined,
    last_name,
    listed,
    number_word,
    occasions,
    stories,
    titled,
)

def security(mentions: pd.DataFrame, articles: pd.DataFrame) -> Chart:
    """Return a matrix of security themes by articles, with the stances of each and the number of their sentences.

    Stances: threat, response, alleged act, reported event, only named. At the right: who raises the theme.
    """
    columns, left_out = newest(stories(articles))
    found = mentions[(mentions["taxonomy"] == "security") & mentions["article_id"].isin(set(columns["article_id"]))]
    if found.empty:
        return Chart("security", sentence="None of the security themes of the study is raised in these articles.")
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
        subtitle=f"Sentences by stance; {count(len(columns), 'article')}, {count(occasions(columns), 'occasion')}",
        caption=joined((caption(distinct, capacity(frame)), not_drawn([*left_out, *without_room])), " "),
        alt=alternative(distinct, rows, len(columns)),
        figure=frame.board.figure,
        links=tuple(frame.board.links),
    )


def title(found: pd.DataFrame, rows: pd.DataFrame, articles: int) -> str:
    """Return the themes raised in most articles, and in how many an event is reported."""
    most = rows[rows["articles"] == rows["articles"].max()]
    events = found.loc[found["stance"] == "event", "article_id"].nunique()
    reported = (
        f"{number_word(events)} report an event"
        if events > 1
        else "one reports an event"
        if events
        else "none reports an event"
    )
    where = "in the one article" if articles == 1 else f"in {rows['articles'].max()} of {articles} articles"
    return f"Raised {where}: {titled(list(most['label']))}; {reported}"


def caption(found: pd.DataFrame, room: int) -> str:
    """Return in how many articles each stance is found, and whose allegations there are."""
    numbers = {stance: int(found.loc[found["stance"] == stance, "article_id"].nunique()) for stance in GLYPHS}
    alleged = found[found["stance"] == "alleged"]
    parts = [
        f"Threats are named in {count(numbers['threat'], 'article')}, responses in {numbers['response']}.",
        f"Acts are alleged in {count(alleged.drop_duplicates(['article_id', 'sentence_start']).shape[0], 'sentence')}, by {few(speakers(alleged))}."
        if len(alleged)
        else "",
        f"Events are reported in {count(numbers['event'], 'article')}."
        if numbers["event"]
        else "No article reports an event.",
        "Number: sentences; one sentence can count under several themes." if room > 1 else "",
        f"A cell has room for {count(room, 'stance')}, the gravest." if crowded(found) > room else "",
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
