"""Whose money a name means that several countries give theirs: "5 million shillings" in an article about Uganda."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from analysis.figures.amount import Amount
from analysis.figures.currencies import currencies
from analysis.figures.lexicon import key, small, words
from analysis.nations import amounts_of, money_of, unit


@cache
def countries_by_name(language: str) -> Mapping[str, Mapping[str, str]]:
    """Return for each name of money that several countries use for theirs the currency of each country.

    >>> named = countries_by_name("en")["shillings"]
    >>> named["KEN"], named["UGA"], "dollars" in countries_by_name("en")
    ('KES', 'UGX', False)
    """
    lists, found = words(language)["currencies"], defaultdict[str, dict[str, str]](dict)
    for country, codes in money_of().items():
        for code in codes:
            for name in (unit(code), f"{unit(code)}s", amounts_of(code).rpartition(" ")[2]):
                found[name].setdefault(country, code)
    names = found.keys() & lists["behind"].keys() - set(lists["everywhere"])
    return {name: found[name] for name in names if len(set(found[name].values())) > 1}


@cache
def ends_in_money(language: str) -> re.Pattern[str]:
    """Return a pattern for the name of money that ends an amount, with whose it is: "Sri Lankan rupees"."""
    return re.compile(rf"(?<!\w)(?P<name>{currencies(language).behind})$")


def local(stated: Sequence[Amount], text: str, countries: Iterable[str], language: str = "en") -> list[Amount]:
    """Return the amounts of a sentence with the money of the first of some countries (alpha-3) that calls its so.

    What names a currency itself ("Kenyan shillings", "UGX") stays; so does what none of the countries uses.

    >>> text = "It paid 5 million shillings and 2 million Kenyan shillings"
    >>> stated = [Amount(8, 27, "money", 5e6, None, "KES"), Amount(32, 58, "money", 2e6, None, "KES")]
    >>> [amount.unit for amount in local(stated, text, ["CHN", "UGA"])]
    ['UGX', 'KES']
    """
    spoken_of, named = list(countries), countries_by_name(language)
    lower = small(text)

    def money(amount: Amount) -> str:
        found = ends_in_money(language).search(lower[amount.start : amount.end])
        own = named.get(key(found["name"]), {}) if found and amount.kind == "money" else {}
        used = [own[country] for country in spoken_of if country in own]
        return amount.unit if amount.unit in used or not used else used[0]

    return [replace(amount, unit=money(amount)) for amount in stated]
