import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import analysis
from analysis.corpus import formats
from analysis.corpus.text import Text
from analysis.records import Rejected

# What a figure is, its places in the text aside
FIELDS = ["kind", "value", "value_high", "unit", "qualifier", "measure", "measure_words", "definition", "change"]
FIELDS += ["compared_with", "period", "period_basis", "period_words", "as_of", "parties", "from_party", "to_party"]
FIELDS += ["speaker", "speaker_basis", "quote"]


def figures(folder: Path, name: str, content: bytes) -> list[tuple[str, ...]]:
    folder.mkdir()
    (folder / name).write_bytes(content)
    corpus = analysis.read(folder)
    assert corpus.rejected.empty
    return [
        tuple(" ".join(str(cell).split()) for cell in row) for row in corpus.figures[FIELDS].itertuples(index=False)
    ]


def test_the_same_figures_come_out_of_each_format(
    tmp_path: Path, stories: tuple[Any, ...], each_format: tuple[str, Callable[[Any], bytes]]
):
    ending, made = each_format
    for story in stories:
        expected = figures(tmp_path / f"{story.name} txt", f"{story.name}.txt", story.text.encode())
        assert len(expected) > 10
        assert figures(tmp_path / story.name, f"{story.name}.{ending}", made(story)) == expected


def test_every_format_that_is_read_is_tried_here(makers: dict[str, object]):
    assert {f".{ending}" for ending in makers} == set(formats.READERS)


def test_reading_twice_gives_the_same(stories: tuple[Any, ...], each_format: tuple[str, Callable[[Any], bytes]]):
    ending, made = each_format
    content = made(stories[0])
    first, second = (list(formats.texts(content, f"a.{ending}")) for _ in range(2))
    assert first == second
    assert any(isinstance(part, Text) for part in first)


def test_names_in_capitals_tell_their_format_too(stories: tuple[Any, ...], makers: dict[str, Callable[[Any], bytes]]):
    (text,) = formats.texts(makers["html"](stories[0]), "A.HTML")
    assert isinstance(text, Text)
    assert text.page.outlet == "The Lake Courier"


@pytest.mark.parametrize("ending", [ending for ending in formats.READERS if ending not in (".txt", ".md")])
@pytest.mark.parametrize("content", [b"", b"\0\1\2\xff", b"PK\x03\x04", b"%PDF-1.7\n", b"{]", b"WARC/1.0\r\n", b"<"])
def test_a_damaged_file_is_rejected_with_what_to_do(ending: str, content: bytes):
    rejected = [part for part in formats.texts(content, f"a{ending}") if isinstance(part, Rejected)]
    texts = [part for part in formats.texts(content, f"a{ending}") if isinstance(part, Text)]
    assert rejected or texts
    assert all(part.detail and "\n" not in part.detail for part in rejected)


def test_reading_plain_text_asks_for_no_library_of_another_format(tmp_path: Path):
    (tmp_path / "a.txt").write_text("Tea exports rose.", "utf-8")
    heavy = ("trafilatura", "lxml", "docx", "pypdfium2", "pyarrow", "feedparser", "warcio")
    code = (
        "import sys; from pathlib import Path; from analysis.corpus.files import texts; "
        f"print(len(list(texts(Path({str(tmp_path)!r})))), [name for name in {heavy} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "1 []"


@given(content=st.binary(max_size=200), ending=st.sampled_from(list(formats.READERS)))
def test_no_bytes_at_all_stop_the_reading(content: bytes, ending: str):
    assert list(formats.texts(content, f"a{ending}"))


@pytest.mark.parametrize("ending", [".pdf", ".docx", ".parquet", ".zip", ".warc.gz", ".eml", ".html"])
def test_a_file_cut_off_in_the_middle_does_not_stop_the_reading(
    ending: str, stories: tuple[Any, ...], makers: dict[str, Callable[[Any], bytes]]
):
    content = makers[ending[1:]](stories[0])
    for length in range(10, len(content), len(content) // 20):
        list(formats.texts(content[:length], f"a{ending}"))


def test_lists_in_lists_too_deep_to_be_read_are_told_without_words_of_the_library():
    content = ("<html><body>" + "<ul><li>Tea exports rose." * 800 + "</body></html>").encode()
    (rejected,) = formats.texts(content, "deep.html")
    assert isinstance(rejected, Rejected)
    assert rejected.detail == "its parts lie too deep in each other; save the article's text anew"
