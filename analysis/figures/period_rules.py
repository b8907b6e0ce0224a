"""The compiled patterns by which periods are found, built from the word lists of a language."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from analysis.figures.lexicon import key, one_of, word_of, words

# The lists whose phrases begin a period.
OPENING = (
    *(
        "months",
        "months_short",
        "halves",
        "quarters",
        "numbers",
        "first",
        "the",
        "fiscal",
        "same_opens",
        "year_earlier",
    ),
    *("relative_years", "own_calendars", "month_of", "span_opens", "both_opens", "since", "before_month"),
    *("spans_back", "spans_ahead", "spans_plain", "whole_year"),
)
YEAR = r"(?:1[89]|20)\d\d"


@dataclass(frozen=True, slots=True)
class Rules:
    """The compiled period patterns of a language, each with the function that reads it, and its word values."""

    any: re.Pattern[str]
    months: dict[str, int]
    parts: dict[str, str]  # "first half" -> H1, "third quarter" -> Q3
    relative: dict[str, int]
    numbers: dict[str, int]
    anaphoric: frozenset[str]  # "the previous year" is the one before the year just named, if one was
    own_months: dict[str, int]  # months of another calendar and the month in which they begin: azar -> 11


def period_patterns(lists: dict[str, Any]) -> list[str]:
    """Return the period patterns of a language in the order in which they are tried; each has a group that names it."""
    months, of = one_of([*lists["months"], *lists["months_short"]]), one_of(lists["of"])
    parts = one_of([*lists["halves"], *lists["quarters"]])
    number = rf"(?:\d{{1,3}}|{one_of(lists['numbers'])})"
    # "the first nine months", "the eight-month period"
    nth_months = (
        rf"{one_of(lists['first'])}\s+(?P<n_months>{number})\s+{one_of(lists['months_word'])}"
        rf"|(?P<n_period>{number})[\s-]{one_of(lists['month_word'])}\s+{one_of(lists['period_nouns'])}"
    )
    ordinal, to, dash, in_ = one_of(lists["ordinals"]), one_of(lists["to"]), r"[-–—]", one_of(lists["in"])
    day, calendar = rf"\d{{1,2}}{ordinal}?", one_of(lists["own_calendars"])

    def years(group: str) -> str:
        return rf"(?P<{group}>{number})\s+{one_of(lists['years'])}\b"

    def of_year(group: str) -> str:
        return rf"(?:,?\s+(?:{of}\s+)?(?:{one_of(lists['the_word_year'])}\s+)?(?P<{group}>{YEAR})\b)"

    def of_relative(group: str) -> str:
        return rf"(?:,?\s+(?:{of}\s+)?(?P<{group}>{one_of(lists['relative_years'])})\b)"

    relative = one_of(lists["relative_years"])
    # "the said period", "the same eight months", "the mentioned eight-month period"
    same = (
        rf"{one_of(lists['same_opens'])}\s+(?:{number}\s+{one_of(lists['months_word'])}"
        rf"|(?:{number}[\s-]{one_of(lists['month_word'])}\s+)?{one_of(lists['period_nouns'])})\b"
    )
    return [
        rf"(?P<iso>{YEAR}-\d\d-\d\d)\b",
        rf"(?P<fiscal>{one_of(lists['fiscal'])}\s*(?P<fy>{YEAR})(?:\s?[-–/]\s?(?P<fy2>\d{{4}}|\d\d))?)\b",
        rf"(?P<months_span>(?P<m1>{months})\.?(?:\s+(?P<my1>{YEAR})|\s+{day})?(?:\s?{dash}\s?|\s+{to}\s+)"
        rf"(?P<m2>{months})\b\.?(?:\s+{day}\b)?{of_year('my2')}?)",
        rf"(?P<day>(?P<d1>\d{{1,2}}){ordinal}?\s+(?:{of}\s+)?(?P<dm1>{months})\b\.?{of_year('dy1')}?)",
        rf"(?P<day2>(?P<dm2>{months})\.?\s+(?P<d2>\d{{1,2}}){ordinal}?\b(?!\s?{dash}\s?\d)"
        rf"(?:,?\s+(?P<dy2>{YEAR})\b)?)",
        rf"(?P<same>{same}(?:\s+(?:{of}\s+|{in_}\s+)?(?:(?P<s_shift>{relative})|(?P<s_year>{YEAR}))\b)?"
        rf"|(?P<s_lead>{relative})['’]s\s+{one_of(lists['same_behind'])}\b"
        rf"|(?P<earlier>{one_of(lists['year_earlier'])})\b)",
        rf"(?P<whole_year>{one_of(lists['whole_year'])}\b)(?!\s+(?:{in_}\s+|{of}\s+)?{YEAR}|\s+(?:{one_of(lists['to'])}|ago)\b)",
        rf"(?P<own_year>{calendar}\s+(?P<own_y>1[34]\d\d)\b)",
        rf"(?P<own_month>{one_of(lists['month_of'])}\s+(?P<own_m>{one_of(lists['own_months'])})\b)",
        rf"(?P<part>(?:{one_of(lists['the'])}\s+)?(?:(?P<which>{parts})|{nth_months})\b"
        rf"(?:{of_year('py')}|\s+{one_of(lists['the_year'])}\b|{of_relative('p_shift')})?)",
        rf"(?P<code>(?P<ph>[hq][1-4])\s+(?:{of}\s+)?(?P<phy>{YEAR})\b)",
        rf"(?P<month>(?P<m>{months})\b\.?(?:{of_year('my')}|{of_relative('m_shift')}))",
        rf"(?P<years_span>(?:{one_of(lists['span_opens'])}\s+)?(?P<y1>{YEAR})(?:\s?[-–—/]\s?|\s+{to}\s+)(?P<y2>{YEAR})\b"
        rf"|{one_of(lists['both_opens'])}\s+(?P<y3>{YEAR})\s+{one_of(lists['both_joins'])}\s+(?P<y4>{YEAR})\b)",
        rf"(?P<since>{one_of(lists['since'])}\s+(?:{one_of(lists['the'])}\s+\w+\s+{of}\s+)?(?P<since_year>{YEAR})\b)",
        rf"(?P<back>{one_of(lists['spans_back'])}\s+{years('n_back')})",
        rf"(?P<ahead>{one_of(lists['spans_ahead'])}\s+{years('n_ahead')})",
        rf"(?P<ago>{years('n_ago')}\s+{one_of(lists['ago'])}\b)",
        rf"(?P<plain>{one_of(lists['spans_plain'])}\s+{years('n_plain')})",
        rf"(?P<relative>{one_of(lists['relative_years'])}\b)(?!['’]s)",
        rf"(?P<bare_month>{one_of(lists['before_month'])}\s+(?:{one_of(lists['part_of_month'])}\s+)?"
        rf"(?P<bm>{one_of(lists['months'])})\b(?!\s+\d|\s?{dash}|{of_relative('b_shift')}))",
        rf"(?P<year>(?<![.,/$£€-])(?P<y>{YEAR})(?![\w%]|[.,]\d|-\d))",
    ]


def openings(lists: dict[str, Any]) -> str:
    """Return a pattern for the words with which a period may begin: no other place is tried."""
    return one_of({"h", "q", *(phrase.split()[0] for name in OPENING for phrase in lists[name])})


@cache
def period_rules(language: str) -> Rules:
    """Return the compiled period patterns of a language."""
    language_words = words(language)
    lists = {**language_words["periods"], **{name: language_words[name] for name in ("numbers", "ordinals", "of")}}
    months = {name: position for position, name in enumerate(lists["months"], start=1)}
    parts = {key(k): f"H{v}" for k, v in lists["halves"].items()} | {
        key(k): f"Q{v}" for k, v in lists["quarters"].items()
    }
    return Rules(
        re.compile(rf"(?<!\w)(?=\d|{openings(lists)})(?:{'|'.join(period_patterns(lists))})"),
        months | {k: int(v) for k, v in lists["months_short"].items()},
        parts,
        {key(k): int(v) for k, v in lists["relative_years"].items()},
        {key(k): int(v) for k, v in lists["numbers"].items()},
        frozenset(map(key, lists["anaphoric"])),
        {key(k): int(v) for k, v in lists["own_months"].items()},
    )


@cache
def against_pattern(language: str) -> re.Pattern[str]:
    """Return a pattern for the words right before a period that an amount is compared with: "than in"."""
    lists = words(language)["periods"]
    lead = one_of([*lists["in"], *lists["the"]])
    return re.compile(rf"\b{one_of(lists['against'])}\s+(?:{lead}\s+){{0,2}}$")


@cache
def next_statement_pattern(language: str) -> re.Pattern[str]:
    """Return a pattern for the words right before a period that opens another statement: "and in"."""
    lists = words(language)
    return re.compile(rf"\s{one_of(lists['clause_breaks'])}\s+{one_of(lists['periods']['in'])}\s+$")


@cache
def change_start_pattern(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return patterns for what stands before the first amount of a change and between both: "from" 40% "to" 60%."""
    lists = words(language)["between_numbers"]
    lead, to = one_of(lists["change_after"]), one_of(lists["range"])
    return re.compile(rf"\b{lead}\s+(?:\w+\s+){{0,2}}$"), re.compile(rf"\s+(?:\w+\s+)?{to}\s+(?:\w+\s+){{0,2}}")


@cache
def calendar_pattern(language: str) -> re.Pattern[str]:
    """Return a pattern for the names of a calendar whose years begin in March."""
    return re.compile(rf"{word_of(words(language)['periods']['own_calendars'])}\b")
