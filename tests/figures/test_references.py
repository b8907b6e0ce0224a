"""Countries and groups are known by their names, and by the words that stand for them."""

import pytest

from analysis.figures.references import named, resolved


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("The Peruvian President went to Kenya.", ["KEN"]),
        ("According to the IMF, Peru owes a lot.", ["PER"]),
        ("The Peruvian government paid.", ["PER"]),
        ("Hamas left the Gaza Strip.", ["PSE", "PSE"]),
    ],
)
def test_an_office_and_a_source_are_no_parties(the_study, text, parties):
    assert [place.party for place in named(text, the_study)] == parties


@pytest.mark.parametrize(
    ("text", "before", "main", "parties"),
    [
        ("trade with the region", ["KAZ", "EU"], "", ["EU"]),
        ("trade with the region", ["KAZ"], "", ["Central Asia"]),
        ("both countries agreed", ["CHN", "RUS", "KAZ"], "", ["KAZ", "RUS"]),
        ("into the country", ["IRN", "IND"], "IRN", ["IRN"]),
        ("into the country", ["IRN", "IND"], "", ["IND"]),
        ("into the country", [], "", []),
        ("the region has 40 mines", ["KAZ"], "KAZ", ["KAZ"]),
        ("Peru and Chile agreed, and the two sides", ["CHN", "KAZ"], "", ["CHL", "PER"]),
    ],
)
def test_a_reference_stands_for_whom_it_means(the_study, text, before, main, parties):
    here = named(text, the_study)
    assert [place.party for place in resolved(text, the_study, before, main, here)] == parties
