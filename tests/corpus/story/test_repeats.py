import pytest

from analysis.corpus.story.repeats import repeating
from analysis.records import Sentence

# Heading, sentence of the body, whether the one repeats the other. The first three are of 000, the next of 001.
PAIRS = [
    ('"Join Russian import substitution initiatives"', "your countries joining large-scale Russian import substitution initiatives, other programs", True),  # noqa: E501
    ("“We are ready to help in restoring the unified energy system of Central Asia”", "our country is ready to provide practical assistance in restoring the unified energy system of Central Asia, which", True),  # noqa: E501
    ("“Western intelligence agencies are fueling formations opposing the Taliban”", "Western, primarily American, British intelligence services are fueling formations opposing the Taliban, aiming", True),  # noqa: E501
    ("Economic cooperation, regional connectivity", "leaders agreed to bolster economic integration, increase cooperation in energy and infrastructure, and strengthen coordination on regional security", False),  # noqa: E501
    ("Energy and environmental projects", "more than $33 million for joint environmental and water projects", False),
    ("Iran and regional diplomacy", "He spoke of diplomacy in the regional talks with Iran.", False),
    ("WTO", "Tajikistan joined the World Trade Organization (WTO) in 2013.", True),
    ("And so on", "And so on it went.", False),
]  # fmt: skip


@pytest.mark.parametrize(("heading", "body", "repeats"), PAIRS)
def test_a_heading_repeats_when_its_words_stand_together_in_the_body(heading: str, body: str, repeats: bool):  # noqa: FBT001
    found = repeating([Sentence(0, 1, heading, 0, True, False), Sentence(1, 2, body, 1, False, False)])  # noqa: FBT003
    assert [sentence.repeats for sentence in found] == [repeats, False]


def test_a_heading_that_only_another_heading_repeats_is_counted():
    same = [Sentence(at, at + 1, "Energy projects", at, True, False) for at in range(2)]  # noqa: FBT003
    assert not any(sentence.repeats for sentence in repeating(same))
