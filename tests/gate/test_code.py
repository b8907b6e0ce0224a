from pathlib import Path

import pytest

from analysis import gate
from analysis.gate import code


def test_no_number_is_typed_into_the_code_that_makes_words_and_charts() -> None:
    assert len(code.modules()) > 50
    assert code.faults() == ()


def test_a_typed_number_would_be_seen(tmp_path: Path) -> None:
    module = tmp_path / "made_up.py"
    module.write_text('CAPTION = "<h3>Trade of 27 bn</h3>"\nROW = f"{1:.2f} of 5 articles"\nKIND = "<h3>Trade</h3>"\n')
    assert list(code.typed(module)) == ["<h3>Trade of 27 bn</h3>", " of 5 articles"]


def test_a_report_made_by_code_with_a_typed_number_does_not_pass(
    report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = tmp_path / "analysis" / "charts" / "trade.py"
    module.parent.mkdir(parents=True)
    module.write_text('CAPTION = "Trade was $99 bn. No line joins the marks."\n')
    monkeypatch.setattr(code, "ANALYSIS", tmp_path / "analysis")
    code.faults.cache_clear()
    told = "analysis/charts/trade.py: “Trade was $99 bn. No line joins the marks.” has a number typed into it"
    assert any(fault.startswith(told) for fault in gate.faults(report))
    code.faults.cache_clear()
