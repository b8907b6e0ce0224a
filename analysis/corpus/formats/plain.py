"""Plain text and Markdown: the file's own characters, newlines untouched. Pure."""

from collections.abc import Iterator

from analysis.corpus.formats.made import Part, made_text, utf8


def texts(content: bytes, source: str) -> Iterator[Part]:
    r"""Yield the article of a text file. Raises UnreadableError.

    >>> next(texts(b"Tea exports rose.\r\n", "tea.txt")).raw_text
    'Tea exports rose.\r\n'
    """
    yield made_text(source, utf8(content), content=content)
