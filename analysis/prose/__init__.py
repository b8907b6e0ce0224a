"""Tables in, computed words out: grammatical for none, one and many, each amount a citation that opens its evidence."""

from analysis.prose.differences import differences
from analysis.prose.findings import findings, scope

__all__ = ["differences", "findings", "scope"]
