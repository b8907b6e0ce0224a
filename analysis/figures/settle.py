"""What a figure takes from the figures beside it: its whole, an inferred period, the date a position holds. Pure."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from analysis.figures.lexicon import one_of, small, word_of, words
from analysis.records import TRADE, Article, Figure
from analysis.study import Study

PART_OF_YEAR = re.compile(r"(?P<year>\d{4})-(?:[HQ]\d|\d\d/\d{4}-\d\d)")  # "2022-H1", "2023-01/2023-09"
FULL_YEAR = re.compile(r"\d{4}")
WITHOUT = frozenset({"other", "growth"})  # measures that an amount has where its own words name none
LEAD, TO_AMOUNT = 80, 3  # characters and words before an amount in which "it stood at" stands
HOLDS_AT_A_DATE = frozenset({"position", "cumulative", "level"})


@cache
def part_pattern(language: str) -> re.Pattern[str]:
    """Return a pattern for words that make an amount a part of the one before: "of which"."""
    return re.compile(rf"{word_of(words(language)['part_cues'])}\b")


@cache
def count_pattern(language: str) -> re.Pattern[str]:
    """Return a pattern for the number of years in a span: "in five years"."""
    lists = words(language)
    return re.compile(rf"(?P<n>\d{{1,3}}|{one_of(lists['numbers'])})\s+{one_of(lists['periods']['years'])}\b")


def parts(figures: Sequence[Figure], language: str) -> list[Figure]:
    """Return a sentence's figures, each part pointing at the whole before it: "4 million citizens, of which 160,000".

    A part has the measure, the parties and the direction of its whole.
    """
    done: list[Figure] = []
    for figure in figures:
        whole = done[-1] if done else None
        between = (
            figure.sentence[whole.end - figure.sentence_start : figure.start - figure.sentence_start] if whole else ""
        )
        if whole and figure.kind == whole.kind and not figure.change and part_pattern(language).search(small(between)):
            figure = replace(
                figure,
                part_of=whole.part_of or whole.figure_id,
                measure=whole.measure,
                parties=whole.parties,
                from_party=whole.from_party,
                to_party=whole.to_party,
            )
        done.append(figure)
    return done


@cache
def pronoun_pattern(language: str) -> re.Pattern[str]:
    """Return a pattern for words that stand for what was spoken of before, up to an amount: "it stood at"."""
    lists = words(language)
    return re.compile(
        rf"{word_of(lists['pronoun_subjects'])}\s+(?:{one_of(lists['before_pronoun_verb'])}\s+)?"
        rf"{one_of(lists['pronoun_verbs'])}\b(?:\s+[a-z]+){{0,{TO_AMOUNT}}}\s*$"
    )


@cache
def second_change_pattern(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return patterns for what parts two changes of one verb, and what stands behind the second.

    "rose by 27 percent in weight, and 2 percent in value"
    """
    lists = words(language)
    pair, behind = one_of(lists["between_numbers"]["pair"]), one_of(lists["directions"]["to"])
    return re.compile(rf"(?:\s+[a-z]+){{0,5}},?\s+{pair}\s+(?:by\s+)?"), re.compile(rf"\s+{behind}\s|\s*[.,;]|$")


def carried(figure: Figure, before: Figure | None, language: str) -> Figure:
    """Return an amount without a measure of its own with that of the one before: "In 2013, it stood at $66 bn"."""
    if before is None or figure.measure not in WITHOUT:
        return figure
    if figure.kind != before.kind and before.measure not in TRADE:
        return figure
    lead = small(figure.sentence[: figure.start - figure.sentence_start])
    if not pronoun_pattern(language).search(lead, max(0, len(lead) - LEAD)):
        return figure
    return replace(figure, measure=before.measure, measure_words=before.measure_words, definition=before.definition)


@cache
def going_on_pattern(language: str) -> re.Pattern[str]:
    """Return a pattern for the beginning of a sentence that goes on with what was spoken of before: "That figure"."""
    lists = words(language)
    return re.compile(rf"{one_of([*lists['pronoun_subjects'], *lists['goes_on_with']])}\b")


def narrowed(figure: Figure, before: Figure | None, language: str) -> Figure:
    """Return an amount of trade of the goods of the one before: "That figure continued to drop, exports were $1 bn"."""
    if before is None or figure.measure != before.measure or figure.measure not in TRADE:
        return figure
    if figure.definition or not before.definition or figure.sentence_start == before.sentence_start:
        return figure
    goes_on = going_on_pattern(language).match(small(figure.sentence))
    return replace(figure, definition=before.definition) if goes_on else figure


def second_change(figure: Figure, before: Figure | None, language: str) -> Figure:
    """Return a percentage that shares the verb of a change before: "rose by 27% in weight and 2% in value"."""
    if before is None or not before.change or figure.change or {figure.kind, before.kind} != {"percent"}:
        return figure
    text, start = small(figure.sentence), figure.sentence_start
    between, behind = second_change_pattern(language)
    if before.sentence_start != start or not between.fullmatch(text, before.end - start, figure.start - start):
        return figure
    is_second = behind.match(text, figure.end - start)
    return replace(figure, change=before.change, measure=before.measure) if is_second else figure


def dated_like(figure: Figure, before: Figure | None) -> Figure:
    """Return an undated level of trade with the period of the one before, basis inferred.

    "Exports were $5 billion in 2013. Imports were $3 billion."
    """
    if before is None or figure.period or figure.change or figure.kind != before.kind or not before.period:
        return figure
    if not {figure.measure, before.measure} <= {*TRADE}:
        return figure
    return replace(figure, period=before.period, period_basis="inferred", period_words=before.period_words)


def inferred_level(figure: Figure, beside: Sequence[Figure]) -> Figure:
    """Return an undated level with the last full year before a part-year's growth in its sentence, basis inferred.

    "trade doubled to reach $37.1 billion, and in the first half of the year it increased by another 16%": the level is
    of the full year before that half.
    """
    if figure.period or figure.change or figure.kind != "money":
        return figure
    for other in beside:
        later = PART_OF_YEAR.match(other.period)
        if other.change and other.measure == figure.measure and later:
            return replace(
                figure, period=str(int(later["year"]) - 1), period_basis="inferred", period_words=other.period_words
            )
    return figure


def inferred_span(figure: Figure, beside: Sequence[Figure], language: str) -> Figure:
    """Return a change over "five years" with the span that ends with the level it leads to, basis inferred."""
    years = count_pattern(language).search(small(figure.period_words))
    if figure.period or not figure.change or not years:
        return figure
    level = next(
        (o for o in beside if o.measure == figure.measure and not o.change and FULL_YEAR.fullmatch(o.period)), None
    )
    if level is None:
        return figure
    n = int(years["n"]) if years["n"].isdigit() else int(words(language)["numbers"][years["n"]])
    return replace(figure, period=f"{int(level.period) - n}/{level.period}", period_basis="inferred")


def settled(figures: Sequence[Figure], before: Figure | None, language: str = "en") -> list[Figure]:
    """Return the figures of one sentence with what they take from each other and from the last figure before."""
    whole: list[Figure] = []
    for figure in parts(figures, language):
        last = whole[-1] if whole else before
        taken = narrowed(carried(figure, last, language), last, language)
        whole.append(second_change(taken, last, language))
    levels = [inferred_level(figure, whole) for figure in whole]
    return [inferred_span(figure, levels, language) for figure in levels]


def as_of(figure: Figure, study: Study, article: Article) -> tuple[str, str]:
    """Return the date at which a position holds, and its basis: its own period, else the day it was said."""
    nature = next((measure.nature for measure in study.measures if measure.name == figure.measure), "")
    if nature in HOLDS_AT_A_DATE and not figure.change:
        if figure.period:
            return figure.period, figure.period_basis
        if article.said_on:
            return article.said_on.isoformat(), "said_on"
    return "", "unknown"


def statement_id(figure: Figure, article: Article) -> str:
    """Return the name of the statement a figure belongs to: speaker, occasion and measure.

    A figure without a speaker is a statement of its article.
    """
    occasion = article.event_date or article.published
    who = figure.speaker or article.article_id
    name = "-".join([who, occasion.isoformat() if occasion else article.article_id, figure.measure])
    return re.sub(r"[^\w]+", "-", name.lower()).strip("-")
