"""How much of a text stands in another, and which texts of many may have much in common. Pure."""

import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from unicodedata import normalize

# Writing without spaces between words: Thai to Burmese and Khmer, kana and Chinese characters; each letter is a word.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_SIGN = "[$£¥\u20a0-\u20cf]"  # of a currency: "$5" and "€5" are not the same words
_WORD = re.compile(rf"\w+|{_SIGN}")
_LETTER_OR_WORD = re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+|{_SIGN}")
_HAS_UNSPACED = re.compile(f"[{_UNSPACED}]")

# Words in a row that two texts must share: pairs ("of the") are in any two texts, runs of five break at each edit.
RUN = 3
# A signature of 256 numbers in 128 bands of two finds a text of a fifth of its original's length in 99 of 100 cases;
# what it brings up for nothing is looked at again, exactly.
SIGNATURE, BANDS, SEED = 256, 128, 1
# By their signatures, a quarter of the shorter text's runs must be in the longer one: the exact share is asked later,
# and may be as much as the signatures err (0.06) and edited words break (two runs each) above that.
LEAST_SHARED = 0.25


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


def neighbours(texts: Iterable[Sequence[str]]) -> Iterator[Sequence[int]]:
    """Yield, for each text given by its words, the places of the others that may share much with it, in order.

    Signatures alone are kept of the texts (A. Broder, "On the resemblance and containment of documents", 1997).
    """
    from rensa import RMinHash, RMinHashLSH  # only where there are texts to compare

    index = RMinHashLSH(threshold=0.5, num_perm=SIGNATURE, num_bands=BANDS)
    signed: list[tuple[RMinHash, int]] = []
    for at, words in enumerate(texts):
        distinct = set(runs(words))
        signed.append((RMinHash(num_perm=SIGNATURE, seed=SEED), len(distinct)))
        if distinct:
            signed[at][0].update(list(distinct))
            index.insert(at, signed[at][0])
    for at, (signature, size) in enumerate(signed):
        near = index.query(signature) if size else ()
        shares = ((other, shared(signature.jaccard(signed[other][0]), size, signed[other][1])) for other in near)
        yield array("I", sorted(other for other, held in shares if other != at and held >= LEAST_SHARED))


def shared(resemblance: float, one: int, other: int) -> float:
    """Return the share of the smaller of two sets that is in the larger, from their sizes and what they have in common.

    >>> shared(0.5, 100, 50)
    1.0
    """
    return resemblance * (one + other) / (1 + resemblance) / max(1, min(one, other))
