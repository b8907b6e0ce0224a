"""The files inside a PDF against the tables beside it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from pypdfium2 import PdfDocument, PdfiumError

from analysis.report.pdf import Attachment


def faults(path: Path, expected: Sequence[Attachment]) -> Iterator[str]:
    """Yield every file inside a PDF that is not what the tables give, is missing, or should not be there."""
    try:
        yield from compared(files(path), expected)
    except (PdfiumError, OSError, ValueError):
        return  # a PDF that cannot be read is told elsewhere


def files(path: Path) -> dict[str, bytes]:
    """Return the files inside a PDF by name; two of one name as one, which is neither."""
    inside = defaultdict[str, bytes](bytes)
    with PdfDocument(path) as document:
        for number in range(document.count_attachments()):
            file = document.get_attachment(number)
            inside[file.get_name()] += bytes(file.get_data())
    return inside


def compared(inside: Mapping[str, bytes], expected: Sequence[Attachment]) -> Iterator[str]:
    """Yield where some files are not those that are expected.

    >>> list(compared({"a.csv": b"27"}, [Attachment("a.csv", "Amounts", "28", "Data")]))
    ['a.csv inside it is not what the tables beside it give']
    """
    right = {one.name: one.text.encode() for one in expected}
    for name in sorted(inside.keys() | right):
        if name not in inside:
            yield f"{name} is not inside it"
        elif name not in right:
            yield f"{name} is inside it, and should not be"
        elif inside[name] != right[name]:
            yield f"{name} inside it is not what the tables beside it give"
