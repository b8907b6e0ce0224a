"""Runs the fuzzers for a while: `make fuzz MINUTES=10 ARGS="articles pdf"`. What fails is written to build/fuzz/."""

import argparse
import subprocess
import sys
from pathlib import Path

from fuzzer import ATHERIS, FOUND
from targets import TARGETS

GRACE = 120  # seconds after which a fuzzer that does not end by itself is ended
FUZZER = Path(__file__).with_name("fuzzer.py")


def main() -> None:
    """Run each target in a process of its own, and say how many inputs it took and what failed."""
    arguments = parsed()
    if not has_atheris():
        print(
            "atheris is not there for this system and Python: inputs are made up whatever lines they reach", flush=True
        )
    names = arguments.targets or list(TARGETS)
    failed = [name for name in names if not ran(name, arguments.minutes / len(names) * 60)]
    if failed:
        sys.exit(f"failed: {', '.join(failed)}; the inputs are in {FOUND}")


def parsed() -> argparse.Namespace:
    """Return what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=f"all, or some of {', '.join(TARGETS)}")
    parser.add_argument("--minutes", type=float, default=10, help="for all of them together")
    arguments = parser.parse_args()
    if unknown := [name for name in arguments.targets if name not in TARGETS]:
        parser.error(f"no target {', '.join(unknown)}; there is {', '.join(TARGETS)}")
    return arguments


def has_atheris() -> bool:
    """Return whether atheris is installed and runs here."""
    code = "import sys; sys.path.append(sys.argv[1]); import atheris"
    return subprocess.run([sys.executable, "-c", code, ATHERIS], capture_output=True, check=False).returncode == 0


def ran(name: str, seconds: float) -> bool:
    """Fuzz a target in a process of its own, which a crash of a library ends alone; return whether all went well."""
    FOUND.mkdir(parents=True, exist_ok=True)
    said = (FOUND / f"{name}.log").open("w", encoding="utf-8")
    command = [sys.executable, FUZZER, name, str(seconds)]
    try:
        run = subprocess.run(command, stderr=said, timeout=seconds + GRACE, check=False)
    except subprocess.TimeoutExpired:
        print(f"{name}: does not end; the input is {FOUND / name}.last", flush=True)
        return False
    if run.returncode not in (0, 1):
        print(f"{name}: ended with {run.returncode}; see {FOUND / name}.log, the input is {name}.last", flush=True)
    return run.returncode == 0


if __name__ == "__main__":
    main()
