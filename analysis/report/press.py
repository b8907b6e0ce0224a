"""The program that prints PDFs, `python -m analysis.report.press`: a document a line, until its input is closed.

Then it ends at once, in the middle of a document too: the process that asked for it has ended, or wants no more.
"""

import gc
import json
import logging
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import redirect_stdout
from datetime import datetime
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import Any

from analysis.report.archive import OPTIONS, declaring_both, finished, moment, of_links_alone

FETCHED = ("data",)  # what stands in the document itself: it reads no file and asks nobody


def printed(html: str, target: Path, attached: Sequence[Sequence[str]] = ()) -> bool:
    """Write a document as PDF and return whether that could be done: WeasyPrint needs the system's pango.

    `attached` are files to go into it: name, description, text and relationship of each.
    """
    try:
        import weasyprint
        from weasyprint.urls import URLFetcher
    except OSError:
        return False
    # It warns of every property meant for screens.
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    source = weasyprint.HTML(string=html, url_fetcher=URLFetcher(allowed_protocols=FETCHED))
    document = source.render(**OPTIONS)
    of_links_alone(document)
    metadata = document.metadata
    metadata.generate_rdf_metadata = declaring_both(metadata.generate_rdf_metadata)
    metadata.attachments = [embedded(file, moment(metadata.created)) for file in attached]
    document.write_pdf(target, finisher=finished, **OPTIONS)
    return True


def embedded(file: Sequence[str], made: datetime) -> Any:
    """Return a file as WeasyPrint takes it, to be written once."""
    from weasyprint import Attachment

    name, about, text, relationship = file
    return Attachment(string=text, name=name, description=about, relationship=relationship, created=made, modified=made)


def answer(line: str) -> bool | str:
    """Print the document in a line, a JSON list of path, HTML and files that go into it.

    Return whether that could be done, or what failed.
    """
    target, html, attached = json.loads(line)
    try:
        with redirect_stdout(sys.stderr):  # without pango WeasyPrint prints advice of its own
            return printed(html, Path(target), attached)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def asked() -> Iterator[str]:
    """Yield the lines of the input; the process ends with the input."""
    lines = SimpleQueue[str]()

    def listen() -> None:
        for line in sys.stdin:
            lines.put(line)
        os._exit(0)

    Thread(target=listen, daemon=True).start()
    while True:
        yield lines.get()


if __name__ == "__main__":
    gc.set_threshold(100_000)  # all boxes of a document stay to its end: to look through them often costs a tenth
    for line in asked():
        print(json.dumps(answer(line)), flush=True)
