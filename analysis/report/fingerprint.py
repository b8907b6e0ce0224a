"""What a report is made from, by content: equal fingerprints mean an equal report. Nothing heavy is imported here."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from analysis.records import InputError
from analysis.report.order import ROOT, Order
from analysis.versions import PAGE_CODE, installed

PACKAGE = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"  # the default study, and the articles on which the method is measured

# The chapters in the order of the report; a folder of other notebooks is read in the order of their names.
CHAPTERS = (
    "overview", "since-last-time", "sources", "trade-and-investment", "topics", "security", "countries", "evidence",
    "method",
)  # fmt: skip
APART = ("start-here",)  # not part of the report


@dataclass(frozen=True, slots=True)
class Inputs:
    """Fingerprints of everything that goes into a report."""

    notebooks: Mapping[Path, str]  # each notebook with all that its outputs depend on
    tables: str  # what the tables are made of
    report: str  # all of it


def digest(parts: Iterable[str]) -> str:
    """Return the SHA-256 of some texts in their order, in hexadecimal.

    >>> digest(["ab", "c"]) == digest(["a", "bc"])
    False
    """
    return hashlib.sha256(json.dumps(list(parts)).encode()).hexdigest()


def file_hash(path: Path) -> str:
    """Return the SHA-256 of a file's bytes, empty where it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def file_hashes(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of each file in a folder and its sub folders, by relative path, in order; caches left out.

    Of a single file the SHA-256 by its name.
    """
    if folder.is_file():
        return {folder.name: file_hash(folder)}
    files = sorted(path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(folder).as_posix(): file_hash(path) for path in files}


def folder_digest(hashes: Mapping[str, str]) -> str:
    """Return one digest of files by name and content."""
    return digest(f"{name} {value}" for name, value in hashes.items())


def notebook_paths(folder: Path) -> list[Path]:
    """Return the notebooks of a folder in the order of the report's chapters. Raises InputError where there is none."""
    place = {name: number for number, name in enumerate(CHAPTERS)}
    found = (path for path in folder.glob("*.ipynb") if path.stem not in APART)
    paths = sorted(found, key=lambda path: (place.get(path.stem, len(place)), path.stem))
    if not paths:
        raise InputError(f"{folder}: no notebook here; the report is made from the notebooks of the project")
    return paths


def notebook_source(path: Path) -> str:
    """Return a notebook's cells as written, without outputs: opening and saving it in JupyterLab changes nothing.

    Raises InputError for a file that is no notebook.
    """
    try:
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        written = [(cell["cell_type"], "".join(cell["source"]), cell["metadata"].get("tags", [])) for cell in cells]
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(f"{path}: not a notebook ({error}); restore it, or open and save it in JupyterLab") from error
    return json.dumps(written)


def inputs(order: Order) -> Inputs:
    """Return the fingerprints of a report, made from its articles, choice, notebooks, code and installed packages."""
    code = file_hashes(PACKAGE)
    seen = {name: value for name, value in code.items() if not name.startswith(PAGE_CODE)}
    articles = folder_digest(file_hashes(order.corpus))
    choice = json.dumps(order.choice.parameters, sort_keys=True)
    shared = digest([articles, choice, folder_digest(seen), folder_digest(file_hashes(SEEDS)), installed()])
    keys = {path: digest([shared, path.stem, notebook_source(path)]) for path in notebook_paths(order.notebooks)}
    looks = (folder_digest(code), order.paper, order.glyphs)
    return Inputs(notebooks=keys, tables=shared, report=digest([*keys.values(), *looks]))
