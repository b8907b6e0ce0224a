"""The compiled patterns by which numbers and their units are found, built from the word lists of a language."""

import re
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from analysis.figures.lexicon import key, one_of, words

T = TypeVar("T")

# "1,350", "1 350", "1'350.5", "16,1", "37.1"; thin and no-break spaces as in typeset copy.
DIGITS = r"\d{1,3}(?:[,’'\u00a0\u2009\u202f ]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:[.,]\d+)?"

# Codes of ISO 4217 that news on money uses; some others would be misread as words of English ("ALL", "TOP").
CODES = re.findall(
    r"[A-Z]{3}",
    """USD EUR GBP JPY CNY RUB RUR KZT UZS KGS TJS TMT INR PKR IRR TRY AED SAR UAH BYN GEL AMD AZN AFN KRW AUD CAD CHF
    SEK NOK DKK PLN HKD SGD MYR THB VND BRL MXN ZAR TWD NZD""",
)

# Digits that are no amounts, whatever the language; dates with a month's name are added by language.
NOT_AMOUNTS = (
    r"\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b",  # "2025-10-09", "12.02.2018"
    r"\b\d{1,2}[:.]\d{2}(?=\s?(?:[ap]\.?m\b|GMT|UTC|hours))|\b\d{1,2}:\d{2}\b",  # "5.30 pm", "15:32"
    r"\b(?:1[89]|20)\d\d\s?[-–/]\s?(?:\d{4}|\d{2})\b(?!\s?%)",  # "2025-2027", "2012/13"
    r"\[\d+\]|(?:#|№|\bNo\.?\s)\s?\d+|\(\d\)",  # "[31]", "No. 5", "(1)"
    r"\b\d+(?:st|nd|rd|th)\b",  # "30th"
    r"\b(?:\d+[-.]){3,}\d+\b|\+\d[\d\s()-]{6,20}\d",  # "192.168.0.1", "+7 495 123-45-67"
    r"\b[A-Za-z]+-\d+\b",  # "B-52", "Expo-2017"
)


@dataclass(frozen=True, slots=True)
class Grammar:
    """The compiled patterns of one language, and its words by their look-up key."""

    cheap: re.Pattern[str]
    not_amounts: re.Pattern[str]
    number: re.Pattern[str]
    unit: re.Pattern[str]
    multiple: re.Pattern[str]
    fraction: re.Pattern[str]
    values: dict[str, dict[str, float]]  # scales, numbers, parts, multiples, fractions
    names: dict[str, dict[str, str]]  # currencies before and behind, hundredths, quantities


def date_pattern(lists: dict[str, dict[str, list[str]]]) -> str:
    """Return a pattern for dates with a month's name: "May 17-18", "October 9, 2025", "9 October 2025"."""
    months = one_of([*lists["periods"]["months"], *lists["periods"]["months_short"]])
    day = r"\d{1,2}(?:st|nd|rd|th)?(?:\s?[-–—]\s?\d{1,2})?"
    return rf"\b{months}\b\.?\s+{day}(?:,?\s+\d{{4}})?(?![\d%,.]*\d)|\b{day}\s+(?:of\s+)?{months}\b(?:,?\s+\d{{4}})?"


def number_pattern(lists: dict[str, dict[str, str]]) -> str:
    """Return a pattern for a number with currency before and scale behind it: "US$ 1.5 bn", "half a million"."""
    number_words = rf"{one_of(lists['numbers'])}(?:-{one_of(lists['numbers'])})?(?:\s+hundred)?"
    scales = one_of(scale for scale in lists["scales"] if scale not in lists["short_scales"])
    currency = rf"(?:{'|'.join(CODES)})(?=[\s\d])|{one_of(lists['currencies']['before'])}"
    return (
        rf"(?<![\w.,#№/])(?<![A-Za-z]-)(?:(?P<currency>{currency})\s{{0,2}})?"
        rf"(?:(?P<digits>(?<!\d){DIGITS})|(?P<part>{one_of(lists['parts'])})(?=\s+{scales}\b)|(?P<word>{number_words})\b)"
        rf"(?:(?P<short>(?:{'|'.join(lists['short_scales'])})\b)|[\s-]{{0,2}}(?P<scale>{scales})\b(?:\.(?=\s+[a-z]))?)?"
    )


def unit_pattern(lists: dict[str, dict[str, list[str]]]) -> str:
    """Return a pattern for what stands right behind a number: "%", "dollars", "tonnes per year", "years", "px"."""
    percent = "|".join(one_of([word]) + (r"\b" if word[0].isalpha() else "") for word in lists["percent"])
    behind = one_of([*lists["currencies"]["behind"], *lists["currencies"]["hundredths"]])
    not_times = "|".join(lists["not_multiple_before"])
    return (
        rf"(?P<percent>\s?-?(?:{percent}))"
        rf"|[\s-]{{0,2}}(?:in\s+)?(?P<money>(?:{behind}|{'|'.join(CODES)})\b)"
        rf"|[\s-]{{0,2}}(?P<quantity>{one_of(lists['quantities'])})\b(?P<rate>\s+(?:of\s+\w+\s+)?(?:per|an?)\s+\w+)?"
        rf"|[\s-]{{0,2}}(?P<duration>{one_of(lists['durations'])})\b"
        rf"|[\s-]{{0,2}}(?P<times>{one_of(lists['multiple_behind'])})\b(?!\s+(?:{not_times})\b)"
        rf"|\s?(?P<furniture>{one_of(lists['not_units'])})\b"
    )


def cheap_pattern(lists: dict[str, dict[str, list[str]]]) -> str:
    """Return a pattern that a sentence without any amount does not match, so that most are passed over at once."""
    spelled = one_of([*lists["numbers"], *lists["fractions"], *lists["multiples"], "dozen", "a"])
    return rf"\d|\b{spelled}\b"


@cache
def grammar(language: str = "en") -> Grammar:
    """Return the compiled patterns of a language.

    >>> grammar().number.search("about $ 27 billion")["digits"]
    '27'
    """
    lists = words(language)
    patterns = (
        cheap_pattern(lists),
        "|".join([date_pattern(lists), *NOT_AMOUNTS]),
        number_pattern(lists),
        unit_pattern(lists),
        rf"\b(?:(?P<word>{one_of(lists['multiples'])})|{one_of(lists['multiple_before'])}\s+of\s+"
        rf"(?P<factor>\d+(?:\.\d+)?|{one_of(lists['numbers'])}))\b",
        rf"(?:\b{one_of(lists['fraction_not_after'])}\s+)?\b(?P<fraction>{one_of(lists['fractions'])})(?=\s+{one_of(lists['fraction_of'])}\b)",
    )
    values = {name: keyed(lists[name]) for name in ("scales", "numbers", "parts", "multiples", "fractions")}
    names = {name: keyed(lists["currencies"][name]) for name in ("before", "behind", "hundredths")}
    names["quantities"] = keyed(lists["quantities"])
    cheap, not_amounts, number, unit, multiple, fraction = (re.compile(pattern, re.IGNORECASE) for pattern in patterns)
    return Grammar(cheap, not_amounts, number, unit, multiple, fraction, values, names)


def keyed(table: dict[str, T]) -> dict[str, T]:
    """Return a table whose phrases are written as `lexicon.key` writes them."""
    return {key(phrase): value for phrase, value in table.items()}
