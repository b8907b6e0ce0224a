import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.draft.survey import Survey
from analysis.draft.terms import residual_idf, suggestions
from analysis.study import Study


def test_words_that_stand_thick_in_some_articles_are_suggested(found: Survey, shipped: Study) -> None:
    (tea,) = suggestions(found, shipped)
    assert tea.terms[0] == "tea auction"
    assert (tea.articles, tea.times) >= (2, 6)


def test_words_of_the_study_are_not_suggested(found: Survey, shipped: Study) -> None:
    known = {cue for topic in (*shipped.topics, *shipped.security) for cue in topic.cues["en"]}
    assert not known & {term for one in suggestions(found, shipped) for term in one.terms}


def test_of_a_handful_of_articles_nothing_is_suggested(found: Survey, shipped: Study) -> None:
    few = replace(found, own=found.own[:3])
    assert suggestions(few, shipped) == []


@given(articles=st.integers(1, 50), further=st.integers(0, 200))
def test_a_word_is_the_more_telling_the_thicker_it_stands(articles: int, further: int) -> None:
    times = articles + further
    assert residual_idf(times, articles, 100) <= residual_idf(times + 1, articles, 100)


@pytest.mark.parametrize("total", [10, 1000])
def test_a_word_spread_by_chance_tells_nothing(total: int) -> None:
    expected = total * (1 - math.exp(-0.5))  # articles that hold a word which stands there total / 2 times
    assert abs(math.log2(total / expected) + math.log2(1 - math.exp(-0.5))) < 1e-9
    assert abs(residual_idf(total // 2, round(expected), total)) < 0.1
