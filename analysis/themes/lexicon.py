"""The words of a language that give mentions their stance and role, read from `words/*.yml`."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import yaml

from analysis.cue_index import CueIndex

FOLDER = Path(__file__).parent / "words"


@cache
def words(language: str) -> dict[str, list[str]]:
    """Return the words of a language by what they do; none for a language without a file."""
    path = FOLDER / f"{language}.yml"
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader) if path.exists() else {}


@cache
def word_index(languages: tuple[str, ...]) -> CueIndex[str]:
    """Return the index that finds the words of these languages, owned by what they do.

    >>> [(hit.start, hit.owner) for hit in word_index(("en",)).hits("its fight against terrorism", 0, 27)]
    [(4, 'response')]
    """
    return CueIndex(_owned(languages))


def _owned(languages: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for language in languages:
        for role, cues in words(language).items():
            yield from ((cue, role) for cue in cues)
