from datetime import date

import pytest

from analysis.corpus.metadata.dates import address_date, date_line, named_date, printed_dates


def read(text: str) -> date | None:
    return next((printed.read() for printed in printed_dates(text)), None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("date 2025-10-09 + ↺ − 16 px", date(2025, 10, 9)),
        ("Ministers discussed cooperation\u00a013.02.2018 15:32", date(2018, 2, 13)),
        ("2019-02-27 13:32:31 -0500", date(2019, 2, 27)),
        ("2019-02-27T13:32:31Z", date(2019, 2, 27)),
        ("9 October 2025", date(2025, 10, 9)),
        ("9th of October, 2025", date(2025, 10, 9)),
        ("Oct. 9, 2025", date(2025, 10, 9)),
        ("9 октября 2025 года", date(2025, 10, 9)),
        ("25/12/2018", date(2018, 12, 25)),
        ("25-12-2018", date(2018, 12, 25)),
        ("2018/2/5", date(2018, 2, 5)),
        ("12-Feb-18", date(2018, 2, 12)),
        ("25-Feb-18", date(2018, 2, 25)),
        ("25-Dec-1997", date(1997, 12, 25)),
        ("25-Dec-97", date(1997, 12, 25)),
        ("12/25/2018", date(2018, 12, 25)),
        ("05/05/2018", date(2018, 5, 5)),
        ("31.02.2018, that is 13.03.2018", date(2018, 3, 13)),
    ],
)
def test_dates_are_read_as_pages_print_them(text: str, expected: date):
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "03/04/2018",
        "03-04-2018",
        "7-12-02-2018",
        "12-Feb-18-3",
        "October 2025",
        "2025",
        "1.5.20",
        "31.02.2018",
        "12.2018",
        "110.10.2018",
    ],
)
def test_what_is_no_date_or_reads_either_way_is_none(text: str):
    assert read(text) is None


@pytest.mark.parametrize(
    "text",
    ["9 October 2025", "Thursday, 9 October 2025", "Published: 2025-10-09 15:32", "15:32, 09.10.2025",
     "Publish date: 9 October 2025", "Published 9 October 2025 | Updated 10 October 2025",
     "Published: 25-03-2023 10:30 / Last updated: 26-03-2023 11:00", "9 October 2025 · 10.30 GMT",
     "Released on 9 Oct 2025",
     "(October 9, 2025)", "on Thursday, October 9th, 2025 at 11:04 a.m.",
     "Posted on Oct. 9, 2025 at 10:05 a.m. GMT", "Дата публикации: 9 октября 2025"],
)  # fmt: skip
def test_a_line_of_a_date_alone(text: str):
    assert date_line().fullmatch(text)


@pytest.mark.parametrize("text", ["Summit of 9 October 2025", "9 October 2025 was a Thursday", "Oct. 7 attack"])
def test_a_line_with_words_of_its_own_is_no_date_line(text: str):
    assert not date_line().fullmatch(text)


@pytest.mark.parametrize(
    ("text", "day_first", "month_first"),
    [
        ("03/04/2018", date(2018, 4, 3), date(2018, 3, 4)),
        ("12.02.2018 15:32", date(2018, 2, 12), date(2018, 12, 2)),
        ("05/05/2018", date(2018, 5, 5), date(2018, 5, 5)),
        ("13/02/2018", date(2018, 2, 13), date(2018, 2, 13)),
        ("02.13.2018", date(2018, 2, 13), date(2018, 2, 13)),
        ("03-04-2018", date(2018, 4, 3), date(2018, 3, 4)),
        ("2018-03-04", date(2018, 3, 4), date(2018, 3, 4)),
        ("4 March 2018", date(2018, 3, 4), date(2018, 3, 4)),
    ],
)
def test_a_date_of_two_readings_is_read_by_the_order(text: str, day_first: date, month_first: date):
    (printed,) = printed_dates(text)
    assert (printed.read("day_first"), printed.read("month_first")) == (day_first, month_first)
    assert printed.read() == (day_first if day_first == month_first else None)
    assert printed.words == text


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("2018-02-12-summit.txt", (date(2018, 2, 12), "2018-02-12")),
        ("press.zip/2018/20180212_x.txt", (date(2018, 2, 12), "20180212")),
        ("summit 2018.02.12.pdf", (date(2018, 2, 12), "2018.02.12")),
        ("2018-02-12.jsonl/17", (None, "")),
        ("2018/02/12/x.txt", (None, "")),
        ("000_27adc20180212b30.txt", (None, "")),
        ("20181312.txt", (None, "")),
        ("1234201802.txt", (None, "")),
    ],
)
def test_a_files_name_may_begin_with_its_date(source: str, expected: tuple[date | None, str]):
    assert named_date(source) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.example.org/2019/nov/18/tea-exports-rise", date(2019, 11, 18)),
        ("https://www.example.org/news/2019/11/18/", date(2019, 11, 18)),
        ("https://www.example.org/2019-11-18-tea.html", date(2019, 11, 18)),
        ("https://www.example.org/2019/11/tea.html", None),
        ("https://www.example.org/2019/13/18/tea.html", None),
        ("https://www.example.org/article/20191118", None),
        ("https://www.example.org/2019/tea/18/", None),
        ("", None),
    ],
)
def test_an_address_may_hold_the_day(url: str, expected: date | None):
    assert address_date(url) == expected
