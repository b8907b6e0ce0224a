"""Words of the articles set side by side: around a theme, by one speaker at two dates. Pure."""

import re
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Any

import pandas as pd

from analysis.prose.markup import cite_sentence, excerpt
from analysis.prose.rows import named
from analysis.wording.periods import day
from analysis.wording.words import listed, month

AROUND = 60  # characters of a sentence on each side of what is quoted
# "Vladimir Putin", "World Bank"; not "experts" or "press service": those may be others the next time
PROPER_NAME = re.compile(r"[^\W\d_a-zа-яё][\w.’'-]*(?: [^\W\d_a-zа-яё][\w.’'-]*)+")


def quoted(mention: Any) -> str:
    """Return the words around a mention as a citation of its sentence, and whether they are the article's own."""
    start, end = mention.start - mention.sentence_start, mention.end - mention.sentence_start
    words = f"“{cite_sentence(mention, excerpt(mention.sentence, start, end, around=AROUND))}”"
    return f"{words} (in the article’s words)" if is_reported(mention) else words


def is_reported(mention: Any) -> bool:
    """Return whether an article tells in its own words what a speaker said."""
    return bool(mention.speaker) and mention.speaker_basis != "direct"


def by_speaker(mentions: pd.DataFrame) -> Iterator[tuple[str, pd.DataFrame]]:
    """Yield each person or body that speaks at two dates or more with its dated mentions."""
    for speaker, rows in mentions[mentions["said_on"] != ""].groupby("speaker", sort=True):
        if PROPER_NAME.fullmatch(str(speaker)) and rows["said_on"].nunique() > 1:
            yield str(speaker), rows


def at_dates(spoken: Iterable[tuple[str, Iterable[Any]]]) -> str:
    """Return what was said at each date, side by side; dates of one month are told apart by their day."""
    said = [(date, listed([quoted(mention) for mention in mentions])) for date, mentions in spoken]
    same_month = len({month(date) for date, _ in said}) < len(said)
    return "; ".join(f"{day(date) if same_month else month(date)}: {words}" for date, words in said)


def by_stance(mentions: pd.DataFrame) -> list[tuple[str, list[Any]]]:
    """Return for the first and the last date the last mention of each stance that stands at both.

    Where no stance does, the last mention of each date.
    """
    dates = (mentions["said_on"].min(), mentions["said_on"].max())
    ends = [mentions[mentions["said_on"] == date] for date in dates]
    shared = [stance for stance in ("threat", "response") if all((rows["stance"] == stance).any() for rows in ends)]
    chosen = [[rows[rows["stance"] == stance] for stance in shared] or [rows] for rows in ends]
    return [(date, [list(named(rows))[-1] for rows in some]) for date, some in zip(dates, chosen, strict=True)]


def alike_at(mentions: pd.DataFrame) -> Iterator[tuple[float, int, tuple[Any, Any]]]:
    """Yield for each pair of dates how evenly they are spoken at, how many words they share, and two mentions.

    Evenness is the lesser number of sentences by the greater, where both have two at least; the mentions are those of
    the longest words that stand at both dates.
    """
    sentences = mentions.drop_duplicates(["article_id", "sentence_start"])
    times = {str(date): len(rows) for date, rows in sentences.groupby("said_on")}
    by_words = {date: last_by_words(mentions[mentions["said_on"] == date]) for date in times}
    for one, other in combinations(times, 2):
        shared = sorted(by_words[one].keys() & by_words[other].keys(), key=lambda words: (len(words), words))
        few, many = sorted((times[one], times[other]))
        if few > 1 and shared:
            yield few / many, len(shared), (by_words[one][shared[-1]], by_words[other][shared[-1]])


def last_by_words(mentions: pd.DataFrame) -> dict[str, Any]:
    """Return the last mention of each wording."""
    return {mention.quote.casefold(): mention for mention in named(mentions)}
