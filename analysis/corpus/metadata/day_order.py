"""Whether "03/04/2018" is the third of April or the fourth of March: what the study or the other dates say. Pure."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from analysis.corpus.metadata.dates import DAY_FIRST, MONTH_FIRST, Printed, printed_dates
from analysis.wording.periods import day

ORDERS = {DAY_FIRST: "day first", MONTH_FIRST: "month first"}
# "13.02.2018", "02/13/2018": looked for alone, since names of months take ten times as long to find
_NUMERIC = re.compile(r"\d(?<![\d./-]\d)\d?([./-])\d{1,2}\1(?:19|20)\d\d(?![\d/-])")


class Shown(NamedTuple):
    """What one date shows: the mark between its numbers, and which of them comes first."""

    mark: str
    order: str


@dataclass(frozen=True, slots=True)
class Told:
    """The order of a date's numbers, empty where nothing decides it, and why."""

    order: str = ""
    why: str = ""


def orders_shown(raw_text: str, printed: Printed | None = None, known: date | None = None) -> frozenset[Shown]:
    """Return the orders that a text shows: by numbers above 12, and by a printed date whose meaning is known elsewhere.

    >>> orders_shown("13/02/2018, 04/03/2018")
    frozenset({Shown(mark='/', order='day_first')})
    """
    shown = {one for match in _NUMERIC.finditer(raw_text) if (one := _shown(match[0]))}
    if printed and known and len(printed.readings) > 1 and known in printed.readings:
        shown.add(Shown(printed.mark, (DAY_FIRST, MONTH_FIRST)[printed.readings.index(known)]))
    return frozenset(shown)


def _shown(numeric: str) -> Shown | None:
    first, second, _ = (int(number) for number in re.findall(r"\d+", numeric))
    readings = [printed for printed in printed_dates(numeric) if len(printed.readings) == 1]
    if not readings or first == second:
        return None
    return Shown(readings[0].mark, DAY_FIRST if first > second else MONTH_FIRST)


class DayOrders:
    """How the dates of a folder are written, by outlet and by the mark between the numbers: counted by articles."""

    def __init__(self, shown: Iterable[tuple[str, frozenset[Shown]]], study: str = "") -> None:
        """Take the outlet and the orders shown of each article, and what the study says: an order or nothing."""
        self._study = study
        self._counts: Counter[tuple[str, str, str]] = Counter()
        for outlet, orders in shown:
            self._counts.update(("", mark, order) for mark, order in orders)
            self._counts.update((outlet, "", order) for order in {one.order for one in orders} if outlet)

    def told(self, printed: Printed, outlet: str) -> Told:
        """Return the order of a date that an outlet prints: the study's, its other dates', the folder's, by custom."""
        if self._study:
            return Told(self._study, "as the study says")
        elsewhere = f", though none is of {outlet}" if outlet else ", though the outlet is not known"
        for key, place, but in (((outlet, ""), "this outlet", ""), (("", printed.mark), "this folder", elsewhere)):
            day_first, month_first = (self._counts[*key, order] for order in ORDERS)
            if day_first and month_first:
                return Told("", f"the dates of {place} are written both ways")
            if count := day_first + month_first:
                return Told(DAY_FIRST if day_first else MONTH_FIRST, _as_others_show(count, place) + but)
        if printed.mark == ".":
            return Told(DAY_FIRST, "as is the custom with points")
        return Told("", "no other date shows which of the two")


def _as_others_show(count: int, place: str) -> str:
    return f"as dates in {count} articles of {place} show" if count > 1 else f"as a date in an article of {place} shows"


def remark(printed: Printed, told: Told) -> str:
    """Return in plain words how a date with two readings is read, or what would decide it.

    >>> remark(next(printed_dates("03/04/2018")), Told("day_first", "as the study says"))
    '"03/04/2018" is read as 3 April 2018, day first, as the study says.'
    """
    if found := printed.read(told.order):
        return f'"{printed.words}" is read as {day(found.isoformat())}, {ORDERS[told.order]}, {told.why}.'
    either = " or ".join(day(reading.isoformat()) for reading in printed.readings)
    return (
        f'"{printed.words}" is left out: it is {either}, and {told.why}. Write the date into articles.csv, '
        f"or `dates: {DAY_FIRST}` or `dates: {MONTH_FIRST}` into study.yml."
    )
