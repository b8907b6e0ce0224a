"""Words of the articles set side by side: around a theme, by one speaker at two dates. Pure."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Any

from analysis.prose.markup import cite_sentence, excerpt
from analysis.prose.rows import grouped
from analysis.wording.periods import day
from analysis.wording.words import listed, month

AROUND = 60  # characters of a sentence on each side of what is quoted
# "Amina Otieno", "World Bank"; not "experts" or "press service": those may be others the next time
PROPER_NAME = re.compile(r"[^\W\d_a-zа-яё][\w.’'-]*(?: [^\W\d_a-zа-яё][\w.’'-]*)+")


def quoted(mention: Any) -> str:
    """Return the words around a mention as a citation of its sentence, and whether they are the article's own."""
    start, end = mention.start - mention.sentence_start, mention.end - mention.sentence_start
    words = f"“{cite_sentence(mention, excerpt(mention.sentence, start, end, around=AROUND))}”"
    return f"{words} (in the article’s words)" if is_reported(mention) else words


def is_reported(mention: Any) -> bool:
    """Return whether an article tells in its own words what a speaker said."""
    return bool(mention.speaker) and mention.speaker_basis != "direct"


def by_speaker(mentions: Iterable[Any]) -> Iterator[tuple[str, list[Any]]]:
    """Yield each person or body that speaks at two dates or more with its dated mentions."""
    for speaker, rows in sorted(grouped((one for one in mentions if one.said_on), "speaker").items()):
        if PROPER_NAME.fullmatch(speaker) and len({one.said_on for one in rows}) > 1:
            yield speaker, rows


def at_dates(spoken: Iterable[tuple[str, Iterable[Any]]]) -> str:
    """Return what was said at each date, side by side; dates of one month are told apart by their day."""
    said = [(date, listed([quoted(mention) for mention in mentions])) for date, mentions in spoken]
    same_month = len({month(date) for date, _ in said}) < len(said)
    return "; ".join(f"{day(date) if same_month else month(date)}: {words}" for date, words in said)


def by_stance(mentions: Sequence[Any]) -> list[tuple[str, list[Any]]]:
    """Return for the first and the last date the last mention of each stance that stands at both.

    Where no stance does, the last mention of each date.
    """
    by_date = grouped(mentions, "said_on")
    dates = (min(by_date), max(by_date))
    last = [{one.stance: one for one in by_date[date]} for date in dates]
    shared = [stance for stance in ("threat", "response") if all(stance in of_date for of_date in last)]
    chosen = [[of_date[stance] for stance in shared] for of_date in last]
    return [(date, some or by_date[date][-1:]) for date, some in zip(dates, chosen, strict=True)]


def alike_at(mentions: Iterable[Any]) -> Iterator[tuple[float, int, tuple[Any, Any]]]:
    """Yield for each pair of dates how evenly they are spoken at, how many words they share, and two mentions.

    Evenness is the lesser number of sentences by the greater, where both have two at least; the mentions are those of
    the longest words that stand at both dates.
    """
    dates = grouped(mentions, "said_on")
    times = {date: len(grouped(rows, "article_id", "sentence_start")) for date, rows in sorted(dates.items())}
    often = [date for date, number in times.items() if number > 1]
    last = {date: {mention.quote.casefold(): mention for mention in dates[date]} for date in often}
    for one, other in combinations(often, 2):
        shared = last[one].keys() & last[other].keys()
        if shared:
            few, many = sorted((times[one], times[other]))
            longest = max(shared, key=lambda words: (len(words), words))
            yield few / many, len(shared), (last[one][longest], last[other][longest])
