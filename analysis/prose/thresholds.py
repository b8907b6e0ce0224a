"""The table of where lines are drawn, each number taken from the constant that draws its line. Pure."""

from collections.abc import Iterator
from functools import cache
from html import escape
from importlib import import_module
from pathlib import Path
from typing import Any

import yaml

from analysis.computed import computed
from analysis.prose.markup import Html, table

HEAD = ("What", "Threshold", "What it decides")


@cache
def listed() -> list[dict[str, Any]]:
    """Return the thresholds of thresholds.yml by group."""
    groups: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"))
    return groups


@computed
def thresholds() -> Html:
    """Return every threshold with its value and what it decides, a table for each group."""
    return Html("".join(group_table(group) for group in listed()))


def group_table(group: dict[str, Any]) -> str:
    """Return the thresholds of one group as a table."""
    caption = f"Thresholds: {group['what'].lower()}"
    return table(caption, HEAD, rows(group), name=f"thresholds-{group['what'].lower().replace(' ', '-')}")


def rows(group: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield what each threshold is of, its value and what it decides."""
    for row in group["rows"]:
        value = constant(row["constant"])
        printed = row["as"].format(value, percent=round(100 * value, 6))
        yield escape(row["what"]), escape(printed), escape(row["decides"])


def constant(place: str) -> float:
    """Return the number of a constant; its module is loaded only now, since charts load Matplotlib.

    >>> constant("reconcile.intervals.ABOUT")
    0.1
    """
    module, _, name = place.rpartition(".")
    return float(getattr(import_module(f"analysis.{module}"), name))
