"""The noun that a number counts ends with the first plural behind it, before any word that begins something else."""

import pytest

from analysis.figures.nouns import is_plural, kind_of_noun, noun


@pytest.mark.parametrize(
    ("behind", "unit"),
    [
        (" of its soldiers have", "soldiers"),
        (" are studying there", ""),
        (" business trips a year", "business trips"),
        ("-odd tankers were", "odd tankers"),
        (" jobs. Wages rose", "jobs"),
        (" Japanese-made buses", "Japanese-made buses"),
        (" percent", ""),
        (" new and old depots", ""),
        (" people", "people"),
        (" Vietnamese", "Vietnamese"),
        (" Vietnamese citizens", "Vietnamese citizens"),
        (" Kenyans", "Kenyans"),
        (" of the workers", "workers"),
        ("", ""),
    ],
)
def test_the_noun_behind_a_number(behind, unit):
    end, found = noun("45" + behind, 2)
    assert found == unit
    assert ("45" + behind)[2:end].endswith(unit)


@pytest.mark.parametrize(
    ("word", "plural"), [("crisis", False), ("gas", False), ("boss’s", False), ("taxes", True), ("staff", True)]
)
def test_a_plural_looks_like_one(word, plural):
    assert is_plural(word, "en") is plural


@pytest.mark.parametrize(
    ("unit", "kind"),
    [
        ("seasonal workers", "people"),
        ("Ugandans", "people"),
        ("small firms", "companies"),
        ("joint projects", "projects"),
        ("camels", ""),
    ],
)
def test_a_noun_is_of_people_companies_or_projects(unit, kind):
    assert kind_of_noun(unit) == kind
