from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.prose.briefs.chosen import Candidate, chosen, commonest, fitting, in_turn
from analysis.prose.spoken import spoken_of
from analysis.workbench import Corpus

CANDIDATES = st.lists(
    st.builds(
        Candidate,
        key=st.tuples(st.sampled_from("abc"), st.integers(0, 99)),
        said_on=st.just("2022-05-17"),
        length=st.integers(1, 400),
        what=st.sets(st.sampled_from(["trade", "energy", "borders"]), min_size=1),
        sharing=st.integers(0, 2),
    ),
    unique_by=lambda one: one.key,
)


def candidate(article: str, start: int, *what: str, said_on: str = "2022-05-17", sharing: int = 0) -> Candidate:
    return Candidate((article, start), said_on, 100, what or ("trade",), sharing)


def order(*candidates: Candidate) -> list[tuple[str, int]]:
    return [one.key for one in in_turn(candidates)]


def test_articles_take_turns_the_newest_first() -> None:
    old = [candidate("old", at, said_on="2018-02-12") for at in (0, 50)]
    new = [candidate("new", at, said_on="2025-10-09") for at in (0, 50)]
    undated = candidate("undated", 0, said_on="")
    assert order(*old, undated, *new) == [("new", 0), ("old", 0), ("undated", 0), ("new", 50), ("old", 50)]


def test_what_an_article_has_not_shown_yet_comes_first_and_more_of_it_before_less() -> None:
    trade, again = candidate("a", 0, "trade"), candidate("a", 50, "trade")
    energy = candidate("a", 90, "energy", "transport")
    assert order(trade, again, energy) == [("a", 90), ("a", 0), ("a", 50)]


def test_amounts_of_two_come_before_those_of_many_however_new() -> None:
    of_two = candidate("old", 0, said_on="2018-02-12", sharing=1)
    of_ten = candidate("new", 0, said_on="2025-10-09", sharing=9)
    assert order(of_ten, of_two) == [("old", 0), ("new", 0)]


@given(CANDIDATES)
def test_no_sentence_is_lost_or_doubled_and_no_article_waits_for_two_of_another(candidates: list[Candidate]) -> None:
    found = in_turn(candidates)
    assert sorted(one.key for one in found) == sorted(one.key for one in candidates)
    for _, alike in groupby(found, key=lambda one: one.sharing):
        waiting = list(alike)
        first = [one.key[0] for one in waiting[: len({one.key[0] for one in waiting})]]
        assert len(set(first)) == len(first)


@given(CANDIDATES, st.integers(0, 5), st.integers(0, 900))
def test_what_is_shown_fits(candidates: list[Candidate], most: int, room: int) -> None:
    lengths = {one.key: one.length for one in candidates}
    shown = fitting(candidates, most=most, room=room)
    assert len(shown) <= most
    assert sum(lengths[key] for key in shown) <= room
    left = room - sum(lengths[key] for key in shown)
    assert len(shown) == most or all(lengths[key] > left for key in lengths.keys() - set(shown))


@pytest.mark.parametrize("country", ["KAZ", "RUS", "AFG", "TJK"])
def test_figures_are_the_country_s_own_and_never_its_region_s(seeds: Corpus, country: str) -> None:
    figures = [figure for rows in chosen(seeds, country).figures.values() for figure in rows]
    assert all(country in figure.parties.split("|") for figure in figures)
    assert len(figures) == sum(country in parties.split("|") for parties in seeds.figures["parties"])


def test_every_sentence_of_a_brief_stands_in_it_once(seeds: Corpus) -> None:
    for country, _ in spoken_of(seeds):
        shown = chosen(seeds, country).shown
        assert shown
        assert len(shown) == len(set(shown))


def test_each_of_the_commonest_themes_of_the_seeds_has_a_sentence(seeds: Corpus) -> None:
    for country, _ in spoken_of(seeds):
        brief = chosen(seeds, country)
        told = {theme.concept for place in brief.shown for theme in brief.themes.get(place, ())}
        assert {theme.concept for theme, _ in commonest(brief.themes)} <= told
