import json
from pathlib import Path

from analysis.scores import labels, of_seeds

ROW = {"doc": "a", "quote": "$5 bn", "kind": "money", "value": 5e9, "unit": "USD", "value_high": None}
ROW |= {"qualifier": "exact", "measure": "loan", "change": None, "period": "2021", "parties": ["RUS"], "speaker": None}
ROW |= {"start": 10, "end": 15, "optional": False}


def one(**changed):
    ((label,),) = labels([json.dumps({**ROW, **changed})]).values()
    return label


def test_a_field_without_an_answer_is_right_when_left_empty():
    assert one().answers["speaker"] == {""}
    assert one().answers["qualifier"] == {"exact"}


def test_other_answers_are_as_good_and_null_means_empty():
    label = one(period_alt=["2020/2021", "null"], unit_alt=["EUR"], parties_alt=[[]])
    assert label.answers["period"] == {"2021", "2020/2021", ""}
    assert label.units == {"USD", "EUR"}
    assert label.parties == ({"RUS"}, set())


def test_given_is_what_the_text_says_something_about():
    assert one().given == {"measure", "period", "parties"}
    assert one(qualifier="about", period=None, parties=[]).given == {"qualifier", "measure"}


def test_labels_stand_by_article_in_reading_order():
    rows = [json.dumps(row) for row in ({**ROW, "start": 40, "end": 45}, ROW, {"doc": "b"})]
    found = labels(rows)
    assert [label.start for label in found["a"]] == [10, 40]
    assert found["b"] == []


def test_each_of_the_five_articles_is_labelled_and_each_quote_stands_at_its_place():
    seeds = Path(__file__).parents[2] / "seeds"
    assert sorted(of_seeds()) == sorted(path.stem for path in seeds.glob("*.txt"))
    for article_id, of_article in of_seeds().items():
        text = (seeds / f"{article_id}.txt").read_bytes().decode("utf-8")
        assert all(text[label.start : label.end] == label.quote for label in of_article)
