"""The bench: how it scores, what it prints and draws, what it says of what is not there. Speeds are never judged."""

import json
import subprocess
import sys
from pathlib import Path

import bench
import labelled
import picture
import pytest
import worker

HERE = Path(__file__).parent
ROOT = HERE.parents[1]


def sentences(*rows: list[labelled.Quantity], scope: str = "money and percent") -> labelled.Sentences:
    return labelled.Sentences("made up", scope, ("",) * len(rows), rows)


def of(value: object, unit: str | None = "USD", change: str = "=") -> labelled.Quantity:
    return {"value": value, "unit": unit, "change": change}


@pytest.mark.parametrize(
    ("found", "wanted", "expected"),
    [
        ([of(5)], [of(5)], 1.0),
        ([of(-5)], [of(5)], 1.0),
        ([of([5, 6])], [of(5), of(6)], 1.0),
        ([], [], 1.0),
        ([of(5)], [], 0.0),
        ([of(5, "EUR")], [of(5)], 0.0),
        ([of(5), of(5)], [of(5)], 2 / 3),
        ([of(5), of(7, None)], [of(5)], 1.0),  # no money and no percent
        ([of(5, change=">")], [of(5)], 1.0),
    ],
)
def test_f1_asks_for_value_and_unit(found, wanted, expected):
    assert labelled.f1([found], sentences(wanted)) == expected


def test_f1_asks_for_the_change_where_told():
    assert labelled.f1([[of(5, change=">")]], sentences([of(5)]), change=True) == 0.0


@pytest.mark.parametrize(("scope", "expected"), [("money", 1.0), ("percent", 0.0), ("all values", 0.8)])
def test_a_scope_says_which_quantities_count(scope, expected):
    found, wanted = [of(5), of(3, None)], [of(5), of(3, None), of(9, "%")]
    assert labelled.f1([found], sentences(wanted, scope=scope)) == expected


def test_the_sentences_of_the_five_articles_hold_all_their_labels():
    articles = labelled.seeds()
    made = labelled.sentences_of(articles)
    assert sum(map(len, made.labelled)) == sum(map(len, articles.labels.values()))
    assert articles.score().f1 == articles.score(("money", "percent")).f1 == 1.0


def test_our_reader_answers_as_often_as_it_is_told():
    lines = [json.dumps(["Trade reached $5 bn.", ""]), '"go"', '"go"']
    command = [sys.executable, HERE / "worker.py", "ours"]
    done = subprocess.run(command, input="\n".join(lines), capture_output=True, text=True, check=True)
    ready, *answers = map(json.loads, done.stdout.splitlines())
    assert ready == "ready"
    assert [answer["found"] for answer in answers] == [[[of(5e9)], []]] * 2
    assert all(answer["seconds"] > 0 for answer in answers)


def test_a_reader_that_is_not_installed_says_so():
    done = subprocess.run(
        [sys.executable, HERE / "worker.py", "quantulum3"], input="", capture_output=True, text=True, check=True
    )
    assert "No module named 'quantulum3'" in done.stdout


@pytest.mark.parametrize(
    ("value", "text", "expected"),
    [
        ({"value": 5, "unit": "$"}, "$5", {"value": [5], "unit": "USD"}),
        ({"value": 5, "unit": "\u00c2\u00a3"}, "£5", {"value": [5], "unit": "GBP"}),
        ({"value": 5}, "5 per cent", {"value": [5], "unit": "%"}),
        ({"value": 5}, "5 people", {"value": [5], "unit": None}),
        ({"from": {"value": 3, "unit": "EUR"}, "to": {"value": 4}}, "€3-4", {"value": [3, 4], "unit": "EUR"}),
    ],
)
def test_answers_of_duckling_become_quantities(value, text, expected):
    assert worker.duckling_quantity({"value": value, "end": len(text.split()[0])}, text) == expected


ROWS = [("F1, one set", {"ours": 0.9, "peer": 0.45}), ("sentences a second", {"ours": 3000.0, "peer": 500.0})]


def test_the_table_gives_ratios_first():
    head, first, second = (line.split() for line in bench.table([*ROWS], ["ours", "peer"]))
    assert head == ["ours", "÷", "peer", "ours", "peer"]
    assert first[-3:] == ["2.00", "0.900", "0.450"]
    assert second[-3:] == ["6.00", "3,000", "500"]
    assert list(bench.table([("F1", {"ours": 0.9})], ["ours", "peer"]))[1].split() == ["F1", "–", "0.900", "–"]


def test_the_table_of_articles_has_a_line_for_each_field():
    lines = list(bench.article_table([labelled.seeds()]))
    assert [line.split()[0] for line in lines[1:]] == ["F1", "F1,", *bench.FIELDS, "whole"]
    assert lines[-1].split() == ["whole", "1.000"]


def test_the_picture_is_drawn_with_and_without_other_readers(tmp_path):
    for rows in (ROWS, [("sentences a second", {"ours": 3000.0})]):
        picture.draw(rows, tmp_path / "new" / "bench.png")
        assert (tmp_path / "new" / "bench.png").read_bytes().startswith(b"\x89PNG")


def test_sets_that_are_not_there_are_named(tmp_path, capsys):
    assert list(bench.paths(tmp_path)) == []
    said = capsys.readouterr().out.splitlines()
    assert said == [f"skipped: {name}: {tmp_path / name}.jsonl is not there" for name in labelled.FILES]


def test_a_missing_environment_is_a_reason_and_no_traceback(tmp_path):
    python = tmp_path / "bin/python"
    assert bench.Reader("quantulum3", python).problem == f"{python} is not there"


def test_what_pip_said_is_the_reason(tmp_path, monkeypatch):
    monkeypatch.setattr(bench, "PEERS", tmp_path)
    (tmp_path / "quantulum3.log").write_text("ERROR: no release of quantulum3 fits\n")
    assert bench.Reader("quantulum3", Path(sys.executable)).problem == "ERROR: no release of quantulum3 fits"
