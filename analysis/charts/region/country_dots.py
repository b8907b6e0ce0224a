"""How many articles speak of each country, only list it, or only name it as the venue."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator
from matplotlib.transforms import Bbox

from analysis.charts.chart import Chart, not_drawn
from analysis.charts.look import PALETTE, SMALL, WIDTH, look
from analysis.charts.matrix import GUTTER, Matrix, draw_remarks, grid
from analysis.charts.place import POINT, measured
from analysis.charts.region.country_roles import NOBODY, ROLES, strongest_roles, tally, too_few
from analysis.charts.shares import part, share
from analysis.computed import computed
from analysis.wording.sizes import SOME
from analysis.wording.words import count, few, joined, listed, occasions, stories

MOST = 20  # rows
ROW = 0.25  # inches
TOP, FOOT = 0.36, 0.32  # inches for the numbers above and the key below
AIR = 0.12  # inches between the frame and a mark at either end
TICKS = 6

# Shape, size in points, inside and edge of each role: each can be seen where another stands at the same number
GLYPHS = {
    "spoken_of": ("o", 5.5, PALETTE["accent"], PALETTE["accent"]),
    "listed": ("o", 8.5, "none", PALETTE["ink"]),
    "venue": ("|", 11.0, "none", PALETTE["warm"]),
}
KEY = {"spoken_of": "spoken of", "listed": "only listed", "venue": "only the venue"}
SILENT = "not named"


@computed
def countries(mentions: pd.DataFrame, articles: pd.DataFrame, members: Sequence[str]) -> Chart:
    """Return dots of the articles that name each country, by its strongest role in each: from SOME articles on.

    `members` are the codes of the study's region, whose countries stand first, named or not.
    """
    told = stories(articles)
    roles = strongest_roles(mentions, articles)
    if roles.empty:
        return Chart("countries", sentence=NOBODY)
    if len(told) < SOME:
        return too_few("countries", "a chart of countries", len(told), SOME)
    rows = tally(roles, members)
    shown, rest = rows.head(MOST), rows[MOST:]
    left_out = [f"{count(len(rest), 'country', 'countries')} ({few(list(rest['name']), 8)})"] if len(rest) else []
    with look():
        frame = drawing(shown, roles, len(told))
    return Chart(
        "countries",
        title=title(rows, len(told)),
        subtitle=joined((f"Number of articles that name a country; {count(len(told), 'article')}", occasions(told))),
        caption=joined((caption(shown), not_drawn(left_out)), " "),
        alt=alternative(rows, len(told)),
        figure=frame.board.figure,
        links=tuple(frame.board.links),
    )


def drawing(rows: pd.DataFrame, roles: pd.DataFrame, articles: int) -> Matrix:
    """Return the frame drawn: a row for each country, a scale of articles, a key below."""
    remarks = [part(number, articles) if number else "0" for number in rows["spoken_of"]]
    names, remark = list(rows["name"]), 2 * GUTTER + max(measured(text)[0] for text in [*remarks, KEY["spoken_of"]])
    frame = grid(names, 1, row=ROW, remark=remark, foot=FOOT, heading=lambda _: TOP)
    draw_remarks(frame, remarks, WIDTH - remark + GUTTER, heading=KEY["spoken_of"])
    top = int(rows[list(ROLES)].to_numpy().max())
    draw_scale(frame, top, len(rows))
    for number, row in enumerate(rows.to_dict("records")):
        draw_row(frame, number, row, top)
    if rows["member"].any() and not rows["member"].all():
        y = frame.top + int(rows["member"].sum()) * ROW
        frame.axes.plot([0, WIDTH], [y, y], color=PALETTE["muted"], linewidth=0.8)
    note_links(frame, rows, roles, articles, top)
    draw_key(frame, [role for role in ROLES if rows[role].any()])
    return frame


def across(frame: Matrix, number: float, top: int) -> float:
    """Return the inches from the left at which a number of articles stands."""
    return frame.left + AIR + number / top * (frame.column - 2 * AIR)


def draw_scale(frame: Matrix, top: int, rows: int) -> None:
    """Draw a faint line down from each round number of articles."""
    for tick in MaxNLocator(TICKS, integer=True, steps=[1, 2, 5, 10]).tick_values(0, top):
        if 0 <= tick <= top:
            x = across(frame, tick, top)
            style: dict[str, Any] = {"color": PALETTE["grid"], "linewidth": 0.6, "zorder": 0}
            frame.axes.plot([x, x], [frame.top, frame.top + rows * ROW], **style)
            words: dict[str, Any] = {"fontsize": SMALL, "color": PALETTE["muted"], "ha": "center", "va": "bottom"}
            frame.axes.text(x, frame.top - 0.05, f"{tick:,.0f}", **words)


def draw_row(frame: Matrix, number: int, row: dict[Any, Any], top: int) -> None:
    """Draw the marks of a country with a thin line between them, or that it is not named."""
    y = frame.top + (number + 0.5) * ROW
    places = {role: across(frame, row[role], top) for role in ROLES if row[role]}
    if not places:
        frame.axes.text(frame.left + AIR, y, SILENT, fontsize=SMALL, color=PALETTE["muted"], va="center")
        return
    ends = [min(places.values()), max(places.values())]
    frame.axes.plot(ends, [y, y], color=PALETTE["muted"], linewidth=0.8, zorder=1)
    for role, x in places.items():
        draw_glyph(frame.axes, role, x, y)


def draw_glyph(axes: Axes, role: str, x: float, y: float) -> None:
    """Draw the shape of a role."""
    shape, size, inside, edge = GLYPHS[role]
    style: dict[str, Any] = {"markerfacecolor": inside, "markeredgecolor": edge, "markersize": size}
    axes.plot([x], [y], shape, markeredgewidth=1.6 if role == "venue" else 1.0, zorder=3, **style)


def note_links(frame: Matrix, rows: pd.DataFrame, roles: pd.DataFrame, articles: int, top: int) -> None:
    """Note for each mark the first sentence that names the country so."""
    firsts = roles.drop_duplicates(["concept", "role"]).set_index(["concept", "role"])
    for number, row in enumerate(rows.to_dict("records")):
        y = frame.top + (number + 0.5) * ROW
        for role in (role for role in ROLES if row[role]):
            first = firsts.loc[(row["concept"], role)]
            half, x = GLYPHS[role][1] / 2 / POINT, across(frame, row[role], top)
            box = Bbox(frame.axes.transData.transform([(x - half, y + half), (x + half, y - half)]))
            words = f"{row['name']}: {KEY[role]} in {share(row[role], articles)}; the first: {first['sentence']}"
            frame.board.mark(box, f"#s-{first['reference']}-{first['sentence_start']}", words)


def draw_key(frame: Matrix, roles: Sequence[str]) -> None:
    """Name the shapes that are there, below the rows."""
    x, y = frame.left + AIR, frame.axes.get_ylim()[0] - 0.12
    for role in roles:
        draw_glyph(frame.axes, role, x, y)
        frame.axes.text(x + 0.1, y, KEY[role], fontsize=SMALL, va="center", color=PALETTE["muted"])
        x += 0.1 + measured(KEY[role])[0] + 0.25


def title(rows: pd.DataFrame, articles: int) -> str:
    """Return what is seen: the countries that most articles speak of, and those of the region that none does."""
    silent = list(rows["name"][rows["member"] & (rows["spoken_of"] == 0)])
    return leaders(rows, articles) + (f"; {few(silent, 3)} in none" if silent and rows["spoken_of"].any() else "")


def leaders(rows: pd.DataFrame, articles: int) -> str:
    """Return the countries that most articles speak of, and how many do."""
    most = int(rows["spoken_of"].max())
    if not most:
        return "No country is spoken of: all that are named are only listed, or the venue"
    names = list(rows["name"][rows["spoken_of"] == most])
    if len(names) == 1:
        more_than_half = "most" if 2 * most > articles else "the most"
        return f"{names[0]} is spoken of in {more_than_half} articles: {share(most, articles)}"
    return f"{few(names, 3)} are spoken of in the most articles: {share(most, articles)} each"


def caption(rows: pd.DataFrame) -> str:
    """Return how to read the rows."""
    both = rows["member"].any() and not rows["member"].all()
    region = " Above the darker line: the countries of the region." if both else ""
    return f"Each article counts once for a country, by the strongest way it names it. Named is not discussed.{region}"


def alternative(rows: pd.DataFrame, articles: int) -> str:
    """Return each country with its numbers of articles, in words."""
    parts = [
        f"{row['name']}: "
        + (listed([f"{KEY[role]} in {row[role]:,}" for role in ROLES if row[role]]).replace(" and ", ", ") or SILENT)
        for row in rows.head(MOST).to_dict("records")
    ]
    return f"Countries by number of articles that name them, of {articles:,} in all. {'; '.join(parts)}."
