import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from analysis import gate, tables
from analysis.__main__ import reported
from analysis.records import InputError
from analysis.report import output, pdf, record
from analysis.report.order import Order


def last_run(order: Order) -> tuple[str, ...]:
    """Return the notebooks that the last build had to run."""
    last = record.load(order.out)
    assert last is not None
    return last.executed


def content(order: Order) -> dict[str, bytes]:
    return {name: (order.out / name).read_bytes() for name in output.file_names(order.out) if record.FOLDER not in name}


def figure_id(order: Order) -> str:
    """Return the name of the one figure that the articles state."""
    (name,) = tables.read_csv(order.out / "data" / "figures.csv")["figure_id"]
    return str(name)


def test_a_report_is_a_page_a_pdf_a_list_and_the_data(built: Order) -> None:
    described = [f"{name}.{ending}" for name in tables.schema() for ending in ("csv", "parquet")]
    names = [*described, "build.json", "datapackage.json", "study.yml", "tables.xlsx"]
    data = sorted([*names, "texts/folder/two.txt", "texts/one.txt"])
    assert list(content(built)) == [*(f"data/{name}" for name in data), "index.html", "report.html", "report.pdf"]
    assert last_run(built) == ("overview", "evidence")


def test_the_texts_hold_the_articles_as_they_are(built: Order) -> None:
    assert (built.out / "data/texts/folder/two.txt").read_bytes() == (built.corpus / "folder/two.txt").read_bytes()


def test_a_mark_of_a_chart_opens_its_evidence_on_the_page_and_in_the_pdf(built: Order) -> None:
    page, evidence = (built.out / "report.html").read_text(), f"e-{figure_id(built)}"
    assert re.search(rf'<a aria-label="Trade between[^"]*" href="#{evidence}" id="c-2"', page)
    back = '<a href="#c-1">Overview, Table 1</a> · <a href="#c-2">Overview, Chart 1</a>'
    assert f'data-for="{evidence}">{back}' in page
    reader = PdfReader(built.out / "report.pdf")
    targets = [link.get_object().get("/Dest") for sheet in reader.pages for link in sheet.get("/Annots", ())]
    assert {evidence, "c-1", "c-2"} <= set(targets) <= set(reader.named_destinations)


def test_the_contents_of_the_pdf_say_the_page_of_each_chapter(built: Order) -> None:
    reader = PdfReader(built.out / "report.pdf")
    listed = dict(re.findall(r"(Overview|Evidence)[ .]+(\d+)", reader.pages[1].extract_text()))
    outline = {
        item.title: reader.get_destination_page_number(item) + 1
        for item in reader.outline
        if not isinstance(item, list)
    }
    assert {name: int(number) for name, number in listed.items()} == {
        name: outline[name] for name in ("Overview", "Evidence")
    }


def test_a_second_build_does_nothing(built: Order, capsys: pytest.CaptureFixture[str]) -> None:
    before = (built.out / record.FOLDER / "record.json").stat().st_mtime_ns
    assert reported(built) == 0
    assert capsys.readouterr().out == f"{built.out}: nothing has changed\n"
    assert (built.out / record.FOLDER / "record.json").stat().st_mtime_ns == before


def test_a_report_made_again_has_the_same_bytes(built: Order) -> None:
    before = content(built)
    (built.out / "report.html").unlink()
    (built.out / "report.pdf").write_bytes(b"broken")
    assert reported(built) == 0
    assert last_run(built) == ()
    assert content(built) == before


@pytest.fixture
def copy(built: Order, tmp_path: Path) -> Order:
    """Return the same report in a folder of its own, to be spoilt."""
    import shutil

    shutil.copytree(built.corpus.parent, tmp_path / "copy")
    return replace(
        built, corpus=tmp_path / "copy/articles", out=tmp_path / "copy/out", notebooks=tmp_path / "copy/notebooks"
    )


def change(order: Order, name: str, source: str) -> None:
    """Replace the last cell of a notebook, by prose where the text begins with a capital."""
    path = order.notebooks / f"{name}.ipynb"
    notebook = json.loads(path.read_text())
    code = {"cell_type": "code", "outputs": [], "execution_count": None}
    kind = {"cell_type": "markdown"} if source[0].isupper() else code
    notebook["cells"][-1] = {"id": "last", "metadata": {}, "source": source, **kind}
    path.write_text(json.dumps(notebook))


def test_one_changed_notebook_runs_alone_and_other_files_are_left_alone(copy: Order) -> None:
    (copy.out / "data" / "notes.txt").write_text("mine")
    change(copy, "overview", "Said again.")
    assert reported(copy) == 0
    assert last_run(copy) == ("overview",)
    assert "Said again." in (copy.out / "report.html").read_text()
    assert (copy.out / "data" / "notes.txt").read_text() == "mine"
    assert len(list((copy.out / record.FOLDER).glob("*.ipynb"))) == 2


CAPTION = "import dataclasses\ndataclasses.replace({}, caption='All of 27 bn.')"


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("1 / 0", r"overview\.ipynb: cell 7 failed: ZeroDivisionError: division by zero"),
        ('prose.markup.Html(\'<a class="cite" href="#e-9">$9 bn</a>\')', 'Overview, Findings: "\\$9 bn" cites #e-9'),
        ("Trade reached 27 billion.", "report.html: Overview, Findings: “Trade reached 27 billion.” is typed: cite"),
        ("print('27 bn')", "report.html: Overview, Findings: “27 bn” is typed: cite a figure, or compute"),
        (CAPTION, "report.html: Overview, Chart 1: “All of 27 bn.” stands where the tables give “"),
    ],
    ids=["failing cell", "evidence that is gone", "number in prose", "printed number", "number in a caption"],
)
def test_a_build_that_fails_leaves_the_last_report_in_place(
    copy: Order, chart_call: str, source: str, message: str
) -> None:
    before = content(copy)
    change(copy, "overview", source.format(chart_call))
    with pytest.raises(InputError, match=message):
        reported(copy)
    assert content(copy) == before
    assert [path.name for path in copy.out.iterdir() if path.name.startswith(".scratch")] == []


def test_without_pango_all_but_the_pdf_is_built_and_the_next_build_tries_again(
    copy: Order, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (copy.out / "index.html").unlink()
    with monkeypatch.context() as without_pango:
        without_pango.setattr(pdf.Printing, "result", lambda _: False)
        without_pango.setattr(pdf, "asked", lambda *_: False)
        assert reported(copy) == 1
    assert capsys.readouterr().err == f"{pdf.PANGO_MISSING}\n"
    assert not (copy.out / "report.pdf").exists()
    assert gate.faults(copy.out) == []
    assert (copy.out / "report.html").exists()
    assert reported(copy) == 0
    assert (copy.out / "report.pdf").exists()


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_in_the_report(
    copy: Order, capsys: pytest.CaptureFixture[str]
) -> None:
    (copy.corpus / "folder" / "two.txt").write_bytes(b"")
    assert reported(copy) == 1
    lines = [line for line in capsys.readouterr().err.splitlines() if not line.startswith("notebook ")]
    assert [line.split(":")[0] for line in lines] == ["folder/two.txt"]
    assert output.file_names(copy.out / "data" / "texts") == ["one.txt"]
    assert reported(copy) == 1
    assert "folder/two.txt" in capsys.readouterr().err


UNSEEN = "Trade between Russia and Kazakhstan reached $ 27 billion in 2021, Mr ཀ Rudenko said.\n"


def test_what_no_typeface_has_is_marked_in_print_and_named(
    order_in: Callable[[Path], Order], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    order = order_in(tmp_path)
    (order.corpus / "one.txt").write_text(UNSEEN, encoding="utf-8")
    assert reported(order) == 1
    line = r"report\.pdf: no typeface has U\+0F40 TIBETAN LETTER KA \(\d times?\), shown as its code"
    assert re.search(line, capsys.readouterr().err)
    assert "Mr [U+0F40] Rudenko" in " ".join(page.extract_text() for page in PdfReader(order.out / "report.pdf").pages)
    assert "Mr ཀ Rudenko" in (order.out / "report.html").read_text()
    assert gate.faults(order.out) == []


def test_where_asked_a_build_stops_instead_and_replaces_nothing(
    order_in: Callable[[Path], Order], tmp_path: Path
) -> None:
    order = replace(order_in(tmp_path), glyphs="stop")
    (order.corpus / "one.txt").write_text(UNSEEN, encoding="utf-8")
    with pytest.raises(
        InputError, match=r"nothing was replaced.*\nreport\.pdf: no typeface has U\+0F40 TIBETAN LETTER KA"
    ):
        reported(order)
    assert not (order.out / "report.html").exists()


def test_a_pdf_is_set_in_the_typefaces_of_the_project_alone(built: Order) -> None:
    sheets = PdfReader(built.out / "report.pdf").pages
    fonts = {str(font.get_object()["/BaseFont"]) for sheet in sheets for font in sheet["/Resources"]["/Font"].values()}
    assert fonts
    assert all("+IBM-Plex-" in font for font in fonts)
