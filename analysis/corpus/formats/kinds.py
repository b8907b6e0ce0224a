"""What a file is by its first bytes, whatever its name says. Pure."""

import re

from analysis.corpus.formats.made import UnreadableError

FIRST = 1024  # bytes by which a file tells what it is
PLAIN, PAGE, WORD, ARCHIVE = "plain", "web_page", "word", "archive"
# What files begin with, the reader for it, and what they are called
_KINDS = (
    (re.compile(rb"\s*%PDF-\d"), "pdf", "a PDF"),
    # Every Office document begins with one of these; other archives with a file of their own.
    (re.compile(rb"PK\x03\x04.{26}(?:\[Content_Types\]\.xml|_rels/)", re.DOTALL), WORD, "a Word document"),
    (re.compile(rb"PK\x03\x04"), ARCHIVE, "a zip archive"),
    (re.compile(rb"\xd0\xcf\x11\xe0"), WORD, "an old Word document"),
    (re.compile(rb"PAR1"), "parquet", "a Parquet table"),
    # <!DOCTYPE html>, <html lang="en">, after <?xml ...?> and comments
    (
        re.compile(
            rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.DOTALL
        ),
        PAGE,
        "a web page",
    ),
)
_RTF = re.compile(rb"\{\\rtf\d")  # {\rtf1\ansi
_TAG = re.compile(rb"<[a-zA-Z!?/]")


def reader(head: bytes, named: str) -> tuple[str, str]:
    """Return the reader for a file by its first bytes, and what it is where that is not what its name says.

    `named` is the reader that its name asks for. Raises UnreadableError for what has no reader.

    >>> reader(b"%PDF-1.7", "plain"), reader(b"Tea exports rose.", "plain")
    (('pdf', 'a PDF'), ('plain', ''))
    """
    if _RTF.match(head):
        raise UnreadableError("format", "is an RTF document; open it in a word processor and save it as .docx")
    found, called = next(((kind, called) for pattern, kind, called in _KINDS if pattern.match(head)), (named, ""))
    if named == PAGE and found == PAGE and _is_untagged(head):
        return PLAIN, "plain text"
    return (named, "") if found == named or (found, named) == (ARCHIVE, WORD) else (found, called)


def _is_untagged(head: bytes) -> bool:
    return bool(head.strip()) and b"\0" not in head and not _TAG.search(head)
