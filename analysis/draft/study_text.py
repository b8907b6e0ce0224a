"""The text of a drafted `study.yml`, its comments in the template beside it."""

import textwrap
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from analysis.draft.bodies import bodies
from analysis.draft.carried import Carrier, Fields
from analysis.draft.region import WORLD, Region, region
from analysis.draft.survey import Survey
from analysis.draft.terms import FEWEST_ARTICLES, Suggestion, suggestions
from analysis.draft.world import of_the_world
from analysis.study import Country, Group, Study
from analysis.wording.words import count

if TYPE_CHECKING:
    from jinja2 import Template

TEMPLATE = Path(__file__).with_name("study.yml.j2")
WIDTH = 140  # characters of a line
TITLE = "What the articles say"
TITLED = 2 / 3  # of the articles: a region that fewer name is no title


def study_text(found: Survey, study: Study) -> str:
    """Return a study for the articles as YAML: what they name, and the general words of the study given."""
    languages = spoken(found, study)
    about = region(found, study)
    carrier = Carrier(study, found, about.group.members, languages)
    groups = _groups(found, study, about)
    organisations = [body for body in study.organisations if found.concepts[body.name]]
    topics = carrier.worded(study.topics)
    written: str = _template().render(
        title=line(title(about, len(found.own))),
        region=line(about.group.name),
        about=about.articles,
        is_titled=_is_titled(about, len(found.own)),
        languages=line(list(languages)),
        wordless=[(language, articles) for language, articles in found.languages.items() if language not in languages],
        is_world=about.group.name == WORLD,
        others=", ".join(about.others),
        articles=len(found.own),
        stories=found.stories,
        countries="".join(_countries(found, study, groups, carrier)),
        groups="".join(entry(group.name, carrier.group(group), found.groups[group.name]) for group in groups),
        measures=entries(carrier.worded(study.measures)),
        topics=entries(topics, found.concepts),
        security=entries(carrier.worded(study.security), found.concepts),
        organisations=entries(carrier.bodies(organisations), found.concepts) + "".join(_new_bodies(found, study)),
        suggestions=[_suggested(one, {*topics}) for one in suggestions(found, study)],
        fewest=FEWEST_ARTICLES,
    )
    return written


def _template() -> "Template":
    from jinja2 import StrictUndefined, Template

    template: Template = Template(
        TEMPLATE.read_text("utf-8"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return template


def title(about: Region, articles: int) -> str:
    """Return the title of a report on so many articles; it names the region where two thirds of them do."""
    return TITLE + (f" about {about.group.name}" if _is_titled(about, articles) else "")


def _is_titled(about: Region, articles: int) -> bool:
    return about.articles >= TITLED * articles > 0


def spoken(found: Survey, study: Study) -> tuple[str, ...]:
    """Return the languages of the articles that the study given has words for, the commonest first."""
    known = [language for language, _ in found.languages.most_common() if language in study.languages]
    return tuple(known or study.languages[:1])


def _groups(found: Survey, study: Study, about: Region) -> list[Group]:
    """Return the region, then the groups that articles name, the commonest first."""
    named = sorted((group for group in study.groups if found.groups[group.name]), key=lambda g: -found.groups[g.name])
    return [about.group, *(group for group in named if group.name != about.group.name)]


def _countries(found: Survey, study: Study, groups: Iterable[Group], carrier: Carrier) -> Iterator[str]:
    """Yield the countries that articles name, the commonest first, and then those that only belong to a group."""
    by_code = {country.code: country for country in of_the_world(study).countries}
    for code, articles in sorted(found.countries.items(), key=lambda item: (-item[1], item[0])):
        yield _country(by_code[code], carrier, articles)
    belonging = sorted({code for group in groups for code in carrier.members(group)} - set(found.countries))
    if belonging:
        yield "  # Named by no article, but members of the groups below.\n"
    for code in belonging:
        yield _country(by_code[code], carrier, 0)


def _country(country: Country, carrier: Carrier, articles: int) -> str:
    return entry(country.code, carrier.country(country), articles)


def entries(written: Mapping[str, Fields], counted: Mapping[str, int] | None = None) -> str:
    """Return some entries as YAML, with the number of articles that name each."""
    return "".join(entry(name, values, counted.get(name, 0) if counted else 0) for name, values in written.items())


def entry(name: str, values: Fields, articles: int = 0) -> str:
    """Return one entry as YAML, two characters in, with the number of articles that name it as a comment.

    >>> print(entry("KEN", {"name": "Kenya", "capitals": {"en": ["Nairobi"]}}, 3), end="")
      KEN:  # in 3 articles
        name: Kenya
        capitals: {en: [Nairobi]}
    """
    comment = f"  # in {count(articles, 'article')}" if articles else ""
    lines = [f"{line(name)}:{comment}", *(_field(key, value) for key, value in values.items())]
    return textwrap.indent("\n".join(lines), "  ") + "\n"


def _field(key: str, value: Any) -> str:
    """Return a field as YAML, broken where it is longer than a line."""
    first, *rest = _flow(value, WIDTH - len(key)).splitlines()
    return "\n".join([f"  {key}: {first}", *(f"    {text.strip()}" for text in rest)])


def line(value: Any) -> str:
    """Return a value as YAML in one line.

    >>> line("Trade: a study"), line(["en", "no"])
    ("'Trade: a study'", "[en, 'no']")
    """
    return _flow(value, 10**6)


def _flow(value: Any, width: int) -> str:
    # In a list, since alone a text would be followed by the end of a document.
    dumped = yaml.safe_dump([value], allow_unicode=True, sort_keys=False, default_flow_style=True, width=width)
    return str(dumped.strip()[1:-1])


def _new_bodies(found: Survey, study: Study) -> Iterator[str]:
    known = {body.name for body in study.organisations}
    for (name, short), articles in bodies(found.own, study).items():
        if short not in known:
            yield entry(short, {"label": name, "en": [short, name]}, articles)


def _suggested(one: Suggestion, taken: set[str]) -> str:
    """Return a topic that may be wanted, as YAML behind a sign of comment."""
    name = one.terms[0].replace(" ", "_").replace("-", "_")
    while name in taken:
        name += "_"
    taken.add(name)
    written = entry(name, {"label": one.terms[0].capitalize(), "en": list(one.terms)})
    head, _, rest = written.partition("\n")
    counted = f"{head}  # {count(one.times, 'time')} in {count(one.articles, 'article')}\n{rest}"
    return textwrap.indent(counted, "  #", lambda _: True).replace("  #  ", "  # ")
