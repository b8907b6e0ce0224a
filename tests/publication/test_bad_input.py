"""Articles full of what means something to a browser, a template or LaTeX: shown as it is, never run, never lost."""

import csv
import re
from pathlib import Path

import pypdfium2
import pytest
import yaml

SEEDS = Path(__file__).parents[2] / "seeds"

MARKS = (
    "<script>alert(1)</script>",
    "<img src=http://127.0.0.1:8123/x.png onerror=alert(2)>",
    "</blockquote></table></style></textarea><!-- --",
    "&amp; &lt;b&gt; & <b>",
    "\"double\" 'single' `back`",
    "{{ 7*7 }} {% if x %} {# y #}",
    "$$x^2$$ and $y_1$",
    "**bold** _it_ [link](javascript:alert(3)) ~~no~~",
    r"\frac{1}{2} \textbf{x} \input{/etc/passwd} %n %s",
    "=HYPERLINK(A1) +1 @SUM",
    "file:///etc/passwd",
    "\N{GRINNING FACE} \N{REGIONAL INDICATOR SYMBOL LETTER K}\N{REGIONAL INDICATOR SYMBOL LETTER Z}",
    "Әңғүұқөһі Қазақстан, Ҷӯғӣҳқ Тоҷикистон",
    "محمد بن سلمان",
    "习近平 and 李強",
    "https://news.example/" + "%D1%82%D0%BE" * 20,
)
# Two characters that no typeface has, each with what it is called.
NO_TYPEFACE = {"\U00010600": "LINEAR A SIGN AB001", "\ue000": "PRIVATE USE"}
EVERYTHING = " ".join(mark for mark in MARKS if "习" not in mark)
TITLE = ("Trade & <b>more</b> {{ 7*7 }} $$x$$ of Қазақстан, " * 9)[:399] + "!"
SPEAKER = "<script>alert(4)</script> {{ 7*7 }} О’Нил & Co"
FILE = '<script>alert(5)<!script> & "q" {{ 7*7 }} $$x$$ *b* Қазақ 习近平.txt'


def sentence(number: int, words: str) -> str:
    return (
        f"Trade between Russia and Kazakhstan under the {words} programme reached $ {21 + number} billion in "
        f"{2001 + number}, Mr Rudenko said."
    )


def write_rows(path: Path, rows) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory) -> Path:
    """Return a folder of articles with every mark in a sentence, a title, a speaker's name and the name of a file."""
    folder = tmp_path_factory.mktemp("bad input")
    every = [sentence(number, words) for number, words in enumerate((*MARKS, *NO_TYPEFACE))]
    (folder / "marks.txt").write_text("\n".join(every) + "\n", encoding="utf-8")
    (folder / FILE).write_text(f"{sentence(0, 'first')}\n", encoding="utf-8")
    study = yaml.safe_load((SEEDS / "study.yml").read_text(encoding="utf-8"))
    (folder / "study.yml").write_text(yaml.safe_dump(study | {"title": TITLE}, allow_unicode=True), encoding="utf-8")
    titled = ("marks.txt", EVERYTHING, "<b>News</b> & {{ 7*7 }}", 'javascript:alert(6)//"><script>alert(7)</script>')
    write_rows(folder / "articles.csv", [("file", "title", "outlet", "url"), titled])
    by_name = ("marks", "speaker", "$ 21 billion", SPEAKER, "<i>heard</i> & seen", "A. <b>B.</b>")
    write_rows(folder / "corrections.csv", [("article_id", "what", "old", "new", "why", "by"), by_name])
    return folder


@pytest.fixture(scope="module")
def made(corpus, build, tmp_path_factory):
    """Return the report on these articles, and what was said while it was made: that something is wrong with them."""
    out = tmp_path_factory.mktemp("report") / "out"
    run = build(corpus, out)
    assert run.returncode == 1, run.stderr
    return out, run.stderr


@pytest.fixture(scope="module")
def page(made, browse):
    return browse("shown", made[0] / "report.html")


@pytest.fixture(scope="module")
def figures(made):
    with (made[0] / "data" / "figures.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def plain(words: str) -> str:
    return " ".join(words.split())


def test_what_no_typeface_has_is_told_by_name(made):
    assert [name for name in NO_TYPEFACE.values() if name not in made[1]] == []


def beyond_the_sheet(path):
    """Return the pages of a PDF on which words run over the right edge."""
    with pypdfium2.PdfDocument(path) as document:
        for number, sheet in enumerate(document, 1):
            words = sheet.get_textpage()
            if any(words.get_rect(place)[2] > sheet.get_width() for place in range(words.count_rects())):
                yield number


def test_no_word_runs_off_the_paper(made):
    pdfs = list(made[0].rglob("*.pdf"))
    assert pdfs
    assert {path.name: pages for path in pdfs if (pages := list(beyond_the_sheet(path)))} == {}


def test_nothing_is_said_in_the_words_of_a_library(made):
    assert not re.search("Traceback|Warning", made[1])


@pytest.mark.parametrize("words", [*MARKS, *NO_TYPEFACE])
def test_no_figure_is_lost_and_its_sentence_stays_as_it_is(figures, words):
    assert [row["sentence"] for row in figures if words in row["sentence"]]


@pytest.mark.parametrize("words", [*MARKS, *NO_TYPEFACE])
def test_the_page_shows_each_sentence_as_it_is(page, words):
    assert [said for said in page["quoted"] if plain(words) in plain(said)]


def test_every_sentence_of_the_table_is_shown(page, figures):
    assert sorted(map(plain, page["quoted"])) == sorted(plain(row["sentence"]) for row in figures)


@pytest.mark.parametrize("words", [TITLE, EVERYTHING, SPEAKER, FILE.removesuffix(".txt"), "<i>heard</i> & seen"])
def test_the_page_shows_titles_names_and_remarks_as_they_are(page, words):
    assert plain(words) in plain(page["words"])


def test_the_browser_shows_the_whole_title(page):
    assert page["title"] == plain(TITLE)


def test_nothing_of_it_is_run_or_fetched(page):
    assert page["errors"] == []
    assert page["requests"] == []


def test_no_address_of_an_article_is_a_script(made):
    html = (made[0] / "report.html").read_text(encoding="utf-8")
    assert 'href="javascript:' not in html


@pytest.mark.parametrize("standard", ["ua1", "3a"])
def test_the_pdfs_keep_to_the_standard(made, verdicts, standard):
    found = verdicts(made[0])
    assert {name: rules for (name, each), rules in found.items() if each == standard and rules} == {}
    assert ("report.pdf", standard) in found


def test_the_pdf_shows_codes_for_what_no_typeface_has_and_has_the_whole_title(made):
    with pypdfium2.PdfDocument(made[0] / "report.pdf") as document:
        words = "".join(page.get_textpage().get_text_range() for page in document)
        title = document.get_metadata_dict()["Title"]
    assert all(f"U+{ord(character):04X}" in words for character in NO_TYPEFACE)
    assert title == plain(TITLE)


def test_by_choice_the_build_stops_instead_and_leaves_the_last_report(made, build, corpus):
    out, _ = made
    before = (out / "report.pdf").read_bytes()
    run = build(corpus, out, "--missing-glyphs", "stop")
    assert run.returncode == 2
    assert all(name in run.stderr for name in NO_TYPEFACE.values())
    assert (out / "report.pdf").read_bytes() == before
