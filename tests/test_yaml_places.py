"""The entries of a YAML text know the line they stand on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.yaml_places import PlacedError, parsed

TEXT = """\
title: Trade
topics:
  trade: {en: [oil,
    gas]}
  health:
    - a
    - b
"""


@pytest.mark.parametrize(
    ("place", "line", "path", "written"),
    [
        (("title",), 1, "title", "Trade"),
        (("topics", "trade", "en", 1), 4, "topics.trade.en", "gas"),
        (("topics", 0, "en", 0), 3, "topics.trade.en", "oil"),
        (("topics", 1, 1), 7, "topics.health", "b"),
        (("topics", "trade", "missing"), 3, "topics.trade", ""),
        (("nothing",), 1, "", ""),
        (("topics", 9), 2, "topics", ""),
    ],
)
def test_an_entry_is_found_by_keys_and_positions(place, line, path, written):
    spot = parsed(TEXT).spot(place)
    assert (spot.line, spot.path, spot.written) == (line, path, written)


def test_the_values_are_those_of_the_text():
    assert parsed(TEXT).values == {"title": "Trade", "topics": {"trade": {"en": ["oil", "gas"]}, "health": ["a", "b"]}}


@pytest.mark.parametrize(("text", "line"), [("a: 1\nb: 2\na: 3\n", 3), ("a:\n  - {b: 1, b: 2}\n", 2)])
def test_a_key_that_stands_twice_is_named(text, line):
    with pytest.raises(PlacedError, match="stands there twice") as error:
        parsed(text)
    assert error.value.line == line


@given(st.text())
def test_any_text_is_a_document_or_a_placed_error(text):
    try:
        document = parsed(text)
    except PlacedError as error:
        document = None
        line = error.line
    else:
        line = document.spot(()).line
    assert (
        1
        <= line
        <= text.count("\n") + text.count("\r") + text.count("\x85") + text.count("\u2028") + text.count("\u2029") + 1
    )


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("title: Trade\ndate: 2018-13-45\n", 2, '"2018-13-45" is no timestamp; put it in quotes if it is a text'),
        ("a: !!int x\n", 1, '"x" is no int; put it in quotes if it is a text'),
        ("a: !!bool x\n", 1, '"x" is no bool; put it in quotes if it is a text'),
    ],
)
def test_a_value_with_the_form_of_a_date_or_number_that_is_none_is_named(text, line, reason):
    with pytest.raises(PlacedError, match="is no") as error:
        parsed(text)
    assert (error.value.line, error.value.reason) == (line, reason)


def test_a_number_of_thousands_of_digits_is_refused():
    with pytest.raises(PlacedError, match="is no int"):
        parsed(f"a: {'9' * 5000}")


def test_aliases_that_stand_for_millions_of_values_are_refused_without_writing_them_out():
    tenfold = [f"a{at}: &a{at} [{', '.join([f'*a{at - 1}'] * 10)}]" for at in range(1, 40)]
    with pytest.raises(PlacedError, match="without so many aliases"):
        parsed("\n".join(["a0: &a0 [oil]", *tenfold]))
    assert parsed("\n".join(["a0: &a0 [oil]", *tenfold[:2]])).values["a1"] == [["oil"]] * 10
