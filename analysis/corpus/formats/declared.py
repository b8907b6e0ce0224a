"""The characters of a web page in the encoding that it declares. Pure."""

import codecs
import re

from analysis.corpus.formats.made import UnreadableError

LONGEST_HEAD = 4096  # bytes that are looked at for a declaration; browsers look at 1024
MOST_BROKEN = 0.001  # share of characters that may be broken: a cut in a comment, not a wrong declaration
# <meta charset="windows-1252">, content="text/html; charset=utf-8", <?xml version="1.0" encoding="UTF-8"?>
_DECLARED = re.compile(rb"<(?:meta\b[^>]*?charset|\?xml\b[^>]*?encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)


def page_text(content: bytes, charset: str = "") -> tuple[str, int]:
    """Return a page's characters, and how many of them are broken and stand as U+FFFD.

    `charset` is what is said beside the page, in a mail's header. Names mean what they mean to a browser: iso-8859-1
    is windows-1252. Raises UnreadableError where none is declared and it is not UTF-8, or it is plainly in another one.
    """
    import webencodings

    if not content.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) and b"\0" in content:
        raise UnreadableError("binary", "holds NUL bytes, so it is no page; save the page anew")
    match = _DECLARED.search(content, 0, LONGEST_HEAD)
    label = charset or (match[1].decode("ascii", "replace") if match else "")
    # Who can read the declaration "utf-16" byte by byte does not read UTF-16.
    encoding = None if label.lower().startswith("utf-16") else webencodings.lookup(label)
    text, used = webencodings.decode(content, encoding or webencodings.UTF8, errors="replace")
    broken = text.count("\ufffd")
    if broken > (MOST_BROKEN * len(text) if encoding else 0):
        said = (
            f"declared as {label}, but is not" if encoding else f"declares no encoding and is not {used.name.upper()}"
        )
        raise UnreadableError("encoding", f"{said}; open it in a browser and save it anew")
    return str(text), broken
