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


def text_of(message: EmailMessage) -> Any:
    (text,) = formats.texts(message.as_bytes(), "a.eml")
    assert isinstance(text, Text)
    return text


def test_the_header_says_title_and_date_and_the_text_is_the_mails():
    text = text_of(mail())
    assert text.raw_text.replace("\r\n", "\n") == TEXT
    assert (text.page.title, text.page.published) == ("Tea exports rise", date(2018, 2, 12))
    assert text.page.published_words == "Date Mon, 12 Feb 2018 23:32:00 +0500"


def test_only_who_writes_to_a_list_is_a_publisher():
    assert text_of(mail()).page.outlet == ""
    assert text_of(mail(headers={"List-Unsubscribe": "<https://courier.example>"})).page.outlet == "The Lake Courier"


@pytest.mark.parametrize("subject", ["Fwd: Tea exports rise", "RE: FW: Tea exports rise"])
def test_a_mail_that_passes_an_article_on_is_later_than_it(subject: str):
    page = text_of(mail(subject)).page
    assert (page.title, page.published, page.made) == ("Tea exports rise", None, date(2018, 2, 12))


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


def test_what_has_no_header_is_no_mail():
    (rejected,) = formats.texts(b"\r\nTea exports rose.", "a.eml")
    assert isinstance(rejected, Rejected)
    assert rejected.reason == "format"
