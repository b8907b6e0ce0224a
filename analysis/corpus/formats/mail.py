"""Mails: the message's own text, what its header says of it. Pure."""

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage

from analysis.corpus.formats import web_page
from analysis.corpus.formats.declared import page_text
from analysis.corpus.formats.made import Part, UnreadableError, made_text, said_date
from analysis.corpus.text import Page
from analysis.records import Remark

NOTE = 2  # a plain text of less than half of the page's words is not the story
# "Fwd: Tea exports rise", "RE: FW: Tea exports rise": the mail is later than what it passes on
_PASSED_ON = re.compile(r"(?:(?:fwd?|re|aw|wg|tr)\s*:\s*)+", re.IGNORECASE)


def texts(content: bytes, source: str) -> Iterator[Part]:
    """Yield the article of a mail: its plain text, else the story of its page. Raises UnreadableError."""
    message = message_from_bytes(content, policy=policy.default)
    if not message.keys():
        raise UnreadableError(
            "format", "has no header, so it is no mail; save the article as UTF-8 text with the ending .txt"
        )
    attached = [str(part.get_filename()) for part in message.iter_attachments() if part.get_filename()]
    if attached:
        yield Remark(source, "text", f"What is attached is not read: {', '.join(attached)}.")
    yield made_text(source, _story(message), content=content, page=_page(message))


def _story(message: EmailMessage) -> str:
    plain, page = _body(message, "plain"), _body(message, "html")
    if plain and page:
        story = web_page.story(web_page.parsed(page))
        # "Your mail program does not show HTML": the plain text of some newsletters is a note only.
        return plain if len(plain.split()) * NOTE >= len(story.split()) else story
    return plain or (web_page.story(web_page.parsed(page)) if page else "")


def _body(message: EmailMessage, kind: str) -> str:
    part = message.get_body((kind,))
    payload = part.get_payload(decode=True) if part else None
    if not part or not isinstance(payload, bytes) or not payload.strip():
        return ""
    return page_text(payload, part.get_content_charset(""))[0]


def _page(message: EmailMessage) -> Page:
    subject, sent = str(message.get("Subject", "")), str(message.get("Date", ""))
    day = said_date(sent) if sent else None
    title = " ".join(_PASSED_ON.sub("", subject, count=1).split()) if _PASSED_ON.match(subject) else subject.strip()
    if _PASSED_ON.match(subject):
        return Page(title=title, made=day, made_words=f"Date {sent}" if day else "")
    return Page(title=title, outlet=_list_name(message), published=day, published_words=f"Date {sent}" if day else "")


def _list_name(message: EmailMessage) -> str:
    """Return the sender's name where the mail went to a list: that is a publisher; anybody else may only pass it on."""
    sender = message.get("From")
    if "List-Id" not in message and "List-Unsubscribe" not in message:
        return ""
    return sender.addresses[0].display_name if sender and sender.addresses else ""
