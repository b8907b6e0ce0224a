"""The bench of the report: what it runs, what it prints. Speeds are never judged."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import report_speed
from report_speed import Part, command, stock, table

from analysis.report.order import NOTEBOOKS, Order
from analysis.report.run import Job

HERE = Path(__file__).parent
OVERVIEW = Job("overview", NOTEBOOKS / "overview.ipynb", {"corpus": "/tmp/a b", "start": ""}, "8f7b2e6d01aa45c3")
TOPICS = Job("topics", NOTEBOOKS / "topics.ipynb", {}, "1c7b2e6d01aa45c3")


def part(name: str, *jobs: Job, ours: list[float]) -> Part:
    order = Order(Path("seeds"), Path("out"))
    return Part(name, order, jobs, (), kernels=[6, 3, 3], printing=[4, 2, 1], ours=ours, nothing=[0.3, 0.2, 0.4])


def test_ratios_stand_before_seconds_and_are_those_of_a_round():
    both = part("all", OVERVIEW, TOPICS, ours=[20, 6, 4])
    lines = list(table([both, part("one", OVERVIEW, ours=[5, 5, 2])], {"overview": 9, "topics": 6}))
    cells = {name: values for name, *values in (re.split(r"\s{2,}", line) for line in lines)}
    assert cells["notebooks"] == ["2", "1"]
    assert cells["ours ÷ floor, at most 1.6"] == ["1.20", "0.50"]
    assert cells["usual route ÷ ours, at least 2"] == ["2.5", "1.8"]
    assert cells["seconds where nothing has changed, under 0.5"] == ["0.30", "0.30"]
    assert cells["seconds, floor"] == ["5.0", "5.0"]
    assert lines[-1] == "ours, all ÷ floor, one: 1.20"


def test_all_notebooks_are_asked_for_as_a_reader_would():
    order = Order(Path("seeds"), Path("out"))
    assert command(order) == [sys.executable, "-m", "analysis", "report", "seeds", "--out", "out"]


def test_other_notebooks_make_the_same_report(tmp_path):
    asked = command(Order(Path("seeds"), tmp_path / "out", notebooks=tmp_path))
    done = subprocess.run(asked, capture_output=True, text=True, check=False)
    assert f"{tmp_path}: no notebook here" in done.stderr
    assert not (tmp_path / "out").exists()


def test_the_usual_route_has_the_parameters_of_the_report(tmp_path):
    execute, convert = stock(OVERVIEW, tmp_path)
    assert execute[1:4] == ["-m", "papermill", str(NOTEBOOKS / "overview.ipynb")]
    assert execute[-6:] == ["-r", "corpus", "/tmp/a b", "-r", "start", ""]
    assert convert[1:] == ["-m", "nbconvert", "--to", "html", str(tmp_path / "overview.ipynb")]


def test_a_way_that_fails_is_named_with_its_last_word(monkeypatch, capsys):
    failing = [sys.executable, "-c", "import sys; sys.exit('no pango here')"]
    monkeypatch.setattr(report_speed, "measured", lambda _: [str(report_speed.seconds(failing))])
    report_speed.main()
    assert capsys.readouterr().out.endswith("failed: no pango here\n")


def floor(*words: str) -> int:
    return subprocess.run([sys.executable, HERE / "floor.py", *words], capture_output=True, check=False).returncode


def test_the_floor_starts_kernels_that_have_what_notebooks_need():
    assert floor("kernels", "2") == 0


@pytest.mark.parametrize("name", ["page.html", "a page.html"])
def test_the_floor_prints_each_document(tmp_path, name):
    (tmp_path / name).write_text('<html lang="en"><title>A page</title><p>Trade reached $27 billion.', encoding="utf-8")
    assert floor("print", str(tmp_path / name)) == 0
    assert (tmp_path / f"{name}.pdf").read_bytes().startswith(b"%PDF-1.7")
