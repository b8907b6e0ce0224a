"""Figures in, observations and conflicts out: who said what, what can be true together, and what cannot. Pure."""

from analysis.reconcile.intervals import gap, interval, outward
from analysis.reconcile.reconciliation import reconciled

__all__ = ["gap", "interval", "outward", "reconciled"]
