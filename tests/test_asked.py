from datetime import date
from pathlib import Path

import pytest

import analysis
from analysis.asked import bounds, existing, span
from analysis.records import InputError


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        ("2018", date(2018, 1, 1), date(2018, 12, 31)),
        ("2018-02", date(2018, 2, 1), date(2018, 2, 28)),
        ("2020-2", date(2020, 2, 1), date(2020, 2, 29)),
        ("2018-02-12", date(2018, 2, 12), date(2018, 2, 12)),
    ],
)
def test_a_year_a_month_and_a_day_have_a_first_and_a_last_day(day: str, first: date, last: date) -> None:
    assert bounds(day, name="start") == (first, last)


@pytest.mark.parametrize(
    "day",
    [
        "soon",
        "2018-13",
        "2018-00",
        "2018-02-30",
        "2018-02-12-01",
        "18",
        "0000",
        "12.02.2018",
        "2018-02-00",
        "-5",
    ],
)
def test_what_is_no_date_is_named(day: str) -> None:
    with pytest.raises(InputError, match=r"^end: .* is no date; write a year \(2018\)"):
        bounds(day, name="end")


def test_a_year_given_as_a_number_is_a_year() -> None:
    assert span(2018, 2019) == (date(2018, 1, 1), date(2019, 12, 31))  # type: ignore[arg-type]


def test_a_folder_is_looked_up_from_here_then_from_the_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert (existing("seeds") / "study.yml").exists()
    (tmp_path / "seeds").mkdir()
    assert existing("seeds") == Path("seeds")


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"folder": "no/such/folder"}, "no/such/folder is not there; give the folder of the articles"),
        ({"folder": "seeds/study.yml"}, "study.yml is no folder: files of this kind are not read"),
        ({"folder": "x" * 5000}, "cannot be opened: File name too long"),
        ({"study": "no/study.yml"}, "no/study.yml"),
        ({"study": "seeds"}, "seeds"),
        ({"start": "soon"}, "start: 'soon' is no date"),
        ({"start": "2019", "end": "2018"}, "start 2019 lies after end 2018"),
        ({"countries": "KAZ,XYZ"}, "country 'XYZ' is unknown; the study has these ISO 3166 codes: KAZ, KGZ"),
        ({"countries": ["Central Asia"]}, "country 'Central Asia' is unknown"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line(asked: dict[str, str], message: str) -> None:
    with pytest.raises(InputError) as raised:
        analysis.read(**{"folder": "seeds", **asked})
    assert message in str(raised.value)
    assert "\n" not in str(raised.value)
