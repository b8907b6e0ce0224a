"""The words that English and other languages have for countries, each with the country it is a word for."""

from functools import cache

from analysis.study import DEFAULT, load


@cache
def country_words(language: str) -> dict[str, str]:
    """Return ISO 3166 alpha-3 codes by names, demonyms and capitals of all countries, in small letters.

    >>> words = country_words("en")
    >>> words["france"], words["french"], words["niger"], words["nigerian"], words["u.s."]
    ('FRA', 'FRA', 'NER', 'NGA', 'USA')
    """
    return {
        word.lower(): country.code
        for country in load(DEFAULT).countries
        for listed in (country.capitals, country.demonyms, country.names)
        for word in listed.get(language, ())
    }


@cache
def demonyms(language: str) -> frozenset[str]:
    """Return what the people of all countries are called, and what is theirs, in small letters.

    >>> "kenyan" in demonyms("en"), "kenya" in demonyms("en")
    (True, False)
    """
    return frozenset(word.lower() for country in load(DEFAULT).countries for word in country.demonyms.get(language, ()))


def is_country(name: str, language: str) -> bool:
    """Return whether a name is that of a country, or of its capital that stands for it.

    >>> is_country("the United States", "en"), is_country("Kenya Airways", "en")
    (True, False)
    """
    return name.removeprefix("the ").removeprefix("The ").lower() in country_words(language)
