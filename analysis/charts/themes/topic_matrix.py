"""Which topics which articles speak of: presence, not weight."""

from typing import Any

import pandas as pd

from analysis.charts.chart import Chart, not_drawn
from analysis.charts.look import PALETTE, SMALL, look
from analysis.charts.matrix import Matrix, matrix, newest, ranked, with_room
from analysis.charts.over_time import by_time
from analysis.charts.place import POINT
from analysis.charts.shares import share
from analysis.charts.themes.topics_over_time import topics_over_time
from analysis.computed import computed
from analysis.wording.words import capital, count, few, joined, number_word, occasions, stories, titled

MAIN = 2  # sentences that make a topic a main one
ROW = 0.31  # inches: two lines of a name
DISC = 0.21  # inches across
NUMBERED = 0.2  # inches: narrower columns have no number in their discs
# A sentence ends with one of these; a heading does not.
CLOSING = (".", "!", "?", "…", ":", ";", ",", '"', "”", "»", "’", "'", ")")


@computed
def topics(mentions: pd.DataFrame, articles: pd.DataFrame) -> Chart:
    """Return a matrix of topics by articles: a disc for a main topic, a ring for one touched on, number of sentences.

    A topic is a main one of an article when it stands in a heading or in two sentences or more. Of more articles than
    a matrix has room for, the matrix counts those of each year, quarter or month.
    """
    told = stories(articles)
    columns, left_out = newest(told)
    of_topics = mentions[(mentions["taxonomy"] == "topic") & mentions["article_id"].isin(set(told["article_id"]))]
    if of_topics.empty:
        return Chart("topics", sentence="None of the topics of the study is spoken of in these articles.")
    if by_time(told):
        return topics_over_time(of_topics, told, ranked(of_topics))
    cells = counted(of_topics, columns)
    if cells.empty:
        return Chart("topics", sentence="None of the newest articles speaks of a topic of the study.")
    rows = ranked(cells)
    shown, without_room = with_room(rows, len(columns))
    with look():
        remarks = [share(one, len(columns)) for one in shown["articles"]]
        frame = matrix(list(shown["label"]), columns, remarks, row=ROW, remark=0.1 + 0.065 * len(remarks[0]))
        draw_cells(frame, cells, list(shown["concept"]), list(columns["article_id"]))
    return Chart(
        "topics",
        title=title(rows, len(columns)),
        subtitle=joined(("Sentences on each topic; " + count(len(columns), "article"), occasions(columns))),
        caption=joined((caption(columns, frame), not_drawn([*left_out, *without_room])), " "),
        alt=alternative(rows, len(columns)),
        figure=frame.board.figure,
        links=tuple(frame.board.links),
    )


def counted(mentions: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Return a row for each topic of an article: number of sentences, the first one and its start, `main` or not."""
    distinct = mentions.sort_values("sentence_start").drop_duplicates(["article_id", "concept", "sentence_start"])
    distinct = distinct.merge(articles[["article_id", "reference"]], on="article_id")
    distinct["heading"] = ~distinct["sentence"].str.strip().str.endswith(CLOSING)
    cells = distinct.groupby(["concept", "article_id", "reference"], as_index=False).agg(
        label=("label", "first"),
        sentences=("sentence_start", "size"),
        start=("sentence_start", "first"),
        sentence=("sentence", "first"),
        heading=("heading", "any"),
    )
    return cells.assign(main=cells["heading"] | (cells["sentences"] >= MAIN))


def draw_cells(frame: Matrix, cells: pd.DataFrame, concepts: list[str], article_ids: list[str]) -> None:
    """Draw a disc or a ring in each cell, and its number of sentences where there is room."""
    drawn = cells[cells["concept"].isin(concepts)].to_dict("records")
    places = [(concepts.index(cell["concept"]), article_ids.index(cell["article_id"])) for cell in drawn]
    for main, inside in ((True, PALETTE["accent"]), (False, PALETTE["paper"])):
        middles = [frame.middle(*place) for cell, place in zip(drawn, places, strict=True) if cell["main"] == main]
        style: dict[str, Any] = {"markerfacecolor": inside, "markeredgecolor": PALETTE["accent"], "linestyle": "none"}
        size = min(DISC, frame.column * 0.8) * POINT
        frame.axes.plot([x for x, _ in middles], [y for _, y in middles], "o", markersize=size, **style)
    for cell, place in zip(drawn, places, strict=True):
        if frame.column >= NUMBERED:
            color = PALETTE["paper"] if cell["main"] else PALETTE["ink"]
            number = str(cell["sentences"])
            frame.axes.text(*frame.middle(*place), number, ha="center", va="center", fontsize=SMALL, color=color)
        frame.board.mark(frame.box(*place), f"#s-{cell['reference']}-{cell['start']}", cell["sentence"])


def title(rows: pd.DataFrame, articles: int) -> str:
    """Return what is seen: the topics of the most articles."""
    if articles == 1:
        return f"{capital(number_word(len(rows)))} {'topic' if len(rows) == 1 else 'topics'} in one article"
    most = rows["articles"].max()
    labels = list(rows["label"][rows["articles"] == most])
    if most < articles:
        return f"Most widely spoken of, in {share(most, articles)} articles: {titled(labels)}"
    of_all = f"{number_word(len(labels))} of {count(len(rows), 'topic')}" if len(rows) > 1 else "the one topic"
    run = "runs" if len(labels) == 1 else "run"
    every = "both" if articles == 2 else f"all {number_word(articles)}"
    return f"{capital(of_all)} {run} through {every} articles: {titled(labels)}"


def caption(articles: pd.DataFrame, frame: Matrix) -> str:
    """Return how to read the matrix, and how far the articles' lengths differ."""
    lengths = articles["words"].dropna()
    spread = f" of {lengths.min():,} to {lengths.max():,} words" if lengths.nunique() > 1 else ""
    texts = f"{capital(number_word(len(articles)))} {'text' if len(articles) == 1 else 'texts'}{spread}"
    disc = "Disc: in a heading or at least two sentences; ring: in one sentence"
    return f"{disc}{'; number: sentences' if frame.column >= NUMBERED else ''}. {texts}: presence, not weight."


def alternative(rows: pd.DataFrame, articles: int) -> str:
    """Return the topics with the number of their articles, in words."""
    parts = [f"{row.label}: {row.articles}" for row in rows.itertuples()]
    return f"Topics by number of articles, of {articles} in all. {few(parts, 20)}."
