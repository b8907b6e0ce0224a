"""Files read in a process of its own, which is stopped at a limit. Starts and ends processes."""

import pickle
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from signal import SIGALRM
from subprocess import DEVNULL, PIPE, Popen
from typing import Any, Self

from analysis.corpus.formats import out_of_memory
from analysis.corpus.formats.made import Part
from analysis.limits import Limits
from analysis.records import Rejected

# What an answer is made of: out of what the other process sends nothing else is made.
_ANSWERS = {
    ("analysis.corpus.text", "Text"),
    ("analysis.corpus.text", "Page"),
    ("analysis.corpus.manifest", "Entry"),
    ("analysis.corpus.metadata.dates", "Printed"),
    ("analysis.records", "Rejected"),
    ("analysis.records", "Remark"),
    ("datetime", "date"),
}


class _Answers(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if (module, name) not in _ANSWERS:
            raise pickle.UnpicklingError(f"{module}.{name} is no part of an answer")
        return super().find_class(module, name)


class Watched:
    """The process that reads what large libraries read: started for the first such file, ended with the `with`."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._process: Popen[bytes] | None = None

    def __enter__(self) -> Self:
        """Start nothing yet."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the process."""
        self._end()

    def parts(self, path: Path, source: str) -> Iterator[Part]:
        """Yield the articles of a file as they are read, and at last that reading was stopped, if it was."""
        process = self._running()
        assert process.stdin
        assert process.stdout
        count = 0
        try:
            pickle.dump((path.absolute(), source, self.limits), process.stdin)
            process.stdin.flush()
            while (part := _Answers(process.stdout).load()) is not None:
                count += 1
                yield part
        except (EOFError, BrokenPipeError, pickle.UnpicklingError):
            kept = f" after {count} of its articles, which are kept" if count else ""
            yield Rejected(source, "unreadable", f"{self._why(self._end())}; reading was stopped{kept}")

    def _running(self) -> Popen[bytes]:
        """Return the process, out of reach of Ctrl-C, which is for this one to handle; of a new one if it has ended."""
        if self._process and self._process.poll() is not None:
            self._end()
        if not self._process:
            command = [sys.executable, "-m", "analysis.corpus.confined"]
            self._process = Popen(command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, start_new_session=True)
        return self._process

    def _end(self) -> int:
        """End the process and return how it ended: below zero by that signal."""
        process, self._process = self._process, None
        if process is None:
            return 0
        process.kill()  # does nothing to one that has ended
        with suppress(BrokenPipeError), process:
            pass
        return process.returncode

    def _why(self, ended: int) -> str:
        if ended == -SIGALRM:
            most = f"{self.limits.seconds} seconds"
            return f"takes longer than {most} to read; remove or split it, or raise seconds under limits in study.yml"
        return f"is damaged, or {out_of_memory(self.limits)}"
