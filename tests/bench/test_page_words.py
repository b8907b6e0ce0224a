"""How the bench measures what is read of web pages."""

from pathlib import Path

import page_words
import pytest

PAGE = """<html><head><title>Tea exports rise</title></head><body><nav><a href="/">Home</a></nav>
<article><h1>Tea exports rise</h1><p>{}</p></article></body></html>"""
STORY = "Tea exports of Kenya rose by five percent last year, the board of trade said in its yearly report. " * 3


@pytest.mark.parametrize(
    ("text", "truth", "expected"),
    [
        ("Tea and coffee.", "tea AND coffee", 1.0),
        ("tea", "tea tea", 2 / 3),
        ("tea", "coffee", 0.0),
        ("", "", 1.0),
        ("", "tea", 0.0),
    ],
)
def test_words_count_as_often_as_they_stand(text: str, truth: str, expected: float):
    assert page_words.words_f1(text, truth) == pytest.approx(expected)


def test_pages_with_their_true_text_beside_them_are_measured(tmp_path: Path):
    (tmp_path / "tea.html").write_text(PAGE.format(STORY), "utf-8")
    (tmp_path / "tea.gold.txt").write_text(STORY, "utf-8")
    (tmp_path / "without.html").write_text(PAGE.format("Nothing"), "utf-8")
    scores = page_words.scores(tmp_path)
    assert scores["our reader"] == scores["our reader, cleaned"] == 1.0
    assert scores.keys() == page_words.READERS.keys()
