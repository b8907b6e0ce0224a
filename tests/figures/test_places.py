"""Countries and groups are found by name, demonym and capital, and not inside other names."""

import pytest

from analysis.figures.places import places


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("US$5 million went to the US", ["USA"]),
        ("the South Korean and the Korean firms", ["KOR", "KOR"]),
        ("Tashkent Times reports from Tashkent", ["UZB"]),
        ("a turkey for Turkey", ["TUR"]),
        ("Central Asian states and the EU", ["Central Asia", "EU"]),
        ("the Republic\nof Korea", ["KOR"]),
        ("Kazakhstan’s and Kyrgyzstan's", ["KAZ", "KGZ"]),
        ("nowhere at all", []),
    ],
)
def test_places_in_reading_order(the_study, text, parties):
    assert [place.party for place in places(text, the_study)] == parties
