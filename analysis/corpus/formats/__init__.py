"""The formats an article can come in: for each ending the module that reads it, imported when such a file is met.

Each of these modules has `texts(file, source, limits)`, which yields the articles of an open file, and raises
`UnreadableError`. What a file's first bytes tell goes before its ending.
"""

import io
from collections.abc import Iterator
from importlib import import_module
from typing import BinaryIO

from analysis.corpus.formats import kinds
from analysis.corpus.formats.checked import checked
from analysis.corpus.formats.made import Part, UnreadableError
from analysis.limits import DEFAULT, Limits
from analysis.records import Rejected, Remark

READERS = {
    ".txt": "plain",
    ".md": "plain",
    ".html": "web_page",
    ".htm": "web_page",
    ".mhtml": "saved_page",
    ".mht": "saved_page",
    ".pdf": "pdf",
    ".docx": "word",
    ".eml": "mail",
    ".jsonl": "json_lines",
    ".csv": "comma_separated",
    ".parquet": "parquet",
    ".xml": "feed",
    ".warc": "web_archive",
    ".warc.gz": "web_archive",
    ".zip": "archive",
}
MANY = frozenset({"json_lines", "comma_separated", "parquet", "web_archive", "archive"})  # read article by article


def ending(name: str) -> str:
    """Return the ending by which a file's name tells its format, as it is written; empty where it tells none.

    >>> ending("2018/Summit.TXT"), ending("crawl.warc.gz"), ending("photo.jpg")
    ('.TXT', '.warc.gz', '')
    """
    known = (name[-len(one) :] for one in READERS if name.lower().endswith(one))
    return max(known, key=len, default="")


def reader(file: BinaryIO, source: str) -> tuple[str, str]:
    """Return the name of the module that reads an open file, and what the file is where its ending says otherwise.

    Raises UnreadableError for what is read by none.
    """
    head = file.read(kinds.FIRST)
    file.seek(0)
    return kinds.reader(head, READERS[ending(source).lower()])


def texts(file: bytes | BinaryIO, source: str, limits: Limits = DEFAULT) -> Iterator[Part]:
    """Yield the articles of a file; a file that cannot be read is one Rejected, whatever is wrong with it."""
    is_empty = True
    try:
        opened = io.BytesIO(file) if isinstance(file, bytes) else file
        for part in checked(_parts(opened, source, limits), limits):
            is_empty &= isinstance(part, Remark)
            yield part
        if is_empty:
            yield Rejected(source, "empty", "holds no article; remove the file or put articles in")
    except UnreadableError as fault:
        yield Rejected(source, fault.reason, fault.detail)
    except MemoryError:
        yield Rejected(source, "unreadable", out_of_memory(limits))
    except RecursionError:
        yield Rejected(source, "unreadable", "its parts lie too deep in each other; save the article's text anew")
    except Exception as error:  # the libraries raise what they like over a damaged file
        why = " ".join(str(error).split())[:200] or type(error).__name__
        yield Rejected(source, "unreadable", f"the file seems damaged ({why}); open it and save it anew")


def _parts(file: BinaryIO, source: str, limits: Limits) -> Iterator[Part]:
    name, called = reader(file, source)
    if called:
        yield Remark(source, "text", f"The file is {called}, whatever its name says, and is read as that.")
    yield from import_module(f"{__name__}.{name}").texts(file, source, limits)


def out_of_memory(limits: Limits) -> str:
    """Return what to say of a file that takes more memory than it may."""
    return f"takes more than {limits.memory_mb:,} MB of memory to read; split it, or raise memory_mb in study.yml"


def not_read() -> str:
    """Return what to say of a file whose ending tells no format that is read."""
    return f"files of this kind are not read; save the article as one of {' '.join(READERS)}"
