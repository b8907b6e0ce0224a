"""Every PDF is sound and, by veraPDF, keeps to the standards for readers who cannot see it and for archives."""

import matplotlib.pyplot as plt
import pytest

STANDARDS = {"ua1": "PDF/UA-1", "3a": "PDF/A-3a"}


@pytest.fixture(scope="module")
def checked(verdicts, report):
    return verdicts(report)


@pytest.mark.parametrize("standard", STANDARDS, ids=STANDARDS.values())
def test_the_report_keeps_to_the_standard(checked, standard):
    assert checked["report.pdf", standard] == []


@pytest.mark.parametrize("standard", STANDARDS, ids=STANDARDS.values())
def test_each_brief_keeps_to_the_standard(checked, report, standard):
    briefs = [f"countries/{path.name}" for path in (report / "countries").glob("*.pdf")]
    assert len(briefs) > 10
    assert {name: checked[name, standard] for name in briefs} == dict.fromkeys(briefs, [])


def test_a_pdf_without_tags_would_fail_both(tmp_path, verdicts):
    """A control: the validator does look."""
    chart = plt.figure()
    chart.savefig(tmp_path / "chart.pdf")
    plt.close(chart)
    assert all(verdicts(tmp_path)["chart.pdf", standard] for standard in STANDARDS)


@pytest.fixture(scope="session")
def qpdf(tool):
    return tool("qpdf")


def test_every_pdf_is_sound(qpdf, report, run):
    checks = {path.name: run(qpdf, "--check", "--warning-exit-0", path) for path in report.rglob("*.pdf")}
    assert len(checks) > 10
    assert {name: check.stdout for name, check in checks.items() if "No syntax or stream" not in check.stdout} == {}
