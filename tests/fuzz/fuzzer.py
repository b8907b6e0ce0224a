"""One fuzzer: `fuzzer.py TARGET SECONDS`. With atheris, inputs that reach new lines of the program are changed further.

Without it, they are made up anew each time. Exit code 0: nothing failed. 1: something did, and is written down.
"""

import hashlib
import os
import sys
import time
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from targets import Target

ROOT = Path(__file__).parents[2]
FOUND = ROOT / "build" / "fuzz"
ATHERIS = ROOT / ".venv-fuzz"


class Run:
    """Checks one input after the other, and keeps count of them and of what fails, each kind of failure once."""

    def __init__(self, name: str, target: "Target", seconds: float) -> None:
        self.name, self.target, self.inputs, self.failures = name, target, 0, set[str]()
        self.ends = time.monotonic() + seconds
        self.last = FOUND / f"{name}.last"

    def check(self, made_up: Any) -> None:
        """Check an input; what fails is written down, and the run goes on."""
        if time.monotonic() > self.ends:
            self.end()
        self.inputs += 1
        content = made_up.encode("utf-8", "surrogatepass") if isinstance(made_up, str) else made_up
        self.last.write_bytes(content)  # for a crash that ends the process
        try:
            self.target.check(made_up)
        except BaseException as error:
            if isinstance(error, KeyboardInterrupt):
                raise
            self.keep(content, error)

    def keep(self, content: bytes, error: BaseException) -> None:
        """Write an input that fails in a new way down, with how."""
        place = traceback.extract_tb(error.__traceback__)[-1]
        kind = f"{type(error).__name__} {Path(place.filename).name}:{place.lineno}"
        if kind in self.failures:
            return
        self.failures.add(kind)
        path = FOUND / f"{self.name}-{hashlib.sha256(content).hexdigest()[:10]}"
        path.write_bytes(content)
        path.with_name(f"{path.name}.log").write_text("".join(traceback.format_exception(error)), encoding="utf-8")
        print(f"{self.name}: {kind}: {error}; the input is {path}", flush=True)

    def end(self) -> None:
        """Say what was done and end the process: atheris never returns."""
        print(f"{self.name}: {self.inputs:,} inputs, {len(self.failures)} kinds of failure", flush=True)
        self.last.unlink(missing_ok=True)
        os._exit(bool(self.failures))


def fuzz(name: str, seconds: float) -> None:
    """Check made-up inputs of a target until the time is over, and exit."""
    FOUND.mkdir(parents=True, exist_ok=True)
    sys.path.append(str(ATHERIS))
    try:
        import atheris
    except ImportError:
        anew(started(name, seconds))
    else:
        with atheris.instrument_imports(include=["analysis"], enable_loader_override=False):
            run = started(name, seconds)
        reaching_on(run, atheris)


def started(name: str, seconds: float) -> Run:
    """Return the run of a target that has taken the kept inputs."""
    from targets import TARGETS

    run = Run(name, TARGETS[name], seconds)
    for seed in run.target.seeds():
        run.check(seed)
    return run


def anew(run: Run) -> None:
    """Check inputs that are made up each for itself, and exit."""
    from hypothesis import HealthCheck, Phase, given, settings

    unending = settings(
        max_examples=10**9,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    unending(given(run.target.inputs)(run.check))()
    run.end()


def reaching_on(run: Run, atheris: Any) -> None:
    """Check inputs that are made of those that reached new lines, also in earlier runs, and exit."""
    from hypothesis import given

    reached = FOUND / "reached" / run.name
    reached.mkdir(parents=True, exist_ok=True)
    options = [
        "-max_len=20000",
        "-timeout=600",
        "-len_control=0",
        "-rss_limit_mb=4096",
        "-verbosity=0",
        "-print_final_stats=0",
    ]
    atheris.Setup([sys.argv[0], *options, str(reached)], given(run.target.inputs)(run.check).hypothesis.fuzz_one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    fuzz(sys.argv[1], float(sys.argv[2]))
