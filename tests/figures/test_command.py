"""Sentences in, amounts out, a line of JSON each; whatever is wrong with a line is told in one."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from analysis.figures.__main__ import quantities

ROOT = Path(__file__).parents[2]


def run(given: bytes, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "analysis.figures", *arguments]
    return subprocess.run(command, input=given, capture_output=True, check=False, cwd=ROOT)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trade reached $37.1 billion.", [(37.1e9, "USD", "=")]),
        ("Trade exceeded $45 billion.", [(45e9, "USD", ">")]),
        ("They invested about €5 million.", [(5e6, "EUR", "~")]),
        ("The loan is up to £3bn.", [(3e9, "GBP", "<")]),
        ("Exports rose by 16%, imports fell by more than 3%.", [(16.0, "%", "up"), (3.0, "%", ">")]),
        ("It costs $25-30 million.", [([25e6, 30e6], "USD", "=")]),
        ("It has 25,000 companies.", [(25000.0, None, "=")]),
        ("Trade doubled.", [(2.0, None, "=")]),
        ("They met in 2021.", []),
        ("", []),
    ],
)
def test_a_sentence_gives_its_amounts_with_unit_and_sign(the_study, text, expected):
    found = quantities(text, the_study)
    assert [(one["value"], one["unit"], one["change"]) for one in found] == expected


def test_each_line_is_answered_under_its_id():
    given = '\ufeff{"id": "a", "text": "Trade reached 5 млрд $5 billion."}\r\n\n{"id": 7, "text": "They met."}'.encode()
    done = run(given)
    assert (done.returncode, done.stderr) == (0, b"")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["id"] for row in rows] == ["a", 7]
    assert {"value": 5e9, "unit": "USD", "change": "="} in rows[0]["quantities"]
    assert rows[1]["quantities"] == []


GOOD = b'{"id": "a", "text": "They met."}\n'


@pytest.mark.parametrize(
    "line",
    [
        b"Trade grew by 5%.",
        b'{"id": "b"',
        b"[1, 2]",
        b'"text"',
        b'{"id": "b"}',
        b'{"text": "Trade grew."}',
        b'{"id": "b", "text": 5}',
        b'{"id": "b", "text": null}',
        b'{"id": "b", "text": "\xff"}',
        b"[" * 100_000,
        b'{"id": ' + b"9" * 5000 + b', "text": ""}',
    ],
    ids=lambda line: repr(line[:24]),
)
def test_a_bad_line_is_named_by_its_number_and_nothing_is_written(line):
    done = run(GOOD + b"\n" + line + b"\n" + GOOD)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"line 3: ")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(("arguments", "code"), [(["--help"], 0), (["sentences.jsonl"], 2)])
def test_how_to_call_it_is_told(arguments, code):
    done = run(b"", *arguments)
    assert (done.returncode, done.stdout) == (code, b"")
    assert b"python -m analysis.figures < sentences.jsonl" in done.stderr


def test_a_reader_that_has_enough_gets_no_traceback():
    done = subprocess.run(
        f"'{sys.executable}' -m analysis.figures | head -n 1",
        shell=True,
        input=b'{"id": 1, "text": "Trade grew by 5%."}\n' * 3000,
        capture_output=True,
        check=False,
        cwd=ROOT,
    )
    assert len(done.stdout.splitlines()) == 1
    assert done.stderr == b""


@pytest.mark.parametrize("module", ["analysis.figures", "analysis.figures.__main__"])
def test_reading_figures_loads_no_tables(module):
    code = f"import sys, {module}; print({{'pandas', 'numpy', 'matplotlib'}} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout == "set()\n"
