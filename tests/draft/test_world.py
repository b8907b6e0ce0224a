import pycountry
import pytest

from analysis.cues import pattern
from analysis.draft.world import of_the_world, parts
from analysis.study import Study


def test_every_country_and_territory_has_an_entry_once(shipped: Study) -> None:
    codes = [country.code for country in of_the_world(shipped).countries]
    assert sorted(codes) == sorted(country.alpha_3 for country in pycountry.countries)


def test_the_entries_of_the_study_stay_as_they_are(shipped: Study) -> None:
    assert of_the_world(shipped).countries[: len(shipped.countries)] == shipped.countries


def test_no_name_or_people_belongs_to_two_countries(shipped: Study) -> None:
    taken: dict[str, str] = {}
    known = {country.code for country in shipped.countries}
    for country in of_the_world(shipped).countries:
        for cue in {*country.names["en"], *country.demonyms.get("en", ())}:
            other = taken.setdefault(cue, country.code)
            assert other == country.code or {other, country.code} <= known, cue


@pytest.mark.parametrize(
    ("code", "text"), [("PRI", "a Puerto Rican port"), ("FRO", "the Faroe Islands"), ("GIB", "Gibraltar")]
)
def test_further_countries_are_found_by_name_and_people(shipped: Study, code: str, text: str) -> None:
    country = next(country for country in of_the_world(shipped).countries if country.code == code)
    assert pattern([*country.names["en"], *country.demonyms.get("en", ())]).search(text)


@pytest.mark.parametrize(
    ("code", "smallest", "widest"),
    [("KEN", "Eastern Africa", "Africa"), ("VNM", "South-eastern Asia", "Asia"), ("CHL", "South America", "Americas")],
)
def test_a_country_belongs_to_parts_of_the_world(code: str, smallest: str, widest: str) -> None:
    assert (parts(code)[0], parts(code)[-1]) == (smallest, widest)


def test_a_place_without_a_part_of_the_world_has_none() -> None:
    assert parts("ATA") == ()
