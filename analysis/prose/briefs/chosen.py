"""What a brief of a country shows: as many of its figures, statements and sentences as two pages hold. Pure.

The choice is made by rule. Articles take turns, the newest first; of an article, sentences with a measure, a kind of
statement or a theme that it has not shown yet come first, and those with more of them. Amounts that differ from another
come before all others, then those that few parties share. Of the sentences that only speak of the country, the first
ones give each of the commonest themes its sentence.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis.computed import once
from analysis.prose.differences import differences_found
from analysis.prose.rows import named, of_stories
from analysis.prose.spoken import mentions_of

if TYPE_CHECKING:
    from analysis.workbench import Corpus

FIGURE_SENTENCES, STATEMENT_SENTENCES, OTHER_SENTENCES = 6, 5, 7  # at most so many of each
FIGURE_ROOM, STATEMENT_ROOM, OTHER_ROOM = 2_500, 1_300, 1_600  # characters for each
FIGURE_ROW, PARTY = 120, 12  # characters of the line below its sentence for each figure, and for each of its parties
THEMES = 6  # topics, and as many security themes, that are counted

# Of themes there are many: only these columns are looked at.
OF_THEMES = ["article_id", "sentence_start", "start", "taxonomy", "concept", "label", "stance"]

Key = tuple[str, int]  # article_id and sentence_start: what names a sentence
Rows = Mapping[Key, Sequence[Any]]  # the rows of a table by sentence


@dataclass(frozen=True)
class Chosen:
    """All rows of one country, and the sentences that its brief shows of each kind, in order; each stands once."""

    figures: Rows  # with the country among their parties
    statements: Rows  # with the country among their parties
    mentions: Rows  # places where the country is spoken of
    themes: Rows  # topics and security themes in these sentences
    of_figures: tuple[Key, ...]
    of_statements: tuple[Key, ...]
    of_mentions: tuple[Key, ...]

    @property
    def shown(self) -> tuple[Key, ...]:
        """Return every sentence that is shown."""
        return self.of_figures + self.of_statements + self.of_mentions

    def more(self, rows: Rows) -> int:
        """Return how many sentences of some rows are not shown."""
        return len(rows.keys() - set(self.shown))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may be shown."""

    key: Key
    said_on: str
    length: int  # characters that it takes
    what: Collection[str]  # what it is about
    sharing: int = 0  # parties that share its amounts


@once
def chosen(corpus: "Corpus", country: str) -> Chosen:
    """Return what a country's brief shows, and of how much."""
    figures = by_sentence(of_stories(corpus, of_party(corpus.figures, country)))
    statements = by_sentence(of_stories(corpus, of_party(corpus.statements, country)))
    mentions = by_sentence(of_stories(corpus, mentions_of(corpus, country, "spoken_of")))
    themes = themes_beside(corpus, mentions)
    turns = in_turn(map(with_amounts, figures.values()))
    beside = opposed(corpus)
    turns.sort(key=lambda one: not any(figure.figure_id in beside for figure in figures[one.key]))
    of_figures = fitting(turns, most=FIGURE_SENTENCES, room=FIGURE_ROOM)
    turns = without(in_turn(map(with_statements, statements.values())), of_figures)
    of_statements = fitting(turns, most=STATEMENT_SENTENCES, room=STATEMENT_ROOM)
    taken = of_figures + of_statements
    turns = without(in_turn(speaking_of_it(mentions, themes)), taken)
    of_mentions = fitting(first_of_each(turns, themes, taken), most=OTHER_SENTENCES, room=OTHER_ROOM)
    return Chosen(figures, statements, mentions, themes, of_figures, of_statements, of_mentions)


@once
def opposed(corpus: "Corpus") -> set[str]:
    """Return the figures that page one of the report sets beside others."""
    return {figure.figure_id for found in differences_found(corpus) for figure in found.amounts}


def of_party(rows: pd.DataFrame, country: str) -> pd.DataFrame:
    """Return the rows with a country itself among their parties: not those about a group that it belongs to."""
    parties = "|" + rows["parties"] + "|"
    for direction in ("from_party", "to_party"):
        if direction in rows:
            parties += rows[direction] + "|"
    return rows[parties.str.contains(f"|{country}|", regex=False)]


def themes_beside(corpus: "Corpus", mentions: Rows) -> Rows:
    """Return the mentions of topics and security themes in some sentences."""
    found = corpus.mentions
    inside = found["taxonomy"].isin(["topic", "security"]) & found["article_id"].isin(
        {article for article, _ in mentions}
    )
    themes = found.loc[inside, OF_THEMES]
    there = pd.MultiIndex.from_frame(themes[["article_id", "sentence_start"]]).isin(list(mentions))
    return by_sentence(themes[there].sort_values(["article_id", "start"], kind="stable"))


def by_sentence(rows: pd.DataFrame) -> Rows:
    """Return the rows of each sentence, in their order."""
    found: dict[Key, list[Any]] = {}
    for row in named(rows):
        found.setdefault(key(row), []).append(row)
    return found


def key(row: Any) -> Key:
    """Return what names the sentence of a row."""
    return row.article_id, int(row.sentence_start)


def with_amounts(figures: Sequence[Any]) -> Candidate:
    """Return the sentence of some figures."""
    first, parties = figures[0], min(one.parties.count("|") for one in figures)
    length = len(first.sentence) + sum(FIGURE_ROW + PARTY * (one.parties.count("|") + 1) for one in figures)
    return Candidate(key(first), first.said_on, length, {one.measure for one in figures}, parties)


def with_statements(statements: Sequence[Any]) -> Candidate:
    """Return the sentence of some statements."""
    first = statements[0]
    return Candidate(key(first), first.said_on, len(first.sentence), {one.type for one in statements})


def speaking_of_it(mentions: Rows, themes: Rows) -> Iterator[Candidate]:
    """Yield the sentences that speak of a country, each with its themes."""
    for place, (first, *_) in mentions.items():
        concepts = {theme.concept for theme in themes.get(place, ())}
        yield Candidate(place, first.said_on, len(first.sentence), concepts or {""})


def in_turn(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return sentences with the articles in turn, the newest first, and of each article what is new in it first."""
    times, turns = Counter[tuple[str, str]](), Counter[tuple[str, int]]()
    ranked, placed = [], []
    for one in sorted(candidates, key=lambda one: one.key):
        about = [(one.key[0], what) for what in one.what]
        ranked.append((one.sharing, min(times[each] for each in about), -len(about), one))
        times.update(about)
    for sharing, _, _, one in sorted(ranked, key=lambda rank: rank[:3]):
        placed.append((sharing, turns[one.key[0], sharing], one))
        turns[one.key[0], sharing] += 1
    newest = sorted(placed, key=lambda place: place[2].said_on, reverse=True)
    return [one for _, _, one in sorted(newest, key=lambda place: place[:2])]


def first_of_each(turns: Sequence[Candidate], themes: Rows, shown: Iterable[Key]) -> list[Candidate]:
    """Return sentences with one for each of the commonest themes first, unless one that is shown speaks of it."""
    told = {theme.concept for place in shown for theme in themes.get(place, ())}
    first: dict[Key, Candidate] = {}
    for theme, _ in commonest(themes):
        if theme.concept not in told:
            one = next(one for one in turns if theme.concept in one.what)
            first[one.key] = one
            told.update(one.what)
    return [*first.values(), *(one for one in turns if one.key not in first)]


def commonest(themes: Rows) -> list[tuple[Any, int]]:
    """Return a mention of each of the commonest topics, then security themes, with its number of sentences."""
    times = Counter(concept for rows in themes.values() for concept in {row.concept for row in rows})
    known = {row.concept: row for rows in themes.values() for row in rows}
    order = sorted(known.values(), key=lambda row: (-times[row.concept], row.label))
    found = [[row for row in order if row.taxonomy == kind][:THEMES] for kind in ("topic", "security")]
    return [(row, times[row.concept]) for kind in found for row in kind]


def without(turns: Iterable[Candidate], shown: Iterable[Key]) -> list[Candidate]:
    """Return the sentences that are not shown yet."""
    taken = set(shown)
    return [one for one in turns if one.key not in taken]


def fitting(turns: Iterable[Candidate], *, most: int, room: int) -> tuple[Key, ...]:
    """Return the first sentences that fit into so many characters; one too long for what is left is passed over."""
    found: list[Key] = []
    for one in turns:
        if len(found) < most and one.length <= room:
            room -= one.length
            found.append(one.key)
    return tuple(found)
