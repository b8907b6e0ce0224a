"""Executed notebooks: each the work of one job, kept under its fingerprint from build to build."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from analysis.records import InputError
from analysis.report.jupyter import import_quickly


@dataclass(frozen=True)
class Job:
    """A notebook to execute under a name of its own: `overview`, `country-brief-ken`."""

    name: str
    notebook: Path
    parameters: Mapping[str, str]
    key: str  # fingerprint of all that the result depends on

    def __str__(self) -> str:
        """Return what messages call it.

        >>> str(Job("country-brief-ken", Path("notebooks/country-brief.ipynb"), {"country": "KEN"}, "8f7b2e6d01aa45c3"))
        'notebooks/country-brief.ipynb (country-brief-ken)'
        """
        return str(self.notebook) if self.name == self.notebook.stem else f"{self.notebook} ({self.name})"

    @property
    def file_name(self) -> str:
        """Return the name under which the executed notebook is kept.

        >>> Job("topics", Path("notebooks/topics.ipynb"), {}, "8f7b2e6d01aa45c3").file_name
        'topics-8f7b2e6d01aa.ipynb'
        """
        return f"{self.name}-{self.key[:12]}.ipynb"


def check_parameters(notebook: Path, given: Mapping[str, str]) -> None:
    """Raise InputError where a notebook does not know a parameter it would be given: papermill itself only warns."""
    known = parameter_names(notebook)
    for name in given:
        if name not in known:
            raise InputError(f'{notebook}: no parameter "{name}" in a cell tagged "parameters"; add it there')


def parameter_names(notebook: Path) -> set[str]:
    """Return the names that are given a value in the cell tagged `parameters`."""
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    tagged = ["".join(cell["source"]) for cell in cells if "parameters" in cell["metadata"].get("tags", [])]
    return set(re.findall(r"^(\w+)\s*(?::[^=\n]*)?=", "\n".join(tagged), re.MULTILINE))


def executed(jobs: Sequence[Job], folder: Path) -> tuple[dict[str, Path], tuple[str, ...]]:
    """Return the executed notebooks by name, and the names of those that had to be run.

    `folder` keeps the executed ones from build to build.
    """
    kept = {folder / job.file_name: job for job in jobs}
    missing = {target: job for target, job in kept.items() if not target.exists()}
    for job in missing.values():
        check_parameters(job.notebook, job.parameters)
    if missing:
        import_quickly()
        from analysis.report import kernels  # only here, since papermill takes a while to load

        kernels.run_all(missing)
    for stale in set(folder.glob("*.ipynb")) - set(kept):
        stale.unlink()
    return {job.name: target for target, job in kept.items()}, tuple(job.name for job in missing.values())
