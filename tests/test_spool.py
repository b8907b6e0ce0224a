import copy
import gc
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.records import Article, Residue, Sentence
from analysis.spool import Spool
from analysis.views import ByName, Each, Flat

TEXT = "Tea exports rose.\nShare this"
ARTICLE = Article(
    article_id="tea",
    source="tea.txt",
    sha256="0",
    raw_text=TEXT,
    sentences=(Sentence(0, 17, "Tea exports rose.", 0, heading=False, repeats=False),),
    removed=(Residue(18, 28, "Share this", "invitation"),),
    published=date(2024, 5, 6),
    manifest=(("desk", "trade"),),
)


@given(st.lists(st.one_of(st.text(), st.tuples(st.integers(), st.floats(allow_nan=False)), st.none())))
def test_records_come_back_as_they_were_put_in(records: list[object]) -> None:
    spool = Spool(records)
    assert list(spool) == records
    assert [spool[at] for at in range(len(spool))] == records
    assert spool[1:3] == records[1:3]


def test_an_article_comes_back_with_all_it_holds() -> None:
    (back,) = Spool([ARTICLE])
    assert back == ARTICLE
    assert isinstance(back.sentences[0], Sentence)


def test_several_readers_may_be_under_way_while_records_are_added() -> None:
    spool = Spool(range(3))
    pairs = []
    for one in spool:
        if one < 3:
            spool.append(one + 10)
        pairs.append((one, spool[0]))
    assert [one for one, _ in pairs] == list(spool) == [0, 1, 2, 10, 11, 12]
    assert {first for _, first in pairs} == {0}


@pytest.mark.parametrize("place", [3, -4])
def test_a_place_that_is_not_there_is_an_index_error(place: int) -> None:
    with pytest.raises(IndexError):
        Spool("abc")[place]


def test_it_is_equal_to_the_tuple_of_its_records_and_copied_as_one() -> None:
    spool = Spool("abc")
    assert spool == ("a", "b", "c") == Each("abc", lambda _, letter: letter) == Flat(["a", "", "bc"])
    assert spool != ("a", "b")
    assert copy.deepcopy(spool) == ("a", "b", "c")
    assert copy.deepcopy(ByName(["a"], str.upper)) == {"a": "A"}


def open_files() -> set[str]:
    return {path.name for path in Path("/dev/fd").iterdir()}


def test_its_file_has_no_name_and_is_closed_with_it() -> None:
    before = open_files()
    spool = Spool("abc")
    assert len(open_files() - before) == 1
    del spool
    gc.collect()
    assert open_files() <= before


def test_a_name_that_is_none_of_these_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        ByName(["a"], str.upper)["b"]
