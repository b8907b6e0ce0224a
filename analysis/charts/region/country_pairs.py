"""Which countries are spoken of in the same articles: the network as a matrix of pairs."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from analysis.charts.board import Board
from analysis.charts.chart import Chart, not_drawn
from analysis.charts.fit import cut
from analysis.charts.look import DPI, PALETTE, SMALL, TEXT, WIDTH, look
from analysis.charts.matrix import NAMES, Matrix
from analysis.charts.place import POINT, measured
from analysis.charts.region.country_roles import NOBODY, strongest_roles, tally, too_few
from analysis.charts.shares import share
from analysis.computed import computed
from analysis.wording.sizes import EDGE_STORIES, MANY, MASSES
from analysis.wording.words import count, few, joined, occasions, stories

MOST = 20  # countries
SPREADS = 3  # standard deviations above what chance gives: of 190 pairs less than one lies there by chance
WIDEST = 0.45  # inches: the side of a cell
DISC = 0.9  # of a cell: the disc of the most articles
AIR = 0.06  # inches between the last cell of a row and its name


@dataclass(frozen=True, slots=True)
class Pair:
    """Two countries by their places, the later first, and the articles that speak of both."""

    row: int
    column: int
    articles: int
    expected: float
    href: str
    sentence: str


@computed
def spoken_together(mentions: pd.DataFrame, articles: pd.DataFrame, members: Sequence[str]) -> Chart:
    """Return a matrix of countries with a disc for the articles that speak of both: from MANY articles on.

    A pair needs EDGE_STORIES articles; from MASSES articles on also more than chance gives. `members` are the codes of
    the study's region, whose countries stand first.
    """
    told = stories(articles)
    roles = strongest_roles(mentions, articles)
    if roles.empty:
        return Chart("spoken_together", sentence=NOBODY)
    if len(told) < MANY:
        return too_few("spoken_together", "a matrix of countries spoken of together", len(told), MANY)
    spoken = tally(roles, members).query("spoken_of > 0")
    found = list(pairs(roles, spoken.head(MOST), len(told)))
    names, marked = tightened(list(spoken["name"]), [one for one in found if telling(one, len(told))])
    if not marked:
        return Chart("spoken_together", sentence=nothing(len(told)))
    with look():
        board = drawing(names, marked, len(told))
    left_out = [*unmarked(found, len(told)), *without_row(spoken, names)]
    return Chart(
        "spoken_together",
        title=title(marked, names, len(told)),
        subtitle=joined((f"Number of articles that speak of both; {count(len(told), 'article')}", occasions(told))),
        caption=joined((caption(len(told)), not_drawn(left_out)), " "),
        alt=alternative(marked, names, len(told)),
        figure=board.figure,
        links=tuple(board.links),
    )


def pairs(roles: pd.DataFrame, rows: pd.DataFrame, articles: int) -> Iterator[Pair]:
    """Yield the pairs of countries that an article speaks of together, each with the first sentence about either."""
    spoken = roles[roles["role"] == "spoken_of"]
    by_country = {code: of_code.set_index("article_id") for code, of_code in spoken.groupby("concept")}
    for (column, one), (row, other) in combinations(enumerate(rows["concept"]), 2):
        a, b = by_country[one], by_country[other]
        both = a.index[a.index.isin(b.index)]  # oldest first, as the rows are
        if len(both):
            first = min((a.loc[both[0]], b.loc[both[0]]), key=lambda sentence: int(sentence["sentence_start"]))
            href = f"#s-{first['reference']}-{first['sentence_start']}"
            yield Pair(row, column, len(both), len(a) * len(b) / articles, href, first["sentence"])


def telling(pair: Pair, articles: int) -> bool:
    """Return whether a pair is marked: in articles enough, and among masses of them in more than chance gives.

    Were two countries spoken of independently in a and b of n articles, a * b / n of them would speak of both, give or
    take its square root (the standard deviation of a Poisson distribution).

    >>> [telling(Pair(1, 0, number, 100.0, "", ""), 5000) for number in (130, 131)]
    [False, True]
    >>> telling(Pair(1, 0, 3, 100.0, "", ""), 500), telling(Pair(1, 0, 2, 0.1, "", ""), 500)
    (True, False)
    """
    chance = pair.expected + SPREADS * math.sqrt(pair.expected) if articles >= MASSES else 0.0
    return pair.articles >= EDGE_STORIES and pair.articles > chance


def tightened(names: Sequence[str], marked: Sequence[Pair]) -> tuple[list[str], list[Pair]]:
    """Return the names that stand in a marked pair, and the pairs by their places among these.

    >>> names, pairs = tightened(["Kenya", "India", "China"], [Pair(2, 0, 9, 1.0, "", "")])
    >>> names, [(one.row, one.column) for one in pairs]
    (['Kenya', 'China'], [(1, 0)])
    """
    old = sorted({place for one in marked for place in (one.row, one.column)})
    new = {place: number for number, place in enumerate(old)}
    moved = [replace(one, row=new[one.row], column=new[one.column]) for one in marked]
    return [names[place] for place in old], moved


def drawing(names: Sequence[str], marked: Sequence[Pair], articles: int) -> Board:
    """Return the lower half of the matrix drawn; each name stands where its row ends and its column begins."""
    shown = [cut(name, NAMES, TEXT) for name in names]
    side = min((WIDTH - AIR - max(measured(name, TEXT)[0] for name in shown)) / (len(names) - 1), WIDEST)
    height = side * len(names) + 0.05
    board = Board(Figure(figsize=(WIDTH, height), dpi=DPI))
    axes = board.figure.add_axes((0, 0, 1, 1), xlim=(0, WIDTH), ylim=(height, 0))
    axes.set_axis_off()
    frame = Matrix(board, axes, 0.0, 0.0, side, side)
    draw_stairs(frame, shown)
    draw_discs(frame, marked)
    for one in marked:
        words = f"{names[one.column]} and {names[one.row]}: {share(one.articles, articles)}; the first: {one.sentence}"
        board.mark(frame.box(one.row, one.column), one.href, words)
    return board


def draw_stairs(frame: Matrix, names: Sequence[str]) -> None:
    """Draw the lines between the cells of the lower half, and the names along its edge."""
    side, last = frame.row, len(names) - 1
    style: dict[str, Any] = {"color": PALETTE["grid"], "linewidth": 0.6, "zorder": 0}
    for place, name in enumerate(names):
        frame.axes.text(place * side + AIR, (place + 0.5) * side, name, fontsize=TEXT, va="center")
        frame.axes.plot([0, min(place + 1, last) * side], [(place + 1) * side] * 2, **style)
        frame.axes.plot([place * side] * 2, [max(place, 1) * side, len(names) * side], **style)


def draw_discs(frame: Matrix, marked: Sequence[Pair]) -> None:
    """Draw a disc for each pair, its area the number of articles, which stands inside where it fits."""
    most = max(one.articles for one in marked)
    middles = [frame.middle(one.row, one.column) for one in marked]
    across = [DISC * frame.row * math.sqrt(one.articles / most) for one in marked]
    style: dict[str, Any] = {"s": [(one * POINT) ** 2 for one in across], "facecolors": PALETTE["accent"]}
    frame.axes.scatter([x for x, _ in middles], [y for _, y in middles], linewidths=0, **style)
    for one, (x, y), inches in zip(marked, middles, across, strict=True):
        number = f"{one.articles:,}"
        if math.hypot(*measured(number)) <= inches:
            words: dict[str, Any] = {
                "fontsize": SMALL,
                "color": PALETTE["paper"],
                "ha": "center",
                "va": "center_baseline",
            }
            frame.axes.text(x, y, number, **words)


def unmarked(found: Sequence[Pair], articles: int) -> list[str]:
    """Return phrases for the pairs that are spoken of together, but not marked."""
    rare = sum(one.articles < EDGE_STORIES for one in found)
    chance = sum(one.articles >= EDGE_STORIES and not telling(one, articles) for one in found)
    fewer = f"{count(rare, 'pair')} in fewer than {EDGE_STORIES} articles"
    return [*([fewer] if rare else []), *([f"{count(chance, 'pair')} that chance explains"] if chance else [])]


def without_row(spoken: pd.DataFrame, names: Sequence[str]) -> list[str]:
    """Return a phrase for the countries that have no row: those without a mark, and those of fewer articles."""
    rest = [name for name in spoken["name"] if name not in names]
    return [f"{count(len(rest), 'country', 'countries')} ({few(rest, 8)})"] if rest else []


def nothing(articles: int) -> str:
    """Return the sentence for a matrix without a mark."""
    chance = ", and in more than chance gives" if articles >= MASSES else ""
    return f"No two countries are spoken of together in {EDGE_STORIES} articles or more{chance}."


def title(marked: Sequence[Pair], names: Sequence[str], articles: int) -> str:
    """Return what is seen: the pair of the most articles."""
    most = max(one.articles for one in marked)
    first, *others = [f"{names[one.column]} and {names[one.row]}" for one in marked if one.articles == most]
    as_often = f"; {count(len(others), 'other pair')} as often" if others else ""
    above = "Of the pairs above chance, " if articles >= MASSES else ""
    return f"{above}{first} are most often spoken of together: in {share(most, articles)} articles{as_often}"


def caption(articles: int) -> str:
    """Return how to read the matrix, and what makes a pair worth a mark."""
    chance = (
        " and more than chance gives: if a and b of n articles spoke of two countries independently, a × b / n would "
        f"speak of both, give or take the square root of that; a mark needs {SPREADS} times this more"
        if articles >= MASSES
        else ""
    )
    how = "Area of a disc, and number where it fits: articles that speak of both countries, not only list them"
    return f"{how}. Names stand where rows end and columns begin. A mark needs {EDGE_STORIES} articles{chance}."


def alternative(marked: Sequence[Pair], names: Sequence[str], articles: int) -> str:
    """Return the pairs with their numbers of articles, in words."""
    ranked = sorted(marked, key=lambda one: (-one.articles, one.row, one.column))
    parts = [f"{names[one.column]} and {names[one.row]}: {one.articles:,}" for one in ranked]
    return f"Pairs of countries by number of articles that speak of both, of {articles:,} in all. {few(parts, 20)}."
