"""What came of each correction: applied, without its place, or of an article that is not in this report. Pure."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass

from analysis.records import Correction
from analysis.wording.words import listed

NAME = "corrections.csv"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one row; neither applied nor with a problem: its article is not among those asked for."""

    correction: Correction
    applied: bool = False
    problem: str = ""  # what is wrong and what to do
    was: str = ""  # what stood there before
    figure_ids: tuple[str, ...] = ()  # the figures that it changed
    sentences: tuple[tuple[int, int], ...] = ()  # where it changed who speaks: start and end in the raw text


@dataclass(frozen=True, slots=True)
class Corrections:
    """The rows that wait for their turn, and what came of the others, by line."""

    waiting: tuple[Correction, ...] = ()
    outcomes: tuple[Outcome, ...] = ()

    def settled(self, outcomes: Iterable[Outcome]) -> "Corrections":
        """Return the corrections with those rows settled."""
        told = {outcome.correction.line: outcome for outcome in (*self.outcomes, *outcomes)}
        waiting = tuple(row for row in self.waiting if row.line not in told)
        return Corrections(waiting, tuple(told[line] for line in sorted(told)))


def problem_line(line: int, problem: str) -> str:
    """Return a problem as the command line prints it.

    >>> problem_line(7, "the column `article_id` is empty; name the article")
    'corrections.csv, line 7: the column `article_id` is empty; name the article'
    """
    return f"{NAME}, line {line}: {problem}"


def quoted(words: str, longest: int = 60) -> str:
    """Return words of a row as a message shows them: on one line, cut if long.

    >>> quoted("more than   $5 billion")
    '“more than $5 billion”'
    """
    line = " ".join(words.split())
    return f"“{line if len(line) <= longest else line[: longest - 1] + '…'}”"


def key(words: str) -> str:
    """Return words as they are compared: whatever their capitals and white space.

    >>> key("$ 27 Billion") == key("$27 billion")
    True
    """
    return "".join(words.casefold().split())


def contradictions(placed: Iterable[tuple[Hashable, Correction]]) -> Iterator[Outcome]:
    """Yield the rows that say different things of one place; a place is anything that names it."""
    of_place: Mapping[Hashable, list[Correction]] = defaultdict(list)
    for place, row in placed:
        of_place[place].append(row)
    against: Mapping[int, set[int]] = defaultdict(set)
    for rows in of_place.values():
        for row in rows:
            against[row.line].update(other.line for other in rows if says(other) != says(row))
    for row in {row.line: row for rows in of_place.values() for row in rows}.values():
        if lines := sorted(against[row.line]):
            named = f"line{'s' * (len(lines) > 1)} {listed([str(line) for line in lines])}"
            yield Outcome(row, problem=f"contradicts {named}; keep one of them")


def says(row: Correction) -> tuple[str, str]:
    """Return what a row says of its place; a rejection says the same whatever stands in `new`."""
    return row.what, "" if row.what == "reject" else key(row.new)


def outcome_rows(outcomes: Iterable[Outcome]) -> Iterator[Mapping[str, object]]:
    """Yield the row of each correction in the table of corrections."""
    for outcome in outcomes:
        told = {"applied": outcome.applied, "problem": outcome.problem, "was": outcome.was}
        yield {**asdict(outcome.correction), **told, "figure_ids": outcome.figure_ids}


def what_was_corrected(outcomes: Iterable[Outcome]) -> dict[object, tuple[str, ...]]:
    """Return what was corrected of each figure, by its id: value, speaker or both."""
    of_figure: dict[object, tuple[str, ...]] = {}
    for outcome in outcomes:
        if outcome.correction.what in ("value", "speaker"):
            for figure_id in outcome.figure_ids:
                kinds = {*of_figure.get(figure_id, ()), outcome.correction.what}
                of_figure[figure_id] = tuple(sorted(kinds))
    return of_figure
