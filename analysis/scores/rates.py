"""What a count allows to say of a rate. Pure."""

from math import sqrt
from statistics import NormalDist

CONFIDENCE = 0.95


def lower_end(right: float, of: int) -> float:
    """Return the lower end of the Wilson interval (two-sided, 95 %) of a rate: all of a few is not all of many.

    Source: E. B. Wilson, Probable inference, Journal of the American Statistical Association 22 (1927), 209-212;
    recommended by R. G. Newcombe, Statistics in Medicine 17 (1998), 857-872. Nothing seen, nothing known: 0.

    >>> round(lower_end(18, 18), 3), round(lower_end(3, 5), 3), lower_end(0, 0)
    (0.824, 0.231, 0.0)
    """
    if not of:
        return 0.0
    z, share = NormalDist().inv_cdf((1 + CONFIDENCE) / 2), right / of
    middle = share + z**2 / (2 * of)
    half = z * sqrt(share * (1 - share) / of + z**2 / (4 * of**2))
    return max((middle - half) / (1 + z**2 / of), 0.0)
