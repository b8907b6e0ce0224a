from datetime import date

import pytest

from analysis.corpus.dates import date_line, printed_date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("date 2025-10-09 + ↺ − 16 px", date(2025, 10, 9)),
        ("Moscow discussed cooperation\u00a012.02.2018 15:32", date(2018, 2, 12)),
        ("2019-02-27 13:32:31 -0500", date(2019, 2, 27)),
        ("2019-02-27T13:32:31Z", date(2019, 2, 27)),
        ("9 October 2025", date(2025, 10, 9)),
        ("9th of October, 2025", date(2025, 10, 9)),
        ("Oct. 9, 2025", date(2025, 10, 9)),
        ("9 октября 2025 года", date(2025, 10, 9)),
        ("25/12/2018", date(2018, 12, 25)),
        ("12/25/2018", date(2018, 12, 25)),
        ("05/05/2018", date(2018, 5, 5)),
        ("31.02.2018, that is 01.03.2018", date(2018, 3, 1)),
    ],
)
def test_dates_are_read_as_pages_print_them(text: str, expected: date):
    assert printed_date(text) == expected


@pytest.mark.parametrize(
    "text", ["03/04/2018", "October 2025", "2025", "1.5.20", "31.02.2018", "12.2018", "110.10.2018"]
)
def test_what_is_no_date_or_reads_either_way_is_none(text: str):
    assert printed_date(text) is None


@pytest.mark.parametrize(
    "text",
    ["9 October 2025", "Thursday, 9 October 2025", "Published: 2025-10-09 15:32", "15:32, 09.10.2025",
     "(October 9, 2025)", "Posted on Oct. 9, 2025 at 10:05 a.m. GMT", "Дата публикации: 9 октября 2025"],
)  # fmt: skip
def test_a_line_of_a_date_alone(text: str):
    assert date_line().fullmatch(text)


@pytest.mark.parametrize("text", ["Summit of 9 October 2025", "9 October 2025 was a Thursday", "Oct. 7 attack"])
def test_a_line_with_words_of_its_own_is_no_date_line(text: str):
    assert not date_line().fullmatch(text)
