import json
from pathlib import Path

import pytest

from analysis import gate
from analysis.records import InputError

HALF, MISSING = "ends half-way; build the report again", "is missing; build the report again"


def test_a_fresh_report_passes_and_passes_again_wherever_it_lies(report: Path) -> None:
    assert gate.faults(report) == []
    assert gate.faults(report.rename(report.with_name("elsewhere"))) == []


@pytest.mark.parametrize("name", ["report.html", "index.html", "countries/russia.html"])
@pytest.mark.parametrize("share", [0, 0.5, 0.99])
def test_a_page_that_ends_half_way_is_named(printed_report: Path, name: str, share: float) -> None:
    text = (printed_report / name).read_text()
    (printed_report / name).write_text(text[: int(share * len(text))])
    assert f"{name}: {HALF}" in gate.faults(printed_report)


@pytest.mark.parametrize("name", ["report.html", "index.html"])
def test_a_page_that_is_missing_or_no_text_is_named(report: Path, name: str) -> None:
    (report / name).write_bytes(b"\xff\xfe")
    assert f"{name}: {HALF}" in gate.faults(report)
    (report / name).unlink()
    assert f"{name}: {MISSING}" in gate.faults(report)


def test_a_page_of_which_the_middle_is_gone_is_noticed(report: Path) -> None:
    page = report / "report.html"
    head, _, rest = page.read_text().partition('<section class="chapter" id="trade">')
    page.write_text(head + rest.partition("</section>")[2])
    found = gate.faults(report)
    assert any(line.startswith("report.html: Title, cover or contents: ") for line in found)
    assert any("Evidence: “" in line for line in found)


@pytest.mark.parametrize("name", ["", "nowhere", "data"])
def test_a_folder_that_is_no_report_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / "data").mkdir()
    with pytest.raises(InputError, match="no report: there is no data/build.json") as raised:
        gate.faults(tmp_path / name)
    assert str(raised.value).startswith(str(tmp_path / name))


def test_where_something_is_wrong_other_software_is_named_first(report: Path) -> None:
    build = report / "data" / "build.json"
    made = json.loads(build.read_text())
    build.write_text(json.dumps({**made, "versions": {**made["versions"], "pandas": "1.0"}}))
    assert gate.faults(report) == []
    page = report / "report.html"
    page.write_text(page.read_text().replace("Who speaks.", "Who speaks now.", 1))
    assert gate.faults(report)[0].startswith("made with other software than here (pandas 1.0)")
