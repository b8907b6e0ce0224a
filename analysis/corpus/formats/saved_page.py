"""Pages saved whole, with their pictures, as one MHTML file. Pure."""

from collections.abc import Iterator
from email import message_from_bytes, policy
from typing import BinaryIO

from analysis.corpus.formats import web_page
from analysis.corpus.formats.made import Part, UnreadableError
from analysis.limits import Limits


def texts(file: BinaryIO, source: str, _: Limits) -> Iterator[Part]:
    """Yield the article of the first page in it; where it was saved from, the header says. Raises UnreadableError."""
    message = message_from_bytes(file.read(), policy=policy.default)
    page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    if page is None:
        raise UnreadableError("format", "holds no web page; save the page anew")
    payload = page.get_payload(decode=True)
    url = message.get("Snapshot-Content-Location") or page.get("Content-Location") or ""
    charset = page.get_content_charset("")
    content = payload if isinstance(payload, bytes) else b""
    yield from web_page.page_texts(content, source, charset=charset, url=str(url))
