import sys
from collections.abc import Callable
from typing import Any

import pytest

from analysis.corpus import formats
from analysis.records import Rejected


def test_each_page_that_was_answered_with_is_an_article(
    stories: tuple[Any, ...], makers: dict[str, Callable[[Any], bytes]]
):
    first, second = (makers["warc"](story) for story in stories)
    texts: list[Any] = list(formats.texts(first + second, "crawl.warc"))
    assert [text.source for text in texts] == ["crawl.warc/1", "crawl.warc/2"]
    assert [text.page.title for text in texts] == [story.title for story in stories]
    assert texts[0].page.url == "https://lake-courier.example/railway"


def test_without_the_library_the_file_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "warcio.archiveiterator", None)
    (rejected,) = formats.texts(b"WARC/1.0\r\n", "crawl.warc")
    assert isinstance(rejected, Rejected)
    assert "pip install warcio" in rejected.detail
