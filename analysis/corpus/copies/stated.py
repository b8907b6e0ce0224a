"""What a story states in numbers, however it writes them: what a copy of it may not add to. Pure."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from analysis.corpus.language import any_of, words
from analysis.records import Article

Number = tuple[float, str]  # an amount in base units with its currency or %; a month by its number
_ROW = " | "  # between the cells of a row
_KEPT = 2_000  # sentences whose numbers are kept: stories repeat each other's


def numbers_stated(article: Article) -> frozenset[Number]:
    """Return the numbers of a story's sentences: amounts, counts, years and months, but no days, and no headings.

    A heading rounds what the story states, and is the first thing that another outlet changes. A table's row
    ("2016 | $900 million") is none, short as it is.
    """
    language = article.language or "en"
    told = (one.text for one in article.sentences if not one.heading or _ROW in one.text)
    return frozenset(number for text in told for number in sentence_numbers(text, language))


@lru_cache(maxsize=_KEPT)
def sentence_numbers(text: str, language: str) -> frozenset[Number]:
    """Return the numbers of one sentence, the same for every way of writing them.

    >>> one = sentence_numbers("On Oct. 14 it was put at $27 billion, up twelve per cent.", "en")
    >>> one == sentence_numbers("On 14 October it was put at 27,000 million dollars, up 12%.", "en")
    True
    """
    return frozenset([*amounts(text, language), *months(text)])


def amounts(text: str, language: str) -> Iterator[Number]:
    """Yield the numbers of a sentence with their currency or percent; nouns and other units may be called otherwise."""
    # Only texts that are alike come here, and figures' words take a tenth of a second to load.
    from analysis.figures.amounts import fractions, merged, multiples
    from analysis.figures.atoms import atoms
    from analysis.figures.grammar import grammar
    from analysis.figures.lexicon import small

    if not grammar(language).may_have_amounts(text):
        return
    for here, high in merged(small(text), list(atoms(text, language)), grammar(language), language):
        unit = here.unit if here.kind in ("money", "percent") else ""
        if here.value > 1:  # "one of them" is no number of things
            yield here.value, unit
        if high is not None:
            yield high, unit
    for found in (*multiples(text, language), *fractions(text, language)):
        yield found.value, found.unit


def months(text: str) -> Iterator[Number]:
    """Yield the months that a sentence speaks of, those of days left out.

    >>> list(months("In March 2024 more was sold than by 30 April or on May 2."))
    [(3.0, 'month')]
    """
    for found in _month().finditer(text):
        yield float(words().months[found[1].casefold()]), "month"


@cache
def _month() -> re.Pattern[str]:
    names = any_of(tuple(name for month in words().months for name in {month, month.capitalize()} if name[0].isupper()))
    return re.compile(rf"(?<![\w-])(?<!\d )(?<!\dst |\dnd |\drd |\dth )({names})(?![\w-])(?!\.? \d{{1,2}}(?!\d))")
