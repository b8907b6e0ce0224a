"""An article in, its figures out: what each measures, for which period, between whom, how sure, and who said it."""

from analysis.figures.find import find
from analysis.figures.offices import offices
from analysis.figures.speakers import attributions

__all__ = ["attributions", "find", "offices"]
