import pytest

from analysis.corpus import clean

BODY = "The ministers of the five countries met in Mombasa on Monday and agreed to double trade within five years."


def removed(*pages: str) -> list[str]:
    found = clean("\f".join(pages))
    assert {residue.rule for residue in found} <= {"page_header"}
    return [residue.text for residue in found]


def test_lines_alike_but_for_digits_at_the_edges_of_pages_are_residue():
    pages = [f"Weekly of the coast, no. 14\n{BODY}\nPage {number} of 3" for number in (1, 2, 3)]
    assert removed("Ports of the coast reopen\n" + pages[0], *pages[1:]) == [
        "Page 1 of 3", "Weekly of the coast, no. 14", "Page 2 of 3", "Weekly of the coast, no. 14", "Page 3 of 3"
    ]  # fmt: skip


def test_bare_page_numbers_are_residue():
    assert removed(f"{BODY}\n1", f"{BODY}\n2", f"{BODY}\n3", BODY) == ["1", "2", "3"]


def test_headers_of_two_lines_are_residue():
    pages = [f"Annual review\nKenya, {number}\n{BODY}" for number in (1, 2, 3)]
    assert removed(*pages)[-2:] == ["Annual review", "Kenya, 3"]


def test_a_running_title_stays_once_as_the_title():
    pages = [f"Ports of the coast reopen\n{BODY}"] * 3
    assert removed(*pages) == ["Ports of the coast reopen"] * 2


def test_lines_that_only_some_pages_share_stay():
    assert removed(f"{BODY}\nMore below", f"{BODY}\nMore below", BODY, f"{BODY} Again.") == []


@pytest.mark.parametrize(
    "heads",
    [
        ["Table 1: exports", "Table 2: exports", "Table 3: exports"],
        ["Fig. 1", "Fig. 2", "Fig. 3"],
        ["Exports of copper 2019", "Exports of copper 2020", "Exports of copper 2021"],
        ["2019", "2020", "2021"],
    ],
)
def test_heads_of_tables_and_rising_years_at_the_edges_of_pages_stay(heads: list[str]):
    assert removed(*(f"{head}\n{BODY}\nTea" for head in heads), BODY) == ["Tea"] * 3
    assert removed(*(f"{BODY}\n{head}" for head in heads)) == []


def test_rows_of_a_table_at_the_edges_of_pages_stay():
    assert removed(*(f"{BODY}\nTea {share}% of exports" for share in (12, 13, 14))) == []


def test_a_text_without_pages_has_no_headers():
    assert clean("\n\n".join([f"{BODY}\n\n1"] * 3)) == ()
