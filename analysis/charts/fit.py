"""Words made to fit a width: cut, or on several lines."""

from bisect import bisect_right

from matplotlib.axes import Axes

from analysis.charts.look import SMALL, TEXT
from analysis.charts.place import figure_of, measured

BOLD = 0.92  # of the width, for words in bold, since words are measured in regular type


def width_of(axes: Axes) -> float:
    """Return the width of axes in inches."""
    return float(axes.bbox.width / figure_of(axes).dpi)


def cut(words: str, inches: float, size: float = SMALL) -> str:
    """Return the words, cut with an ellipsis where they are wider than so many inches.

    >>> cut("a very long reference indeed", 0.6), cut("short", 0.6)
    ('a very lon…', 'short')
    """
    if measured(words, size)[0] <= inches:
        return words
    kept = bisect_right(range(len(words)), inches, key=lambda end: measured(f"{words[:end]}…", size)[0]) - 1
    return f"{words[: max(kept, 0)].rstrip()}…"


def lines(words: str, inches: float, size: float = TEXT) -> list[str]:
    """Return the words on as many lines as they need; a line is never narrower than its one word.

    >>> lines("Education and culture", 0.9)
    ['Education and', 'culture']
    """
    found, room = [""], inches
    for word in words.split():
        width = measured(f"{word} ", size)[0]
        if found[-1] and width > room:
            found.append(word)
            room = inches - width
        else:
            found[-1] = f"{found[-1]} {word}".strip()
            room -= width
    return found


def two_lines(words: str, inches: float, size: float = TEXT) -> str:
    """Return the words on one line or two, the second cut where there would be more.

    >>> print(two_lines("Education and culture", 0.9))
    Education and
    culture
    """
    first, *rest = lines(words, inches, size)
    return "\n".join([first, *([cut(" ".join(rest), inches, size)] if rest else [])])
