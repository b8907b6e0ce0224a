"""The software that reads the articles and makes the report, by name and version."""

import hashlib
import platform
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path

PROJECT = "sourced-report"
# What decides how a report looks, beside the project's own code.
PACKAGES = ("pandas", "matplotlib", "jupyterlab", "papermill", "nbconvert", "weasyprint", "py3langid", "pycountry")


@cache
def versions() -> Mapping[str, str]:
    """Return the version of the project, with a digest of its code, of Python and of the packages that matter."""
    code = hashlib.sha256()
    folder = Path(__file__).parent
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts):
        code.update(f"{path.relative_to(folder).as_posix()} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    own = {PROJECT: f"{version(PROJECT)}, code {code.hexdigest()[:12]}", "Python": platform.python_version()}
    return own | {name: version(name) for name in PACKAGES}
