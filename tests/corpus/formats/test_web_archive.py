import sys
from collections.abc import Callable
from typing import Any

import pytest

from analysis.corpus import formats
from analysis.corpus.text import Text
from analysis.records import Rejected, Remark


def test_each_page_that_was_answered_with_is_an_article(
    stories: tuple[Any, ...], makers: dict[str, Callable[[Any], bytes]]
):
    first, second = (makers["warc"](story) for story in stories)
    texts: list[Any] = list(formats.texts(first + second, "crawl.warc"))
    assert [text.source for text in texts] == ["crawl.warc/1", "crawl.warc/2"]
    assert [text.page.title for text in texts] == [story.title for story in stories]
    assert texts[0].page.url == "https://lake-courier.example/railway"


@pytest.mark.parametrize("ending", ["warc", "warc.gz"])
def test_a_page_that_is_cut_off_is_read_as_far_as_it_goes_and_that_is_said(
    ending: str, stories: tuple[Any, ...], makers: dict[str, Callable[[Any], bytes]]
):
    whole = makers[ending](stories[0])
    remark, text = formats.texts(whole[: len(whole) // 2], f"crawl.{ending}")
    assert isinstance(remark, Remark)
    assert (remark.source, remark.about) == (f"crawl.{ending}/1", "text")
    assert isinstance(text, Text)
    assert [type(part) for part in formats.texts(whole, f"crawl.{ending}")] == [Text]


def test_a_page_of_which_the_crawler_kept_a_part_is_named(
    stories: tuple[Any, ...], makers: dict[str, Callable[[Any], bytes]]
):
    content = makers["warc"](stories[0]).replace(b"WARC-Date:", b"WARC-Truncated: length\r\nWARC-Date:", 1)
    remark, _ = formats.texts(content, "crawl.warc")
    assert isinstance(remark, Remark)
    assert "cut off" in remark.remark


def test_without_the_library_the_file_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "warcio.archiveiterator", None)
    (rejected,) = formats.texts(b"WARC/1.0\r\n", "crawl.warc")
    assert isinstance(rejected, Rejected)
    assert "pip install warcio" in rejected.detail
