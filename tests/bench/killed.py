"""Builds killed at random moments: how many leave the last report, or the new one, whole. `python killed.py 20 [SEED]`.

Each build adds an article to a report that stands. It is killed (as by `kill -9`) after a random part of the time that
such a build takes. What lies in the folder then is compared with both reports, before any other command; then `check`
has to pass, the processes of the build have to have ended, and a build run to its end has to give the new report.
"""

import random
import shutil
import signal
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil

ROOT = Path(__file__).parents[2]
ARTICLES = (
    "Trade between Kenya and Uganda reached $ 1 billion in 2021, Ms Wanjiru said.\n",
    "Kenya and Uganda agreed to fight terrorism. Their trade was $ 900 million in 2021, Mr Okello said.\n",
)
ENDING = 10  # seconds that the processes of a killed build have to end


def command(*arguments: object) -> "subprocess.Popen[bytes]":
    """Return the command line, started."""
    call = [sys.executable, "-m", "analysis", *map(str, arguments)]
    return subprocess.Popen(call, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def files(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of each file of a report by its path; what is hidden in its folder is no part of it."""
    paths = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {name: sha256(path.read_bytes()).hexdigest() for name, path in paths.items() if not name.startswith(".")}


def killed(articles: Path, out: Path, seconds: float) -> bool:
    """Kill a build after some seconds, and return whether it was still at work."""
    build = command("report", articles, "--out", out)
    time.sleep(seconds)
    at_work = build.poll() is None
    children = psutil.Process(build.pid).children(recursive=True) if at_work else []
    build.send_signal(signal.SIGKILL)
    build.wait()
    assert not psutil.wait_procs(children, timeout=ENDING)[1], "a process of the build goes on"
    return at_work


def main(builds: int, seed: int) -> None:
    """Print a line for each build and one for all."""
    moments = random.Random(seed)
    with TemporaryDirectory() as temporary:
        folder = Path(temporary)
        articles, first, out = folder / "articles", folder / "first", folder / "out"
        articles.mkdir()
        (articles / "one.txt").write_text(ARTICLES[0])
        assert command("report", articles, "--out", first).wait() == 0
        (articles / "two.txt").write_text(ARTICLES[1])
        shutil.copytree(first, out)
        begun = time.monotonic()
        assert command("report", articles, "--out", out).wait() == 0
        duration, reports = time.monotonic() - begun, {"the last": files(first), "the new": files(out)}
        whole = 0
        for number in range(1, builds + 1):
            shutil.rmtree(out)
            shutil.copytree(first, out)
            seconds = moments.uniform(0, duration)
            at_work = killed(articles, out, seconds)
            stands = next((name for name, report in reports.items() if files(out) == report), "neither")
            passed = command("check", out).wait() == 0
            whole += stands != "neither" and passed
            ended = "killed" if at_work else "ended before"
            print(
                f"{number}: {ended} at {seconds:.1f} s of {duration:.1f}; {stands} report, check {passed}", flush=True
            )
        assert command("report", articles, "--out", out).wait() == 0
        again = files(out) == reports["the new"] and [path.name for path in folder.glob(".*")] == []
        print(f"{whole} of {builds} whole; the build after them gives the new report: {again}")


if __name__ == "__main__":
    main(int((sys.argv[1:] or ["20"])[0]), int((sys.argv[2:] or ["1"])[0]))
