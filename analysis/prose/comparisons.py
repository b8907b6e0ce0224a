"""Every pair of amounts that was compared, with its verdict; of many, who differs with whom. Pure."""

import math
from collections.abc import Iterable, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis.computed import computed
from analysis.prose.cuts import cut, is_long
from analysis.prose.describe import amount_in_words, short_source
from analysis.prose.differences import ORDER, compared_figures
from analysis.prose.markup import Html, cite, paragraph, table
from analysis.prose.rows import figures_said, labels, named, told
from analysis.reconcile.conflicts import APART
from analysis.wording.gaps import apart
from analysis.wording.periods import period_name
from analysis.wording.sizes import LISTED, MANY, MASSES
from analysis.wording.words import count, last_name, listed, words

if TYPE_CHECKING:
    from analysis.workbench import Corpus

MOST_NAMED = 20  # amounts that are named as not compared; the others are counted
FEWEST_NAMED = 5  # of very many
MOST_TELLERS = 10  # pairs of speakers who differ
MOST_PAIRS = 100  # rows of the table; the others stand in the data
HEAD = ("About", "Lower", "Higher", "Apart", "What follows", "Why it may be so")
NONE = "No two amounts are of one measure, between the same parties and for times that can be compared."


@computed
def comparisons(corpus: "Corpus") -> Html:
    """Return the pairs of amounts that were compared, those that cannot both be right first.

    Of five hundred stories or more they are grouped by who differs with whom; of five thousand they are a queue for
    review, the widest gaps between most independent origins first.
    """
    stories, unsure = len(told(corpus)), not_compared(corpus)
    if corpus.conflicts.empty:
        return Html(paragraph(NONE, "note") + unsure)
    by_id = compared_figures(corpus)
    pairs = [row for row in named(corpus.conflicts) if set(row.figure_ids.split("|")) <= by_id.keys()]
    if stories >= MASSES:
        origins = dict(zip(corpus.observations["observation_id"], corpus.observations["origins"], strict=True))
        pairs.sort(key=lambda row: -weight(row, origins))
    else:
        pairs.sort(key=lambda row: (rank(row), -row.gap_low))
    most = LISTED if stories >= MANY else MOST_PAIRS
    shown = pair_table(pairs[:most], by_id, labels(corpus))
    if stories < MANY:
        return Html(shown + left_over(len(pairs) - most) + unsure)
    order = "most urgent to review (gap times origins)" if stories >= MASSES else "farthest apart"
    all_told = cut(min(most, len(pairs)), len(pairs), order, "conflicts")
    return Html(by_origins(pairs, by_id) + in_conflict(corpus) + shown + all_told + unsure)


def rank(row: Any) -> int:
    """Return how soon a verdict is read: what cannot both be right first, what is not decided last."""
    return ORDER.index(row.verdict) if row.verdict in ORDER else len(ORDER) + (row.verdict == "undetermined")


def weight(row: Any, origins: dict[str, int]) -> float:
    """Return how urgent a pair is to review: its gap times the independent origins of both amounts."""
    if row.verdict not in APART:
        return 0.0
    return float(row.gap_low) * sum(int(origins.get(one, 1)) for one in row.observation_ids.split("|"))


def pair_table(pairs: Iterable[Any], by_id: dict[str, Any], names: dict[str, str]) -> str:
    """Return pairs as a table, each amount a citation."""
    rows = [pair_row(row, [by_id[one] for one in row.figure_ids.split("|")], names) for row in pairs]
    return table("Amounts that were compared", HEAD, rows, name="comparisons")


def pair_row(row: Any, pair: Sequence[Any], names: dict[str, str]) -> tuple[str, ...]:
    """Return one pair as a row."""
    when = f", {escape(period_name(row.period))}" if row.period else ""
    low, high = (f"{amount_in_words(figure)} {short_source(figure)}" for figure in pair)
    condition = f" {escape(row.condition)}" if row.condition else ""
    verdict = words()["verdicts"][row.verdict].format(all="both")
    if row.verdict == "undetermined" and condition:
        verdict += f"; {'at odds' if row.gap_low else 'can go together'}{condition}"
    else:
        verdict += condition
    odd = "; odd side by side" if row.tension else ""
    return (
        escape(names.get(row.measure, row.measure)) + when,
        low,
        high,
        # Between two changes in percent, a distance in percent would be taken for a change.
        "—" if pair[0].change and pair[0].unit == "%" else distance(row),
        verdict + odd,
        escape(row.reasons),
    )


def distance(row: Any) -> str:
    """Return how far two amounts lie apart; nothing where their words meet, or one is a part of the other."""
    if row.verdict == "part_of_whole" or not row.gap_low:
        return "—"
    return apart(float(row.gap_low), math.inf if pd.isna(row.gap_high) else float(row.gap_high))


def left_over(number: int) -> str:
    """Return how many pairs stand in the data alone, if any."""
    return paragraph(f"{count(number, 'further pair')}: in data/conflicts.csv.", "note") if number > 0 else ""


def not_compared(corpus: "Corpus") -> str:
    """Return which amounts are compared with none, since it is not known whose they are or what they count."""
    single = {measure.name for measure in corpus.study.measures if measure.single}
    figures = figures_said(corpus)
    found = figures[figures["measure"].isin(single) & ((figures["parties"] == "") | (figures["unit"] == ""))]
    if found.empty:
        return ""
    most = FEWEST_NAMED if is_long(len(found), corpus) else MOST_NAMED
    shown = listed([cite(figure) for figure in named(found.head(most))] + rest(len(found) - most))
    return paragraph(f"Not compared, since whose they are or what they count is not known: {shown}.", "note")


def rest(number: int) -> list[str]:
    """Return how many more there are, if any."""
    return [f"{number:,} more"] if number > 0 else []


def by_origins(pairs: Iterable[Any], by_id: dict[str, Any]) -> str:
    """Return who differs with whom: the pairs that cannot both be right, by the two who state the amounts."""
    groups: dict[tuple[str, ...], list[Any]] = {}
    for row in pairs:
        if row.verdict in APART:
            tellers = sorted(teller(by_id[one]) for one in row.figure_ids.split("|"))
            groups.setdefault(tuple(tellers), []).append(row)
    ranked = sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))
    shown = ranked[:MOST_TELLERS]
    rows = [(escape(a), escape(b), f"{len(of_two):,}", widest(of_two, by_id)) for (a, b), of_two in shown]
    head = ("One", "Other", "Pairs that cannot both be right", "The two that lie farthest apart")
    all_told = cut(len(rows), len(ranked), "pairs of speakers who differ most often", "conflicts")
    return table("Who differs with whom", head, rows, name="origins") + all_told if rows else ""


def teller(figure: Any) -> str:
    """Return who states an amount."""
    return last_name(figure.speaker) or f"article {figure.reference}"


def widest(pairs: Iterable[Any], by_id: dict[str, Any]) -> str:
    """Return the two amounts that lie farthest apart, each a citation."""
    farthest = max(pairs, key=lambda row: row.gap_low)
    low, high = (amount_in_words(by_id[one]) for one in farthest.figure_ids.split("|"))
    return f"{low} · {high}, {distance(farthest)}"


def in_conflict(corpus: "Corpus") -> str:
    """Return how many of the statements that can be compared are at odds with another."""
    conflicts = corpus.conflicts
    compared = {one for ids in conflicts["observation_ids"] for one in ids.split("|")}
    apart_rows = conflicts[conflicts["verdict"].isin(APART)]
    at_odds = {one for ids in apart_rows["observation_ids"] for one in ids.split("|")}
    share = f" ({100 * len(at_odds) / len(compared):.0f} %)" if compared else ""
    of = f"{len(at_odds):,} of {count(len(compared), 'amount')} that can be compared{share}"
    return paragraph(f"{of} cannot be right together with another.", "note")
