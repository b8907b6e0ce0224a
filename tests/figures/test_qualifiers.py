"""An amount is as exact as the words beside it say, and a change only where it is itself the change."""

import pytest

from analysis.figures.amounts import amounts
from analysis.figures.qualifiers import wording


def worded(text, at=0, periods=()):
    found = amounts(text)
    starts = {text.index(words): (text.index(words) + len(words), words) for words in periods}
    said = wording(text, found[at], found[at - 1].end if at else 0, starts)
    return said, text[said.start : said.end]


@pytest.mark.parametrize(
    ("text", "qualifier", "quote"),
    [
        ("no fewer than\n300 trucks", "at_least", "no fewer than\n300 trucks"),
        ("just under $4 billion", "nearly", "just under $4 billion"),
        ("a total of some 40 trucks", "about", "some 40 trucks"),
        ("well over a million people", "more_than", "well over a million people"),
        ("as high as 12%", "up_to", "as high as 12%"),
        ("fell short of $2 billion", "less_than", "fell short of $2 billion"),
        ("40 or more trucks", "more_than", "40 or more trucks"),
        ("some 30-odd trucks", "about", "some 30-odd trucks"),
        ("$5 million or so", "about", "$5 million or so"),
        ("surpassed $20 billion", "more_than", "surpassed $20 billion"),
        ("topped 5,000 trucks", "more_than", "topped 5,000 trucks"),
        ("could top 50 tonnes", "more_than", "top 50 tonnes"),
        ("at least 12%", "at_least", "at least 12%"),
        ("as little as $5", "at_least", "as little as $5"),
        ("as much as $5", "up_to", "as much as $5"),
        ("not quite 40 trucks", "nearly", "not quite 40 trucks"),
        ("40 trucks or fewer", "up_to", "40 trucks or fewer"),
        ("reached $5 million", "exact", "$5 million"),
        ("totalled another $5 million", "exact", "another $5 million"),
    ],
)
def test_the_qualifier_belongs_to_the_quote(text, qualifier, quote):
    said, words = worded(text)
    assert (said.qualifier, words) == (qualifier, quote)


def test_a_qualifier_before_one_amount_is_not_the_next_ones():
    assert [worded("more than 40 trucks and 50 buses", at)[0].qualifier for at in (0, 1)] == ["more_than", "exact"]


@pytest.mark.parametrize(
    ("text", "at", "change"),
    [
        ("rose to $186.3m", 0, ""),
        ("rose by another 16% to $40 billion", 0, "increase"),
        ("rose by another 16% to $40 billion", 1, ""),
        ("was down 3% on the year", 0, "decrease"),
        ("a 26% drop in sales", 0, "decrease"),
        ("shrank by up to 5%", 0, "decrease"),
        ("cut output by 2 million barrels", 0, "decrease"),
        ("30% more than before", 0, "increase"),
        ("more than 5% of output", 0, ""),
        ("growth was 4.6% in May", 0, "increase"),
        ("the stake is 51%", 0, ""),
        ("makes up more than 5% of output", 0, ""),
        ("tariffs on another $160 billion of goods", 0, ""),
        ("trade doubled", 0, "multiple"),
        ("an additional 5% of output", 0, "increase"),
        ("rose by $43 billion to $419 billion", 0, "increase"),
        ("rose by $43 billion to $419 billion", 1, ""),
        ("shares slid 4.8%", 0, "decrease"),
        ("a 5% rebound", 0, "increase"),
        ("hired 500 more workers", 0, ""),
        ("another 40 people came", 0, ""),
        ("could cut up to 700 jobs", 0, "decrease"),
        ("to reduce its fleet by between 20 and 30 ships", 0, "decrease"),
    ],
)
def test_a_level_reached_is_no_change(text, at, change):
    assert worded(text, at)[0].change == change


@pytest.mark.parametrize(
    ("text", "periods", "base"),
    [
        ("up 21% on the previous year", ["the previous year"], "the previous year"),
        ("up 30% from 2020", ["2020"], "2020"),
        ("fell 4% year on year", [], "a year earlier"),
        ("grew 6% in 2020", ["2020"], ""),
    ],
)
def test_what_a_change_is_compared_with_belongs_to_the_quote(text, periods, base):
    said, words = worded(text, periods=periods)
    assert said.compared_with == base
    assert not base or text.endswith(words)
