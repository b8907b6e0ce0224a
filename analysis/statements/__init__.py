"""An article in, its statements without numbers out: rankings, agreements, plans, assessments. Pure."""

from analysis.statements.find import find

__all__ = ["find"]
