"""What a corpus shows of itself and of its tables, in a terminal and in a notebook."""

import re
from pathlib import Path

import pandas as pd
import pytest

import analysis
from analysis import tables
from analysis.records import InputError
from analysis.shown import MOST_ROWS
from analysis.workbench import Corpus


@pytest.fixture(scope="module")
def seeds() -> Corpus:
    return analysis.read("seeds")


def header(html: str) -> list[str]:
    return re.findall(r'<th scope="col">([^<]*)</th>', html)


def test_in_a_terminal_a_corpus_says_how_much_it_holds_when_it_was_said_and_what_to_try(seeds: Corpus) -> None:
    extent, names, steps = repr(seeds).splitlines()
    mentions = len(seeds.mentions)
    assert (
        extent == f"Corpus of 5 articles, 18 figures, {mentions} mentions, said from 12 February 2018 to 9 October 2025"
    )
    assert names == f"Tables: {', '.join(tables.schema())}"
    assert steps == 'Try .figures, .view("figures") and .show("000", 1674, 1681)'


def test_what_a_corpus_says_to_try_can_be_done(seeds: Corpus) -> None:
    for step in re.findall(r"\.\w+(?:\(.*?\))?", repr(seeds).splitlines()[2]):
        assert eval(f"corpus{step}", {"corpus": seeds}) is not None


def test_in_a_notebook_a_corpus_lists_its_tables_with_their_rows(seeds: Corpus) -> None:
    html = seeds._repr_html_()
    rows = re.findall(r"<th [^>]*>\.(\w+)</th><td [^>]*>([\d,]+)</td>", html)
    assert rows == [(name, f"{len(table):,}") for name, table in seeds.frames.items()]
    assert "said from 12 February 2018 to 9 October 2025" in html


def test_a_corpus_of_one_date_names_it_once_and_tells_of_articles_left_out() -> None:
    extent = repr(analysis.read("seeds", start="2018", end="2018")).splitlines()[0]
    assert extent.startswith("Corpus of 1 article, 0 figures, ")
    assert extent.endswith(" mentions, said on 12 February 2018, 4 articles left out")


def test_a_corpus_of_nothing_says_so_and_offers_no_words_to_show(tmp_path: Path) -> None:
    nothing = analysis.read("seeds", start="2019", end="2021")
    assert repr(nothing).startswith("Corpus of 0 articles, 0 figures, 0 mentions, 5 articles left out\n")
    assert repr(nothing).endswith('Try .figures and .view("figures")')
    assert "0 rows" in nothing.view("figures").html


def test_completion_offers_the_public_names_and_no_other(seeds: Corpus) -> None:
    assert dir(analysis) == sorted(analysis.__all__)
    assert dir(analysis.charts) == sorted(analysis.charts.__all__)
    assert dir(analysis.prose) == sorted(analysis.prose.__all__)
    assert {*tables.schema(), "show", "view", "texts", "study", "derived"} <= set(dir(seeds))
    assert not [name for name in dir(seeds) if name.startswith("_")]


def test_every_name_that_is_offered_is_there(seeds: Corpus) -> None:
    for place in (analysis, analysis.charts, analysis.prose, seeds):
        assert [name for name in dir(place) if not hasattr(place, name)] == []


def test_figures_are_viewed_by_what_is_read_first_with_their_words_marked(seeds: Corpus) -> None:
    html = seeds.view("figures").html
    assert header(html) == ["printed", "measure", "period", "parties", "speaker", "article", "sentence"]
    assert "18 rows, 7 of " in html
    assert "reached <mark>$ 27 billion</mark>, up 30% from 2020." in html
    assert "$ 27 billion, <mark>up 30% from 2020</mark>." in html
    assert html.count("<mark>") == 18


def test_a_period_that_no_article_states_is_told_from_one_that_it_states(seeds: Corpus) -> None:
    html = seeds.view(seeds.figures.query("measure == 'trade_turnover' and kind == 'money'")).html
    assert re.findall(r"<td>(20[^<]*)</td>", html) == ["2021 (inferred)", "2024 (resolved)", "2021"]


def test_rows_of_a_table_are_viewed_alone(seeds: Corpus) -> None:
    money = seeds.figures[seeds.figures["kind"] == "money"]
    assert re.findall(r'<th scope="row">([^<]*)</th>', seeds.view(money).html) == [
        "$37.1 bn", "≈ $5 bn", "&gt; $45 bn", "&gt; $20 bn", "&gt; $33 m", "$27 bn", "$30.5 bn",
    ]  # fmt: skip


def test_further_columns_are_shown_on_request_before_the_sentence(seeds: Corpus) -> None:
    html = seeds.view(seeds.figures, "value", "speaker_basis").html
    assert header(html)[-3:] == ["value", "speaker_basis", "sentence"]
    assert "<td>27,000,000,000</td><td>inherited</td>" in html


def test_a_conflict_is_viewed_with_both_figures_as_printed(seeds: Corpus) -> None:
    html = seeds.view(seeds.conflicts.query("verdict == 'incompatible'")).html
    assert "<td>incompatible</td><td>$27 bn, $37.1 bn</td><td>if both are for 2021</td>" in html


@pytest.mark.parametrize("name", tables.schema())
def test_every_table_can_be_viewed(seeds: Corpus, name: str) -> None:
    html = seeds.view(name).html
    assert len(header(html)) >= 2
    assert html.count("<tr>") == 1 + min(len(seeds.frames[name]), MOST_ROWS)
    assert not re.search(r"\bnan\b|NA&gt;|>None<", html)


def test_of_a_long_table_the_first_rows_are_shown_and_the_others_counted(seeds: Corpus) -> None:
    html = seeds.view("mentions").html
    assert f"The first {MOST_ROWS} of {len(seeds.mentions)} rows, " in html


def test_a_table_of_ones_own_is_viewed_with_all_its_columns(seeds: Corpus) -> None:
    own = pd.DataFrame({"kind": ["money", "<b>"], 2022: [7, 1]})
    assert repr(seeds.view(own)) == "2 rows, 2 of 2 columns\nkind | 2022\nmoney | 7\n<b> | 1"


def test_viewing_leaves_the_table_as_it_was(seeds: Corpus) -> None:
    before = seeds.figures.copy(deep=True)
    seeds.view(seeds.figures, "value")
    pd.testing.assert_frame_equal(seeds.figures, before)


def test_a_table_or_column_that_is_none_is_named_with_those_there_are(seeds: Corpus) -> None:
    with pytest.raises(InputError, match=r"^there is no table 'figurs'; there is articles, removed, figures"):
        seeds.view("figurs")
    with pytest.raises(InputError, match=r"^the table has no column speakr; its columns are figure_id, article_id"):
        seeds.view("figures", "speakr")


def test_in_a_notebook_the_cells_of_a_table_are_flush_left(seeds: Corpus) -> None:
    html = seeds.view("conflicts")._repr_html_()
    assert len(re.findall("<t[dh] ", html)) == len(re.findall('<t[dh] style="text-align: left"', html)) > 0
    assert not re.search("<t[dh]>", html)
    assert "<thead><tr>" in html
