"""How far two amounts lie apart, in words. Pure."""

import math
from collections.abc import Callable

MANIFOLD = 200  # percent: from here on two amounts are said to be so many times each other


def apart(least: float, most: float, *, amounts: int = 2) -> str:
    """Return by how much the highest of some amounts exceeds the lowest, given the least and the most in percent.

    >>> apart(34, 41), apart(1.6, math.inf), apart(450, 580), apart(450, math.inf)
    ('34 to 41 % apart', 'at least 1.6 % apart', 'one 5.5 to 6.8 times the other', 'one at least 5.5 times the other')
    >>> apart(34, 41, amounts=3), apart(450, 580, amounts=3)
    ('the farthest 34 to 41 % apart', 'the highest 5.5 to 6.8 times the lowest')
    """
    bounded = not math.isinf(most)
    if least >= MANIFOLD:
        low, high = times(least, math.floor), times(most, math.ceil) if bounded else ""
        one, other = ("the highest", "the lowest") if amounts > 2 else ("one", "the other")
        return f"{one} {f'{low} to {high}' if bounded else f'at least {low}'} times {other}"
    percent = f"{least:,.12g} to {most:,.12g}" if bounded else f"at least {least:,.12g}"
    return f"{'the farthest ' if amounts > 2 else ''}{percent} % apart"


def times(percent: float, towards: Callable[[float], int]) -> str:
    """Return so many percent more as a multiple, with two figures, three from a hundred on, rounded down or up."""
    multiple = percent / 100 + 1
    place = 10.0 ** (math.floor(math.log10(multiple)) - (2 if multiple >= 100 else 1))
    return f"{towards(round(multiple / place, 6)) * place:,.12g}"
