"""Tables in, computed words out: grammatical for none, one and many, each amount a citation that opens its evidence."""

from analysis.prose.articles import copies, rejected, remarks, removed, sources
from analysis.prose.briefs.sentences import brief_figures, brief_mentions, brief_statements
from analysis.prose.briefs.summary import brief_limits, brief_speakers, brief_summary, brief_themes, brief_title
from analysis.prose.comparisons import comparisons
from analysis.prose.corrections import corrections
from analysis.prose.countries import countries
from analysis.prose.differences import differences
from analysis.prose.disagreements import stated
from analysis.prose.evidence import cited_figures, cited_sentences, figures, sentences
from analysis.prose.findings import findings
from analysis.prose.method import counted, scores
from analysis.prose.news import news
from analysis.prose.rebuilding import rebuilding
from analysis.prose.scope import scope
from analysis.prose.statements import changes, investment, others, trade
from analysis.prose.themes import security_sentences
from analysis.prose.thresholds import thresholds
from analysis.prose.workings import worked_out

__all__ = [
    "brief_figures",
    "brief_limits",
    "brief_mentions",
    "brief_speakers",
    "brief_statements",
    "brief_summary",
    "brief_themes",
    "brief_title",
    "changes",
    "cited_figures",
    "cited_sentences",
    "comparisons",
    "copies",
    "corrections",
    "counted",
    "countries",
    "differences",
    "figures",
    "findings",
    "investment",
    "news",
    "others",
    "rebuilding",
    "rejected",
    "remarks",
    "removed",
    "scope",
    "scores",
    "security_sentences",
    "sentences",
    "sources",
    "stated",
    "thresholds",
    "trade",
    "worked_out",
]


def __dir__() -> list[str]:
    return __all__
