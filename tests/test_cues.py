"""A cue finds its written forms and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.cues import pattern

FOUND = [
    ("oil", "Oil prices", "Oil"),
    ("oil", "OIL PRICES", "OIL"),
    ("CIS", "the CIS Summit", "CIS"),
    ("Turkey", "in Turkey did not go unnoticed", "Turkey"),
    ("Turkey", "TURKEY AND RUSSIA", "TURKEY"),
    ("investor*", "leading investors", "investors"),
    ("organi*ed crime", "organized crime", "organized crime"),
    ("organi*ed crime", "organised crime", "organised crime"),
    ("labo*r from", "attraction of labor from these republics", "labor from"),
    ("labo*r from", "labour from abroad", "labour from"),
    ("transit of * gas", "transfer the transit of Russian gas to Europe", "transit of Russian gas"),
    ("transit of * gas", "transit of cheap Central Asian gas", "transit of cheap Central Asian gas"),
    ("nuclear power plant*", "nuclear-power\nplants", "nuclear-power\nplants"),
    ("trade, economic", "cooperation in trade, economic spheres", "trade, economic"),
    ("U.S.", "the U.S. and Russia", "U.S."),
    ("Côte d'Ivoire", "in Côte d’Ivoire", "Côte d’Ivoire"),
    ("OPEC+", "an OPEC+ decision", "OPEC+"),
    ("товарооборот*", "Рост товарооборота", "товарооборота"),
    ("Russian", "Russian-Turkish relations", "Russian"),
]

NOT_FOUND = [
    ("CIS", "a cis isomer"),
    ("Turkey", "a roast turkey"),
    ("oil", "turmoil, oilfield"),
    ("investor", "investors"),
    ("labo*r", "laboratory chair"),
    ("colo*r", "colouurr"),
    ("transit of * gas", "transit of the very last of the Russian gas"),
    ("transit of * gas", "transit of gas"),
    ("Polish", "to polish the silver"),
]


@pytest.mark.parametrize(("cue", "text", "words"), FOUND)
def test_a_cue_finds_its_written_forms(cue, text, words):
    assert [found[0] for found in pattern([cue]).finditer(text)] == [words]


@pytest.mark.parametrize(("cue", "text"), NOT_FOUND)
def test_a_cue_finds_no_other_word(cue, text):
    assert pattern([cue]).search(text) is None


def test_the_longest_cue_is_found_where_several_begin():
    cues = ["trade", "trade turnover", "trade turnover with Russia"]
    assert pattern(cues).findall("Trade turnover with Russia, and trade") == ["Trade turnover with Russia", "trade"]


def test_without_cues_nothing_is_found():
    assert pattern([]).search("Any text, even an empty one") is None


@pytest.mark.parametrize(
    "cue", ["", "  ", "*", "**", "* gas", "gas *", "*gas", "gas**", "ga**s", "gas (natural)", "[a", "a|b", "\\d"]
)
def test_what_is_no_cue_is_named(cue):
    with pytest.raises(ValueError, match="cue") as error:
        pattern(["trade", cue])
    assert f'"{cue}"' in str(error.value)


@given(st.text())
def test_any_text_is_a_cue_or_a_value_error(cue):
    try:
        compiled = pattern([cue])
    except ValueError:
        return
    assert compiled.search("") is None


@given(st.lists(st.text(alphabet="abcdefgABC", min_size=1, max_size=6), min_size=1, max_size=3))
def test_a_cue_of_plain_words_finds_itself(words):
    cue = " ".join(words)
    assert pattern([cue]).fullmatch(cue)
