"""What figures allow: the interval of each, how far two lie apart, values worked out from them. Pure."""

from analysis.reconcile.derived import derived
from analysis.reconcile.intervals import gap, interval, outward

__all__ = ["derived", "gap", "interval", "outward"]
