import json
import re
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from analysis import tables
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


def test_a_report_is_a_page_a_pdf_a_list_and_the_data(built: Order) -> None:
    texts = ["data/texts/folder/two.txt", "data/texts/one.txt"]
    data = sorted(["data/datapackage.json", *(f"data/{name}.csv" for name in tables.schema())])
    assert list(content(built)) == [*data, *texts, "index.html", "report.html", "report.pdf"]
    assert last_run(built) == ("overview", "evidence")


def test_the_texts_hold_the_articles_as_they_are(built: Order) -> None:
    assert (built.out / "data/texts/folder/two.txt").read_bytes() == (built.corpus / "folder/two.txt").read_bytes()


def test_a_mark_of_a_chart_opens_its_evidence_on_the_page_and_in_the_pdf(built: Order) -> None:
    page = (built.out / "report.html").read_text()
    assert '<a aria-label="27 bn" href="#e-27" id="c-2">' in page
    assert re.search(
        r'data-for="e-27"><a href="#c-1">Overview, Findings</a> · <a href="#c-2">Overview, Chart 1</a>', page
    )
    reader = PdfReader(built.out / "report.pdf")
    targets = [link.get_object().get("/Dest") for sheet in reader.pages for link in sheet.get("/Annots", ())]
    assert {"e-27", "c-1", "c-2"} <= set(targets) <= set(reader.named_destinations)


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
    """Replace the last cell of a notebook."""
    path = order.notebooks / f"{name}.ipynb"
    notebook = json.loads(path.read_text())
    notebook["cells"][-1] |= {"source": source}
    path.write_text(json.dumps(notebook))


def test_one_changed_notebook_runs_alone_and_other_files_are_left_alone(copy: Order) -> None:
    (copy.out / "data" / "notes.txt").write_text("mine")
    change(copy, "overview", "HTML('<p>Said again.</p>')")
    assert reported(copy) == 0
    assert last_run(copy) == ("overview",)
    assert "Said again." in (copy.out / "report.html").read_text()
    assert (copy.out / "data" / "notes.txt").read_text() == "mine"
    assert len(list((copy.out / record.FOLDER).glob("*.ipynb"))) == 2


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("1 / 0", r"overview\.ipynb: cell 6 failed: ZeroDivisionError: division by zero"),
        ('HTML(\'<a class="cite" href="#e-9">$9 bn</a>\')', 'Overview, Findings: "\\$9 bn" cites #e-9'),
    ],
)
def test_a_build_that_fails_leaves_the_last_report_in_place(copy: Order, source: str, message: str) -> None:
    before = content(copy)
    change(copy, "overview", source)
    with pytest.raises(InputError, match=message):
        reported(copy)
    assert content(copy) == before
    assert [path.name for path in copy.out.iterdir() if path.name.startswith(".scratch")] == []


def test_without_pango_all_but_the_pdf_is_built_and_the_next_build_tries_again(
    copy: Order, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (copy.out / "index.html").unlink()
    with monkeypatch.context() as without_pango:
        without_pango.setitem(sys.modules, "weasyprint", None)
        without_pango.setattr(pdf, "written", lambda *_: False)
        assert reported(copy) == 1
    assert capsys.readouterr().err == f"{pdf.PANGO_MISSING}\n"
    assert not (copy.out / "report.pdf").exists()
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
