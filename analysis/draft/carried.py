"""The entries of a study as they are carried over into another one: without the words of regions it is not about."""

import re
from collections.abc import Iterable
from typing import Any

from analysis.cues import pattern
from analysis.draft.survey import Survey
from analysis.study import CUES, KEY, Concept, Country, Group, Measure, Study
from analysis.themes.countries import country_index

Fields = dict[str, Any]
# A name, such as of a river: "Rio Grande", "Belt and Road"; not "VAT", "Islamist". In Cyrillic any word with a capital.
_NAME = re.compile(r"[A-Z][a-z]+[\s-](?:and\s)?[A-Z][a-z]|[А-ЯЁ][а-яё]")
BEHIND = ("not", "not_near")  # the cues come before what cancels them


def fields(entry: Country | Group | Measure | Concept) -> Fields:
    """Return an entry as the study's file has it, without its key.

    >>> fields(Group.model_validate({KEY: "Gulf", "members": ("OMN",), CUES: {"en": ["Gulf states"]}}))
    {'members': ['OMN'], 'en': ['Gulf states']}
    """
    written: Fields = entry.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    cues: Fields = written.pop(CUES, {})
    first = {key: value for key, value in written.items() if key not in (KEY, *BEHIND)}
    return first | cues | {key: written[key] for key in BEHIND if key in written}


class Carrier:
    """Carries entries of a study over, in some languages, without words for what the articles are not about."""

    def __init__(self, study: Study, found: Survey, members: Iterable[str], languages: tuple[str, ...]) -> None:
        """Take the study, what the articles name of it, the members of the region, and the languages that stay."""
        self._index = country_index(study, study.languages)
        absent = (group for group in study.groups if group.members and not found.often(found.groups[group.name]))
        self._absent = pattern(cue for group in absent for cues in group.cues.values() for cue in cues)
        self._bodies = pattern(cue for body in study.organisations for cues in body.cues.values() for cue in cues)
        self._named = {*members, *found.countries}
        self._spoken_of = {*members, *(code for code, articles in found.countries.items() if found.often(articles))}
        self._found = found
        self._languages = languages

    def country(self, country: Country) -> Fields:
        """Return a country's fields."""
        words = {"names": country.further_names, "demonyms": country.demonyms, "capitals": country.capitals}
        kept = {kind: self._spoken({lang: list(cues) for lang, cues in by.items()}) for kind, by in words.items()}
        exclude = {"not": list(country.exclude)} if country.exclude else {}
        return {"name": country.name} | {kind: by for kind, by in kept.items() if by} | exclude

    def group(self, group: Group) -> Fields:
        """Return a group's fields."""
        members = {"members": list(self.members(group))}
        return members | self._spoken(fields(group), of=group.cues) | members

    def members(self, group: Group) -> tuple[str, ...]:
        """Return a group's members, named or not; none of a group of which nobody is named: it may be a namesake."""
        return group.members if self._named & {*group.members} else ()

    def foreign(self, text: str) -> bool:
        """Return whether a text names a country or group that the articles do not speak of: "Portuguese language"."""
        plain = text.replace("*", "")
        countries = {hit.owner.code for hit in self._index.hits(plain, 0, len(plain))}
        return not countries <= self._spoken_of or self._absent.search(plain) is not None

    def worded(self, entries: Iterable[Measure | Concept]) -> dict[str, Fields]:
        """Return measures or concepts by name without foreign cues; one with a foreign label, or no cue, goes."""
        carried = {entry.name: self._own_cues(entry) for entry in entries if not self.foreign(entry.label)}
        return {name: written for name, written in carried.items() if written}

    def bodies(self, organisations: Iterable[Concept]) -> dict[str, Fields]:
        """Return organisations by name with all their cues; what cancels these is left out where it is foreign."""
        spoken = {body.name: self._spoken(fields(body), of=body.cues) for body in organisations}
        return {name: self._kept(written, BEHIND) for name, written in spoken.items()}

    def _own_cues(self, entry: Measure | Concept) -> Fields:
        written = self._spoken(fields(entry), of=entry.cues)
        for language in entry.cues.keys() & written.keys():
            written[language] = [cue for cue in written[language] if self._is_of_use(cue)]
        kept = self._kept(written, (*entry.cues, *BEHIND))
        return kept if not entry.cues or entry.cues.keys() & kept.keys() else {}

    def _kept(self, written: Fields, keys: Iterable[str]) -> Fields:
        """Return fields without the foreign texts under some keys, and without those that have none left."""
        own = {key: [cue for cue in written[key] if not self.foreign(cue)] for key in keys if key in written}
        return {key: value for key, value in (written | own).items() if value != []}

    def _is_of_use(self, cue: str) -> bool:
        """Return whether a cue may find something: the name of a place or a body does if the articles speak of it."""
        if not _NAME.search(cue) and not self._bodies.search(cue.replace("*", "")):
            return True
        words = pattern([cue])
        return self._found.often(sum(words.search(article.raw_text) is not None for article in self._found.own))

    def _spoken(self, written: Fields, of: Iterable[str] | None = None) -> Fields:
        """Return fields without those in languages that are not the new study's."""
        gone = set(written if of is None else of) - set(self._languages)
        return {key: value for key, value in written.items() if key not in gone}
