"""What English calls the countries of the world, their people and their money, from the Unicode locale data (CLDR)."""

from collections import defaultdict
from functools import cache

import pycountry
from babel import Locale
from babel.core import get_global
from babel.numbers import get_currency_name, get_territory_currencies

ISO_639_1 = 2  # letters of the languages that nations are called by; longer codes are of dialects and of old languages


@cache
def country_names() -> dict[str, str]:
    """Return the English name of each country by its ISO 3166 alpha-3 code.

    >>> country_names()["VNM"], country_names()["ATG"]
    ('Vietnam', 'Antigua and Barbuda')
    """
    names = Locale("en").territories
    return {
        country.alpha_3: names[country.alpha_2].replace("&", "and").replace("St. ", "Saint ")
        for country in pycountry.countries
    }


@cache
def whose_money() -> dict[str, frozenset[str]]:
    """Return what may stand before the name of each currency in use: a country, its adjective, its main language.

    >>> sorted(whose_money()["THB"]), sorted(whose_money()["VND"])
    (['Thai', 'Thailand'], ['Vietnam', 'Vietnamese'])
    """
    english, whose = Locale("en"), defaultdict[str, set[str]](set)
    for country in filter(_is_country, english.territories):
        for currency in get_territory_currencies(country):
            # The euro is nobody's by its name.
            whose[currency] |= {english.territories[country], _adjective(english.currencies[currency])} - {""}
    for language, country in _homes().items():
        for currency in get_territory_currencies(country):
            whose[currency].add(english.languages[language])
    return {currency: frozenset(words) for currency, words in whose.items()}


def amounts_of(currency: str) -> str:
    """Return what amounts of a currency are called; a code that is none as it is.

    >>> amounts_of("KES"), amounts_of("BTC")
    ('Kenyan shillings', 'BTC')
    """
    return str(get_currency_name(currency, 2, "en_GB"))


def unit(currency: str) -> str:
    """Return what a currency is called at home, in small letters.

    >>> unit("KES"), unit("CHF")
    ('shilling', 'franc')
    """
    name: str = Locale("en").currencies[currency]
    return name.rpartition(" ")[2].lower()


@cache
def money_of() -> dict[str, tuple[str, ...]]:
    """Return the currencies in use in each country, ISO 4217 by ISO 3166 alpha-3 code.

    >>> money_of()["KEN"], money_of()["UGA"]
    (('KES',), ('UGX',))
    """
    return {country.alpha_3: tuple(get_territory_currencies(country.alpha_2)) for country in pycountry.countries}


@cache
def peoples(unchanged: tuple[str, ...]) -> frozenset[str]:
    """Return nations as counted nouns, in small letters; words with an ending of `unchanged` are plural as they are.

    A word that is no noun ("british") is among them with an "s" that nobody writes.

    >>> {"kenyans", "chinese", "thais"} <= peoples(("ese",))
    True
    """
    english = Locale("en")
    nations = {_adjective(english.currencies[currency]).lower() for currency in whose_money()}
    nations |= {english.languages[language].lower() for language in _homes()}
    plurals = {nation if nation.endswith(unchanged) else f"{nation}s" for nation in nations if nation.isalpha()}
    return frozenset(plurals - {name.lower() for name in country_names().values()})


def _is_country(territory: str) -> bool:
    return len(territory) == len("VN") and territory.isalpha()  # "001" is the world


def _adjective(currency: str) -> str:
    """Return whose a currency is by its name: "Kenyan Shilling", "Israeli New Shekel"."""
    return currency.rpartition(" ")[0].removesuffix(" New")


@cache
def _homes() -> dict[str, str]:
    """Return the country that each language is most likely spoken in, alpha-2."""
    names = Locale("en").languages
    return {
        language: tag.rpartition("_")[2]
        for language, tag in get_global("likely_subtags").items()
        if len(language) == ISO_639_1 and language in names
    }
