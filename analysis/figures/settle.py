"""What a figure takes from the figures beside it: its whole, an inferred period, the date a position holds. Pure."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from analysis.figures.lexicon import one_of, small, word_of, words
from analysis.records import Article, Figure
from analysis.study import Study

PART_OF_YEAR = re.compile(r"(?P<year>\d{4})-(?:[HQ]\d|\d\d/\d{4}-\d\d)")  # "2022-H1", "2023-01/2023-09"
FULL_YEAR = re.compile(r"\d{4}")
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
    """Return a pattern for words that stand for what the sentence before is about: "it stood at", "the figure was"."""
    lists = words(language)
    return re.compile(
        rf"{word_of(lists['pronoun_subjects'])}\s+(?:{one_of(lists['before_pronoun_verb'])}\s+)?{one_of(lists['pronoun_verbs'])}\b"
    )


def carried(figure: Figure, before: Figure | None, language: str) -> Figure:
    """Return an amount without a measure of its own with that of the sentence before: "In 2013, it stood at $66 bn"."""
    if before is None or figure.measure_words or figure.measure != "other" or figure.kind != before.kind:
        return figure
    if figure.change or not pronoun_pattern(language).search(small(figure.sentence)):
        return figure
    return replace(figure, measure=before.measure, measure_words=before.measure_words, definition=before.definition)


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
    whole = [carried(figure, before, language) for figure in parts(figures, language)]
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
