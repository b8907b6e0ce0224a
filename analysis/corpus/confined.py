"""The program that reads files for another, `python -m analysis.corpus.confined`, until its input is closed.

It takes a path, a name and limits each time and answers with the parts of the file, then None, all as pickles. While it
reads it can reach no network, start no program and write no file: whatever a file asks a library to do is refused.
"""

import os
import pickle
import resource
import signal
import sys
from contextlib import suppress
from typing import Any, BinaryIO

from analysis.corpus.one_file import file_parts
from analysis.limits import MB, Limits

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
# Events of Python's audit hooks, "docs.python.org/3/library/audit_events.html", by their beginnings
_REFUSED = (
    *("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "os.kill", "pty."),
    *("os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.truncate", "os.chmod", "os.chown"),
    *("shutil.", "tempfile.", "urllib.", "http.", "ftplib.", "smtplib.", "webbrowser.", "sqlite3.", "winreg."),
)


class RefusedError(Exception):
    """A library tried to do something that reading a file does not need."""


def refuse(event: str, given: tuple[Any, ...]) -> None:
    """Raise RefusedError for whatever reaches beyond this process, or writes to the disk."""
    if event.startswith(_REFUSED) or (event == "open" and isinstance(given[2], int) and given[2] & _WRITING):
        raise RefusedError(f"refused: {event}")


def confine() -> None:
    """Let this process read only, from now on; the system itself holds it to that as far as it can."""
    sys.dont_write_bytecode = True
    signal.signal(signal.SIGALRM, signal.SIG_DFL)  # the system then ends the process, whatever it is busy with
    for kind in (resource.RLIMIT_FSIZE, resource.RLIMIT_CORE):
        resource.setrlimit(kind, (0, 0))
    sys.addaudithook(refuse)


def allow(limits: Limits) -> None:
    """Let this process have so much memory, where the system can hold it to that."""
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (limits.memory_mb * MB, resource.getrlimit(resource.RLIMIT_AS)[1]))


def answer(request: Any, answers: BinaryIO) -> None:
    """Send the parts of a file, then None. The process ends where the next one takes too long."""
    path, source, limits = request
    allow(limits)
    patience = limits.patience(path.stat().st_size if path.exists() else 0)
    signal.alarm(patience)
    for part in file_parts(path, source, limits):
        signal.alarm(0)  # sending waits for the one who asks
        send(part, answers)
        signal.alarm(patience)
    signal.alarm(0)
    send(None, answers)


def send(part: object, answers: BinaryIO) -> None:
    """Send a part at once."""
    pickle.dump(part, answers, pickle.HIGHEST_PROTOCOL)
    answers.flush()


def private_output() -> BinaryIO:
    """Return what was the output, which from now on leads nowhere: what libraries print is no answer."""
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    return answers


if __name__ == "__main__":
    answers = private_output()
    confine()
    with suppress(EOFError, BrokenPipeError):
        while True:
            answer(pickle.load(sys.stdin.buffer), answers)
