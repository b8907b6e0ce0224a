"""The record of one amount in a sentence."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Amount:
    """One amount in a sentence; offsets count from the sentence's start and span currency, number, scale and unit."""

    start: int
    end: int
    kind: str  # money, percent, count, quantity, multiple
    value: float
    value_high: float | None
    unit: str
