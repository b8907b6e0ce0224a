from datetime import date
from typing import Any

import pypdfium2
import pytest
import weasyprint

from analysis.corpus import formats
from analysis.corpus.text import Text
from analysis.records import Rejected, Remark

WORDS = "the council of the harbour said in its yearly report on the trade of the coast and of the lake "


def printed(body: str, *, head: str = "", page: str = "size: A5", style: str = "") -> bytes:
    html = f"<html lang=en><head>{head}<style>@page {{ {page} }} {style}</style></head><body>{body}</body></html>"
    return bytes(weasyprint.HTML(string=html).write_pdf())


def text_of(content: bytes) -> Any:
    (text,) = formats.texts(content, "a.pdf")
    assert isinstance(text, Text)
    return text


def test_paragraphs_are_parted_and_their_lines_kept():
    text = text_of(printed(f"<h2>Tea</h2><p>First {WORDS * 2}</p><p>Second {WORDS * 2}</p>")).raw_text
    heading, first, second = text.split("\n\n")
    assert heading == "Tea"
    assert first.startswith("First the council")
    assert "\n" in first
    assert second.startswith("Second")


def test_characters_beyond_the_usual_ones_do_not_shift_the_places_of_lines():
    plain = text_of(printed(f"<p>Tea</p><p>First {WORDS * 2}</p><p>Second {WORDS * 2}</p>")).raw_text
    text = text_of(printed(f"<p>🎉🎉</p><p>First {WORDS * 2}</p><p>Second {WORDS * 2}</p>")).raw_text
    assert text.partition("\n")[2] == plain.partition("\n")[2]


def test_paragraphs_without_space_between_them_are_parted_where_a_line_was_ended():
    text = text_of(printed(f"<p>First {WORDS * 2} it grew.</p><p>Second {WORDS}</p>", style="p { margin: 0 }")).raw_text
    assert "it grew.\n\nSecond" in text


@pytest.mark.parametrize("mark", ["disc", "none", "decimal"])
def test_items_of_a_list_stand_on_lines_of_their_own(mark: str):
    items = "<li>tea: 5 percent<li>maize: 7 percent<li>rice: 9 percent"
    style = f"ul {{ list-style: {mark} }} li {{ margin: 0 }}"
    text = text_of(printed(f"<p>{WORDS * 2}:</p><ul>{items}</ul><p>{WORDS * 2}</p>", style=style)).raw_text
    lines = text.splitlines()
    assert [line.split(" ")[-3:] for line in lines if "percent" in line] == [
        ["tea:", "5", "percent"],
        ["maize:", "7", "percent"],
        ["rice:", "9", "percent"],
    ]


def test_running_titles_and_page_numbers_are_no_text_and_a_sentence_goes_on_over_the_page():
    number = '@bottom-right { content: "page " counter(page) " of " counter(pages) }'
    page = f'size: A6; @top-left {{ content: "The Lake Courier" }} {number}'
    words = " ".join(f"{first}{second}" for first in WORDS.split() for second in WORDS.split())
    text = text_of(printed(f"<p>{words}</p>", page=page)).raw_text
    assert text.count("\f") > 1
    assert " ".join(text.split()) == words


def test_what_a_browser_prints_around_a_page_is_no_text():
    header = '@top-left { content: "14/10/2022, 10:32 Tea exports rise" }'
    footer = '@bottom-left { content: "https://courier.example/tea 1/1" }'
    assert text_of(printed("<p>Tea rose.</p>", page=f"{header} {footer}")).raw_text == "Tea rose."


def test_broken_words_are_joined():
    style = "p { width: 4cm; hyphens: auto; text-align: justify }"
    text = text_of(printed(f"<p>{'internationalisation and reorganisation ' * 6}</p>", style=style)).raw_text
    assert text.split() == ["internationalisation", "and", "reorganisation"] * 6


def test_the_hyphen_of_a_word_stays_where_a_line_ends_with_it():
    text = text_of(printed(f"<p>{'long-term cost-sharing ' * 30}</p>")).raw_text
    assert text.split() == ["long-term", "cost-sharing"] * 30


def test_properties_say_what_the_file_is():
    head = (
        "<title>Tea exports rise</title><meta name=author content='Jane Roe'>"
        "<meta name=dcterms.created content='2018-02-12T15:32:00+05:00'>"
    )
    page = text_of(printed("<p>Tea rose.</p>", head=head)).page
    assert (page.title, page.author, page.published) == ("Tea exports rise", "Jane Roe", None)
    assert (page.made, page.made_words) == (date(2018, 2, 12), "created 2018-02-12")


def test_the_site_in_the_title_of_a_printed_page_is_its_outlet():
    page = text_of(printed("<p>Tea rose.</p>", head="<title>Tea exports rise | The Lake Courier</title>")).page
    assert (page.title, page.outlet) == ("Tea exports rise", "The Lake Courier")


@pytest.mark.parametrize("title", ["Microsoft Word - tea.docx", "tea.pdf", "untitled", "Microsoft PowerPoint - Tea"])
def test_a_title_that_a_program_gave_is_none(title: str):
    assert text_of(printed("<p>Tea rose.</p>", head=f"<title>{title}</title>")).page.title == ""


def test_a_file_without_text_says_that_it_may_hold_pictures():
    (rejected,) = formats.texts(printed("<div style='width: 3cm; height: 3cm; background: red'></div>"), "a.pdf")
    assert isinstance(rejected, Rejected)
    assert rejected.reason == "empty"
    assert "pictures" in rejected.detail


def test_a_locked_file_says_so():
    from io import BytesIO

    from pypdf import PdfReader, PdfWriter

    writer, content = PdfWriter(PdfReader(BytesIO(printed("<p>Tea")))), BytesIO()
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(content)
    (rejected,) = formats.texts(content.getvalue(), "a.pdf")
    assert isinstance(rejected, Rejected)
    assert "password" in rejected.detail


def test_the_form_feed_stands_where_a_page_ends():
    content = printed("<p>One.</p><p style='break-before: page'>Two.</p>")
    assert len(pypdfium2.PdfDocument(content)) == 2
    assert text_of(content).raw_text in ("One.\fTwo.", "One.\n\fTwo.")


def test_pages_that_are_pictures_are_named_and_blank_ones_are_not():
    dot = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
    picture, new = f"<img style='width: 8cm' src='{dot}'>", "<div style='break-after: page'></div>"
    remark, text = formats.texts(printed(f"<p>{WORDS}</p>{new}{picture}{new}{new}{picture}"), "a.pdf")
    assert isinstance(remark, Remark)
    assert remark.remark.startswith("Pages 2, 4 hold pictures and no text")
    assert isinstance(text, Text)
    assert text.raw_text.startswith("the council")
    assert text_of(printed(f"<p>{WORDS}</p>{picture}{new}")).raw_text


def test_a_title_over_two_columns_does_not_make_their_lines_look_ended():
    column = "".join(f"<p>{number} {WORDS * 3}</p>" for number in ("First", "Second"))
    style = "h1 { font-size: 22pt; margin: 0 } div { columns: 2 } p { margin: 0 0 8pt; text-align: justify }"
    title = "<h1>The harbour of the coast in the year of the long rains</h1>"
    text = text_of(printed(f"{title}<div>{column}</div>", page="size: A4", style=style)).raw_text
    assert len(text.split("\n\n")) == 3
