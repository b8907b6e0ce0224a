from collections.abc import Callable
from pathlib import Path

import pytest

from analysis import gate
from analysis.report import chapters

Spoilt = Callable[..., list[str]]
Built = Callable[..., Path]

FINDING = "Overview, Findings: "


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (">more than $27 bn<", ">more than $28 bn<", "“more than $28 bn” stands where the tables give “more"),
        (">more than $27 bn<", ">$27 bn<", "“$27 bn” stands where the tables give “more than $27 bn”"),
        (">more than $27 bn<", ">more than €27 bn<", "“more than €27 bn” stands where the tables give"),
        (">more than $27 bn<", ">more than $27 mn<", "“more than $27 mn” stands where the tables give"),
        ("Terrorism in 1 of 2 articles", "Terrorism in 1 of ٣ articles", "Terrorism in 1 of ٣ articles."),
        ("<b>Who speaks.</b>", '<b style="display: none" style>Who speaks.</b>', 'style="display: none"” stands'),
        ('<a class="cite"', '<a class="cite" href="https://example.org/"', "https://example.org/ #e-"),
        ("<b>Who speaks.</b>", "<b hidden>Who speaks.</b>", 'hidden=""” stands where the tables give nothing'),
        ("<b>Who speaks.</b>", "<template>Who speaks.</template>", "“<template>” stands where the tables give “<b>”"),
        ("<b>Who speaks.</b>", "<b>Who speaks.</b><!-- 27 -->", "“27” stands where the tables give nothing"),
        ('<ol class="findings">', '<ol class="findings" start="27">', 'start="27"” stands where'),
        ("<b>Who speaks.</b>", '<b class="number">27 bn</b> <b>Who speaks.</b>', "27 bn"),
        ("<b>Who speaks.</b>", '<b class="backlinks">27 bn</b> <b>Who speaks.</b>', "27 bn"),
        ("<b>Who speaks.</b>", '<b class="table-wrap" title="27 bn">Who speaks.</b>', "27 bn"),
    ],
    ids=[
        "digit", "qualifier", "currency", "unit", "other digits",
        "hidden by the first of two", "a link by the first of two", "hidden", "template", "comment", "list number",
        "as the number of a chart", "as links back", "as a box",
    ],
)  # fmt: skip
def test_prose_that_its_tables_do_not_give_is_named(spoilt: Spoilt, old: str, new: str, fault: str) -> None:
    found = spoilt(old, new)
    assert any(line.startswith("report.html: Overview") and fault in line for line in found)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('&gt; $27 bn<sup class="note">1</sup></a></th>', '&gt; $28 bn<sup class="note">1</sup></a></th>'),
        ('&gt; $27 bn<sup class="note">1</sup></a></th>', '$27 bn<sup class="note">1</sup></a></th>'),
        ('<td style="text-align: left">2021</td>', '<td style="text-align: left">2022</td>'),
        ("Amounts of trade</caption>", "Amounts of trade in 27 years</caption>"),
    ],
)
def test_a_table_that_its_tables_do_not_give_is_named_by_its_number(spoilt: Spoilt, old: str, new: str) -> None:
    found = spoilt(old, new)
    assert any(line.startswith("report.html: Trade, Table 2: “") for line in found)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("<figcaption>Two amounts", "<figcaption>27 amounts", "27 amounts for 2021"),
        (">2021</text>", ">2022</text>", "“2022” stands where the tables give “2021”"),
        (">2021</text>", ">20<tspan>22</tspan></text>", "“20 <tspan> 22” stands where the tables give “2021”"),
        (">2021</text>", ' display="none">2021</text>', 'display="none"'),
        ("of 2 articles, 2 without", "of 3 articles, 2 without", "2 of 3 articles"),
        ('aria-label="Trade between Russia and Kazakhstan was $ 20', 'aria-label="Trade was $ 30', "Trade was $ 30"),
        ('title="Trade between Russia and Kazakhstan was $ 20', 'title="Trade was $ 30', "Trade was $ 30"),
        ('class="mark" style="left:51.09%', 'class="mark" style="left:71.09%', "is not where the tables put it"),
    ],
    ids=["caption", "label", "label in parts", "hidden", "subtitle", "link label", "link title", "place of a link"],
)
def test_a_chart_that_its_tables_do_not_give_is_named_by_its_number(
    spoilt: Spoilt, old: str, new: str, fault: str
) -> None:
    found = spoilt(old, new)
    assert any(line.startswith("report.html: Trade, Chart 1: ") and fault in line for line in found)


def test_a_line_of_a_drawing_that_runs_elsewhere_is_noticed(report: Path) -> None:
    page = report / "report.html"
    head, _, drawing = page.read_text().partition("<svg")
    x, _, rest = drawing.partition('<use xlink:href="')[2].partition(' x="')
    whole, _, end = rest.partition(".")
    page.write_text(f'{head}<svg{drawing.partition("<use ")[0]}<use xlink:href="{x} x="{int(whole) + 9}.{end}')
    assert [line for line in gate.faults(report) if "the drawing" in line]


def test_a_whole_drawing_typed_into_a_notebook_is_not_let_through(spoilt: Spoilt) -> None:
    (fault,) = spoilt("<p>Nothing is deflated.</p>", '<p><svg viewBox="a"><path d="M"/></svg></p>')[:1]
    assert fault.startswith("report.html: Trade: <svg> shows what cannot be checked")


@pytest.mark.parametrize(
    "prose",
    [
        "Trade reached 27 billion dollars.",
        "Trade reached twenty-seven billion dollars.",
        "Trade rose by ten percent.",
        "Trade rose by ٣ percent.",
        "Trade grew by 10² dollars.",
        "# 27 bn",
        "#27 bn",
        "27. Trade",
        'Trade <b title="27 bn">grew</b>.',
        "Trade <!-- 27 bn --> grew.",
        '<p class="number">27 bn</p>',
        '<p class="backlinks">27 bn</p>',
        '<nav class="contents">27 bn</nav>',
        '<header class="cover">27 bn</header>',
        '<p class="table-wrap" aria-label="27 bn">Trade</p>',
        '<p data-number="27 bn"><span class="number">27 bn</span></p>',
        '<ol start="27"><li>Trade</li></ol>',
        '<style>p::after { content: "27 bn" }</style>',
        "<template>27 bn</template>",
        '<img alt="Trade" src="data:image/png;base64,iVBO">',
        '<meter value="27">Trade</meter>',
        "| Trade | Sum |\n|---|---|\n| all | 27 bn |",
        "    trade = 27",
    ],
)
def test_a_number_typed_into_the_prose_of_a_notebook_is_named_with_its_chapter(spoilt: Spoilt, prose: str) -> None:
    found = spoilt("<p>Nothing is deflated.</p>", chapters.prose(prose))
    assert any(line.startswith("report.html: Trade") for line in found)


@pytest.mark.parametrize(
    "prose",
    [
        "Every amount is nominal, one beside the other.",
        "Trade doubled. <!-- not yet -->",
        "- one\n- two",
        "`data/texts`",
    ],
)
def test_prose_without_a_number_is_let_through(spoilt: Spoilt, prose: str) -> None:
    assert spoilt("<p>Nothing is deflated.</p>", chapters.prose(prose)) == []


def test_a_typed_citation_is_let_through_in_the_words_of_its_figure(built: Built) -> None:
    words = 'Trade reached <a class="cite" href="#e-e865b0df78">{}</a>.'
    right, wrong = words.format("&gt; $27 bn"), words.format("$27 bn")
    (fault,) = gate.of_pages(built(right, wrong))
    assert fault == "report.html: Overview, Findings: “$27 bn” cites > $27 bn: “more than $ 27 billion”"


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ("os.system", "there is no public function os.system"),
        ("prose.__init__", "there is no public function prose.__init__"),
        ("prose.markup", "there is no public function prose.markup"),
        ("charts.Chart", "there is no public function charts.Chart"),
        ("charts.__getattr__", "there is no public function charts.__getattr__"),
        ("prose", "there is no public function prose"),
        ("prose.brief_title", "prose.brief_title lacks a further argument"),
    ],
)
def test_a_name_that_is_not_public_is_refused_and_never_called(
    spoilt: Spoilt, monkeypatch: pytest.MonkeyPatch, given: str, fault: str
) -> None:
    monkeypatch.setattr("os.system", lambda *_: pytest.fail("called"))
    found = spoilt('data-made="prose.scope"', f'data-made="{given}" data-from="x" title="touch here"')
    assert any(fault in line for line in found)


@pytest.mark.parametrize("given", ["[", "5", '["XXX"]', '["KAZ", "UZB"]'])
def test_further_arguments_that_do_not_fit_are_a_fault(spoilt: Spoilt, given: str) -> None:
    assert spoilt('data-made="prose.scope"', f"data-made=\"prose.scope\" data-with='{given}'")


def test_a_block_inside_another_is_not_part_of_it(spoilt: Spoilt) -> None:
    inner = '<p class="chart-empty" data-from="articles figures" data-made="charts.timeline">No article has a date.</p>'
    assert spoilt("<b>Who speaks.</b>", inner + "<b>Who speaks.</b>")


def test_a_block_that_stands_twice_gives_its_names_twice(report: Path) -> None:
    page = report / "report.html"
    text = page.read_text()
    start = text.index('<div class="words mathjax_ignore" data-from="figures articles" data-made="prose.trade">')
    block = text[start : text.index("<p>Nothing is deflated.")]
    page.write_text(text.replace(block, block + block))
    assert any("the name “table-trade” stands 2 times" in line for line in gate.faults(report))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('<section class="chapter" id="overview">', '<section class="chapter" id="overview" title="Trade was $28 bn">'),
        ('<section class="chapter" id="overview">', '<section class="chapter" id="overview" style="display:none">'),
        ("<p>Nothing is deflated.</p>", "<p style=\"list-style-type:'28 bn'\">Nothing is deflated.</p>"),
        ("<p>Nothing is deflated.</p>", "<p hidden>Nothing is deflated.</p>"),
    ],
    ids=["title of a chapter", "hidden chapter", "style", "hidden"],
)
def test_words_that_nobody_computed_have_no_style_and_no_label_of_their_own(spoilt: Spoilt, old: str, new: str) -> None:
    assert any("is typed: cite a figure" in line or "a style of its own" in line for line in spoilt(old, new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("L ", "l "),
        ('xlink:href="#', 'xlink:href="#no-'),
        ('clip-path="url(#', 'clip-path="url(#no-'),
    ],
    ids=["lines", "marks", "clips"],
)
def test_a_drawing_with_other_shapes_is_named(spoilt: Spoilt, old: str, new: str) -> None:
    assert any(", Chart 1: “" in line for line in spoilt(old, new))
