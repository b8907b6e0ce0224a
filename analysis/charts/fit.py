"""Words made to fit a width: cut, or on several lines."""

from analysis.charts.look import SMALL, TEXT
from analysis.charts.place import measured


def cut(words: str, inches: float) -> str:
    """Return the words, cut with an ellipsis where they are wider than so many inches.

    >>> cut("a very long reference indeed", 0.6)
    'a very lo…'
    """
    kept = words
    while kept and measured(kept if kept == words else kept + "…")[0] > inches:
        kept = kept[:-1].rstrip()
    return words if kept == words else f"{kept}…"


def wrapped(words: str, inches: float, size: float = TEXT, lines: int = 2) -> str:
    """Return the words on as many lines as they need, the last cut where there are more than `lines`."""
    found = [""]
    for word in words.split():
        longer = f"{found[-1]} {word}".strip()
        if found[-1] and measured(longer, size)[0] > inches:
            found.append(word)
        else:
            found[-1] = longer
    if len(found) > lines:
        found[lines - 1 :] = [cut(" ".join(found[lines - 1 :]), inches * SMALL / size)]
    return "\n".join(found)
