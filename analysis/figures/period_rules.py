"""The compiled patterns by which periods are found, built from the word lists of a language."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from analysis.figures.lexicon import key, one_of, words

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


def period_patterns(lists: dict[str, Any]) -> list[str]:
    """Return the period patterns of a language in the order in which they are tried; each has a group that names it."""
    months, of = one_of([*lists["months"], *lists["months_short"]]), one_of(lists["of"])
    parts = one_of([*lists["halves"], *lists["quarters"]])
    number = rf"(?:\d{{1,3}}|{one_of(lists['numbers'])})"
    nth_months = rf"{one_of(lists['first'])}\s+(?P<n_months>{number})\s+{one_of(lists['months_word'])}"
    ordinal, to, dash = one_of(lists["ordinals"]), one_of(lists["to"]), r"[-–—]"

    def years(group: str) -> str:
        return rf"(?P<{group}>{number})\s+{one_of(lists['years'])}\b"

    def of_year(group: str) -> str:
        return rf"(?:,?\s+(?:{of}\s+)?(?:{one_of(lists['the_word_year'])}\s+)?(?P<{group}>{YEAR})\b)"

    def of_relative(group: str) -> str:
        return rf"(?:,?\s+(?:{of}\s+)?(?P<{group}>{one_of(lists['relative_years'])})\b)"

    return [
        rf"(?P<iso>{YEAR}-\d\d-\d\d)\b",
        rf"(?P<fiscal>{one_of(lists['fiscal'])}\s*(?P<fy>{YEAR})(?:\s?[-–/]\s?(?P<fy2>\d{{4}}|\d\d))?)\b",
        rf"(?P<day>(?P<d1>\d{{1,2}}){ordinal}?\s+(?:{of}\s+)?(?P<dm1>{months})\b\.?{of_year('dy1')}?)",
        rf"(?P<day2>(?P<dm2>{months})\.?\s+(?P<d2>\d{{1,2}}){ordinal}?\b(?!\s?{dash}\s?\d)"
        rf"(?:,?\s+(?P<dy2>{YEAR})\b)?)",
        rf"(?P<months_span>(?P<m1>{months})\.?(?:\s+(?P<my1>{YEAR}))?(?:\s?{dash}\s?|\s+{to}\s+)(?P<m2>{months})\b\.?"
        rf"{of_year('my2')}?)",
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
        re.compile(rf"(?<!\w)(?=\w)(?:{'|'.join(period_patterns(lists))})"),
        months | {k: int(v) for k, v in lists["months_short"].items()},
        parts,
        {key(k): int(v) for k, v in lists["relative_years"].items()},
        {key(k): int(v) for k, v in lists["numbers"].items()},
        frozenset(map(key, lists["anaphoric"])),
    )
