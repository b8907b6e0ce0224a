"""Plain text and Markdown: the file's own characters, newlines untouched. Pure."""

from collections.abc import Iterator
from typing import BinaryIO

from analysis.corpus.formats.checked import too_long
from analysis.corpus.formats.encodings import decoded
from analysis.corpus.formats.made import Part, UnreadableError, made_text
from analysis.limits import Limits
from analysis.records import Remark

MOST_BYTES = 4  # of a character, in UTF-8


def texts(file: BinaryIO, source: str, limits: Limits) -> Iterator[Part]:
    r"""Yield the article of a text file. Raises UnreadableError.

    >>> from io import BytesIO
    >>> next(texts(BytesIO(b"Tea exports rose.\r\n"), "tea.txt", Limits())).raw_text
    'Tea exports rose.\r\n'
    """
    content = file.read(MOST_BYTES * limits.article_characters + 1)
    if len(content) > MOST_BYTES * limits.article_characters:
        raise UnreadableError("unreadable", too_long(limits))
    text, remark = decoded(content)
    if remark:
        yield Remark(source, "text", remark)
    yield made_text(source, text, content=content)
