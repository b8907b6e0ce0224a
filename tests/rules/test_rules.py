"""The rules by which figures are read, compared, printed and drawn: each holds, and would be missed if it were off."""

import csv
import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from importlib import import_module
from inspect import signature
from pathlib import Path
from typing import Any

import pytest
import yaml

import analysis
from analysis import charts, prose, workbench
from analysis.charts.amounts.statements import amounts as amounts_drawn
from analysis.charts.chart import Chart
from analysis.charts.look import PALETTE
from analysis.figures.settle import inferred_level
from analysis.prose.markup import Html
from analysis.reconcile.points import point
from analysis.reconcile.verdicts import TESTS, of_flows
from analysis.reconcile.worked_out import Derived
from analysis.wording import sizes
from analysis.wording.periods import middle
from analysis.workbench import Corpus

CORPORA = yaml.safe_load(Path(__file__).with_name("corpora.yml").read_text(encoding="utf-8"))
NUMBER = re.compile(r"\d[\d,.]*\d|\d")
CITED = re.compile(r'<a class="cite" href="[^"]+">.*?</a>|<cite>.*?</cite>', re.DOTALL)
EVIDENCE = ("figures", "sentences", "rebuilding")  # whole sentences are quoted here, or versions and digests
# Some are the same for every corpus, or about one country of it.
OF_A_CORPUS = [name for name in prose.__all__ if [*signature(getattr(prose, name)).parameters] == ["corpus"]]


@dataclass(frozen=True)
class Rule:
    """A rule as one of its claims: the corpus that shows it, what then holds, and what in the code makes it hold."""

    corpus: int
    holds: Callable[[Corpus], None]
    module: str
    name: str
    off: Any


def rows(words: Html) -> list[list[str]]:
    """Return the rows of a table under its head."""
    return [line.split(" | ") for line in repr(words).splitlines() if " | " in line][1:]


def page_one(corpus: Corpus) -> str:
    return f"{prose.scope(corpus)!r}\n{prose.findings(corpus)!r}\n{prose.differences(corpus)!r}"


def trade_chart(corpus: Corpus) -> Chart:
    return charts.trade_statements(corpus.figures, corpus.articles, corpus.observations, corpus.conflicts)


def investment_chart(corpus: Corpus) -> Chart:
    return charts.investment_by_definition(corpus.figures, corpus.articles, corpus.observations, corpus.conflicts)


def axes_of(chart: Chart) -> list[Any]:
    return list(chart.figure.axes) if chart.figure else []


def printed(corpus: Corpus, words: str) -> Any:
    """Return the one figure that is printed so."""
    (found,) = (figure for figure in corpus.found.figures if figure.printed == words)
    return found


def derived(corpus: Corpus, words: str) -> Any:
    (found,) = (row for row in corpus.derived.itertuples() if row.printed == words)
    return found


def flags(corpus: Corpus, words: str) -> list[str]:
    (found,) = corpus.observations.loc[corpus.observations["printed"] == words, "flags"]
    return list(found.split("|"))


def verdicts(corpus: Corpus) -> list[str]:
    return sorted(corpus.conflicts["verdict"])


# 1. A figure is printed with its qualifier and in the source's own precision.


def an_amount_has_its_qualifier(corpus: Corpus) -> None:
    assert [row[0] for row in rows(prose.trade(corpus))][:2] == ["> $45 bn", "≈ $9 bn"]


def running_text_says_the_qualifier(corpus: Corpus) -> None:
    assert "is put at more than $45 bn for 2024" in repr(prose.findings(corpus))


def an_amount_has_the_decimals_of_its_source(corpus: Corpus) -> None:
    shown = [row[0].lstrip("≈> ") for row in rows(prose.trade(corpus))]
    assert shown == ["$45 bn", "$9 bn", "$3.0 bn"]


# 2. A flow needs a period; one that was worked out says how, one that was inferred is never shown as stated.


def a_period_that_was_worked_out_says_how(corpus: Corpus) -> None:
    assert "2022 (from “last year”, article of 11 May 2023)" in repr(prose.trade(corpus))


def an_inferred_year_is_never_stated(corpus: Corpus) -> None:
    assert (printed(corpus, "$24.2 bn").period, printed(corpus, "$24.2 bn").period_basis) == ("2021", "inferred")
    assert "year not stated; 2021 if, as the sentence suggests" in repr(prose.trade(corpus))
    assert "period inferred" in flags(corpus, "$24.2 bn")
    assert "period inferred" in derived(corpus, "≈ $12 bn").flags


def an_inferred_year_is_a_ghost_beside_its_place_in_the_lane(corpus: Corpus) -> None:
    chart = trade_chart(corpus)
    assert "$24.2 bn" in chart.alt.partition("Year not stated: ")[2]
    assert "Dashed ring: the amount in the lane" in chart.caption
    ring, lane = sorted(link.x for link in chart.links if link.label.startswith("In five years"))
    assert ring < 0.65 < 0.8 < lane


def a_flow_without_a_period_decides_nothing(corpus: Corpus) -> None:
    assert "period not known" in flags(corpus, "$3 bn")
    assert verdicts(corpus) == ["undetermined"]


# 3. Positions and sums are no flows; amounts of different definition are never joined.


def definitions_are_not_compared(corpus: Corpus) -> None:
    assert verdicts(corpus) == ["different_definition"] * 2
    assert "They do not form a series; neither growth nor decline follows." in page_one(corpus)


def each_definition_has_its_own_panel(corpus: Corpus) -> None:
    chart = investment_chart(corpus)
    assert "by date said" in chart.subtitle
    assert [sum(line.get_marker() == "o" for line in axes.lines) for axes in axes_of(chart)] == [1, 2]
    joining = (line for axes in axes_of(chart) for line in axes.lines if line.get_linestyle() != "None")
    assert not [line for line in joining if len(set(line.get_xdata())) > 1]


def sums_at_two_dates_give_no_growth(corpus: Corpus) -> None:
    assert set(corpus.figures["period"]) >= {"2019", "2021"}
    assert corpus.derived.empty


# 4. Amounts for one thing that lie apart are one card; two reports of one speech are no dispute.


def a_card_has_all_members_with_who_and_when(corpus: Corpus) -> None:
    assert [row[:3] for row in rows(prose.differences(corpus))][:1] == [
        [
            "Trade turnover, 2021; Kazakhstan and Russia",
            "$27 bn [Sadykov, May 2022] · $37.1 bn [Danilov, Oct 2022] · $52 bn [Abenov, Nov 2022]",
            "cannot all be right; the farthest 87 to 99 % apart",
        ]
    ]


def a_card_says_why_it_may_be_so(corpus: Corpus) -> None:
    reasons = rows(prose.differences(corpus))[0][3]
    assert "one digit apart" in reasons
    assert "each side's own records" in reasons


def one_speech_in_two_reports_is_no_dispute(corpus: Corpus) -> None:
    _, members, follows, _ = rows(prose.differences(corpus))[1]
    assert members == "$1.4 bn [Rahimov, Mar 2023] · $1.9 bn [Rahimov, Mar 2023]"
    assert follows.startswith("the articles give different amounts for one statement")
    assert "disagree" not in "".join(spoken(corpus)).lower()


# 5. A worked-out number carries formula, inputs, interval and doubts, and is not mixed with stated ones.


def an_interval_is_rounded_outward(corpus: Corpus) -> None:
    base = derived(corpus, "≈ $21 bn")
    assert (base.low, base.high) == (20.3e9, 21.3e9)
    assert derived(corpus, "at least 6.5 % a year").formula == "$37.1 bn (2021) to > $45 bn (2024)"


def at_least_is_computed_from_the_end_of_the_interval(corpus: Corpus) -> None:
    assert "at least 21 % from $37.1 bn and at least 63 % from $27 bn (computed)" in repr(prose.findings(corpus))


def a_worked_out_number_opens_its_inputs_and_has_its_formula(corpus: Corpus) -> None:
    shown = prose.worked_out(corpus)
    assert ["$27 bn and +30 %", "$27 bn ÷ 1.30"] in [row[3:5] for row in rows(shown)]
    inputs = {one for ids in corpus.derived["figure_ids"] for one in ids.split("|")}
    assert inputs == set(re.findall(r'href="#e-(\w+)"', shown.html)) == set(corpus.figures["figure_id"])


def a_worked_out_number_has_the_doubts_of_its_inputs(corpus: Corpus) -> None:
    grown = corpus.derived[corpus.derived["rule"] == "growth"]
    assert len(grown) == 2
    assert (grown["flags"] == "base in dispute").all()


def what_rests_on_one_side_of_a_dispute_says_so(corpus: Corpus) -> None:
    assert derived(corpus, "≈ $21 bn").flags == "amount in dispute"


def worked_out_numbers_are_not_mixed_with_stated_ones(corpus: Corpus) -> None:
    stated = corpus.observations[corpus.observations["status"] == "stated"]
    assert sorted(stated["printed"]) == sorted(corpus.figures["printed"])
    assert "≈ $21 bn" in set(corpus.derived["printed"])
    assert "$21 bn" not in repr(prose.trade(corpus))


# 6. Amounts are nominal, as stated: no exchange rates.


def two_currencies_are_never_compared(corpus: Corpus) -> None:
    assert [row[0] for row in rows(prose.trade(corpus))] == ["$27 bn", "$20 bn", "€14 bn"]
    assert verdicts(corpus) == []
    assert set(corpus.derived["formula"]) == {"$20 bn (2019) to $27 bn (2021)"}


def one_chart_has_one_currency(corpus: Corpus) -> None:
    chart = trade_chart(corpus)
    assert chart.subtitle.startswith("Billion US dollars")
    assert "Not drawn: 1 amount in EUR." in chart.caption
    assert "€14 bn" not in chart.alt


# 7. A part points at its whole, and is not added to it.


def a_part_points_at_its_whole(corpus: Corpus) -> None:
    assert "part of > 4 m citizens" in repr(prose.others(corpus))
    whole = printed(corpus, "> 4 m citizens").figure_id
    assert printed(corpus, "160,000 citizens").part_of == whole
    assert flags(corpus, "160,000 citizens") == [f"part of o-{whole}"]
    assert derived(corpus, "under 4.2 %").formula == "160,000 citizens of > 4 m citizens"


def a_country_is_a_part_of_its_group(corpus: Corpus) -> None:
    assert verdicts(corpus) == ["part_of_whole"]
    assert "they are not added up" in repr(prose.comparisons(corpus))


# 8. Beside every chart stands what it rests on; shares are counts while there are few stories.


def each_chart_says_what_it_rests_on(corpus: Corpus) -> None:
    drawn = [trade_chart(corpus), investment_chart(corpus), charts.changes(corpus.figures, corpus.articles)]
    assert [chart.subtitle.partition("; ")[2] or chart.subtitle for chart in drawn] == [
        "2 of 3 articles, 2 occasions, 2 speakers",
        "2 of 3 articles, 2 occasions, 2 speakers",
        "1 of 3 articles, 1 occasion, 1 speaker",
    ]
    for chart in (
        charts.topics(corpus.mentions, corpus.articles),
        charts.security(corpus.mentions, corpus.articles),
        charts.timeline(corpus.articles, corpus.figures),
    ):
        assert re.search(r"\b[23] (of 3 )?articles.* occasions", chart.subtitle)


def a_share_of_few_stories_is_a_count(corpus: Corpus) -> None:
    words = repr(prose.findings(corpus))
    assert "Terrorism in 2 of 3 articles." in words
    assert "(67 %)" not in words


def thresholds_are_printed_from_their_constants(corpus: Corpus) -> None:
    shown = {row[0]: row[1] for row in rows(prose.thresholds())}
    assert shown["Some stories"] == f"{sizes.SOME} articles"


# 9. A comparison without a number is a statement, not a number.


def a_comparison_without_a_number_is_a_statement(corpus: Corpus) -> None:
    assert corpus.figures.empty
    words = "“China's investment in Kyrgyzstan exceeds that of Russia”"
    listed = [[kind, said, who] for kind, said, _, who, _ in rows(prose.stated(corpus))]
    assert listed == [["Comparison", words, "Aigul Toktomatova"]]


# 10. Marks: a bound is an open arrow, about a dashed whisker, a worked-out value hollow.


def a_lower_bound_is_an_open_arrow_upward(corpus: Corpus) -> None:
    (axes,) = axes_of(trade_chart(corpus))
    arrows = [text for text in axes.texts if text.arrow_patch is not None]
    assert [arrow.xy[1] for arrow in arrows] == [45]
    # The style names an open head at the far end, where the text would stand: above the amount.
    assert arrows[0].arrowprops["arrowstyle"].startswith("<-,")
    assert arrows[0].get_position()[1] > 0


def about_is_a_dashed_whisker(corpus: Corpus) -> None:
    (axes,) = axes_of(trade_chart(corpus))
    assert [27, 33] in [list(line.get_ydata()) for line in axes.lines if line.get_linestyle() == "--"]


def a_worked_out_value_is_hollow(corpus: Corpus) -> None:
    (axes,) = axes_of(trade_chart(corpus))
    (diamond,) = (line for line in axes.lines if line.get_marker() == "D")
    assert diamond.get_markerfacecolor() == PALETTE["paper"] != diamond.get_markeredgecolor()
    assert "hollow marks are computed" in trade_chart(corpus).caption


def the_axis_names_the_unit_as_stated(corpus: Corpus) -> None:
    assert trade_chart(corpus).subtitle.startswith("Billion US dollars, nominal, as stated, by year spoken of")


# 11. No number in the prose that is neither cited nor computed.


def spoken(corpus: Corpus) -> Iterator[str]:
    """Yield the words of each chapter as HTML."""
    yield from (getattr(prose, name)(corpus).html for name in OF_A_CORPUS if name not in EVIDENCE)


def known_numbers(corpus: Corpus) -> set[str]:
    """Return the numbers that stand in the tables, and how many rows they have."""
    figures, articles, observations = corpus.figures, corpus.articles, corpus.observations
    texts = [*figures["period"], *figures["compared_with"], *observations["printed"], *observations["formula"]]
    texts += [*articles["said_on"], *(str(int(date[8:])) for date in articles["said_on"])]
    texts += [f"{end:.12g}" for name in ("gap_low", "gap_high") for end in corpus.conflicts[name].dropna()]
    texts += [f"{towards(end / 10 + 10) / 10:g}" for end, towards in multiples(corpus.conflicts)]
    ends = (end for name in ("low", "high") for end in corpus.derived[name].dropna())
    texts += [f"{end / size:.12g}" for end in ends for size in (1, 1e9)]
    counted = [*articles["words"], articles["words"].sum(), articles["sentences"].sum(), len(observations)]
    counted += [*corpus.mentions.groupby("taxonomy").size(), len(corpus.mentions), *range(len(figures) + 1)]
    return {number for text in (*texts, *map(str, counted)) for number in NUMBER.findall(text)}


def multiples(conflicts: Any) -> Iterator[tuple[float, Callable[[float], int]]]:
    yield from ((end, math.floor) for end in conflicts["gap_low"].dropna())
    yield from ((end, math.ceil) for end in conflicts["gap_high"].dropna())


def every_number_is_cited_or_computed(corpus: Corpus) -> None:
    words = " ".join(re.sub(r"<[^>]+>", " ", CITED.sub("", chapter)) for chapter in spoken(corpus))
    assert len(NUMBER.findall(words)) > 50
    assert set(NUMBER.findall(words)) - known_numbers(corpus) == set()


# 12. Article text is shown as it is, in upright type; a machine-translated article says so.


def article_text_is_shown_as_it_is(corpus: Corpus) -> None:
    shown = prose.figures(corpus).html + prose.sentences(corpus).html
    assert "Russia &amp; Kazakhstan &lt;b&gt;was&lt;/b&gt; " in shown
    assert "<b>was" not in shown
    assert "Russia & Kazakhstan <b>was</b> $28 billion" in repr(prose.figures(corpus))


def article_text_is_upright(corpus: Corpus) -> None:
    quotes = re.findall(r"<blockquote\b[^>]*>(.*?)</blockquote>", prose.figures(corpus).html)
    assert quotes
    assert not [quote for quote in quotes if re.search(r"<(em|i|cite|q)\b", quote)]


def a_translated_article_says_that_its_quotations_are_approximate(corpus: Corpus) -> None:
    assert "machine-translated: quotations are approximate" in repr(prose.sources(corpus))


def of_the_rate(figure: Any, *others: Any) -> Any:
    """Return a figure as a point, euros turned into dollars."""
    rate = 1.18 if figure.unit == "EUR" else 1.0
    return point(replace(figure, unit="USD", value=rate * figure.value), *others)


RULES = {
    "1 qualifier": Rule(1, an_amount_has_its_qualifier, "figures.printed", "MARKS", dict.fromkeys(
        ("exact", "about", "nearly", "more_than", "at_least", "less_than", "up_to"), "")),
    "1 qualifier in words": Rule(1, running_text_says_the_qualifier, "prose.describe", "QUALIFIERS", {}),
    "1 own precision": Rule(
        1, an_amount_has_the_decimals_of_its_source, "figures.printed", "decimals", lambda quote: 1),
    "2 how a period is known": Rule(
        2, a_period_that_was_worked_out_says_how, "prose.describe", "period_words", lambda figure: figure.period),
    "2 inferred is not stated": Rule(2, an_inferred_year_is_never_stated, "figures.settle", "inferred_level",
        lambda figure, beside: replace(inferred_level(figure, beside), period_basis="stated")),
    "2 ghost": Rule(2, an_inferred_year_is_a_ghost_beside_its_place_in_the_lane, "charts.amounts.trade_plot", "in_lane",
        lambda one: middle(one.period) is None),
    "2 no period": Rule(2, a_flow_without_a_period_decides_nothing, "reconcile.verdicts", "TESTS",
        tuple(test for test in TESTS if test is not of_flows)),
    "3 definitions": Rule(
        3, definitions_are_not_compared, "reconcile.points", "definition_codes", lambda text: frozenset()),
    "3 panels": Rule(3, each_definition_has_its_own_panel, "charts.amounts.investment", "by_definition",
        lambda statements: ({"investment": list(statements)}, [])),
    "3 sums": Rule(3, sums_at_two_dates_give_no_growth, "reconcile.points", "nature_of",
        lambda figure, nature, codes: nature),
    "4 card": Rule(4, a_card_has_all_members_with_who_and_when, "reconcile.verdicts", "meet", lambda one, other: True),
    "4 why": Rule(4, a_card_says_why_it_may_be_so, "reconcile.conflicts", "hints", lambda one, other: ()),
    "4 one speech": Rule(4, one_speech_in_two_reports_is_no_dispute, "reconcile.verdicts", "is_one_statement",
        lambda one, other: False),
    "5 outward": Rule(5, an_interval_is_rounded_outward, "reconcile.intervals", "rounded",
        lambda value, digits, direction: round(value, digits)),
    "5 at least": Rule(5, at_least_is_computed_from_the_end_of_the_interval, "reconcile.worked_out", "interval",
        lambda value, high, qualifier, *words: (value, math.inf if qualifier == "more_than" else value + 1)),
    "5 inputs": Rule(5, a_worked_out_number_opens_its_inputs_and_has_its_formula, "prose.workings", "cite",
        lambda figure: figure.printed),
    "5 doubts": Rule(5, a_worked_out_number_has_the_doubts_of_its_inputs, "reconcile.growths", "sides",
        lambda start, end, disputed: ()),
    "5 one side of a dispute": Rule(5, what_rests_on_one_side_of_a_dispute_says_so, "reconcile.derived", "in_dispute",
        lambda one, disputed: one),
    "5 status": Rule(5, worked_out_numbers_are_not_mixed_with_stated_ones, "reconcile.worked_out", "Derived.record",
        property(lambda one, record=Derived.record: replace(record.fget(one), status="stated"))),
    "6 no exchange rate": Rule(6, two_currencies_are_never_compared, "reconcile.points", "point", of_the_rate),
    "6 one currency a chart": Rule(6, one_chart_has_one_currency, "charts.amounts.trade", "amounts",
        lambda figures, *others: amounts_drawn(figures.assign(unit="USD"), *others)),
    "7 of which": Rule(7, a_part_points_at_its_whole, "figures.settle", "parts",
        lambda figures, language: list(figures)),
    "7 member of a group": Rule(7, a_country_is_a_part_of_its_group, "reconcile.relations", "members",
        lambda party, study: ()),
    "8 scope of charts": Rule(8, each_chart_says_what_it_rests_on, "charts.amounts.trade", "scope",
        lambda drawn, articles: ""),
    "8 no percent of few": Rule(8, a_share_of_few_stories_is_a_count, "prose.findings", "SOME", 1),
    "8 thresholds": Rule(
        8, thresholds_are_printed_from_their_constants, "prose.thresholds", "constant", lambda place: 70
    ),
    "9 statement": Rule(9, a_comparison_without_a_number_is_a_statement, "statements", "find", lambda *given: ()),
    "10 bound": Rule(10, a_lower_bound_is_an_open_arrow_upward, "charts.amounts.marks", "UPWARD", ()),
    "10 about": Rule(10, about_is_a_dashed_whisker, "charts.amounts.marks", "whisker", lambda *given: None),
    "10 worked out": Rule(10, a_worked_out_value_is_hollow, "charts.amounts.marks", "PAPER", PALETTE["muted"]),
    "10 axis": Rule(
        10, the_axis_names_the_unit_as_stated, "charts.amounts.trade", "unit_words", lambda word, unit: word
    ),
    "11 no stray number": Rule(
        11, every_number_is_cited_or_computed, "prose.findings", "NO_SERIES", "Investment fell by 76 %."),
    "12 as it is": Rule(12, article_text_is_shown_as_it_is, "prose.markup", "escape", lambda text: text),
    "12 upright": Rule(12, article_text_is_upright, "prose.evidence", "marked",
        lambda sentence, start, end: f"<em>{sentence}</em>"),
    "12 translated": Rule(12, a_translated_article_says_that_its_quotations_are_approximate, "prose.articles",
        "APPROXIMATE", ""),
}  # fmt: skip


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    """The twelve corpora on disk."""
    made = {number: tmp_path_factory.mktemp(f"rule-{number}") for number in CORPORA}
    for number, articles in CORPORA.items():
        with (made[number] / "articles.csv").open("w", encoding="utf-8", newline="") as manifest:
            table = csv.writer(manifest)
            table.writerow(["file", "event_date", "translated"])
            for name, article in articles.items():
                (made[number] / f"{name}.txt").write_text(article["text"], encoding="utf-8")
                table.writerow([f"{name}.txt", article["date"], article.get("translated", "no")])
    return made


@pytest.fixture(scope="module")
def corpora(folders: dict[int, Path]) -> dict[int, Corpus]:
    """The twelve corpora, each read once."""
    return {number: analysis.read(folder) for number, folder in folders.items()}


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_the_rule_holds(rule: Rule, corpora: dict[int, Corpus]) -> None:
    rule.holds(corpora[rule.corpus])


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_without_the_rule_its_corpus_shows_that_it_is_missing(
    rule: Rule, folders: dict[int, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    *owners, name = rule.name.split(".")
    owner: Any = import_module(f"analysis.{rule.module}")
    for part in owners:
        owner = getattr(owner, part)
    monkeypatch.setattr(owner, name, rule.off)
    workbench._read.cache_clear()  # else the corpus as it was read by the rule
    with pytest.raises(AssertionError):
        rule.holds(analysis.read(folders[rule.corpus]))
    workbench._read.cache_clear()


def test_each_of_the_twelve_rules_has_a_corpus_and_a_switch() -> None:
    assert {rule.corpus for rule in RULES.values()} == set(CORPORA) == set(range(1, 13))
