"""What is asked of `analysis.read`, checked: dates, countries, places on disk. Every fault is an InputError."""

import calendar
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from analysis import study as studies
from analysis.records import InputError
from analysis.study import Study

ROOT = Path(__file__).parents[1]
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


def known_countries(codes: str | Sequence[str], study: Study) -> tuple[str, ...]:
    """Return country codes as a tuple. Raises InputError for one that the study does not have.

    >>> known_countries("kaz, UZB", studies.load(studies.DEFAULT))
    ('KAZ', 'UZB')
    """
    given = [code.strip() for code in (codes.split(",") if isinstance(codes, str) else codes) if code.strip()]
    for code in given:
        if study.country(code.upper()) is None:
            example = next((f", such as {country.code}" for country in study.countries), "")
            raise InputError(f"country {code!r} is unknown; use ISO 3166 codes of the study{example}")
    return tuple(code.upper() for code in given)


def existing(path: str | Path) -> Path:
    """Return a path as given, else from the project's root: notebooks start in folders of their own."""
    try:
        return next((place for place in (Path(path), ROOT / path) if place.exists()), Path(path))
    except OSError as error:
        raise InputError(f"{str(path)[:80]!r} cannot be opened: {error.strerror}") from None


def study_of(folder: Path, study: str | Path | None) -> Study:
    """Return the study asked for, else the folder's own, else the one shipped with the project."""
    own = folder / "study.yml"
    path = existing(study) if study else own if own.exists() else studies.DEFAULT
    return studies.load(path)
