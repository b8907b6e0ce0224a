"""What figures allow: the interval of each, how far two lie apart, and values worked out from them. Pure: figures in, values out."""

from analysis.reconcile.derived import derived
from analysis.reconcile.intervals import gap, interval, outward

__all__ = ["derived", "gap", "interval", "outward"]
