from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from analysis.corpus import formats
from analysis.corpus.text import Text
from analysis.records import Rejected, Remark

BODY = "".join(
    f"<p>Tea exports of Kenya rose by {number} percent in 2021, the board of trade in Nairobi said in its report.</p>"
    for number in range(11, 17)
)


def page(head: str = "", body: str = BODY, *, html: str = "<html>") -> Any:
    content = f"<!DOCTYPE html>{html}<head>{head}</head><body><article>{body}</article></body></html>".encode()
    (text,) = formats.texts(content, "page.html")
    assert isinstance(text, Text)
    return text


@pytest.mark.parametrize(
    ("head", "body", "published", "words"),
    [
        (
            '<meta property="article:published_time" content="2018-02-12T23:32:00+05:00">',
            "",
            date(2018, 2, 12),
            "article:published_time 2018-02-12T23:32:00+05:00",
        ),
        (
            '<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "Courier"}, '
            '{"@type": ["NewsArticle"], "datePublished": "2018-02-12", "dateModified": "2019-01-01"}]}</script>',
            "",
            date(2018, 2, 12),
            "datePublished 2018-02-12",
        ),
        ('<meta name="date" content="12 February 2018">', "", date(2018, 2, 12), "date 12 February 2018"),
        ('<meta name="DC.date.issued" content="2018-02-12">', "", date(2018, 2, 12), "dc.date.issued 2018-02-12"),
        ('<meta itemprop="datePublished" content="20180212">', "", date(2018, 2, 12), "datepublished 20180212"),
        ("", '<time pubdate datetime="2018-02-12">Monday</time>', date(2018, 2, 12), "time 2018-02-12"),
        ("", '<time class="entry-date published">12 Feb 2018</time>', date(2018, 2, 12), "time 12 Feb 2018"),
        ("", '<span itemprop="datePublished">February 12, 2018</span>', date(2018, 2, 12),
         "datePublished February 12, 2018"),
        ("", '<h1>Tea</h1><div><time datetime="2018-02-12T10:30:00Z">Feb 12</time></div>', date(2018, 2, 12),
         "time 2018-02-12T10:30:00Z"),
        # Dates that no article has: the next tag is asked.
        ('<meta property="article:published_time" content="1970-01-01"><meta name="date" content="2018-02-12">',
         "", date(2018, 2, 12), "date 2018-02-12"),
        ('<meta property="article:published_time" content="0001-01-01T00:00:00Z">', "", None, ""),
        ('<meta property="article:published_time" content="2918-02-12">', "", None, ""),
        # None of these says when the article was published.
        ("", '<h1>Tea</h1><p>The fair opens on <time datetime="2018-02-12">Monday</time>.</p>', None, ""),
        ("", '<h1>Tea</h1><p>Tea rose.</p><time datetime="2018-02-12">Monday</time>', None, ""),
        ("", '<h1>Tea</h1><time datetime="2018-02-12">a</time><time datetime="2018-02-13">b</time>', None, ""),
        ('<meta property="article:modified_time" content="2018-02-12">', "", None, ""),
        ('<meta http-equiv="last-modified" content="Mon, 12 Feb 2018 10:00:00 GMT">', "", None, ""),
        ("", "<time datetime='2018-02-12'>on Monday</time><p>Copyright 2018</p>", None, ""),
        ('<meta name="date" content="soon">', "", None, ""),
        ('<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": </script>', "", None, ""),
    ],
)  # fmt: skip
def test_the_date_of_publication_is_what_a_tag_says_in_so_many_words(
    head: str, body: str, published: date | None, words: str
):
    found = page(head, body + BODY).page
    assert (found.published, found.published_words) == (published, words)


def test_open_graph_says_the_rest():
    found = page(
        '<title>Tea exports rise - The Lake Courier</title><meta property="og:title" content="Tea exports rise">'
        '<meta property="og:site_name" content="The Lake Courier"><meta name="author" content="By Jane Roe">'
        '<meta property="og:url" content="https://courier.example/tea">',
        html='<html lang="en-GB">',
    ).page
    assert (found.title, found.outlet, found.author) == ("Tea exports rise", "The Lake Courier", "Jane Roe")
    assert (found.url, found.language) == ("https://courier.example/tea", "en")


def test_schema_org_says_the_rest():
    found = page(
        '<title>Tea | The Lake Courier</title><link rel="canonical" href="https://courier.example/tea">'
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Tea exports rise", "inLanguage": '
        '"en", "author": [{"name": "Jane Roe"}, {"name": "John Doe"}], "publisher": {"name": "The Lake Courier"}}'
        "</script>"
    ).page
    assert (found.title, found.outlet, found.author) == ("Tea exports rise", "The Lake Courier", "Jane Roe, John Doe")
    assert (found.url, found.language) == ("https://courier.example/tea", "en")


@pytest.mark.parametrize(
    "name", ['<meta itemprop="name" content="The Lake Courier">', '<b itemprop="name">The Lake Courier</b>']
)
def test_a_publisher_in_the_pages_own_marks_is_the_outlet(name: str):
    assert page("", f'<div itemprop="publisher" itemscope>{name}</div>{BODY}').page.outlet == "The Lake Courier"


@pytest.mark.parametrize("title", ["The Lake Courier", "Tea exports rise | Business | The Lake Courier"])
def test_a_title_of_the_site_gives_way_to_the_heading(title: str):
    head = f'<meta property="og:title" content="{title}"><meta property="og:site_name" content="The Lake Courier">'
    assert page(head, f"<h1>Tea exports rise</h1>{BODY}").page.title == "Tea exports rise"


def test_a_page_that_says_nothing_of_itself_is_read_all_the_same():
    text = page()
    assert (text.page.title, text.page.outlet, text.page.published) == ("", "", None)
    assert text.raw_text.startswith("Tea exports of Kenya rose by 11 percent")


@pytest.mark.parametrize("title", ["Tea exports rise", "Tea exports rise | The Lake Courier"])
def test_the_title_is_left_out_where_the_head_has_it_and_kept_where_it_has_not(title: str):
    heading = "<h1>Tea exports rise</h1>"
    assert page(f"<title>{title}</title>", heading + BODY).page.title == "Tea exports rise"
    assert not page(f"<title>{title}</title>", heading + BODY).raw_text.startswith("# Tea exports rise")


@pytest.mark.parametrize(("title", "kept"), [("Tea exports up 11 percent", False), ("Tea exports up 38.1%", True)])
def test_a_title_with_a_number_of_its_own_is_kept(*, title: str, kept: bool):
    text = page(f"<title>{title}</title>", f"<h1>{title}</h1>{BODY}").raw_text
    assert text.startswith(f"# {title}\n\nTea exports of Kenya") == kept


def test_navigation_comments_and_notices_are_no_story():
    body = (
        '<nav><a href="/">Home</a></nav><h1>Tea</h1>' + BODY + '<div id="comments"><p>Nice article, thanks for it!</p>'
        "</div><footer>Copyright 2018 The Lake Courier</footer>"
    )
    text = page("<title>Tea</title>", body).raw_text
    assert text.startswith("Tea exports")
    assert text.endswith("report.")
    assert "Home" not in text


def test_headings_items_and_rows_stand_on_lines_of_their_own():
    body = (
        f"{BODY}<h2>What is sold</h2><ul><li>tea</li><li>maize</li></ul><table><tr><td>Tea</td><td>$5</td></tr></table>"
    )
    assert page("<title>T</title>", body).raw_text.endswith("# What is sold\n\n- tea\n- maize\n\nTea | $5")


@pytest.mark.parametrize(
    ("content", "word"),
    [
        ('<meta charset="windows-1252"><p>caf\xe9 \x93tea\x94 \x80'.encode("latin-1"), "café “tea” €"),
        ('<meta charset="iso-8859-1"><p>\x93tea\x94'.encode("latin-1"), "“tea”"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=koi8-r"><p>чай'.encode("koi8-r"), "чай"),
        ('<?xml version="1.0" encoding="windows-1251"?><html><body><p>чай'.encode("cp1251"), "чай"),
        ("<meta charset='utf-16'><p>caf\xe9".encode(), "café"),
        ("\ufeff<p>caf\xe9".encode("utf-16"), "café"),
        ("<p>caf\xe9".encode(), "café"),
    ],
)
def test_the_declared_encoding_is_obeyed(content: bytes, word: str):
    (text,) = formats.texts(content, "page.html")
    assert isinstance(text, Text)
    assert word in text.raw_text


def test_a_page_in_another_encoding_than_it_says_is_rejected():
    for said in ("", '<meta charset="utf-8">'):
        (rejected,) = formats.texts(said.encode() + "<p>чай и кофе".encode("cp1251"), "page.html")
        assert isinstance(rejected, Rejected)
        assert rejected.reason == "encoding"


def test_a_few_broken_bytes_are_shown_and_said():
    remark, text = formats.texts(b'<meta charset="utf-8"><p>Tea \xff rose.</p>' + BODY.encode() * 4, "page.html")
    assert isinstance(remark, Remark)
    assert isinstance(text, Text)
    assert "1 characters" in remark.remark
    assert "Tea \ufffd rose." in text.raw_text


def test_a_saved_page_names_where_it_was_saved_from(
    stories: tuple[Any, ...], makers: dict[str, Callable[[Any], bytes]]
):
    (text,) = formats.texts(makers["mhtml"](stories[0]), "page.mhtml")
    assert isinstance(text, Text)
    assert text.page.url == "https://lake-courier.example/railway"
    content = b"<!-- saved from url=(0028)https://courier.example/tea -->\n<html><body>" + BODY.encode()
    (text,) = formats.texts(content, "page.html")
    assert isinstance(text, Text)
    assert text.page.url == "https://courier.example/tea"


def test_a_page_of_several_articles_says_so_and_one_with_teasers_does_not():
    story, teaser = f"<article><h2>Tea</h2>{BODY * 3}</article>", "<article><p>Maize fell. Read on.</p></article>"
    assert len((story + teaser).split()) > 100
    found = list(formats.texts(f"<html><body><main>{story}{story}</main></body></html>".encode(), "page.html"))
    assert [part.remark for part in found if isinstance(part, Remark)] == [
        "The page holds 2 articles, read as one at best: save each by itself."
    ]
    found = list(formats.texts(f"<html><body>{story}{teaser}{teaser}</body></html>".encode(), "page.html"))
    assert [type(part) for part in found] == [Text]


def test_what_a_hidden_part_says_of_the_article_counts_and_is_no_text():
    hidden = '<div style="display:none"><time itemprop="datePublished">2018-02-12</time><p>For machines only.</p></div>'
    text = page("<title>Tea</title>", hidden + BODY)
    assert text.page.published == date(2018, 2, 12)
    assert "machines" not in text.raw_text


@pytest.mark.parametrize("tag", ["font", "div", "blockquote"])
def test_what_lies_deep_in_tags_that_were_never_closed_is_read_whole(tag: str):
    body = BODY + f"<{tag}>" * 300 + "<p>Coffee exports of Kenya rose by 21 percent in 2021, the board said.</p>"
    assert "Coffee exports of Kenya rose by 21 percent" in page(body=body).raw_text


def test_a_page_too_deep_for_any_parser_is_told():
    body = BODY + "<div>" * 3000 + "<p>Coffee exports rose.</p>"
    told = formats.texts(f"<html><body>{body}</body></html>".encode(), "deep.html")
    assert [part.remark for part in told if isinstance(part, Remark)] == [
        "The page's parts lie so deep in each other that some of its text may be missing."
    ]


def test_a_long_text_without_a_tag_is_read_whole():
    # More than the 10 MB at which parsers stop unless told.
    sentence = "Tea exports of Kenya rose by 12 percent. "
    content = f"<html><body><p>{sentence * 260_000}</p></body></html>".encode()
    (rejected,) = formats.texts(content, "long.html")
    assert isinstance(rejected, Rejected)
    assert "too many for an article" in rejected.detail
