import re

from analysis.corpus.language import any_of, words


def test_every_word_is_a_word():
    # YAML would read the words "on", "off" and "no" as true and false.
    assert {"on", "off", "no"} <= words().function_words | set(words().abbreviations)
    assert {"No", "On"} <= words().starters


def test_every_line_pattern_is_one_and_captures_nothing():
    for rule, patterns in words().residue.items():
        for pattern in patterns:
            assert re.compile(pattern).groups == 0, (rule, pattern)


def test_months_have_twelve_numbers():
    assert set(words().months.values()) == set(range(1, 13))


def test_the_longest_form_is_tried_first():
    assert re.match(any_of(("Mon", "Monday")), "Monday")[0] == "Monday"
