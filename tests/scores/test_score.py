"""A figure against its label: found or not, extra or not, and how right in each field."""

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.records import Figure
from analysis.scores import FIELDS, Label, score

PLAIN = {field.name: "" for field in fields(Figure)}


def figure(**changed):
    read = {"article_id": "a", "start": 10, "end": 15, "quote": "$5 bn", "kind": "money", "value": 5e9, "unit": "USD"}
    said = {"qualifier": "exact", "measure": "loan", "period": "2021", "parties": ("RUS",), "value_high": None}
    return Figure(**{**PLAIN, **read, **said, **changed})


def label(**changed):
    read = {"article_id": "a", "start": 10, "end": 15, "quote": "$5 bn", "kind": "money", "value": 5e9}
    more = {"value_high": None, "units": frozenset(["USD"]), "optional": False, "parties": (frozenset(["RUS"]),)}
    answers = {"qualifier": "exact", "measure": "loan", "change": "", "period": "2021", "speaker": ""}
    answers |= changed.pop("answers", {})
    right = {field: frozenset([answer]) for field, answer in answers.items()}
    said = frozenset(["measure", "period", "parties"])
    return Label(**{**read, **more, "answers": right, "given": said, **changed})


def outcome(labels, figures):
    result = score({"a": labels}, figures)
    return len(result.found), len(result.missed), len(result.extra)


@pytest.mark.parametrize(
    ("read", "labelled"),
    [
        ({}, {}),
        ({"start": 4, "end": 20}, {}),
        ({"start": 14, "end": 30}, {}),
        ({"value": 5e9 * (1 + 1e-8)}, {}),
        ({"unit": "EUR"}, {"units": frozenset(["USD", "EUR"])}),
        ({"value_high": 6e9}, {"value_high": 6e9}),
        ({"value_high": 5e9}, {}),
        ({"kind": "count", "unit": "tons"}, {"kind": "other", "units": frozenset(["tonnes"])}),
    ],
)
def test_a_figure_is_found_where_place_value_and_unit_agree(read, labelled):
    assert outcome([label(**labelled)], [figure(**read)]) == (1, 0, 0)


@pytest.mark.parametrize(
    ("read", "labelled"),
    [
        ({"start": 15, "end": 20}, {}),
        ({"end": 56}, {}),  # a sentence, not a figure
        ({"value": 5.1e9}, {}),
        ({"unit": "EUR"}, {}),
        ({"kind": "count", "unit": "people"}, {}),
        ({}, {"kind": "count"}),
        ({"value_high": 6e9}, {}),
        ({}, {"value_high": 6e9}),
    ],
)
def test_a_figure_elsewhere_or_of_another_value_or_unit_is_extra(read, labelled):
    assert outcome([label(**labelled)], [figure(**read)]) == (0, 1, 1)


def test_each_label_is_found_once():
    assert outcome([label()], [figure(), figure()]) == (1, 0, 1)
    assert outcome([label(), label()], [figure()]) == (1, 1, 0)


def test_what_is_optional_is_neither_right_nor_wrong():
    assert outcome([label(optional=True)], [figure()]) == (0, 0, 0)
    assert outcome([label(optional=True)], []) == (0, 0, 0)
    assert outcome([label(optional=True)], [figure(value=7.0)]) == (0, 0, 0)


def test_a_small_count_in_words_is_neither_right_nor_wrong():
    words = {"kind": "count", "unit": "sides", "quote": "two sides", "value": 2.0}
    assert outcome([], [figure(**words)]) == (0, 0, 0)
    assert outcome([], [figure(**{**words, "quote": "2 sides"})]) == (0, 0, 1)
    assert outcome([], [figure(**{**words, "quote": "twelve sides", "value": 12.0})]) == (0, 0, 1)


def test_articles_without_labels_count_only_where_somebody_looked():
    assert len(score({"a": []}, [figure()]).extra) == 1
    assert len(score({"b": []}, [figure()]).extra) == 0


@pytest.mark.parametrize(
    ("read", "answers", "field", "right"),
    [
        ({}, {}, "period", 1.0),
        ({"period": "2022"}, {}, "period", 0.0),
        ({"change": "increase"}, {}, "change", 0.0),
        ({"parties": ("KAZ", "RUS")}, {}, "parties", 0.5),
        ({"parties": ()}, {}, "parties", 0.0),
        ({"speaker": "Mr Putin"}, {"speaker": "Vladimir Putin"}, "speaker", 1.0),
        ({"speaker": "Vladimir Putin"}, {}, "speaker", 0.0),
        ({"speaker": ""}, {"speaker": "Vladimir Putin"}, "speaker", 0.0),
        ({"speaker": "as a man by the name of Putin once said"}, {"speaker": "Vladimir Putin"}, "speaker", 0.0),
    ],
)
def test_each_field_is_compared_with_its_answers(read, answers, field, right):
    result = score({"a": [label(answers=answers)]}, [figure(**read)])
    assert result.fields[field] == right
    others = set(FIELDS) - {field}
    assert [result.fields[other] for other in others] == [1.0] * len(others)


def test_a_figure_is_wholly_right_when_four_fields_are():
    assert score({"a": [label()]}, [figure(speaker="Putin", parties=())]).fields["whole"] == 1.0
    assert score({"a": [label()]}, [figure(period="")]).fields["whole"] == 0.0


def test_given_looks_only_at_what_the_text_gives():
    said, silent = label(), label(start=30, end=35, given=frozenset())
    result = score({"a": [said, silent]}, [figure(period=""), figure(start=30, end=35)])
    assert (result.fields["period"], result.given["period"], result.given["speaker"]) == (0.5, 0.0, None)


@given(st.integers(0, 5), st.integers(0, 5), st.integers(0, 5))
def test_f1_is_one_only_without_misses_and_extras(found, missed, extra):
    labels = [label(start=100 * n, end=100 * n + 5) for n in range(found + missed)]
    figures = [figure(start=100 * n, end=100 * n + 5) for n in [*range(found), *range(20, 20 + extra)]]
    result = score({"a": labels}, figures)
    assert (len(result.found), len(result.missed), len(result.extra)) == (found, missed, extra)
    assert (result.f1 == 1) == (not missed and not extra)
    assert 0 <= result.f1 <= 1
