"""Charts of what articles state: a table in, a `Chart` out. Loaded when first used: Matplotlib is slow to import."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from analysis.charts.change_spans import changes
    from analysis.charts.chart import Chart, Link
    from analysis.charts.country_dots import countries
    from analysis.charts.country_pairs import spoken_together
    from analysis.charts.investment import investment_by_definition
    from analysis.charts.occasions import timeline
    from analysis.charts.region_map import country_map
    from analysis.charts.security_matrix import security
    from analysis.charts.topic_matrix import topics
    from analysis.charts.trade import trade_statements

__all__ = [
    "Chart",
    "Link",
    "changes",
    "countries",
    "country_map",
    "investment_by_definition",
    "security",
    "spoken_together",
    "timeline",
    "topics",
    "trade_statements",
]

HOME = {
    "Chart": "chart",
    "Link": "chart",
    "changes": "change_spans",
    "countries": "country_dots",
    "country_map": "region_map",
    "investment_by_definition": "investment",
    "security": "security_matrix",
    "spoken_together": "country_pairs",
    "timeline": "occasions",
    "topics": "topic_matrix",
    "trade_statements": "trade",
}


def __getattr__(name: str) -> Any:
    """Return a public name from the module that holds it."""
    if name not in HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{HOME[name]}"), name)
