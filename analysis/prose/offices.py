"""A speaker's office and its country, as an article names them: "Russia’s Deputy Foreign Minister Andrey Rudenko"."""

import re
from functools import cache
from typing import TYPE_CHECKING

from analysis.figures.lexicon import words
from analysis.figures.places import places
from analysis.study import Study

if TYPE_CHECKING:
    from analysis.workbench import Corpus

LOOK_BACK = 70  # characters before a name in which its office stands
TITLE = re.compile(r"[\w -]+")  # "Deputy Foreign Minister": a comma or a full stop would end it


def office_in(name: str, text: str, study: Study, language: str = "en") -> tuple[str, str]:
    """Return the office right before a name and its country (ISO 3166 alpha-3), both empty where the text gives none.

    >>> from analysis.study import DEFAULT, load
    >>> office_in("Vladimir Putin", "On Thursday, Russian President Vladimir Putin attended", load(DEFAULT))
    ('President', 'RUS')
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


@cache
def office_found(name: str, texts: tuple[str, ...], study: Study) -> tuple[str, str]:
    """Return the first office that any of the texts gives a speaker."""
    found = (office_in(name, text, study) for text in texts)
    return next((pair for pair in found if pair[1]), ("", ""))


def office(name: str, corpus: "Corpus") -> tuple[str, str]:
    """Return a speaker's office and its country (ISO 3166 alpha-3) as the corpus names them."""
    return office_found(name, tuple(corpus.texts.values()), corpus.study)
