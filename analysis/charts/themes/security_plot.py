"""The drawing of security themes: a shape for each stance in the cells of a matrix, told apart without colour."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import pandas as pd

from analysis.charts.fit import cut, lines
from analysis.charts.look import PALETTE, SMALL
from analysis.charts.matrix import Matrix, matrix
from analysis.charts.place import POINT, measured
from analysis.wording.words import count, few, last_name

# Shape, inside and edge of each stance, the gravest first
GLYPHS = {
    "event": ("o", "ink", "ink"),
    "alleged": ("d", "paper", "ink"),
    "threat": ("^", "warm", "warm"),
    "response": ("s", "cool", "cool"),
    "named": (".", "muted", "muted"),
}
KEY = {
    "event": "reported event",
    "alleged": "alleged act",
    "threat": "threat",
    "response": "response",
    "named": "only named",
}
ROW = 0.34  # inches
LINE = 0.145  # inches from one line of shapes in a cell to the next
GLYPH = 0.27  # inches for a shape and its number
WHO = 1.2  # inches for those who raise a theme

Places = dict[str, list[tuple[float, float]]]


def drawing(mentions: pd.DataFrame, rows: pd.DataFrame, articles: pd.DataFrame) -> Matrix:
    """Return the matrix drawn: shapes in the cells, who raises each theme, a key below.

    `mentions` has a row for each stance of a theme in a sentence, `rows` the themes to draw.
    """
    dated = mentions.merge(articles[["article_id", "reference", "said_on"]], on="article_id")
    in_order = dated.sort_values(["said_on", "start"])
    remarks = [fitted(speakers(in_order[in_order["concept"] == concept])) for concept in rows["concept"]]
    frame = matrix(list(rows["label"]), articles, remarks, row=ROW, remark=WHO, foot=0.35)
    cells: dict[tuple[int, int], list[dict[Any, Any]]] = {}
    row_of, column_of = numbers(rows["concept"]), numbers(articles["article_id"])
    for mention in in_order[in_order["concept"].isin(set(row_of))].to_dict("records"):
        cells.setdefault((row_of[mention["concept"]], column_of[mention["article_id"]]), []).append(mention)
    draw_cells(frame, cells)
    draw_key(frame, [stance for stance in GLYPHS if (mentions["stance"] == stance).any()])
    return frame


def numbers(names: "pd.Series[str]") -> dict[str, int]:
    """Return the place of each name in their order."""
    return {name: number for number, name in enumerate(names)}


def speakers(mentions: pd.DataFrame) -> list[str]:
    """Return who raises a theme, in the order of the mentions; sentences without a speaker are the narrator's."""
    return list(dict.fromkeys(last_name(speaker) or "narrator" for speaker in mentions["speaker"]))


def fitted(names: Sequence[str]) -> str:
    """Return as many names as two lines at the right of the matrix hold, and the number of the others."""
    texts = (lines(few(names, most), WHO, SMALL) for most in range(min(len(names), 4), 0, -1))
    short = next((text for text in texts if len(text) <= 2), [count(len(names), "speaker")])
    return "\n".join(cut(line, WHO, SMALL) for line in short)


def draw_cells(frame: Matrix, cells: dict[tuple[int, int], list[dict[Any, Any]]]) -> None:
    """Draw the stances of each cell, with their numbers of sentences where there is room, and note its link."""
    shapes: Places = {}
    for (row, column), mentions in cells.items():
        counts = Counter(mention["stance"] for mention in mentions)
        for stance, x, y in spots(frame, row, column, [stance for stance in GLYPHS if stance in counts]):
            if roomy(frame):
                frame.axes.text(x + 0.02, y, str(counts[stance]), fontsize=SMALL, va="center")
            shapes.setdefault(stance, []).append((x - 0.05 * roomy(frame), y))
        first = min(mentions, key=lambda mention: int(mention["sentence_start"]))
        href = f"#s-{first['reference']}-{first['sentence_start']}"
        frame.board.mark(frame.box(row, column), href, first["sentence"])
    draw_shapes(frame, shapes)


def spots(frame: Matrix, row: int, column: int, stances: Sequence[str]) -> Iterator[tuple[str, float, float]]:
    """Yield the place of each stance that a cell has room for, side by side and line by line around its middle."""
    per_line = max(int(frame.column / GLYPH), 1)
    shown = stances[: capacity(frame)]
    lines = [shown[start : start + per_line] for start in range(0, len(shown), per_line)]
    x, y = frame.middle(row, column)
    for number, line in enumerate(lines):
        for place, stance in enumerate(line):
            yield stance, x + (place - (len(line) - 1) / 2) * GLYPH, y + (number - (len(lines) - 1) / 2) * LINE


def roomy(frame: Matrix) -> bool:
    """Return whether a shape with its number fits into a column."""
    return frame.column >= GLYPH


def capacity(frame: Matrix) -> int:
    """Return how many stances a cell has room for: two lines of shapes, in a narrow column one shape."""
    return 2 * int(frame.column / GLYPH) if roomy(frame) else 1


def draw_shapes(frame: Matrix, shapes: Places) -> None:
    """Draw the shape of each stance at its places."""
    for stance, places in shapes.items():
        shape, inside, edge = GLYPHS[stance]
        style: dict[str, Any] = {"markerfacecolor": PALETTE[inside], "markeredgecolor": PALETTE[edge]}
        size = min(5.5, frame.column * POINT * 0.75)
        xs, ys = [x for x, _ in places], [y for _, y in places]
        frame.axes.plot(xs, ys, shape, markersize=size, markeredgewidth=0.9, linestyle="none", **style)


def draw_key(frame: Matrix, stances: Sequence[str]) -> None:
    """Name the shapes that are there, below the matrix."""
    x, y = 0.08, frame.axes.get_ylim()[0] - 0.12
    for stance in stances:
        draw_shapes(frame, {stance: [(x, y)]})
        frame.axes.text(x + 0.09, y, KEY[stance], fontsize=SMALL, va="center", color=PALETTE["muted"])
        x += 0.09 + measured(KEY[stance])[0] + 0.25
