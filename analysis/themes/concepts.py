"""Where topics, security themes and organisations stand in a text, exclusions applied. Pure."""

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from analysis.cue_index import CueIndex, Hit, longest, uncovered
from analysis.records import Sentence
from analysis.study import Concept, Study


class Theme(NamedTuple):
    """A concept of the study under the taxonomy it belongs to."""

    taxonomy: str
    name: str


class _Cue(NamedTuple):
    theme: Theme
    effect: str  # cue, not, not_near


def themes(study: Study) -> dict[str, tuple[Concept, ...]]:
    """Return the study's concepts by taxonomy."""
    return {"topic": study.topics, "security": study.security, "organisation": study.organisations}


@lru_cache(maxsize=16)
def concept_index(study: Study, languages: tuple[str, ...]) -> CueIndex[_Cue]:
    """Return the index of all concepts' cues and exclusions in these languages."""
    return CueIndex(_cues(study, languages))


def _cues(study: Study, languages: tuple[str, ...]) -> Iterator[tuple[str, _Cue]]:
    for taxonomy, concepts in themes(study).items():
        for concept in concepts:
            theme = Theme(taxonomy, concept.name)
            for language in languages:
                yield from ((cue, _Cue(theme, "cue")) for cue in concept.cues.get(language, ()))
            yield from ((cue, _Cue(theme, "not")) for cue in concept.exclude)
            yield from ((cue, _Cue(theme, "not_near")) for cue in concept.exclude_near)


@lru_cache(maxsize=16)
def _includers(study: Study) -> dict[Theme, list[Theme]]:
    """Return for each concept those that its mentions count for too: oil and gas for energy."""
    includers: dict[Theme, list[Theme]] = defaultdict(list)
    for taxonomy, concepts in themes(study).items():
        for concept in concepts:
            for name in concept.includes:
                includers[Theme(taxonomy, name)].append(Theme(taxonomy, concept.name))
    return includers


def concept_hits(text: str, sentence: Sentence, study: Study, languages: tuple[str, ...]) -> list[Hit[Theme]]:
    """Return the places of a sentence where concepts stand, each concept's longest cues only."""
    found: dict[Theme, dict[str, list[Hit[_Cue]]]] = defaultdict(lambda: defaultdict(list))
    for hit in concept_index(study, languages).hits(text, sentence.start, sentence.end):
        found[hit.owner.theme][hit.owner.effect].append(hit)
    standing: dict[Theme, list[Hit[Theme]]] = defaultdict(list)
    for theme, hits in found.items():
        if not hits["not_near"]:
            for counted in (theme, *_includers(study).get(theme, ())):
                standing[counted] += [Hit(hit.start, hit.end, counted) for hit in uncovered(hits["cue"], hits["not"])]
    return [hit for hits in standing.values() for hit in longest(hits)]
