import json
from io import StringIO
from pathlib import Path

import frictionless
import pandas as pd
import pytest

import analysis
from analysis.report import attached, data
from analysis.workbench import Corpus


@pytest.fixture(scope="module")
def found() -> Corpus:
    return analysis.read("seeds")


def names(files: tuple[attached.Attachment, ...]) -> list[str]:
    return [one.name for one in files]


def table(files: tuple[attached.Attachment, ...], name: str) -> pd.DataFrame:
    (text,) = [one.text for one in files if one.name == f"{name}.csv"]
    return pd.read_csv(StringIO(text), dtype=str, keep_default_na=False)


def test_a_report_carries_the_very_bytes_of_the_tables_beside_it(found: Corpus, tmp_path: Path) -> None:
    data.write(found, tmp_path)
    files = attached.to_report(found, "")
    assert names(files) == ["articles.csv", "datapackage.json", "figures.csv", "observations.csv"]
    for one in files:
        if one.name.endswith(".csv"):
            assert one.text.encode() == (tmp_path / one.name).read_bytes()


def test_tables_are_data_and_their_description_a_supplement(found: Corpus) -> None:
    assert [(one.name, one.relationship) for one in attached.to_report(found, "")] == [
        ("articles.csv", "Data"),
        ("datapackage.json", "Supplement"),
        ("figures.csv", "Data"),
        ("observations.csv", "Data"),
    ]
    assert all(one.about for one in attached.to_report(found, ""))


def test_a_brief_carries_the_figures_that_have_its_country_and_what_belongs_to_them(found: Corpus) -> None:
    files = attached.to_brief(found, "UZB", "")
    figures, observations, articles = (table(files, name) for name in ("figures", "observations", "articles"))
    assert not figures.empty
    assert figures["parties"].str.contains("UZB").all()
    assert len(figures) == found.figures["parties"].str.contains("UZB").sum()
    assert set(articles["article_id"]) == set(figures["article_id"])
    assert set("|".join(observations["figure_ids"]).split("|")) & set(figures["figure_id"])


def test_the_brief_of_a_country_without_figures_carries_tables_without_rows(found: Corpus) -> None:
    files = attached.to_brief(found, "ISR", "")
    assert [len(table(files, name)) for name in attached.TABLES] == [0, 0, 0]
    assert "The rows about Israel alone" in json.loads(files[1].text)["description"]


@pytest.mark.parametrize("country", ["", "UZB", "KAZ", "ISR"])
def test_what_is_attached_is_a_valid_data_package(found: Corpus, country: str, tmp_path: Path) -> None:
    files = attached.to_brief(found, country, "") if country else attached.to_report(found, "")
    for one in files:
        (tmp_path / one.name).write_text(one.text, encoding="utf-8", newline="")
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.valid, report.flatten(["type", "message"])


def test_a_part_comes_with_its_whole() -> None:
    rows = pd.DataFrame({"figure_id": ["a", "b", "c", "d"], "part_of": ["b", "c", "", ""]}, dtype="str")
    assert list(attached.closed(rows, ["a"], "figure_id", "part_of")["figure_id"]) == ["a", "b", "c"]
    assert list(attached.closed(rows, [], "figure_id", "part_of")["figure_id"]) == []


def test_of_very_many_figures_those_travel_that_the_page_shows(found: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attached, "MOST_FIGURES", 2)
    shown = found.figures["figure_id"].iloc[3]
    files = attached.to_report(found, f'<tbody class="evidence" id="e-{shown}">')
    figures = table(files, "figures")
    assert shown in set(figures["figure_id"])
    assert len(figures) <= 2  # with its whole, if it has one
    assert set(table(files, "articles")["article_id"]) == set(figures["article_id"])
    assert f"Of {len(found.figures)} figures those that the page shows" in json.loads(files[1].text)["description"]
