"""How much of a text stands in another. Pure."""

import re
from collections.abc import Sequence
from unicodedata import normalize

# Writing without spaces between words: Thai to Burmese and Khmer, kana and Chinese characters; each letter is a word.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_SIGN = "[$£¥\u20a0-\u20cf]"  # of a currency: "$5" and "€5" are not the same words
_WORD = re.compile(rf"\w+|{_SIGN}")
_LETTER_OR_WORD = re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+|{_SIGN}")
_HAS_UNSPACED = re.compile(f"[{_UNSPACED}]")

# Words in a row that two texts must share: pairs ("of the") are in any two texts, runs of five break at each edit.
RUN = 3


def text_words(text: str) -> list[str]:
    """Return the words of a text without capitals, quotes and accents' ways of writing; of Chinese, the characters.

    >>> text_words("Kenya’s “Trade” rose"), text_words("贸易额 2024")
    (['kenya', 's', 'trade', 'rose'], ['贸', '易', '额', '2024'])
    """
    plain = normalize("NFKC", text).casefold()
    spaced = plain.isascii() or not _HAS_UNSPACED.search(plain)
    return (_WORD if spaced else _LETTER_OR_WORD).findall(plain)


def runs(words: Sequence[str]) -> list[str]:
    """Return every run of words in a row, as often as it stands there.

    >>> runs(["trade", "rose", "in", "May"])
    ['trade rose in', 'rose in May']
    """
    return list(map(" ".join, zip(*(words[at:] for at in range(RUN)), strict=False)))


def share(words: Sequence[str], others: frozenset[str]) -> float:
    """Return the share of words, from 0 to 1, that stand in a run which is among the runs of another text.

    >>> share("exports of tea rose again in May".split(), frozenset(runs("exports of tea rose in May".split())))
    0.5714285714285714
    """
    held, until = 0, 0
    for at, run in enumerate(runs(words)):
        if run in others:
            held += at + RUN - max(at, until)
            until = at + RUN
    return held / len(words) if words else 0.0
