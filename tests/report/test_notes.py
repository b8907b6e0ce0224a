from bs4 import BeautifulSoup

from analysis.report import page

CHART = '<figure class="chart" id="chart-{0}"><p class="chart-title">Trade</p><div class="plot">{1}</div></figure>'
MARK = '<span class="mark"><a href="#e-27" aria-label="27 bn"></a></span>'
EVIDENCE = '<article class="evidence" id="e-27"><span class="backlinks" data-for="e-27"></span></article>'


def soup(**chapters: str) -> BeautifulSoup:
    return BeautifulSoup(page.joined(chapters).main, "html.parser")


def test_evidence_is_numbered_in_its_order_and_citations_say_the_number() -> None:
    cites = '<a class="cite" href="#s-1">terror</a> and <a class="cite" href="#e-27">$27 bn</a>'
    rows = "<tr><th>$27 bn</th><td>2021</td></tr><tr><td><p>It reached $27 billion.</p></td></tr>"
    text = soup(
        overview=f"<h1>Overview</h1><p>{cites}</p>{CHART.format('a', MARK)}",
        evidence=f'<h1>Evidence</h1><table><tbody class="evidence" id="e-27">{rows}</tbody></table>'
        '<div class="sentence" id="s-1"><p>They fight terror.</p><p>Shown in</p></div>',
    )
    assert [link.get_text() for link in text.select("a.cite")] == ["terror2", "$27 bn1"]
    assert [(number.parent.name, number.parent.get_text()) for number in text.select(".note-number")] == [
        ("th", "1$27 bn"),
        ("p", "2They fight terror."),
    ]
    assert text.select(".mark sup") == []


def test_a_figure_inside_the_sentence_of_a_brief_has_a_number_of_its_own() -> None:
    inside = '<li><span class="evidence" id="e-1"><b>$27 bn</b> Trade</span></li>'
    text = soup(brief=f'<h1>Russia</h1><div class="sentence" id="s-1"><p>It reached $27 bn.</p><ul>{inside}</ul></div>')
    assert [number.parent.get_text() for number in text.select(".note-number")] == [
        "1It reached $27 bn.",
        "2$27 bn Trade",
    ]


def test_titles_and_scope_are_told_without_the_numbers_of_notes() -> None:
    cite = '<a class="cite" href="#e-27">$27 bn</a>'
    made = page.joined({"a": f'<h1>Trade of {cite}</h1><h2>All of {cite}</h2><p class="scope">{cite}.</p>{EVIDENCE}'})
    assert made.scope == "$27 bn."
    assert [(entry.title, [part.title for part in entry.sections]) for entry in made.contents] == [
        ("Trade of $27 bn", ["All of $27 bn"])
    ]


def test_a_link_to_a_chart_or_table_says_its_number_and_print_knows_the_page_of_every_link() -> None:
    text = soup(
        overview='<h1>Overview</h1><p>See <a href="#chart-b">the chart</a> and <a href="#method">the method</a>.</p>',
        trade=f"<h1>Trade</h1>{CHART.format('a', '')}{CHART.format('b', MARK)}{EVIDENCE}",
        method="<h1>Method</h1>",
    )
    references = [(one.parent.get_text(), one["data-to"]) for one in text.select(".reference-to")]
    assert references == [("the chartChart 2", "#chart-b"), ("the method", "#method")]


def test_a_remark_on_a_chart_that_is_not_drawn_is_left_out() -> None:
    chart, table = '<a href="#chart-trade">the chart</a>', '<a href="#table-trade">the table</a>'
    text = soup(overview=f"<h1>Overview</h1><p>They differ.</p><p>See {chart} and {table}.</p>")
    assert [words.get_text() for words in text.find_all("p")] == ["They differ."]
