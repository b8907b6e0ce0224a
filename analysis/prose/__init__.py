"""Tables in, computed words out: grammatical for none, one and many, each amount a citation that opens its evidence."""

from analysis.prose.differences import differences
from analysis.prose.evidence import figures, sentences
from analysis.prose.findings import findings, scope
from analysis.prose.listings import (
    changes,
    countries,
    investment,
    others,
    rejected,
    removed,
    security_sentences,
    sources,
    trade,
    worked_out,
)

__all__ = [
    "changes",
    "countries",
    "differences",
    "figures",
    "findings",
    "investment",
    "others",
    "rejected",
    "removed",
    "scope",
    "security_sentences",
    "sentences",
    "sources",
    "trade",
    "worked_out",
]
