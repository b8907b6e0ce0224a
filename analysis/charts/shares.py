"""Shares and rates in words, only where there are stories enough for them. Pure."""

from analysis.wording.sizes import RATE_MENTIONS, RATE_WORDS, SOME


def percent(part: int, whole: int) -> str:
    """Return a share in whole percent; never 0 for some or 100 for not all.

    >>> percent(312, 500), percent(1, 500), percent(499, 500), percent(0, 500)
    ('62 %', '< 1 %', '> 99 %', '0 %')
    """
    exact = 100 * part / whole
    if 0 < exact < 1:
        return "< 1 %"
    return "> 99 %" if 99 < exact < 100 else f"{exact:.0f} %"


def share(part: int, whole: int) -> str:
    """Return how many of how many, with the percent from SOME on.

    >>> share(3, 5), share(30, 50)
    ('3 of 5', '30 of 50 (60 %)')
    """
    return f"{part:,} of {whole:,}" + (f" ({percent(part, whole)})" if whole >= SOME else "")


def part(number: int, whole: int) -> str:
    """Return the same beside a heading that names the whole.

    >>> part(3, 5), part(30, 50)
    ('3', '30 (60 %)')
    """
    return f"{number:,}" + (f" ({percent(number, whole)})" if whole >= SOME else "")


def rate(sentences: int, words: int) -> str:
    """Return sentences per 1,000 words to two digits; empty where they are too few for a rate.

    >>> rate(120, 90_000), rate(12, 20_000), rate(9, 90_000), rate(120, 9_000)
    ('1.3', '0.60', '', '')
    """
    enough = sentences >= RATE_MENTIONS and words >= RATE_WORDS
    return f"{1000 * sentences / words:#.2g}".rstrip(".") if enough else ""
