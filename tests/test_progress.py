import os
import pty
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from analysis.progress import progress

ARTICLE = "Trade between Kenya and Uganda reached $ {} billion in 2021, Ms Wanjiru said.\n"


def test_where_nobody_watches_the_items_are_given_as_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    items = ["tea", "copper"]
    assert progress(items, "reading") is items
    assert capsys.readouterr() == ("", "")


def test_on_a_terminal_each_stage_has_a_bar_with_articles_a_second(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    for number in range(5):
        (tmp_path / "articles" / f"{number}.txt").write_text(ARTICLE.format(number + 1))
    call = [sys.executable, "-m", "analysis", "extract", str(tmp_path / "articles"), "--out", str(tmp_path / "out")]
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 120))
    with subprocess.Popen(call, stdout=theirs, stderr=theirs) as process:
        os.close(theirs)
        shown = said(ours)
    assert process.returncode == 0
    for stage in ("reading", "cleaning", "finding", "texts"):
        bars = [bar for bar in shown.split("\r") if bar.startswith(stage)]
        assert any("articles/s" in bar for bar in bars), (stage, shown)


def said(terminal: int) -> str:
    """Return all that is printed on a terminal until the program there ends."""
    parts = []
    try:
        while part := os.read(terminal, 4096):
            parts.append(part)
    except OSError:  # how Linux says that nobody writes there any more
        pass
    os.close(terminal)
    return b"".join(parts).decode("utf-8", "replace")
