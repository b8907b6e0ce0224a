"""Archives of crawled web pages (WARC): each page that was answered with is an article. Pure."""

from collections.abc import Iterator
from email.message import Message
from typing import TYPE_CHECKING, BinaryIO

from analysis.corpus.formats import web_page
from analysis.corpus.formats.made import Part, UnreadableError
from analysis.corpus.formats.unpacking import too_large
from analysis.limits import MB, Limits
from analysis.records import Rejected, Remark

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

PIECE = 1 << 16  # bytes read at once
PAGES = ("text/html", "application/xhtml+xml")


def texts(file: BinaryIO, source: str, limits: Limits) -> Iterator[Part]:
    """Yield the articles of an archive, numbered in its order; pictures are passed over. Raises UnreadableError."""
    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError:
        raise UnreadableError("format", "web archives are read by warcio; run: python -m pip install warcio") from None
    try:
        pages = (record for record in ArchiveIterator(file) if _is_page(record))
        for number, record in enumerate(pages, start=1):
            yield from _article(record, f"{source}/{number}", limits)
    except ArchiveLoadFailed:
        raise UnreadableError("format", "is no web archive; make it anew") from None


def _is_page(record: "ArcWarcRecord") -> bool:
    if record.rec_type != "response" or not record.http_headers:
        return False
    kind = record.http_headers.get_header("Content-Type", "").partition(";")[0].strip().lower()
    return kind in PAGES and record.http_headers.get_statuscode() == "200"


def _article(record: "ArcWarcRecord", source: str, limits: Limits) -> Iterator[Part]:
    url = record.rec_headers.get_header("WARC-Target-URI", "")
    message = Message()
    message["Content-Type"] = record.http_headers.get_header("Content-Type", "")
    try:
        content = record.content_stream().read(limits.file_mb * MB + 1)
        if len(content) > limits.file_mb * MB:
            raise UnreadableError("unreadable", too_large(limits))
        if _is_cut_off(record):
            yield Remark(
                source, "text", "The page is cut off in the archive, so the end of the article may be missing."
            )
        yield from web_page.page_texts(content, source, charset=message.get_content_charset(""), url=url)
    except UnreadableError as fault:
        yield Rejected(source, fault.reason, fault.detail)


def _is_cut_off(record: "ArcWarcRecord") -> bool:
    """Return whether the file ends within a record that was read, or the crawler kept a part of the page only."""
    while record.raw_stream.read(PIECE):  # what may stand behind the page's end
        pass
    return record.raw_stream.limit > 0 or bool(record.rec_headers.get_header("WARC-Truncated"))
