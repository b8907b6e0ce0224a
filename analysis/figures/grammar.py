"""The compiled patterns by which numbers and their units are found, built from the word lists of a language.

They read a text in small letters, see `lexicon.small`.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from analysis.figures.lexicon import key, one_of, small, word_of, words

T = TypeVar("T")

# "1,350", "1 350", "1'350.5", "16,1", "37.1"; thin and no-break spaces as in typeset copy. Longer digits are ids.
DIGITS = r"\d{1,3}(?:[,’'\u00a0\u2009\u202f ]\d{3}){1,5}(?!\d)(?:\.\d{1,9})?|\d{1,15}(?!\d)(?:[.,]\d{1,9})?(?![.,]?\d)"

DIGIT = re.compile(r"\d")

# Codes of ISO 4217 that news on money uses; some others would be misread as words of English ("ALL", "TOP").
CODES = """USD EUR GBP JPY CNY RUB RUR KZT UZS KGS TJS TMT INR PKR IRR TRY AED SAR UAH BYN GEL AMD AZN AFN KRW AUD CAD
    CHF SEK NOK DKK PLN HKD SGD MYR THB VND BRL MXN ZAR TWD NZD ILS HUF CZK IDR""".lower().split()

# Digits at the start of a word that are no amounts, whatever the language; those with words are added by language.
NOT_AMOUNTS = (
    r"\d{4}-\d{2}-\d{2}\b|\d{1,2}[./]\d{1,2}[./]\d{2,4}\b",  # "2025-10-09", "12.02.2018"
    r"\d{1,2}:\d{2}\b",  # "15:32"
    r"(?:1[89]|20)\d\d\s?[-–/]\s?(?:\d{4}|\d{2})\b(?!\s?%)",  # "2025-2027", "2012/13"
    r"(?:\d{1,9}[-.]){3,9}\d+\b|\+\d[\d\s()-]{6,20}\d",  # "192.168.0.1", "+7 495 123-45-67"
    r"[a-z]{1,20}-\d+\b",  # "B-52", "Expo-2017"
)


@dataclass(frozen=True, slots=True)
class Grammar:
    """The compiled patterns of one language, and its words by their look-up key."""

    spelled: re.Pattern[str]
    not_amounts: re.Pattern[str]
    number: re.Pattern[str]
    unit: re.Pattern[str]
    multiple: re.Pattern[str]
    fraction: re.Pattern[str]
    fraction_not_after: re.Pattern[str]
    join: re.Pattern[str]
    range_after: re.Pattern[str]
    change_after: re.Pattern[str]
    per: re.Pattern[str]
    values: dict[str, dict[str, float]]  # scales, numbers, parts, multiples, fractions
    names: dict[str, dict[str, str]]  # currencies before and behind, hundredths, quantities

    def may_have_amounts(self, text: str) -> bool:
        """Return whether a text has a digit or a word of amounts."""
        return bool(DIGIT.search(text) or self.spelled.search(small(text)))


def not_amounts_pattern(lists: dict[str, Any]) -> str:
    """Return a pattern for digits that are none: "May 17-18", "9 October 2025", "5.30 pm", "30th", "No. 5"."""
    months = one_of([*lists["periods"]["months"], *lists["periods"]["months_short"]])
    ordinal = one_of(lists["ordinals"])
    day = rf"\d{{1,2}}{ordinal}?(?:\s?[-–—]\s?\d{{1,2}})?"
    at_word_start = "|".join(
        [
            rf"{months}\b\.?\s+{day}(?:,?\s+\d{{4}})?(?![\d%,.]{{0,9}}\d)",
            rf"{day}\s+(?:{one_of(lists['of'])}\s+)?{months}\b(?:,?\s+\d{{4}})?",
            rf"\d{{1,2}}[:.]\d{{2}}(?=\s?{one_of(lists['clock'])}\b)",
            rf"\d{{1,9}}{ordinal}\b",
            rf"{one_of(lists['list_marks'])}\s?\d+",
            *NOT_AMOUNTS,
        ]
    )
    return rf"(?<!\w)(?:{at_word_start})|\[\d+\]|\(\d\)"  # "[31]", "(1)"


def number_pattern(lists: dict[str, Any]) -> str:
    """Return a pattern for a number with currency before and scale behind it: "US$ 1.5 bn", "half a million"."""
    spelled = one_of(lists["numbers"])
    scales = one_of(scale for scale in lists["scales"] if scale not in lists["short_scales"])
    currency = rf"{one_of(CODES)}(?=[\s\d])|{one_of(lists['currencies']['before'])}"
    return (
        rf"(?<![\w.,#№/])(?<![a-z]-)(?:(?P<currency>{currency})\s{{0,2}})?"
        rf"(?:(?P<digits>(?<!\d){DIGITS})|(?P<part>{one_of(lists['parts'])})(?=\s+{scales}\b)"
        rf"|(?P<word>{spelled}(?:-{spelled})?(?:\s+{one_of(lists['hundred'])})?)\b)"
        rf"(?:(?P<short>{one_of(lists['short_scales'])}\b)|[\s-]{{0,2}}(?P<scale>{scales})\b(?:\.(?=\s+[a-z]))?)?"
    )


def unit_pattern(lists: dict[str, Any]) -> str:
    """Return a pattern for what stands right behind a number: "%", "dollars", "tonnes per year", "years", "px"."""
    percent = "|".join(one_of([word]) + (r"\b" if word[0].isalpha() else "") for word in lists["percent"])
    behind = one_of([*lists["currencies"]["behind"], *lists["currencies"]["hundredths"], *CODES])
    rate = rf"\s+(?:{one_of(lists['of'])}\s+\w+\s+)?{one_of(lists['rates'])}\s+\w+"
    return (
        rf"(?P<percent>\s?-?(?:{percent}))"
        rf"|[\s-]{{0,2}}(?:{one_of(lists['in_money'])}\s+)?(?P<money>{behind}\b)"
        rf"|[\s-]{{0,2}}(?P<quantity>{one_of(lists['quantities'])})\b(?P<rate>{rate})?"
        rf"|[\s-]{{0,2}}(?P<duration>{one_of(lists['durations'])})\b"
        rf"|[\s-]{{0,2}}(?P<times>{one_of(lists['multiple_behind'])})\b(?!\s+{one_of(lists['not_multiple_before'])}\b)"
        rf"|\s?(?P<furniture>{one_of(lists['not_units'])})\b"
    )


def multiple_pattern(lists: dict[str, Any]) -> str:
    """Return a pattern for a multiple in words: "doubled", "by a factor of five"."""
    factor = rf"\d{{1,9}}(?:\.\d{{1,9}})?|{one_of(lists['numbers'])}"
    return rf"{word_of([*lists['multiples'], *lists['multiple_before']])}\b(?:\s+(?P<factor>{factor})\b)?"


def spelled_pattern(lists: dict[str, Any]) -> str:
    """Return a pattern for words of amounts: a sentence without any, and without a digit, is passed over at once."""
    spelled = word_of([*lists["numbers"], *lists["fractions"], *lists["multiples"], *lists["scales"]])
    return rf"{spelled}\b"


def join_pattern(lists: dict[str, Any]) -> str:
    """Return a pattern for what stands between two numbers of one kind: a dash, "to", "and", "or"."""
    between = lists["between_numbers"]
    return rf"\s?(?P<dash>[-–—])\s?|\s+(?:(?P<range>{one_of(between['range'])})|{one_of(between['pair'])})\s+"


@cache
def grammar(language: str = "en") -> Grammar:
    """Return the compiled patterns of a language.

    >>> grammar().number.search("about $ 27 billion")["digits"]
    '27'
    """
    lists = words(language)
    between = lists["between_numbers"]
    names = {name: keyed(lists["currencies"][name]) for name in ("before", "behind", "hundredths")}
    return Grammar(
        spelled=re.compile(spelled_pattern(lists)),
        not_amounts=re.compile(not_amounts_pattern(lists)),
        number=re.compile(number_pattern(lists)),
        unit=re.compile(unit_pattern(lists)),
        multiple=re.compile(multiple_pattern(lists)),
        fraction=re.compile(rf"{word_of(lists['fractions'])}(?=\s+{one_of(lists['of'])}\b)"),
        fraction_not_after=re.compile(rf"(?<!\w){one_of(lists['fraction_not_after'])}\s+$"),
        join=re.compile(join_pattern(lists)),
        range_after=re.compile(rf"\b{one_of(between['range_after'])}\s+(?:\w+\s+)?$"),
        change_after=re.compile(rf"\b{one_of(between['change_after'])}\s+(?:\w+\s+)?$"),
        per=re.compile(rf"\b{one_of(lists['per'])}\s+$"),
        values={name: keyed(lists[name]) for name in ("scales", "numbers", "parts", "multiples", "fractions")},
        names={**names, "quantities": keyed(lists["quantities"])},
    )


def keyed(table: dict[str, T]) -> dict[str, T]:
    """Return a table whose phrases are written as `lexicon.key` writes them."""
    return {key(phrase): value for phrase, value in table.items()}
