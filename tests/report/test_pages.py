from pathlib import Path

import pytest
from bs4 import BeautifulSoup

import analysis
from analysis import prose
from analysis.report import pages
from analysis.workbench import Corpus

OVERVIEW = "<h1>Overview</h1>{}"
BRIEF = "<h1>Country brief</h1>{}<h2>Amounts</h2><p>Amounts are nominal.</p>"


@pytest.fixture(scope="module")
def found() -> Corpus:
    return analysis.read("seeds")


@pytest.fixture(scope="module")
def made(found: Corpus) -> pages.Pages:
    """Return a report of one chapter, with the briefs of two countries."""
    chapters = {"overview": OVERVIEW.format(prose.scope(found)._repr_html_())}
    for code in ("UZB", "KAZ"):
        chapters[f"country-brief-{code.lower()}"] = BRIEF.format(prose.brief_title(found, code)._repr_html_())
    return pages.joined(chapters, found)


def test_briefs_are_pages_of_their_own_and_no_chapters(made: pages.Pages) -> None:
    assert [entry.title for entry in made.report.contents] == ["Overview"]
    assert [brief.file_name for brief in made.briefs] == ["kazakhstan", "uzbekistan"]


def test_every_page_is_written_as_html_and_returned_to_be_printed(made: pages.Pages, tmp_path: Path) -> None:
    printed = pages.write(made, tmp_path)
    names = ["countries/kazakhstan", "countries/uzbekistan", "report"]
    assert sorted(path.relative_to(tmp_path).as_posix() for path in printed) == [f"{name}.pdf" for name in names]
    assert all((tmp_path / f"{name}.html").read_text().startswith("<!doctype html>") for name in names)


def test_the_list_leads_to_every_file_that_is_there_and_to_no_other(
    made: pages.Pages, found: Corpus, tmp_path: Path
) -> None:
    pages.write(made, tmp_path)
    pages.write_listing(made, found, tmp_path)
    soup = BeautifulSoup((tmp_path / "index.html").read_text(), "html.parser")
    links = [str(link["href"]) for link in soup.select("a") if not str(link["href"]).startswith("data/")]
    assert links == ["report.html", "countries/kazakhstan.html", "countries/uzbekistan.html"]
    assert (
        "Without a brief, since only named or spoken of in one article without an amount: Tajikistan, Turkmenistan"
        in soup.get_text()
    )


def test_a_report_without_briefs_has_no_folder_for_them(found: Corpus, tmp_path: Path) -> None:
    pages.write(pages.joined({"overview": OVERVIEW.format("")}, found), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["report.html"]


def test_the_metadata_name_who_answers_the_region_and_the_countries(found: Corpus) -> None:
    head = pages.heading(found)
    assert head.author == found.study.author == "Russia and Central Asia desk"
    assert head.keywords[:3] == ("Central Asia", "Kazakhstan", "Kyrgyzstan")


def test_what_no_typeface_has_is_told_and_stands_in_print_as_its_code(found: Corpus, tmp_path: Path) -> None:
    made = pages.joined({"overview": OVERVIEW.format("<p>Mr ཀ said ཀ</p>")}, found)
    assert made.unseen == ("report.pdf: no typeface has U+0F40 TIBETAN LETTER KA (2 times)",)
    (manuscript,) = pages.write(made, tmp_path).values()
    assert "<p>Mr [U+0F40] said [U+0F40]</p>" in manuscript.html
    assert "<p>Mr ཀ said ཀ</p>" in (tmp_path / "report.html").read_text()


def test_drawings_are_printed_in_the_typefaces_of_the_page_alone(found: Corpus, tmp_path: Path) -> None:
    drawing = """<svg><text style="font: 8px 'IBM Plex Sans', 'DejaVu Sans'">თბილისი</text></svg>"""
    (manuscript,) = pages.write(pages.joined({"overview": OVERVIEW.format(drawing)}, found), tmp_path).values()
    assert "font: 8px 'IBM Plex Sans', 'NotoSansGeorgian'\"" in manuscript.html
