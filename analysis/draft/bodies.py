"""Organisations that articles introduce with their abbreviation: "the East African Community (EAC)". Pure."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from analysis.records import Article
from analysis.study import Study

# Seen: the East African Community (EAC), the Bank of Uganda (BoU)
_DEFINED = re.compile(
    r"(?P<name>[A-Z][\w’'-]+(?:\s+(?:(?:of|for|and|the|on|in)\s+){0,2}[A-Z][\w’'-]+){1,7})\s+\((?P<short>[A-Z][A-Za-z]{1,7})\)"
)


def bodies(articles: Iterable[Article], study: Study) -> dict[tuple[str, str], int]:
    """Return name and abbreviation of each organisation that the study lacks, with the number of articles naming it."""
    told = list(articles)
    known = _known(study)
    introduced = dict.fromkeys(pair for article in told for pair in defined(article.raw_text))
    found = [pair for pair in introduced if not known & {text.casefold() for text in pair}]
    by_short = {short: name for name, short in found}
    counted = Counter(short for article in told for short in by_short if re.search(rf"\b{short}\b", article.raw_text))
    return {(by_short[short], short): articles for short, articles in counted.most_common()}


def _known(study: Study) -> set[str]:
    """Return all that the study has a word for: "the United States (US)" is no organisation, nor is an MoU."""
    entries = (*study.groups, *study.measures, *study.topics, *study.security, *study.organisations)
    listed = [cues for entry in entries for cues in entry.cues.values()]
    listed += [cues for country in study.countries for cues in country.names.values()]
    return {cue.casefold().replace("*", "") for cues in listed for cue in cues}


def defined(text: str) -> Iterator[tuple[str, str]]:
    """Yield each name with the abbreviation behind it, as far back as the abbreviation's letters go.

    >>> list(defined("The East African Community (EAC) and the Bank of Uganda (BoU) met in Arusha (Tanzania)."))
    [('East African Community', 'EAC'), ('Bank of Uganda', 'BoU')]
    """
    for match in _DEFINED.finditer(text):
        words = match["name"].split()
        for first in range(len(words)):
            if match["short"].casefold() in _initials(words[first:]) and words[first][0] == match["short"][0]:
                yield " ".join(words[first:]), match["short"]
                break


def _initials(words: list[str]) -> set[str]:
    """Return the letters a name is shortened to: of all its words, and of those with a capital."""
    capitals = [word for word in words if word[0].isupper()]
    return {"".join(word[0] for word in some).casefold() for some in (words, capitals)}
