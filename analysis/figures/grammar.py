"""The compiled patterns by which numbers and their units are found, built from the word lists of a language.

They read a text in small letters, see `lexicon.small`.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from analysis.figures.currencies import CODES, Currencies, currencies
from analysis.figures.lexicon import key, one_of, small, word_of, words

T = TypeVar("T")

# "1,350", "1 350", "1'350.5"; "12,34,567"; "1.350.000"; "1.350,75"; "16,1", "37.1"; thin and no-break spaces as in
# typeset copy. Longer digits are ids. The first digit stands before: a search skips to it.
DIGITS = (
    r"\d{0,2}(?:[,’'\u00a0\u2009\u202f ]\d{3}){1,5}(?!\d)(?:\.\d{1,9})?"
    r"|\d?(?:,\d{2}){1,5},\d{3}(?!\d)(?:\.\d{1,2})?"
    r"|\d{0,2}(?:(?:\.\d{3}){2}(?:,\d{1,2})?|\.\d{3},\d{1,2})(?![.,]?\d)"
    r"|\d{0,14}(?!\d)(?:[.,·]\d{1,9})?(?![.,]?\d)"
)
VULGAR = r"\s?[½⅓⅔¼¾⅛⅜⅝⅞]|\s\d\s?/\s?\d(?![\d/])"  # "2½", "7 3/4"

DIGIT = re.compile(r"\d")

# Digits at the start of a word that are no amounts, whatever the language; those with words are added by language.
NO_AMOUNTS = (
    r"\d{4}-\d{2}-\d{2}\b|\d{1,2}[./]\d{1,2}[./]\d{2,4}\b",  # "2025-10-09", "12.02.2018"
    r"\d{1,2}:\d{2}\b",  # "15:32"
    r"(?:1[89]|20)\d\d\s?[-–/]\s?(?:\d{4}|\d{2})\b(?!\s?%)",  # "2025-2027", "2012/13"
    r"(?:\d{1,9}[-.]){3,9}\d+\b",  # "192.168.0.1", "495-123-45-67"
)
# The same with what stands before the digits: "[31]", "(1)"; "+7 495 123-45-67"; an address on the web.
LED_NO_AMOUNTS = (r"[\[(](?:(?<=\[)\d+\]|\d\))", r"\+\d[\d\s()-]{6,20}\d", r"(?:https?://|www\.)\S+")


@dataclass(frozen=True, slots=True)
class Grammar:
    """The compiled patterns of one language, and its words by their look-up key."""

    spelled: re.Pattern[str]
    no_amount: re.Pattern[str]  # at digits: dates, clock times, ordinals
    led_no_amounts: tuple[re.Pattern[str], ...]  # with what stands before the digits
    numbers: tuple[re.Pattern[str], ...]  # in digits, as parts of a scale, in words
    unit: re.Pattern[str]
    multiple: re.Pattern[str]
    fraction: re.Pattern[str]
    fraction_after: re.Pattern[str]
    fraction_not_after: re.Pattern[str]
    share: re.Pattern[str]
    join: re.Pattern[str]
    sum: re.Pattern[str]
    range_after: re.Pattern[str]
    change_after: re.Pattern[str]
    per: re.Pattern[str]
    values: dict[str, dict[str, float]]  # scales, numbers, parts, multiples, fractions
    quantities: dict[str, str]
    money: Currencies

    def may_have_amounts(self, text: str) -> bool:
        """Return whether a text has a digit or a word of amounts."""
        return bool(DIGIT.search(text) or self.spelled.search(small(text)))


def no_amount_patterns(lists: dict[str, Any]) -> tuple[str, ...]:
    """Return patterns for digits that are no amounts; the first begins with them, the others before them.

    "17-18 May", "5.30 pm", "30th"; "October 9, 2025", "No. 5", "the top 10 exporters".
    """
    months = [*lists["periods"]["months"], *lists["periods"]["months_short"]]
    ordinal = one_of(lists["ordinals"])
    # "could top 50 tonnes" is no rank
    no_rank = "".join(rf"(?<!\b{lead}\s{rank})" for lead in lists["no_rank_after"] for rank in lists["ranks"])
    day = rf"\d{{1,2}}{ordinal}?(?:\s?[-–—]\s?\d{{1,2}})?"
    at_digits = (
        rf"{day}\s+(?:{one_of(lists['of'])}\s+)?{one_of(months)}\b(?:,?\s+\d{{4}})?",
        rf"\d{{1,2}}[:.]\d{{2}}(?=\s?{one_of(lists['clock'])}\b)",
        rf"\d{{1,9}}{ordinal}\b",
        *NO_AMOUNTS,
    )
    return (
        rf"(?<!\w)(?:{'|'.join(at_digits)})",
        rf"{word_of(months)}\b\.?\s+{day}(?:,?\s+\d{{4}})?(?![\d%,.]{{0,9}}\d)",
        rf"{word_of(lists['list_marks'])}\s?\d+",
        rf"{word_of(lists['ranks'])}{no_rank}\s+\d{{1,3}}(?![\d.,]{{0,9}}\d|\s?%)",
        *LED_NO_AMOUNTS,
    )


def number_patterns(lists: dict[str, Any]) -> tuple[re.Pattern[str], ...]:
    """Return patterns for a number with the scale behind it: in digits, as a part of a scale, and in words.

    "1.5 bn", "half a million", "twenty-five thousand". Each begins with a letter or digit that a search can skip to.
    """
    scales = one_of(scale for scale in lists["scales"] if scale not in lists["short_scales"])
    scale = rf"(?:(?P<short>{one_of(lists['short_scales'])}\b)|[\s-]{{0,2}}(?P<scale>{scales})\b(?:\.(?=\s+[a-z]))?)?"
    spelled, hundred = one_of(lists["numbers"]), one_of(lists["hundred"])
    joined = one_of(lists["between_numbers"]["sum"])
    numbers = (
        rf"\d(?<!\d.)(?:{DIGITS})(?:{VULGAR})?",
        rf"{word_of(lists['parts'])}(?=\s+{scales}\b)",
        rf"{word_of(lists['numbers'])}(?:-{spelled})?(?:\s+{hundred}(?:\s+{joined}\s+{spelled}(?:-{spelled})?)?)?\b",
    )
    return tuple(re.compile(rf"(?P<number>{number}){scale}") for number in numbers)


def unit_pattern(lists: dict[str, Any], money: Currencies) -> str:
    """Return a pattern for what stands right behind a number: "%", "dollars", "tonnes per year", "years", "px"."""
    percent = "|".join(one_of([word]) + (r"\b" if word[0].isalpha() else "") for word in lists["percent"])
    rate = rf"\s+(?:{one_of(lists['of'])}\s+\w+\s+)?{one_of(lists['rates'])}\s+\w+"
    scales = one_of(scale for scale in lists["scales"] if scale not in lists["short_scales"])
    codes = one_of(CODES)
    return (
        rf"(?P<percent>\s?-?(?:{percent}))"
        rf"|(?P<glued>{one_of(lists['currencies']['hundredths_glued'])}\b)"
        rf"|\s?(?P<sign>{money.signs})(?!\s?\d)"
        rf"|[\s-]{{0,2}}(?P<quantity>{one_of(lists['quantities'])})(?!\w)(?P<rate>{rate})?"
        # "30 million in US dollars", "30 MEUR", "75 USD million"; but "2015 USD 30" has the code before its number
        rf"|[\s-]{{0,2}}(?:{one_of(lists['in_money'])}\s+)?(?P<mega>m(?={codes}\b))?(?P<money>(?!{codes}\s\d){money.behind})"
        rf"(?!\w)(?:\s+(?P<late>{scales})\b)?"
        rf"|[\s-]{{0,2}}(?P<duration>{one_of(lists['durations'])})\b"
        rf"|[\s-]{{0,2}}(?P<times>{one_of(lists['multiple_behind'])})\b(?!\s+{one_of(lists['not_multiple_before'])}\b)"
        rf"|\s?(?P<furniture>{one_of(lists['not_units'])})\b"
    )


def multiple_pattern(lists: dict[str, Any]) -> str:
    """Return a pattern for a multiple in words: "doubled", "by a factor of five"."""
    factor = rf"\d{{1,9}}(?:\.\d{{1,9}})?|{one_of(lists['numbers'])}"
    no_digits = rf"(?![\s-]+{one_of(lists['multiple_not_before'])}\b)"  # "to double-digit growth"
    return rf"{word_of([*lists['multiples'], *lists['multiple_before']])}\b{no_digits}(?:\s+(?P<factor>{factor})\b)?"


def fraction_pattern(lists: dict[str, Any]) -> str:
    """Return a pattern for a share in words, with what it is a share of, or with the end of its phrase behind it."""
    whole = one_of([*lists["of"], *lists["whose"]])
    ends = one_of(word for word in lists["noun_stops"] if word not in lists["rates"])
    return rf"{word_of(lists['fractions'])}(?:(?=\s+{whole}\b)|(?P<alone>(?=\s*(?:$|[.,;:!?)])|\s+{ends}\b)))"


def share_pattern(lists: dict[str, Any]) -> str:
    """Return a pattern for a share as a ratio: "one in five", "9 out of 10", "3/4 of"."""
    spelled, of = one_of(lists["numbers"]), one_of(lists["of"])
    not_behind = one_of([*lists["durations"], *lists["scales"], *lists["periods"]["months"]])
    return (
        rf"(?P<part>\d{{1,2}}|{spelled})(?:\s+{one_of(lists['share_joins'])}\s+(?P<whole>\d{{1,3}}|{spelled})"
        rf"(?![\w%/-]|[.,:]\d|\s+{not_behind}\b)|/(?P<parts>\d)(?=\s+{of}\b))"
    )


def spelled_pattern(lists: dict[str, Any]) -> str:
    """Return a pattern for words of amounts: a sentence without any, and without a digit, is passed over at once."""
    spelled = word_of([*lists["numbers"], *lists["fractions"], *lists["multiples"], *lists["scales"]])
    return rf"{spelled}\b"


def join_pattern(lists: dict[str, Any]) -> str:
    """Return a pattern for what stands between two numbers of one kind: a dash, "to", "and", "or", a comma."""
    between = lists["between_numbers"]
    words_between = rf"\s+(?:(?P<range>{one_of(between['range'])})|{one_of(between['pair'])})\s+"
    return rf"\s?(?P<dash>[-–—])\s?|,?{words_between}|(?P<comma>,\s+)"


@cache
def grammar(language: str = "en") -> Grammar:
    """Return the compiled patterns of a language.

    >>> grammar().numbers[0].search("about $ 27 billion")["number"]
    '27'
    """
    lists = words(language)
    between = lists["between_numbers"]
    money = currencies(language)
    no_amount, *led = map(re.compile, no_amount_patterns(lists))
    return Grammar(
        spelled=re.compile(spelled_pattern(lists)),
        no_amount=no_amount,
        led_no_amounts=tuple(led),
        numbers=number_patterns(lists),
        unit=re.compile(unit_pattern(lists, money)),
        multiple=re.compile(multiple_pattern(lists)),
        fraction=re.compile(fraction_pattern(lists)),
        fraction_after=re.compile(rf"(?<!\w){one_of(lists['fraction_after'])}\s+$"),
        fraction_not_after=re.compile(rf"(?<!\w){one_of(lists['fraction_not_after'])}\s+$"),
        share=re.compile(share_pattern(lists)),
        join=re.compile(join_pattern(lists)),
        sum=re.compile(rf"\s+(?:{one_of(between['sum'])}\s+)?"),
        range_after=re.compile(rf"\b{one_of(between['range_after'])}\s+(?:\w+\s+)?$"),
        change_after=re.compile(rf"\b{one_of(between['change_after'])}\s+(?:\w+\s+)?$"),
        per=re.compile(rf"\b{one_of(lists['per'])}\s+$"),
        values={name: keyed(lists[name]) for name in ("scales", "numbers", "parts", "multiples", "fractions")},
        quantities=keyed(lists["quantities"]),
        money=money,
    )


def keyed(table: dict[str, T]) -> dict[str, T]:
    """Return a table whose phrases are written as `lexicon.key` writes them."""
    return {key(phrase): value for phrase, value in table.items()}
