from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.corrections import read
from analysis.corrections.rows import COLUMNS, WHAT, corrections
from analysis.records import InputError

HEAD = ",".join(COLUMNS)


def problems(*lines: str) -> list[tuple[int, str]]:
    told = corrections("\n".join([HEAD, *lines]) + "\n")
    return [(outcome.correction.line, outcome.problem) for outcome in told.outcomes]


def test_a_folder_without_corrections_has_none(tmp_path: Path) -> None:
    assert read(tmp_path) == corrections("") == corrections(HEAD + "\n")


def test_a_row_keeps_its_words_and_the_line_on_which_it_begins(tmp_path: Path) -> None:
    lines = [HEAD, "", 'a,note,"two', 'lines", Seen ,"x, y",A. B.', "b,value,5,6,,"]
    (tmp_path / "corrections.csv").write_text("\r\n".join(lines), encoding="utf-8-sig", newline="")
    first, second = read(tmp_path).waiting
    assert (first.line, first.old, first.new, first.why, first.by) == (3, "two\r\nlines", "Seen", "x, y", "A. B.")
    assert (second.line, second.what, second.by) == (5, "value", "")


def test_columns_stand_in_any_order_with_others_between_them() -> None:
    told = corrections("By,checked,why,new,old,what,article_id\nA. B.,yes,w,6,5,Value,a\n")
    assert [(row.article_id, row.what, row.old, row.new, row.by) for row in told.waiting] == [
        ("a", "value", "5", "6", "A. B.")
    ]


@pytest.mark.parametrize(
    ("written", "what"),
    [("Date", "date"), ("published", "date"), ("event date", "event_date"), ("EVENT-DATE", "event_date")]
    + [("not a figure", "reject"), ("amount", "value"), ("duplicate_of", "copy"), ("said by", "speaker")]
    + [("comment", "note")],
)
def test_what_is_corrected_may_be_written_in_other_words(written: str, what: str) -> None:
    told = corrections(f"{HEAD}\na,{written},5,2022-01-01,w,A. B.\n")
    assert [row.what for row in told.waiting] == [what]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (",value,5,6,,", "the column `article_id` is empty; name the article"),
        ("a,period,5,2021,,", "the column `what` is “period”; write date, event_date, reject, value, copy, speaker or"),
        ("a,,5,2021,,", "the column `what` is empty; write date, event_date,"),
        ("a,date,,9 October 2025,,", "“9 October 2025” is no date; write it like 2025-10-09"),
        ("a,event_date,,2025-02-30,,", "“2025-02-30” is no date"),
        ("a,date,2025-01-01,,,", "the column `new` is empty; write the right date, or remove the row"),
        ("a,copy,,,,", "the column `new` is empty; write the right copy"),
        ("a,value,5,,,", "the column `new` is empty; write the right value"),
        ("a,value,,5,,", "the column `old` is empty; write the exact words of the figure, or its figure_id"),
        ("a,reject,,,,A. B.", "the column `old` is empty; write the exact words of the figure, or its figure_id"),
        ("a,speaker,,B,,", "the column `old` is empty; write the exact words of the figure, or its figure_id, or the"),
        ("a,note,,Seen,,", "a note needs a signature; write who says so in the column `by`"),
        ("a,note,5,,,A. B.", "the note is empty; write it in the column `new`"),
        ("a,value,5,6,why, A. B.,more", "7 cells for 6 columns; put quotes around a cell that holds a comma"),
    ],
)
def test_a_row_that_cannot_be_followed_is_named_and_the_others_wait(line: str, problem: str) -> None:
    told = corrections(f"{HEAD}\na,reject,5,,,\n{line}\nb,note,,Seen,,A. B.\n")
    assert [row.line for row in told.waiting] == [2, 4]
    assert [outcome.correction.line for outcome in told.outcomes] == [3]
    assert told.outcomes[0].problem.startswith(problem)
    assert not told.outcomes[0].applied


def test_empty_cells_at_the_end_are_no_fault() -> None:
    assert problems("a,reject,5", "a,reject,5,,,,,", ",,,,,,,") == []


@pytest.mark.parametrize(
    ("head", "problem"),
    [
        ("article_id,what,old,new,why", "no column `by`, so no row is applied; the first line is article_id,what,old,"),
        ("article_id;what;old;new;why;by", "no column `article_id`, `what`, `old`, `new`, `why`, `by`, so no row"),
        (f"{HEAD},OLD", "the column `old` stands there twice, so no row is applied; remove one"),
    ],
)
def test_a_wrong_head_is_one_problem_and_no_row_is_applied(head: str, problem: str) -> None:
    told = corrections(f"{head}\na,reject,5,,,\nb,reject,6,,,\n")
    assert told.waiting == ()
    assert [(outcome.correction.line, outcome.applied) for outcome in told.outcomes] == [(1, False)]
    assert told.outcomes[0].problem.startswith(problem)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"\xff\xfe", r"corrections\.csv is not UTF-8 at byte 0; save it as UTF-8"),
        (f'{HEAD}\na,note,"open\n'.encode(), r"corrections\.csv, line 2: unexpected end of data; put quotes around"),
        (f'{HEAD}\na,note,"x" y,,,\n'.encode(), r"corrections\.csv, line 2: .*; put quotes around"),
    ],
)
def test_a_file_that_is_no_csv_in_utf_8_cannot_be_used(tmp_path: Path, content: bytes, message: str) -> None:
    (tmp_path / "corrections.csv").write_bytes(content)
    with pytest.raises(InputError, match=message):
        read(tmp_path)


def test_a_folder_of_that_name_cannot_be_used(tmp_path: Path) -> None:
    (tmp_path / "corrections.csv").mkdir()
    with pytest.raises(InputError, match=r"corrections\.csv cannot be read: Is a directory"):
        read(tmp_path)


@given(st.lists(st.tuples(st.sampled_from(["a", ""]), st.sampled_from([*WHAT, "x"]), st.text(), st.text()), max_size=5))
def test_every_row_waits_or_has_a_problem_that_is_one_line(cells: list[tuple[str, ...]]) -> None:
    lines = [",".join('"' + cell.replace('"', '""').replace("\0", "") + '"' for cell in row) for row in cells]
    told = corrections("\n".join([HEAD, *lines]) + "\n")
    filled = [row for row in cells if any(cell.strip(" \0\n") for cell in row)]
    assert len(told.waiting) + len(told.outcomes) == len(filled)
    assert all(len(outcome.problem.splitlines()) == 1 for outcome in told.outcomes)
