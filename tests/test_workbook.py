"""The workbook: the words of the tables, as text that is never run, and their numbers and dates as such."""

import os
import time
import zipfile
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.utils.escape import unescape

import analysis
from analysis import tables, workbook
from analysis.workbench import Corpus

EMPTY = {name: tables.frame(name, []) for name in tables.schema()}
Written = Callable[..., Workbook]

AWKWARD = [
    "=1+1",
    '=HYPERLINK("http://example.org")',
    "+7 million",
    "-3%",
    "@Sputnik",
    "\t=1+1",
    "\r=1+1",
    "{=1+1}",
    "'quoted",
    "002",
    "1e5",
    "TRUE",
    "NA",
    "#N/A",
    "2025-10-09",
    "http://example.org",
    "mailto:editor@example.org",
    "internal:figures!A1",
    " space ",
    "two\nlines",
    "a\rb",
    "a|b",
    'a "quoted" word',
    "<script>alert(1)</script> & more",
    "\0\x01\x0b\x1f\ufffe\uffff",
    "_x000D_",
    "Қазақстан Тоҷикистон 中国 العربية 😀",
]


@pytest.fixture
def written(tmp_path: Path) -> Written:
    def write(**frames: pd.DataFrame) -> Workbook:
        workbook.write({**EMPTY, **frames}, tmp_path / "tables.xlsx", title="=1+1", scope="@two articles")
        return load_workbook(tmp_path / "tables.xlsx")

    return write


@pytest.fixture(scope="module")
def seeds() -> Corpus:
    return analysis.read("seeds")


def removed(*texts: str) -> pd.DataFrame:
    """Return texts that were taken out of an article."""
    return tables.frame("removed", [{"article_id": "002", "start": n, "text": text} for n, text in enumerate(texts)])


def cells(book: Workbook, sheet: str, column: str) -> list[Cell]:
    """Return the cells of a column below its header."""
    return next(list(cells[1:]) for cells in book[sheet].iter_cols() if cells[0].value == column)


def words(book: Workbook, sheet: str, column: str) -> list[str]:
    """Return the texts of a column, as a spreadsheet shows them: control characters are escaped in the file."""
    return [unescape(str(cell.value)) if cell.value is not None else "" for cell in cells(book, sheet, column)]


def about(book: Workbook) -> list[str]:
    """Return the lines of the first sheet, its title first."""
    lines = book["about"].iter_rows(max_col=2, values_only=True)
    return [str(title or line) for title, line in lines if not (title and line)]


def test_awkward_words_stay_words(written: Written) -> None:
    book = written(removed=removed(*AWKWARD))
    assert words(book, "removed", "text") == AWKWARD
    for cell in cells(book, "removed", "text") + cells(book, "removed", "article_id"):
        assert (cell.data_type, cell.hyperlink, cell.quotePrefix) == ("s", None, True), cell.value


@settings(max_examples=50)
@given(st.lists(st.text(st.characters(codec="utf-8")), min_size=1, max_size=9))
def test_any_text_is_in_the_workbook_as_it_was(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    path = tmp_path_factory.mktemp("any") / "tables.xlsx"
    workbook.write({"articles": EMPTY["articles"], "removed": removed(*texts)}, path, title="", scope="")
    book = load_workbook(path)
    assert words(book, "removed", "text") == texts
    assert {cell.data_type for cell in cells(book, "removed", "text") if cell.value is not None} <= {"s"}


def test_the_words_on_the_first_sheet_are_words_too(written: Written) -> None:
    book = written()
    assert about(book)[:2] == ["=1+1", "@two articles"]
    assert {cell.data_type for row in book["about"].iter_rows() for cell in row if cell.value is not None} == {"s", "n"}


@pytest.mark.parametrize("value", [37100000000.0, 88.2, 0.1, 1e-05, 1e22])
def test_numbers_are_numbers(written: Written, value: float) -> None:
    book = written(figures=tables.frame("figures", [{"figure_id": "1e5", "start": 7, "value": value}]))
    ((number,), (start,)) = (cells(book, "figures", column) for column in ("value", "start"))
    assert (number.data_type, number.value) == ("n", pytest.approx(value, rel=1e-15))
    assert (start.data_type, start.value) == ("n", 7)
    assert words(book, "figures", "figure_id") == ["1e5"]
    assert cells(book, "figures", "value_high")[0].value is None


def test_amounts_are_grouped_and_shares_are_not(written: Written) -> None:
    rows = [{"figure_id": str(n), "value": value} for n, value in enumerate((37100000000, 88.2))]
    book = written(figures=tables.frame("figures", rows))
    assert [cell.number_format for cell in cells(book, "figures", "value")] == ["#,##0", "General"]


def test_full_dates_of_date_columns_are_dates(written: Written) -> None:
    dates = ["2025-10-09", "2025-10", "", "1867-03-30"]
    rows = [{"article_id": f"2025-10-0{n}", "published": date} for n, date in enumerate(dates)]
    book = written(articles=tables.frame("articles", rows))
    published = cells(book, "articles", "published")
    assert [cell.value for cell in published] == [datetime(2025, 10, 9), "2025-10", None, "1867-03-30"]
    assert (published[0].data_type, published[0].number_format) == ("d", "yyyy-mm-dd")
    assert {cell.data_type for cell in cells(book, "articles", "article_id")} == {"s"}


@pytest.mark.parametrize(("text", "kept"), [("é" * 40_000, 32_766), ("😀" * 20_000, 16_383)])
def test_a_text_that_no_cell_holds_is_cut_and_the_first_sheet_says_so(written: Written, text: str, kept: int) -> None:
    book = written(removed=removed(text, "é" * 32_767, "short"))
    assert words(book, "removed", "text") == [text[:kept] + "…", "é" * 32_767, "short"]
    told = "removed: 1 text is cut after 32,767 characters and ends in …; removed.csv has it whole."
    assert told in about(book)


def test_rows_that_no_sheet_holds_are_left_to_the_csv(written: Written, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "ROWS", 3)
    book = written(removed=removed("one", "two", "three"))
    assert words(book, "removed", "text") == ["one", "two"]
    assert "removed: the sheet has the first 2 of 3 rows; removed.csv has all." in about(book)


def test_many_rows_are_all_there_in_order(written: Written) -> None:
    texts = [f"number {n}" for n in range(2 * workbook.AT_ONCE + 1)]
    assert words(written(removed=removed(*texts)), "removed", "text") == texts


def test_where_everything_fits_nothing_is_said_to_be_cut(written: Written) -> None:
    assert not any(".csv" in line for line in about(written(removed=removed("short"))))


def test_the_sheets_are_what_it_is_the_dictionary_and_the_tables(written: Written) -> None:
    book = written(removed=removed("one", "two"))
    assert book.sheetnames == ["about", "dictionary", *tables.schema()]
    rows = {row[0]: row[2] for row in book["about"].iter_rows(values_only=True) if row[2] is not None}
    columns = book["dictionary"].max_row - 1
    assert rows == {"sheet": "rows", "dictionary": columns, **dict.fromkeys(tables.schema(), 0), "removed": 2}


def test_every_sheet_with_rows_keeps_its_header_in_sight_and_filters(written: Written) -> None:
    book = written(removed=removed("one", "two"))
    for sheet in book.worksheets[1:]:
        assert sheet.freeze_panes == "A2", sheet.title
        last = sheet.cell(1, sheet.max_column).column_letter
        assert sheet.auto_filter.ref in (f"A1:{last}{sheet.max_row}", f"A1:{last}1"), sheet.title
        assert all(cell.font.bold for cell in sheet[1])
        widths = [sheet.column_dimensions[cell.column_letter].width for cell in sheet[1]]
        assert all(4 < width < workbook.WIDEST + 2 for width in widths)


def described(book: Workbook) -> Iterator[tuple[str, str]]:
    """Yield table and column of each row of the dictionary."""
    for name, column, *_ in book["dictionary"].iter_rows(min_row=2, values_only=True):
        yield str(name), str(column)


def test_the_dictionary_has_every_column_of_every_sheet(written: Written, seeds: Corpus) -> None:
    book = written(**seeds.frames)
    there = [(sheet.title, str(cell.value)) for sheet in book.worksheets[2:] for cell in sheet[1]]
    assert list(described(book)) == there
    assert ("articles", "manifest_licence") in there


def test_the_seeds_are_in_the_workbook_as_they_are_in_the_tables(written: Written, seeds: Corpus) -> None:
    book = written(**seeds.frames)
    for name, frame in seeds.frames.items():
        for column in frame.columns:
            if workbook.kinds(name, frame)[column] in ("integer", "number"):
                numbers = [None if pd.isna(value) else pytest.approx(value, rel=1e-15) for value in frame[column]]
                assert [cell.value for cell in cells(book, name, column)] == numbers, f"{name}.{column}"
            elif workbook.kinds(name, frame)[column] != "date":
                assert words(book, name, column) == frame[column].to_list(), f"{name}.{column}"


@pytest.fixture
def open_umask() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.mark.usefixtures("open_umask")
def test_the_same_tables_give_the_same_bytes(tmp_path: Path, seeds: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    written = []
    for zone, mask in (("Asia/Almaty", 0o022), ("America/New_York", 0o077)):
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        os.umask(mask)
        path = tmp_path / zone / "tables.xlsx"
        path.parent.mkdir(parents=True)
        workbook.write(seeds.frames, path, title="Title", scope="Scope")
        written.append(path.read_bytes())
        assert [one.name for one in path.parent.iterdir()] == ["tables.xlsx"]
    assert written[0] == written[1]


def test_it_was_made_on_the_last_day_of_the_data(tmp_path: Path, seeds: Corpus) -> None:
    workbook.write(seeds.frames, tmp_path / "tables.xlsx", title="Title", scope="Scope")
    book = load_workbook(tmp_path / "tables.xlsx")
    assert (book.properties.title, book.properties.description) == ("Title", "Scope")
    assert book.properties.created == book.properties.modified == datetime(2025, 10, 9)
    with zipfile.ZipFile(tmp_path / "tables.xlsx") as parts:
        assert {part.date_time[0] for part in parts.infolist()} == {1980}
        assert not any("externalLink" in part or "vba" in part for part in parts.namelist())
