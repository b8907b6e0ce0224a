"""When many articles speak, and which years their figures are about: bars with their numbers on one axis of years."""

import math
from collections.abc import Sequence
from typing import Any

import pandas as pd

from analysis.charts.axis import Years, years_around
from analysis.charts.chart import Chart, not_drawn
from analysis.charts.look import WIDTH, look
from analysis.charts.over_time import PER_YEAR, Stretch, finest, numbered, stretches
from analysis.charts.shares import share
from analysis.charts.times.time_bars_plot import LEFT, RIGHT, drawing, silences
from analysis.wording.periods import period_name, span
from analysis.wording.words import count, few, joined, occasions

LONG_AGO = 10  # years before the first article: earlier years would press the rest together
AHEAD = 10  # years after the last article
NARROWEST = 0.028  # inches from bar to bar: with less they could not be told apart
MOMENT = 1e-6  # years: the last day of a leap year does not reach into the next


def time_bars(told: pd.DataFrame, dated: pd.DataFrame, figures: pd.DataFrame) -> Chart:
    """Return bars of articles by year, quarter or month above, of figures by the years they are about below."""
    by_year = stretches(dated["said_on"], "year")
    within = (by_year[0].year - LONG_AGO, by_year[-1].year + AHEAD)
    theirs = in_order(figures[figures["article_id"].isin(set(told["article_id"]))], dated)
    about, left_out = years_about(theirs, within)
    years = years_around([*(one.start for one in by_year), *(float(year) for year in about.index)], lane=False)
    times = stretches(dated["said_on"], step(len(told), years))
    with look():
        board = drawing(years, times, stated_dates(dated, times), about, firsts(theirs, times))
    undated = len(told) - len(dated)
    left_out = [*([f"{count(undated, 'article')} without a date"] if undated else []), *left_out]
    return Chart(
        "timeline",
        title=title(by_year, len(dated)),
        subtitle=joined(
            (
                f"Articles by {times[0].step}, figures by year; {count(len(told), 'article')}",
                occasions(told),
                count(len(theirs), "figure"),
            )
        ),
        caption=joined((caption(times, dated, about), not_drawn(left_out)), " "),
        alt=alternative(by_year, about),
        figure=board.figure,
        links=tuple(board.links),
    )


def step(articles: int, years: Years) -> str:
    """Return the shortest stretch that so many articles are counted by and that has room for its bars on the axis.

    >>> step(500, Years(2014, 2026)), step(5000, Years(2014, 2026)), step(5000, Years(1990, 2030))
    ('quarter', 'month', 'quarter')
    """
    allowed = list(PER_YEAR)[list(PER_YEAR).index(finest(articles)) :]
    inches = (WIDTH - LEFT - RIGHT) / (years.last - years.first)
    return next((one for one in allowed if inches / PER_YEAR[one] >= NARROWEST), "year")


def in_order(figures: pd.DataFrame, dated: pd.DataFrame) -> pd.DataFrame:
    """Return the figures in the order in which they were said, those of articles without a date last."""
    rows = figures.merge(dated[["article_id", "said_on"]], on="article_id", how="left").fillna({"said_on": ""})
    rows = rows.assign(undated=rows["said_on"] == "")
    return rows.sort_values(["undated", "said_on", "article_id", "start"], ignore_index=True)


def firsts(figures: pd.DataFrame, times: Sequence[Stretch]) -> dict[int, dict[Any, Any]]:
    """Return the first figure said in each stretch, by the number of the stretch."""
    dated = figures[~figures["undated"]]
    rows = dated.assign(stretch=numbered(dated["said_on"], times[0].step)).drop_duplicates("stretch")
    return {row["stretch"]: row for row in rows.to_dict("records")}


def from_text(dated: pd.DataFrame) -> "pd.Series[bool]":
    """Return for each article whether its own text, or its page, gives its date."""
    return dated["published_basis"].isin(["text", "page"]) | dated["event_date_basis"].isin(["text", "page"])


def stated_dates(dated: pd.DataFrame, times: Sequence[Stretch]) -> list[int]:
    """Return for each stretch the number of articles whose own text gives their date."""
    counts = numbered(dated.loc[from_text(dated), "said_on"], times[0].step).value_counts()
    return [int(counts.get(one.number, 0)) for one in times]


def years_about(figures: pd.DataFrame, within: tuple[int, int]) -> tuple[pd.DataFrame, list[str]]:
    """Return for each year the figures about it or a part of it, those inferred, and the first; phrases for the rest.

    A figure about several years counts in each.
    """
    touched = figures["period"].map(years_of)
    timed = figures.assign(year=touched)[touched.map(len) > 0]
    rows = timed.explode("year")
    near = rows[rows["year"].between(*within)]
    far = sorted(set(rows["period"]) - set(near["period"]))
    near = near.assign(inferred=near["period_basis"] == "inferred")
    about = near.groupby("year").agg(
        figures=("figure_id", "size"),
        inferred=("inferred", "sum"),
        figure_id=("figure_id", "first"),
        sentence=("sentence", "first"),
    )
    unknown = len(figures) - len(timed)
    left_out = [f"{count(unknown, 'figure')} of no stated time"] if unknown else []
    return about, left_out + ([f"periods far away ({few([period_name(one) for one in far])})"] if far else [])


def years_of(period: str) -> list[int]:
    """Return the years that a period touches; none where it is not known.

    >>> years_of("2019/2021"), years_of("2022-H1"), years_of("2020-12-31"), years_of("")
    ([2019, 2020, 2021], [2022], [2020], [])
    """
    ends = span(period)
    return list(range(math.floor(ends[0]), math.ceil(ends[1] - MOMENT))) if ends else []


def title(by_year: Sequence[Stretch], dated: int) -> str:
    """Return from when to when the articles speak, and the year with the most of them."""
    most = max(one.articles for one in by_year)
    busiest = [one.name for one in by_year if one.articles == most]
    ends = list(dict.fromkeys((by_year[0].name, by_year[-1].name)))
    spoken = f"{count(dated, 'dated article')}, {' to '.join(ends)}"
    each = " each" if len(busiest) > 1 else ""
    return spoken if len(by_year) == 1 else f"{spoken}; most in {few(busiest, 3)}: {share(most, dated)}{each}"


def caption(times: Sequence[Stretch], dated: pd.DataFrame, about: pd.DataFrame) -> str:
    """Return how to read the bars, and where no article speaks."""
    given = set(from_text(dated))
    gaps = [" to ".join(dict.fromkeys((first.name, last.name))) for first, last in silences(times)]
    parts = [
        f"No article in {'; '.join(gaps)}." if gaps else "",
        "Filled: the text gives the date." if True in given else "",
        "Hollow: the date was supplied." if False in given else "",
        below(about),
        "How many articles speak says what was collected, not what happened.",
    ]
    return joined(parts, " ")


def below(about: pd.DataFrame) -> str:
    """Return how to read the bars of figures."""
    if about.empty:
        return "No figure has a stated time."
    hollow = "; hollow: the year is inferred" if about["inferred"].any() else ""
    return f"Below: figures by the year that they are about{hollow}; one about several years counts in each."


def alternative(times: Sequence[Stretch], about: pd.DataFrame) -> str:
    """Return the numbers of articles and of figures in words."""
    spoken = few([f"{one.name}: {one.articles:,}" for one in times], 40)
    figures = few([f"{year}: {number:,}" for year, number in about["figures"].items()], 40)
    told = f" Figures by the year they are about: {figures}." if figures else ""
    return f"Articles by year: {spoken}.{told}"
