"""Every web page can be used by anybody, on a desk and on a phone, by day and by night, and asks nothing of the web."""

import pytest

PAGES = ("report.html", "index.html", "countries/kazakhstan.html", "countries/russia.html")
SETTINGS = [(colours, width) for colours in ("light", "dark") for width in ("desktop", "phone")]

WRONG = """<!doctype html>
<html><head><title>Wrong</title></head><body>
<img src="http://127.0.0.1:8123/chart.png"><p style="width: 3000px">Too wide</p><p style="color: #ddd">Too pale</p>
<script>alert("called"); missing()</script>
</body></html>
"""


@pytest.fixture(scope="module")
def seen(browse, report):
    """Return what a browser saw of each page, by its name."""
    return dict(zip(PAGES, browse("look", *(report / page for page in PAGES)), strict=True))


@pytest.fixture(scope="module")
def wrong(tmp_path_factory):
    """Return a page with all that the others may not have: a control."""
    page = tmp_path_factory.mktemp("control") / "wrong.html"
    page.write_text(WRONG)
    return page


@pytest.mark.parametrize("page", PAGES)
def test_axe_finds_no_violation_by_day_and_night_on_desk_and_phone(seen, page):
    looks = seen[page]["looks"]
    assert {(look["colours"], look["width"]): look["violations"] for look in looks} == dict.fromkeys(SETTINGS, [])
    assert all(look["rules"] > 20 for look in looks)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_never_scrolls_sideways(seen, page):
    assert [look["wider"] for look in seen[page]["looks"]] == [0] * len(SETTINGS)


@pytest.mark.parametrize("page", PAGES)
def test_no_script_fails_and_the_browser_warns_of_nothing(seen, page):
    assert seen[page]["errors"] == []


@pytest.mark.parametrize("page", PAGES)
def test_a_page_asks_for_nothing_but_itself(seen, page):
    assert seen[page]["requests"] == []


@pytest.mark.parametrize("page", PAGES)
def test_a_page_would_ask_for_nothing_even_without_its_policy(seen, page):
    assert seen[page]["unguarded"] == []


def test_all_of_this_would_be_seen(browse, wrong):
    (seen,) = browse("look", wrong)
    for look in seen["looks"]:
        assert {"image-alt", "color-contrast"} <= {violation.split()[0] for violation in look["violations"]}
        assert look["wider"] > 0
    assert {"dialog: called", "ReferenceError: missing is not defined"} <= set(seen["errors"])
    assert seen["requests"] == seen["unguarded"] == ["http://127.0.0.1:8123/chart.png"]


@pytest.fixture(scope="module")
def markup(node, report):
    return node("markup", *(report / page for page in PAGES))


@pytest.mark.parametrize("page", PAGES)
def test_the_markup_is_valid(markup, report, page):
    assert markup[str(report / page)] == []


def test_wrong_markup_would_be_seen(node, wrong):
    assert any(fault.startswith("wcag/h37") for fault in node("markup", wrong)[str(wrong)])
