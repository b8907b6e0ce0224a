"""What stands in an output folder: which files a build put there, from what, and how it ended."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from analysis.report.fingerprint import file_hash

# Hidden beside the report: the record of the last build and the executed notebooks, kept by fingerprint.
FOLDER = ".build"
NAME = "record.json"


@dataclass(frozen=True, slots=True)
class Record:
    """The last build of an output folder."""

    fingerprint: str  # of everything it was made from; empty: something is still missing, build again
    tables: str  # the fingerprint of what its tables were made from
    problems: tuple[str, ...]  # what is wrong with the content, one line each
    executed: tuple[str, ...]  # the notebooks that were run; the others came from an earlier build
    outputs: dict[str, str]  # SHA-256 of each file, by path in the output folder

    @property
    def exit_code(self) -> int:
        """Return 0, or 1 where something is wrong with the content."""
        return 1 if self.problems else 0


def load(out: Path) -> Record | None:
    """Return the record of the last build in a folder, or None where there is none that can be read."""
    try:
        stored = json.loads((out / FOLDER / NAME).read_text(encoding="utf-8"))
        return Record(
            stored["fingerprint"],
            stored["tables"],
            tuple(stored["problems"]),
            tuple(stored["executed"]),
            stored["outputs"],
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def save(record: Record, out: Path) -> None:
    """Write the record of a build into the folder with what it made."""
    (out / FOLDER).mkdir(exist_ok=True)
    (out / FOLDER / NAME).write_text(json.dumps(asdict(record), indent=1) + "\n", encoding="utf-8")


def standing(out: Path) -> str:
    """Return what a folder holds where a build was stopped."""
    try:
        built = datetime.fromtimestamp((out / FOLDER / NAME).stat().st_mtime)
    except OSError:
        return "nothing was written"
    return f"{out} still holds the report of {built.day} {built:%B %Y}"


def is_hidden(name: str) -> bool:
    """Return whether a file, by its path in the output folder, is no part of the report.

    >>> is_hidden(".build/earlier/figures.csv"), is_hidden("data/figures.csv")
    (True, False)
    """
    return name.startswith(f"{FOLDER}/")


def hashes(folder: Path, names: Iterable[str]) -> dict[str, str]:
    """Return the SHA-256 of each named file of a folder, empty for one that is not there."""
    return {name: file_hash(folder / name) for name in names}


def stands(record: Record | None, out: Path, fingerprint: str) -> bool:
    """Return whether a folder holds, untouched, the report that a build from this fingerprint would make again."""
    return record is not None and record.fingerprint == fingerprint and hashes(out, record.outputs) == record.outputs
