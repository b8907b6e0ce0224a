"""Print documents as PDF, two at a time in processes of their own, while this one may go on with other work."""

import json
import os
import sys
from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from subprocess import DEVNULL, PIPE, Popen
from typing import NamedTuple

from analysis.records import InputError
from analysis.report.fonts import folder

PANGO_MISSING = (
    "no PDFs, since the library pango is missing; install it and run this again. "
    "Debian: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; Fedora: dnf install pango; "
    "macOS: brew install pango; conda: conda install -c conda-forge pango"
)
AT_A_TIME = 2
FONTS = Path(__file__).with_name("template") / "fonts.conf"


class Attachment(NamedTuple):
    """One file inside a PDF."""

    name: str
    about: str
    text: str
    relationship: str  # to the document, in the words of ISO 32000-2, 7.11.3


@dataclass(frozen=True)
class Manuscript:
    """A document to be printed: its HTML, and the files that go into its PDF."""

    html: str
    attached: tuple[Attachment, ...] = ()


@dataclass(frozen=True)
class Printing:
    """Documents that are being printed."""

    presses: tuple[Future[bool], ...]
    done: "SimpleQueue[Path | None]"  # each document that stands, and nothing for each press that has stopped

    def documents(self) -> Iterator[Path]:
        """Yield the path of each document once it is printed, until no press is at work any more."""
        for _ in self.presses:
            yield from iter(self.done.get, None)

    def result(self) -> bool:
        """Return, once all are printed, whether that could be done: not without the system's pango.

        Raises InputError naming the first document that could not be printed.
        """
        return all(press.result() for press in as_completed(self.presses))


def written(documents: Mapping[Path, Manuscript]) -> bool:
    """Write each document to its path as PDF and return whether that could be done, as `Printing.result`."""
    with printing(documents) as outcome:
        return outcome.result()


@contextmanager
def printing(documents: Mapping[Path, Manuscript]) -> Iterator[Printing]:
    """Print documents to their paths in the background, and wait for them at the end; on any failure none is left."""
    longest_first = iter(sorted(documents.items(), key=lambda document: len(document[1].html), reverse=True))
    try:
        with ThreadPoolExecutor(AT_A_TIME) as pool, ExitStack() as stack:
            presses = [stack.enter_context(press()) for _ in range(min(AT_A_TIME, len(documents)))]
            done = SimpleQueue[Path | None]()
            outcome = Printing(tuple(pool.submit(feed, one, longest_first, done) for one in presses), done)
            yield outcome
            outcome.result()
    except BaseException:
        for target in documents:
            target.unlink(missing_ok=True)
        raise


@contextmanager
def press() -> Iterator[Popen[bytes]]:
    """Give a process that prints what it is fed, and end it.

    It is out of reach of Ctrl-C, which is for this process to handle, and ends by itself where this one is killed.
    """
    command = [sys.executable, "-m", "analysis.report.press"]
    process = Popen(command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, start_new_session=True, env=surroundings())
    try:
        yield process
    finally:
        process.kill()
        with suppress(BrokenPipeError), process:  # it may have ended in the middle of a document
            pass


def surroundings() -> dict[str, str]:
    """Return the variables of a process that prints: under these no font of the system is found."""
    data = folder("matplotlib") / "mpl-data"
    return {**os.environ, "FONTCONFIG_FILE": str(FONTS), "XDG_DATA_HOME": str(data)}


def feed(press: Popen[bytes], waiting: Iterator[tuple[Path, Manuscript]], done: "SimpleQueue[Path | None]") -> bool:
    """Have one process print documents while any are waiting, and return whether that could be done."""
    try:
        for target, document in waiting:
            if not asked(press, target, document):
                return False
            done.put(target)
        return True
    finally:
        done.put(None)


def asked(press: Popen[bytes], target: Path, document: Manuscript) -> bool:
    """Have a process print one document and return its answer. Raises InputError where it failed or ended."""
    assert press.stdin
    assert press.stdout
    answer = b""
    with suppress(BrokenPipeError):
        press.stdin.write(json.dumps([str(target), document.html, document.attached]).encode() + b"\n")
        press.stdin.flush()
        answer = press.stdout.readline()
    done = json.loads(answer or '"its process ended early, perhaps for want of memory"')
    if isinstance(done, str):
        raise InputError(f"{target.name}: could not be printed as PDF: {done}")
    return bool(done)
