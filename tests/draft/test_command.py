import subprocess
import sys
from pathlib import Path


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "analysis", "new", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_command_says_what_it_found_and_what_comes_next(folder: Path) -> None:
    (folder / "empty.txt").write_text("")
    done = run(folder)
    assert done.returncode == 1  # done, but a file could not be read
    assert done.stderr.splitlines() == [line for line in done.stderr.splitlines() if line.startswith("empty.txt: ")]
    assert done.stdout.splitlines()[:2] == [
        "6 articles read, among them 1 copy",
        "5 countries named, most often Kenya (4), Uganda (2), Ethiopia (1), Rwanda (1) and Tanzania (1)",
    ]
    assert "make report" in done.stdout


def test_the_command_refuses_in_one_line_where_both_files_stand(folder: Path) -> None:
    assert run(folder).returncode == 0
    again = run(folder)
    assert (again.returncode, again.stdout, again.stderr.count("\n")) == (2, "", 1)
    assert "stand here already" in again.stderr
