"""Mails: the message's own text, what its header says of it. Pure."""

import re
from codecs import BOM_UTF8
from collections.abc import Iterator, Sequence
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from typing import BinaryIO

from analysis.corpus.formats import web_page
from analysis.corpus.formats.declared import page_text
from analysis.corpus.formats.made import Part, UnreadableError, made_text, said_date
from analysis.corpus.text import Page
from analysis.limits import Limits
from analysis.records import Rejected, Remark

MAIL = "message/rfc822"
NOTE = 2  # a plain text of less than half of the page's words is not the story
# "Fwd: Tea exports rise", "RE: FW: Tea exports rise": the mail is later than what it passes on
_PASSED_ON = re.compile(r"(?:(?:fwd?|re|aw|wg|tr)\s*:\s*)+", re.IGNORECASE)


def texts(file: BinaryIO, source: str, _: Limits) -> Iterator[Part]:
    """Yield the article of a mail: its plain text, else the story of its page; then those attached to it as mails.

    Raises UnreadableError.
    """
    content = file.read()
    message = message_from_bytes(content.removeprefix(BOM_UTF8), policy=policy.default)
    if not message.keys():
        raise UnreadableError(
            "format", "has no header, so it is no mail; save the article as UTF-8 text with the ending .txt"
        )
    yield from _articles(message, source, content)


def _articles(message: EmailMessage, source: str, content: bytes | None) -> Iterator[Part]:
    parts = list(_parts(message))
    inner = [part.get_content() for part in parts if part.get_content_type() == MAIL]
    attached = [str(part.get_filename()) for part in parts if _is_attached(part)]
    if attached:
        yield Remark(source, "text", f"What is attached is not read: {', '.join(attached)}.")
    if (story := _story(parts)) or not inner:
        yield made_text(source, story, content=content, page=_page(message))
    for number, mail in enumerate(inner, start=1):
        try:
            yield from _articles(mail, f"{source}/{number}", None)
        except UnreadableError as fault:
            yield Rejected(f"{source}/{number}", fault.reason, fault.detail)


def _parts(message: MIMEPart) -> Iterator[MIMEPart]:
    """Yield what a mail is made of, in order; a mail attached to it is one part."""
    if message.is_multipart() and message.get_content_type() != MAIL:
        for part in message.iter_parts():
            yield from _parts(part)
    else:
        yield message


def _is_attached(part: MIMEPart) -> bool:
    """Return whether a part is a file beside the text; a picture in the page has an id by which the page calls it."""
    beside = part.is_attachment() or part.get_content_maintype() != "text" and "Content-ID" not in part
    return beside and bool(part.get_filename()) and part.get_content_type() != MAIL


def _story(parts: Sequence[MIMEPart]) -> str:
    plain = "\n\n".join(_bodies(parts, "text/plain"))
    page = "\n\n".join(web_page.story(web_page.parsed(body)) for body in _bodies(parts, "text/html"))
    # "Your mail program does not show HTML": the plain text of some newsletters is a note only.
    return plain if len(plain.split()) * NOTE >= len(page.split()) else page


def _bodies(parts: Sequence[MIMEPart], kind: str) -> Iterator[str]:
    for part in parts:
        payload = part.get_payload(decode=True) if part.get_content_type() == kind else None
        if isinstance(payload, bytes) and payload.strip() and not part.is_attachment():
            yield page_text(payload, part.get_content_charset(""))[0]


def _page(message: EmailMessage) -> Page:
    subject, sent = str(message.get("Subject", "")), str(message.get("Date", ""))
    day = said_date(sent) if sent else None
    title = " ".join(_PASSED_ON.sub("", subject, count=1).split()) if _PASSED_ON.match(subject) else subject.strip()
    return Page(
        title=title,
        outlet="" if _PASSED_ON.match(subject) else _list_name(message),
        made=day.read() if day else None,
        made_words=f"Date {sent}" if day else "",
    )


def _list_name(message: EmailMessage) -> str:
    """Return the sender's name where the mail went to a list: that is a publisher; anybody else may only pass it on."""
    sender = message.get("From")
    if "List-Id" not in message and "List-Unsubscribe" not in message:
        return ""
    return sender.addresses[0].display_name if sender and sender.addresses else ""
