import csv
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from pypdf import PdfReader

from analysis import __main__, tables
from analysis.report import output
from analysis.report.installation import ASK_TO_END

ARTICLE = "Trade between Russia and Kazakhstan reached $ 27 billion in 2021, Mr Rudenko said.\n"

ROOT = Path(__main__.__file__).parents[1]

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    (folder / "2022").mkdir(parents=True)
    (folder / "one.txt").write_text(ARTICLE)
    (folder / "2022" / "one.txt").write_bytes(b"Exports rose by 5 %.\r\nImports fell.\r\n")
    return folder


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Run]:
    """Return a function that runs the command line and returns exit code, output and error output."""
    before = {number: signal.getsignal(number) for number in ASK_TO_END}

    def call(*arguments: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["analysis", *map(str, arguments)])
        code = __main__.main()
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    yield call
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.parametrize("file_format", ["csv", "parquet"])
def test_extract_writes_the_tables_and_the_texts_and_nothing_else(
    run: Run, articles: Path, tmp_path: Path, file_format: str
) -> None:
    assert run("extract", articles, "--out", tmp_path / "out", "--format", file_format) == (0, "", "")
    names = [*(f"{name}.{file_format}" for name in tables.schema()), "datapackage.json"]
    assert output.file_names(tmp_path / "out") == sorted([*names, "texts/2022/one.txt", "texts/one.txt"])


def test_quotes_stand_at_their_offsets_in_the_written_texts(run: Run, articles: Path, tmp_path: Path) -> None:
    run("extract", articles, "--out", tmp_path)
    with (tmp_path / "figures.csv").open(newline="", encoding="utf-8") as file:
        figures = list(csv.DictReader(file))
    assert {figure["article_id"] for figure in figures} == {"one", "2022/one"}
    for figure in figures:
        text = (tmp_path / "texts" / f"{figure['article_id']}.txt").read_bytes().decode()
        assert text[int(figure["start"]) : int(figure["end"])] == figure["quote"]


def test_extract_replaces_its_own_files_and_leaves_others(run: Run, articles: Path, tmp_path: Path) -> None:
    (tmp_path / "figures.csv").write_text("old")
    (tmp_path / "notes.txt").write_text("mine")
    run("extract", articles, "--out", tmp_path)
    assert (tmp_path / "figures.csv").read_text() != "old"
    assert (tmp_path / "notes.txt").read_text() == "mine"


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_extracted(
    run: Run, articles: Path, tmp_path: Path
) -> None:
    (articles / "empty.txt").write_text("")
    code, _, error = run("extract", articles, "--out", tmp_path / "out")
    assert code == 1
    assert error.startswith("empty.txt: ")
    assert len(error.splitlines()) == 1
    assert (tmp_path / "out/texts/one.txt").exists()


CORRECTIONS = """article_id,what,old,new,why,by
one,value,$ 27 billion,$37 billion,A slip,A. B.
one,value,$ 99 billion,$37 billion,,A. B.
one,period,$ 27 billion,2022,,A. B.
"""


def test_corrections_without_their_place_are_named_and_the_others_are_applied(
    run: Run, articles: Path, tmp_path: Path
) -> None:
    (articles / "corrections.csv").write_text(CORRECTIONS)
    code, _, error = run("extract", articles, "--out", tmp_path / "out")
    assert code == 1
    assert error.splitlines() == [
        "corrections.csv, line 3: “$ 99 billion” is no figure of the article; write “$ 27 billion”, if that is meant, "
        "or remove the row",
        "corrections.csv, line 4: the column `what` is “period”; write date, event_date, reject, value, copy, speaker "
        "or note",
    ]
    figures = tables.read_csv(tmp_path / "out" / "figures.csv").set_index("article_id")
    assert figures.loc["one", ["quote", "value", "printed"]].tolist() == ["$ 27 billion", 37e9, "$37 bn"]
    assert tables.read_csv(tmp_path / "out" / "corrections.csv")["applied"].tolist() == ["yes", "", ""]


@pytest.mark.parametrize("content", [b"\xff\xfe", b'article_id,what,old,new,why,by\none,note,"open\n'])
def test_corrections_that_cannot_be_read_are_one_line_and_exit_2(
    run: Run, articles: Path, tmp_path: Path, content: bytes
) -> None:
    (articles / "corrections.csv").write_bytes(content)
    code, printed, error = run("extract", articles, "--out", tmp_path / "out")
    assert (code, printed) == (2, "")
    assert "corrections.csv" in error
    assert len(error.splitlines()) == 1
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("command", ["extract", "report"])
@pytest.mark.parametrize(
    ("folder", "out", "message"),
    [
        ("nowhere", "out", "nowhere: no such folder"),
        ("file", "out", "file is no folder: files of this kind are not read"),
        ("articles", "articles", "choose another --out"),
        ("articles", "articles/one.txt/out", "choose another --out"),
        ("articles", "file/out", "file/out: cannot be written to"),
    ],
)
def test_a_folder_that_cannot_be_used_is_one_line_and_exit_2(
    run: Run, articles: Path, tmp_path: Path, command: str, folder: str, out: str, message: str
) -> None:
    (tmp_path / "file").write_text("not a folder")
    before = output.file_names(tmp_path)
    code, printed, error = run(command, tmp_path / folder, "--out", tmp_path / out)
    assert (code, printed) == (2, "")
    assert message in error
    assert len(error.splitlines()) == 1
    assert output.file_names(tmp_path) == before


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--country", "KAZ", "--country", "XYZ"), "XYZ"),
        (("--start", "2023", "--end", "2022-12"), "start 2023 lies after end 2022-12"),
        (("--start", "last year"), "'last year' is no date"),
        (("--end", "2022-13"), "'2022-13' is no date"),
        (("--by", "printed"), "'printed' is neither; write said or spoken"),
        (("--paper", "a5"), "--paper: 'a5' is no size of paper that is known; write a4 or letter"),
        (("--topic", "football"), "topic 'football' is unknown; the study has trade, "),
        (("--topic", "Terrorism"), "topic 'terrorism': no article speaks of it; there is trade"),
        (("--country", "uzb"), "country 'UZB': no article names it; there is KAZ, RUS"),
    ],
)
def test_a_choice_that_cannot_be_made_is_one_line_and_exit_2(
    run: Run, articles: Path, tmp_path: Path, options: tuple[str, ...], message: str
) -> None:
    code, printed, error = run("report", articles, "--out", tmp_path / "out", *options)
    assert (code, printed) == (2, "")
    assert message in error
    assert len(error.splitlines()) == 1
    assert not (tmp_path / "out").exists()


def test_a_wrong_study_is_named_with_its_line(run: Run, articles: Path, tmp_path: Path) -> None:
    (articles / "study.yml").write_text("version: 1\ntitel: Trade\n")
    code, _, error = run("report", articles, "--out", tmp_path / "out")
    assert code == 2
    assert "study.yml:" in error
    assert len(error.splitlines()) == 1
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "arguments",
    [(), ("report",), ("report", "seeds"), ("unknown",), ("extract", "seeds", "--out", "x", "--format", "xls")],
)
def test_a_wrong_call_says_how_to_call_and_ends_with_2(run: Run, arguments: tuple[str, ...]) -> None:
    code, printed, error = run(*arguments)
    assert (code, printed) == (2, "")
    assert "Usage: python -m analysis" in error


@pytest.mark.parametrize("arguments", [("--help",), ("report", "--help"), ("check", "--help"), ("extract", "--help")])
def test_help_is_there_for_every_command(run: Run, arguments: tuple[str, ...]) -> None:
    code, printed, error = run(*arguments)
    assert (code, error) == (0, "")
    assert "Usage: python -m analysis" in printed


@pytest.mark.parametrize(
    ("error", "code", "line"),
    [
        (OSError(28, "No space left on device", "out/figures.csv"), 2, "out/figures.csv: No space left on device\n"),
        (OSError("broken"), 2, "the system: broken\n"),
        (KeyboardInterrupt(), 130, "stopped\n"),
    ],
)
def test_what_the_system_refuses_is_one_line(
    run: Run,
    articles: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    error: BaseException,
    code: int,
    line: str,
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(__main__, "check_folder", fail)
    ended, printed, said = run("extract", articles, "--out", tmp_path / "out")
    assert (ended, printed, said.lstrip("\n")) == (code, "", line)


def test_a_fault_of_the_program_is_one_line_with_its_place(
    run: Run, articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(__main__, "check_folder", lambda *_: 1 / 0)
    code, _, error = run("extract", articles, "--out", tmp_path / "out")
    assert code == 2
    assert error.startswith("a fault of the program, test_main.py, line ")
    assert error.endswith(": ZeroDivisionError: division by zero\n")
    assert len(error.splitlines()) == 1


def test_the_check_whether_anything_has_changed_loads_nothing_heavy() -> None:
    code = "import sys, analysis.__main__; print({'pandas', 'pydantic', 'papermill', 'matplotlib'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout == "set()\n"


def test_an_interrupt_says_what_stands_and_leaves_no_half_written_file(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "analysis", "report", "seeds", "--out", str(tmp_path / "out")]
    # Where the tests run in the background, Ctrl-C is ignored, and a build would be right to ignore it too.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT)
    finally:
        signal.signal(signal.SIGINT, before)
    while running.poll() is None and not list(tmp_path.glob("out/.scratch-*/new/data/texts")):
        time.sleep(0.05)
    os.kill(running.pid, signal.SIGINT)
    printed, error = running.communicate()
    assert (running.returncode, printed) == (130, "")
    said = [line for line in error.splitlines() if not line.startswith("notebook ")]
    assert said == ["stopped; nothing was written"]
    assert [name for name in output.file_names(tmp_path) if not name.startswith("out/.build/")] == []


@pytest.mark.parametrize("name", ["extract", "report"])
def test_a_second_build_into_a_folder_is_one_line_and_exit_2(
    run: Run, articles: Path, tmp_path: Path, name: str
) -> None:
    out = tmp_path / "out"
    with output.held(out):
        told = f"{out}: another build is writing here; wait for it, or choose another --out\n"
        assert run(name, articles, "--out", out) == (2, "", told)
        assert list(out.iterdir()) == []
        assert run("extract", articles, "--out", tmp_path / "elsewhere")[0] == 0


def test_extracting_anew_leaves_nothing_but_the_tables_the_texts_and_the_users_own_files(
    run: Run, articles: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    for _ in range(2):
        assert run("extract", articles, "--out", out)[0] == 0
        (out / "notes.txt").write_text("mine")
    names = [*(f"{name}.csv" for name in tables.schema()), "datapackage.json", "notes.txt"]
    assert output.file_names(out) == sorted([*names, "texts/2022/one.txt", "texts/one.txt"])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["articles", "out"]


@pytest.fixture
def short(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let reports have three chapters, where the others are of no matter: they are made in half the time."""
    (tmp_path / "notebooks").mkdir()
    for name in ("overview", "since-last-time", "evidence"):
        shutil.copy(ROOT / "notebooks" / f"{name}.ipynb", tmp_path / "notebooks")
    monkeypatch.setattr(__main__, "Order", partial(__main__.Order, notebooks=tmp_path / "notebooks"))


def command(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Return how the command line, run as a user runs it, has ended."""
    call = [sys.executable, "-m", "analysis", *map(str, arguments)]
    return subprocess.run(call, capture_output=True, text=True, check=False, cwd=ROOT)


@pytest.fixture(scope="module")
def seeds_report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the report on the project's own articles."""
    out = tmp_path_factory.mktemp("seeds")
    done = command("report", "seeds", "--out", out)
    assert done.returncode == 0, done.stderr
    return out


def test_every_figure_of_the_articles_stands_in_the_report_with_its_evidence(seeds_report: Path) -> None:
    page = (seeds_report / "report.html").read_text(encoding="utf-8")
    figures = tables.read_csv(seeds_report / "data" / "figures.csv")
    assert len(figures) > 0
    for figure_id in figures["figure_id"]:
        assert page.count(f'id="e-{figure_id}"') == 1
        assert f'data-for="e-{figure_id}"><a href="#c-' in page


def test_the_overview_of_the_articles_stands_on_one_printed_page(seeds_report: Path) -> None:
    overview, *_ = (
        text
        for sheet in PdfReader(seeds_report / "report.pdf").pages
        if "Findings" in (text := sheet.extract_text()) and "Contents" not in text
    )
    assert "What may not be concluded" in overview
    assert "they do not deny" in overview


@pytest.mark.usefixtures("short")
def test_the_report_builds_for_a_choice_with_corrections_of_which_some_have_no_place(
    run: Run, articles: Path, tmp_path: Path
) -> None:
    (articles / "articles.csv").write_text("file,published\none.txt,2022-05-17\n2022/one.txt,2018-05-17\n")
    (articles / "corrections.csv").write_text(CORRECTIONS)
    out = tmp_path / "out"
    options = ["--start", "2022", "--end", "2025", "--country", "RUS"]
    for said in ("report.html, report.pdf", "nothing has changed"):
        code, printed, error = run("report", articles, "--out", out, *options)
        assert code == 1
        assert said in printed
        lines = [line for line in error.splitlines() if not line.startswith("notebook ")]
        assert [line.partition(": ")[0] for line in lines] == ["corrections.csv, line 3", "corrections.csv, line 4"]
    assert list(tables.read_csv(out / "data" / "articles.csv")["article_id"]) == ["one"]
    page = (out / "report.html").read_text(encoding="utf-8")
    assert '$37 bn<sup class="note">1</sup></a> (corrected)' in page
    assert "found as $27 bn; A slip — A. B." in page


@pytest.fixture(scope="module")
def first_report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with one article and, in `out`, the first report on it."""
    folder = tmp_path_factory.mktemp("first")
    (folder / "articles").mkdir()
    (folder / "articles" / "one.txt").write_text(ARTICLE)
    done = command("report", folder / "articles", "--out", folder / "out")
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def first(first_report: Path, tmp_path: Path) -> Path:
    """Return a copy of it, to be changed."""
    return Path(shutil.copytree(first_report, tmp_path / "first"))


def since_last_time(folder: Path) -> str:
    """Return the chapter on what is new."""
    page = (folder / "out" / "report.html").read_text(encoding="utf-8")
    return page.partition('<section class="chapter" id="since-last-time">')[2].partition("</section>")[0]


def files(folder: Path) -> dict[str, bytes]:
    """Return what stands in a folder but for the hidden folder of the build."""
    names = (name for name in output.file_names(folder) if not name.startswith(".build/"))
    return {name: (folder / name).read_bytes() for name in names}


def test_the_report_after_a_further_article_names_its_figures_and_no_others(run: Run, first: Path) -> None:
    assert "This is the first report on these articles" in since_last_time(first)
    further = "Trade between Russia and Kazakhstan was $ 20 billion in 2021, Mr Overchuk said. It grew by 7 %.\n"
    (first / "articles" / "two.txt").write_text(further)
    assert run("report", first / "articles", "--out", first / "out")[0] == 0
    figures = tables.read_csv(first / "out" / "data" / "figures.csv")
    new, old = (set(figures.loc[figures["article_id"] == name, "figure_id"]) for name in ("two", "one"))
    chapter = since_last_time(first)
    rows = chapter.partition('id="table-news-new"')[2]
    assert (len(new), len(old)) == (2, 1)
    assert {name for name in new | old if f'href="#e-{name}"' in rows} == new
    assert "a new figure contradicts one that stood" in chapter.lower()
    built = files(first / "out")
    assert run("report", first / "articles", "--out", first / "out")[1] == f"{first / 'out'}: nothing has changed\n"
    (first / "out" / "report.pdf").unlink()
    assert run("report", first / "articles", "--out", first / "out")[0] == 0
    assert files(first / "out") == built
    assert run("check", first / "out")[0] == 0


def test_check_says_that_every_number_is_right_or_which_is_not(run: Run, first: Path) -> None:
    out = first / "out"
    assert run("check", out) == (0, f"{out}: every number has its sentence, or follows from the tables\n", "")
    page = out / "report.html"
    page.write_text(page.read_text(encoding="utf-8").replace(">$27 bn<", ">$28 bn<", 1), encoding="utf-8")
    code, printed, error = run("check", out)
    assert (code, printed) == (1, "")
    assert "report.html: Overview, Findings: “$28 bn” stands where the tables give “$27 bn”" in error.splitlines()


def test_check_says_that_there_is_no_pdf_and_that_the_list_names_one(run: Run, first: Path) -> None:
    out = first / "out"
    for path in (*out.glob("*.pdf"), *out.glob("countries/*.pdf")):
        path.unlink()
    index = out / "index.html"
    assert "report.pdf" in index.read_text(encoding="utf-8")
    code, printed, error = run("check", out)
    assert code == 1
    assert printed == f"{out}: there is no PDF to check\n"
    assert error.startswith("index.html: ")


@pytest.mark.parametrize("name", ["nowhere", "articles"])
def test_check_of_a_folder_that_is_no_report_is_one_line_and_exit_2(run: Run, articles: Path, name: str) -> None:
    folder = articles.parent / name
    told = f"{folder}: no report: there is no data/build.json; build one with make report\n"
    assert run("check", folder) == (2, "", told)


def test_check_names_a_missing_table_and_ends_with_2(run: Run, first: Path) -> None:
    (first / "out" / "data" / "mentions.csv").unlink()
    code, printed, error = run("check", first / "out")
    assert (code, printed) == (2, "")
    assert "mentions.csv: this table is missing" in error
    assert len(error.splitlines()) == 1


@pytest.mark.usefixtures("short")
def test_a_period_without_articles_gives_a_report_that_says_so(run: Run, articles: Path, tmp_path: Path) -> None:
    options = ("--start", "1990", "--end", "1991")
    code, _, error = run("report", articles, "--out", tmp_path / "out", *options)
    assert code == 0, error
    page = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    assert "No articles in this period: the folder has 2 articles, none as asked for." in page
    assert output.file_names(tmp_path / "out" / "data" / "texts") == []
    assert not (tmp_path / "out" / "countries").exists()


@pytest.mark.usefixtures("short")
def test_articles_may_be_asked_for_by_the_time_spoken_of_and_by_topic(run: Run, articles: Path, tmp_path: Path) -> None:
    options = ("--by", "spoken", "--start", "2021", "--end", "2021", "--topic", "trade")
    assert run("report", articles, "--out", tmp_path / "out", *options)[0] == 0
    assert list(tables.read_csv(tmp_path / "out" / "data" / "articles.csv")["article_id"]) == ["one"]
    page = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    assert "Chosen: figures about the time from 2021 to 2021 of articles that speak of trade" in page
