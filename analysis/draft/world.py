"""The countries of the world as entries of a study, and the parts of the world that the United Nations put them in."""

from collections import Counter
from functools import cache, lru_cache
from itertools import chain
from typing import Any

import pycountry

from analysis.study import KEY, Country, Study


@lru_cache(maxsize=8)
def of_the_world(study: Study) -> Study:
    """Return the study with an entry for every country and territory of ISO 3166; those it has already stay.

    >>> from analysis.study import DEFAULT, load
    >>> of_the_world(load(DEFAULT)).countries[-1].name
    'Wallis and Futuna'
    """
    known = {country.code for country in study.countries}
    further = sorted((one.alpha_3, one.alpha_2) for one in pycountry.countries if one.alpha_3 not in known)
    named = ((*country.names["en"], *country.demonyms.get("en", ())) for country in study.countries)
    taken = Counter(chain.from_iterable(named))
    taken.update(_demonym(code) for code, _ in further)
    people = {code: _demonym(code) for code, _ in further if taken[_demonym(code)] == 1}
    countries = (*study.countries, *(_country(code, alpha_2, people.get(code, "")) for code, alpha_2 in further))
    return Study.model_construct(**{**dict(study), "countries": countries})


def _country(code: str, alpha_2: str, demonym: str) -> Country:
    """Return the entry of a country that a study lacks: its name in English and its people, where no other has them.

    Its capital is no cue: those left are small places whose capitals are other places' names, such as Hamilton.
    """
    from babel import Locale

    # Babel writes "Wallis & Futuna" and "Cocos (Keeling) Islands": a cue has neither the sign nor brackets.
    name = Locale("en").territories[alpha_2].partition(" (")[0].replace("&", "and")
    demonyms = {"demonyms": {"en": [demonym]}} if demonym not in ("", name) else {}
    return Country.model_validate({KEY: code, "name": name, **demonyms})


def _demonym(code: str) -> str:
    return str(_facts(code).get("demonym") or "")


@cache
def _facts(code: str) -> dict[str, Any]:
    from countryinfo import CountryInfo
    from countryinfo.exceptions import CountryNotFoundError

    try:
        return dict(CountryInfo(code).info())
    except CountryNotFoundError:
        return {}


@cache
def parts(code: str) -> tuple[str, ...]:
    """Return the parts of the world that a country belongs to, the smallest first, by the United Nations' division.

    Source: UN M49, as the package countryinfo has it. Empty for Antarctica.

    >>> parts("KEN"), parts("NOR")
    (('Eastern Africa', 'Sub-Saharan Africa', 'Africa'), ('Northern Europe', 'Europe'))
    """
    named = (_facts(code).get(key) for key in ("intermediateregion", "subregion", "region"))
    return tuple(dict.fromkeys(str(part) for part in named if part))
