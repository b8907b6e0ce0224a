"""Figures as points of a series: each with the interval its words allow, and what a comparison must know of it. Pure.

Reports of one statement are one point with several witnesses, and so are statements that agree; none is averaged.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any

import yaml

from analysis.figures.outlook import is_expected
from analysis.reconcile.intervals import interval
from analysis.records import TRADE, Article, Figure
from analysis.study import Study
from analysis.wording.periods import is_day, moment, span

Interval = tuple[float, float]
WORDINGS = 10_000  # of definitions that are kept in memory with what they say


@cache
def words() -> dict[str, Any]:
    """Return the words of definitions, hints, reasons and conditions."""
    loaded: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "words" / "en.yml").read_text(encoding="utf-8"))
    return loaded


@dataclass(frozen=True, slots=True)
class Witness:
    """Who made a statement and when: two reports of one speaker on one occasion are of one statement."""

    speaker: str  # empty: the article itself
    spoken: date | None
    story: str  # the article, or the one of which it is a copy
    origin: str  # the speaker's office with its country, the speaker, or the story
    country: str  # of the office, ISO 3166 alpha-3


@dataclass(frozen=True)
class Point:
    """A stated observation: the figures that state it, the one that is drawn first."""

    figures: tuple[Figure, ...]
    figure_ids: tuple[str, ...]  # of these, each with those of the copies that repeat it behind
    witnesses: tuple[Witness, ...]
    low: float  # of a fall: below 0
    high: float
    nature: str  # flow, position, cumulative, level, change
    single: bool  # there is one such amount for a period and its parties
    codes: frozenset[str]  # what its definition says it counts
    parties: frozenset[str]
    span: Interval | None  # the time it is about or, of what holds at a date, that date; in decimal years
    ahead: bool  # said before that time began: a plan or a forecast, no record of what was
    wording: int  # of its sentence and quote: the same for the same words

    @property
    def figure(self) -> Figure:
        """Return the figure that is drawn: the most precise."""
        return self.figures[0]

    @property
    def closed(self) -> bool:
        """Return whether the words set both ends."""
        return self.figure.qualifier not in ("more_than", "at_least", "less_than", "up_to")

    @cached_property
    def stories(self) -> frozenset[str]:
        """Return the stories that tell of it."""
        return frozenset(witness.story for witness in self.witnesses)

    @cached_property
    def tellers(self) -> frozenset[tuple[str, str]]:
        """Return each story with the speaker who tells of it there."""
        return frozenset((witness.story, witness.speaker) for witness in self.witnesses)

    @cached_property
    def days(self) -> dict[str, list[int]]:
        """Return the days on which each speaker spoke of it, counted from one day on, in order; the narrator's not."""
        days: dict[str, set[int]] = {}
        for witness in self.witnesses:
            if witness.speaker and witness.spoken:
                days.setdefault(witness.speaker, set()).add(witness.spoken.toordinal())
        return {speaker: sorted(said) for speaker, said in days.items()}

    @cached_property
    def officials(self) -> frozenset[str]:
        """Return the countries whose officials tell of it."""
        return frozenset(witness.country for witness in self.witnesses)


@lru_cache(WORDINGS)
def definition_codes(text: str) -> frozenset[str]:
    """Return what the words of a definition say that an amount counts.

    >>> sorted(definition_codes("total direct")), sorted(definition_codes("trade turnover"))
    (['direct'], [])
    """
    return frozenset(code for code, pattern in definition_patterns() if pattern.search(text))


def goods_codes(figure: Figure) -> frozenset[str]:
    """Return which goods trade is in, if the words say so: oil exports are no part of grain exports."""
    if figure.measure not in TRADE:
        return frozenset()
    told = (word for word in figure.definition.split() if word not in words()["neutral"])
    goods = " ".join(word for word in told if not definition_codes(word))
    return frozenset({f"of {goods}"} if goods else ())


@cache
def definition_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return a pattern for each code of a definition."""
    return tuple(
        (code, re.compile(rf"\b(?:{'|'.join(map(re.escape, cues))})\b", re.IGNORECASE))
        for code, cues in words()["definitions"].items()
    )


def witness(figure: Figure, article: Article, offices: Mapping[str, tuple[str, str]]) -> Witness:
    """Return who made the statement of a figure; an office of its own is an origin of its own."""
    story = article.duplicate_of or article.article_id
    title, country = offices.get(figure.speaker, ("", ""))
    origin = f"{country} {title}" if country else figure.speaker or story
    return Witness(figure.speaker, article.event_date or article.published, story, origin, country)


def point(
    figure: Figure,
    article: Article,
    study: Study,
    offices: Mapping[str, tuple[str, str]],
    copies: Sequence[str] = (),
) -> Point:
    """Return a figure as a point; `copies` are the ids of the figures that repeat it."""
    low, high = interval(figure.value, figure.value_high, figure.qualifier, figure.quote, figure.unit)
    if figure.change == "decrease":
        low, high = -high, -low
    measure = study.measure(figure.measure)
    codes = definition_codes(f"{figure.definition} {figure.measure_words}") | goods_codes(figure)
    nature = nature_of(figure, measure.nature if measure else "level", codes)
    teller, about = witness(figure, article, offices), time_of(figure, nature, article)
    return Point(
        figures=(figure,),
        figure_ids=(figure.figure_id, *copies),
        witnesses=(teller,),
        low=low,
        high=high,
        nature=nature,
        single=bool(measure and measure.single),
        codes=codes,
        parties=frozenset(figure.parties),
        span=about,
        ahead=is_ahead(teller, about) or is_expected(figure),
        wording=hash((figure.quote, figure.sentence)),
    )


def points(
    figures: Iterable[Figure],
    articles: Mapping[str, Article],
    study: Study,
    offices: Mapping[str, tuple[str, str]],
    copied: Mapping[str, Sequence[str]],
) -> Iterator[Point]:
    """Yield each figure as a point; `copied` are the ids of the figures that repeat one, by its id."""
    for figure in figures:
        yield point(figure, articles[figure.article_id], study, offices, copied.get(figure.figure_id, ()))


def is_ahead(teller: Witness, about: Interval | None) -> bool:
    """Return whether something was said before the time that it is about began."""
    return bool(teller.spoken and about and moment(teller.spoken.isoformat()) < about[0])


def nature_of(figure: Figure, nature: str, codes: frozenset[str]) -> str:
    """Return what kind of amount a figure is: its own words go before what the study says of its measure."""
    if figure.change:
        return "change"
    return "cumulative" if "cumulative" in codes or figure.period.endswith("/..") else nature


def time_of(figure: Figure, nature: str, article: Article) -> Interval | None:
    """Return the time a figure is about, or the date at which it holds: if none is stated, when it was said."""
    if nature in ("flow", "change"):
        return span(figure.period)
    said = article.said_on.isoformat() if article.said_on else ""
    # A sum "since 1993" tells its start; one over 2010 to 2021 holds at its end.
    stated = (held.rpartition("/")[2] for held in (figure.as_of, figure.period) if not held.endswith("/.."))
    held = next(filter(None, stated), said)
    return (moment(held), moment(held)) if is_day(held) else span(held)


def has_period(one: Point) -> bool:
    """Return whether an amount is of a period, as flows and changes are; any other holds at a date."""
    return one.nature in ("flow", "change")


def rank(one: Point) -> tuple[Any, ...]:
    """Return what points are sorted by: what they measure, then their amount, then when and by whom it was said.

    Nothing of it depends on the order of the articles.
    """
    figure, first = one.figure, one.witnesses[0]
    return (
        figure.measure,
        figure.unit,
        sorted(one.parties),
        figure.period,
        one.low,
        one.high,
        figure.value,
        first.spoken or date.max,
        first.speaker,
        first.story,
        figure.article_id,
        figure.start,
    )


def is_copy(one: Point) -> bool:
    """Return whether the drawn figure stands in a copy of another article."""
    return one.figure.article_id != one.witnesses[0].story


def joined(group: Sequence[Point]) -> Point:
    """Return several points as one with all their witnesses; the most precise is drawn.

    Of equally precise ones the one said first is drawn, of one speech the one whose article is no copy.
    """
    ordered = sorted(group, key=lambda one: (not one.closed, one.high - one.low, is_copy(one), *rank(one)))
    first = ordered[0]
    return Point(
        figures=tuple(figure for one in ordered for figure in one.figures),
        figure_ids=tuple(name for one in ordered for name in one.figure_ids),
        witnesses=tuple(witness for one in ordered for witness in one.witnesses),
        low=first.low,
        high=first.high,
        nature=first.nature,
        single=first.single,
        codes=first.codes,
        parties=first.parties,
        span=first.span,
        ahead=all(one.ahead for one in group),
        wording=first.wording,
    )


def drawn(one: Point) -> Point:
    """Return a point with the figure that is drawn alone, without its sentence, and each of its witnesses once."""
    figure = replace(one.figure, prefix="", suffix="", sentence="", period_words="", statement_id="")
    return replace(one, figures=(figure,), figure_ids=(), witnesses=tuple(dict.fromkeys(one.witnesses)))
