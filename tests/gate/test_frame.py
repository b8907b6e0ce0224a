from collections.abc import Callable
from pathlib import Path

import pytest

from analysis import gate

Spoilt = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('<p class="cover-scope">2 articles', '<p class="cover-scope">3 articles'),
        ('content="2 articles', 'content="3 articles'),
        ('content="default-src', 'content="script-src *" content="default-src'),
        ("<title>What the articles say</title>", "<title>What 27 bn say</title>"),
        ('<li><a href="#trade">Trade</a>', '<li><a href="#trade">Trade of 27 bn</a>'),
        ('<li><a href="#trade">Trade</a>', '<li><a href="#overview">Trade</a>'),
        ('<li><a href="#trade">Trade</a>', '<li>27 bn <a href="#trade">Trade</a>'),
        ('<li><a href="#trade">Trade</a>', "<li>"),
        ('<a class="skip"', '<p>27 bn</p><a class="skip"'),
        ("</main>", "27 bn</main>"),
        ("</body>", '<header class="cover">27 bn</header></body>'),
        ("</body>", "</body>27 bn"),
        ("</html>", "</html>27 bn</html>"),
        ("</head>", "<style>p { display: none }</style></head>"),
    ],
)
def test_what_stands_around_the_chapters_is_what_tables_and_headings_give(spoilt: Spoilt, old: str, new: str) -> None:
    found = spoilt(old, new)
    assert found
    assert all(line.startswith("report.html: ") for line in found)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('.number::after { content: ".";', '.number::after { content: "7.";'),
        ("@font-face {", "p::after { content: '27 bn' } @font-face {"),
        (":root { --serif: ", ":root { display: none; --serif: "),
        (".skip", ".cite { display: none } .skip"),
    ],
)
def test_a_style_sheet_of_another_kind_could_print_or_hide_words(spoilt: Spoilt, old: str, new: str) -> None:
    assert spoilt(old, new) == ["report.html: the style sheet is not that of a report"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("const all =", "const  all ="),
        ('<script type="module">', "<script>"),
        ("</head>", "<script>document.title = 27</script></head>"),
        ("</main>", "</main><script>document.title = 27</script>"),
        ("<p>Nothing is deflated.</p>", "<p>Nothing is deflated.<script>document.title = 27</script></p>"),
        ("script-src 'sha256-", "script-src 'unsafe-inline' 'sha256-"),
        ("default-src 'none'; ", ""),
    ],
    ids=["changed", "of another kind", "in the head", "behind the text", "in a chapter", "policy", "no policy"],
)
def test_a_script_that_is_not_the_reports_own_could_change_any_number(spoilt: Spoilt, old: str, new: str) -> None:
    found = spoilt(old, new)
    assert found
    assert all(line.startswith("report.html: ") for line in found)


def test_an_element_with_a_script_of_its_own_is_named_with_its_chapter(spoilt: Spoilt) -> None:
    found = spoilt("<p>Nothing is deflated.</p>", '<p onclick="alert()">Nothing is deflated.</p>')
    assert found == ["report.html: Trade: <p> has a script of its own"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('<td class="number-cell">3</td>', '<td class="number-cell">4</td>'),
        ('<p class="scope">2 articles', '<p class="scope">3 articles'),
        ('<p class="scope">2', '<p class="scope"><b>27 bn</b> 2'),
        ("</main>", '<section class="chapter">27 bn</section></main>'),
    ],
)
def test_the_list_of_what_is_there_is_what_the_tables_give(spoilt: Spoilt, old: str, new: str) -> None:
    (fault,) = spoilt(old, new, "index.html")
    assert fault.startswith("index.html: ")


def test_the_list_names_no_file_that_is_gone(printed_report: Path) -> None:
    (printed_report / "countries/kazakhstan.html").unlink()
    (printed_report / "countries/kazakhstan.pdf").unlink()
    (fault,) = gate.faults(printed_report)
    assert fault.startswith("index.html: ")
    assert "kazakhstan.html" in fault


def test_a_brief_is_of_the_country_whose_name_its_file_has(printed_report: Path) -> None:
    briefs = printed_report / "countries"
    (briefs / "kazakhstan.html").write_text((briefs / "russia.html").read_text())
    found = [line for line in gate.of_pages(printed_report) if line.startswith("countries/kazakhstan.html: ")]
    assert any("prose.brief_figures is not of Kazakhstan" in line for line in found)


def test_a_brief_of_a_country_that_nobody_speaks_of_is_a_fault(printed_report: Path) -> None:
    briefs = printed_report / "countries"
    (briefs / "japan.html").write_text((briefs / "russia.html").read_text())
    assert "countries/japan.html: is the brief of no country that the articles speak of" in gate.of_pages(
        printed_report
    )


@pytest.mark.parametrize(
    ("old", "new"), [("more than $27 bn", "$27 bn"), ("<title>Kazakhstan:", "<title>Kazakhstan 27:")]
)
def test_a_brief_is_checked_as_the_report_is(printed_report: Path, old: str, new: str) -> None:
    page = printed_report / "countries/kazakhstan.html"
    old = old if old in page.read_text() else "&gt; $27 bn"
    page.write_text(page.read_text().replace(old, new, 1))
    found = gate.of_pages(printed_report)
    assert found
    assert all(line.startswith("countries/kazakhstan.html: ") for line in found)
