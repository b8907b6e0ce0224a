import json
import sys
from importlib.abc import MetaPathFinder
from pathlib import Path

import pytest

from analysis.report import press


class WithoutPango(MetaPathFinder):
    """What Python meets on a system without pango."""

    def find_spec(self, name: str, *_: object) -> None:
        if name == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0'")


def test_without_pango_there_is_no_pdf_and_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.split(".")[0] == "weasyprint"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [WithoutPango(), *sys.meta_path])
    assert press.answer(json.dumps([str(tmp_path / "a.pdf"), "<p>Report</p>"])) is False
    assert list(tmp_path.iterdir()) == []


def test_a_document_that_fails_is_answered_with_the_reason(tmp_path: Path) -> None:
    reason = press.answer(json.dumps([str(tmp_path / "missing" / "a.pdf"), "<p>Report</p>"]))
    assert str(reason).startswith("FileNotFoundError: ")
