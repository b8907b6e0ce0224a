"""The study: what the analyst wants to see. Loads `study.yml` and checks it; a mistake is one line that says where.

The file keeps each entry under its name, its cues under the languages: `trade: {label: Trade, en: [trade turnover]}`.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from difflib import get_close_matches
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Annotated, Any, Literal

import pycountry
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails

from analysis.cues import expression
from analysis.limits import Limits
from analysis.records import InputError
from analysis.yaml_places import Document, Place, PlacedError, Spot, parsed

DEFAULT = Path(__file__).parents[1] / "seeds" / "study.yml"


def _cue(cue: str) -> str:
    expression(cue)
    return cue


def _code(code: str) -> str:
    if not pycountry.countries.get(alpha_3=code):
        raise ValueError(f'unknown country code "{code}"; ISO 3166 has three capital letters, such as KEN')
    return code


def _each_once(words: tuple[str, ...]) -> tuple[str, ...]:
    for word, times in Counter(words).items():
        if times > 1:
            raise ValueError(f'"{word}" stands there twice')
    return words


# Under these keys, which nobody would write, an entry's key in the file and its cues by language reach the models.
KEY, CUES = "its key", "its cues"

Cue = Annotated[str, AfterValidator(_cue)]
Cues = Annotated[tuple[Cue, ...], AfterValidator(_each_once)]
Words = dict[str, Cues]  # by language, ISO 639-1
Code = Annotated[str, AfterValidator(_code)]


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Country(_Entry):
    """A country with the words for it. Its name is what the report prints, and a cue in English."""

    code: Code = Field(alias="its key")
    name: Cue
    further_names: Words = Field(default={}, alias="names")
    demonyms: Words = {}
    capitals: Words = {}
    exclude: Cues = Field(default=(), alias="not")

    @cached_property
    def names(self) -> Words:
        """Return the cues of the country's name by language."""
        return {**self.further_names, "en": (self.name, *self.further_names.get("en", ()))}


class _Named(_Entry):
    name: str = Field(alias="its key")
    cues: Words = Field(default={}, alias="its cues")
    exclude: Cues = Field(default=(), alias="not")  # longer phrases that contain a cue and cancel it


class Group(_Named):
    """Countries spoken of together; without members where the articles leave open who belongs to it."""

    members: Annotated[tuple[str, ...], AfterValidator(_each_once)] = ()


class Measure(_Named):
    """What a figure is an amount of. Its nature says what may be compared: flows over a period, positions at a date.

    A `single` one has one amount for each period and parties; of loans or projects several can be right at once.
    """

    label: str
    nature: Literal["flow", "position", "cumulative", "level", "change"]
    single: bool = False


class Concept(_Named):
    """A topic, a security theme or an organisation."""

    label: str
    iptc: tuple[str, ...] = ()
    gdelt: tuple[str, ...] = ()
    includes: tuple[str, ...] = ()  # concepts whose mentions count for this one too
    exclude_near: Cues = Field(default=(), alias="not_near")  # words that cancel a cue anywhere in its sentence


class Study(_Entry):
    """Everything the analyst chose. `region` names the group that the report is about."""

    version: Literal[1]
    title: str
    author: str = ""  # who answers for the report; its PDFs name them
    region: str
    drawn: bool = False  # title and region come from the articles: nobody has chosen them
    dates: Literal["day_first", "month_first", ""] = ""  # how "03/04/2018" is read; empty: as the other dates show
    languages: tuple[str, ...]
    countries: tuple[Country, ...]
    groups: tuple[Group, ...]
    measures: tuple[Measure, ...]
    topics: tuple[Concept, ...]
    security: tuple[Concept, ...]
    organisations: tuple[Concept, ...] = ()
    limits: Limits = Limits()

    def __eq__(self, other: object) -> bool:
        """Return whether both are one: what is compiled is kept by its study, and to compare all would be slow."""
        return self is other

    def __hash__(self) -> int:
        """Return a hash that goes with being one."""
        return id(self)

    def country(self, code: str) -> Country | None:
        """Return the country of an ISO 3166 alpha-3 code, or None."""
        return self._by_code.get(code)

    def group(self, name: str) -> Group | None:
        """Return the group of that name, or None."""
        return self._by_group_name.get(name)

    def measure(self, name: str) -> Measure | None:
        """Return the measure of that name, or None."""
        return self._by_measure_name.get(name)

    def party_label(self, party: str) -> str:
        """Return how a party is printed: a country by its name, anything else as it is.

        >>> load(DEFAULT).party_label("KEN")
        'Kenya'
        """
        country = self.country(party)
        return country.name if country else party

    @cached_property
    def _by_code(self) -> dict[str, Country]:
        return {country.code: country for country in self.countries}

    @cached_property
    def _by_measure_name(self) -> dict[str, Measure]:
        return {measure.name: measure for measure in self.measures}

    @cached_property
    def _by_group_name(self) -> dict[str, Group]:
        return {group.name: group for group in self.groups}


SECTIONS: dict[str, type[_Entry]] = {
    "countries": Country,
    "groups": Group,
    "measures": Measure,
    "topics": Concept,
    "security": Concept,
    "organisations": Concept,
}


def load(path: Path) -> Study:
    """Return the study of a file. Raises InputError with file, line and reason for the first mistake in it.

    >>> load(DEFAULT).group("Benelux").members
    ('BEL', 'LUX', 'NLD')
    """
    if path.is_fifo() or path.is_char_device():  # it would keep the reader waiting, or never end
        raise InputError(f"{path}: a pipe or a device, not a file; put the file itself here")
    try:
        return of_text(path.read_text(encoding="utf-8"))
    except PlacedError as error:
        raise InputError(f"{path}:{error.line}: {error.reason}") from None
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: not UTF-8 at byte {error.start}; save it as UTF-8") from None


@lru_cache(maxsize=8)  # a study is what compiled patterns are kept by: the same text is the same study, wherever it is
def of_text(text: str) -> Study:
    """Return the study that a text in YAML describes. Raises PlacedError for the first mistake in it."""
    document = parsed(text)
    try:
        study = Study.model_validate(_keys_as_fields(document.values))
    except ValidationError as error:
        mistakes = [_mistake(document, one) for one in error.errors(include_url=False)]
    else:
        mistakes = [(document.spot(place), reason) for place, reason in _loose_ends(study)]
    # A key that is missing comes last: it was most likely written, but wrongly.
    for spot, reason in sorted(mistakes, key=lambda mistake: (mistake[1].endswith("is missing"), mistake)):
        raise PlacedError(spot.line, f"{spot.path + ': ' if spot.path else ''}{' '.join(reason.split())}")
    return study


def _keys_as_fields(values: Any) -> Any:
    """Return the file's values with each section as a list: an entry's key becomes its name, its languages its cues."""
    if not isinstance(values, dict):
        return values
    languages = _languages(values)
    return {
        # A country has its languages one level down, under names, demonyms and capitals.
        key: _section(value, [] if key == "countries" else languages) if key in SECTIONS else value
        for key, value in values.items()
    }


def _languages(values: dict[str, Any]) -> list[str]:
    languages = values.get("languages")
    return [language for language in languages if isinstance(language, str)] if isinstance(languages, list) else []


def _section(entries: Any, languages: list[str]) -> Any:
    if not isinstance(entries, dict):
        return entries
    return [
        {KEY: key, **_entry(fields, languages)} if isinstance(fields, dict) else fields
        for key, fields in entries.items()
    ]


def _entry(fields: dict[str, Any], languages: list[str]) -> dict[str, Any]:
    cues = {language: words for language, words in fields.items() if language in languages}
    return ({CUES: cues} if cues else {}) | {key: value for key, value in fields.items() if key not in cues}


def _loose_ends(study: Study) -> Iterator[tuple[Place, str]]:
    """Yield place and reason of each name that should be an entry elsewhere in the study and is none."""
    if not study.group(study.region):
        yield ("region",), f'"{study.region}" is none of the groups'
    for i, country in enumerate(study.countries):
        for kind, words in {"names": country.names, "demonyms": country.demonyms, "capitals": country.capitals}.items():
            for language in {*words} - {*study.languages, "en"}:
                yield ("countries", i, kind, language), f'"{language}" is none of the languages'
    codes = {country.code for country in study.countries}
    for i, group in enumerate(study.groups):
        yield from _outside(codes, group.members, ("groups", i, "members"), "countries")
    for section in ("topics", "security", "organisations"):
        concepts: tuple[Concept, ...] = getattr(study, section)
        names = {concept.name for concept in concepts}
        for i, concept in enumerate(concepts):
            yield from _outside(names, concept.includes, (section, i, "includes"), section)


def _outside(known: set[str], names: tuple[str, ...], place: Place, section: str) -> Iterator[tuple[Place, str]]:
    for i, name in enumerate(names):
        if name not in known:
            yield (*place, i), f'"{name}" is none of the {section}'


def _mistake(document: Document, error: ErrorDetails) -> tuple[Spot, str]:
    """Return the spot and the reason of one thing pydantic found."""
    place, spot = error["loc"], document.spot(error["loc"])
    match error["type"]:
        case "extra_forbidden":
            parent = document.spot(place[:-1])
            return replace(spot, path=parent.path), f'unknown key "{place[-1]}"; {_hint(place, document.values)}'
        case "missing":
            return spot, f'"{place[-1]}" is missing'
        case "string_type" if spot.written:
            return spot, f'{spot.written} is not text; quote it: "{spot.written}"'
        case "tuple_type":
            return spot, "must be a list: [one, another]"
        case "dict_type" | "model_type":
            return spot, "must have keys of its own, one a line"
        case "value_error":
            return spot, str(error["ctx"]["error"])
        case _:
            return spot, error["msg"].removeprefix("Input ")


def _hint(place: Place, values: Any) -> str:
    """Return the key that was probably meant instead of the last of a place, else all that are known there."""
    models: dict[str, type[BaseModel]] = {**SECTIONS, "limits": Limits}
    model = models.get(str(place[0]), Study) if len(place) > 1 else Study
    meant = {name: field.alias or name for name, field in model.model_fields.items()}
    meant |= {key: key for key in meant.values()}
    if CUES in meant:
        meant |= {language: language for language in _languages(values)}
        meant["cues"] = next(iter(_languages(values)), CUES)
    meant = {name: key for name, key in meant.items() if key not in (KEY, CUES)}
    close = get_close_matches(str(place[-1]), meant, n=1)
    return f'did you mean "{meant[close[0]]}"?' if close else f"known here: {', '.join(sorted(set(meant.values())))}"
