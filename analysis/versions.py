"""The software that reads the articles and makes the report, by name and version."""

import hashlib
import platform
import sys
import sysconfig
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path

PROJECT = "sourced-report"
# What decides how a report looks, beside the project's own code.
PACKAGES = ("pandas", "matplotlib", "jupyterlab", "papermill", "nbconvert", "weasyprint", "py3langid", "pycountry")
# How the page is put together and checked, which no notebook sees: a new style sheet runs no notebook again.
PAGE_CODE = ("gate/", "report/", "__main__.py")


@cache
def versions() -> Mapping[str, str]:
    """Return the version of the project, of Python and of the packages that matter.

    Behind that of the project stands a digest of the code that reads the articles and makes words and charts.
    """
    own = {PROJECT: f"{version(PROJECT)}, code {code_digest()[:12]}", "Python": platform.python_version()}
    return own | {name: version(name) for name in PACKAGES}


def installed() -> str:
    """Return a digest of the Python and the packages that are installed, by their versions."""
    packages = sorted(path.name for path in Path(sysconfig.get_path("purelib")).glob("*.dist-info"))
    return hashlib.sha256("\n".join([sys.version, *packages]).encode()).hexdigest()


def code_digest() -> str:
    """Return the SHA-256 of a line for each file of the code that notebooks see: its path and its own SHA-256."""
    folder, digest = Path(__file__).parent, hashlib.sha256()
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    for name in sorted(files):
        if not name.startswith(PAGE_CODE) and "__pycache__" not in name:
            digest.update(f"{name} {hashlib.sha256(files[name].read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()
