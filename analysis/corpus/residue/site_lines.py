"""The lines that a site prints around every story of its own, found by comparing its articles. Pure."""

import re
from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import takewhile
from typing import NamedTuple

from analysis.corpus.residue.cuts import Lines, states_amount
from analysis.corpus.residue.titles import is_title
from analysis.corpus.story.lines import is_closed, story_lines
from analysis.records import Residue

EDGE = 8  # lines at the top and at the bottom of a text are its edges
LEAST_AT_EDGE = 3  # stories with the same line at their edge
LEAST_INSIDE = 4  # stories with the same line anywhere, if they are half of the outlet's as well
SHORT_LINE = 12  # words of a line that is residue anywhere
LONGEST_NUMBERED = 120  # characters of a line in which numbers may differ
MOST_HOLDERS = 20  # stories that are remembered for a line
LEAST_TELLING = 5  # words of a line by which stories are told apart
SAME_STORY = 0.5  # share of its text: an article that has more of it in common with another has no vote of its own
_NUMBER = re.compile(r"\d+")


class Story(NamedTuple):
    """What is known of an article when its outlet's lines are compared."""

    outlet: str  # empty: not known, and nothing is compared
    raw_text: str
    removed: Sequence[Residue]


class SiteLines(NamedTuple):
    """The lines that an outlet prints again and again, as hashes of their words."""

    edge: frozenset[int]  # residue at the top and the bottom of a text
    inside: frozenset[int]  # residue anywhere


def site_lines(stories: Sequence[Story]) -> list[tuple[Residue, ...]]:
    r"""Return the further residue of each story: lines that its outlet prints around other stories too.

    A line is residue where it stands at the edge of three different stories of the outlet, or, short and not closed,
    anywhere in four of them that are half of the outlet's. What states an amount stays: agencies repeat paragraphs of
    background, and those are the story. Copies of one story have one vote.

    >>> story = "Tea {} was sold at the auction in the port to buyers from many countries of the north.\nMore to come"
    >>> texts = [story.format(kind) for kind in ("leaf", "dust", "powder")]
    >>> [residue.text for found in site_lines([Story("Daily", text, ()) for text in texts]) for residue in found]
    ['More to come', 'More to come', 'More to come']
    """
    repeated = outlet_lines(stories)
    return [story_residue(story, repeated[story.outlet]) if story.outlet else () for story in stories]


def outlet_lines(stories: Iterable[Story]) -> Mapping[str, SiteLines]:
    """Return for each outlet the lines it repeats; of each story no more than hashes of its lines is kept."""
    tallies: dict[str, _Tally] = defaultdict(_Tally)
    for story in stories:
        if story.outlet:
            tallies[story.outlet].add(story_lines(story.raw_text, story.removed))
    return {outlet: tally.site_lines() for outlet, tally in tallies.items()}


# What is counted of a line: whether stories are told apart by it, and where it stands.
_TELLING, _EDGE, _PARAGRAPH, _INSIDE = 1, 2, 4, 8


class _Tally:
    """The lines of the stories of one outlet, in columns: 14 bytes a line."""

    def __init__(self) -> None:
        self.ends = array("I", [0])  # of each story among the lines
        self.keys = array("q")
        self.lengths = array("I")
        self.kinds = array("B")

    def add(self, lines: Lines) -> None:
        """Take the lines of a story, those of the same key once."""
        edge = {line.start for line in (*lines[:EDGE], *lines[-EDGE:])}
        found: dict[int, tuple[int, int]] = {}
        for line in lines:
            key = _key(line.text)
            found[key] = len(line.text), found.get(key, (0, 0))[1] | _kind(line.text, at_edge=line.start in edge)
        self.keys.extend(found)
        self.lengths.extend(length for length, _ in found.values())
        self.kinds.extend(kind for _, kind in found.values())
        self.ends.append(len(self.keys))

    def site_lines(self) -> SiteLines:
        """Return the lines that enough stories hold; of a whole paragraph at the edge, half of the outlet's must."""
        if len(self.ends) <= LEAST_AT_EDGE:
            return SiteLines(frozenset(), frozenset())
        repeated = _Repeated(self)
        half = sum(repeated.is_new(at) for at in range(len(self.ends) - 1)) / 2
        return SiteLines(
            repeated.at_least(LEAST_AT_EDGE, _EDGE) | repeated.at_least(max(LEAST_AT_EDGE, half), _PARAGRAPH),
            repeated.at_least(max(LEAST_INSIDE, half), _INSIDE),
        )


class _Repeated:
    """The lines that more than one story of an outlet holds, and how many stories do that are no copies."""

    def __init__(self, tally: _Tally) -> None:
        import numpy as np

        from analysis.corpus.holders import Holders

        self._ends = tally.ends
        self._keys, self._lengths, self._kinds = map(np.asarray, (tally.keys, tally.lengths, tally.kinds))
        self._holders = Holders([self._keys], MOST_HOLDERS)
        self._counts = {kind: np.zeros(len(self._holders.keys), np.uint32) for kind in (_EDGE, _PARAGRAPH, _INSIDE)}

    def is_new(self, story: int) -> bool:
        """Return whether a story is none of those before it, and count its lines then."""
        lines = slice(self._ends[story], self._ends[story + 1])
        places, known = self._holders.places(self._keys[lines])
        kinds, lengths = self._kinds[lines], self._lengths[lines]
        telling = kinds[known] & _TELLING > 0
        _, shared = self._holders.weights(places[telling], lengths[known][telling])
        if shared.max(initial=0) > SAME_STORY * lengths[kinds & _TELLING > 0].sum():
            return False
        self._holders.put(story, places[telling])
        for kind, counts in self._counts.items():
            counts[places[kinds[known] & kind > 0]] += 1
        return True

    def at_least(self, least: float, kind: int) -> frozenset[int]:
        """Return the lines that so many stories hold."""
        return frozenset(self._holders.keys[self._counts[kind] >= least].tolist())


def _kind(text: str, *, at_edge: bool) -> int:
    closed = is_closed(text)
    return (
        (_TELLING if len(text.split()) >= LEAST_TELLING else 0)
        | (_EDGE if at_edge and not closed else 0)
        | (_PARAGRAPH if at_edge and closed else 0)
        | (_INSIDE if _is_short(text) else 0)
    )


def _key(text: str) -> int:
    """Return a hash of the line; in one of a few words numbers that are no amounts are alike: "1204 views"."""
    if len(text) > LONGEST_NUMBERED:
        return hash(text)
    words = " ".join(text.split()).casefold()
    return hash(words if states_amount(text) else _NUMBER.sub("0", words))


def _is_short(text: str) -> bool:
    return not is_closed(text) and len(text.split()) <= SHORT_LINE


def story_residue(story: Story, repeated: SiteLines) -> tuple[Residue, ...]:
    """Return the lines of a story that its outlet repeats, with what stands between them and the edge of the text."""
    lines = story_lines(story.raw_text, story.removed)
    found = {at for at, line in enumerate(lines) if _is_short(line.text) and _key(line.text) in repeated.inside}
    found |= _at_edge(lines, range(min(EDGE, len(lines))), repeated)
    found |= _at_edge(lines, range(len(lines) - 1, max(-1, len(lines) - 1 - EDGE), -1), repeated)
    found -= _only_title(lines)
    return tuple(Residue(lines[at].start, lines[at].end, lines[at].text, "site_line") for at in sorted(found))


def _at_edge(lines: Lines, inwards: range, repeated: SiteLines) -> set[int]:
    """Return the repeated lines met on the way from the edge inwards, and what lies before them.

    A sentence or a long line that is not repeated, or a sentence that states an amount, is the story and ends the way.
    At the top a title stays.
    """
    found: set[int] = set()
    between: set[int] = set()
    for at in inwards:
        text = lines[at].text
        is_repeated = _key(text) in repeated.edge
        if is_closed(text) and states_amount(text) or not is_repeated and not _is_short(text) and not is_title(text):
            break
        if is_repeated:
            found |= between | {at}
        elif inwards.step < 0 or not is_title(text):
            between.add(at)
    return found


def _only_title(lines: Lines) -> set[int]:
    """Return the one line above the story's first paragraph that can be the title, where there is but one."""
    head = takewhile(lambda at: not is_closed(lines[at].text), range(len(lines)))
    titles = {at for at in head if is_title(lines[at].text)}
    return titles if len(titles) == 1 else set()
