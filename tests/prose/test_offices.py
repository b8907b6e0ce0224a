import pytest

from analysis.prose.offices import office, office_in
from analysis.study import DEFAULT, load
from analysis.workbench import Corpus


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russian President Ann Lee attended", ("President", "RUS")),
        ("Russia’s Deputy Foreign\nMinister Ann Lee noted", ("Deputy Foreign Minister", "RUS")),
        ("In Russia, the situation is calm. Ann Lee noted", ("", "")),  # a place, not an office
        ("the Russian singer Ann Lee sang", ("", "")),
        ("Ann Lee noted. Later the Kazakh Minister Ann Lee left", ("Minister", "KAZ")),
        ("nobody of that name", ("", "")),
    ],
)
def test_an_office_stands_right_before_the_name(text: str, expected: tuple[str, str]) -> None:
    assert office_in("Ann Lee", text, load(DEFAULT)) == expected


def test_an_office_named_in_one_article_holds_in_all(seeds: Corpus) -> None:
    assert office("Andrey Rudenko", seeds) == ("Deputy Foreign Minister", "RUS")
    assert office("Vladimir Putin", seeds) == ("President", "RUS")
