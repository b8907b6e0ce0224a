import pytest
from bs4 import BeautifulSoup

from analysis.gate.content import alike, content, differences, has_number, parsed, places


def of(html: str) -> list[str]:
    soup = parsed(html)
    assert isinstance(soup, BeautifulSoup)
    return content(soup)[1:]


def test_words_labels_and_comments_all_stand_there() -> None:
    html = '<p title="a">Trade <b>grew</b><!-- by 27 --> <img alt="b"></p>'
    assert of(html) == ["<p>", 'title="a"', "Trade", "<b>", "grew", "by 27", "<img>", 'alt="b"']


def test_a_heading_is_a_heading_at_any_level_and_under_any_name() -> None:
    assert of("<h1>Trade</h1>") == of('<h2 id="trade-trade">Trade</h2>')


def test_of_a_drawing_its_words_and_its_looks_stand_there_and_its_lines_are_numbers() -> None:
    drawing = (
        '<svg viewBox="0 0 9 9"><g id="a"><text x="3" style="fill: red">2016</text><path d="M 1 2 L -3 4e1"/></g></svg>'
    )
    assert of(drawing) == ["<svg>", "<g>", "<text>", 'style="fill: red"', "2016", 'd="M L"', "<path>"]
    assert places(parsed(drawing)) == [0, 0, 9, 9, 3, 1, 2, -3, 40]


@pytest.mark.parametrize("digit", ["0", "٣", "²", "½", "Ⅻ", "７", "①"])
def test_digits_of_every_script_are_numbers(digit: str) -> None:
    assert has_number(f"about {digit} bn")


def test_what_has_come_in_what_is_gone_and_what_is_another_is_told_in_its_order() -> None:
    found = list(differences(["a", "x", "c", "e"], ["a", "b", "c", "d", "e"]))
    assert found == [(1, "“x” stands where the tables give “b”"), (3, "“d” is missing")]
    assert list(differences(["a", "b"], ["b"])) == [(0, "“a” stands where the tables give nothing")]


@pytest.mark.parametrize(("shift", "same"), [(0.0, True), (0.01, True), (3.0, False), (-3.0, False)])
def test_lines_that_machines_round_differently_are_alike(shift: float, same: bool) -> None:  # noqa: FBT001
    assert alike([1.0, 2.0 + shift], [1.0, 2.0]) is same
