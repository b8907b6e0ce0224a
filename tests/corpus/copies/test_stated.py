"""The numbers that a story states are the same however it writes them, and dates are none."""

import pytest

from analysis.corpus.copies.stated import months, numbers_stated, sentence_numbers
from analysis.records import Article, Sentence


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("It cost $27 billion.", "It cost 27bn dollars."),
        ("It cost $27 billion.", "It cost US$27,000 million."),
        ("Prices rose 12%.", "Prices rose twelve per cent."),
        ("It has 12,000 workers.", "There are 12 000 workers."),
        ("Five ships and 12 boats sank.", "5 ships and twelve boats sank."),
        ("On 14 October the port closed.", "On Oct. 14, 2024 one of the ports closed."),
        ("Between $25 and $30 million was lost.", "$25-30 million was lost."),
        ("It doubled.", "It grew twofold."),
    ],
)
def test_one_number_written_in_two_ways(text: str, same: str):
    assert sentence_numbers(text, "en") == sentence_numbers(same, "en")


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("It cost $27 billion.", "It cost $37 billion."),
        ("It cost $27 billion.", "It cost €27 billion."),
        ("It cost $27 million.", "It cost $27 billion."),
        ("Five ships sank.", "Seven ships sank."),
        ("It rose by 5 percent in 2021.", "It rose by 5 percent in 2022."),
        ("Rain fell in March.", "Rain fell in April."),
        ("It fell by half.", "It fell by a third."),
    ],
)
def test_numbers_that_differ(text: str, other: str):
    assert sentence_numbers(text, "en") != sentence_numbers(other, "en")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in March 2024", [3.0]),
        ("by 30 April or on May 2, the 1st June or June 3rd", []),
        ("NAIROBI, Oct. 14 (Reuters)", []),
        ("Rains may march on; an augustly decembrist", []),
        ("from September to November", [9.0, 11.0]),
    ],
)
def test_months_are_those_without_a_day(text: str, expected: list[float]):
    assert list(months(text)) == [(number, "month") for number in expected]


def test_headings_are_left_out():
    told = (
        Sentence(0, 20, "Port nears 30 million", 0, heading=True, repeats=False),
        Sentence(22, 40, "It shipped 27 million.", 1, heading=False, repeats=False),
    )
    assert numbers_stated(Article("a", "a.txt", "", "", told)) == {(27e6, "")}
