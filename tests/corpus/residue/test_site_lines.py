from collections.abc import Sequence
from textwrap import fill

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.corpus import clean
from analysis.corpus.residue.site_lines import Story, site_lines

GOODS = ["tea", "coffee", "copper", "timber", "cement", "cotton", "maize", "fish"]
BOX = "The Daily Example is an independent paper that is read by farmers and traders in all the towns along the coast."


def paragraph(good: str, number: int) -> str:
    return f"The price of {good} was discussed by traders of town {number} for a day, and they all went home content."


def text(good: str, *, top: Sequence[str] = (), bottom: Sequence[str] = (), middle: Sequence[str] = ()) -> str:
    body = [paragraph(good, 1), *middle, paragraph(good, 2), paragraph(good, 3)]
    return "\n\n".join([*top, f"The price of {good} rises again", *body, *bottom])


def found(texts: Sequence[str], outlet: str = "Daily Example") -> list[list[str]]:
    stories = [Story(outlet, raw_text, clean(raw_text)) for raw_text in texts]
    return [[residue.text for residue in residues] for residues in site_lines(stories)]


def test_lines_at_the_edge_of_three_stories_are_residue():
    texts = [text(good, top=["Markets of the coast"], bottom=["Daily Example House, Mombasa"]) for good in GOODS[:3]]
    assert found(texts) == [["Markets of the coast", "Daily Example House, Mombasa"]] * 3


def test_lines_of_two_stories_stay():
    assert found([text(good, bottom=["Daily Example House, Mombasa"]) for good in GOODS[:2]]) == [[], []]


def test_copies_of_a_story_have_one_vote():
    copies = [text("tea", bottom=["The strike goes on"])] * 5
    assert found([*copies, text("fish", bottom=["The strike goes on"])]) == [[]] * 6


def test_copies_of_a_story_that_is_broken_at_a_margin_have_one_vote():
    wrapped = "\n".join(fill(part, 40) for part in text("tea").split("\n\n"))
    assert found([wrapped, wrapped + " So it was.", f"Again\n{wrapped}"]) == [[]] * 3


def test_what_stands_between_a_site_line_and_the_edge_is_residue_too():
    texts = [text(good, bottom=["Further from the coast", f"Strike of the {good} traders"]) for good in GOODS[:3]]
    assert found(texts)[0] == ["Further from the coast", "Strike of the tea traders"]


def test_a_sentence_between_a_site_line_and_the_edge_stays_and_the_line_with_it():
    texts = [text(good, bottom=["Background", f"The {good} traders had met in May."]) for good in GOODS[:3]]
    assert found(texts) == [[]] * 3


def test_a_title_stays_where_it_is_the_only_one():
    texts = [text(good).replace(f"The price of {good} rises again", "Prices of the week") for good in GOODS[:3]]
    assert found(texts) == [[]] * 3


def test_a_whole_paragraph_is_residue_only_where_half_of_the_stories_end_with_it():
    ends = [text(good, bottom=[BOX]) for good in GOODS[:3]]
    assert found(ends) == [[BOX]] * 3
    assert found([*ends, *map(text, GOODS[3:])]) == [[]] * 8


@pytest.mark.parametrize(("holders", "gone"), [(3, False), (4, True)])
def test_a_short_sentence_too_is_residue_only_where_half_of_the_stories_end_with_it(holders: int, *, gone: bool):
    end = "The central bank did not intervene."
    texts = [text(good, bottom=[end] if at < holders else []) for at, good in enumerate(GOODS[:8])]
    assert found(texts) == [[end] if gone and at < holders else [] for at in range(8)]


def test_a_sentence_that_states_an_amount_stays():
    background = "Trade between the five countries of the coast had grown by 12 percent a year before, to $3.4 billion."
    assert found([text(good, bottom=[background]) for good in GOODS[:4]]) == [[]] * 4


def test_numbers_do_not_tell_site_lines_apart():
    texts = [text(good, bottom=[f"Seen {number} times"]) for number, good in enumerate(GOODS[:3])]
    assert found(texts) == [["Seen 0 times"], ["Seen 1 times"], ["Seen 2 times"]]


@pytest.mark.parametrize(("holders", "gone"), [(3, False), (4, True)])
def test_a_short_line_inside_the_story_goes_where_four_and_half_of_them_have_it(holders: int, gone: bool):  # noqa: FBT001
    texts = []
    for good in GOODS[:holders]:
        far = [paragraph(good, number) for number in range(4, 14)]
        texts.append(text(good, middle=[*far, "More on prices here", *reversed(far)]))
    assert found(texts) == [["More on prices here"] if gone else []] * holders


def test_outlets_are_not_compared_with_each_other_and_unknown_ones_not_at_all():
    texts = [text(good, bottom=["House of the press, Mombasa"]) for good in GOODS[:3]]
    stories = [Story(f"Outlet {number}", raw_text, ()) for number, raw_text in enumerate(texts)]
    assert site_lines(stories) == [(), (), ()]
    assert found(texts, outlet="") == [[]] * 3


LINES = st.sampled_from(["Share", BOX, "Prices of the week", "Background", *(paragraph(good, 1) for good in GOODS)])


@given(st.lists(st.lists(LINES, max_size=6).map("\n".join), max_size=6))
def test_site_lines_point_at_their_words_outside_the_residue_that_is_known(texts: list[str]):
    stories = [Story("Daily Example", raw_text, clean(raw_text)) for raw_text in texts]
    for story, residues in zip(stories, site_lines(stories), strict=True):
        spans = sorted((residue.start, residue.end) for residue in (*residues, *story.removed))
        assert all(before[1] <= after[0] for before, after in zip(spans, spans[1:], strict=False))
        assert all(story.raw_text[residue.start : residue.end] == residue.text for residue in residues)
