"""What a folder of news articles says, with every amount traceable to its sentence.

>>> import analysis
>>> analysis.read("seeds")  # doctest: +ELLIPSIS
Corpus of 5 articles, 18 figures, ... mentions, said from 12 February 2018 to 9 October 2025
Tables: articles, removed, figures, ...
Try .figures, .view("figures") and .show("000", 1674, 1681)
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from analysis import charts as charts
    from analysis import prose as prose
    from analysis.workbench import Corpus as Corpus
    from analysis.workbench import read as read

# Imported when first used: the tables and charts cost half a second that the command line often does without.
PLACES = {"read": "analysis.workbench", "Corpus": "analysis.workbench"}
ROOMS = ("charts", "prose")

__all__ = ["Corpus", "charts", "prose", "read"]


def __getattr__(name: str) -> Any:
    """Return one of the names a notebook uses, importing its room."""
    if name in PLACES:
        return getattr(import_module(PLACES[name]), name)
    if name in ROOMS:
        return import_module(f"analysis.{name}")
    raise AttributeError(f"analysis has no {name!r}; it has {', '.join(__all__)}")


def __dir__() -> list[str]:
    return __all__
