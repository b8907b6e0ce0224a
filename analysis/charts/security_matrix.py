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

# Shape, inside and edge of each stance, the gravest first
GLYPHS = {
    "event": ("o", "ink", "ink"),
    "alleged": ("d", "paper", "ink"),
    "threat": ("^", "warm", "warm"),
    "response": ("s", "cool", "cool"),
    "named": (".", "muted", "muted"),
}
KEY = {
    "threat": "threat",
    "response": "response",
    "alleged": "alleged act",
    "event": "reported event",
    "named": "only named",
}
ROW = 0.34  # inches
MOST, MANY = 15, 12  # themes drawn where there are more than so many articles
GLYPH = 0.27  # inches for a shape and its number
WHO = 1.2  # inches for those who raise a theme


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
    rows = ordered(distinct)
    shown = rows.head(MOST) if len(columns) > MANY else rows
    left_out += (
        [f"themes in fewer articles ({few(list(rows['label'][len(shown) :]), 8)})"] if len(shown) < len(rows) else []
    )
    with look():
        frame = drawing(distinct, shown, columns)
    return Chart(
        "security",
        title=title(distinct, rows, len(columns)),
        subtitle=f"Sentences by stance; {count(len(columns), 'article')}, {count(occasions(columns), 'occasion')}",
        caption=joined((caption(distinct, capacity(frame)), not_drawn(left_out)), " "),
        alt=alternative(distinct, rows, len(columns)),
        figure=frame.board.figure,
        links=tuple(frame.board.links),
    )


def ordered(found: pd.DataFrame) -> pd.DataFrame:
    """Return the themes by the number of articles that raise them, then by name."""
    rows = found.groupby("concept", as_index=False).agg(label=("label", "first"), articles=("article_id", "nunique"))
    rows["label"] = rows["label"].where(rows["label"] != "", rows["concept"].str.replace("_", " "))
    return rows.sort_values(["articles", "label"], ascending=[False, True], ignore_index=True)


def drawing(found: pd.DataFrame, rows: pd.DataFrame, articles: pd.DataFrame) -> Matrix:
    """Return the matrix drawn: shapes in the cells, who raises each theme, a key below."""
    in_order = found.merge(articles[["article_id", "reference", "said_on"]], on="article_id").sort_values(
        ["said_on", "start"]
    )
    remarks = [fitted(speakers(in_order[in_order["concept"] == concept])) for concept in rows["concept"]]
    frame = matrix(list(rows["label"]), articles, remarks, row=ROW, remark=WHO, foot=0.35)
    concepts, article_ids = list(rows["concept"]), list(articles["article_id"])
    for (concept, article_id), cell in in_order[in_order["concept"].isin(concepts)].groupby(["concept", "article_id"]):
        draw_cell(frame, concepts.index(concept), article_ids.index(article_id), cell)
    draw_key(frame, [stance for stance in KEY if (found["stance"] == stance).any()])
    return frame


def speakers(mentions: pd.DataFrame) -> list[str]:
    """Return who raises a theme, in the order of the mentions; sentences without a speaker are the narrator's."""
    return list(dict.fromkeys(last_name(speaker) or "narrator" for speaker in mentions["speaker"]))


def fitted(names: Sequence[str]) -> str:
    """Return as many names as two lines at the right of the matrix hold, and the number of the others."""
    texts = (wrapped(few(names, most), WHO, SMALL) for most in range(len(names), 0, -1))
    return next((text for text in texts if "…" not in text), count(len(names), "speaker"))


def draw_cell(frame: Matrix, row: int, column: int, cell: pd.DataFrame) -> None:
    """Draw a shape for each stance, the gravest first, with its number of sentences where there is room."""
    counts = cell["stance"].value_counts()
    stances = [stance for stance in GLYPHS if stance in counts][: capacity(frame)]
    per_line = max(int(frame.column / GLYPH), 1)
    lines = [stances[start : start + per_line] for start in range(0, len(stances), per_line)]
    x, y = frame.middle(row, column)
    for number, line in enumerate(lines):
        line_y = y + (number - (len(lines) - 1) / 2) * 0.145
        for place, stance in enumerate(line):
            glyph_x = x + (place - (len(line) - 1) / 2) * GLYPH
            draw_glyph(frame, glyph_x, line_y, stance, str(counts[stance]) if roomy(frame) else "")
    first = cell.iloc[0]
    frame.board.mark(frame.box(row, column), f"#s-{first['reference']}-{first['sentence_start']}", first["sentence"])


def roomy(frame: Matrix) -> bool:
    """Return whether a shape with its number fits into a column."""
    return frame.column >= GLYPH


def capacity(frame: Matrix) -> int:
    """Return how many stances a cell has room for: two lines of shapes, in a narrow column one shape."""
    return 2 * int(frame.column / GLYPH) if roomy(frame) else 1


def crowded(found: pd.DataFrame) -> int:
    """Return the most stances that one theme has in one article."""
    return int(found.groupby(["concept", "article_id"])["stance"].nunique().max())


def draw_glyph(frame: Matrix, x: float, y: float, stance: str, words: str) -> None:
    """Draw the shape of a stance, with words to its right."""
    shape, face, edge = GLYPHS[stance]
    size = min(5.5, frame.column * POINT * 0.75)
    style: dict[str, Any] = {"markerfacecolor": PALETTE[face], "markeredgecolor": PALETTE[edge], "markeredgewidth": 0.9}
    frame.axes.plot([x - (0.05 if words else 0)], [y], shape, markersize=size, **style)
    frame.axes.text(x + 0.02, y, words, fontsize=SMALL, va="center")


def draw_key(frame: Matrix, stances: Sequence[str]) -> None:
    """Name the shapes that are there, below the matrix."""
    x, y = 0.08, frame.axes.get_ylim()[0] - 0.12
    for stance in stances:
        draw_glyph(frame, x, y, stance, "")
        frame.axes.text(x + 0.09, y, KEY[stance], fontsize=SMALL, va="center", color=PALETTE["muted"])
        x += 0.09 + measured(KEY[stance])[0] + 0.25


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
