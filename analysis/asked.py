"""What is asked of `analysis.read`, checked: dates, countries, topics, places on disk. Every fault is an InputError."""

import calendar
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from analysis import study as studies
from analysis.choice import Choice
from analysis.records import InputError
from analysis.study import Study

ROOT = Path(__file__).parents[1]
BY = ("said", "spoken")
DAY = re.compile(r"\d{4}(-\d{1,2}){0,2}")  # 2018, 2018-02, 2018-2-12


def bounds(day: str, *, name: str) -> tuple[date, date]:
    """Return first and last day of a year, a month or a day. Raises InputError for anything else.

    >>> bounds("2018-02", name="start")
    (datetime.date(2018, 2, 1), datetime.date(2018, 2, 28))
    """
    try:
        parts = [int(part) for part in day.split("-")] if DAY.fullmatch(day) else []
        year, month = parts[0], parts[1] if len(parts) > 1 else 12
        last = parts[2] if len(parts) > 2 else calendar.monthrange(year, month)[1]
        return date(*(*parts, 1, 1)[:3]), date(year, month, last)
    except (IndexError, ValueError):
        raise InputError(
            f"{name}: {day!r} is no date; write a year (2018), a month (2018-02) or a day (2018-02-12)"
        ) from None


def span(start: str, end: str) -> tuple[date, date]:
    """Return the first and the last day asked for, without limit where none is. Raises InputError if they cross."""
    # Papermill hands over 2018 as a number.
    first = bounds(str(start), name="start")[0] if start else date.min
    last = bounds(str(end), name="end")[1] if end else date.max
    if first > last:
        raise InputError(f"start {start} lies after end {end}")
    return first, last


def chosen(
    study: Study, *, start: str, end: str, by: str, countries: str | Sequence[str], topics: str | Sequence[str]
) -> Choice:
    """Return what is asked for as a record. Raises InputError for a date, a country or a topic that is none.

    >>> chosen(studies.load(studies.DEFAULT), start=2018, end="", by="said", countries="ken, UGA", topics=["trade"])
    Choice(start='2018', end='', by='said', countries=('KEN', 'UGA'), topics=('trade',))
    """
    span(start, end)
    if by not in BY:
        raise InputError(f"by: {by!r} is neither; write {' or '.join(BY)}")
    # Papermill hands over 2018 as a number.
    dates = (str(start or ""), str(end or ""))
    return Choice(*dates, by, known_countries(countries, study), known_topics(topics, study))


def names(given: str | Sequence[str]) -> list[str]:
    """Return names given in a list or joined by commas.

    >>> names("KEN, UGA,")
    ['KEN', 'UGA']
    """
    return [name.strip() for name in (given.split(",") if isinstance(given, str) else given) if name.strip()]


def known_countries(codes: str | Sequence[str], study: Study) -> tuple[str, ...]:
    """Return country codes in capitals. Raises InputError for one that the study does not have."""
    for code in names(codes):
        if study.country(code.upper()) is None:
            known = ", ".join(country.code for country in study.countries)
            raise InputError(f"country {code!r} is unknown; the study has these ISO 3166 codes: {known}")
    return tuple(code.upper() for code in names(codes))


def known_topics(topics: str | Sequence[str], study: Study) -> tuple[str, ...]:
    """Return names of topics and security themes. Raises InputError for one that the study does not have."""
    known = [concept.name for concept in (*study.topics, *study.security)]
    for name in names(topics):
        if name.lower() not in known:
            raise InputError(f"topic {name!r} is unknown; the study has {', '.join(known)}")
    return tuple(name.lower() for name in names(topics))


def existing(path: str | Path) -> Path:
    """Return a path as given, else from the project's root: notebooks start in folders of their own."""
    try:
        return next((place for place in (Path(path), ROOT / path) if place.exists()), Path(path))
    except OSError as error:
        raise InputError(f"{str(path)[:80]!r} cannot be opened: {error.strerror}") from None


def study_file(folder: Path, study: str | Path | None) -> Path:
    """Return the file of the study asked for, else the folder's own, else the one shipped with the project."""
    own = folder / "study.yml"
    return existing(study) if study else own if own.exists() else studies.DEFAULT
