"""What an amount is an amount of: the nearest governing words of its sentence. Pure: text in, measures out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from analysis.cue_index import CueIndex, longest
from analysis.figures.amount import Amount
from analysis.figures.lexicon import one_of, small, word_of, words
from analysis.figures.nouns import kind_of_noun
from analysis.records import TRADE
from analysis.study import Study

# What it costs a cue to stand behind the amount, beyond another amount, or beyond a clause: in characters of distance.
BEHIND, BEYOND_AMOUNT, BEYOND_CLAUSE = 25, 12, 30
OF_NOUNS = {"people": "population_or_people", "companies": "companies", "projects": "projects"}
KEEPS_CHANGE = {"trade_turnover", "exports", "imports", "investment_stock", "investment_flow"}
DEFINITION = 60  # characters before a cue in which its narrower words stand
PREPOSITION = re.compile(r"\s(?:with|between|of|in)$")  # the cue "trade with" is about trade
LEAD = 24  # characters before a cue in which "4.5% of the" stands
PERCENT_OF = re.compile(r"(?:%|per\s?cent)\s+of\s+(?:the\s+|its\s+)?\Z")
OF_PHRASE = re.compile(r"(?:\s+\w+){0,2}\s+of\s+(?:\w+\s+){0,3}")  # "average value" of each ton of "exported"
SHARE_OF = re.compile(r"\s+of\b")
# Measures that a kind of amount may have; a count has the measure of its noun, and tons may be exported.
OF_KIND = {
    "money": {
        "trade_turnover",
        "exports",
        "imports",
        "investment_stock",
        "investment_flow",
        "aid_or_allocation",
        "loan",
        "gdp",
        "other",
    },
    "percent": {"trade_turnover", "exports", "imports", "gdp", "growth", "share", "other"},
    "quantity": {"exports", "imports", "trade_turnover"},
    "count": set[str](),
    "multiple": {"trade_turnover", "exports", "imports", "investment_stock", "investment_flow", "gdp", "other"},
}


@dataclass(frozen=True, slots=True)
class Cue:
    """Words of a sentence that name a measure."""

    start: int
    end: int
    measure: str


@dataclass(frozen=True, slots=True)
class Measured:
    """What an amount measures, in whose words."""

    measure: str
    words: str = ""
    definition: str = ""


@cache
def measure_index(study: Study, language: str) -> CueIndex[str]:
    """Return the index of all cues of a study's measures; phrases that only look like one belong to nobody."""
    owned = [(cue, measure.name) for measure in study.measures for cue in measure.cues.get(language, ())]
    return CueIndex([*owned, *((cue, "") for measure in study.measures for cue in measure.exclude)])


@cache
def clause_pattern(language: str) -> re.Pattern[str]:
    """Return a pattern for what parts the statements of a sentence, in small letters."""
    lists = words(language)
    return re.compile(rf"[;:]|,\s+{one_of(lists['clause_breaks'])}\s|\s{one_of(lists['clause_openings'])}\s")


@cache
def definition_pattern(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return patterns for a run of narrower words at a text's end and at its beginning: "total direct" investment."""
    run = rf"(?:{one_of(words(language)['definition_words'])}\s+){{1,6}}"
    return re.compile(rf"(?<!\w){run}$"), re.compile(run)


@cache
def rate_pattern(language: str) -> re.Pattern[str]:
    """Return a pattern for rates in percent that are neither shares nor changes: inflation, interest, tariffs."""
    return re.compile(rf"{word_of(words(language)['percent_rates'])}\b")


def measure_cues(text: str, study: Study, language: str = "en") -> list[Cue]:
    """Return the words of a sentence that name a measure, in reading order.

    >>> from analysis.study import DEFAULT, load
    >>> [c.measure for c in measure_cues("In 2021 exports rose and trade turnover fell", load(DEFAULT))]
    ['exports', 'trade_turnover']
    """
    hits = longest(measure_index(study, language).hits(text, 0, len(text)))
    cues = [Cue(hit.start, hit.end, hit.owner) for hit in hits if hit.owner]
    return [cue for at, cue in enumerate(cues) if not belongs_to(text, cue, cues[:at])]


def belongs_to(text: str, cue: Cue, before: Sequence[Cue]) -> bool:
    """Return whether a cue only says what an amount is a part or price of: "5% of GDP", "price of imported gas"."""
    if PERCENT_OF.search(text, max(0, cue.start - LEAD), cue.start):
        return cue.measure == "gdp"
    heads = [head for head in before[-2:] if head.measure == "other"]
    return any(OF_PHRASE.fullmatch(text, head.end, cue.start) for head in heads)


def distance(text: str, cue: Cue, amount: Amount, others: Sequence[Amount], language: str = "en") -> int:
    """Return how far a cue is from an amount; what stands between them counts as distance too."""
    low, high = (cue.end, amount.start) if cue.end <= amount.start else (amount.end, cue.start)
    between = sum(low <= other.start and other.end <= high for other in others)
    clauses = len(clause_pattern(language).findall(small(text[low:high])))
    return max(0, high - low) + BEHIND * (cue.start >= amount.end) + BEYOND_AMOUNT * between + BEYOND_CLAUSE * clauses


def nearest(text: str, amount: Amount, found: Sequence[Cue], others: Sequence[Amount], allowed: set[str]) -> Cue | None:
    """Return the cue that governs an amount, of those its kind may have."""
    fitting = [cue for cue in found if cue.measure in allowed]
    return min(fitting, key=lambda cue: distance(text, cue, amount, others), default=None)


def definition(text: str, cue: Cue, language: str) -> tuple[int, str]:
    """Return where the narrower words of the source before or in a cue begin, and the words, lower case.

    >>> definition("our total direct investment is", Cue(17, 27, "investment_stock"), "en")
    (4, 'total direct')
    """
    run = definition_pattern(language)
    start = max(0, cue.start - DEFINITION)
    before = run[0].search(small(text[start : cue.start]))
    begin = start + before.start() if before else cue.start
    inside = run[1].match(small(text[begin : cue.end]))
    return (begin, " ".join(inside[0].split())) if inside else (cue.start, "")


def change_measure(text: str, amount: Amount, found: Sequence[Cue], others: Sequence[Amount]) -> Cue | None:
    """Return the cue of what a change in percent is a change of, if that is a measure of its own."""
    return nearest(
        text,
        amount,
        [cue for cue in found if cue.start < amount.start or cue.start - amount.end < 40],
        others,
        KEEPS_CHANGE,
    )


def percent_measure(
    text: str, amount: Amount, change: str, found: Sequence[Cue], others: Sequence[Amount], language: str
) -> Measured:
    """Return what a percentage measures: the change of something, a share, or a rate."""
    if change:
        cue = change_measure(text, amount, found, others)
        return described(text, cue, language) if cue else Measured("growth")
    rate = rate_pattern(language)
    if rate.search(small(text[max(0, amount.start - 60) : amount.start])) and not SHARE_OF.match(text, amount.end):
        return Measured("other")
    return Measured("share")


@cache
def goods_patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return patterns for what trade is in: "oil and gas exports", "exports of dried fruit to Peru", "trade in tea"."""
    lists = words(language)["goods"]
    ends, none, joined = one_of(lists["ends"]), one_of(lists["begins_none"]), one_of(words(language)["of"])
    word, sector = rf"(?!{ends}\b)[a-z][a-z-]*", one_of(lists["before"])
    return (
        re.compile(
            rf"(?<![\w-])(?P<goods>(?:{sector}(?:,? {one_of(lists['joins'])} |, | ))*{sector})\s+$", re.IGNORECASE
        ),
        re.compile(rf"\s+{joined}\s+(?:[A-Z][\w-]*\s+)*(?!{none}\b)(?P<goods>{word}(?:\s+{word}){{0,2}})"),
        re.compile(rf"\s+{one_of(lists['in'])}\s+(?P<goods>(?:{word}\s+)?{sector})\b"),
    )


def goods(text: str, cue: Cue, language: str) -> tuple[int, str]:
    """Return where the words begin that say what is traded, and the words; empty where the words mean all of it.

    >>> text = "Exports of dried fruit to Peru reached"
    >>> goods(text, Cue(0, 7, "exports"), "en"), goods("Exports of Kenya were", Cue(0, 7, "exports"), "en")
    ((0, 'dried fruit'), (0, ''))
    """
    if cue.measure not in TRADE:
        return cue.start, ""
    before, of, traded_in = goods_patterns(language)
    low = max(0, cue.start - DEFINITION)
    if lead := before.search(text[low : cue.start]):
        return low + lead.start(), " ".join(lead["goods"].lower().split())
    # Small letters as they are: what begins with a capital is a country.
    end = cue.start + len(PREPOSITION.sub("", text[cue.start : cue.end]))
    behind = traded_in.match(text, end) if cue.measure == TRADE[0] else of.match(text, end)
    return cue.start, " ".join(behind["goods"].lower().split()) if behind else ""


def described(text: str, cue: Cue, language: str) -> Measured:
    """Return a cue's measure with the words of the article and its narrower definition."""
    begin, narrower = definition(text, cue, language)
    begins_goods, traded = goods(text, cue, language)
    words_said = PREPOSITION.sub("", " ".join(text[min(begin, begins_goods) : cue.end].split()))
    return Measured(cue.measure, words_said, " ".join(filter(None, (narrower, traded))))


def measured(
    text: str, amount: Amount, change: str, others: Sequence[Amount], found: Sequence[Cue], language: str = "en"
) -> Measured:
    """Return what an amount of a sentence measures; `other` where nothing says so.

    `found` are the sentence's measure cues, `others` its other amounts.
    """
    if amount.kind == "count":
        return Measured(OF_NOUNS.get(kind_of_noun(amount.unit, language), "other"), amount.unit)
    if amount.kind == "percent":
        return percent_measure(text, amount, change, found, others, language)
    cue = nearest(text, amount, found, others, OF_KIND[amount.kind])
    return described(text, cue, language) if cue else Measured("other")
