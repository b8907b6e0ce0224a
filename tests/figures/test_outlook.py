"""What has happened is told from what is planned, expected or hoped for."""

import pytest

from analysis.figures.outlook import is_ahead, is_coming

AMOUNT = "$3 billion"


@pytest.mark.parametrize(
    "text",
    [
        "Kenya and Chile plan to boost trade, which is expected to reach $3 billion by 2030.",
        "Trade will exceed $3 billion this year.",
        "They aim to bring trade to $3 billion.",
        "The ministers set a target of $3 billion for 2030.",
        "Trade is expected to rise from $1 billion to $3 billion.",
        "Exports were to be doubled to $3 billion.",
        "Trade, which was $1 billion, could rise to the level of $3 billion.",
        "Exports of $3 billion are expected in 2030.",
        "Trade to reach $3 billion by the end of 2030",
    ],
)
def test_a_plan_is_ahead(text):
    assert is_ahead(text, text.index(AMOUNT), text.index(AMOUNT) + len(AMOUNT))


@pytest.mark.parametrize(
    "text",
    [
        "Trade reached $3 billion in 2020.",
        "Trade, which they plan to double, was $3 billion.",
        "Trade will rise from $3 billion to $5 billion.",
        "Trade of $3 billion is expected to grow.",
        "Trade doubled to reach $3 billion, and will grow.",
        "They will meet in May; trade of $3 billion is not enough.",
        "Trade will be larger than $3 billion, the sum of 2020.",
        "Trade grew to $3 billion by 2020.",
    ],
)
def test_a_record_is_not(text):
    assert not is_ahead(text, text.index(AMOUNT), text.index(AMOUNT) + len(AMOUNT))


@pytest.mark.parametrize(
    ("head", "coming"),
    [("tariffs that they planned to impose ", True), ("they met in ", False), ("it will be more than in ", False)],
)
def test_what_follows_a_plan_is_coming(head, coming):
    assert is_coming(head) is coming
