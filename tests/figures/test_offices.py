from types import SimpleNamespace

import pytest

import analysis
from analysis.figures.offices import office_in, offices
from analysis.study import DEFAULT, load


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


def test_each_speaker_of_the_seeds_has_the_office_that_an_article_gives() -> None:
    held = analysis.read("seeds").offices
    assert held == {"Andrey Rudenko": ("Deputy Foreign Minister", "RUS"), "Vladimir Putin": ("President", "RUS")}


def test_an_office_is_looked_for_in_so_many_articles_that_quote_a_speaker(monkeypatch: pytest.MonkeyPatch) -> None:
    said = [SimpleNamespace(speaker="Ann Lee", article_id=f"a{at:02}") for at in reversed(range(20))]
    texts = {one.article_id: "Ann Lee noted" for one in said} | {"a03": "Kenyan President Ann Lee noted"}
    for most, expected in ((2, ("", "")), (4, ("President", "KEN"))):
        monkeypatch.setitem(offices.__globals__, "MOST", most)
        assert offices(said, texts, load(DEFAULT)) == {"Ann Lee": expected}
