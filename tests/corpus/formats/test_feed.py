from datetime import date
from typing import Any

import pytest

from analysis.corpus import formats
from analysis.records import Rejected, Remark

RSS = """<?xml version="1.0" encoding="{encoding}"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Lake Courier</title><language>en-GB</language>
<item><title>Tea &amp; coffee</title><link>https://courier.example/tea</link><dc:creator>Jane Roe</dc:creator>
<pubDate>Mon, 12 Feb 2018 23:32:00 +0500</pubDate>
<content:encoded><![CDATA[<p>Tea rose – by 5%.</p><p>Coffee did not.</p>]]></content:encoded></item>
<item><title>In short</title><description>Maize fell.</description></item>
<item><title>Nothing</title></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>The Lake Courier</title><entry><title>Tea</title>
<published>2018-02-12T23:32:00+05:00</published><updated>2019-01-01T00:00:00Z</updated>
<content type="html">&lt;p&gt;Tea rose.&lt;/p&gt;</content></entry></feed>"""


def read(content: bytes) -> list[Any]:
    return list(formats.texts(content, "feed.xml"))


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1252"])
def test_each_entry_is_an_article(encoding: str):
    text, remark, short, empty = read(RSS.format(encoding=encoding).encode(encoding))
    assert (text.source, text.raw_text) == ("feed.xml/1", "Tea rose – by 5%.\n\nCoffee did not.")
    assert (text.page.title, text.page.outlet, text.page.author) == ("Tea & coffee", "The Lake Courier", "Jane Roe")
    assert (text.page.url, text.page.language) == ("https://courier.example/tea", "en")
    assert (text.page.published, text.page.made) == (date(2018, 2, 12), None)
    assert remark == Remark("feed.xml/2", "text", "The feed gives its summary only, not the whole article.")
    assert short.raw_text == "Maize fell."
    assert (empty.source, empty.reason) == ("feed.xml/3", "empty")


def test_atom_is_read_as_rss_is_and_no_update_is_a_date_of_publication():
    (text,) = read(ATOM.encode())
    assert (text.raw_text, text.page.published) == ("Tea rose.", date(2018, 2, 12))
    (text,) = read(ATOM.replace("published>", "edited>").encode())
    assert text.page.published is None


def test_the_date_of_an_entry_in_rss_is_that_of_publication_whatever_its_tag():
    dated = RSS.replace("<pubDate>Mon, 12 Feb 2018 23:32:00 +0500</pubDate>", "<dc:date>2018-02-13T09:00:00Z</dc:date>")
    text, *_ = read(dated.format(encoding="utf-8").encode())
    assert (text.page.published, text.page.published_words) == (date(2018, 2, 13), "published 2018-02-13T09:00:00Z")


def test_an_empty_file_is_no_feed():
    (rejected,) = read(b"")
    assert isinstance(rejected, Rejected)
    assert rejected.detail == "is no RSS or Atom feed; save the article as .html or .txt"


@pytest.mark.parametrize("content", [b"<Html5>Tea</Html5>", b"<note>Tea</note>", b"/etc/hosts", b"http://a.example"])
def test_other_xml_is_no_feed_and_nothing_is_opened_or_fetched(content: bytes):
    (rejected,) = read(content)
    assert isinstance(rejected, Rejected)
    assert rejected.reason == "format"
