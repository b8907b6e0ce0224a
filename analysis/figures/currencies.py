"""The patterns by which money is told, and the code of each of its names, built from the word lists of a language."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from analysis.figures.lexicon import key, one_of, words
from analysis.nations import unit, whose_money

REACH = 16  # characters before a number in which its currency stands: "U.S. $ ", "Can$-"

# The codes of ISO 4217 with those of money that is gone (DEM) or nobody's (BTC).
CODES = re.findall(
    r"[A-Z]{3}",
    """
    AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTC BTN BWP BYN BZD CAD
    CDF CHF CLP CNH CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ
    GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR
    LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK
    PHP PKR PLN PYG QAR RON RSD RUB RUR RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS
    TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG ZWL DEM FRF ITL
    ESP NLG BEF ATS FIM GRD PTE IEP
    """,
)


@dataclass(frozen=True, slots=True)
class Meanings:
    """Names of money that are something else in some company: what they are called then, and the company."""

    names: dict[str, str]
    company: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Currencies:
    """How money is written in a language; names by their look-up key."""

    before: re.Pattern[str]  # to be searched right before a number
    ends: frozenset[str]  # last characters of what may stand there
    behind: str  # pattern of names and codes behind a number
    signs: str  # the same of symbols: "10 €"
    codes: dict[str, str]  # name, code or symbol -> ISO 4217
    hundredths: dict[str, str]
    glued: frozenset[str]
    capitals: frozenset[str]
    large_only: frozenset[str]
    meanings: tuple[Meanings, ...]
    of: re.Pattern[str]
    hyphen_money: re.Pattern[str]


def names_behind(lists: dict[str, Any]) -> dict[str, str]:
    """Return the names of money with their codes: "dollars", "Hong Kong dollars"."""
    spellings = {name: group["names"] for group in lists["of_country"] for name in group["names"]}
    named: dict[str, str] = dict(lists["behind"])
    for code, countries in whose_money().items():
        name = unit(code)
        for spelling in spellings.get(name, (name, f"{name}s")):
            named |= {f"{country} {spelling}": code for country in countries}
    for group in lists["of_country"]:
        for country, code in group.get("of", {}).items():
            named |= {f"{country} {name}": code for name in group["names"]}
    return named


@cache
def currencies(language: str = "en") -> Currencies:
    """Return how money is written in a language.

    >>> currencies().codes["hong kong dollars"], currencies().codes["hk$"], currencies().codes["kenya shillings"]
    ('HKD', 'HKD', 'KES')
    """
    all_lists = words(language)
    lists = all_lists["currencies"]
    codes = {code.lower(): code for code in CODES if code not in lists["no_codes"]} | {"rur": "RUB", "cnh": "CNY"}
    with_sign = {f"{name}$": code for name, code in codes.items()}  # "NZD$15"
    symbols = {**lists["symbols"], **{name.replace(" ", ""): code for name, code in lists["symbols"].items()}}
    named = names_behind(lists)
    signs = {name: code for name, code in symbols.items() if len(name) == 1} | lists["symbols_behind"]
    hundredths = {**lists["hundredths"], **lists["hundredths_glued"]}
    in_front = [*codes, *with_sign, *symbols, *lists["glued"]]
    return Currencies(
        before=re.compile(rf"(?<!\w)(?P<name>{one_of(in_front)})\s{{0,2}}[-−]?\Z"),
        ends=frozenset(name[-1].lower() for name in in_front),
        behind=one_of([*named, *lists["hundredths"], *codes]),
        signs=one_of(signs),
        codes={
            key(name): code
            for table in (codes, with_sign, lists["glued"], symbols, named, signs)
            for name, code in table.items()
        },
        hundredths={key(name): code for name, code in hundredths.items()},
        glued=frozenset(key(name) for name in lists["glued"]),
        capitals=frozenset(key(name) for name in lists["in_capitals"]),
        large_only=frozenset(key(name) for name in lists["large_only"]),
        meanings=tuple(
            Meanings(group["names"], re.compile(rf"(?<!\w){one_of(group['in_sentence'])}\b"))
            for group in lists["two_meanings"]
        ),
        of=re.compile(rf"\s+{one_of(all_lists['of'])}\b"),
        hyphen_money=re.compile(rf"[\s-]+(?:\w+[\s-]+)?{one_of(lists['hyphen_money'])}\b"),
    )
