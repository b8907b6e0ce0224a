"""A speaker's office and its country, as an article names them: "India’s Deputy Foreign Minister Grace Mwangi"."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from analysis.figures.lexicon import words
from analysis.figures.places import places
from analysis.study import Study

LOOK_BACK = 70  # characters before a name in which its office stands
MOST = 200  # articles that quote a speaker in which the office is looked for, by their ids
TITLE = re.compile(r"[\w -]+")  # "Deputy Foreign Minister": a comma or a full stop would end it


def office_in(name: str, text: str, study: Study, language: str = "en") -> tuple[str, str]:
    """Return the office right before a name and its country (ISO 3166 alpha-3), both empty where the text gives none.

    >>> from analysis.study import DEFAULT, load
    >>> office_in("Amina Otieno", "On Thursday, Kenyan President Amina Otieno attended", load(DEFAULT))
    ('President', 'KEN')
    """
    offices = set(words(language)["offices"])
    for found in re.finditer(re.escape(name), text):
        before = text[max(0, found.start() - LOOK_BACK) : found.start()]
        for place in reversed(list(places(before, study, language))):
            title = " ".join(re.sub(r"^['’]s\b", "", before[place.end :]).split())
            is_office = TITLE.fullmatch(title) and offices & set(title.lower().split())
            if study.country(place.party) and is_office:
                return title, place.party
    return "", ""


def offices(figures: Iterable[Any], texts: Mapping[str, str], study: Study) -> dict[str, tuple[str, str]]:
    """Return the office and its country of each speaker of figures, as an article that quotes them names it.

    `figures` are records or rows of the table: their speaker and their article are looked at. `texts` may be read from
    disk: each is asked for once for each speaker whom the article quotes, and for the first `MOST` of them alone.
    """
    spoken: dict[str, set[str]] = {}
    for figure in figures:
        if figure.speaker:
            quoting = spoken.setdefault(figure.speaker, set())
            quoting.add(figure.article_id)
            if len(quoting) > 2 * MOST:
                spoken[figure.speaker] = set(sorted(quoting)[:MOST])
    first = ((name, sorted(ids)[:MOST]) for name, ids in sorted(spoken.items()))
    return {name: first_office(name, (texts[article_id] for article_id in ids), study) for name, ids in first}


def first_office(name: str, texts: Iterable[str], study: Study) -> tuple[str, str]:
    """Return the first office that any of the texts gives a speaker."""
    found = (office_in(name, text, study) for text in texts)
    return next((pair for pair in found if pair[1]), ("", ""))
