"""The commands a reader types. A stand-in for Python notes its arguments, so that only the part of make is tested."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from analysis.report.pdf import PANGO_MISSING

ROOT = Path(__file__).parents[1]
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TARGETS = re.search(r"^\.PHONY: (.+)$", MAKEFILE, re.M)[1].split()


def make(*arguments: str, folder: Path, path: str | None = None) -> subprocess.CompletedProcess[str]:
    """Return the run of make in `folder`, unaware of a make or of settings around this test."""
    ours = {
        "CORPUS",
        "OUT",
        "EVAL",
        "START",
        "END",
        "BY",
        "COUNTRY",
        "TOPIC",
        "PYTHON",
        "ARGS",
        "MINUTES",
        "MAKEFLAGS",
        "MAKELEVEL",
        "MFLAGS",
    }
    environment = {name: value for name, value in os.environ.items() if name not in ours}
    environment["PATH"] = path or environment["PATH"]
    return subprocess.run(
        ["make", *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture
def project(tmp_path):
    """Return a folder with the Makefile and what it looks at, and nothing set up yet."""
    for name in ("Makefile", "requirements.lock", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    (tmp_path / "analysis").mkdir()
    return tmp_path


@pytest.fixture
def ready(project):
    """Return the folder set up, with a stand-in for Python: it notes its arguments, one a line, and exits as told."""
    python = project / ".venv/bin/python"
    python.parent.mkdir(parents=True)
    python.write_text('#!/bin/sh\nprintf "%s\\n" "$@" > arguments\nexit $(cat exit_code)\n', encoding="utf-8")
    python.chmod(0o755)
    (project / "exit_code").write_text("0", encoding="utf-8")
    for stamp in ("locked", "installed", "compiled", "pango"):
        (project / ".venv" / stamp).touch()
    return project


def test_bare_make_lists_every_command_with_a_line():
    listed = make(folder=ROOT).stdout.splitlines()
    assert {line.split()[1] for line in listed if len(line.split()) > 3} == set(TARGETS)
    assert len(listed) == len(TARGETS)


@pytest.mark.parametrize(
    ("settings", "arguments"),
    [
        ([], ["seeds", "--out", "reports"]),
        (["CORPUS=my articles", "OUT=Bob's report"], ["my articles", "--out", "Bob's report"]),
        (["START=2018", "END=2025"], ["seeds", "--out", "reports", "--start", "2018", "--end", "2025"]),
        (["COUNTRY=KAZ UZB"], ["seeds", "--out", "reports", "--country", "KAZ", "--country", "UZB"]),
        (["START=2021", "BY=spoken"], ["seeds", "--out", "reports", "--start", "2021", "--by", "spoken"]),
        (["TOPIC=energy trade"], ["seeds", "--out", "reports", "--topic", "energy", "--topic", "trade"]),
    ],
)
def test_report_hands_its_settings_on(ready, settings, arguments):
    assert make("report", *settings, folder=ready).returncode == 0
    assert (ready / "arguments").read_text(encoding="utf-8").splitlines() == ["-m", "analysis", "report", *arguments]


@pytest.mark.parametrize(("exit_code", "made", "warned"), [("0", True, False), ("1", True, True), ("2", False, False)])
def test_report_takes_something_wrong_with_the_content_as_done_with_a_warning(ready, exit_code, made, warned):
    (ready / "exit_code").write_text(exit_code, encoding="utf-8")
    run = make("report", folder=ready)
    assert (run.returncode == 0) == made
    assert ("warning:" in run.stderr) == warned


@pytest.mark.parametrize(("settings", "folder"), [([], "../shared/eval"), (["EVAL=my sets"], "my sets")])
def test_bench_is_told_where_the_labelled_texts_are(ready, settings, folder):
    (ready / ".venv-bench").mkdir()
    (ready / ".venv-bench/installed").touch()
    assert make("bench", *settings, folder=ready).returncode == 0
    told = (ready / "arguments").read_text(encoding="utf-8").splitlines()
    assert told == ["tests/bench/bench.py", "--eval", folder, "--out", "reports/bench.png"]


def test_fuzzing_is_told_how_long_and_what(ready):
    (ready / ".venv-fuzz").mkdir()
    (ready / ".venv-fuzz/installed").touch()
    assert make("fuzz", "MINUTES=30", "ARGS=articles pdf", folder=ready).returncode == 0
    told = (ready / "arguments").read_text(encoding="utf-8").splitlines()
    assert told == ["tests/fuzz/fuzz.py", "--minutes", "30", "articles", "pdf"]


def test_without_atheris_fuzzing_goes_on_and_says_so(ready):
    (ready / ".venv/bin/python").write_text(
        '#!/bin/sh\n[ "$2" != pip ] || { echo no atheris here >&2; exit 1; }\n', encoding="utf-8"
    )
    run = make("fuzz", folder=ready)
    assert (run.returncode, run.stderr) == (0, "atheris cannot be installed: no atheris here\n")


def test_an_audit_that_cannot_be_installed_says_that_nothing_was_checked(ready):
    (ready / ".venv/bin/python").write_text(
        "#!/bin/sh\nmkdir -p .venv-audit/bin\n"
        "printf '#!/bin/sh\\necho no web >&2; exit 1\\n' > .venv-audit/bin/python; chmod +x .venv-audit/bin/python\n",
        encoding="utf-8",
    )
    run = make("audit", folder=ready)
    assert run.returncode == 2
    assert "Nothing was checked: pip-audit cannot be installed (no web)" in run.stderr
    assert not (ready / ".venv-audit/installed").exists()


def test_preview_is_told_where_the_report_is(ready):
    assert make("preview", "OUT=my report", folder=ready).returncode == 0
    told = (ready / "arguments").read_text(encoding="utf-8").splitlines()
    assert told == ["tests/publication/preview.py", "my report"]


def test_readers_that_cannot_be_installed_are_tried_again_and_stop_nothing(ready):
    pip = ready / ".venv-bench/bin/python"
    (ready / ".venv/bin/python").write_text(
        "#!/bin/sh\n[ $2 = venv ] || exit 0\nmkdir -p .venv-bench/bin\n"
        f"printf '#!/bin/sh\\necho no $6 here >&2; exit 1\\n' > '{pip}'; chmod +x '{pip}'\n",
        encoding="utf-8",
    )
    for _ in range(2):
        assert make("bench", folder=ready).returncode == 0
        assert not (ready / ".venv-bench/installed").exists()
        logs = {path.name: path.read_text(encoding="utf-8") for path in (ready / ".venv-bench").glob("*.log")}
        assert logs == {
            "quantulum3.log": "no quantulum3[classifier] here\n",
            "duckling.log": "no pyduckling-native-phihos here\n",
        }


def test_setting_up_is_done_once(ready):
    assert make("setup", folder=ready).returncode == 0
    assert not (ready / "arguments").exists()


def test_a_change_of_the_code_only_compiles_it(ready):
    (ready / "analysis/new.py").touch()
    os.utime(ready / ".venv/compiled", (0, 0))
    assert make("setup", folder=ready).returncode == 0
    assert (ready / "arguments").read_text(encoding="utf-8").splitlines() == ["-m", "compileall", "-q", "analysis"]


def test_clean_keeps_the_pictures_of_the_readme(ready):
    for name in ("report.html", "data/figures.csv", "preview.png", ".gitkeep"):
        (ready / "reports" / name).parent.mkdir(parents=True, exist_ok=True)
        (ready / "reports" / name).touch()
    (ready / ".venv-bench").mkdir()
    assert make("clean", folder=ready).returncode == 0
    assert not (ready / ".venv-bench").exists()
    assert {path.name for path in (ready / "reports").iterdir()} == {"preview.png", ".gitkeep"}


@pytest.fixture
def bare_path(tmp_path):
    """Return a PATH without uv and Python: only what a recipe calls."""
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in ("awk", "cat", "chmod", "cp", "echo", "env", "find", "make", "mkdir", "rm", "sh", "touch", "uname"):
        (tools / name).symlink_to(shutil.which(name))
    return str(tools)


def stand_in(folder: Path, *, venv_python: str) -> str:
    """Return the path of a Python whose `-m venv .venv` puts the shell script `venv_python` there as Python."""
    (folder / "venv_python").write_text(f"#!/bin/sh\n{venv_python}\n", encoding="utf-8")
    python = folder / "chosen python"
    python.write_text(
        "#!/bin/sh\nmkdir -p .venv/bin && cp venv_python .venv/bin/python && chmod +x .venv/bin/python\n",
        encoding="utf-8",
    )
    python.chmod(0o755)
    return str(python)


def test_an_interrupted_set_up_does_not_count_as_done(project, bare_path):
    python = stand_in(project, venv_python='case "$*" in *pip*) exit 1;; esac')
    assert make("setup", f"PYTHON={python}", folder=project, path=bare_path).returncode != 0
    assert not (project / ".venv/locked").exists()
    stand_in(project, venv_python="exit 0")
    assert make("setup", f"PYTHON={python}", folder=project, path=bare_path).returncode == 0
    assert (project / ".venv/compiled").exists()


def test_without_pango_setting_up_says_each_time_how_to_install_it(project, bare_path):
    python = stand_in(
        project, venv_python='case "$*" in *"import weasyprint"*) exit 1;; *PANGO_MISSING*) echo how;; esac'
    )
    for _ in range(2):
        run = make("setup", f"PYTHON={python}", folder=project, path=bare_path)
        assert (run.returncode, run.stderr) == (0, "how\n")


@pytest.mark.parametrize(
    "system", ["Debian: apt-get install libpango-1.0-0", "Fedora: dnf", "macOS: brew", "conda: conda"]
)
def test_how_to_install_pango_is_said_for_each_system(system):
    assert system in PANGO_MISSING
