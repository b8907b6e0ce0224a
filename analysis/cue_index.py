"""All cues of many owners, found in one walk over the words of a text. Pure."""

import re
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Generic, NamedTuple, TypeVar

from analysis.cues import expression

Owner = TypeVar("Owner")
BEGINNING = re.compile(r"(?<!\w)\w{1,4}")  # what a word is looked up by: "nucl" of "nuclear"
WORD_START = r"(?<!\w.)"  # behind its first letter


class Hit(NamedTuple, Generic[Owner]):
    """A cue of an owner in a text, from `start` to `end`."""

    start: int
    end: int
    owner: Owner


class CueIndex(Generic[Owner]):
    """Cues by the first letters of their first word: a text's words are compared only with cues that begin alike."""

    def __init__(self, owned_cues: Iterable[tuple[str, Owner]]) -> None:
        """Take cues with their owners; several owners may share a cue."""
        owners: dict[str, list[Owner]] = defaultdict(list)
        for cue, owner in owned_cues:
            owners[cue].append(owner)
        self._by_beginning: dict[str, list[tuple[str, list[Owner]]]] = defaultdict(list)
        for cue, its_owners in owners.items():
            self._by_beginning[BEGINNING.findall(cue)[0].lower()].append((cue, its_owners))
        self._beginning = re.compile(_beginnings_pattern(owners))
        self._candidates: dict[str, tuple[re.Pattern[str], list[tuple[str, list[Owner]]]]] = {}

    def hits(self, text: str, start: int, end: int) -> Iterator[Hit[Owner]]:
        """Yield every cue between two offsets in reading order, overlapping ones too.

        >>> list(CueIndex([("nuclear power", 1), ("power plant*", 2)]).hits("Nuclear power plants", 0, 20))
        [Hit(start=0, end=13, owner=1), Hit(start=8, end=20, owner=2)]
        """
        for word in self._beginning.finditer(text, start, end):
            letters = word[0]
            if letters not in self._candidates:
                self._candidates[letters] = self._cues_beginning(letters.lower())
            any_of_them, cues = self._candidates[letters]
            if any_of_them.match(text, word.start(), end):
                for cue, owners in cues:
                    if found := _compiled(cue).match(text, word.start(), end):
                        yield from (Hit(found.start(), found.end(), owner) for owner in owners)

    def _cues_beginning(self, letters: str) -> tuple[re.Pattern[str], list[tuple[str, list[Owner]]]]:
        # A cue's first word may be shorter than the letters: "us" is looked at for "use", and fails.
        beginnings = (letters[:length] for length in range(1, len(letters) + 1))
        cues = [cue for beginning in beginnings for cue in self._by_beginning.get(beginning, ())]
        return re.compile(rf"(?:{'|'.join(expression(cue) for cue, _ in cues)})(?!\w)" if cues else "(?!)"), cues


def _beginnings_pattern(cues: Iterable[str]) -> str:
    """Return a pattern for words that begin like any cue, to its fourth letter; other words are skipped.

    A small letter at a cue's head stands for its capital too.

    >>> re.findall(_beginnings_pattern(["Oman", "trade"]), "Oman, Omsk and Trade, not Ohio or oman")
    ['Oman', 'Trad']
    """
    beginnings = {BEGINNING.findall(cue)[0] for cue in cues}
    heads = {first + letters[1:].lower() for letters in beginnings for first in (letters[0], letters[0].upper())}
    branches = (
        f"{re.escape(first)}{WORD_START}{_letters_behind({letters[1:] for letters in group})}"
        for first, group in groupby(sorted(heads), key=itemgetter(0))
    )
    return "|".join(branches) or "(?!)"


def _letters_behind(endings: set[str]) -> str:
    """Return a pattern for the longest of the endings, in small letters or capitals."""
    branches = [
        f"[{re.escape(first + first.upper())}]{_letters_behind({letters[1:] for letters in group})}"
        for first, group in groupby(sorted(endings - {""}), key=itemgetter(0))
    ]
    return f"(?:{'|'.join(branches)}){'?' * ('' in endings)}" if branches else ""


@cache  # most cues of a study stand in no article, and are never compiled
def _compiled(cue: str) -> re.Pattern[str]:
    return re.compile(rf"{expression(cue)}(?!\w)")


def longest(hits: Iterable[Hit[Owner]]) -> list[Hit[Owner]]:
    """Return the hits in reading order without those that overlap a longer one, or the same words again.

    >>> longest([Hit(0, 5, "a"), Hit(0, 11, "b"), Hit(20, 24, "c")])
    [Hit(start=0, end=11, owner='b'), Hit(start=20, end=24, owner='c')]
    """
    kept: list[Hit[Owner]] = []  # in reading order: only the neighbours of a place can overlap it
    for hit in sorted(hits, key=lambda hit: (hit.start - hit.end, hit.start)):
        i = bisect(kept, hit.start, key=lambda other: other.start)
        if (i == 0 or kept[i - 1].end <= hit.start) and (i == len(kept) or hit.end <= kept[i].start):
            kept.insert(i, hit)
    return kept


def uncovered(hits: Iterable[Hit[Owner]], phrases: Iterable[Hit[Owner]]) -> list[Hit[Owner]]:
    """Return the hits that lie within none of the phrases.

    >>> uncovered([Hit(0, 5, "trade"), Hit(9, 14, "trade")], [Hit(9, 20, "trade union")])
    [Hit(start=0, end=5, owner='trade')]
    """
    covers = longest(phrases)
    standing = []
    for hit in hits:
        i = bisect(covers, hit.start, key=lambda cover: cover.start)
        if i == 0 or covers[i - 1].end < hit.end:
            standing.append(hit)
    return standing
