"""Figures against what a reader labelled: how many are found, what is right of them, and how sure that makes us."""

from analysis.scores.labels import Label, labels, of_seeds
from analysis.scores.rates import lower_end
from analysis.scores.score import FIELDS, Score, score

__all__ = ["FIELDS", "Label", "Score", "labels", "lower_end", "of_seeds", "score"]
