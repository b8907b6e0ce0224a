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
