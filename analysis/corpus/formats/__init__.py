"""The formats an article can come in: for each ending the module that reads it, imported when such a file is met.

Each of these modules has `texts(content, source)`, which yields the articles of a file, and raises `UnreadableError`.
"""

from collections.abc import Iterator
from importlib import import_module

from analysis.corpus.formats.made import Part, UnreadableError
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


def ending(name: str) -> str:
    """Return the ending by which a file's name tells its format, as it is written; empty where it tells none.

    >>> ending("2018/Summit.TXT"), ending("crawl.warc.gz"), ending("photo.jpg")
    ('.TXT', '.warc.gz', '')
    """
    known = (name[-len(one) :] for one in READERS if name.lower().endswith(one))
    return max(known, key=len, default="")


def texts(content: bytes, source: str) -> Iterator[Part]:
    """Yield the articles in a file's bytes; a file that cannot be read is one Rejected, whatever is wrong with it."""
    try:
        reader = import_module(f"{__name__}.{READERS[ending(source).lower()]}")
        is_empty = True
        for part in reader.texts(content, source):
            is_empty &= isinstance(part, Remark)
            yield part
        if is_empty:
            yield Rejected(source, "empty", "holds no article; remove the file or put articles in")
    except UnreadableError as fault:
        yield Rejected(source, fault.reason, fault.detail)
    except Exception as error:  # the libraries raise what they like over a damaged file
        why = " ".join(str(error).split())[:200] or type(error).__name__
        yield Rejected(source, "unreadable", f"the file seems damaged ({why}); open it and save it anew")


def not_read() -> str:
    """Return what to say of a file whose ending tells no format that is read."""
    return f"files of this kind are not read; save the article as one of {' '.join(READERS)}"
