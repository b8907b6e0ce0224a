from collections.abc import Callable

import pytest

Spoilt = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('"number">Chart 1<', '"number">Chart 3<', "Trade: “Chart 3” stands where the tables give “Chart 1”"),
        ('"number">Table 2<', '"number">Table 3<', "Trade: “Table 3” stands where the tables give “Table 2”"),
        ('<span class="number">Chart', '<span class="number" title="27 bn">Chart', 'title="27 bn"'),
        ('aria-label="Chart 1"', 'aria-label="27 bn"', 'aria-label="27 bn"'),
        ('aria-label="Table 2"', 'aria-label="Table 3"', 'aria-label="Table 3"'),
        ('<sup class="note">1</sup>', '<sup class="note">3</sup>', "“3” stands where the tables give “1”"),
        ('<sup class="note">1</sup>', '<sup class="note">$28 bn</sup>', "“$28 bn” stands where the tables give “1”"),
        ('"note-number">2</span>', '"note-number">7</span>', "“7” stands where the tables give “2”"),
        ("Overview, Table 1</a>", "Overview, Table 7</a>", "“Overview, Table 7” stands where"),
        ('<a href="#c-7">', '<a href="#c-3">', 'href="#c-3"'),
        (">this list alone<", ">27 places<", "Evidence: “27 places” stands where the tables give “this list alone”"),
        ('<a href="#c-7">Trade, Table 2</a>', "", "Trade, Table 2"),
    ],
)
def test_numbers_of_charts_and_links_back_are_what_joining_gives(
    spoilt: Spoilt, old: str, new: str, fault: str
) -> None:
    found = spoilt(old, new)
    assert any(line.startswith("report.html: ") and fault in line for line in found)


def test_a_chart_knows_its_number_from_its_place_and_not_from_what_it_says_of_itself(spoilt: Spoilt) -> None:
    assert spoilt('data-number="Chart 1"', 'data-number="Chart 7"') == []
