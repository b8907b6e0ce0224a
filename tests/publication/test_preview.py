"""The pictures of the README: pages of the built report, small, and the same each time."""

import shutil
import sys
from pathlib import Path

import pytest
from PIL import Image

PREVIEW = Path(__file__).with_name("preview.py")


@pytest.fixture(scope="module")
def pictures(browse, report, run, tmp_path_factory):
    """Return the pictures by name, made twice; that there is a browser is seen to by `browse`."""
    folder = tmp_path_factory.mktemp("preview") / "report"
    shutil.copytree(report, folder)
    times = []
    for _ in range(2):
        made = run(sys.executable, PREVIEW, folder)
        assert made.returncode == 0, made.stderr
        times.append({path.name: path.read_bytes() for path in sorted(folder.glob("*.png"))})
    return folder, times


def test_there_are_pictures_of_pages_and_of_the_screen(pictures):
    assert list(pictures[1][0]) == ["preview-brief.png", "preview-trade.png", "preview-web.png", "preview.png"]


def test_pictures_are_the_same_each_time(pictures):
    first, second = pictures[1]
    assert first == second


def test_pictures_are_as_wide_as_the_readme_and_small(pictures):
    folder, _ = pictures
    for path in folder.glob("*.png"):
        with Image.open(path) as picture:
            assert picture.width == 900
        assert path.stat().st_size < 200_000
