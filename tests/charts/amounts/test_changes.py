import re
from collections.abc import Callable
from typing import Any

import pytest

from analysis.charts import Chart, changes
from analysis.charts.amounts.change_plot import LONGEST
from analysis.charts.amounts.change_spans import ROWS, time_covered


def words_on(chart: Chart) -> list[str]:
    return re.findall(r"<text[^>]*>([^<]*)</text>", chart.svg())


PUTIN = {"article_id": "000", "speaker": "Vladimir Putin"}
DOUBLED = PUTIN | {"figure_id": "f2", "kind": "multiple", "unit": "times", "value": 2, "quote": "doubled"}
DOUBLED |= {"printed": "doubled", "change": "multiple", "period": "2016/2021", "period_basis": "inferred"}
THIRTY = {"article_id": "003", "speaker": "Andrey Rudenko", "figure_id": "f30", "kind": "percent", "unit": "%"}
THIRTY |= {"value": 30, "quote": "30%", "printed": "+30 %", "change": "increase", "period": "2021"}
SIXTEEN = PUTIN | {"figure_id": "f16", "kind": "percent", "unit": "%", "value": 16, "quote": "16%", "printed": "+16 %"}
SIXTEEN |= {"change": "increase", "period": "2022-H1", "period_basis": "resolved"}


@pytest.fixture
def draw(seeds: Any, tables: Any) -> Callable[..., Chart]:
    return lambda *rows: changes(tables.figures(*rows), seeds.articles)


@pytest.fixture
def chart(draw: Callable[..., Chart]) -> Chart:
    return draw(DOUBLED, THIRTY | {"compared_with": "2020"}, SIXTEEN)


def test_each_change_has_a_row_with_speaker_month_and_base(chart: Chart) -> None:
    assert words_on(chart)[-3:] == [
        "doubled, Putin, Oct 2022",
        "+30 %, Rudenko, May 2022; compared with 2020",
        "+16 %, Putin, Oct 2022; base not stated",
    ]


def test_title_and_subtitle_say_that_length_is_time(chart: Chart) -> None:
    title = "Trade between Russia and Central Asia: three changes over three different lengths of time"
    assert chart.title.replace("\u00a0", " ") == title
    assert chart.subtitle == (
        "Length is the time covered, not the size of the change; 2 of 5 articles, 2 occasions, 2 speakers"
    )


def test_there_is_no_axis_of_percent(chart: Chart) -> None:
    assert chart.figure is not None
    assert [list(axes.get_yticks()) for axes in chart.figure.axes] == [[]]


def test_bars_are_as_long_as_the_time_they_cover(chart: Chart) -> None:
    five_years, one_year, half_a_year = (link.width for link in chart.links)
    assert five_years > 3 * one_year
    assert one_year > 1.4 * half_a_year
    assert [link.href for link in chart.links] == ["#e-f2", "#e-f30", "#e-f16"]


def test_a_change_without_a_base_may_not_be_applied(chart: Chart, draw: Callable[..., Chart]) -> None:
    assert "+16 % may not be applied to any amount, since its base is not stated." in chart.caption
    assert "may not be applied" not in draw(DOUBLED).caption


def test_only_inferred_years_are_dashed(chart: Chart, draw: Callable[..., Chart]) -> None:
    assert "Dashed: the years are inferred." in chart.caption
    assert "Dashed" not in draw(SIXTEEN).caption
    assert "stroke-dasharray" not in draw(SIXTEEN).svg()
    assert "stroke-dasharray" in draw(DOUBLED).svg()


@pytest.mark.parametrize(
    ("period", "compared_with", "said_on", "covered"),
    [
        ("2016/2021", "", "", (2016.5, 2021.5)),
        ("2021", "2020", "", (2020.5, 2021.5)),
        ("2022-H1", "2021-H1", "", (2021.25, 2022.25)),
        ("2022-H1", "", "", (2022.0, 2022.5)),
        ("2021", "$ 40 billion", "", (2021.0, 2022.0)),
        ("2021", "2023", "", (2021.0, 2022.0)),
        ("2000/..", "", "2025-01-01", (2000.5, 2025.0)),
        ("2000/..", "", "", None),
        ("", "2020", "", None),
        ("", "", "2025-01-01", None),
    ],
)
def test_a_change_covers_the_time_from_its_base_to_its_period(
    period: str, compared_with: str, said_on: str, covered: tuple[float, float] | None
) -> None:
    assert time_covered(period, compared_with, said_on) == covered


def test_changes_without_a_time_are_told_in_words(draw: Callable[..., Chart]) -> None:
    nowhere = SIXTEEN | {"period": ""}
    assert "Without a time: +16 %, Putin, Oct 2022." in draw(DOUBLED, nowhere).caption
    alone = draw(nowhere)
    assert alone.figure is None
    assert alone.sentence == "Changes are stated without the time they cover: +16 %, Putin, Oct 2022."


def test_what_differs_stands_before_the_words(draw: Callable[..., Chart]) -> None:
    other = SIXTEEN | {"measure": "exports", "parties": ("KAZ", "CHN")}
    chart = draw(DOUBLED, other)
    assert "Exports, Kazakhstan and China: +16 %, Putin, Oct 2022; base not stated" in words_on(chart)
    assert chart.title.startswith("Trade and exports: two changes")


def test_changes_of_other_things_are_counted(draw: Callable[..., Chart]) -> None:
    chart = draw(DOUBLED, SIXTEEN | {"measure": "gdp"})
    assert "1 change of other things than trade and investment" in chart.caption


def test_reports_of_one_statement_are_one_row(draw: Callable[..., Chart]) -> None:
    again = SIXTEEN | {"figure_id": "f17", "article_id": "002", "statement_id": "s"}
    chart = draw(SIXTEEN | {"statement_id": "s"}, again)
    assert len(chart.links) == 1
    assert "1 further report of the same changes" in chart.caption


def test_a_change_since_long_ago_is_cut_at_the_first_year(draw: Callable[..., Chart]) -> None:
    chart = draw(DOUBLED | {"period": "1991/.."}, SIXTEEN)
    years = [int(word) for word in words_on(chart) if word.isdigit()]
    assert min(years) >= 2022 - LONGEST
    assert "Triangle: it is measured from a time before the first year shown." in chart.caption
    assert "doubled, Putin, Oct 2022; since 1991" in words_on(chart)


def test_of_many_changes_the_newest_are_drawn_and_the_others_counted(tables: Any) -> None:
    dates = [f"{2000 + n // 2}-{1 + n % 2 * 6:02}-01" for n in range(ROWS + 5)]
    told = [{"article_id": f"a{n}", "reference": f"a{n}", "said_on": date} for n, date in enumerate(dates)]
    rows = [THIRTY | {"article_id": f"a{n}", "figure_id": f"f{n}", "period": date[:4]} for n, date in enumerate(dates)]
    chart = changes(tables.figures(*rows), tables.articles(*told))
    assert {link.href for link in chart.links} == {f"#e-f{n}" for n in range(5, ROWS + 5)}
    assert "Not drawn: 5 older changes." in chart.caption


def test_without_changes_there_is_a_sentence(seeds: Any, tables: Any) -> None:
    assert (
        changes(tables.figures(), seeds.articles).sentence
        == "No article states by how much trade or investment changed."
    )
