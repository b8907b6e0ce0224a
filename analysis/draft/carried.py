"""The entries of a study as they are carried over into another one: without the words of regions it is not about."""

from collections.abc import Iterable
from typing import Any

from analysis.cues import pattern
from analysis.draft.survey import Survey
from analysis.study import CUES, KEY, Concept, Country, Group, Measure, Study
from analysis.themes.countries import country_index

Fields = dict[str, Any]
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
    """Carries entries of a study over, in some languages, without words for countries or groups nobody names."""

    def __init__(self, study: Study, found: Survey, languages: tuple[str, ...]) -> None:
        """Take the study, what the articles name of it, and the languages that stay."""
        self._index = country_index(study, study.languages)
        absent = (group for group in study.groups if group.members and not found.groups[group.name])
        self._absent = pattern(cue for group in absent for cues in group.cues.values() for cue in cues)
        self._named = frozenset(found.countries)
        self._languages = languages

    def country(self, country: Country) -> Fields:
        """Return a country's fields."""
        words = {"names": country.further_names, "demonyms": country.demonyms, "capitals": country.capitals}
        kept = {kind: self._spoken({lang: list(cues) for lang, cues in by.items()}) for kind, by in words.items()}
        exclude = {"not": list(country.exclude)} if country.exclude else {}
        return {"name": country.name} | {kind: by for kind, by in kept.items() if by} | exclude

    def group(self, group: Group) -> Fields:
        """Return a group's fields: its members belong to it, whether articles name them or not."""
        return {"members": list(group.members)} | self._spoken(fields(group), of=group.cues)

    def foreign(self, text: str) -> bool:
        """Return whether a text names a country, or a group of some, that no article names: "Portuguese language"."""
        plain = text.replace("*", "")
        countries = {hit.owner.code for hit in self._index.hits(plain, 0, len(plain))}
        return not countries <= self._named or self._absent.search(plain) is not None

    def worded(self, entries: Iterable[Measure | Concept]) -> dict[str, Fields]:
        """Return measures or concepts by name without foreign cues; one with a foreign label, or no cue, goes."""
        carried = {entry.name: self._own_cues(entry) for entry in entries if not self.foreign(_label(entry))}
        return {name: written for name, written in carried.items() if written}

    def _own_cues(self, entry: Measure | Concept) -> Fields:
        written = self._spoken(fields(entry), of=entry.cues)
        for key in (*entry.cues, "not", "not_near"):
            if key in written:
                written[key] = [cue for cue in written[key] if not self.foreign(cue)]
        kept = {key: value for key, value in written.items() if value != []}
        if entry.cues and not any(language in kept for language in entry.cues):
            return {}
        return kept | {"label": _label(entry) if self.foreign(entry.label) else entry.label}

    def _spoken(self, written: Fields, of: Iterable[str] | None = None) -> Fields:
        """Return fields without those in languages that are not the new study's."""
        gone = set(written if of is None else of) - set(self._languages)
        return {key: value for key, value in written.items() if key not in gone}


def _label(entry: Measure | Concept) -> str:
    """Return a label without what it explains in brackets: "Education and culture"."""
    return entry.label.partition(" (")[0]
