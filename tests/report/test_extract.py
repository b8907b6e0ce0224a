from pathlib import Path

import pytest

from analysis.report import extract


@pytest.mark.parametrize("text", ["one\ntwo\n", "one\r\ntwo\r\n", "one\rtwo", "≈ 5 млрд\u2028", "\ufeffone", ""])
def test_a_text_keeps_every_character(tmp_path: Path, text: str) -> None:
    extract.write_texts({"one": text}, tmp_path / "texts")
    assert (tmp_path / "texts/one.txt").read_bytes().decode() == text


def test_an_article_in_a_folder_keeps_its_folder(tmp_path: Path) -> None:
    extract.write_texts({"2022/astana": "text", "2022/astana.txt": "other"}, tmp_path / "texts")
    assert (tmp_path / "texts/2022/astana.txt").read_text() == "text"
    assert (tmp_path / "texts/2022/astana.txt.txt").read_text() == "other"
