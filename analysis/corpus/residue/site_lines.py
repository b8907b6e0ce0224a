"""The lines that a site prints around every story of its own, found by comparing its articles. Pure."""

import re
from collections import Counter, defaultdict
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


class _Tally:
    """How many different stories of one outlet hold a line."""

    def __init__(self) -> None:
        self.stories = 0
        self.edge: Counter[int] = Counter()
        self.paragraphs: Counter[int] = Counter()  # sentences at an edge
        self.inside: Counter[int] = Counter()
        self.holders: dict[int, list[int]] = {}  # hash of a line -> numbers of the first stories that hold it

    def add(self, lines: Lines) -> None:
        """Count the lines of a story, if it is none of those counted before."""
        lengths = {_key(line.text): len(line.text) for line in lines if len(line.text.split()) >= LEAST_TELLING}
        if self._is_known(lengths):
            return
        for key in lengths:
            holders = self.holders.setdefault(key, [])
            if len(holders) < MOST_HOLDERS:
                holders.append(self.stories)
        self.stories += 1
        edge = {line.text for line in (*lines[:EDGE], *lines[-EDGE:])}
        self.edge.update({_key(text) for text in edge if not is_closed(text)})
        self.paragraphs.update({_key(text) for text in edge if is_closed(text)})
        self.inside.update({_key(line.text) for line in lines if _is_short(line.text)})

    def _is_known(self, lengths: Mapping[int, int]) -> bool:
        shared: Counter[int] = Counter()
        for key, length in lengths.items():
            shared.update(dict.fromkeys(self.holders.get(key, ()), length))
        return bool(shared) and max(shared.values()) > SAME_STORY * sum(lengths.values())

    def site_lines(self) -> SiteLines:
        """Return the lines that enough stories hold; of a whole paragraph at the edge, half of the outlet's must."""
        half = self.stories / 2
        return SiteLines(
            _at_least(LEAST_AT_EDGE, self.edge) | _at_least(max(LEAST_AT_EDGE, half), self.paragraphs),
            _at_least(max(LEAST_INSIDE, half), self.inside),
        )


def _at_least(least: float, counts: Counter[int]) -> frozenset[int]:
    return frozenset(key for key, count in counts.items() if count >= least)


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
