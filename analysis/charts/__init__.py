"""Charts of what articles state: a table in, a `Chart` out. Loaded when first used: Matplotlib is slow to import."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from analysis.charts.amounts.change_spans import changes
    from analysis.charts.amounts.investment import investment_by_definition
    from analysis.charts.amounts.trade import trade_statements
    from analysis.charts.chart import Chart, Link
    from analysis.charts.region.country_dots import countries
    from analysis.charts.region.country_pairs import spoken_together
    from analysis.charts.region.region_map import country_map
    from analysis.charts.themes.security_matrix import security
    from analysis.charts.themes.topic_matrix import topics
    from analysis.charts.times.occasions import timeline

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
    "changes": "amounts.change_spans",
    "countries": "region.country_dots",
    "country_map": "region.region_map",
    "investment_by_definition": "amounts.investment",
    "security": "themes.security_matrix",
    "spoken_together": "region.country_pairs",
    "timeline": "times.occasions",
    "topics": "themes.topic_matrix",
    "trade_statements": "amounts.trade",
}


def __getattr__(name: str) -> Any:
    """Return a public name from the module that holds it."""
    if name not in HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{HOME[name]}"), name)


def __dir__() -> list[str]:
    return __all__
