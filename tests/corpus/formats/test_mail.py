from datetime import date
from email.message import EmailMessage
from typing import Any

import pytest

from analysis.corpus import formats
from analysis.corpus.text import Text
from analysis.records import Rejected, Remark

TEXT = "Tea exports rose by 5%.\n\nCoffee – which is sold too – did not.\n"


def mail(subject: str = "Tea exports rise", *, headers: dict[str, str] | None = None) -> EmailMessage:
    message = EmailMessage()
    message["Subject"], message["From"] = subject, "The Lake Courier <news@courier.example>"
    message["Date"] = "Mon, 12 Feb 2018 23:32:00 +0500"
    for name, value in (headers or {}).items():
        message[name] = value
    message.set_content(TEXT)
    return message


def part(text: str, kind: str) -> EmailMessage:
    found = EmailMessage()
    found.set_content(text, subtype=kind)
    del found["MIME-Version"]
    return found


def text_of(message: EmailMessage) -> Any:
    (text,) = formats.texts(message.as_bytes(), "a.eml")
    assert isinstance(text, Text)
    return text


def test_the_header_says_title_and_date_and_the_text_is_the_mails():
    text = text_of(mail())
    assert text.raw_text.replace("\r\n", "\n") == TEXT
    assert (text.page.title, text.page.published, text.page.made) == ("Tea exports rise", None, date(2018, 2, 12))
    assert text.page.made_words == "Date Mon, 12 Feb 2018 23:32:00 +0500"


def test_only_who_writes_to_a_list_is_a_publisher():
    assert text_of(mail()).page.outlet == ""
    assert text_of(mail(headers={"List-Unsubscribe": "<https://courier.example>"})).page.outlet == "The Lake Courier"


@pytest.mark.parametrize("subject", ["Fwd: Tea exports rise", "RE: FW: Tea exports rise"])
def test_the_title_of_a_mail_that_passes_an_article_on_is_that_articles(subject: str):
    page = text_of(mail(subject)).page
    assert page.title == "Tea exports rise"


@pytest.mark.parametrize("charset", ["koi8-r", "windows-1251", "utf-8"])
def test_the_charset_of_the_header_is_obeyed(charset: str):
    head = f"Subject: Tea\r\nContent-Type: text/plain; charset={charset}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    (text,) = formats.texts(head.encode() + "Экспорт чая вырос".encode(charset), "a.eml")
    assert isinstance(text, Text)
    assert text.raw_text == "Экспорт чая вырос"


def test_a_page_is_read_where_there_is_no_plain_text():
    message = mail()
    message.set_content(
        f"<html><body><h1>Tea exports rise</h1>{'<p>Tea exports rose by 5%.</p>' * 3}</body></html>", subtype="html"
    )
    assert "Tea exports rose by 5%." in text_of(message).raw_text
    assert "<p>" not in text_of(message).raw_text


def test_attached_files_are_named_as_not_read():
    message = mail()
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="tea.pdf")
    remark, text = formats.texts(message.as_bytes(), "a.eml")
    assert isinstance(text, Text)
    assert remark == Remark("a.eml", "text", "What is attached is not read: tea.pdf.")


def test_the_text_on_both_sides_of_an_attached_file_is_read():
    message = mail()
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="tea.pdf")
    message.attach(part("Maize fell.", "plain"))
    remark, text = formats.texts(message.as_bytes(), "a.eml")
    assert isinstance(text, Text)
    assert text.raw_text.replace("\r\n", "\n") == f"{TEXT}\n\nMaize fell.\n"
    assert isinstance(remark, Remark)


def test_a_text_that_is_attached_as_a_file_is_none_of_the_mails():
    message = mail()
    message.add_attachment("Maize fell.", filename="maize.txt")
    remark, text = formats.texts(message.as_bytes(), "a.eml")
    assert remark == Remark("a.eml", "text", "What is attached is not read: maize.txt.")
    assert isinstance(text, Text)
    assert "Maize" not in text.raw_text


def test_a_picture_in_the_page_of_a_mail_is_nothing_attached():
    message = mail()
    logo = {"cid": "<logo>", "filename": "logo.gif", "disposition": "inline"}
    message.add_related(b"GIF89a", maintype="image", subtype="gif", **logo)
    assert text_of(message).raw_text.replace("\r\n", "\n") == TEXT


def test_a_mail_attached_to_a_mail_is_an_article_of_its_own():
    message = mail("Fwd: see below")
    message.set_content("FYI")
    message.add_attachment(mail("Tea exports rise"))
    outer, inner = formats.texts(message.as_bytes(), "a.eml")
    assert isinstance(outer, Text)
    assert isinstance(inner, Text)
    assert (outer.source, outer.raw_text.strip()) == ("a.eml", "FYI")
    assert (inner.source, inner.page.title) == ("a.eml/1", "Tea exports rise")
    assert inner.raw_text.replace("\r\n", "\n") == TEXT


def test_a_mail_that_only_carries_others_is_no_article_itself():
    message = mail("Fwd: see below")
    message.set_content("")
    empty = mail("Nothing")
    empty.set_content("")
    message.add_attachment(mail())
    message.add_attachment(empty)
    text, rejected = formats.texts(message.as_bytes(), "a.eml")
    assert isinstance(text, Text)
    assert text.source == "a.eml/1"
    assert isinstance(rejected, Rejected)
    assert (rejected.source, rejected.reason) == ("a.eml/2", "empty")


@pytest.mark.parametrize(
    ("plain", "read"), [("Your mail program shows no pages.", "page"), (f"Plain: {TEXT * 3}", "plain")]
)
def test_a_plain_text_that_is_but_a_note_gives_way_to_the_page(plain: str, read: str):
    message = mail()
    message.set_content(plain)
    message.add_alternative("".join(f"<p>Tea exports of part {n} rose by 5%.</p>" for n in range(5)), subtype="html")
    assert text_of(message).raw_text.startswith("Plain:" if read == "plain" else "Tea exports of part 0")


def test_a_byte_order_mark_before_the_header_does_no_harm():
    (text,) = formats.texts(b"\xef\xbb\xbf" + mail().as_bytes(), "a.eml")
    assert isinstance(text, Text)
    assert text.page.title == "Tea exports rise"


def test_what_has_no_header_is_no_mail():
    (rejected,) = formats.texts(b"\r\nTea exports rose.", "a.eml")
    assert isinstance(rejected, Rejected)
    assert rejected.reason == "format"
