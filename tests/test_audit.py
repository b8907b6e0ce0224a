"""`make audit` tells what was checked from what was not."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).with_name("audit.py")
SOUND = {"name": "kite", "version": "1.2", "vulns": []}
FAULTY = {"name": "rope", "version": "0.9", "vulns": [{"id": "PYSEC-2031-7", "fix_versions": ["1.0"]}]}
UNLISTED = {"name": "reel", "version": "3", "skip_reason": "Dependency not found on PyPI"}


def audit(folder: Path, answer: str, error: str = "", code: int = 0) -> tuple[int, str]:
    """Return exit code and words where pip-audit answers so."""
    (folder / "answer").write_text(answer, encoding="utf-8")
    (folder / "error").write_text(error, encoding="utf-8")
    stand_in = folder / "pip-audit"
    stand_in.write_text(f"#!/bin/sh\ncat '{folder}/answer'; cat '{folder}/error' >&2; exit {code}\n", encoding="utf-8")
    stand_in.chmod(0o755)
    run = subprocess.run([sys.executable, SCRIPT, stand_in], capture_output=True, text=True, check=False)
    return run.returncode, run.stdout + run.stderr


@pytest.mark.parametrize(
    ("packages", "code", "lines"),
    [
        ([SOUND], 0, ["1 packages checked, no known faults"]),
        ([SOUND, FAULTY], 1, ["2 packages checked, 1 known fault", "rope 0.9: PYSEC-2031-7, mended in 1.0"]),
        (
            [SOUND, UNLISTED],
            2,
            ["1 packages checked, no known faults", "Not checked, since pypi.org does not list them: reel"],
        ),
    ],
)
def test_what_is_known_and_what_was_not_checked_are_named(tmp_path, packages, code, lines):
    assert audit(tmp_path, json.dumps({"dependencies": packages})) == (code, "\n".join(lines) + "\n")


@pytest.mark.parametrize(
    ("answer", "error", "exit_code", "why"),
    [
        ("", "Traceback\nConnectionError: pypi.org", 1, "ConnectionError: pypi.org"),
        (json.dumps({"dependencies": [UNLISTED]}), "No known vulnerabilities found", 0, "no answer"),
    ],
)
def test_without_the_web_one_line_says_that_nothing_was_checked(tmp_path, answer, error, exit_code, why):
    code, words = audit(tmp_path, answer, error, exit_code)
    assert code == 2
    assert words == f"Nothing was checked: the advisories of pypi.org cannot be reached ({why})\n"
