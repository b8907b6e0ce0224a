"""What is publicly known to be unsafe in the packages of requirements.lock, asked of pip-audit.

Exit code 0: all were looked up, nothing is known. 1: something is. 2: some, or all, could not be looked up.
"""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence

Audited = Sequence[Mapping[str, object]]


def main(pip_audit: str, lock: str = "requirements.lock") -> None:
    """Print what pip-audit finds for a lock, and exit with the code for it."""
    # The lock names every package with its hashes, so that nothing has to be resolved or downloaded.
    command = [pip_audit, "-r", lock, "--disable-pip", "--format", "json", "--progress-spinner", "off"]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    # With an exit code of 0 its last words are that nothing is known, also where it looked nothing up.
    error = (run.stderr.strip().splitlines() or ["no answer"])[-1] if run.returncode else "no answer"
    lines, code = verdict(audited(run.stdout), error)
    print("\n".join(lines), file=sys.stderr if code else sys.stdout)
    sys.exit(code)


def audited(answer: str) -> Audited:
    """Return the packages of pip-audit's answer, none where it gave up."""
    try:
        packages: Audited = json.loads(answer)["dependencies"]
    except ValueError:
        return []
    return packages


def verdict(packages: Audited, error: str) -> tuple[list[str], int]:
    """Return the lines that say what was found, and the exit code."""
    looked_up = [one for one in packages if "skip_reason" not in one]
    skipped = [str(one["name"]) for one in packages if "skip_reason" in one]
    known = [f"{one['name']} {one['version']}: {fault_line(fault)}" for one in looked_up for fault in one["vulns"]]
    if not looked_up:
        return [f"Nothing was checked: the advisories of pypi.org cannot be reached ({error[:200]})"], 2
    checked = f"{len(looked_up)} packages checked, {len(known) or 'no'} known fault{'s' * (len(known) != 1)}"
    left_out = [f"Not checked, since pypi.org does not list them: {', '.join(skipped)}"] if skipped else []
    return [checked, *known, *left_out], 1 if known else 2 if skipped else 0


def fault_line(fault: Mapping[str, object]) -> str:
    """Return a fault's name and the release that mends it."""
    return f"{fault['id']}, mended in {', '.join(fault['fix_versions']) or 'no release yet'}"


if __name__ == "__main__":
    main(sys.argv[1])
