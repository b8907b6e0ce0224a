"""Stretches of time, all of one length, with the number of articles in each. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from analysis.charts.matrix import MOST
from analysis.wording.sizes import LINE_PERIODS, LINE_STORIES, MANY, MASSES
from analysis.wording.words import MONTHS

PER_YEAR = {"month": 12, "quarter": 4, "year": 1}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A year, a quarter or a month, counted from the start of the year 0, and how many articles speak in it."""

    step: str
    number: int
    articles: int

    @property
    def year(self) -> int:
        """Return the year it lies in."""
        return self.number // PER_YEAR[self.step]

    @property
    def start(self) -> float:
        """Return where it starts, in decimal years."""
        return self.number / PER_YEAR[self.step]

    @property
    def name(self) -> str:
        """Return what it is called: "2021", "Q3 2021", "Mar 2021"."""
        return f"{self.part} {self.year}".strip()

    @property
    def part(self) -> str:
        """Return which part of its year it is: "Q3", "Mar"; nothing for the year."""
        number = self.number % PER_YEAR[self.step]
        return {"year": "", "quarter": f"Q{number + 1}", "month": MONTHS[number]}[self.step]


def by_time(told: pd.DataFrame) -> bool:
    """Return whether there are more articles than a matrix has columns for, so that they are counted by time."""
    return len(told) > MOST and bool((told["said_on"] != "").any())


def finest(articles: int) -> str:
    """Return the shortest stretch that so many articles are counted by.

    >>> finest(50), finest(500), finest(5000)
    ('year', 'quarter', 'month')
    """
    return "month" if articles >= MASSES else "quarter" if articles >= MANY else "year"


def numbered(dates: "pd.Series[str]", step: str) -> "pd.Series[int]":
    """Return the number of the stretch that each date lies in.

    >>> numbered(pd.Series(["2021-08-31"]), "quarter").tolist() == [4 * 2021 + 2]
    True
    """
    months = dates.str[5:7].astype(int) - 1
    return dates.str[:4].astype(int) * PER_YEAR[step] + months * PER_YEAR[step] // 12


def stretches(dates: "pd.Series[str]", step: str) -> list[Stretch]:
    """Return every stretch from the first date to the last, those without an article too."""
    counts = numbered(dates, step).value_counts()
    return [Stretch(step, one, int(counts.get(one, 0))) for one in range(counts.index.min(), counts.index.max() + 1)]


def fitting(dates: "pd.Series[str]", steps: Iterable[str], room: int) -> list[Stretch]:
    """Return the stretches of the first of `steps` that has room for all; else the newest of the last."""
    found: list[Stretch] = []
    for step in steps:
        found = stretches(dates, step)
        if len(found) <= room:
            break
    return found[-room:]


def line_allowed(found: Sequence[Stretch]) -> bool:
    """Return whether there are stretches enough for a line, each with articles enough."""
    return len(found) >= LINE_PERIODS and all(one.articles >= LINE_STORIES for one in found)
