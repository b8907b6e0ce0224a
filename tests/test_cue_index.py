"""All cues are found in one walk; of those that overlap, the longest are kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.cue_index import CueIndex, Hit, longest
from analysis.cues import pattern


@pytest.mark.parametrize(
    ("cues", "text", "found"),
    [
        (["US", "use"], "the use of US aid", ["use", "US"]),
        (["power plant*", "nuclear power"], "nuclear power plants", ["nuclear power", "power plants"]),
        (["G7", "gas"], "Gas at the G7", ["Gas", "G7"]),
        (["oil"], "turmoil, soil, oily", []),
        (["CIS"], "cis and CIS", ["CIS"]),
        (["post-Soviet"], "Post-Soviet and post-Soviet", ["Post-Soviet", "post-Soviet"]),
        (["Россия"], "в Россия, россия", ["Россия"]),
        ([], "nothing to look for", []),
    ],
)
def test_cues_are_found_in_reading_order(cues, text, found):
    index = CueIndex((cue, cue) for cue in cues)
    assert [text[hit.start : hit.end] for hit in index.hits(text, 0, len(text))] == found


def test_owners_may_share_a_cue():
    index = CueIndex([("oil", "energy"), ("oil", "trade")])
    assert [hit.owner for hit in index.hits("oil", 0, 3)] == ["energy", "trade"]


def test_nothing_is_found_beyond_the_end():
    assert list(CueIndex([("oil price", "oil")]).hits("oil price", 0, 6)) == []


@given(st.lists(st.sampled_from(["oil", "Oil", "gas", "us", "US", "of", "off", "ga", "-", ",", "s"]), max_size=20))
def test_the_index_finds_what_a_pattern_of_each_cue_finds(words):
    text, cues = " ".join(words), ["oil", "gas", "US", "of*", "gas oil"]
    index = CueIndex((cue, cue) for cue in cues)
    found = {(hit.start, hit.end) for hit in index.hits(text, 0, len(text))}
    assert found == {match.span() for cue in cues for match in pattern([cue]).finditer(text)}


SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 8)))


@given(SPANS)
def test_what_is_kept_does_not_overlap_and_covers_what_is_dropped(spans):
    hits = [Hit(start, start + length, "owner") for start, length in spans]
    kept = longest(hits)
    assert all(left.end <= right.start for left, right in zip(kept, kept[1:], strict=False))
    for hit in hits:
        longer = [other for other in kept if other.start < hit.end and hit.start < other.end]
        assert any(other.end - other.start >= hit.end - hit.start for other in longer)
