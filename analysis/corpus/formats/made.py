"""What every reader makes: the text of an article, or why there is none. Pure."""

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from hashlib import sha256

from analysis.corpus.manifest import Entry
from analysis.corpus.metadata.dates import Printed, printed_dates
from analysis.corpus.story.lines import WHITE
from analysis.corpus.text import Page, Text
from analysis.records import Rejected, Remark

Part = Text | Rejected | Remark
# NUL and halves of surrogate pairs ("\ud83d" in JSON) are characters that no file of ours can hold.
_UNWRITABLE = re.compile("[\0\ud800-\udfff]")


class UnreadableError(Exception):
    """Why a file, or a part of one, is no article."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason  # as in Rejected
        self.detail = detail


def made_text(
    source: str, raw_text: str, *, content: bytes | None = None, page: Page | None = None, entry: Entry | None = None
) -> Text:
    """Return the text with the checksum of its bytes, or of itself where it has none of its own.

    Raises UnreadableError where there is nothing but white space.
    """
    raw_text = writable(raw_text)
    if not raw_text.strip(WHITE):
        raise UnreadableError("empty", "holds no text; remove it or put the article in")
    checksum = sha256(raw_text.encode() if content is None else content).hexdigest()
    return Text(source, checksum, raw_text, page or Page(), entry or Entry())


def writable(text: str) -> str:
    r"""Return the text with what no file can hold as U+FFFD.

    >>> writable("Tea \ud83d")
    'Tea \ufffd'
    """
    return _UNWRITABLE.sub("\ufffd", text)


def utf8(content: bytes) -> str:
    """Return the characters of a text file in UTF-8, or UTF-16 with its mark. Raises UnreadableError if in neither."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        content = content.decode("utf-16", "replace").encode()
    if b"\0" in content:
        raise UnreadableError("binary", "holds NUL bytes, so it is no UTF-8 text; save the article as UTF-8 text")
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        raise UnreadableError("encoding", f"not UTF-8 at byte {error.start}; save it as UTF-8") from None


_ISO_DATE = re.compile(r"\s*(\d{4}-\d\d-\d\d|\d{8})(?=$|[T\s])")


def said_date(words: str) -> Printed | None:
    """Return the day that a field of a page, mail or table says, as it says it: no change of time zone.

    One of numbers that read day first or month first has both readings: the study or the folder's other dates decide.

    >>> [said_date(words).read() for words in ("2018-02-12T15:32:00+05:00", "Mon, 12 Feb 2018 23:32:00 +0500")]
    [datetime.date(2018, 2, 12), datetime.date(2018, 2, 12)]
    >>> len(said_date("03/04/2018").readings)
    2
    """
    if found := _day(words):
        return Printed(words, (found,))
    return next(printed_dates(words), None)


def _day(words: str) -> date | None:
    """Return the day in the forms that machines write."""
    if match := _ISO_DATE.match(words):
        return _iso_date(match[1])
    try:
        return parsedate_to_datetime(words).date()
    except ValueError:
        return None


def _iso_date(words: str) -> date | None:
    try:
        return datetime.fromisoformat(words).date()
    except ValueError:
        return None
