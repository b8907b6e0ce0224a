"""A line of time: when the articles speak, and which times they speak of."""

from collections.abc import Mapping, Sequence

import pandas as pd

from analysis.charts.chart import Chart, not_drawn
from analysis.charts.look import look
from analysis.charts.times.occasions_plot import Occasion, Period, drawing, silences
from analysis.charts.times.time_bars import time_bars
from analysis.computed import computed
from analysis.wording.periods import moment, period_name, span
from analysis.wording.sizes import SOME
from analysis.wording.words import by_date, capital, count, few, joined, listed, month, number_word, occasions, stories

LONG_AGO = 30  # years before the first article: earlier periods would press the rest together


@computed
def timeline(articles: pd.DataFrame, figures: pd.DataFrame) -> Chart:
    """Return two lanes on one axis of years: the occasions of the articles, and the periods their figures are about.

    A dot is filled where the article's own text gives its date, a ring where the date was supplied. From SOME articles
    on, bars count the articles of each year, quarter or month, and the figures about each year.
    """
    told = stories(articles)
    dated = by_date(told[told["said_on"] != ""])
    if dated.empty:
        return Chart("timeline", sentence="No article has a date.")
    if len(told) >= SOME:
        return time_bars(told, dated, figures)
    points = occasions_of(dated)
    periods, left_out = periods_of(figures, dated, points[0].x)
    undated = len(told) - len(dated)
    left_out += [f"{count(undated, 'article')} without a date"] if undated else []
    with look():
        board, unplaced = drawing(points, periods)
    return Chart(
        "timeline",
        title=title(points, len(dated)),
        subtitle=joined(
            (
                count(len(told), "article"),
                occasions(told),
                spoken_of(len({one.period for one in periods})),
            )
        ),
        caption=joined((caption(points, periods), not_drawn([*left_out, *unplaced])), " "),
        alt=alternative(points, periods),
        figure=board.figure,
        links=tuple(board.links),
    )


def spoken_of(periods: int) -> str:
    """Return the number of periods in words; nothing for none."""
    return f"{count(periods, 'period')} spoken of" if periods else ""


def occasions_of(dated: pd.DataFrame) -> list[Occasion]:
    """Return the dates on which articles speak, the earliest first."""
    found: dict[str, list[dict[str, str]]] = {}
    for row in dated.to_dict("records"):
        found.setdefault(row["event_date"] or row["said_on"], []).append(row)  # type: ignore[arg-type]
    return [
        Occasion(date, moment(date), tuple(row["reference"] for row in rows), any(stated(row) for row in rows))
        for date, rows in sorted(found.items())
    ]


def stated(article: Mapping[str, str]) -> bool:
    """Return whether the text of an article, or its page, gives its date."""
    return {article["published_basis"], article["event_date_basis"]} & {"text", "page"} != set()


def periods_of(figures: pd.DataFrame, dated: pd.DataFrame, first: float) -> tuple[list[Period], list[str]]:
    """Return the periods that figures are about, the earliest first, and phrases for those that have no room."""
    timed = figures[figures["period"].map(span).notna()]
    rows = timed.merge(dated[["article_id", "said_on", "event_date"]], on="article_id").sort_values(
        ["said_on", "start"]
    )
    rows = rows.assign(inferred=rows["period_basis"] == "inferred")
    groups = rows.groupby(["period", "inferred"])
    bars = (period_of(str(period), group, inferred=bool(inferred)) for (period, inferred), group in groups)
    found = sorted(bars, key=order)
    recent = [one for one in found if one.start >= first - LONG_AGO]
    earlier = [period_name(one.period) for one in found if one.start < first - LONG_AGO]
    return recent, [f"periods long before ({few(earlier)})"] if earlier else []


def order(one: Period) -> tuple[float, float, str, bool]:
    """Return what periods are sorted by: start, then the longest, inferred ones last."""
    return one.start, -one.end, one.period, one.inferred


def period_of(period: str, rows: pd.DataFrame, *, inferred: bool) -> Period:
    """Return the figures about one period, stated or inferred, as a bar."""
    start, end = span(period) or (0.0, 0.0)
    first = rows.iloc[0]
    dates = tuple(dict.fromkeys(rows["event_date"].where(rows["event_date"] != "", rows["said_on"])))
    printed = tuple(dict.fromkeys(rows["printed"].where(rows["printed"] != "", rows["quote"])))
    return Period(period, start, end, inferred, printed, first["figure_id"], first["sentence"], dates)


def title(points: Sequence[Occasion], articles: int) -> str:
    """Return from when to when the articles speak, and the longest time without one."""
    ends = list(dict.fromkeys((month(points[0].date), month(points[-1].date))))
    spoken = f"{capital(number_word(articles))} {'article' if articles == 1 else 'articles'}, {' to '.join(ends)}"
    if not (gaps := silences(points)):
        return spoken
    earlier, later = max(gaps, key=lambda gap: gap[1].x - gap[0].x)
    return f"{spoken}; none between {month(earlier.date)} and {month(later.date)}"


def caption(points: Sequence[Occasion], periods: Sequence[Period]) -> str:
    """Return how to read the two lanes, and where no article speaks."""
    gaps = [f"{month(earlier.date)} and {month(later.date)}" for earlier, later in silences(points)]
    kinds = {point.stated for point in points}
    parts = [
        f"No article between {'; between '.join(gaps)}." if gaps else "",
        "Filled dot: the text, or its page, gives the date." if True in kinds else "",
        "Ring: the date was supplied." if False in kinds else "",
        "Bars: times that figures are about." if periods else "No figure has a stated time.",
        "Dashed: inferred." if any(one.inferred for one in periods) else "",
    ]
    return joined(parts, " ")


def alternative(points: Sequence[Occasion], periods: Sequence[Period]) -> str:
    """Return occasions and periods in words."""
    spoken = few([f"{point.date} ({listed(point.references)})" for point in points], 20)
    about = f" Times spoken of: {few([one.words for one in periods], 20)}." if periods else ""
    return f"Articles speak on: {spoken}.{about}"
