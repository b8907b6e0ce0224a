"""The analyst's corrections: read from corrections.csv on every build, applied, and each told what came of it."""

from analysis.corrections.articles import of_articles
from analysis.corrections.figures import of_figures
from analysis.corrections.outcomes import Corrections, Outcome, outcome_rows, problem_line, what_was_corrected
from analysis.corrections.rows import read
from analysis.corrections.speakers import of_speakers

__all__ = [
    "Corrections",
    "Outcome",
    "of_articles",
    "of_figures",
    "of_speakers",
    "outcome_rows",
    "problem_line",
    "read",
    "what_was_corrected",
]
